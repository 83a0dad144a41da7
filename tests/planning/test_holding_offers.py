"""A holding plan takes many small offers at once where that keeps more debts in order."""

from datetime import date

import pytest

from ashore.household.model import Household
from ashore.loans.terms import Concession
from ashore.planning.baselines import CANDIDATES, run_baselines
from ashore.planning.candidates import Candidates, newly_overdue
from ashore.planning.holding import STEPS_MAX, Holding
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from planning.small import debt, living, wage

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 8, 15)
UNTIL = date(2027, 2, 14)
LONGER = Concession("extend", "offered", until=UNTIL, months=24)
LATER = Concession("defer", "offered", until=UNTIL, months=1)
SMALL = tuple(debt(f"small-{place}", 1200, 12, concessions=(LATER, LONGER)) for place in range(17))
"""In order, ¥100 due each month; ¥50 over twice as many months."""
BIG = debt("big", 60000, 12, late=30000, since=SINCE)
"""¥30,000 overdue, ¥5,000 due each month: more than there will be."""
HOUSEHOLD = Household(AS_OF, incomes=(wage(1400),), spendings=(living(500),), debts=(*SMALL, BIG))
"""¥900 a month are left: for nine of seventeen dues of ¥100, or for seventeen of ¥50."""


def test_the_model_names_the_offers_with_which_least_is_missing():
    problem = problem_of(HOUSEHOLD, 12)
    candidates = Candidates(problem, run_baselines(problem))
    assert len(candidates.offers) > STEPS_MAX, "more than steps alone would look at"
    found = candidates.least_missing({})[0]
    assert [(HOUSEHOLD.debts[one.debt].id, one.concession) for one in found] == [
        (one.id, LONGER) for one in SMALL
    ]


def test_the_holding_plan_takes_them_all_and_nothing_clean_falls():
    problem = problem_of(HOUSEHOLD, 6)
    candidates = Candidates(problem, run_baselines(problem))
    held = Holding(problem, CANDIDATES[0]).best(candidates.offers, candidates.least_missing({})).outcome
    assert newly_overdue(problem, held) == set()
    assert [one.offer.concession for one in held.taken] == [LONGER] * len(SMALL)


@pytest.mark.long
def test_so_does_the_plan():
    plan = make_plan(HOUSEHOLD, horizon=12)
    assert plan.status == "does-not-work"
    assert newly_overdue(problem_of(HOUSEHOLD, 12), plan.outcome) == set()
    assert [one.offer.concession for one in plan.outcome.taken] == [LONGER] * len(SMALL)
    assert [one.facts["debt"] for one in plan.reasons if one.code == "reason-take-extend"] == [
        one.name for one in SMALL
    ]


def test_where_nothing_is_offered_the_model_is_not_asked():
    household = Household(AS_OF, incomes=(wage(1200),), debts=(BIG,))
    problem = problem_of(household, 12)
    assert Candidates(problem, run_baselines(problem)).least_missing({}) == ()
