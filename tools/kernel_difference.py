"""How far the month kernel is from the exact replay, over random households: `python tools/kernel_difference.py [N]`.

Twice: with every month whole in both (the kernel's own rules), and against what a person is shown, where money
moves on its real day in the first three months.  Contracts charged by whole months and by days apart.
"""

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from ashore.household.model import Household
from ashore.loans.terms import Accrual
from ashore.money import format_fen
from ashore.planning.baselines import with_sales
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from ashore.simulation.simulate import Run
from simulation.households import dice_of, household
from simulation.same import POLICIES, SALES, replayed, simulated

HOUSEHOLDS: Final = 300
HORIZON: Final = 60
MIDDLE, NEARLY_ALL = 0.5, 0.95


@dataclass(slots=True)
class Gaps:
    """Differences of a run's interest, penalty and fees, in fen and as a share of them; and of the last month."""

    cost_fen: list[int] = field(default_factory=list[int])
    shares: list[float] = field(default_factory=list[float])
    months: list[int] = field(default_factory=list[int])

    def add(self, exact: Outcome, kernel: Run) -> None:
        """Count one run of both."""
        gap = abs(exact.cost_fen - kernel.interest_fen - kernel.penalty_fen - kernel.fee_fen)
        self.cost_fen.append(gap)
        self.shares.append(gap / max(1, exact.cost_fen))
        if exact.months is not None and kernel.months is not None:
            self.months.append(abs(exact.months - kernel.months))

    def __str__(self) -> str:
        """Return the figures in two lines."""
        same = sum(gap == 0 for gap in self.cost_fen)
        closed = sum(gap == 0 for gap in self.months)
        return (
            f"{len(self.cost_fen)} runs, {same} the same to the fen; most {format_fen(max(self.cost_fen))} yuan; "
            f"share of cost: median {_at(self.shares, MIDDLE):.3%}, 95th {_at(self.shares, NEARLY_ALL):.2%}\n"
            f"    closed in both: {len(self.months)}, {closed} in the same month, "
            f"the rest at most {max(self.months, default=0)} months apart"
        )


def _at(numbers: list[float], share: float) -> float:
    return sorted(numbers)[int(share * (len(numbers) - 1))]


def by_day(one: Household, policy: Policy, horizon: int) -> Outcome:
    """Return the exact replay as a person is shown it."""
    return run(problem_of(one, horizon), with_sales(policy, SALES))


def pairs(
    count: int, accrual: Accrual, exact: Callable[[Household, Policy, int], Outcome]
) -> Iterator[tuple[Outcome, Run]]:
    """Yield a replay and the kernel's run of the same strategy, for each household and strategy."""
    for seed in range(count):
        one = household(dice_of(seed), accrual)
        for policy in POLICIES:
            kernel = simulated(one, policy, HORIZON)
            if kernel.status != "runaway":
                yield exact(one, policy, HORIZON), kernel


def main(count: int) -> None:
    """Print the differences."""
    accruals: tuple[Accrual, ...] = ("monthly", "daily")
    for name, exact in (("every month whole in both", replayed), ("the first three months by day", by_day)):
        print(f"Against the exact replay, {name}; {count} random households, {HORIZON} months:")
        for accrual in accruals:
            gaps = Gaps()
            for outcome, kernel in pairs(count, accrual, exact):
                gaps.add(outcome, kernel)
            print(f"  {accrual} accrual: {gaps}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else HOUSEHOLDS)
