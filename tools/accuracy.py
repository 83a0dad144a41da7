"""How exact yearly rates are, beside pyxirr's, against 50 digits of mpmath: a Markdown table on standard output.

`accuracy.py [CASES] [SEED]`: so many random cases of each class (default 100, seed 1).

A miss is a rate that is not found where there is one, found where there is none, or off by more than 1e-6 (of
1 + rate, above 0); of several rates, another than the rule's counts on its own. Errors are those of the rates found.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from importlib.metadata import version
from typing import Final

import pyxirr

from accurate.cases import CLASSES, Case, case_of
from accurate.compare import growth_of
from accurate.fifty import Real, real
from accurate.reference import chosen, roots
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.roots import rates_of

FIRST_DAY: Final = date(2000, 1, 1)
MISS: Final = 1e-6
LARGE_GROWTH: Final = 11


@dataclass(slots=True)
class Tally:
    """What one solver did in one class."""

    error: float = 0.0
    relative: float = 0.0
    misses: int = 0
    others: int = 0

    def count(self, mine: Real | None, growths: list[Real]) -> None:
        """Count one case, from 1 + rate or None and all that fit."""
        right = chosen(growths)
        if mine is None or right is None:
            self.misses += (mine is None) != (right is None)
            return
        nearest = min(growths, key=lambda growth: abs(growth - mine))
        off = abs(nearest - mine)
        if off > (nearest if nearest > 1 else real(1)) * MISS:
            self.misses += 1
            return
        self.others += abs(nearest - right) > 0
        self.relative = max(self.relative, float(off / nearest))
        if nearest <= LARGE_GROWTH:
            self.error = max(self.error, float(off))


def ours(case: Case) -> Real | None:
    """Return 1 + rate of the product."""
    answer = rates_of(case.amounts, case.days, 365)
    return growth_of(answer.rate) if isinstance(answer, Found) else None


def peer(case: Case) -> Real | None:
    """Return 1 + rate of pyxirr."""
    try:
        rate = pyxirr.xirr(
            [FIRST_DAY + timedelta(days=day) for day in case.days], list(map(float, case.amounts))
        )
    except pyxirr.InvalidPaymentsError:
        return None
    return None if rate is None else 1 + real(rate)


SOLVERS: Final[dict[str, Callable[[Case], Real | None]]] = {"Ashore": ours, "pyxirr": peer}


def row(kind: str, cases: int, seed: int) -> str:
    """Return a class's line of the table."""
    tallies = {name: Tally() for name in SOLVERS}
    for number in range(cases):
        case = case_of(kind, seed, number)
        growths = roots([Fraction(amount) for amount in case.amounts], list(case.days))
        for name, solve in SOLVERS.items():
            tallies[name].count(solve(case), growths)
    cells = [f"{t.error:.1e} | {t.relative:.1e} | {t.misses} | {t.others}" for t in tallies.values()]
    return f"| {kind} | {' | '.join(cells)} |"


def main(arguments: list[str]) -> int:
    """Print the table and return the exit code."""
    cases, seed = (int(word) for word in [*arguments, *("100", "1")[len(arguments) :]])
    print(f"{cases} cases of each class, seed {seed}; pyxirr {version('pyxirr')}.\n")
    names = [
        f"{name}: {what}"
        for name in SOLVERS
        for what in ("error up to 1000 %", "relative", "missed", "other root")
    ]
    print(f"| class | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for kind in CLASSES:
        print(row(kind, cases, seed), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
