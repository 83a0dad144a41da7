"""An open book in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import open_book  # sets Django up before the store is imported
from ashore.store import shelf
from ashore.store.folder import Folder, open_folder


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """Return a folder with a book that is open and empty."""
    made = open_folder(tmp_path / "book")
    open_book.make(made)
    yield made
    shelf.lock()
