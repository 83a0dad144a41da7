"""A holding plan lets nothing clean fall for an undecided suit; it cures what it can where a sum cannot be met."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.model import Debt, Household
from ashore.loans.terms import Prepayment
from ashore.money import Rate
from ashore.planning.baselines import CANDIDATES, HOLDING
from ashore.planning.holding import Holding
from ashore.planning.problem import problem_of
from planning.small import debt, follow, living, wage, yuan

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 8, 15)


def held(household: Household, horizon: int = 36):
    """Return what the holding plan of a household leads to."""
    return Holding(problem_of(household, horizon), CANDIDATES[0]).best().outcome


def late_at(outcome, name: str) -> list[str]:
    """Return the months at whose end a debt is overdue."""
    return [str(end.month) for end in outcome.ends if name in end.overdue]


def suit(stage) -> Debt:
    """Return a debt before a court: ¥9,000 overdue since August, and dues of ¥500 to come."""
    return debt("suit", 15000, 12, late=9000, since=SINCE, priority="court", stage=stage)


CARD = debt("card", 2400, 12, priority="credit-record")
"""In order, ¥200 due each month."""


def with_suit(stage) -> Household:
    """¥1,000 a month is left for ¥700 of dues: ¥300 more clear ¥9,000 in thirty months, too long for a plan."""
    return Household(AS_OF, incomes=(wage(1500),), spendings=(living(500),), debts=(suit(stage), CARD))


@pytest.mark.parametrize("stage", ["sued", "mediation"])
def test_a_clean_debt_is_not_left_for_a_suit_that_is_not_decided(stage):
    outcome = held(with_suit(stage))
    assert late_at(outcome, "card") == []
    assert sum(
        row.fen for row in outcome.payments if row.debt == "suit" and row.on < date(2027, 3, 1)
    ) == yuan(800)


@pytest.mark.parametrize("stage", ["judgment", "enforcement", "payment-order"])
def test_what_a_court_decided_comes_first(stage):
    outcome = held(with_suit(stage))
    assert "2027-02" in late_at(outcome, "card")
    assert sum(
        row.fen for row in outcome.payments if row.debt == "suit" and row.on < date(2027, 3, 1)
    ) == yuan(1000)


def test_what_can_be_cured_is_cured_while_a_guaranteed_sum_stays_out_of_reach():
    """¥3,000 a month are left; ¥60,000 in April cannot be met, ¥2,000 overdue can be paid at once."""
    small = debt("small", 4400, 12, late=2000, since=date(2026, 12, 15), priority="credit-record")
    bank = debt("bank", 60000, 3, method="interest-only", due_day=20, priority="guarantor")
    outcome = held(Household(AS_OF, incomes=(wage(3500),), spendings=(living(500),), debts=(bank, small)))
    assert late_at(outcome, "bank")[0] == "2027-04"
    assert not set(late_at(outcome, "small")) & {"2027-02", "2027-03"}
    assert not any(row.extra for row in outcome.payments)


def test_money_waits_longer_than_usual_where_a_sum_can_then_be_met_and_not_for_one_that_cannot():
    """¥540 and more a month are left: ¥300 that are late at once, and ¥5,000 in November if little is repaid early."""
    twelve, twenty = (Rate(Decimal(rate), "year") for rate in ("0.12", "0.2"))
    out_of_reach = debt("c", 100000, 30, method="bullet", rate=twenty)
    may_wait = debt("a", 6000, 48, rate=twelve, prepayment=Prepayment())
    whole = debt("b", 5000, 10, method="bullet")
    behind = debt("d", 1200, 12, late=300, since=SINCE)
    debts = (out_of_reach, may_wait, whole, behind)
    outcome = held(Household(AS_OF, incomes=(wage(1325),), spendings=(living(500),), debts=debts))
    assert not outcome.works
    assert late_at(outcome, "a") == late_at(outcome, "b") == []
    assert late_at(outcome, "d") == ["2027-01"]


def test_what_cannot_be_met_whole_is_made_smaller_while_the_money_is_there():
    """¥500 a month are left, and ¥10,000 at 1 % a month fall due in October: to keep ¥4,000 gains nothing."""
    whole = debt("a", 10000, 9, method="bullet", rate=Rate(Decimal("0.12"), "year"), prepayment=Prepayment())
    household = Household(AS_OF, incomes=(wage(1000),), spendings=(living(500),), debts=(whole,))
    waiting = follow(household, replace(HOLDING, reserve_months=12), 36)
    outcome = held(household)
    assert late_at(outcome, "a")[0] == late_at(waiting, "a")[0] == "2027-10"
    early = [row for row in outcome.payments if row.extra and row.on < date(2027, 10, 1)]
    assert [row.on.month for row in early] == list(range(2, 10))
    assert sum(row.principal_fen for row in early) == yuan(4000)
    assert not any(row.extra for row in waiting.payments if row.on < date(2027, 10, 1))
    assert outcome.goals[:3] < waiting.goals[:3]
    assert outcome.interest_fen < waiting.interest_fen


def test_one_large_sum_does_not_bring_down_the_small_dues():
    """By October ¥9,000 is together, ¥100 above a bullet, if nine dues of ¥100 wait: nine fall, or the one."""
    big = debt("a", 9000, 9, method="bullet", priority="credit-record")
    small = tuple(debt(f"s{place}", 2400, 24, priority="credit-record") for place in range(10))
    household = Household(AS_OF, incomes=(wage(2400),), spendings=(living(500),), debts=(big, *small))
    late = {name for end in held(household).ends for name in end.overdue}
    by_order = {name for end in follow(household, HOLDING, 36).ends for name in end.overdue}
    assert late == {"a"}
    assert len(by_order) == 9
    assert "a" not in by_order
