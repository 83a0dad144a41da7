"""H13: a file under a passphrase is read by every command that was told it, and by nobody else."""

import json
import os
from pathlib import Path

import pytest
from argon2.low_level import Type, hash_secret_raw
from click.testing import CliRunner
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from ashore.cli.main import main
from ashore.store import locked
from ashore.store.locked import MARK, NotOpened, TooShort, Work, is_locked, lock, unlock

WORD = "ein Satz für mich"
FILE = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 4321.09
[[debt]]
id = "canary"
name = "卡纳瑞"
creditor = "某银行"
balance = 1357.24
rate = "1%/month"
method = "level-payment"
periods_left = 12
due_day = 15
"""


@pytest.fixture(autouse=True)
def less_work(monkeypatch):
    """Make passphrases quick to try; one test does the real work."""
    monkeypatch.setattr(locked, "ENOUGH", Work(passes=1, memory_kib=64, lanes=1))


@pytest.fixture
def home(tmp_path) -> Path:
    """Return a plain household file."""
    path = tmp_path / "home.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def run(*arguments: object, typed: str = ""):
    """Return what a command answers to somebody who types this."""
    return CliRunner().invoke(main, [*map(str, arguments), "--lang", "en"], input=typed)


def locked_at(home: Path, *more: str) -> Path:
    """Lock a file; return the locked one."""
    done = run("lock", home, *more, typed=f"{WORD}\n{WORD}\n")
    assert done.exit_code == 0, done.output
    assert WORD not in done.output
    return home.with_name("home.toml.locked")


def test_locked_nothing_of_it_can_be_read_and_the_plain_file_stays(home):
    made = locked_at(home).read_bytes()
    assert is_locked(made)
    for secret in ("canary", "卡纳瑞", "household", WORD):
        assert secret.encode() not in made
    assert b"4321" not in made.split(b"\n", 2)[2], "only hexadecimal salts may hold any four digits"
    assert home.read_text("utf-8") == FILE


def test_the_plain_file_goes_when_that_is_asked_for_and_comes_back(home):
    made = locked_at(home, "--remove")
    assert not home.exists()
    assert oct(made.stat().st_mode & 0o777) == "0o600" or os.name != "posix"
    assert run("lock", "--open", made, typed=f"{WORD}\n").exit_code == 0
    assert home.read_text("utf-8") == FILE
    assert is_locked(made.read_bytes())


@pytest.mark.parametrize("command", ["check", "debts", "plan"])
def test_a_command_answers_as_from_the_plain_file(home, command):
    plain, made = run(command, home), locked_at(home)
    told = run(command, made, typed=f"{WORD}\n")
    assert told.exit_code == plain.exit_code
    assert told.stdout.replace(".locked", "") == plain.stdout
    assert WORD not in told.output


def test_another_passphrase_opens_nothing(home):
    made = locked_at(home, "--remove")
    for arguments in (["check", made], ["lock", "--open", made]):
        told = run(*arguments, typed="another sentence\n")
        assert told.exit_code == 2
        assert "does not open it" in told.stderr
        assert told.stdout == ""
    assert not home.exists()


def test_what_is_there_is_left_as_it_is(home):
    made = locked_at(home)
    before = made.read_bytes()
    again = run("lock", home, typed=f"{WORD}\n{WORD}\n")
    opened = run("lock", "--open", made, typed=f"{WORD}\n")
    assert (again.exit_code, opened.exit_code) == (2, 2)
    assert "there already" in again.stderr
    assert "there already" in opened.stderr
    assert (made.read_bytes(), home.read_text("utf-8")) == (before, FILE)


def test_a_locked_file_is_not_written_over(home, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<p>kept</p>", encoding="utf-8")
    assert run("lock", page, "--remove", typed=f"{WORD}\n{WORD}\n").exit_code == 0
    sealed = page.with_name("page.html.locked")
    sealed.rename(page)
    before = page.read_bytes()
    told = run("plan", home, "--report", page)
    assert told.exit_code == 2
    assert "not written over" in told.stderr
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "said"),
    [("short\nshort\n", "8"), (f"{WORD}\n{WORD}x\n", "not the same")],
)
def test_a_passphrase_that_keeps_nothing_locks_nothing(home, typed, said):
    told = run("lock", home, "--remove", typed=typed)
    assert told.exit_code == 2
    assert said in told.stderr
    assert [path.name for path in home.parent.iterdir()] == ["home.toml"]


def test_twice_locked_or_never_is_said(home):
    made = locked_at(home)
    assert "locked already" in " ".join(run("lock", made).stderr.split())
    assert "is not locked" in " ".join(run("lock", "--open", home).stderr.split())


def test_a_copy_made_without_the_code_opens_it():
    """The format, told again by hand: a mark, a line with salt, nonce and work, then AES-GCM over both."""
    sealed = lock(b"what it keeps", WORD)
    head, _, box = sealed.removeprefix(MARK).partition(b"\n")
    told = json.loads(head)
    key = hash_secret_raw(
        WORD.encode(),
        bytes.fromhex(told["salt"]),
        told["passes"],
        told["memory_kib"],
        told["lanes"],
        32,
        Type.ID,
    )
    assert AESGCM(key).decrypt(bytes.fromhex(told["nonce"]), box, MARK + head + b"\n") == b"what it keeps"


def test_whatever_is_changed_is_noticed():
    sealed = lock(b"1,357.24", WORD)
    for place in range(len(MARK), len(sealed)):
        with pytest.raises(NotOpened):
            unlock(sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :], WORD)
    for end in range(len(MARK), len(sealed)):
        with pytest.raises(NotOpened):
            unlock(sealed[:end], WORD)


@pytest.mark.parametrize(
    "asked", [{"memory_kib": 1 << 30}, {"passes": 10_000}, {"lanes": 0}, {"passes": "3"}]
)
def test_a_head_that_asks_for_too_much_work_is_refused_at_once(asked):
    sealed = lock(b"x", WORD)
    head, _, box = sealed.removeprefix(MARK).partition(b"\n")
    with pytest.raises(NotOpened):
        unlock(MARK + json.dumps(json.loads(head) | asked).encode() + b"\n" + box, WORD)


@pytest.mark.property
@given(st.binary(max_size=300), st.text(min_size=8, max_size=20))
def test_what_was_locked_comes_back_and_never_twice_alike(data, passphrase):
    sealed = lock(data, passphrase)
    assert unlock(sealed, passphrase) == data
    assert lock(data, passphrase) != sealed


def test_the_real_work_is_that_of_the_book(monkeypatch):
    """RFC 9106: 3 passes over 64 MiB."""
    monkeypatch.undo()
    sealed = lock(b"x", WORD)
    head = json.loads(sealed.removeprefix(MARK).partition(b"\n")[0])
    assert (head["passes"], head["memory_kib"]) == (3, 65_536)
    assert unlock(sealed, WORD) == b"x"
    with pytest.raises(TooShort):
        lock(b"x", "1234567")


@pytest.mark.parametrize("damage", [lambda sealed: sealed[:-1], lambda sealed: b""])
def test_the_plain_file_stays_where_the_locked_one_cannot_be_read_back(home, monkeypatch, damage):
    before = home.read_bytes()
    monkeypatch.setattr("ashore.cli.lock.lock", lambda data, passphrase: damage(lock(data, passphrase)))
    told = run("lock", home, "--remove", typed=f"{WORD}\n{WORD}\n")
    assert told.exit_code == 2
    assert "keep it" in " ".join(told.output.split())
    assert home.read_bytes() == before
