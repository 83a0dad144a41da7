"""A holding plan accepts offers later, and takes more side work, where that does less harm, and only there."""

from datetime import date

import pytest

from ashore.packs.planned import plan_of
from ashore.planning.baselines import run_baselines
from ashore.planning.candidates import Candidates, newly_overdue
from ashore.planning.holding import Holding
from ashore.planning.problem import problem_of
from benching.converting import converted
from benching.generator import PLACE
from needs import needs
from planning.test_holding_offers import HOUSEHOLD, SMALL

generated = needs(PLACE, "optional: the generator of instances is research code that lies beside the project")


@pytest.mark.long
@generated
def test_an_extension_after_the_next_due_saves_a_month_late():
    plan = plan_of(converted("insolvent", 3, 60, 1), months=60)
    days = {taken.offer.debt: taken.on for taken in plan.outcome.taken}
    assert plan.status == "does-not-work"
    assert plan.outcome.harm_halves <= 2 * 125
    assert days == {0: date(2026, 12, 11), 2: date(2026, 12, 1)}


@pytest.mark.long
def test_where_it_does_no_less_harm_no_offer_is_left_open():
    problem = problem_of(HOUSEHOLD, 6)
    candidates = Candidates(problem, run_baselines(problem))
    held = Holding(problem, candidates.with_offers("cheapest").policy)
    best = held.best(candidates.offers, candidates.least_missing({}))
    first_day = {taken.on for taken in best.outcome.taken}
    assert len(best.outcome.taken) == len(SMALL)
    assert first_day == {date(2027, 2, 1)}


@pytest.mark.long
@generated
def test_side_work_is_counted_for_the_holding_plan_itself():
    """No debt in order falls with it; all that is told goes with its hours."""
    household = converted("insolvent", 8, 60, 1)
    plan = plan_of(household, months=60)
    worked = sum(month.hours for month in plan.outcome.side_work)
    assert plan.status == "does-not-work"
    assert plan.outcome.harm_halves <= 2 * 445
    assert newly_overdue(problem_of(household, 60), plan.outcome) == set()
    assert worked == sum(plan.policy.hours.values()) > 601
