"""A friend's loan is the last resort: only where the plan then works, and the friend is repaid inside it (H4)."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.household.model import FriendLoan, Household, SideWork
from ashore.planning.plan import make_plan
from ashore.planning.worth import Levers
from planning.small import CLEAN_FIRST, debt, wage, yuan

AS_OF = date(2027, 1, 31)
HORIZON = 24
FRIEND = FriendLoan("friend", yuan(1000), months=12)
LATE_WAGE = Household(
    AS_OF,
    incomes=(wage(150, since=date(2027, 3, 1)),),
    debts=(debt(balance=600, periods=6),),
    friend_loans=(FRIEND,),
)
"""A due of ¥100 in February, money from March on: ¥100 lent are enough, and come back from ¥50 a month to spare."""


def drawn(household: Household) -> int:
    """Return how much a plan takes from friends."""
    plan = make_plan(household, horizon=HORIZON)
    return sum(flow.fen for flow in plan.outcome.friend_loan if flow.kind == "draw")


def told(household: Household) -> list[str]:
    """Return whose loans are told as levers."""
    return [one.name for one in Levers(household, CLEAN_FIRST, HORIZON).friends()]


def test_the_plan_takes_no_more_than_it_needs_and_repays_all_of_it():
    plan = make_plan(LATE_WAGE, horizon=HORIZON)
    flows = plan.outcome.friend_loan
    assert plan.status == "works"
    assert sum(one.fen for one in flows if one.kind == "draw") == yuan(100)
    assert sum(one.fen for one in flows if one.kind == "repay") == yuan(100)


def test_side_work_comes_before_a_friend():
    home = replace(LATE_WAGE, side_work=(SideWork("work", yuan(10), 20),))
    assert drawn(home) == 0
    assert make_plan(home, horizon=HORIZON).outcome.side_work


@pytest.mark.parametrize("months", [23, 24, 60])
def test_a_friend_who_would_not_be_repaid_inside_the_plan_is_not_asked(months):
    """The first instalment is in March, month 2: the 23rd falls in month 24, the horizon's last; a 24th lies beyond."""
    home = replace(LATE_WAGE, friend_loans=(replace(FRIEND, months=months),))
    assert bool(drawn(home)) == (months == 23)
    assert bool(told(home)) == (months == 23)


def test_a_gap_that_stays_is_not_moved_to_a_friend():
    assert drawn(replace(LATE_WAGE, cause="structural")) == 0
    assert told(replace(LATE_WAGE, cause="structural")) == []


def test_a_loan_with_which_the_plan_still_fails_is_neither_taken_nor_told():
    """Nothing comes in at all: ¥300 pay three dues of six, and nobody is repaid."""
    home = replace(LATE_WAGE, incomes=(), friend_loans=(replace(FRIEND, amount_fen_max=yuan(300)),))
    assert make_plan(home, horizon=HORIZON).status == "does-not-work"
    assert (drawn(home), told(home)) == (0, [])
