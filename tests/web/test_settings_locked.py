"""A household file goes out of the app under a passphrase and comes in again; what does not open changes nothing."""

import json
from urllib.parse import unquote

import pytest
from argon2.low_level import Type, hash_secret_raw
from click.testing import CliRunner
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.core.files.uploadedfile import SimpleUploadedFile

from ashore.cli.main import main
from ashore.store import book, locked
from ashore.store.locked import MARK, Work, is_locked
from ashore.web import session

WORD = "一句只有我知道的话"
OTHER = 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\n'
OUT = "/settings/file/locked"


@pytest.fixture(autouse=True)
def less_work(monkeypatch):
    """Make passphrases quick to try; the command's own tests do the real work once."""
    monkeypatch.setattr(locked, "ENOUGH", Work(passes=1, memory_kib=64, lanes=1))


def opened(sealed, word):
    """Open a locked file by hand: a mark, a line with salt, nonce and work, then AES-GCM over both."""
    head, _, box = sealed.removeprefix(MARK).partition(b"\n")
    told = json.loads(head)
    key = hash_secret_raw(
        word.encode(),
        bytes.fromhex(told["salt"]),
        told["passes"],
        told["memory_kib"],
        told["lanes"],
        32,
        Type.ID,
    )
    return AESGCM(key).decrypt(bytes.fromhex(told["nonce"]), box, MARK + head + b"\n")


def take_in(owner, data, **typed):
    """Choose a file in the settings and send it."""
    file = SimpleUploadedFile("x.toml.locked", data)
    return owner.send("/settings", {"file": file, **typed}, "/settings/import")


def save(owner, word=WORD, again=WORD):
    """Ask for the file under a passphrase."""
    return owner.send("/settings", {"word": word, "again": again}, OUT)


def test_the_file_goes_out_locked_and_a_command_reads_it(owner, tmp_path):
    page = save(owner)
    assert page.status == 200
    assert is_locked(page.data)
    assert opened(page.data, WORD).decode() == book.load().text
    name = unquote(page.headers["Content-Disposition"]).partition("''")[2]
    assert name.endswith(".toml.locked")
    path = tmp_path / name
    path.write_bytes(page.data)
    told = CliRunner().invoke(main, ["check", str(path), "--lang", "zh"], input=f"{WORD}\n")
    assert told.exit_code == 0, told.output


@pytest.mark.parametrize(
    ("word", "again", "said"), [("短", "短", "8"), (WORD, WORD + "x", "不一样"), ("", "", "8")]
)
def test_a_passphrase_that_keeps_nothing_hands_nothing_out(owner, word, again, said):
    page = save(owner, word, again)
    assert page.status == 400
    assert "Content-Disposition" not in page.headers
    assert said in page.words


def test_what_was_handed_out_comes_in_again_and_can_be_undone(owner):
    before = book.load().text
    sealed = save(owner).data
    owner.send("/settings", {"file": SimpleUploadedFile("x.toml", OTHER.encode())}, "/settings/import")
    assert book.load().text == OTHER
    assert take_in(owner, sealed, word=WORD).where == "/"
    assert book.load().text == before
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert book.load().text == OTHER


@pytest.mark.parametrize(
    ("word", "said"), [("", "上了锁"), ("another sentence", "这个口令打不开")], ids=["none", "wrong"]
)
def test_without_its_passphrase_nothing_comes_in_and_that_is_said(owner, word, said):
    before, change = book.load().text, book.last_change()
    page = take_in(owner, locked.lock(OTHER.encode(), WORD), word=word)
    assert page.status == 400
    assert said in page.words
    assert (book.load().text, book.last_change()) == (before, change)
    assert word not in page.text or not word


@pytest.mark.parametrize("at", [len(MARK) + 3, -1, -40])
def test_a_damaged_file_changes_nothing(owner, at):
    before = book.load().text
    sealed = bytearray(locked.lock(OTHER.encode(), WORD))
    sealed[at] ^= 1
    page = take_in(owner, bytes(sealed), word=WORD)
    assert page.status == 400
    assert "打不开" in page.words
    assert book.load().text == before


def test_a_locked_file_that_is_no_household_says_what_is_wrong_with_it(owner):
    before = book.load().text
    page = take_in(owner, locked.lock(b"[household]\nas_of = 2027-13-01\n", WORD), word=WORD)
    assert page.status == 400
    assert "2027-13-01" in page.words
    assert book.load().text == before


def test_a_plain_file_comes_in_whatever_stands_in_the_field_beside_it(owner):
    assert take_in(owner, OTHER.encode(), word="a word too many").where == "/"
    assert book.load().text == OTHER


def test_nothing_goes_out_while_amounts_are_covered(owner):
    form = owner.get("/settings").form(OUT)
    owner.client.cookies[session.COVER] = "1"
    page = owner.post(OUT, {**form, "word": WORD, "again": WORD})
    assert (page.where, page.data) == ("/", b"")
