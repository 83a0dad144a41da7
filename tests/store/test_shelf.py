"""A book is made, closed, opened, copied, restored and deleted; nobody reads it without its secret."""

import os
import stat
import uuid
import zipfile
from io import BytesIO
from random import Random

import pytest
from django.db import DatabaseError

import open_book
from ashore.errors import AshoreError
from ashore.store import book, files, keyring, shelf
from ashore.store.folder import open_folder
from ashore.store.vault import WrongSecret
from open_book import PASSPHRASE

CANARY = "卡纳瑞七三一九"
TEXT = f'format = "ashore/1"\n[household]\nas_of = 2027-01-31\nname = "{CANARY}"\ncash = 7319.37\n'


@pytest.fixture
def kept(folder):
    """Return a folder whose book holds words to look for."""
    book.replace_all(uuid.uuid4(), TEXT)
    return folder


def test_it_opens_again_with_passphrase_and_code(tmp_path):
    made = open_folder(tmp_path / "b")
    code = open_book.make(made)
    book.replace_all(uuid.uuid4(), TEXT)
    for secret in (PASSPHRASE, code):
        shelf.lock()
        shelf.unlock(made, secret)
        assert book.load().text == TEXT
    shelf.lock()


def test_nobody_else_opens_it(kept):
    shelf.lock()
    with pytest.raises(WrongSecret):
        shelf.unlock(kept, "another sentence")
    assert not keyring.is_open()


def test_no_file_of_the_folder_holds_a_word_of_it(kept):
    """Neither the book, nor its log, nor a backup has a planted name or amount in any encoding it could have."""
    data = [path.read_bytes() for path in kept.path.rglob("*") if path.is_file()] + [shelf.back_up(kept)]
    wanted = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "gb18030")] + [
        b"7319.37",
        b"SQLite format",
    ]
    assert len(data) > 2
    assert not [word for word in wanted for one in data if word in one]


@pytest.mark.skipif(os.name != "posix", reason="optional: permissions are those of POSIX")
def test_nobody_else_on_the_machine_may_read_it(kept):
    assert stat.S_IMODE(kept.path.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in (kept.book, kept.keys)} == {0o600}


def test_a_backup_alone_restores_everything_on_an_empty_machine(kept, tmp_path):
    data = shelf.back_up(kept)
    shelf.lock()
    other = open_folder(tmp_path / "elsewhere")
    shelf.restore(other, data, PASSPHRASE)
    assert book.load().text == TEXT


def test_restoring_keeps_the_book_that_was_there(kept):
    data = shelf.back_up(kept)
    now = book.load().of("household")[0]
    book.edit(uuid.uuid4(), now.pk, now.version, [])
    shelf.restore(kept, data, PASSPHRASE)
    assert book.load().text == TEXT
    (aside,) = [path for path in (kept.path / "before").iterdir() if path.is_dir()]
    assert {path.name for path in aside.iterdir()} >= {"book.db", "book.key"}


@pytest.mark.parametrize("secret", ["another sentence", ""])
def test_a_backup_with_another_passphrase_changes_nothing(kept, secret):
    data = shelf.back_up(kept)
    with pytest.raises(WrongSecret):
        shelf.restore(kept, data, secret)
    assert book.load().text == TEXT


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_backup_changes_nothing(kept, data):
    with pytest.raises(shelf.UnreadableBackup):
        shelf.restore(kept, data, PASSPHRASE)
    assert book.load().text == TEXT


def test_a_flipped_bit_never_shows_another_amount(kept):
    """40 backups with one bit of the book turned round: each is refused, or gives exactly what was saved."""
    data, random = shelf.back_up(kept), Random(7)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        whole, keys = archive.read("book.db"), archive.read("book.key")
    refused = 0
    for _ in range(40):
        at = random.randrange(len(whole))
        bad = bytearray(whole)
        bad[at] ^= 1 << random.randrange(8)
        out = BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr("book.db", bytes(bad))
            archive.writestr("book.key", keys)
        try:
            shelf.restore(kept, out.getvalue(), PASSPHRASE)
        except shelf.UnreadableBackup:
            refused += 1
        assert book.load().text == TEXT
    assert refused > 30


