"""A household's plan under the rules and working days of its own jurisdiction."""

from ashore.household.model import Household
from ashore.packs.limits import grants_of
from ashore.packs.workdays import working_days_of
from ashore.planning.goals import Goal
from ashore.planning.plan import AskedIf, Plan, make_plan
from ashore.planning.problem import HORIZON_MONTHS


def plan_of(
    household: Household,
    goal: Goal = "cheapest",
    months: int = HORIZON_MONTHS,
    asked_if: AskedIf = "no-plan",
) -> Plan:
    """Return the plan, with the working days of the household's jurisdiction where a contract moves due days."""
    days = working_days_of(household, months)
    return make_plan(household, goal, months, days, grants_of(household), asked_if)
