"""No debt that was current becomes overdue for the sake of an ask, granted or refused (SPEC §4.6)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.planning.asks import asking_of, smallest_set
from ashore.planning.baselines import CANDIDATES, HOLDING
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem, problem_of
from ashore.planning.replay import run
from planning.small import yuan
from planning.test_ask_rules import ALONE, households
from properties.examples import PLANNED

NEVER_THERE = yuan(10_000_000)


def clean_and_late(problem: Problem, outcome: Outcome) -> set[tuple[str, str]]:
    """Return the months at whose end a debt is overdue that was not at `as_of`, from the rows alone."""
    clean = {debt.id for debt in problem.household.debts if debt.arrears is None}
    return {(name, str(end.month)) for end in outcome.ends for name in end.overdue if name in clean}


@pytest.mark.property
@PLANNED
@given(households())
def test_the_smallest_asks_leave_no_clean_debt_overdue(household):
    problem = problem_of(household, 12)
    found = smallest_set(asking_of(problem, ALONE, {}))
    if found is None:
        return
    assert clean_and_late(problem, found.outcome) == set()
    settled = {ask.offer.debt for ask in found.asks if ask.offer.concession.kind == "settle"}
    assert all(household.debts[debt].arrears for debt in settled)


@pytest.mark.property
@PLANNED
@given(households(), st.data())
def test_a_refused_ask_makes_no_clean_debt_overdue_that_would_not_be_without_it(household, data):
    """The lender does not answer: while people wait, and afterwards, clean debts are paid as without any ask."""
    problem = problem_of(household, 12)
    asks = [one.ask for one in asking_of(problem, ALONE, {}).choices.options if one.ask]
    ask = data.draw(st.sampled_from(asks))
    refused = replace(ask.offer, concession=replace(ask.offer.concession, upfront_fen=NEVER_THERE))
    for way in (CANDIDATES[0], HOLDING):
        asked = run(problem, replace(way, offers=(refused,)))
        alone = run(problem, way)
        assert asked.taken == ()
        assert clean_and_late(problem, asked) <= clean_and_late(problem, alone)
