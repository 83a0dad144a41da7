"""How much is missing: by hand, and with it in hand a plan works."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from ashore.household.model import Household, SideWork
from ashore.planning.plan import make_plan
from planning.small import debt, living, wage, yuan
from properties.examples import PLANNED
from properties.households import horizons, households

AS_OF = date(2027, 1, 31)


def test_it_is_what_the_dues_ask_above_what_comes_in():
    """¥100 a month for 3 months, ¥80 come in: 3 × ¥20 are missing, with ¥10 in hand ¥50."""
    home = Household(AS_OF, incomes=(wage(80),), debts=(debt(balance=300, periods=3),))
    assert make_plan(home, horizon=6).shortfall_fen == yuan(60)
    assert make_plan(replace(home, cash_fen=yuan(10)), horizon=6).shortfall_fen == yuan(50)


def test_it_is_rounded_up_to_ten_yuan():
    """¥100.30 a month, ¥80 come in: ¥60.90 are missing."""
    home = Household(AS_OF, incomes=(wage(80),), debts=(debt(balance=300.90, periods=3),))
    assert make_plan(home, horizon=6).shortfall_fen == yuan(70)


def test_it_looks_no_further_than_the_last_debt():
    """Living costs ¥10 above income: 3 months of that and of ¥100, then no debt is left and the plan ends."""
    home = Household(
        AS_OF, incomes=(wage(90),), spendings=(living(100),), debts=(debt(balance=300, periods=3),)
    )
    assert make_plan(home, horizon=24).shortfall_fen == yuan(330)


def test_repaying_early_makes_it_smaller():
    """What the model of months finds counts: never more than what the plainest way of paying would need."""
    home = Household(AS_OF, incomes=(wage(80),), debts=(debt(balance=300, periods=3),))
    plan = make_plan(home, horizon=6)
    assert make_plan(replace(home, cash_fen=plan.shortfall_fen), horizon=6).status == "works"
    assert make_plan(replace(home, cash_fen=plan.shortfall_fen - yuan(10)), horizon=6).status != "works"


def test_an_hour_that_lets_a_plan_work_is_worked_though_as_much_stays_overdue():
    """¥4,335 due with a fen overdue: an hour at ¥15 leaves a fen of it, which may wait; without, ¥15.01 of the due."""
    one = debt(balance=4_335.01, periods=1, due_day=1, late=0.01, since=date(2026, 1, 1), priority="home")
    home = Household(
        date(2026, 1, 1),
        cash_fen=yuan(4_330),
        spendings=(living(10),),
        debts=(one,),
        side_work=(SideWork("w", 15_00, 1),),
    )
    assert make_plan(home, horizon=1).status == "works"
    assert make_plan(replace(home, side_work=()), horizon=1).status == "does-not-work"


@pytest.mark.property
@PLANNED
@given(households(debts_max=3), horizons())
def test_with_what_is_missing_in_hand_a_plan_works(household: Household, horizon: int):
    plan = make_plan(household, horizon=horizon)
    if plan.status == "does-not-work" and plan.shortfall_fen:
        accounts = tuple(
            replace(one, balance_fen=one.balance_fen + plan.shortfall_fen) if one.purpose != "stock" else one
            for one in household.accounts
        )
        richer = replace(household, cash_fen=household.cash_fen + plan.shortfall_fen, accounts=accounts)
        assert make_plan(richer, horizon=horizon).status != "does-not-work"
