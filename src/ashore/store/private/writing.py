"""What every private store has in common: a change is made whole or not at all, and its file goes with every copy."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock
from typing import Final

from django.db import connections, transaction

from ashore.documents.files import sync_folder
from ashore.store import keyring
from ashore.store.files import bring_up, remove_file, sound
from ashore.store.folder import BEFORE, PRIVATE

alone: Final = RLock()
"""Rows are written and files deleted one at a time, so that nothing is written into a file that is gone."""


@contextmanager
def writes(store: str, damaged: str) -> Generator[None]:
    """Make a change whole, or nothing of it.  Raises Damaged with a code."""
    with alone, sound(damaged):
        bring_up(store)
        with transaction.atomic(using=store, durable=True):
            yield


def delete_file(store: str) -> None:
    """Delete a store's file for good, readable or not, with every copy of it that the program keeps."""
    connections[store].close()
    path = keyring.held().file(store).path
    remove_file(path)
    _delete(store, path.parent)
    sync_folder(path.parent)


def copies_of(store: str) -> int:
    """Return how many copies of a store's file the program keeps: from before a restore, or a change of its tables."""
    kept = keyring.held().file(store).path.parent / BEFORE
    return sum(one.suffix == ".db" for one in kept.rglob(f"*{PRIVATE[store]}*"))


def delete_copies(store: str) -> None:
    """Delete every copy of a store's file that the program keeps, for good; the file itself stays."""
    with alone:
        _delete(store, keyring.held().file(store).path.parent / BEFORE)


def _delete(store: str, below: Path) -> None:
    """Delete what a store has in a folder and the folders below it."""
    found = tuple(below.rglob(f"*{PRIVATE[store]}*"))
    for one in found:
        one.unlink(missing_ok=True)
    for folder in {one.parent for one in found}:
        sync_folder(folder)
