"""How often asks are proved smallest, and in how many CPU seconds: households whose contracts alone do not work."""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import product
from statistics import median
from time import process_time
from typing import Final

from ashore.household.model import Household
from ashore.packs.limits import grants_of
from ashore.planning.asks import asking_of, find_in, smallest_set
from ashore.planning.baselines import run_baselines
from ashore.planning.candidates import Candidates, with_levers
from ashore.planning.problem import problem_of
from ashore.planning.solver import Programme
from benching.generator import FAMILIES
from benching.plan_run import TOOL

AIM_SECONDS: Final = 5.0
LIMIT_SECONDS: Final = 120
"""CPU seconds after which an instance is given up: not answered."""


@dataclass(frozen=True, slots=True)
class AsksRow:
    """One household: whether asks were found and proved smallest; CPU seconds for them, and for all alternatives."""

    needed: bool
    found: bool = False
    proved: bool = False
    seconds: float = 0.0
    all_seconds: float = 0.0


def asks_row(household: Household, months: int) -> AsksRow:
    """Return what is found for a household; nothing is needed where its contracts work."""
    problem = problem_of(household, months)
    alone = with_levers(problem, Candidates(problem, run_baselines(problem)).best((), "cheapest"))
    if alone.outcome.works:
        return AsksRow(needed=False)
    load_solver()
    grants, began = grants_of(household), process_time()
    first = smallest_set(asking_of(problem, alone.policy, grants))
    seconds, again = process_time() - began, process_time()
    find_in(asking_of(problem, alone.policy, grants))
    proved = first is not None and first.proved
    return AsksRow(
        needed=True,
        found=first is not None,
        proved=proved,
        seconds=seconds,
        all_seconds=process_time() - again,
    )


def load_solver() -> None:
    """Load what every solve needs, so that loading it is not counted."""
    programme = Programme()
    programme.column([(programme.row(1.0), 1.0)])
    programme.solve()


def row_json(row: AsksRow) -> str:
    """Return a row as a line of JSON."""
    return json.dumps(asdict(row))


def bench_asks(debts: str, months: str, seeds: str) -> int:
    """Print a line for each household, and then the table; each household in a process of its own."""
    rows: dict[int, list[AsksRow | None]] = {}
    for count, horizon, seed, family in _instances(debts, months, seeds):
        row = _answered(family, count, horizon, seed)
        rows.setdefault(count, []).append(row)
        print(family, count, horizon, seed, "not answered" if row is None else row_json(row), flush=True)
    print("\n".join(_table(rows)))
    return 0


def _instances(debts: str, months: str, seeds: str) -> Iterator[tuple[int, int, int, str]]:
    first, _, last = seeds.partition("..")
    counts, horizons = map(int, debts.split(",")), map(int, months.split(","))
    yield from product(counts, horizons, range(int(first), int(last or first) + 1), FAMILIES)


def _answered(family: str, debts: int, months: int, seed: int) -> AsksRow | None:
    """Return what a process of its own finds; None if it needs more than the limit."""
    words = [sys.executable, str(TOOL), "ask", family, *map(str, (debts, months, seed, LIMIT_SECONDS))]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    return AsksRow(**json.loads(done.stdout)) if done.returncode == 0 else None


def _table(rows: dict[int, list[AsksRow | None]]) -> Iterator[str]:
    heads = ("debts", "short", "not answered", "no asks do", "found", "proved", "within 5 s")
    yield "| " + " | ".join((*heads, "median s", "worst s", "all three, median s")) + " |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for debts, every in rows.items():
        short = [row for row in every if row is not None and row.needed]
        found = [row for row in short if row.found]
        proved = [row for row in found if row.proved]
        fast = sum(row.seconds <= AIM_SECONDS for row in proved)
        lost = every.count(None)
        cells = (debts, len(short) + lost, lost, len(short) - len(found), len(found), len(proved), fast)
        seconds = (*_spread([row.seconds for row in found]), _spread([row.all_seconds for row in found])[0])
        yield "| " + " | ".join([*map(str, cells), *(f"{one:.1f}" for one in seconds)]) + " |"


def _spread(seconds: Sequence[float]) -> tuple[float, float]:
    return (median(seconds), max(seconds)) if seconds else (0.0, 0.0)
