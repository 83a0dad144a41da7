"""The book is made, opened, closed, restored; the recovery code is shown once."""

import re

import pytest
from django.db import connections

from ashore.store import book, keyring
from ashore.store.cipher import base
from ashore.store.folder import open_folder
from ashore.web import config
from open_book import PASSPHRASE, PORT


def make(visitor):
    """Make a book and return the page that follows."""
    return visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE})


def test_a_new_book_shows_its_recovery_code_once(visitor):
    page = make(visitor)
    (code,) = re.findall(r'class="code"[^>]*>([A-Z2-9-]+)<', page.text)
    assert keyring.is_open()
    visitor.send("/settings", {}, "/lock")
    assert visitor.send("/unlock", {"passphrase": code}).where == "/"
    assert code not in visitor.get("/settings").text


def test_two_different_passphrases_make_no_book(visitor, folder):
    page = visitor.send("/unlock", {"passphrase": PASSPHRASE, "again": PASSPHRASE + "x"})
    assert (page.status, folder.is_new, keyring.is_open()) == (400, True, False)
    assert 'role="alert"' in page.text


def test_a_short_passphrase_makes_no_book(visitor, folder):
    page = visitor.send("/unlock", {"passphrase": "short", "again": "short"})
    assert (page.status, folder.is_new) == (403, True)
    assert "8" in page.words


@pytest.mark.parametrize(("language", "word"), [("zh", "口令不对"), ("en", "not the passphrase")])
def test_a_wrong_passphrase_is_told(visitor, language, word):
    make(visitor)
    visitor.send("/settings", {}, "/lock")
    visitor.speaks(language)
    page = visitor.send("/unlock", {"passphrase": "something else"})
    assert (page.status, keyring.is_open()) == (403, False)
    assert word in page.words


def test_a_closed_book_shows_no_page_of_it(owner):
    owner.send("/settings", {}, "/lock")
    for path in ("/", "/situation", "/plan", "/settings", "/settings/file", "/settings/backup", "/checkin"):
        assert owner.get(path).where == "/unlock"
    for path in ("/help", "/about", "/first"):
        assert owner.get(path).status == 200


def test_leaving_closes_the_book_and_shows_an_empty_page(owner):
    page = owner.send("/", {}, "/away")
    assert page.words.strip() == "家庭账本 家庭账本"
    assert not keyring.is_open()


def test_the_example_is_marked_and_keeps_the_own_book_away(visitor):
    make(visitor)
    visitor.send("/settings", {}, "/lock")
    visitor.send("/unlock", {}, "/example")
    assert "这是一个示例" in visitor.get("/").words
    visitor.send("/settings", {}, "/lock")
    visitor.send("/unlock", {"passphrase": PASSPHRASE})
    assert "这是一个示例" not in visitor.get("/settings").words


def test_look_and_language_are_kept_in_the_browser(owner):
    assert owner.send("/settings", {"look": "dark"}, "/look").where == "/settings"
    assert 'data-look="dark"' in owner.get("/").text
    assert (
        owner.post("/look", {**owner.get("/settings").form("/look"), "next": "//evil.example"}).where == "/"
    )


@pytest.mark.parametrize("name", ["家庭账本", "Household book"])
def test_the_windows_title_says_nothing_of_debts(owner, name):
    owner.speaks("en" if name.isascii() else "zh")
    for path in ("/", "/plan", "/situation", "/start", "/away"):
        assert f"<title>{name}</title>" in owner.get(path).text


@pytest.mark.parametrize(("language", "word"), [("zh", "备份"), ("en", "backup")])
def test_a_book_whose_file_is_damaged_is_told_with_a_way_on(owner, folder, language, word):
    owner.send("/settings", {}, "/lock")
    folder.book.write_bytes(bytes(4096))
    owner.speaks(language)
    page = owner.send("/unlock", {"passphrase": PASSPHRASE})
    assert page.status == 500
    assert word in page.words
    assert 'href="/restore"' in page.text
    assert not keyring.is_open()


@pytest.mark.parametrize(
    "text", ["", '{"format": "ashore-key/1", "wraps": [{"kind": "passphrase", "salt": "!"}]}']
)
def test_a_key_file_that_is_damaged_is_told(owner, folder, text):
    owner.send("/settings", {}, "/lock")
    folder.keys.write_text(text, encoding="utf-8")
    page = owner.send("/unlock", {"passphrase": PASSPHRASE})
    assert page.status == 403
    assert 'role="alert"' in page.text


def test_a_full_disk_is_told_and_what_was_saved_stays(owner, monkeypatch):
    """SQLite itself refuses to let the file grow, as on a disk without room."""
    before = book.load().text
    monkeypatch.setattr(base, "PRAGMAS", (*base.PRAGMAS, "max_page_count = 1"))
    connections.close_all()
    page = owner.send("/add/income", {"name": "x" * 200_000, "amount": "1"})
    assert page.status == 507
    assert "磁盘" in page.words
    assert book.load().text == before


@pytest.mark.parametrize(("language", "word"), [("zh", "网盘"), ("en", "another program may copy")])
def test_a_folder_that_is_copied_away_is_told_before_and_after_opening(visitor, tmp_path, language, word):
    visitor.speaks(language)
    assert word not in visitor.get("/unlock").words
    config.configure(config.Place(open_folder(tmp_path / "Dropbox" / "book"), PORT))
    assert word in visitor.get("/unlock").words
    make(visitor)
    assert word in visitor.get("/settings").words
