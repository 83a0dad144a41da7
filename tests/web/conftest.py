"""The app over an open book, and a browser that was let in."""

import shutil
import uuid
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from django.test import Client

import open_book
from ashore.store import book, shelf, vault
from ashore.store.folder import Folder, open_folder
from ashore.web import config, guard, session, triage
from open_book import PASSPHRASE, PORT  # sets Django up before the store is imported
from web.asking import Visitor
from web.browsers import browser, server
from web.phones import app_port, at_home, visiting

__all__ = ["app_port", "at_home", "browser", "server", "visiting"]  # fixtures, found by their names here
DEMO = (resources.files("ashore") / "examples" / "demo.toml").read_text(encoding="utf-8")
QUICK = vault.Work(passes=1, memory_kib=64, lanes=1)


@pytest.fixture(autouse=True)
def less_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make passphrases quick to try: these tests are about pages; `tests/store` has the real work."""
    monkeypatch.setattr(vault, "ENOUGH", QUICK)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    """Return an empty folder that the app runs in."""
    made = open_folder(tmp_path / "book")
    config.configure(config.Place(made, PORT))
    triage.forget()
    yield made
    guard.close()


@pytest.fixture
def stranger(folder: Folder) -> Client:
    """Return a browser that nobody let in, and that must show the form's own mark."""
    return Client(HTTP_HOST=f"127.0.0.1:{PORT}", SERVER_PORT=str(PORT), enforce_csrf_checks=True)


@pytest.fixture
def visitor(folder: Folder) -> Visitor:
    """Return a browser that was let in; there is no book yet."""
    return Visitor(session.exchange(session.new_token()) or "")


@pytest.fixture(scope="session")
def demo_book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a closed book that holds the example household: making one takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vault, "ENOUGH", QUICK)
        made = open_folder(tmp_path_factory.mktemp("demo") / "book")
        config.configure(config.Place(made, PORT))
        open_book.make(made)
        book.replace_all(uuid.uuid4(), DEMO)
        shelf.lock()
    return made.path


@pytest.fixture
def owner(demo_book: Path, visitor: Visitor, folder: Folder) -> Visitor:
    """Return a browser before an open book that holds the example household."""
    shutil.copytree(demo_book, folder.path, dirs_exist_ok=True)
    shelf.unlock(folder, PASSPHRASE)
    session.touch()
    return visitor
