"""What every private store has in common: a change is made whole or not at all, and its file goes with every copy."""

from collections.abc import Generator
from contextlib import contextmanager
from threading import RLock
from typing import Final

from django.db import connections, transaction

from ashore.documents.files import sync_folder
from ashore.store import keyring
from ashore.store.files import bring_up, remove_file, sound
from ashore.store.folder import PRIVATE

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
    copies = tuple(path.parent.rglob(f"*{PRIVATE[store]}*"))
    for one in copies:
        one.unlink(missing_ok=True)
    for folder in {path.parent, *(one.parent for one in copies)}:
        sync_folder(folder)
