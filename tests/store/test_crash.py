"""The app is killed at a random moment, again and again: what it had acknowledged is there, once and whole.

Acknowledged is a 302 that the client has read.  Most rounds kill a process that runs the whole app without the socket
and tells its acknowledgements through a pipe (a server takes a second to start); some kill `ashore web` itself while
a client writes to it over HTTP.  A round without a fault in N bounds the chance of one per crash, with 95 % confidence,
by 3/N: 15 % after the 20 rounds of a normal run, 1 % after the 300 of a long one.
"""

import http.client
import json
import os
import random
import re
import select
import signal
import subprocess
import sys
import threading
import time
import traceback
import uuid
import warnings
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import pytest

from ashore.store import shelf, vault
from ashore.store.folder import Folder, open_folder
from ashore.web.config import Place, configure
from ashore.web.serve import free_port
from open_book import PASSPHRASE, PORT
from store.crashing import (
    Found,
    Inside,
    Model,
    Op,
    Plan,
    Wire,
    look,
    perform,
    plan_of,
    sent_again,
    settled,
)  # fmt: skip

ACKS_MAX, LATER_S, WAIT_S = 8, 0.04, 60
"""A kill comes after so many acknowledgements and so much later: a write takes 10 to 40 ms."""
SLOWLY_S = LATER_S / 4
"""How long the careless writers below dawdle where they are not yet done: a fast disk must not hide what they do."""
pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="optional: a writer is forked, which Windows cannot"
)
Say = Callable[[], object]
Writer = Callable[[Plan, Say], None]
Kill = Callable[[Plan, int, float], int]


@dataclass(frozen=True, slots=True)
class Kind:
    """How a writer is run and killed (plan, acknowledgements, seconds later: acknowledged), and what it left."""

    kill: Kill
    look: Callable[[], Found]


def app_writer(folder: Folder, *, early: bool = False) -> Writer:
    """Return the app as writer; `early`, one that acknowledges before it has written."""

    def write(plan: Plan, say: Say) -> None:
        configure(Place(folder, PORT))
        shelf.unlock(folder, PASSPHRASE)
        browser = Inside(PORT)
        for op in plan.ops:
            if early:
                say()
                time.sleep(SLOWLY_S)
            assert perform(browser, op), op
            if not early:
                say()

    return write


def in_place_writer(path: Path) -> Writer:
    """Return a writer of a plain file, emptied and filled line by line, as many small programs do."""

    def write(plan: Plan, say: Say) -> None:
        for model in plan.models[1:]:
            with path.open("w", encoding="utf-8") as file:
                for line in (model.changes, *model.incomes):
                    file.write(json.dumps(line) + "\n")
                    file.flush()
                    os.fsync(file.fileno())
                    time.sleep(SLOWLY_S)
            say()

    return write


def look_in_place(path: Path) -> Found:
    """Return what the plain file holds.  Raises ValueError where it is torn."""
    changes, *rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return Found(tuple((name, amount) for name, amount in rows), changes)


def forked(write: Writer) -> Kill:
    """Return how a writer is killed that runs in a fork of this process."""

    def kill(plan: Plan, acks: int, later_s: float) -> int:
        reading, writing = os.pipe()
        with warnings.catch_warnings():
            # Python 3.12 warns of threads, which a fork does not take along; the writer starts none of its own.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
        if child == 0:
            _in_fork(write, plan, writing)
        os.close(writing)
        with os.fdopen(reading, "rb", buffering=0) as pipe:
            told = b""
            try:
                while len(told) < acks and b"!" not in told:
                    assert select.select([pipe], [], [], WAIT_S)[0], "the writer hangs"
                    told += pipe.read(1)
                time.sleep(later_s)
            finally:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)
                told += pipe.read()
        assert b"!" not in told, "the writer failed"
        return len(told)

    return kill


def _in_fork(write: Writer, plan: Plan, told: int) -> NoReturn:
    """Write, a dot for each acknowledgement, and wait to be killed; nothing of the test may run on in the fork."""
    try:
        write(plan, lambda: os.write(told, b"."))
        signal.pause()
    except BaseException:  # noqa: BLE001 - said to the parent, which fails
        os.write(2, traceback.format_exc().encode())
        os.write(told, b"!")
    finally:
        os._exit(1)
    raise AssertionError


