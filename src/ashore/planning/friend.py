"""A friend's loan drawn in the plan: a level-payment debt of its own, repaid inside the plan."""

from datetime import date
from decimal import Decimal
from typing import Final

from ashore.dates import Month, add_months
from ashore.household.model import FriendLoan
from ashore.loans.opening import open_account
from ashore.loans.terms import Opening, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.policy import Runner, weight_of
from ashore.planning.problem import Problem

FRIEND: Final = "friend:"
"""How the debt that a friend's loan becomes is named, before the lever's name."""


def draw_day(lever: FriendLoan, as_of: date) -> date:
    """Return the day the money comes: the lever's `from`, or the first day of next month."""
    if lever.since and lever.since > as_of:
        return lever.since
    return add_months(as_of, 1, 1)


def friend_runner(problem: Problem, lever_index: int, fen: int, month: Month, index: int) -> Runner | None:
    """Return the friend's loan as a debt if it is drawn in this month, else None."""
    lever = problem.household.friend_loans[lever_index]
    day = draw_day(lever, problem.as_of)
    if fen <= 0 or day < month.first or day > month.last:
        return None
    yearly = lever.rate_per_year
    rate = Rate(Decimal(yearly.numerator) / Decimal(yearly.denominator), "year")
    terms = Terms("level-payment", rate, due_day=day.day, prepayment=Prepayment(allowed=False))
    account = open_account(terms, Opening(day, fen, lever.months, day), problem.working_days)
    return Runner(
        id=f"{FRIEND}{lever.name}",
        index=index,
        debt=None,
        account=account,
        weight=weight_of(None),
        overdue_at_start=False,
        overdue_before=False,
        past_90_before=False,
    )
