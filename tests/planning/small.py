"""Small households whose figures can be worked out on paper."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ashore.household.model import Debt, Household, Income, Spending
from ashore.loans.terms import Arrears, Penalty, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.baselines import CANDIDATES
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run

FREE = Rate(Decimal(0), "year")
CLEAN_FIRST = CANDIDATES[0]
NEVER_EARLY = Prepayment(allowed=False)
HALF_PER_MILLE = Penalty(rate=Rate(Decimal("0.0005"), "day"))
"""¥5 a day on ¥10,000."""


def yuan(amount: float) -> int:
    """Return yuan as fen."""
    return round(amount * 100)


def debt(name: str = "a", balance: float = 1200, periods: int = 12, **more: Any) -> Debt:
    """Return a debt without interest in equal parts, due on the 15th, that may not be repaid early.

    Keys of `Terms` and of `Debt` may be given; `late` is the principal overdue since `since`.
    """
    late, since = more.pop("late", 0), more.pop("since", None)
    arrears = Arrears(since, yuan(late)) if since else None
    base: dict[str, Any] = {
        "method": "equal-principal", "rate": FREE, "due_day": 15, "prepayment": NEVER_EARLY,
    }  # fmt: skip
    base |= {key: more.pop(key) for key in list(more) if key in Terms.__dataclass_fields__}
    return Debt(name, f"debt {name}", "", Terms(**base), yuan(balance), periods, arrears=arrears, **more)


def wage(amount: float, day: int = 1, **more: Any) -> Income:
    """Return money that comes each month."""
    return Income("wage", yuan(amount), day=day, **more)


def gift(amount: float, on: date) -> Income:
    """Return money that comes once."""
    return Income("gift", yuan(amount), every="once", on=on)


def living(amount: float, day: int = 1, **more: Any) -> Spending:
    """Return essential spending of each month."""
    return Spending("living", yuan(amount), day=day, **more)


def follow(household: Household, policy: Policy = CLEAN_FIRST, horizon: int = 24) -> Outcome:
    """Return what a policy leads to."""
    return run(problem_of(household, horizon), policy)


def paid(outcome: Outcome, name: str = "a") -> list[tuple[str, float]]:
    """Return the payments to a debt as (day, yuan)."""
    return [(one.on.isoformat(), one.fen / 100) for one in outcome.payments if one.debt == name]


def ends(outcome: Outcome) -> Mapping[str, float]:
    """Return the cash at each month's end, in yuan."""
    return {str(row.month): row.end_fen / 100 for row in outcome.cash}
