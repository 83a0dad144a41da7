"""Files written whole or not at all: beside the old one, then in its place."""

import os
import secrets
import stat
from contextlib import suppress
from errno import EACCES
from pathlib import Path


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file, a text as UTF-8; where that fails, what stood there before stands there still.  Raises OSError.

    A link stays a link.  What is no plain file (a pipe, a terminal) cannot be replaced and is written to as it is.
    """
    target = Path(os.path.realpath(path))
    data = content.encode() if isinstance(content, str) else content
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(EACCES, os.strerror(EACCES), str(target))
    aside = target.with_name(f".{secrets.token_hex(8)}.part")
    try:
        _fill(aside, data)
        if target.exists():
            aside.chmod(stat.S_IMODE(target.stat().st_mode))
        aside.replace(target)
        sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise


def sync_folder(path: Path) -> None:
    """Write a folder's names down to the disk, where the system can: else a power cut undoes what was done to them."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _fill(path: Path, data: bytes) -> None:
    """Write a new file down to the disk, so that a disk that is full says so now."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
