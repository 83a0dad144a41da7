"""Make a book, import bills, delete and put back, delete all, a dot on standard output for each step; then die.

`STEPS` says what each step does and which files, with how many payments, must be found after it.
"""

import os
import signal
import sys
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final

import open_book  # sets Django up before the store is imported
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.store import keyring, shelf, vault
from ashore.store.folder import Folder, open_folder
from ashore.store.private.bills import imports
from ashore.store.private.bills.imports import Given

Found = tuple[tuple[str, int], ...]
"""The imported files that are not removed, each with the number of its payments."""


class _Kept:
    folder: Folder


def _bill(name: str, count: int) -> Given:
    paid = Transaction(date(2026, 3, 1), 2816, "spending", counterparty="烧烤店" * 20)
    return Given(BillReading(name, "alipay", (paid,) * count, rows=count), imports.content_of(name.encode()))


def _two() -> None:
    imports.add(uuid.UUID(int=1), [_bill("a", 300), _bill("b", 20)])


def _remove() -> None:
    first = imports.files()[0]
    imports.remove(uuid.uuid4(), first.pk, first.version)


def _put_back() -> None:
    first = imports.files()[0]
    imports.put_back(uuid.uuid4(), first.pk, first.version)


BOTH: Final = (("a", 300), ("b", 20))
STEPS: Final[tuple[tuple[str, Callable[[], object], Found], ...]] = (
    ("make", lambda: open_book.make(_Kept.folder), ()),
    ("two", _two, BOTH),
    ("third", lambda: imports.add(uuid.UUID(int=2), [_bill("c", 40)]), (*BOTH, ("c", 40))),
    ("remove", _remove, (("b", 20), ("c", 40))),
    ("put back", _put_back, (*BOTH, ("c", 40))),
    ("delete", lambda: imports.delete_all(imports.state_of()), ()),
)


def look(folder: Folder) -> Found:
    """Return what a folder's store of bills holds, opened as the app opens it and closed again."""
    shelf.unlock(folder, open_book.PASSPHRASE)
    try:
        return tuple((one.file, len(one.transactions)) for one in imports.readings())
    finally:
        shelf.lock()


if __name__ == "__main__":
    _Kept.folder = open_folder(Path(sys.argv[1]))
    vault.ENOUGH = vault.Work(passes=1, memory_kib=64, lanes=1)
    for _, act, found in STEPS:
        act()
        held = keyring.held()
        assert look(_Kept.folder) == found
        keyring.hold(held)
        os.write(1, b".")
    os.kill(os.getpid(), signal.SIGKILL)