@dataclass
class Tally:
    """How the rounds went: writes acknowledged, and crashes after which the write under way was there or was not."""

    acked: int = 0
    there: int = 0
    not_there: int = 0


def rounds(kind: Kind, seed: int, count: int) -> Tally:
    """Crash so many times over one file, each time looking at it and writing on; asserts after each."""
    rng, now, tally = random.Random(seed), Model(), Tally()
    retry: Op | None = None
    for at in range(count):
        plan = plan_of(rng, now, ACKS_MAX + 4, retry)
        acked = kind.kill(plan, rng.randint(0, ACKS_MAX), rng.uniform(0, LATER_S))
        try:
            applied = settled(plan, acked, kind.look())
        except BaseException:
            print(f"seed {seed}, round {at}")  # noqa: T201 - a failure must come again
            raise
        now, retry = plan.models[acked + applied], sent_again(plan, acked, applied)
        tally.acked += acked
        if acked < len(plan.ops) and plan.models[acked] != plan.models[acked + 1]:
            tally.there += applied
            tally.not_there += not applied
    return tally


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    """Return a folder with a new book, closed; its passphrase is quick to try."""
    monkeypatch.setattr(vault, "ENOUGH", vault.Work(passes=1, memory_kib=64, lanes=1))
    folder = open_folder(tmp_path / "book")
    configure(Place(folder, PORT))
    typed = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "key": str(uuid.uuid4())}
    assert Inside(PORT).ask("/unlock", dict(typed)).status == http.HTTPStatus.OK
    shelf.lock()
    return folder


@contextmanager
def served(folder: Path, port: int) -> Generator[tuple[subprocess.Popen[str], Wire]]:
    """Yield `ashore web` in a process of its own and a browser that was let in and opened (or made) the book."""
    command = [sys.executable, "-m", "ashore", "web", "--folder", str(folder), "--port", str(port)]
    with subprocess.Popen([*command, "--no-browser"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            found = next(filter(None, (re.search(r"/start#(\S+)", line) for line in process.stdout)))
            wire = Wire(port)
            assert wire.ask("/start", {"token": found[1]}).status == http.HTTPStatus.FOUND
            typed = {"passphrase": PASSPHRASE, "again": PASSPHRASE, "key": str(uuid.uuid4())}
            assert wire.ask("/unlock", dict(typed)).status < http.HTTPStatus.BAD_REQUEST
            yield process, wire
        finally:
            process.kill()


def over_http(folder: Path) -> Kill:
    """Return how `ashore web` is killed while a client writes to it; it makes the book in the first round."""

    def kill(plan: Plan, acks: int, later_s: float) -> int:
        acked = 0
        with served(folder, free_port()) as (process, wire):
            killer = threading.Timer(later_s, process.kill)
            with suppress(OSError, http.client.HTTPException):
                for op in plan.ops:
                    if acked == acks:
                        killer.start()
                    assert perform(wire, op), op
                    acked += 1
            killer.join()
        return acked

    return kill


def test_killed_while_writing(empty: Folder) -> None:
    rounds(Kind(forked(app_writer(empty)), lambda: look(empty)), seed=1, count=15)


def test_served_and_killed_while_writing(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "book")
    rounds(Kind(over_http(folder.path), lambda: look(folder)), seed=2, count=3)


@pytest.mark.long
def test_killed_while_writing_many_times(empty: Folder) -> None:
    tally = rounds(Kind(forked(app_writer(empty)), lambda: look(empty)), seed=3, count=270)
    assert tally.there > 0, "no crash came between a commit and its answer"
    assert tally.not_there > 0, "no crash came before a commit"


@pytest.mark.long
def test_served_and_killed_many_times(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "book")
    rounds(Kind(over_http(folder.path), lambda: look(folder)), seed=4, count=30)


def test_acknowledging_before_writing_is_caught(empty: Folder) -> None:
    with pytest.raises(AssertionError, match="acknowledged"):
        rounds(Kind(forked(app_writer(empty, early=True)), lambda: look(empty)), seed=1, count=15)


def test_writing_in_place_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_text("1\n", encoding="utf-8")
    with pytest.raises((AssertionError, ValueError)):
        rounds(Kind(forked(in_place_writer(path)), lambda: look_in_place(path)), seed=1, count=15)
