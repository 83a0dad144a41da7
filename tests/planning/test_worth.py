"""What a change is worth, by figures on paper and by planning again with it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.model import Asset, FriendLoan, Household, SideWork
from ashore.loans.terms import Prepayment
from ashore.money import Rate
from ashore.planning.plan import make_plan
from ashore.planning.worth import Levers
from planning.small import CLEAN_FIRST, debt, living, wage, yuan

AS_OF = date(2027, 1, 31)
ONE_PERCENT = Rate(Decimal("0.01"), "month")


def levers(household: Household, **policy) -> Levers:
    """Return the levers of a household under the careful way of paying."""
    return Levers(household, replace(CLEAN_FIRST, **policy), 24)


def priced(balance: float, periods: int):
    """Return a debt at 1 % a month in equal parts that may be repaid early for free."""
    return debt(balance=balance, periods=periods, rate=ONE_PERCENT, prepayment=Prepayment())


def test_a_hundred_yuan_early_saves_the_interest_until_it_would_have_been_paid():
    """¥1,200 in 12 parts, just enough for each due: ¥100 in February is gone from the last due, in January 2028.

    From 15 February to 15 January lie eleven months of 1 % on ¥100: ¥11, and 1 % on what that saves is repaid early as
    well, up to 100 × (1.01^11 − 1) = ¥11.57 in all; a month later ¥10, up to ¥10.46.
    """
    incomes = tuple(
        wage(
            100 + 12 - index,
            since=date(2027 + (index + 1) // 12, (index + 1) % 12 + 1, 1),
            until=date(2027 + (index + 1) // 12, (index + 1) % 12 + 1, 28),
        )
        for index in range(12)
    )
    money = list(levers(Household(AS_OF, incomes=incomes, debts=(priced(1200, 12),))).money())
    assert yuan(11) < money[0].saved_fen < yuan(11.57)
    assert yuan(10) < money[1].saved_fen < yuan(10.46)
    assert all(one.works for one in money)


def test_a_thing_is_worth_selling_while_it_still_helps():
    """¥100 a month are missing from April on: the bicycle of ¥100 pays April's due, sold in April at the latest."""
    home = Household(
        AS_OF,
        cash_fen=yuan(200),
        incomes=(wage(100, since=date(2027, 5, 1)),),
        debts=(debt(balance=600, periods=6),),
        assets=(Asset("bicycle", yuan(100), True),),
    )
    (sale,) = levers(home, sales={0: 1}).sales()
    assert (sale.works, str(sale.month), sale.fen) == (True, "2027-04", yuan(100))
    assert sale.fewer_overdue > 0


def test_spending_less_is_worth_what_it_lets_one_repay():
    home = Household(
        AS_OF,
        incomes=(wage(150),),
        spendings=(living(10), replace(living(30), name="fun", essential=False)),
        debts=(priced(1200, 12),),
    )
    (fun,) = levers(home).spendings()
    assert (fun.name, fun.fen, fun.works) == ("fun", yuan(30), True)
    assert fun.saved_fen > 0


def test_a_friends_loan_is_the_smallest_that_works_and_none_where_the_gap_stays():
    """Due of ¥100 in February, money from March on: ¥100 are enough, repaid from later months."""
    home = Household(
        AS_OF,
        incomes=(wage(150, since=date(2027, 3, 1)),),
        debts=(debt(balance=600, periods=6),),
        friend_loans=(FriendLoan("friend", yuan(1000)),),
    )
    (friend,) = levers(home).friends()
    assert (friend.fen, friend.works) == (yuan(100), True)
    assert list(levers(replace(home, cause="structural")).friends()) == []


def test_side_work_is_the_fewest_hours_with_which_it_works():
    """¥90 a month for dues of ¥100: after ¥25 in hand each month from April on lacks ¥10, ¥35 by July: four hours."""
    home = Household(
        AS_OF,
        cash_fen=yuan(25),
        incomes=(wage(90),),
        debts=(debt(balance=600, periods=6),),
        side_work=(SideWork("work", yuan(10), 1),),
    )
    (work,) = levers(home).side_work()
    assert (work.hours, work.fen, work.works, str(work.month)) == (4, yuan(40), True, "2027-05")


def test_more_of_a_friends_money_helps_up_to_what_the_dear_debt_takes():
    """¥1,200 at 1 % a month and more to borrow for nothing over 23 months: beyond about ¥1,300 nothing is left."""
    home = Household(
        AS_OF,
        incomes=(wage(200),),
        debts=(priced(1200, 12),),
        friend_loans=(FriendLoan("friend", yuan(3000), months=23),),
    )
    (friend,) = levers(home).friends()
    assert yuan(900) <= friend.until_fen <= yuan(1500)
    assert 0 < friend.saved_fen <= yuan(78)


def test_a_due_day_after_payday_spares_the_late_days():
    home = Household(AS_OF, incomes=(wage(120, day=20),), debts=(debt(balance=600, periods=6, due_day=15),))
    (moved,) = levers(home).due_days()
    assert (moved.day, moved.works) == (21, True)


@pytest.mark.parametrize("name", ["money", "side_work", "sales", "spendings", "due_days", "friends"])
def test_a_household_with_nothing_has_no_levers(name):
    assert list(getattr(levers(Household(AS_OF)), name)()) == []


def test_the_way_of_paying_is_the_plans_own():
    home = Household(AS_OF, incomes=(wage(150),), debts=(priced(1200, 12),))
    plan = make_plan(home, horizon=24)
    assert Levers(home, plan.policy, 24).base.net_fen == plan.outcome.net_fen
