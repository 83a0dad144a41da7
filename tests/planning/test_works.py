"""When a plan works: old arrears cleared within six months, no later due unpaid (SPEC §5.4, decision 0001 rule 22)."""

from datetime import date
from fractions import Fraction

import pytest

from ashore.household.model import Household
from ashore.loans.terms import LateFee, Minimum
from planning.small import HALF_PER_MILLE, debt, follow, gift, living, paid, wage

AS_OF = date(2027, 1, 31)
SINCE = date(2027, 1, 15)


def overdue(**more):
    """Return a debt of ¥1,800: ¥600 overdue, twelve dues of ¥100 to come."""
    return debt(balance=1800, periods=12, late=600, since=SINCE, **more)


@pytest.mark.parametrize(("day", "works"), [(date(2027, 7, 20), True), (date(2027, 8, 20), False)])
def test_arrears_of_the_start_may_take_until_the_end_of_month_six(day, works):
    """January is month 0, July month 6: ¥600 then is in time, a month later it is not."""
    household = Household(AS_OF, incomes=(wage(100), gift(600, day)), debts=(overdue(),))
    outcome = follow(household)
    assert outcome.works == works
    assert outcome.left_fen == 0


def test_penalty_on_the_old_arrears_does_not_break_a_plan_that_pays_every_later_due():
    """¥600 bear ¥0.30 a day until June, ¥45.30 in 151 days at most; the dues of ¥100 are paid each month."""
    household = Household(
        AS_OF, incomes=(wage(100), gift(700, date(2027, 6, 20))), debts=(overdue(penalty=HALF_PER_MILLE),)
    )
    outcome = follow(household)
    assert outcome.works
    assert 0 < outcome.penalty_fen <= 45_30


def test_a_later_due_that_is_not_paid_breaks_it():
    """¥99 a month against dues of ¥100, though the old arrears could be cleared in June."""
    household = Household(AS_OF, incomes=(wage(99), gift(700, date(2027, 6, 20))), debts=(overdue(),))
    assert not follow(household).works


@pytest.mark.parametrize(("amount", "works"), [(100, True), (99.99, False)])
def test_a_debt_in_order_may_never_end_a_month_overdue(amount, works):
    """Dues of ¥100; a fen short in the first month is enough to break it."""
    household = Household(
        AS_OF, incomes=(gift(amount, date(2027, 2, 1)), wage(100, since=date(2027, 3, 1))), debts=(debt(),)
    )
    assert follow(household).works == works


@pytest.mark.parametrize(("day", "works", "unpaid"), [(15, True, 0), (28, True, 0), (None, False, 1_00)])
def test_essential_spending_not_paid_by_the_end_of_its_month_breaks_it(day, works, unpaid):
    """¥1,000 of the ¥1,001 needed on 1 February: ¥400 later in the month make it good, with none ¥1 stays unpaid."""
    one = debt(periods=1, method="bullet", balance=300, due_day=20)
    late = (gift(400, date(2027, 2, day)),) if day else ()
    outcome = follow(
        Household(AS_OF, incomes=(wage(1000), *late), spendings=(living(1001),), debts=(one,)), horizon=1
    )
    assert (outcome.works, outcome.unpaid_essential_fen) == (works, unpaid)


def test_a_late_fee_of_a_revolving_debt_is_no_due():
    """The minimum is ¥100, ¥100 of an old one is unpaid.  With ¥100 a month the old one stays for six months: it works
    if it is paid then.  ¥95 a month leaves ¥5 of each new minimum unpaid; the late fee of ¥50 does not make that good.
    """
    fee = LateFee(Fraction(0), min_fen=50_00)
    least = Minimum(Fraction(0), floor_fen=100_00)
    card = debt(
        balance=3000, periods=0, late=100, since=SINCE, method="revolving", minimum=least, late_fee=fee
    )
    enough = Household(AS_OF, incomes=(wage(100), gift(900, date(2027, 7, 10))), debts=(card,))
    short = Household(AS_OF, incomes=(wage(95), gift(900, date(2027, 7, 10))), debts=(card,))
    assert follow(enough, horizon=8).works
    assert not follow(short, horizon=8).works


def test_what_has_accrued_by_the_horizon_counts():
    """¥10,000 overdue at ¥5 a day and never paid: February and March are 59 days, ¥295 of penalty, all of it left."""
    one = debt(balance=10_000, periods=1, late=10_000, since=AS_OF, penalty=HALF_PER_MILLE)
    outcome = follow(Household(AS_OF, debts=(one,)), horizon=2)
    assert paid(outcome) == []
    assert (outcome.penalty_fen, outcome.cost_fen, outcome.left_fen) == (295_00, 295_00, 10_295_00)


def test_money_set_aside_against_penalty_pays_the_next_debt_once_it_is_not_needed():
    """¥300 less ¥170 is ¥130.  a: ¥122 on 5 February; b: ¥6 old, ¥7 on the 5th.  After b's ¥6 and all of a, ¥2 is left
    for b: ¥5 of it stays unpaid, less than the ¥6 of the start, so the plan works.  March pays both of b's.
    """
    rules = {"penalty": HALF_PER_MILLE, "priority": "home", "due_day": 5}
    household = Household(
        AS_OF,
        incomes=(wage(300),),
        spendings=(living(170, day=2),),
        debts=(
            debt("a", 122, 1, **rules),
            debt("b", 20, 2, late=6, since=date(2027, 1, 10), **rules),
        ),
    )
    outcome = follow(household, horizon=5)
    february = [(one.on.day, one.debt, one.fen) for one in outcome.payments if one.on.month == 2]
    assert february == [(1, "b", 6_00), (5, "a", 122_00), (5, "b", 2_00)]
    assert outcome.works
    assert outcome.left_fen == 0
