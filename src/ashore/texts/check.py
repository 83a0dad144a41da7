"""The words of `ashore check`, and of files that cannot be opened or written, by code."""

from collections.abc import Mapping
from typing import Final

from ashore.texts.language import translate_later as _n

CHECK: Final[Mapping[str, str]] = {
    "level-stop": _n("must be mended first"),
    "level-note": _n("worth a look"),
    "check-line": _n("line {line}"),
    "check-file": _n("the whole file"),
    "check-key": _n("{key} ({label})"),
    "check-clean": _n("Nothing in this file needs another look."),
    "check-summary": _n("{stops_count} must be mended first, {notes_count} worth a look."),
    "check-next-stop": _n(
        "Next: mend what must be mended first, then check again. Until then no plan is made from this file."
    ),
    "check-next-note": _n("Next: see whether these were read as you meant. The file can be used as it is:"),
    "check-notes-elsewhere": _n(
        "Worth a look in this file: {notes_count}. They are shown by: ashore check {file}"
    ),
    "check-next-clean": _n("Next:"),
    "file-not-found": _n("There is no file {file}."),
    "file-is-folder": _n("{file} is a folder; please name a household file."),
    "file-unreadable": _n("{file} cannot be opened: {why}"),
    "file-not-clean": _n(
        "The file has signs that had to be read as others. Please mend them before anything is written into it."
    ),
    "report-not-html": _n("{file}: the page is written as HTML; please give it a name that ends in .html."),
    "path-unknown": _n("The file has no “{path}”."),
}
