"""The plans for each goal and their prices, by figures on paper and against every other way of paying."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.cli.household import read_household
from ashore.household.model import Household
from ashore.loans.terms import Minimum, Prepayment
from ashore.money import Rate
from ashore.planning.goals import GOALS, goal_key, peak_of
from ashore.planning.plan import make_plan
from ashore.planning.variants import variants_of
from needs import ROOT
from planning.small import debt, living, wage, yuan

AS_OF = date(2027, 1, 31)
ONE_PERCENT = Rate(Decimal("0.01"), "month")
EARLY = Prepayment()


def by_goal(household: Household, horizon: int = 24):
    """Return the variants by goal."""
    return {one.goal: one for one in variants_of(household, horizon)}


def test_a_large_last_due_is_borne_in_equal_parts():
    """¥1,200 without interest due on 15 July, ¥200 a month to spare from February: six months of ¥200."""
    bullet = debt(balance=1200, periods=6, method="bullet", prepayment=EARLY)
    found = by_goal(Household(AS_OF, incomes=(wage(250),), spendings=(living(50),), debts=(bullet,)))
    easy = found["lowest-strain"]
    assert [row.debt_fen for row in easy.outcome.cash] == [0, *[yuan(200)] * 6]
    assert (easy.peak_fen, str(easy.peak_month), easy.price_fen) == (yuan(200), "2027-02", 0)


def test_easier_months_cost_the_interest_of_what_is_not_repaid_early():
    """¥1,200 in 12 parts at 1 % a month, by contract: 12 + 11 + … + 1 = ¥78 of interest, ¥112 in the dearest month.

    With ¥400 to spare: ¥400 in February (¥12 of it interest), ¥400 in March (¥8.12), ¥400 in April (¥4.20), the rest of
    ¥24.32 and its 24 fen in May: ¥24.56 in all.
    """
    one = debt(balance=1200, rate=ONE_PERCENT, prepayment=EARLY)
    home = Household(AS_OF, incomes=(wage(400),), debts=(one,))
    found = by_goal(home)
    easy, cheap = found["lowest-strain"], found["cheapest"]
    assert (easy.outcome.cost_fen, easy.peak_fen, easy.outcome.months) == (yuan(78), yuan(112), 12)
    assert (cheap.outcome.cost_fen, cheap.peak_fen, cheap.outcome.months) == (24_56, yuan(400), 4)
    assert easy.price_fen == yuan(78) - 24_56
    assert make_plan(home, "lowest-strain", 24).price_fen == easy.price_fen


def test_a_card_is_still_paid_off():
    """Minimum payments alone never end; paid what its first minimum was, it does."""
    card = debt(
        balance=1000, periods=0, method="revolving", rate=ONE_PERCENT, accrual="monthly", prepayment=EARLY,
        minimum=Minimum(Fraction(1, 10)),
    )  # fmt: skip
    easy = by_goal(Household(AS_OF, incomes=(wage(500),), debts=(card,)))["lowest-strain"]
    assert easy.outcome.left_debts == ()
    assert easy.peak_fen == yuan(101)  # a tenth of ¥1,010


def test_few_open_debts_closes_the_small_one_first_at_its_price():
    """¥100 a month to spare: the small loan is free, the large one costs 1 % a month.

    To the small one they go for 3 months instead of to the large one; the price is what the large one then bears more.
    """
    small = debt("small", balance=600, periods=6, prepayment=EARLY)
    large = debt("large", balance=1200, rate=ONE_PERCENT, prepayment=EARLY)
    found = by_goal(Household(AS_OF, incomes=(wage(320),), debts=(small, large)))
    few, cheap = found["fewest-debts"], found["cheapest"]
    assert few.open_debt_months < cheap.open_debt_months
    assert few.price_fen == few.outcome.interest_fen - cheap.outcome.interest_fen > 0


def test_what_no_plan_pays_has_no_variants():
    assert variants_of(Household(AS_OF, debts=(debt(),)), 24) == ()


def test_the_price_counts_side_work_in_both():
    """The bundled shop needs side work whatever it wants most: the price is the difference of two whole plans."""
    demo = read_household(str(ROOT / "examples" / "demo.toml"), "en")
    easy, cheap = make_plan(demo, "lowest-strain", 24), make_plan(demo, horizon=24)
    assert easy.outcome.side_work
    assert easy.price_fen == easy.outcome.net_fen - cheap.outcome.net_fen > 0


@pytest.mark.parametrize("goal", GOALS)
def test_each_goal_is_served_no_worse_than_by_the_plans_for_the_others(goal):
    debts = (
        debt("a", balance=2400, periods=24, rate=ONE_PERCENT, prepayment=EARLY),
        debt("b", balance=600, periods=6, prepayment=EARLY),
        debt("c", balance=900, periods=9, method="bullet", rate=ONE_PERCENT, prepayment=EARLY),
        debt("d", balance=500, periods=5, rate=replace(ONE_PERCENT, value=Decimal("0.02"))),
    )
    found = by_goal(Household(AS_OF, incomes=(wage(600),), spendings=(living(100),), debts=debts), 36)
    best = goal_key(found[goal].outcome, goal)
    assert all(best <= goal_key(one.outcome, goal) for one in found.values())
    assert peak_of(found["lowest-strain"].outcome)[0] <= peak_of(found["cheapest"].outcome)[0]
