"""Days before the next money on which living is short, and days later on which a due comes before the money for it."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.dates import Month
from ashore.household.model import Business, Due, Household
from ashore.planning.living_gap import living_gap
from ashore.planning.outcome import Payment, Sale, SideWorkMonth
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from ashore.planning.tight import could_be_kept_fen, tight_day
from planning.small import debt, follow, living, wage, yuan

AS_OF = date(2027, 1, 31)
FEBRUARY = Month(2027, 2)
RENT = living(600)
FOOD = living(700, day=10)
PAYDAY = wage(5600, day=20)
HAND = Household(AS_OF, cash_fen=yuan(900), incomes=(PAYDAY,), spendings=(RENT, FOOD), debts=(debt(),))
"""¥900 in hand; ¥600 on the 1st, ¥700 on the 10th, the wage on the 20th: ¥400 is missing for ten days."""


def test_money_that_does_not_last_until_payday_is_the_urgent_thing():
    plan = make_plan(HAND, horizon=24)
    assert plan.outcome.works
    assert plan.living_gap is not None
    assert (plan.living_gap.on, plan.living_gap.until) == (date(2027, 2, 10), date(2027, 2, 20))
    assert plan.living_gap.missing_fen == yuan(900 - 600 - 700) * -1
    assert plan.urgent.code == "urgent-living-days"
    assert plan.urgent.facts["missing_fen"] == yuan(400)


@pytest.mark.parametrize(("cash", "short"), [(1300, False), (1299.99, True)])
def test_a_fen_decides_whether_it_lasts(cash, short):
    plan = make_plan(replace(HAND, cash_fen=yuan(cash)), horizon=24)
    assert (plan.living_gap is not None) == short
    assert (plan.urgent.code == "urgent-living-days") == short


@pytest.mark.parametrize(("price", "short"), [(400, False), (399.99, True)])
def test_a_thing_sold_on_the_first_of_the_month_carries_over_the_days(price, short):
    problem = problem_of(HAND, 24)
    sold = replace(follow(HAND), sales=(Sale(FEBRUARY, "bicycle", yuan(price)),))
    assert (living_gap(problem, sold) is not None) == short


def test_side_work_is_paid_at_the_months_end_and_helps_none_of_its_days():
    worked = replace(follow(HAND), side_work=(SideWorkMonth(FEBRUARY, "rides", 40, yuan(1000)),))
    assert living_gap(problem_of(HAND, 24), worked) == make_plan(HAND, horizon=24).living_gap


def test_of_a_household_with_a_shop_nothing_is_said_as_its_takings_have_no_days():
    shop = Business("stall", yuan(1000))
    assert make_plan(replace(HAND, businesses=(shop,)), horizon=24).living_gap is None


def test_a_whole_month_without_enough_comes_before_some_days_of_it():
    """No wage at all: what is unpaid at February's end is said, not the days up to it."""
    plan = make_plan(replace(HAND, incomes=()), horizon=24)
    assert plan.urgent.code == "urgent-essentials"


SCHOOL = Household(
    AS_OF,
    cash_fen=yuan(400),
    incomes=(wage(500, day=20),),
    spendings=(living(300),),
    dues=(Due("school", yuan(500), date(2027, 4, 10), "law"),),
    debts=(debt(),),
)
"""¥100 more comes in than goes out each month: ¥600 at March's end.  In April −300 on the 1st, −500 on the 10th, −100
on the 15th, +500 on the 20th: ¥200 short, then ¥300."""


def test_a_due_before_the_money_of_its_month_is_told_with_what_would_do():
    plan = make_plan(SCHOOL, horizon=24)
    assert plan.outcome.works
    tight = plan.tight
    assert tight is not None
    assert (tight.on, tight.item, tight.money_on) == (date(2027, 4, 10), "school", date(2027, 4, 20))
    assert tight.missing_fen == yuan(-(600 - 300 - 500 - 100))
    assert (str(tight.kept_month), tight.kept_fen) == ("2027-03", yuan(600 + 300))
    assert tight.early_fen == 0


@pytest.mark.parametrize(("cash", "short"), [(700, False), (699.99, True)])
def test_with_what_would_do_in_hand_nothing_is_told(cash, short):
    """¥300 more at the start is ¥300 more at March's end."""
    plan = make_plan(replace(SCHOOL, cash_fen=yuan(cash)), horizon=24)
    assert (plan.tight is not None) == short


def test_the_months_whose_days_are_real_are_not_looked_at_again():
    """The same due in March, month 2, is paid on its real day or told as late: no later day is short."""
    march = replace(SCHOOL, dues=(Due("school", yuan(400), date(2027, 3, 10), "law"),))
    assert make_plan(march, horizon=24).tight is None


def test_nothing_is_told_where_no_plan_works():
    assert make_plan(replace(SCHOOL, incomes=()), horizon=24).tight is None


def test_what_is_repaid_early_up_to_that_months_end_could_have_been_kept():
    """¥70 repaid early on 15 March count, ¥80 on 15 April do not."""
    outcome = follow(SCHOOL)
    early = tuple(
        Payment(date(2027, month, 15), "a", yuan(fen), yuan(fen), 0, 0, 0, 0, extra=True)
        for month, fen in ((3, 70), (4, 80))
    )
    found = tight_day(problem_of(SCHOOL, 24), replace(outcome, payments=(*outcome.payments, *early)))
    assert found is not None
    assert found.early_fen == yuan(70)


def test_what_makes_the_due_itself_smaller_could_not_have_been_kept_for_it():
    """Repaid early: ¥70 of a debt in equal parts, ¥90 of one that ends in a lump."""
    lump = debt("b", 900, 6, method="interest-only")
    own = replace(SCHOOL, debts=(*SCHOOL.debts, lump))
    day = date(2027, 3, 15)
    rows = tuple(
        Payment(day, name, yuan(fen), 0, 0, 0, 0, 0, extra=True) for name, fen in (("a", 70), ("b", 90))
    )
    outcome = replace(follow(own), payments=rows)
    assert could_be_kept_fen(own, outcome, day) == yuan(70)
    assert could_be_kept_fen(own, outcome, date(2027, 3, 14)) == 0