@pytest.mark.parametrize("count", [100, pytest.param(400, marks=pytest.mark.long)])
def test_a_bit_flipped_in_the_file_itself_never_shows_another_amount(kept, count):
    """As a failing disk turns one round, one after another: the book is refused, or shows exactly what was written.

    A bit of a page that showing the household does not read is not seen: of sixteen pages two are free, and a fifth or
    a sixth of the bits turned is found.
    """
    shelf.lock()
    whole, random, refused = kept.book.read_bytes(), Random(count), 0
    for _ in range(count):
        bad = bytearray(whole)
        bad[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        kept.book.write_bytes(bytes(bad))
        try:
            shelf.unlock(kept, PASSPHRASE)
            assert book.load().text == TEXT
        except (AshoreError, DatabaseError):
            refused += 1
        shelf.lock()
        files.remove_file(kept.book)
    kept.book.write_bytes(whole)
    shelf.unlock(kept, PASSPHRASE)
    assert book.load().text == TEXT
    assert refused > count // 8


def test_another_passphrase_from_now_on(kept):
    shelf.new_passphrase(kept, PASSPHRASE, "a sentence of today")
    shelf.lock()
    with pytest.raises(WrongSecret):
        shelf.unlock(kept, PASSPHRASE)
    shelf.unlock(kept, "a sentence of today")
    assert book.load().text == TEXT


def test_everything_deleted_leaves_nothing_behind(kept):
    shelf.restore(kept, shelf.back_up(kept), PASSPHRASE)
    shelf.delete_all(kept)
    assert list(kept.path.iterdir()) == []
    assert not keyring.is_open()


def test_what_was_left_half_written_goes_too_and_what_somebody_else_put_there_stays(kept):
    """A key file that was being replaced when the power went opens copies of the book; another's files are not ours."""
    keys, data = kept.keys.read_bytes(), kept.book.read_bytes()
    shelf.restore(kept, shelf.back_up(kept), PASSPHRASE)
    shelf.open_demo(kept)
    (kept.path / ".0123456789abcdef.part").write_bytes(keys)
    (kept.path / ".book-0123456789abcdef.part").write_bytes(data)
    (kept.path / "before" / "notes-3-0a1b2c3d-4e5f6071.db-wal").write_bytes(b"")
    mine = (
        "photos.db",
        "thumbs.db",
        "notes.txt",
        "book-of-mine.db",
        ".part",
        "before/letter.txt",
        "before/old/book.txt",
    )
    for name in mine:
        path = kept.path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("mine")
    shelf.delete_all(kept)
    assert {path.relative_to(kept.path).as_posix() for path in kept.path.rglob("*") if path.is_file()} == {
        *mine
    }


def test_the_example_is_a_book_of_its_own(kept):
    shelf.open_demo(kept)
    book.replace_all(uuid.uuid4(), TEXT.replace("7319.37", "1.00"))
    assert keyring.held().demo
    shelf.lock()
    shelf.unlock(kept, PASSPHRASE)
    assert book.load().text == TEXT


def test_a_book_is_not_made_over_another(kept):
    with pytest.raises(shelf.BookExists):
        open_book.make(kept, "a second sentence")
    assert book.load().text == TEXT


def test_a_book_without_its_key_file_is_set_aside_and_made_anew(kept):
    """So a power cut left it while it was made: nobody has a key to it."""
    shelf.lock()
    kept.keys.unlink()
    open_book.make(kept)
    assert book.load().of("income") == ()
    assert [path.name for path in (kept.path / "before").rglob("book.db")] == ["book.db"]


def test_a_key_file_without_its_book_opens_nothing(kept):
    shelf.lock()
    shelf.remove_file(kept.book)
    with pytest.raises(shelf.UnreadableBackup):
        shelf.unlock(kept, PASSPHRASE)
    assert not kept.book.exists()


def test_a_new_recovery_code_takes_the_place_of_the_old(tmp_path):
    made = open_folder(tmp_path / "b")
    old = open_book.make(made)
    new = shelf.new_code(made, PASSPHRASE)
    shelf.lock()
    with pytest.raises(WrongSecret):
        shelf.unlock(made, old)
    shelf.unlock(made, new)
    shelf.lock()


def test_that_the_book_was_made_is_not_undone(folder):
    assert book.last_change() is None


def test_a_backup_whose_file_was_cut_or_packed_wrongly_changes_nothing(kept):
    """The archive's list is whole, what it lists is not: found out while it is unpacked, and nothing is left lying."""
    data = shelf.back_up(kept)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        whole, keys = archive.read("book.db"), archive.read("book.key")
    before = {path.name for path in kept.path.iterdir()}
    for way in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        out = BytesIO()
        with zipfile.ZipFile(out, "w", way) as archive:
            archive.writestr("book.db", whole)
            archive.writestr("book.key", keys)
        spoilt = bytearray(out.getvalue())
        spoilt[len("book.db") + 200 : len("book.db") + 260] = bytes(60)
        with pytest.raises(shelf.UnreadableBackup):
            shelf.restore(kept, bytes(spoilt), PASSPHRASE)
        assert book.load().text == TEXT
        assert {path.name for path in kept.path.iterdir()} == before
