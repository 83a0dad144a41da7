"""Why a plan does what it does: each fact by figures on paper, and checked by playing the plan again without it."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.model import Due, Household, Spending
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import judge
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from ashore.planning.shape import plan_json
from ashore.planning.why import kept_of
from planning.small import CLEAN_FIRST, debt, gift, living, wage, yuan

AS_OF = date(2027, 1, 31)
SOON = date(2027, 2, 28)
EARLY = Prepayment()


def monthly(percent: str) -> Rate:
    """Return a rate by the month."""
    return Rate(Decimal(percent) / 100, "month")


def told(household: Household, horizon: int = 24):
    """Return the facts of each reason by code."""
    return {one.code: one.facts for one in make_plan(household, horizon=horizon).reasons}


SCHOOL = Household(
    AS_OF,
    incomes=(wage(300),),
    spendings=(living(100),),
    dues=(Due("school", yuan(500), date(2027, 8, 20), "law"),),
    debts=(debt(balance=1200, rate=monthly("1"), prepayment=EARLY),),
)


def test_what_is_kept_back_is_told_with_its_month_and_what_it_is_for():
    """In August 500 + 100 + due go out and 300 come in; ¥500 + the due − ¥200 must be there at the end of July."""
    plan = make_plan(SCHOOL, horizon=24)
    facts = next(one.facts for one in plan.reasons if one.code == "reason-cash-kept")
    august = next(row for row in plan.outcome.cash if str(row.month) == "2027-08")
    assert (facts["kept_month"], facts["due_month"], facts["for"]) == ("2027-07", "2027-08", "school")
    assert facts["largest_fen"] == yuan(500)
    assert facts["kept_fen"] == yuan(600) + august.debt_fen - yuan(300)


def test_a_fen_less_than_what_is_kept_and_the_plan_cannot_be_paid():
    """The judge plays the same payments with money gone at that month's end: down to what is kept all goes well."""
    plan = make_plan(SCHOOL, horizon=24)
    kept = kept_of(plan.outcome)[0]
    end = next(row.end_fen for row in plan.outcome.cash if row.month == kept.month)
    intended = intentions_of(json.loads(json.dumps(plan_json(plan), default=str)))
    for less, fine in ((end - kept.fen, True), (end - kept.fen + 1, False)):
        gone = Spending("gone", less, every="once", on=kept.month.last)
        poorer = replace(SCHOOL, spendings=(*SCHOOL.spendings, gone))
        verdict = judge(poorer, replace(intended, other_fen={}))
        assert (not verdict.wrong and verdict.works) is fine


def test_the_dearest_debt_is_repaid_first_because_another_saves_less():
    """¥100 repaid at 1 % and at 2 % a month: ¥12 against ¥24 a year.  The other way round the whole costs more."""
    cheap, dear = (
        debt(name, balance=1200, rate=monthly(rate), prepayment=EARLY)
        for name, rate in (("a", "1"), ("b", "2"))
    )
    home = Household(AS_OF, incomes=(wage(400),), debts=(cheap, dear))
    facts = told(home)["reason-early-dearest"]
    assert (facts["debt"], facts["saved_fen"], facts["put_fen"]) == ("debt b", yuan(24), yuan(100))
    swapped = replace(home, debts=(dear, cheap))
    other = run(problem_of(swapped, 24), replace(CLEAN_FIRST, extra="longest"))
    assert other.net_fen >= make_plan(home, horizon=24).outcome.net_fen


def test_where_nothing_is_saved_the_smallest_is_closed_first():
    home = Household(
        AS_OF,
        incomes=(wage(400),),
        debts=(
            debt("a", balance=1200, prepayment=EARLY),
            debt("b", balance=500, periods=5, prepayment=EARLY),
        ),
    )
    assert told(home)["reason-early-smallest"] == {"debt": "debt b", "left_fen": yuan(500)}


