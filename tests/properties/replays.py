"""Every way of paying that a household's plan is chosen from or compared with, followed to its end."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from ashore.household.model import Household
from ashore.planning.holding import Holding
from ashore.planning.outcome import Outcome
from ashore.planning.plan import Plan, make_plan
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.shape import plan_json


def every_outcome(household: Household, horizon: int) -> Iterator[tuple[str, Outcome]]:
    """Yield the plan, every baseline and the holding plan, each with its name."""
    plan = make_plan(household, horizon=horizon)
    yield "plan", plan.outcome
    yield from plan.baselines.items()
    yield "holding", Holding(problem_of(household, horizon), Policy("", "holding")).best().outcome


def as_json(plan: Plan) -> Any:
    """Return the plan as a reader of its JSON sees it."""
    return json.loads(json.dumps(plan_json(plan), default=_plain))


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
