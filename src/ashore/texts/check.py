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
    "file-is-folder": _n("{file} is a folder; please name the file itself."),
    "file-unreadable": _n("{file} cannot be opened: {why}"),
    "file-not-clean": _n(
        "The file has signs that had to be read as others. Please mend them before anything is written into it."
    ),
    "report-not-html": _n("{file}: the page is written as HTML; please give it a name that ends in .html."),
    "path-unknown": _n("The file has no “{path}”."),
    "file-old": _n(
        "The figures in {file} are of {as_of}, {old_ndays} ago. Before you act on this answer, put in what has happened since: what was paid, what is owed now."
    ),
    "lock-ask": _n("A passphrase, 8 signs or more (not shown while you type)"),
    "lock-ask-again": _n("The same once more"),
    "lock-ask-open": _n("The passphrase of {file} (not shown while you type)"),
    "lock-not-opened": _n("This passphrase does not open it, or the file is damaged. Nothing was changed."),
    "lock-already": _n("{file} is locked already."),
    "lock-not": _n("{file} is not locked."),
    "lock-there": _n("{file} is there already and is left as it is. Move it away first."),
    "lock-not-over": _n(
        "{file} is locked and is not written over. Open it with ashore lock --open, or write to another name."
    ),
    "lock-made": _n("Locked: {file}. Every command reads it as before and asks for the passphrase."),
    "lock-left": _n("{plain} still lies there open to everybody; --remove takes it away."),
    "lock-removed": _n(
        "{plain} is removed. A copy may still lie in a backup, in a synchronised folder, or on the disk for a while."
    ),
    "lock-not-removed": _n("The locked file is made, but {file} could not be removed: {why}"),
    "lock-forgotten": _n(
        "Nobody can open it without the passphrase, and there is no other way in. Keep a note of it in a safe place."
    ),
    "lock-opened": _n("Opened: {file}. It lies there open to everybody until it is locked again."),
    "lock-unsure": _n(
        "{file} was written but could not be read back as it should be. {plain} is left as it is; keep it."
    ),
}
