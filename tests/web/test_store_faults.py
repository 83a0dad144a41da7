"""The disk is full, the folder takes nothing, the file is gone: it is said what stays, and nothing is half there."""

import uuid
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connections

from ashore.store import book, shelf
from ashore.store.cipher import base, idle
from open_book import PASSPHRASE
from web.asking import Answer, Visitor

resource: Any = pytest.importorskip(
    "resource", reason="optional: how large a file may become is told to a POSIX system"
)
NEXT = "another short sentence"
SAVED: dict[str, bytes] = {}
"""The backup that was taken while there was room."""
CLOSED = {"zh": "现在写不进去", "en": "cannot be written to"}
GONE = {"zh": "不在打开时的地方", "en": "no longer where it was"}


@contextmanager
def room_for(size_bytes: int) -> Generator[None]:
    """Let no file become larger than so many bytes, as a full disk does."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size_bytes, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def add(owner: Visitor, form: dict[str, object]) -> Answer:
    """Add an income with a long name."""
    return owner.post("/add/income", {**form, "name": "x" * 20_000, "amount": "1"})


def new_passphrase(owner: Visitor, form: dict[str, object]) -> Answer:
    """Change the passphrase."""
    return owner.post("/settings/passphrase", {**form, "old": PASSPHRASE, "new": NEXT, "again": NEXT})


def new_code(owner: Visitor, form: dict[str, object]) -> Answer:
    """Make a new recovery code."""
    return owner.post("/settings/code", {**form, "old": PASSPHRASE})


def back_up(owner: Visitor, _form: dict[str, object]) -> Answer:
    """Take a backup."""
    return owner.get("/settings/backup")


def restore(owner: Visitor, form: dict[str, object]) -> Answer:
    """Restore the backup that was taken before there was no room."""
    backup = SimpleUploadedFile("x.zip", SAVED["backup"])
    return owner.post("/restore", {**form, "backup": backup, "passphrase": PASSPHRASE})


WAYS = {
    "add": (add, "/add/income", "/add/income"),
    "passphrase": (new_passphrase, "/settings", "/settings/passphrase"),
    "code": (new_code, "/settings", "/settings/code"),
    "backup": (back_up, "", ""),
    "restore": (restore, "/restore", "/restore"),
}


@pytest.mark.parametrize("way", sorted(WAYS))
def test_on_a_full_disk_nothing_is_half_there(owner, folder, way):
    """However little room there is: what was there is there, under the passphrase it had, and nothing else is."""
    act, page, action = WAYS[way]
    SAVED["backup"] = owner.get("/settings/backup").data
    text, form = book.load().text, owner.get(page).form(action) if page else {}
    files = {path.name for path in folder.path.rglob("*")}
    refused, done = 0, False
    for size_bytes in (0, 1, 100, 5_000, 40_000):
        connections.close_all()
        idle.close_all()
        with room_for(size_bytes):
            answer = act(owner, form)
        if answer.status != 507:
            done = answer.status in (200, 302)
            assert done, size_bytes
            break
        refused += 1
        assert "磁盘" in answer.words
        assert book.load().text == text
        assert {path.name for path in folder.path.rglob("*") if path.name.endswith(".part")} == set()
        if way != "restore":  # which may have put a copy aside before it found no room
            assert {path.name for path in folder.path.rglob("*")} <= files | {"book.db-wal", "book.db-shm"}
        owner.send("/settings", {}, "/lock")
        assert owner.send("/unlock", {"passphrase": PASSPHRASE}).where == "/"
        assert book.load().text == text
        form = owner.get(page).form(action) if page else {}
    assert refused >= 2
    assert done or act(owner, form).status in (200, 302), "with room again it goes on"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_folder_that_takes_nothing_is_not_called_a_full_disk(owner, language, monkeypatch):
    """SQLite itself refuses to write, as in a folder that is read-only; reading goes on."""
    owner.speaks(language)
    before = book.load().text
    form = owner.get("/add/income").form("/add/income")
    with monkeypatch.context() as closed:
        closed.setattr(base, "PRAGMAS", (*base.PRAGMAS, "query_only = ON"))
        connections.close_all()
        idle.close_all()
        page = owner.post("/add/income", {**form, "name": "x", "amount": "1"})
        assert page.status == 507
        assert CLOSED[language] in page.words
        assert owner.get("/situation").status == 200
    connections.close_all()
    idle.close_all()
    assert book.load().text == before
    assert owner.post("/add/income", {**form, "name": "x", "amount": "1"}).status == 302


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "error", [PermissionError(13, "denied"), OSError(30, "read-only")], ids=["denied", "read-only"]
)
def test_a_key_file_that_cannot_be_replaced_stays_as_it_is(owner, language, error, monkeypatch):
    owner.speaks(language)
    form = owner.get("/settings").form("/settings/passphrase")

    def refuse(*_: object) -> None:
        raise error

    with monkeypatch.context() as closed:
        closed.setattr(shelf, "write_whole", refuse)
        page = new_passphrase(owner, form)
    assert page.status == 507
    assert CLOSED[language] in page.words
    owner.send("/settings", {}, "/lock")
    assert owner.send("/unlock", {"passphrase": NEXT}).status == 403
    assert owner.send("/unlock", {"passphrase": PASSPHRASE}).where == "/"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_book_that_was_moved_while_it_was_open_is_told_at_the_next_write(owner, folder, language):
    owner.speaks(language)
    connections.close_all()
    idle.close_all()
    before = book.load().text
    form = owner.get("/add/income").form("/add/income")
    aside = folder.book.rename(folder.path / "elsewhere")
    page = owner.post("/add/income", {**form, "name": "x", "amount": "1"})
    assert page.status == 500
    assert GONE[language] in page.words
    assert 'href="/restore"' in page.text
    aside.rename(folder.book)
    assert owner.post("/add/income", {**form, "name": "x", "amount": "1"}).status == 302
    assert book.load().text.startswith(before.rstrip()[:200])


def test_all_of_it_as_a_file_out_deleted_and_in_again(owner, folder):
    """The plain file alone, without the backup: taken out, everything deleted, a new book made, taken in."""
    before = book.load().text
    data = owner.get("/settings/file").data
    owner.send("/settings/delete", {"word": "删除"})
    assert list(folder.path.iterdir()) == []
    owner.send("/unlock", {"passphrase": NEXT, "again": NEXT})
    assert book.load().text != before
    file = SimpleUploadedFile("x.toml", data)
    assert owner.send("/settings", {"file": file}, "/settings/import").where == "/"
    assert book.load().text == before


def test_two_windows_write_under_their_own_keys_and_both_stay(owner):
    """Two forms opened side by side, sent one after the other, twice each: both entries are there, once."""
    forms = [owner.get("/add/income").form("/add/income") for _ in range(2)]
    for _ in range(2):
        for number, form in enumerate(forms):
            assert owner.post("/add/income", {**form, "name": f"w{number}", "amount": "5"}).status == 302
    names = [book.entry_values(one)["name"] for one in book.load().of("income")]
    assert [names.count(f"w{number}") for number in range(2)] == [1, 1]
    assert uuid.UUID(str(forms[0]["key"])) != uuid.UUID(str(forms[1]["key"]))
