"""Killed, or without power, in the middle of an import: all of its files are there, or none, and nothing is taken back.

What is done to the folder is recorded by strace and played to the model of a disk that `test_power_cut.py` uses.
"""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from ashore.store.folder import PRIVATE, Folder
from needs import ROOT, needs
from store.crashing import Model, Plan
from store.power import Disk, events, strace
from store.test_power_cut import Leave, Record, cut, faults
from store.traced_bills import STEPS, look

pytestmark = needs("strace", "what a process does to its files is told by strace")
NAMES = [name for name, _, _ in STEPS]
DRAWN = 8


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """Return what the steps do to a new folder."""
    folder = tmp_path_factory.mktemp("bills") / "book"
    log = folder.with_suffix(".strace")
    paths = os.pathsep.join(str(ROOT / name) for name in ("tests", "src"))
    done = subprocess.run(
        [*strace(log), sys.executable, str(ROOT / "tests" / "store" / "traced_bills.py"), str(folder)],
        env={**os.environ, "PYTHONPATH": paths},
        stdout=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    return Record(tuple(events(log, folder.resolve())), Plan((), (Model(),)))


def right(folder: Folder, acked: int) -> None:
    """Assert that a folder holds what was acknowledged, or also what was under way, and nothing in between."""
    allowed = [found for _, _, found in STEPS[acked - 1 : acked + 1]]
    assert look(folder) in allowed


def wrong(made: Record, places: Iterable[int], leave: Leave, aside: Path) -> list[str]:
    """Return what is wrong where all ends at these moments."""
    return list(faults(made, places, leave, right, aside))


def during(made: Record, name: str) -> range:
    """Return the moments of a step, from the one before it on."""
    number = NAMES.index(name)
    return range(made.after_ack(number), made.after_ack(number + 1) + 1)


def drawn(rng: random.Random, moments: range) -> list[int]:
    """Return some of the moments in order, the last among them."""
    return sorted({*rng.sample(moments, min(DRAWN, len(moments))), moments[-1]})


@pytest.mark.parametrize("name", ["two", "third", "remove", "delete"])
def test_killed_in_the_middle_all_is_as_before_or_as_after(made, tmp_path, name):
    assert wrong(made, drawn(random.Random(51), during(made, name)), Disk.stop, tmp_path / "cut") == []


@pytest.mark.parametrize("name", ["two", "third", "put back", "delete"])
def test_a_power_cut_takes_back_no_import_and_leaves_no_half(made, tmp_path, name):
    rng = random.Random(52)
    assert wrong(made, drawn(rng, during(made, name)), cut(rng), tmp_path / "cut") == []


@pytest.mark.long
@pytest.mark.parametrize("name", NAMES[1:])
def test_killed_or_without_power_at_any_moment_the_same_holds(made, tmp_path, name):
    for leave in (Disk.stop, cut(random.Random(53))):
        assert wrong(made, during(made, name), leave, tmp_path / "cut") == []


def test_what_was_deleted_for_good_does_not_come_back_without_power(made, tmp_path):
    disk, rng = Disk(), random.Random(54)
    for event in made.events:
        disk.do(event)
    for at in range(5):
        disk.cut(rng, aside := tmp_path / str(at))
        assert not [path.name for path in aside.rglob("*") if PRIVATE["bills"] in path.name]