def test_a_cheaper_debt_is_repaid_first_where_the_dearer_ones_day_is_over():
    """On 20 January a, at 2 %, has had its day, the 5th; b, at 1 %, comes on the 25th, and ¥600 are there."""
    dear = debt("a", balance=1200, rate=monthly("2"), prepayment=EARLY, due_day=5)
    cheap = debt("b", balance=2400, periods=24, rate=monthly("1"), prepayment=EARLY, due_day=25)
    home = Household(date(2027, 1, 20), cash_fen=yuan(600), incomes=(wage(300, day=1),), debts=(dear, cheap))
    facts = told(home)["reason-early-then"]
    assert facts == {
        "debt": "debt b",
        "early_month": "2027-01",
        "saved_fen": yuan(12),
        "put_fen": yuan(100),
    }
    early = [row for row in make_plan(home, horizon=24).outcome.payments if row.extra]
    assert (early[0].debt, early[0].on) == ("b", date(2027, 1, 25))


@pytest.mark.parametrize(
    ("priority", "code"), [("home", "reason-cured-weight"), ("none", "reason-cured-oldest")]
)
def test_what_is_overdue_is_cured_by_weight_then_by_age(priority, code):
    """a is 78 days late, b 47: b comes first only where the home hangs on it."""
    late = (
        debt("a", late=100, since=date(2026, 11, 14)),
        debt("b", late=100, since=date(2026, 12, 15), priority=priority),
    )
    facts = told(Household(AS_OF, incomes=(wage(350),), debts=late))[code]
    assert facts["debt"] == ("debt b" if priority == "home" else "debt a")
    assert facts.get("late_ndays", 78) == 78


def held(terms: Concession, *others, **more) -> dict:
    """Return the reasons of a household that can never pay ¥1,000 a month, with one offer open on it."""
    one = debt(
        balance=12000, late=1000, since=date(2026, 12, 15), concessions=(terms,), priority="credit-record"
    )
    plan = make_plan(Household(AS_OF, debts=(one, *others), **more), horizon=24)
    assert plan.status == "does-not-work"
    return {reason.code: reason.facts for reason in plan.reasons}


def test_a_holding_plan_says_that_the_sum_for_an_offer_is_not_there():
    settle = Concession("settle", "offered", until=SOON, settle_fen=yuan(4000), upfront_fen=yuan(4000))
    assert held(settle, incomes=(wage(100),))["reason-held-sum"] == {
        "debt": "debt a",
        "needs_fen": yuan(4000),
    }


def test_a_holding_plan_says_whom_an_offer_would_harm():
    """The ¥100 in hand pay either the offer's upfront sum at once or the clean debt's due of 15 February."""
    defer = Concession("defer", "offered", until=SOON, months=3, upfront_fen=yuan(100))
    clean = debt("b", balance=200, periods=2, priority="none")
    reasons = held(defer, clean, incomes=(gift(100, date(2027, 2, 10)),))
    assert any(code.startswith(("reason-held", "reason-left", "reason-taken")) for code in reasons)
    assert "reason-held-clean" not in reasons or reasons["reason-held-clean"]["other"] == "debt b"


def test_a_holding_plan_says_why_it_takes_an_offer():
    """Extended to 120 parts of about ¥100 the debt is no longer overdue; another stays that cannot be paid."""
    extend = Concession("extend", "offered", until=SOON, months=120)
    hopeless = debt("c", balance=90000, periods=9, late=1, since=date(2026, 12, 15))
    reasons = held(extend, hopeless, incomes=(wage(150),))
    assert reasons["reason-take-extend"]["periods_count"] == 120
    assert reasons["reason-taken-overdue"]["more_count"] > 0


def test_living_that_is_not_covered_after_the_last_debt_is_told():
    """¥100 a month until May for ¥50 of living and three dues of ¥50: what is left in May lasts for June, not July."""
    home = Household(
        AS_OF,
        incomes=(wage(100, until=date(2027, 5, 31)),),
        spendings=(living(50),),
        debts=(debt(balance=150, periods=3),),
    )
    assert told(home)["reason-afterwards-short"] == {"after_month": "2027-07", "missing_fen": yuan(50)}
    assert "reason-afterwards-short" not in told(replace(home, incomes=(wage(100),)))
    assert "reason-afterwards-short" not in told(home, horizon=5)
