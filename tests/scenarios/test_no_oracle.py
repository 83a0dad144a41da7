"""Nobody knows what comes: the same months give the same payments, whatever comes after them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import month_of
from ashore.household.flows import Flow
from ashore.household.model import Household
from ashore.planning.baselines import CANDIDATES
from ashore.planning.problem import Problem, problem_of
from ashore.planning.replay import run
from ashore.scenarios.future import QUIET, Future
from ashore.scenarios.living import Living
from properties.examples import PLANNED
from properties.households import horizons, households

pytestmark = pytest.mark.property
SHARES = st.integers(0, 200)
"""How much of a month's income comes, in hundredths."""


def scaled(flows: tuple[Flow, ...], percent: int) -> tuple[Flow, ...]:
    """Return a month's flows with its income brought to so many hundredths."""
    return tuple(replace(one, fen=one.fen * percent // 100) if one.kind == "income" else one for one in flows)


def future_of(problem: Problem, percents: list[int]) -> Future:
    """Return the future in which the months bring these shares of the income the file says."""
    months = range(min(len(percents), len(problem.flows)))
    return Future({index: scaled(problem.flows[index], percents[index]) for index in months})


@PLANNED
@given(households(), horizons(), st.lists(SHARES, max_size=8), st.lists(SHARES, max_size=8), st.booleans())
def test_payments_up_to_a_month_do_not_depend_on_later_months(
    household: Household, horizon: int, same: list[int], later: list[int], works: bool
) -> None:
    problem = problem_of(household, horizon)
    first = future_of(problem, [*same, *later])
    second = future_of(problem, same)
    called = replace(first, calls={len(same): (0,)} if household.debts else {})
    runs = [Living(problem, CANDIDATES[0], one, works=works).run() for one in (first, second, called)]
    known = [
        [row for row in one.payments if month_of(row.on).minus(problem.first) < len(same)] for one in runs
    ]
    assert known[0] == known[1] == known[2]
    assert runs[0].cash[: len(same)] == runs[1].cash[: len(same)] == runs[2].cash[: len(same)]


@PLANNED
@given(households(), horizons(), st.sampled_from(CANDIDATES))
def test_a_future_as_expected_is_the_plan_to_the_fen(household: Household, horizon: int, policy) -> None:
    problem = problem_of(household, horizon)
    expected = Future({index: tuple(flows) for index, flows in enumerate(problem.flows)})
    alone = run(problem, policy)
    assert Living(problem, policy, QUIET).run() == alone
    assert Living(problem, policy, expected).run() == alone


@PLANNED
@given(households(), horizons(), st.lists(st.integers(100, 300), max_size=12))
def test_more_than_expected_never_breaks_a_plan_that_works(
    household: Household, horizon: int, percents: list[int]
) -> None:
    problem = problem_of(household, horizon)
    alone = run(problem, CANDIDATES[0])
    lived = Living(problem, CANDIDATES[0], future_of(problem, percents), works=alone.works).run()
    if alone.works:
        assert lived.works
        assert lived.overdue_months <= alone.overdue_months
    assert lived.unpaid_essential_fen <= alone.unpaid_essential_fen
