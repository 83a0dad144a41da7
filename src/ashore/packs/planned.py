"""A household's plan under the rules and working days of its own jurisdiction."""

from dataclasses import replace

from ashore.errors import Message
from ashore.household.model import Household
from ashore.packs.limits import grants_of
from ashore.packs.workdays import working_days_of
from ashore.planning.goals import Goal
from ashore.planning.plan import AskedIf, Plan, make_plan
from ashore.planning.problem import HORIZON_MONTHS
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.friend import gates_of_plan


def plan_of(
    household: Household,
    goal: Goal = "cheapest",
    months: int = HORIZON_MONTHS,
    asked_if: AskedIf = "no-plan",
) -> Plan:
    """Return the plan, with the working days of the household's jurisdiction where a contract moves due days.

    A friend's loan stands in it only where it comes back in enough futures; else the plan is made without one and says
    so among its reasons (practice §2, H4).
    """
    days, grants = working_days_of(household, months), grants_of(household)
    plan = make_plan(household, goal, months, days, grants, asked_if)
    refused = next((one for one in gates_of_plan(plan, assumed_with(), days) if not one.opens), None)
    if refused is None:
        return plan
    alone = make_plan(replace(household, friend_loans=()), goal, months, days, grants, asked_if)
    facts = {"amount_fen": refused.fen, "repaid_count": refused.repaid, "tried_count": refused.tried}
    return replace(alone, reasons=(*alone.reasons, Message("reason-friend-refused", facts)))


def as_planned(household: Household, plan: Plan) -> Household:
    """Return the household without the friends' loans that its plan does not count on because they were refused."""
    refused = len(plan.household.friend_loans) < len(household.friend_loans)
    return replace(household, friend_loans=()) if refused else household
