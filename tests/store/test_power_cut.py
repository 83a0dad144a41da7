"""The power fails at a random moment: what was acknowledged is there, and the book opens.

What the whole app does to the folder is recorded by strace and played to a model of a disk (`power.py`), which is cut
off at a random moment, every second time right after an acknowledgement.  A cut without a fault in N bounds the chance
of one per cut, in this model of a disk, with 95 % confidence, by 3/N: 6 % after the 50 cuts of a normal run, 0.4 %
after the 800 of a long one.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db import Error

from ashore.errors import AshoreError
from ashore.store import book, shelf
from ashore.store.cipher.driver import driver
from ashore.store.folder import Folder, open_folder
from needs import ROOT, needs
from open_book import PASSPHRASE
from store.crashing import LATER, NEXT_PASSPHRASE, Model, Plan, look, plan_of, settled
from store.power import Disk, Event, Untold, events, strace

pytestmark = needs("strace", "what a process does to its files is told by strace")
FAULTS = (AssertionError, AshoreError, Error, driver.Error, OSError)
Leave = Callable[[Disk, Path], None]
"""How all ends: what is left of a disk, written to a folder."""
Right = Callable[[Folder, int], None]
"""Asserts that a folder is right after so many acknowledgements."""


@dataclass(frozen=True, slots=True)
class Record:
    """What was done to a folder, and what the book must hold after each write."""

    events: tuple[Event, ...]
    plan: Plan

    def after_ack(self, number: int) -> int:
        """Return how many events there are up to an acknowledgement; the first, 1, is of the book that was made."""
        return [at for at, event in enumerate(self.events, 1) if event.does == "ack"][number - 1]

    def random_places(self, rng: random.Random, count: int) -> list[int]:
        """Return so many moments after the book was made, every second one right after an acknowledgement."""
        first, last = self.after_ack(1), len(self.events)
        acks = [at for at in range(first, last + 1) if self.events[at - 1].does == "ack"]
        return sorted(rng.choice(acks) if at % 2 else rng.randint(first, last) for at in range(count))


def record(folder: Path, seed: int, count: int, then: str = "", synchronous: str = "") -> Record:
    """Return what the app does to a new folder.  Raises Untold where the files that are left are others.

    `then`, as `traced_writer.py` takes it.
    """
    log = folder.with_suffix(".strace")
    writer = [str(ROOT / "tests" / "store" / "traced_writer.py"), str(folder), str(seed), str(count), then]
    paths = os.pathsep.join(str(ROOT / name) for name in ("tests", "src"))
    done = subprocess.run(
        [*strace(log), sys.executable, *writer],
        env={**os.environ, "PYTHONPATH": paths, "ASHORE_TEST_SYNCHRONOUS": synchronous},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode != -signal.SIGKILL:
        raise Untold("the writer failed")
    found = tuple(events(log, folder.resolve()))
    disk = Disk()
    for event in found:
        disk.do(event)
    there = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith("-shm")
    }
    if disk.whole() != there:
        raise Untold("the files that are left are not those that the record makes")
    return Record(found, plan_of(random.Random(seed), Model(), count))


def faults(made: Record, places: Iterable[int], leave: Leave, right: Right, aside: Path) -> Iterator[str]:
    """Yield what is wrong where all ends after so many events, the places in order; nothing where all is right."""
    disk, done = Disk(), 0
    for place in places:
        for event in made.events[done:place]:
            disk.do(event)
        done = place
        leave(disk, aside)
        acked = sum(event.does == "ack" for event in made.events[:place])
        try:
            right(open_folder(aside), acked)
        except FAULTS as fault:
            yield f"after {place} events, {acked} acknowledged: {type(fault).__name__}: {fault}"
        finally:
            shelf.lock()
            shutil.rmtree(aside)


def cut(rng: random.Random) -> Leave:
    """Return how the power is cut."""
    return lambda disk, aside: disk.cut(rng, aside)


def random_cuts(made: Record, seed: int, count: int, aside: Path) -> list[str]:
    """Return what is wrong after so many cuts at random moments after the book was made."""
    rng = random.Random(seed)

    def right(folder: Folder, acked: int) -> None:
        settled(made.plan, acked - 1, look(folder))

    return list(faults(made, made.random_places(rng, count), cut(rng), right, aside))


@pytest.mark.parametrize(("seed", "then"), [(11, ""), (12, "held")])
def test_a_power_cut_takes_back_nothing_acknowledged(tmp_path, seed, then):
    assert random_cuts(record(tmp_path / "book", seed, 20, then), seed, 25, tmp_path / "cut") == [], seed


@pytest.mark.long
@pytest.mark.parametrize(("seed", "then"), [(21, ""), (22, "held")])
def test_many_power_cuts_take_back_nothing_acknowledged(tmp_path, seed, then):
    assert random_cuts(record(tmp_path / "book", seed, 150, then), seed, 400, tmp_path / "cut") == [], seed


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_less_care_than_the_product_takes_is_caught(tmp_path, synchronous):
    """Without a sync before each acknowledgement, the same cuts must lose what was acknowledged."""
    made = record(tmp_path / "book", 11, 20, synchronous=synchronous)
    assert random_cuts(made, 11, 25, tmp_path / "cut")


def opens(folder: Folder, acked: int) -> None:
    """Open the book, unless it was not acknowledged and the app would make it anew."""
    assert not (acked and folder.is_new), "the key file is gone"
    if not folder.is_new:
        shelf.unlock(folder, PASSPHRASE)
        assert book.load().of("household"), "a book without a household, which the pages cannot show"


def test_killed_at_any_moment_of_making_the_book_it_opens_or_is_made_anew(tmp_path):
    made = record(tmp_path / "book", 31, 0)
    places = range(made.after_ack(1) + 1)
    assert list(faults(made, places, Disk.stop, opens, tmp_path / "cut")) == []


def test_a_power_cut_at_any_moment_of_making_the_book_leaves_the_same(tmp_path):
    made = record(tmp_path / "book", 31, 0)
    places = [*range(made.after_ack(1)), *[made.after_ack(1)] * 10]
    assert list(faults(made, places, cut(random.Random(31)), opens, tmp_path / "cut")) == []


def test_a_power_cut_takes_back_no_new_passphrase(tmp_path):
    made = record(tmp_path / "book", 32, 1, "passphrase")

    def right(folder: Folder, acked: int) -> None:
        assert acked == 3
        settled(made.plan, 1, look(folder, NEXT_PASSPHRASE))

    places = [made.after_ack(3)] * 10
    assert list(faults(made, places, cut(random.Random(32)), right, tmp_path / "cut")) == []


def right_after_restoring(made: Record) -> Right:
    """Return what holds from the write after the backup on: that write until the backup is put back, then not."""
    backed_up = made.plan.models[-1]

    def right(folder: Folder, acked: int) -> None:
        found = look(folder)
        allowed = [backed_up.seen()] if acked == 4 else [backed_up.seen(), backed_up.after(LATER).seen()]
        assert found in allowed

    return right


def test_a_power_cut_takes_back_no_restored_backup(tmp_path):
    made = record(tmp_path / "book", 33, 1, "restore")
    places = [made.after_ack(4)] * 10
    wrong = faults(made, places, cut(random.Random(33)), right_after_restoring(made), tmp_path / "cut")
    assert list(wrong) == []


def test_killed_at_any_moment_of_restoring_there_is_the_old_book_or_the_backup(tmp_path):
    made = record(tmp_path / "book", 33, 1, "restore")
    places = range(made.after_ack(3), made.after_ack(4) + 1)
    assert list(faults(made, places, Disk.stop, right_after_restoring(made), tmp_path / "cut")) == []


def test_a_power_cut_at_any_moment_of_restoring_leaves_the_same(tmp_path):
    made = record(tmp_path / "book", 33, 1, "restore")
    places = range(made.after_ack(3), made.after_ack(4) + 1)
    wrong = faults(made, places, cut(random.Random(34)), right_after_restoring(made), tmp_path / "cut")
    assert list(wrong) == []
