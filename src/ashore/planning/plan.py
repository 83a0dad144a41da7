"""From a household to a plan: the best of the policies after exact replay, or an honest no with a holding plan."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from ashore.dates import Month, WorkingDays
from ashore.errors import Message
from ashore.household.model import Household
from ashore.household.standing import Standing, old_debts, standing_of
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.agreements import missed_of
from ashore.planning.ask_options import GrantsOf
from ashore.planning.ask_received import Received, received
from ashore.planning.asks import Asking, AskSet, asking_of, find_in
from ashore.planning.baselines import CANDIDATES, run_baselines, sell_all, with_sales
from ashore.planning.candidates import Candidates, Choice, Goal, Weighed, on_contract, with_levers
from ashore.planning.certificate import Certificate
from ashore.planning.cliffs import Cliff, DeadlineAhead, cliffs_of, deadlines_of
from ashore.planning.holding import Holding, holding_plan
from ashore.planning.living_gap import LivingGap, living_gap
from ashore.planning.offer_reasons import held_reasons, offer_reasons
from ashore.planning.offers import Selection
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import HORIZON_MONTHS, Problem, problem_of
from ashore.planning.reasons import average_month_fen, next_step_of, reasons_of
from ashore.planning.replay import run
from ashore.planning.shop import ShopCompare, shops_of
from ashore.planning.shortfall import shortfall_fen
from ashore.planning.tight import TightDay, tight_day
from ashore.planning.urgent import urgent_of

NO_LIMITS: GrantsOf = {}
AskedIf = Literal["no-plan", "no-contract"]
Status = Literal["works", "works-with-concessions", "does-not-work"]


@dataclass(frozen=True, slots=True)
class Plan:
    """The answer: what to pay and where it leads, or what holds meanwhile and how much is missing.

    `outcome` follows the plan (for `does-not-work` the holding plan).  `price_fen`: what the person's goal costs
    against the cheapest plan.  `weighed`: each concession that is open, taken or
    not.  `policy`: the best way of paying found, before anything is held.
    `contract_works`: whether it works without any concession not in writing, as far as that was looked at: not where
    a plan works with some and asks are looked for where none works.  `variable_fen`: what average instead of bad
    months would add per month.  `asking`: what could be asked of whom, where that was looked for.
    `set_aside`: debts to be asked about first, which are not in `household`.  `missed`: the first instalment of each
    agreement, in writing or by word only, that the outcome does not pay in time.  `living_gap`: the first days with not
    enough to live on before the next money comes.  `tight`: the first day, later on, on which something is due before
    that month's money is there.
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
    policy: Policy
    contract_works: bool
    weighed: tuple[Weighed, ...] = ()
    certificate: Certificate | None = None
    asks: tuple[AskSet, ...] = ()
    receives: tuple[Received, ...] = ()
    set_aside: tuple[Standing, ...] = ()
    asking: Asking | None = None
    missed: tuple[Cliff, ...] = ()
    living_gap: LivingGap | None = None
    tight: TightDay | None = None

    @property
    def as_of(self) -> date:
        """Return the day at whose end the balances are true."""
        return self.household.as_of

    @property
    def assumed(self) -> tuple[str, ...]:
        """Return what was not typed, as `debt.field`."""
        return tuple(f"{debt.id}.{name}" for debt in self.household.debts for name in debt.assumed)


def make_plan(
    household: Household,
    goal: Goal = "cheapest",
    horizon: int = HORIZON_MONTHS,
    working_days: WorkingDays = EVERY_DAY_WORKS,
    limits: GrantsOf = NO_LIMITS,
    asked_if: AskedIf = "no-plan",
) -> Plan:
    """Return the plan of a household for a goal, over `horizon` months; `limits` bound what a lender may grant.

    `asked_if`: asks are looked for where no plan works, or wherever none does without a concession.
    """
    problem = problem_of(household, horizon, working_days)
    baselines = run_baselines(problem)
    candidates = Candidates(problem, baselines)
    offered = candidates.with_offers(goal)
    levered = candidates.with_levers(offered, goal)
    choice, weighed, told = _chosen(candidates, offered, levered)
    status = status_of(choice.outcome)
    levered = _working(problem, levered, choice)
    alone = levered
    if levered.policy.offers and (asked_if == "no-contract" or not levered.outcome.works):
        alone = _working(problem, with_levers(problem, candidates.best((), goal)), choice)
    held = choice if alone is levered and not candidates.offers and not levered.outcome.works else None
    open_offers = () if levered.outcome.works else candidates.offers
    asking, asks, receives = _asked(problem, alone, limits, held, baselines, open_offers)
    cliffs, deadlines, missed = _days_ahead(household, problem, choice.outcome)
    gap = living_gap(problem, choice.outcome)
    return Plan(
        household=problem.household,
        horizon=horizon,
        goal=goal,
        status=status,
        tier="staged" if choice.policy.extra == "model" else "policies",
        outcome=choice.outcome,
        baselines=baselines,
        urgent=urgent_of(problem, choice.outcome, deadlines, cliffs, missed, gap),
        next_step=next_step_of(problem, choice.outcome, status, cliffs, asks[0].debts if asks else ()),
        deadlines=deadlines,
        cliffs=cliffs,
        missed=missed,
        living_gap=gap,
        tight=tight_day(problem, choice.outcome) if choice.outcome.works else None,
        shortfall_fen=_missing_fen(problem, levered),
        shortfall_month=levered.outcome.shortfall_month,
        price_fen=0 if goal == "cheapest" or status == "does-not-work" else _price_fen(candidates, choice),
        variable_fen=average_month_fen(problem),
        shops=shops_of(household, lambda other: _without_shop(other, horizon, working_days)),
        reasons=(*told, *reasons_of(problem, choice.outcome, baselines, status)),
        policy=levered.policy,
        contract_works=alone.outcome.works,
        weighed=weighed,
        certificate=candidates.proof(choice.outcome),
        asks=asks,
        receives=receives,
        asking=asking,
        set_aside=tuple(standing_of(debt, household.as_of) for debt in old_debts(household)),
    )


