"""Two things timed in turns in one run: only the ratio of their CPU times means anything on a busy machine."""

import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median
from time import process_time
from typing import Final

ROUNDS: Final = 9
UNITS: Final = ((1.0, "s"), (1e-3, "ms"), (1e-6, "µs"))


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: its name, and a function that returns the CPU seconds of one round (per unit of work)."""

    name: str
    run: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Result:
    """The CPU seconds of both sides, the best round's and the median round's, and the ratio of each pair of rounds."""

    ours: float
    other: float
    medians: tuple[float, float]
    ratios: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """Return the ratio of the best times."""
        return self.ours / self.other

    @property
    def of_medians(self) -> float:
        """Return the ratio of the median times."""
        return self.medians[0] / self.medians[1]


def compare(ours: Side, other: Side, aim: float | None = None, rounds: int = ROUNDS) -> Result:
    """Return the result of both sides run in turns, after one round of each that does not count; print it."""
    for warming_up in (ours, other):
        warming_up.run()
    pairs = [(ours.run(), other.run()) for _ in range(rounds)]
    result = Result(
        min(pair[0] for pair in pairs),
        min(pair[1] for pair in pairs),
        (median(pair[0] for pair in pairs), median(pair[1] for pair in pairs)),
        tuple(first / second for first, second in pairs),
    )
    print(f"  {ours.name}: {shown(result.ours)}")
    print(f"    against {other.name}: {shown(result.other)}")
    spread = f"single rounds {min(result.ratios):.3g} to {max(result.ratios):.3g}"
    print(f"    {result.ratio:.3g} times ({spread}){verdict(result.ratio, aim)}")
    return result


def verdict(ratio: float, aim: float | None) -> str:
    """Return whether an aim is met; nothing where there is none."""
    if aim is None:
        return ""
    return f"; aim {aim:g} times or less: {'met' if ratio <= aim else 'MISSED'}"


def shown(seconds: float) -> str:
    """Return seconds in a readable unit."""
    factor, unit = next((pair for pair in UNITS if seconds >= pair[0]), UNITS[-1])
    return f"{seconds / factor:.3g} {unit}"


def process(command: Sequence[str]) -> float:
    """Return the CPU seconds of a whole process, its start included.  Raises if it ends badly (1 is an answer)."""
    before = _children()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{command} ended with {done.returncode}: {done.stderr}")
    return _children() - before


def _children() -> float:
    usage = getrusage(RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def timed(work: Callable[[], int]) -> float:
    """Return the CPU seconds per unit of work; `work` returns how many units it did."""
    begun = process_time()
    units = work()
    return (process_time() - begun) / units
