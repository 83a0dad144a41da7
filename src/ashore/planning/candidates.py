"""The ways of paying a plan is chosen from, what they are judged by, and the best of them with the concessions open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import Final

from ashore.planning.baselines import (
    BASELINES,
    CANDIDATES,
    HOLDING,
    MODEL,
    sell_all,
    ways_of,
    with_sales,
)
from ashore.planning.certificate import Certificate, certify
from ashore.planning.choosing import EVERY_MAX, climb, every, switched
from ashore.planning.goals import MORE, Goal, Key, goal_key
from ashore.planning.levers import failed, hours_of, with_friend_loan, with_side_work
from ashore.planning.offers import Offer, Selection, offers_of
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.record import Record
from ashore.planning.relaxed import Group, Span
from ashore.planning.relaxing import hangs_on_payment, relax, relax_debts
from ashore.planning.replay import run
from ashore.planning.staged import Pattern, patterns
from ashore.planning.strain import leveled

TRIES_MAX: Final = 3
"""Selections of the model of months that are tried by replay."""
STEPS_MAX: Final = 24
"""Selections tried by steps from the best of them."""
SPARES_FEN: Final = (20_00, 300_00)
"""Cash that the model leaves at each month's end, for the days and fen it does not see."""
WEIGHED_MAX: Final = 24
HOURS_MAX: Final = 1_000_000
"""More hours than anybody has."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A policy with what it leads to."""

    policy: Policy
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concession that is open: whether the plan takes it, and what the plan would lead to the other way round."""

    offer: Offer
    taken: bool
    otherwise: Outcome


class Candidates:
    """The best way of paying for each selection of concessions, each found once."""

    def __init__(self, problem: Problem, baselines: Mapping[str, Outcome]) -> None:
        """Take over the baselines, which are among the candidates: a plan is never worse than one."""
        self.problem, self.baselines = problem, baselines
        self.offers = offers_of(problem.household, problem.accounts)
        self.best: Callable[[Selection, Goal], Choice] = cache(self._best)
        self.found: Callable[[bool], tuple[Pattern, ...]] = cache(self._found)
        self.certificate: Callable[[Outcome], Certificate | None] = cache(self._certificate)

    @cached_property
    def debts(self) -> tuple[Group, ...]:
        """Return the debts relaxed, for models and bounds."""
        return relax_debts(self.problem)

    def _certificate(self, outcome: Outcome) -> Certificate | None:
        return certify(self.problem, outcome, self.debts) if outcome.works else None

    def _best(self, selection: Selection, goal: Goal) -> Choice:
        """Return the best of all policies; a thing that may be sold is kept only where that works."""
        sales = sell_all(self.problem)
        best = self._run(replace(CANDIDATES[0], sales=sales, offers=selection))
        for policy in (*ways_of(self.problem)[1:], *MORE[goal]):
            if goal == "fewest-debts" or policy.extra != "smallest":
                tried = self._run(replace(policy, sales=sales, offers=selection), best.outcome)
                best = min(best, tried, key=lambda choice: goal_key(choice.outcome, goal))
        if not selection:
            others = [Choice(with_sales(one, sales), self.baselines[one.name]) for one in BASELINES]
            best = min(best, *others, key=lambda choice: goal_key(choice.outcome, goal))
        for pattern in self.found(False):  # noqa: FBT003 - cached by position
            if pattern.offers == selection:
                model = replace(MODEL, sales=sales, offers=selection, targets=pattern.targets)
                tried = self._run(model, best.outcome)
                best = min(best, tried, key=lambda choice: goal_key(choice.outcome, goal))
        unsold = replace(CANDIDATES[0], offers=selection)
        if sales and run(self.problem, unsold, failed).works:
            best = min(best, self._run(unsold), key=lambda choice: goal_key(choice.outcome, goal))
        return best

    def _run(self, policy: Policy, than: Outcome | None = None) -> Choice:
        """Return where a policy leads; with `than` the run ends once it is worse in the goals before cost."""

        def worse(record: Record) -> bool:
            counts = record.unpaid_fen, record.harm_halves, record.arrears_fen_months, record.cut_fen
            return than is not None and (not record.works, *counts) > (not than.works, *than.goals[:4])

        return Choice(policy, run(self.problem, policy, worse if than else None))

    def _found(self, levers: bool) -> tuple[Pattern, ...]:  # noqa: FBT001 - cached by position
        """Return what the model of months finds, with the levers' money or without; cuts only where it needs them."""
        household = relax(self.problem, self._span(levers=levers), self.debts)
        if household is None:
            return ()
        for cuts in (False, True):
            every = (
                tuple(patterns(self.problem, household, self.offers, TRIES_MAX, spare, cuts=cuts))
                for spare in SPARES_FEN
            )
            if found := tuple(chain.from_iterable(every)):
                return found
        return ()

    def _span(self, *, levers: bool) -> Span:
        worked = [0] * (self.problem.horizon + 1)
        for (lever, month), hours in hours_of(self.problem, HOURS_MAX).items() if levers else ():
            worked[month] += hours * self.problem.household.side_work[lever].hourly_fen
        return Span(tuple(worked), None, lent=levers)

    def with_offers(self, goal: Goal) -> Choice:
        """Return the best way of paying with the best concessions, or with none.

        The model's selections are tried; where none of them works by days, or there is no model, steps of one
        concession from the best.
        """
        found = tuple(dict.fromkeys(one.offers for one in self.found(False)))  # noqa: FBT003 - cached by position
        tries = ((), *found, *(every(self.offers) if len(self.offers) <= EVERY_MAX else ()))
        chosen = min(tries, key=lambda one: (self._key(one, goal), len(one)))
        searched = found or hangs_on_payment(self.problem)
        if searched and self.offers and not self.best(chosen, goal).outcome.works:
            chosen = climb(chosen, self.offers, lambda one: self._key(one, goal), STEPS_MAX)
        choice = self.best(chosen, goal)
        if goal == "lowest-strain" and choice.outcome.works:
            level = leveled(self.problem, choice.policy)
            choice = min((choice, *map(self._run, level)), key=lambda one: goal_key(one.outcome, goal))
        return choice

    def with_levers(self, choice: Choice, goal: Goal) -> Choice:
        """Return the choice with what levers it needs; where that does not work, concessions that need them too."""
        levered = with_levers(self.problem, choice)
        if levered.outcome.works:
            return levered
        for pattern in self.found(True):  # noqa: FBT003 - cached by position
            tried = with_levers(self.problem, self.best(pattern.offers, goal))
            if tried.outcome.works:
                return tried
        return levered

    def _key(self, selection: Selection, goal: Goal) -> Key:
        """Return the goals of a selection; one that lets a clean debt become overdue comes last (SPEC §4.6).

        So does one that only spares cuts and costs more than it spares: cutting to save money has its price as well.
        """
        outcome, alone = self.best(selection, goal).outcome, self.best((), goal).outcome
        harmed = newly_overdue(self.problem, outcome) - newly_overdue(self.problem, alone)
        spared = alone.cut_fen - outcome.cut_fen
        only_cuts = (alone.works, alone.goals[:3]) == (outcome.works, outcome.goals[:3]) and spared > 0
        dear = only_cuts and outcome.net_fen - alone.net_fen > spared
        return (bool(harmed) or dear, *goal_key(outcome, goal))

    def weigh(self, chosen: Choice) -> tuple[Weighed, ...]:
        """Return each open concession with what would be the other way round, in file order; the first ones only."""
        taken, weighed = chosen.policy.offers, list[Weighed]()
        for offer in self.offers[:WEIGHED_MAX]:
            other = switched(taken, offer, self.offers)
            outcome = self._run(replace(chosen.policy, offers=other)).outcome
            weighed.append(Weighed(offer, any(one.same(offer) for one in taken), outcome))
        return tuple(weighed)


