"""Instances planned one after the other, each plan in a process of its own with a limit, on one thread."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from signal import SIGXCPU
from typing import Final, TypedDict, cast

from benching.converting import converted
from benching.generator import FAMILIES

TOOL: Final = Path(__file__).parents[1] / "bench_plan.py"
OURS_LIMIT: Final = 120
"""CPU seconds after which our planner is given up, so that one instance does not stop the table: not answered."""
COMPILED: Final = Path(__file__).parents[2] / "build" / "compiled"
"""Where machine code is kept between the processes."""
ONE_THREAD: Final = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")


class Judged(TypedDict):
    """What the judge says of a plan (`plan_rows.Judged`)."""

    seconds: float
    works: bool
    unpaid: float
    harm: float
    overdue_months: int
    arrears: float
    cut: float
    net: float
    weighted: float
    wrong: int
    choices: int
    hours: int
    lent: float


class Ours(TypedDict):
    """Our plan (`plan_rows.Ours`)."""

    judged: Judged
    status: str
    tier: str
    bound: float | None
    offers: int
    asks: int


class Plain(TypedDict):
    """The plain solver's plan (`plan_rows.Plain`)."""

    judged: Judged | None
    proved: bool
    seconds: float
    build_seconds: float
    objective: float
    bound: float
    columns: int


class Fast(TypedDict):
    """The compiled fast tier's plan (`plan_rows.Fast`)."""

    judged: Judged
    lay_seconds: float
    search_seconds: float
    tries: int
    as_found: bool


@dataclass(frozen=True, slots=True)
class Instance:
    """A household of the generator."""

    family: str
    debts: int
    months: int
    seed: int

    @property
    def words(self) -> list[str]:
        """Return the words of a command."""
        return [self.family, str(self.debts), str(self.months), str(self.seed)]


@dataclass(frozen=True, slots=True)
class Row:
    """One instance with its plans; None for one that was given up.  `debt`: what is owed, in yuan."""

    instance: Instance
    debt: float
    ours: Ours | None
    plain: Plain | None
    punctual: Plain | None
    fast: Fast | None = None


def instances(sizes: Iterable[int], months: Iterable[int], seeds: Iterable[int]) -> Iterator[Instance]:
    """Yield the instances of all families, small ones first."""
    for debts, length, seed, family in product(sizes, months, seeds, FAMILIES):
        yield Instance(family, debts, length, seed)


def measured(instance: Instance, seconds: float) -> Row:
    """Return the row of an instance; the plain solver has so many seconds for each stage."""
    return Row(
        instance,
        _owed(instance),
        cast("Ours | None", _plan("ours", instance, OURS_LIMIT)),
        cast("Plain | None", _plan("plain", instance, seconds)),
        cast("Plain | None", _plan("punctual", instance, seconds)),
        cast("Fast | None", _plan("fast", instance, COMPILED)),
    )


def _owed(instance: Instance) -> float:
    household = converted(instance.family, instance.debts, instance.months, instance.seed)
    return sum(debt.balance_fen for debt in household.debts) / 100


def _plan(stage: str, instance: Instance, last: object) -> object:
    """Return what the tool prints for one plan; None if it is over its limit or ends badly.

    `last`: the last word of the command, a limit in seconds or a folder.
    """
    command = [sys.executable, str(TOOL), stage, *instance.words, str(last)]
    env = os.environ | ONE_THREAD
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if done.returncode == -SIGXCPU:
        return None
    if done.returncode != 0:
        print(f"{stage} {instance.words}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    return json.loads(done.stdout)


def run(wanted: Iterable[Instance], seconds: float, path: Path) -> list[Row]:
    """Return the rows of the instances, those in the file already taken over; each new one is added to it."""
    known = {row.instance: row for row in read_rows(path)}
    rows: list[Row] = []
    for instance in wanted:
        row = known.get(instance)
        if row is None:
            row = measured(instance, seconds)
            with path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(row)) + "\n")
            print(_line(row), file=sys.stderr, flush=True)
        rows.append(row)
    return rows


def _line(row: Row) -> str:
    plans = [plan["judged"] if plan else None for plan in (row.ours, row.plain, row.punctual, row.fast)]
    shown = [
        f"{one['seconds']:.1f} s {one['weighted']:.0f} harm {one['harm']:g}" if one else "-" for one in plans
    ]
    return " | ".join([" ".join(row.instance.words), *shown])


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file; none where there is no file."""
    if not path.exists():
        return []
    found = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [Row(**(one | {"instance": Instance(**one["instance"])})) for one in found]
