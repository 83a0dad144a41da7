"""From a household to a plan: the best of the policies after exact replay, or an honest no with a holding plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ashore.dates import Month, WorkingDays
from ashore.errors import Message
from ashore.household.model import Household
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.baselines import (
    BASELINES,
    CANDIDATES,
    HOLDING,
    run_baselines,
    sell_all,
    with_sales,
)
from ashore.planning.cliffs import Cliff, DeadlineAhead, cliffs_of, deadlines_of
from ashore.planning.levers import failed, with_friend_loan, with_side_work
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import HORIZON_MONTHS, Problem, problem_of
from ashore.planning.reasons import average_month_fen, next_step_of, reasons_of
from ashore.planning.replay import run
from ashore.planning.shop import ShopCompare, shops_of
from ashore.planning.shortfall import shortfall_fen
from ashore.planning.urgent import urgent_of

Goal = Literal["cheapest", "fewest-debts", "soonest"]
Status = Literal["works", "works-with-concessions", "does-not-work"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer: what to pay and where it leads, or what holds meanwhile and how much is missing.

    `outcome` follows the plan (for `does-not-work` the holding plan).  `price_fen`: what the person's goal costs
    against the cheapest plan.  `variable_fen`: what average instead of bad months would add per month.
    """

    household: Household
    horizon: int
    goal: Goal
    status: Status
    tier: str
    outcome: Outcome
    baselines: Mapping[str, Outcome]
    urgent: Message
    next_step: Message
    deadlines: tuple[DeadlineAhead, ...]
    cliffs: tuple[Cliff, ...]
    shortfall_fen: int
    shortfall_month: Month | None
    price_fen: int
    variable_fen: int
    shops: tuple[ShopCompare, ...]
    reasons: tuple[Message, ...]

    @property
    def as_of(self) -> date:
        """Return the day at whose end the balances are true."""
        return self.household.as_of

    @property
    def assumed(self) -> tuple[str, ...]:
        """Return what was not typed, as `debt.field`."""
        return tuple(f"{debt.id}.{name}" for debt in self.household.debts for name in debt.assumed)


@dataclass(frozen=True, slots=True)
class Choice:
    """A policy with what it leads to."""

    policy: Policy
    outcome: Outcome


def goal_key(outcome: Outcome, goal: Goal) -> tuple[float, ...]:
    """Return what is compared for a goal; less is better.  A plan that works comes before one that does not."""
    unpaid, harm, arrears, cuts, net = outcome.goals
    before = (not outcome.works, unpaid, harm, arrears, cuts)
    months = outcome.months if outcome.months is not None else 10_000
    if goal == "soonest":
        return (*before, months, net)
    if goal == "fewest-debts":
        return (*before, open_debt_months(outcome), net)
    return (*before, net, months)


def open_debt_months(outcome: Outcome) -> int:
    """Return the number of open debts summed over the months: less means accounts are closed sooner."""
    return sum(sum(left > 0 for left in end.left_fen) for end in outcome.ends)


def make_plan(
    household: Household,
    goal: Goal = "cheapest",
    horizon: int = HORIZON_MONTHS,
    working_days: WorkingDays = EVERY_DAY_WORKS,
) -> Plan:
    """Return the plan of a household for a goal, over `horizon` months."""
    problem = problem_of(household, horizon, working_days)
    baselines = run_baselines(problem)
    cheapest = best(problem, baselines, "cheapest")
    choice = cheapest if goal == "cheapest" else best(problem, baselines, goal)
    choice = _with_levers(problem, choice)
    missing = 0
    month = None
    if not choice.outcome.works:
        missing = shortfall_fen(problem, _with_same_levers(choice.policy)) or 0
        month = choice.outcome.shortfall_month
        choice = hold(problem, choice.policy)
    status: Status = "works" if choice.outcome.works else "does-not-work"
    shops = shops_of(household, lambda other: _without_shop(other, horizon, working_days))
    cliffs = cliffs_of(problem)
    deadlines = deadlines_of(household)
    return Plan(
        household=household,
        horizon=horizon,
        goal=goal,
        status=status,
        tier="policies",
        outcome=choice.outcome,
        baselines=baselines,
        urgent=urgent_of(problem, choice.outcome, deadlines, cliffs),
        next_step=next_step_of(problem, choice.outcome, status, cliffs),
        deadlines=deadlines,
        cliffs=cliffs,
        shortfall_fen=missing,
        shortfall_month=month,
        price_fen=max(0, choice.outcome.net_fen - cheapest.outcome.net_fen) if status == "works" else 0,
        variable_fen=average_month_fen(problem),
        shops=shops,
        reasons=reasons_of(problem, choice.outcome, baselines, status),
    )


def best(problem: Problem, baselines: Mapping[str, Outcome], goal: Goal) -> Choice:
    """Return the best of all policies for a goal; baselines are among them, so a plan is never worse than one.

    A thing that may be sold is kept only where the plan works without its money.
    """
    sales = sell_all(problem)
    choices = [Choice(with_sales(policy, sales), baselines[policy.name]) for policy in BASELINES]
    choices += [
        Choice(policy, run(problem, policy)) for one in CANDIDATES for policy in [with_sales(one, sales)]
    ]
    unsold = Choice(CANDIDATES[0], run(problem, CANDIDATES[0], failed)) if sales else None
    if unsold and unsold.outcome.works:
        choices.append(unsold)
    return min(choices, key=lambda choice: goal_key(choice.outcome, goal))


def _with_levers(problem: Problem, choice: Choice) -> Choice:
    policy, outcome = with_side_work(problem, choice.policy, choice.outcome)
    if not outcome.works:
        lent = with_friend_loan(problem, policy)
        policy, outcome = lent or (policy, outcome)
    return Choice(policy, outcome)


def _with_same_levers(policy: Policy) -> list[Policy]:
    """Return every policy with the sales and side work of one, that one first."""
    others = [replace(one, sales=policy.sales, hours=policy.hours) for one in (*CANDIDATES, *BASELINES)]
    return [policy, *others]


def hold(problem: Problem, policy: Policy) -> Choice:
    """Return the holding plan (SPEC §5.4) with the sales and side work found so far; never a friend's loan."""
    holding = replace(HOLDING, sales=policy.sales, hours=policy.hours)
    return Choice(holding, run(problem, holding))


def _without_shop(household: Household, horizon: int, working_days: WorkingDays) -> Outcome:
    """Return the better of the careful policies for the household as it would be; the levers are used as needed."""
    problem = problem_of(household, horizon, working_days)
    policies = [with_sales(policy, sell_all(problem)) for policy in CANDIDATES]
    choices = [Choice(policy, run(problem, policy)) for policy in policies]
    return _with_levers(
        problem, min(choices, key=lambda choice: goal_key(choice.outcome, "cheapest"))
    ).outcome