def _chosen(
    candidates: Candidates, offered: Choice, levered: Choice
) -> tuple[Choice, tuple[Weighed, ...], tuple[Message, ...]]:
    """Return the plan that works, or else the holding plan; with the concessions weighed, and what is said of them."""
    if levered.outcome.works:
        weighed = candidates.weigh(offered)
        return levered, weighed, tuple(offer_reasons(candidates.problem.household, offered.outcome, weighed))
    choice = holding_plan(candidates, levered.policy)
    return choice, (), tuple(held_reasons(candidates.problem, choice, candidates.offers))


def _working(problem: Problem, levered: Choice, choice: Choice) -> Choice:
    """Return what does not work with the side work of the holding plan, so that all that is told goes with that."""
    hours = choice.policy.hours
    if choice.outcome.works or levered.policy.hours == hours:
        return levered
    policy = replace(levered.policy, hours=hours)
    return Choice(policy, run(problem, policy))


def _days_ahead(
    household: Household, problem: Problem, outcome: Outcome
) -> tuple[tuple[Cliff, ...], tuple[DeadlineAhead, ...], tuple[Cliff, ...]]:
    """Return the days after which something is worse, those that papers set, and what of agreements is not paid."""
    return cliffs_of(problem), deadlines_of(household), missed_of(problem, outcome)


def _missing_fen(problem: Problem, choice: Choice) -> int:
    """Return what is missing for a plan that works; 0 where one does, or where no one sum would help."""
    return 0 if choice.outcome.works else shortfall_fen(problem, on_contract(problem, choice.policy)) or 0


def _price_fen(candidates: Candidates, choice: Choice) -> int:
    """Return what a goal costs above the cheapest plan; side work and a friend's loan are used as needed in both."""
    cheapest = with_levers(candidates.problem, candidates.with_offers("cheapest"))
    return max(0, choice.outcome.net_fen - cheapest.outcome.net_fen)


def _asked(
    problem: Problem,
    alone: Choice,
    limits: GrantsOf,
    held: Choice | None,
    baselines: Mapping[str, Outcome],
    offers: Selection,
) -> tuple[Asking | None, tuple[AskSet, ...], tuple[Received, ...]]:
    """Return what could be asked, the smallest asks, what creditors receive; nothing where it works as it is.

    `held`: the holding plan by contract alone, if it is known already.  `offers`: what is offered and not enough alone.
    """
    if alone.outcome.works:
        return None, (), ()
    asking = asking_of(problem, replace(alone.policy, draws={}), limits, offers)
    asks = find_in(asking)
    otherwise = (held or Holding(problem, alone.policy, baselines).best()).outcome
    return asking, asks, received(problem, asks[0].outcome, otherwise) if asks else ()


def status_of(outcome: Outcome) -> Status:
    """Return whether a plan works, and whether it needs a concession that is not in writing yet (SPEC §5.4)."""
    if not outcome.works:
        return "does-not-work"
    return "works-with-concessions" if outcome.taken else "works"


def _without_shop(household: Household, horizon: int, working_days: WorkingDays) -> Outcome:
    """Return the first candidate's plan for the household as it would be; the levers are used as needed."""
    problem = problem_of(household, horizon, working_days)
    policy = with_sales(CANDIDATES[0], sell_all(problem))
    return with_levers(problem, Choice(policy, run(problem, policy))).outcome
