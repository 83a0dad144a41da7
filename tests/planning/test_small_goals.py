"""Small goals: from the person's own plan, a range that keeps the payment at either end, and never at food's cost."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from ashore.household.model import Asset, Deadline, Debt, Household, Spending
from ashore.planning.plan import make_plan
from ashore.planning.small_goals import MOST, goals_offered
from planning.small import HALF_PER_MILLE, debt, living, wage
from properties.examples import SHOWN
from properties.households import households

AS_OF = date(2026, 6, 30)
LATE = date(2026, 6, 15)
BIKE = Asset("bike", 300_00, sell=True)


def home(*debts: Debt, **more: object) -> Household:
    """Return a household with ¥3,000 a month, ¥1,000 to live on, and money at hand."""
    made = Household(AS_OF, cash_fen=2_000_00, incomes=(wage(3000),), spendings=(living(1000),), debts=debts)
    return replace(made, **more)


def offered(household: Household) -> dict[str, dict[str, object]]:
    """Return the facts of each goal by its code."""
    return {one.code: dict(one.facts) for one in goals_offered(make_plan(household), AS_OF)}


@pytest.mark.parametrize(
    ("balance", "low", "high"),
    [(1200, 100_00, 120_00), (1204.44, 110_00, 130_00), (36_000, 3000_00, 3300_00)],
)
def test_a_payment_is_a_range_that_keeps_it_at_either_end(balance: float, low: int, high: int):
    """¥100 a month: ¥100 to ¥120; ¥100.37: ¥110 to ¥130; ¥3,000: a tenth wide."""
    household = home(debt(balance=balance), incomes=(wage(6000),), cash_fen=9_000_00)
    facts = offered(household)["aim-offer-pay"]
    assert (facts["low_fen"], facts["high_fen"], facts["on"]) == (low, high, date(2026, 7, 15))


def test_a_paper_with_a_day_comes_first():
    late = debt("late", late=100, since=LATE, penalty=HALF_PER_MILLE, stage="sued")
    household = home(replace(late, deadline=Deadline(date(2026, 7, 9), "answer")), assets=(BIKE,))
    codes = list(offered(household))
    assert codes[0] == "aim-offer-paper"
    assert "aim-offer-listing" not in codes
    assert "aim-offer-call" not in codes


def test_whom_to_write_to_is_whose_debt_is_overdue_the_longest():
    debts = (
        debt("newer", late=100, since=LATE, penalty=HALF_PER_MILLE),
        debt("older", late=100, since=date(2026, 5, 15), penalty=HALF_PER_MILLE),
    )
    found = offered(home(*debts))
    assert found["aim-offer-letter"] == found["aim-offer-call"] == {"creditor": "debt older"}


def test_nobody_is_to_be_called_about_a_debt_that_was_silent_for_years():
    old = debt(
        late=100,
        since=date(2022, 1, 15),
        penalty=HALF_PER_MILLE,
        last_demand=date(2022, 2, 1),
        last_payment=date(2021, 12, 15),
    )
    assert not [code for code in offered(home(old)) if code in ("aim-offer-call", "aim-offer-pay")]


def test_where_no_plan_works_no_payment_is_a_goal():
    late = debt(balance=9_000, periods=2, late=4500, since=LATE, penalty=HALF_PER_MILLE)
    found = offered(home(late, incomes=(wage(1100),), cash_fen=0))
    assert "aim-offer-pay" not in found
    assert "aim-offer-call" in found


def test_an_envelope_is_the_largest_of_what_can_wait():
    spendings = (
        living(1000),
        Spending("cinema", 200_00, essential=False),
        Spending("parties", 400_00, essential=False),
    )
    facts = offered(home(debt(), spendings=spendings))["aim-offer-envelope"]
    assert (facts["name"], facts["low_fen"], facts["high_fen"]) == ("parties", 320_00, 400_00)


def test_a_thing_that_is_listed_already_is_no_goal():
    assert "aim-offer-listing" in offered(home(debt(), assets=(BIKE,)))
    assert "aim-offer-listing" not in offered(home(debt(), assets=(replace(BIKE, selling="listed"),)))


def test_a_book_without_debts_offers_nothing():
    assert offered(home()) == {}


@pytest.mark.long
@pytest.mark.property
@SHOWN
@given(households())
def test_every_household_is_offered_few_and_no_essential_is_cut(household: Household):
    plan = make_plan(household, horizon=24)
    found = goals_offered(plan, household.as_of)
    assert len(found) <= MOST
    assert len({one.code for one in found}) == len(found)
    essential = {one.name for one in household.spendings if one.essential}
    due = [row.fen for row in plan.outcome.payments]
    for one in found:
        if one.code == "aim-offer-envelope":
            assert one.facts["name"] not in essential
        if one.code == "aim-offer-pay":
            low, high = one.facts["low_fen"], one.facts["high_fen"]
            assert isinstance(low, int)
            assert isinstance(high, int)
            assert any(fen <= low < fen + 1_000 for fen in due)
            assert low < high
