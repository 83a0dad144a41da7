"""Everything goes out, comes in, is backed up, restored and deleted."""

import time
import uuid
from datetime import date
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import override_settings

from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.store import book, keyring
from ashore.store.private.bills import imports
from ashore.store.private.bills.imports import Given
from ashore.web import session
from open_book import PASSPHRASE


def test_the_file_goes_out_as_it_is(owner):
    page = owner.get("/settings/file")
    assert page.text == book.load().text
    assert "attachment" in page.headers["Content-Disposition"]


def test_a_file_comes_in_and_can_be_undone(owner):
    before = book.load().text
    text = 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\n'
    assert (
        owner.send(
            "/settings", {"file": SimpleUploadedFile("x.toml", text.encode())}, "/settings/import"
        ).where
        == "/"
    )
    assert book.load().text == text
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == before


def test_a_file_that_cannot_be_read_changes_nothing_and_says_why(owner):
    before = book.load().text
    page = owner.send(
        "/settings",
        {"file": SimpleUploadedFile("x.toml", b"[household]\nas_of = 2027-13-01\n")},
        "/settings/import",
    )
    assert page.status == 400
    assert "2027-13-01" in page.words
    assert book.load().text == before


def test_backup_delete_restore(owner, folder):
    text = book.load().text
    data = owner.get("/settings/backup").data
    assert owner.send("/settings/delete", {"word": "删除"}).where == "/unlock"
    assert list(folder.path.iterdir()) == []
    backup = SimpleUploadedFile("x.zip", data)
    assert owner.send("/restore", {"backup": backup, "passphrase": PASSPHRASE}).where == "/"
    assert book.load().text == text


def test_nothing_is_deleted_until_the_word_is_typed(owner, folder):
    page = owner.send("/settings/delete", {"word": "no"})
    assert (page.status, keyring.is_open(), folder.is_new) == (400, True, False)


def test_the_passphrase_is_changed(owner):
    typed = {"old": PASSPHRASE, "new": "a sentence of today", "again": "a sentence of today"}
    assert owner.send("/settings", typed, "/settings/passphrase").status == 200
    owner.send("/settings", {}, "/lock")
    assert owner.send("/unlock", {"passphrase": PASSPHRASE}).status == 403
    assert owner.send("/unlock", {"passphrase": "a sentence of today"}).where == "/"


def test_a_wrong_old_passphrase_changes_nothing(owner):
    typed = {"old": "not it at all", "new": "a sentence of today", "again": "a sentence of today"}
    assert owner.send("/settings", typed, "/settings/passphrase").status == 400


def test_a_new_recovery_code_is_shown_once(owner):
    page = owner.send("/settings", {"old": PASSPHRASE}, "/settings/code")
    assert 'class="code"' in page.text
    assert 'class="code"' not in owner.get("/settings").text


def test_nothing_of_the_own_book_is_deleted_from_within_the_example(owner, folder):
    form = owner.get("/settings/delete").form("/settings/delete")
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    assert owner.post("/settings/delete", {**form, "word": "删除"}).where == "/settings"
    assert folder.book.exists()


def test_how_long_the_book_stays_open_alone_is_chosen(owner, monkeypatch):
    form = owner.get("/settings").form("/look")
    owner.post("/look", {**form, "lock": "60"})
    assert owner.get("/settings").text.count('name="lock" value="60" aria-pressed="true"') == 1
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 50 * 60)
    assert not session.is_idle()
    monkeypatch.setattr(time, "monotonic", lambda: now + 61 * 60)
    assert session.is_idle()


def test_a_time_that_is_not_offered_is_not_taken(owner):
    form = owner.get("/settings").form("/look")
    owner.post("/look", {**form, "lock": "100000"})
    assert 'value="15" aria-pressed="true"' in owner.get("/settings").text


def test_a_backup_may_be_larger_than_any_other_file_that_is_sent(owner):
    """Years of bills make a backup larger than what else is taken: here all else ends at a thousand bytes."""
    text = book.load().text
    data = owner.get("/settings/backup").data
    assert len(data) > 1000
    with override_settings(FILE_UPLOAD_MAX_MEMORY_SIZE=1000):
        household = SimpleUploadedFile("x.toml", text.encode())
        assert owner.send("/settings", {"file": household}, "/settings/import").status == 400
        owner.send("/settings/delete", {"word": "删除"})
        backup = SimpleUploadedFile("x.zip", data)
        assert owner.send("/restore", {"backup": backup, "passphrase": PASSPHRASE}).where == "/"
    assert book.load().text == text


@pytest.mark.long
def test_a_backup_of_more_than_64_mib_is_made_and_restored(owner):
    """300 payments, each with 300,000 characters that no packing makes shorter: about 90 MB of bills."""
    random = Random(7)
    raw = [((("x", random.randbytes(150_000).hex()),)) for _ in range(300)]
    rows = tuple(
        Transaction(date(2026, 3, 1), 100, "spending", source="alipay", file="a.csv", row=row, raw=one)
        for row, one in enumerate(raw, 1)
    )
    imports.add(uuid.uuid4(), [Given(BillReading("a.csv", "alipay", rows), imports.content_of(b"a"))])
    data = owner.get("/settings/backup").data
    assert len(data) > 64 << 20
    owner.send("/settings/delete", {"word": "删除"})
    backup = SimpleUploadedFile("x.zip", data)
    assert owner.send("/restore", {"backup": backup, "passphrase": PASSPHRASE}).where == "/"
    assert imports.readings()[0].transactions == rows
