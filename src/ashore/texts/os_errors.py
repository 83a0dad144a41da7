"""Why a file could not be opened or written, in the reader's language, for the reasons people meet."""

import errno
from collections.abc import Mapping
from typing import Final

from ashore.texts.language import Language, gettext_for
from ashore.texts.language import translate_later as _n

WHY: Final[Mapping[int, str]] = {
    errno.ENOENT: _n("there is no such file or folder"),
    errno.ENOTDIR: _n("a part of its path is a file, not a folder"),
    errno.EISDIR: _n("it is a folder"),
    errno.EACCES: _n("you are not allowed to"),
    errno.EPERM: _n("you are not allowed to"),
    errno.EROFS: _n("this place can only be read"),
    errno.ENOSPC: _n("the disk is full"),
    errno.EDQUOT: _n("the room you may use is full"),
    errno.EFBIG: _n("a file may not be that large here"),
    errno.ENAMETOOLONG: _n("its name is too long"),
    errno.EBUSY: _n("another program is using it"),
    errno.EIO: _n("the disk could not be read or written"),
}
OTHER: Final = _n("the system refused (number {number})")


def why_not(error: OSError, language: Language) -> str:
    """Return why the system refused, in words."""
    gettext = gettext_for(language)
    if error.errno in WHY:
        return gettext(WHY[error.errno])
    return gettext(OTHER).format(number=error.errno)