def newly_overdue(problem: Problem, outcome: Outcome) -> set[tuple[str, str]]:
    """Return the months at whose end a debt is overdue that was not at `as_of`, as (debt, month)."""
    pairs = zip(problem.household.debts, problem.accounts, strict=True)
    clean = {debt.id for debt, account in pairs if account.arrears_fen == 0}
    return {(debt, str(end.month)) for end in outcome.ends for debt in end.overdue if debt in clean}


def with_levers(problem: Problem, choice: Choice) -> Choice:
    """Return the choice with as much side work as harm needs and, last, the smallest friend's loan that works.

    Where what is missing stays missing, a friend's loan would only move the debt (practice §2, H4).
    """
    policy, outcome = with_side_work(problem, choice.policy, choice.outcome)
    if not outcome.works and problem.household.cause != "structural":
        lent = with_friend_loan(problem, policy)
        policy, outcome = lent or (policy, outcome)
    return Choice(policy, outcome)


def on_contract(problem: Problem, policy: Policy) -> list[Policy]:
    """Return every policy by contract, with the sales and side work of one, that one first."""
    others = [replace(one, sales=policy.sales, hours=policy.hours) for one in (*ways_of(problem), *BASELINES)]
    return [replace(policy, offers=()), *others]


def hold(problem: Problem, policy: Policy, offers: Selection = ()) -> Choice:
    """Return the holding plan (SPEC §5.4) with the sales and side work found; never a friend's loan.

    `offers`: those that it may take.  One is in it only where the holding plan is better with it and no clean debt
    pays for it.
    """
    holding = replace(HOLDING, sales=policy.sales, hours=policy.hours)

    @cache
    def follow(selection: Selection) -> Outcome:
        return run(problem, replace(holding, offers=selection))

    clean = newly_overdue(problem, follow(()))

    def attempt(selection: Selection) -> Key:
        outcome = follow(selection)
        return (bool(newly_overdue(problem, outcome) - clean), *outcome.goals)

    start = min(((), policy.offers if offers else ()), key=attempt)
    chosen = climb(start, offers, attempt, STEPS_MAX)
    return Choice(replace(holding, offers=chosen), follow(chosen))
