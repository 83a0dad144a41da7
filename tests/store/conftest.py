"""An open book in a folder of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import open_book  # sets Django up before the store is imported
from ashore.store import shelf, vault
from ashore.store.folder import Folder, open_folder


@pytest.fixture(autouse=True)
def less_work(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make passphrases quick to try, but in the tests of the key file itself."""
    if request.path.stem != "test_vault":
        monkeypatch.setattr(vault, "ENOUGH", vault.Work(passes=1, memory_kib=64, lanes=1))


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """Return a folder with a book that is open and empty."""
    made = open_folder(tmp_path / "book")
    open_book.make(made)
    yield made
    shelf.lock()
