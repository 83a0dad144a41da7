"""What a person may want most, as a key to compare outcomes by, and the ways of paying that serve each goal."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, Literal

from ashore.dates import Month
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Extra, Policy

Goal = Literal["cheapest", "fewest-debts", "soonest", "lowest-strain"]
Key = tuple[float, ...]
GOALS: Final[tuple[Goal, ...]] = ("cheapest", "fewest-debts", "soonest", "lowest-strain")
NEVER_MONTHS: Final = 10_000
"""Stands for a debt that is still open at the horizon."""


def _careful(name: str, extra: Extra, *, lumps: bool = False) -> Policy:
    return Policy(name, "clean-first", extra, reserve=True, spares=True, careful=True, lumps=lumps)


LEVEL: Final = Policy(
    "clean-first-level", "clean-first", "all-dearest", reserve=True, spares=True, careful=True, lumps=True, steady=True
)  # fmt: skip
"""Repays early only to keep a later month from having to bear more; how much and how long is searched for."""
MORE: Final[Mapping[Goal, tuple[Policy, ...]]] = {
    "cheapest": (),
    "fewest-debts": (
        _careful("clean-first-smallest-lumps", "smallest", lumps=True),
        _careful("clean-first-closing", "closing"),
        _careful("clean-first-closing-lumps", "closing", lumps=True),
    ),
    "soonest": (
        _careful("clean-first-all", "all-dearest"),
        _careful("clean-first-all-lumps", "all-dearest", lumps=True),
        _careful("clean-first-longest", "longest"),
        _careful("clean-first-longest-lumps", "longest", lumps=True),
    ),
    "lowest-strain": (
        replace(LEVEL, name="clean-first-dues", early_months=0),
        replace(LEVEL, name="oldest-first-dues", order="oldest", early_months=0),
    ),
}
"""The ways of paying tried for a goal besides those tried for every plan."""


def goal_key(outcome: Outcome, goal: Goal) -> Key:
    """Return what is compared for a goal; less is better.  A plan that works comes before one that does not."""
    unpaid, harm, arrears, cuts, net = outcome.goals
    before = (not outcome.works, unpaid, harm, arrears, cuts)
    months = outcome.months if outcome.months is not None else NEVER_MONTHS
    if goal == "soonest":
        return (*before, months, net)
    if goal == "fewest-debts":
        return (*before, open_debt_months(outcome), net)
    if goal == "lowest-strain":
        return (*before, len(outcome.left_debts), *strain(outcome))
    return (*before, net, months)


def open_debt_months(outcome: Outcome) -> int:
    """Return the number of open debts summed over the months: less means accounts are closed sooner."""
    return sum(sum(left > 0 for left in end.left_fen) for end in outcome.ends)


def strain(outcome: Outcome) -> tuple[int, ...]:
    """Return what goes to debts in each month up to the horizon, the largest first: less is easier to bear."""
    return tuple(sorted((row.debt_fen for row in outcome.cash if row.debt_fen), reverse=True))


def peak_of(outcome: Outcome) -> tuple[int, Month | None]:
    """Return the most that goes to debts in one calendar month, and the first month in which it does."""
    row = max(outcome.cash, key=lambda one: one.debt_fen, default=None)
    return (row.debt_fen, row.month) if row and row.debt_fen else (0, None)
