"""Make a book, write notes, restore a backup, delete a store, a dot on standard output for each step; then die.

`STEPS` says what each step does and what must be found after it: the incomes of the book, the notes of each store.
"""

import os
import signal
import sys
import uuid
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Final

import open_book  # sets Django up before the store is imported
from ashore.store import book, keyring, shelf, vault
from ashore.store.folder import Folder, open_folder
from ashore.store.private import notes
from ashore.store.private.notes import Wrote

Found = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
"""Names of incomes, texts of causes, texts of wellbeing."""
FIRST: Final = uuid.UUID(int=1)
LONG: Final = "一段很长的话" * 2_000


class _Kept:
    folder: Folder
    backup: bytes


def _make() -> None:
    open_book.make(_Kept.folder)


def _edit() -> None:
    notes.edit("causes", uuid.uuid4(), FIRST, 1, Wrote("edited"))


def _earn() -> None:
    _Kept.backup = shelf.back_up(_Kept.folder)
    book.add(uuid.uuid4(), "income", {"name": "wage", "amount": Decimal("1.00")})


def _restore() -> None:
    shelf.restore(_Kept.folder, _Kept.backup, open_book.PASSPHRASE)


def _delete() -> None:
    notes.delete_all("causes", notes.state_of("causes"))


STEPS: Final[tuple[tuple[str, Callable[[], None], Found], ...]] = (
    ("make", _make, ((), (), ())),
    ("cause", lambda: notes.add("causes", FIRST, Wrote("cause")), ((), ("cause",), ())),
    ("letter", lambda: notes.add("wellbeing", uuid.uuid4(), Wrote(LONG)), ((), ("cause",), (LONG,))),
    ("edit", _edit, ((), ("edited",), (LONG,))),
    ("earn", _earn, (("wage",), ("edited",), (LONG,))),
    (
        "later",
        lambda: notes.add("wellbeing", uuid.uuid4(), Wrote("later")),
        (("wage",), ("edited",), (LONG, "later")),
    ),
    ("restore", _restore, ((), ("edited",), (LONG,))),
    ("delete", _delete, ((), (), (LONG,))),
)


def look(folder: Folder) -> Found:
    """Return what a folder's book and stores hold, opened as the app opens them and closed again."""
    shelf.unlock(folder, open_book.PASSPHRASE)
    try:
        now = book.load()
        incomes = tuple(str(book.entry_values(one)["name"]) for one in now.of("income"))
        return incomes, _texts("causes"), _texts("wellbeing")
    finally:
        shelf.lock()


def _texts(store: str) -> tuple[str, ...]:
    return tuple(note.text for note in notes.all_of(store))


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
