"""The second judge, which shares neither cash nor counting with the replay, comes to the same figures."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from ashore.household.model import Household
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import judge
from ashore.planning.plan import make_plan
from properties.examples import PLANNED
from properties.households import horizons, households
from properties.replays import as_json, every_outcome

pytestmark = pytest.mark.property


@PLANNED
@given(households(), horizons())
def test_the_judge_agrees_with_every_replay(household: Household, horizon: int) -> None:
    """With the plan, every baseline and the holding plan: goals, rows, cash, sales, side work, a friend's loan."""
    plan = make_plan(household, horizon=horizon)
    for name, outcome in every_outcome(household, horizon):
        claims = as_json(replace(plan, outcome=outcome, status="works" if outcome.works else "does-not-work"))
        assert wrong(household, claims) == [], name


def wrong(household: Household, claims: Any) -> list[str]:
    """Return what the judge finds wrong."""
    return disagreements(claims, judge(household, intentions_of(claims)))
