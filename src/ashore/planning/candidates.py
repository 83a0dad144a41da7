"""The ways of paying a plan is chosen from, what they are judged by, and the best of them with the concessions open."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Final

from ashore.planning.baselines import (
    BASELINES,
    CANDIDATES,
    MODEL,
    sell_all,
    ways_of,
    with_sales,
)
from ashore.planning.certificate import CLOSE_FEN, CLOSE_SHARE, Certificate, certify, close
from ashore.planning.choosing import EVERY_MAX, climb, every, switched
from ashore.planning.goals import MORE, Goal, Key, goal_key
from ashore.planning.levers import Hours, failed, hours_of, with_friend_loan, with_side_work
from ashore.planning.offers import Offer, Selection, offers_of
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.proving import proved
from ashore.planning.record import Record
from ashore.planning.relaxed import Group, Span
from ashore.planning.relaxing import hangs_on_payment, relax, relax_debts
from ashore.planning.replay import run
from ashore.planning.staged import Pattern, patterns
from ashore.planning.starts import starts
from ashore.planning.strain import leveled

TRIES_MAX: Final = 3
"""Selections of the model of months that are tried by replay."""
STEPS_MAX: Final = 24
"""Selections tried by steps from the best of them."""
SPARES_FEN: Final = (20_00, 300_00)
"""Cash that the model leaves at each month's end, for the days and fen it does not see."""
SHORT_COST: Final = 100.0
"""What a yuan that is missing counts where no plan works: more than any concession saves or costs."""
WEIGHED_MAX: Final = 24
ROUNDS_MAX: Final = 4
"""Times that each concession is taken or left to make a plan that works cheaper."""
SMALL_SHARE: Final = 1_000
"""Before the model of months is asked at all, a plan of one's own ways must be this much closer to its bound."""
HOURS_MAX: Final = 1_000_000
"""More hours than anybody has."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A policy with what it leads to."""

    policy: Policy
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Weighed:
    """A concession that is open: whether the plan takes it, and what the plan would lead to the other way round.

    `selection`: the concessions then taken.
    """

    offer: Offer
    taken: bool
    selection: Selection
    otherwise: Outcome


class Candidates:
    """The best way of paying for each selection of concessions, each found once.

    The cheapest search comes first; the model of months is asked only while the gap to the bound is not close.
    """

    def __init__(self, problem: Problem, baselines: Mapping[str, Outcome]) -> None:
        """Take over the baselines, which are among the candidates: a plan is never worse than one."""
        self.problem, self.baselines = problem, baselines
        self.offers = offers_of(problem.household, problem.accounts)
        self.sales = sell_all(problem)
        self.by_policies: Callable[[Selection, Goal], Choice] = cache(self._by_policies)
        self.best: Callable[[Selection, Goal], Choice] = cache(self._best)
        self.certificate: Callable[[Outcome], Certificate | None] = cache(self._certificate)
        self._weighed: tuple[Choice, tuple[Weighed, ...]] | None = None
        self._tried: list[tuple[Pattern, Choice]] = []
        self._patterns = self._modelled(levers=False)

    @cached_property
    def debts(self) -> tuple[Group, ...]:
        """Return the debts relaxed, for models and bounds."""
        return relax_debts(self.problem)

    def _certificate(self, outcome: Outcome) -> Certificate | None:
        return certify(self.problem, outcome, self.debts) if outcome.works else None

    def close(self, outcome: Outcome, share: int = CLOSE_SHARE) -> bool:
        """Return whether no plan is much better: nothing unpaid, late or cut, and the gap small (SPEC §6)."""
        if not outcome.works or any(outcome.goals[:4]):
            return False
        proof = self.certificate(outcome)
        return proof is not None and close(outcome, proof.bound_fen, share)

    def proof(self, outcome: Outcome) -> Certificate | None:
        """Return the certificate of a plan with cases told apart as far as they help."""
        first = self.certificate(outcome)
        return proved(self.problem, outcome, self.debts, first) if first else None

    def tried(self, goal: Goal) -> Iterator[tuple[Pattern, Choice]]:
        """Yield what the model of months proposes, with where it leads.

        For the cheapest plan until one is close, or works and the next is hardly better; the first unless little at all
        could be gained.
        """
        best = self.by_policies((), goal)
        place = 0
        while goal != "cheapest" or not self.close(best.outcome, CLOSE_SHARE if place else SMALL_SHARE):
            if place == len(self._tried):
                pattern = next(self._patterns, None)
                if pattern is None:
                    return
                model = replace(MODEL, sales=self.sales, offers=pattern.offers, targets=pattern.targets)
                self._tried.append((pattern, self._run(model)))
            yield self._tried[place]
            tried, place = self._tried[place][1], place + 1
            if goal == "cheapest" and place > 1 and not _better(tried.outcome, best.outcome):
                return
            best = min(best, tried, key=lambda choice: goal_key(choice.outcome, goal))

    def _best(self, selection: Selection, goal: Goal) -> Choice:
        """Return the best of the model's ways and, unless that is close already, of all policies."""
        ways = [choice for pattern, choice in self.tried(goal) if pattern.offers == selection]
        best = min(ways, key=lambda choice: goal_key(choice.outcome, goal), default=None)
        if best and goal == "cheapest" and self.close(best.outcome):
            return best
        others = [self.by_policies(selection, goal), *([best] if best else ())]
        return min(others, key=lambda choice: goal_key(choice.outcome, goal))

    def _by_policies(self, selection: Selection, goal: Goal) -> Choice:
        """Return the best of all policies; a thing that may be sold is kept only where that works."""
        best = self._run(replace(CANDIDATES[0], sales=self.sales, offers=selection))
        for policy in (*ways_of(self.problem)[1:], *MORE[goal]):
            if goal == "fewest-debts" or policy.extra != "smallest":
                tried = self._run(replace(policy, sales=self.sales, offers=selection), best.outcome)
                best = min(best, tried, key=lambda choice: goal_key(choice.outcome, goal))
        if not selection:
            others = [Choice(with_sales(one, self.sales), self.baselines[one.name]) for one in BASELINES]
            best = min(best, *others, key=lambda choice: goal_key(choice.outcome, goal))
        unsold = replace(CANDIDATES[0], offers=selection)
        if self.sales and run(self.problem, unsold, failed).works:
            best = min(best, self._run(unsold), key=lambda choice: goal_key(choice.outcome, goal))
        return best

    def _run(self, policy: Policy, than: Outcome | None = None) -> Choice:
        """Return where a policy leads; with `than` the run ends once it is worse in the goals before cost."""

        def worse(record: Record) -> bool:
            counts = record.unpaid_fen, record.harm_halves, record.arrears_fen_months, record.cut_fen
            return than is not None and (not record.works, *counts) > (not than.works, *than.goals[:4])

        return Choice(policy, run(self.problem, policy, worse if than else None))

    def _modelled(self, *, levers: bool, lent: bool = False) -> Iterator[Pattern]:
        """Yield what the model of months finds, with side work and a friend's loan or without; cuts only if needed."""
        loans = sum(one.amount_fen_max for one in self.problem.household.friend_loans) if lent else 0
        span = self._span(hours_of(self.problem, HOURS_MAX), loans) if levers else self._span({})
        household = relax(self.problem, span, self.debts)
        if household is None:
            return
        for cuts in (False, True):
            found = False
            for spare in SPARES_FEN:
                for one in patterns(self.problem, household, self.offers, TRIES_MAX, spare, cuts=cuts):
                    found = True
                    yield one
            if found:
                return

    def least_missing(self, hours: Hours) -> tuple[Selection, ...]:
        """Return the selections with which least is missing by months, with so many hours of side work: the first few.

        For where no plan works: with them more debts can be kept in order meanwhile.
        """
        household = relax(self.problem, self._span(hours), self.debts) if self.offers else None
        if household is None:
            return ()
        spare = SPARES_FEN[0]
        found = patterns(
            self.problem, household, self.offers, TRIES_MAX, spare, cuts=True, short_cost=SHORT_COST
        )
        return tuple(dict.fromkeys(one.offers for one in found))

    def _span(self, hours: Hours, lent_fen: int = 0) -> Span:
        worked = [0] * (self.problem.horizon + 1)
        for (lever, month), count in hours.items():
            worked[month] += count * self.problem.household.side_work[lever].hourly_fen
        return Span(tuple(worked), None, lent_fen)

    def with_offers(self, goal: Goal) -> Choice:
        """Return the best way of paying with the best concessions, or with none.

        The model's selections are tried; where none of them works by days, or there is no model, steps of one
        concession from the best.
        """
        found = tuple(dict.fromkeys(pattern.offers for pattern, _ in self.tried(goal)))
        close = goal == "cheapest" and any(self.close(self.best(one, goal).outcome) for one in ((), *found))
        tries = ((), *found, *(() if close or len(self.offers) > EVERY_MAX else every(self.offers)))
        chosen = min(tries, key=lambda one: (self._key(one, goal), len(one)))
        searched = found or hangs_on_payment(self.problem)
        if searched and self.offers and not self.best(chosen, goal).outcome.works:
            chosen = climb(chosen, self.offers, lambda one: self._key(one, goal), STEPS_MAX)
        choice = self.best(chosen, goal)
        if not close and len(self.offers) > EVERY_MAX:
            choice = self._begun(choice, goal)
        if goal == "lowest-strain" and choice.outcome.works:
            level = leveled(self.problem, choice.policy)
            choice = min((choice, *map(self._run, level)), key=lambda one: goal_key(one.outcome, goal))
        return self._stepped(choice) if goal == "cheapest" and choice.outcome.works else choice

    def _begun(self, choice: Choice, goal: Goal) -> Choice:
        """Return the choice, or what the debts taken one by one lead to, if that works and is better.

        Where nothing works a holding plan is looked for from the choice, with starts of its own.
        """
        ways = [
            replace(way, sales=self.sales) for way in CANDIDATES if way.extra == "dearest" and not way.lumps
        ]
        for selection in starts(self.problem):
            others = [self._run(replace(way, offers=selection), choice.outcome) for way in ways]
            works = [one for one in others if one.outcome.works]
            choice = min((choice, *works), key=lambda one: self._judged(one.outcome, goal))
        return choice

    def _stepped(self, choice: Choice) -> Choice:
        """Return where single concessions taken or left lead from a plan that works, as far as it gets cheaper."""
        for _ in range(ROUNDS_MAX):
            others = [
                Choice(replace(choice.policy, offers=one.selection), one.otherwise)
                for one in self.weigh(choice)
                if one.otherwise.works
            ]
            best = min((choice, *others), key=lambda one: self._judged(one.outcome, "cheapest"))
            if best is choice:
                break
            choice = best
        return choice

    def with_levers(self, choice: Choice, goal: Goal) -> Choice:
        """Return the choice with what levers it needs; where that fails, the first that works with them.

        Where that borrows from a friend or does harm, one with side work alone that does less harm takes its place:
        for anything else more hours are not asked for.
        """

        def key(one: Choice) -> tuple[bool, int, int]:
            return bool(one.policy.draws), *one.outcome.goals[:2]

        best = with_levers(self.problem, choice)
        if not best.outcome.works:
            levered = (with_levers(self.problem, one) for one in self._levered(choice, goal, lent=True))
            best = next((one for one in levered if one.outcome.works), best)
        others = self._levered(choice, goal, lent=False) if best.outcome.works else iter(())
        while any(key(best)) and (one := next(others, None)):
            if best.policy.draws or self._spares(one.policy, best.outcome):
                other = Choice(*with_side_work(self.problem, one.policy, one.outcome))
                best = min(best, other, key=lambda one: (not one.outcome.works, key(one)))
        return self._rewayed(best)

    def _rewayed(self, choice: Choice) -> Choice:
        """Return the choice, or another way of paying that does less harm with its levers, found anew then."""
        policy = choice.policy
        if not choice.outcome.works or not (policy.hours or policy.draws):
            return choice

        def key(one: Choice) -> tuple[int, ...]:
            used = one.policy
            return (
                not one.outcome.works,
                *one.outcome.goals[:2],
                sum(used.draws.values()),
                sum(used.hours.values()),
            )

        kept = {"sales": policy.sales, "offers": policy.offers}
        ways = [replace(way, **kept) for way in ways_of(self.problem)]
        others = [
            self._run(replace(way, hours=policy.hours, draws=policy.draws), choice.outcome) for way in ways
        ]
        best = min((choice, *others), key=key)
        if best.outcome.goals[:2] == choice.outcome.goals[:2]:
            return choice
        fresh = with_levers(self.problem, self._run(replace(best.policy, hours={}, draws={})))
        return min(best, fresh, key=key)

    def _spares(self, policy: Policy, than: Outcome) -> bool:
        """Return whether a way of paying with all hours of side work does less harm than an outcome."""
        most = than.goals[:2]

        def no_less(record: Record) -> bool:
            return failed(record) or (record.unpaid_fen, record.harm_halves) >= most

        outcome = run(self.problem, replace(policy, hours=hours_of(self.problem, HOURS_MAX)), no_less)
        return outcome.works and outcome.goals[:2] < most

    def _levered(self, choice: Choice, goal: Goal, *, lent: bool) -> Iterator[Choice]:
        """Yield what the model proposes with the levers' money, then the ways of paying that work with every lever.

        `lent`: whether a friend's loan is among these.
        """
        home = self.problem.household
        if not (home.side_work or (lent and home.friend_loans)):
            return
        for pattern in self._modelled(levers=True, lent=lent):
            yield self.best(pattern.offers, goal)
        hours = hours_of(self.problem, HOURS_MAX)
        draws = {index: one.amount_fen_max for index, one in enumerate(home.friend_loans)}
        for selection in dict.fromkeys((choice.policy.offers, ())):
            for way in (*ways_of(self.problem), *BASELINES):
                policy = replace(way, sales=choice.policy.sales, offers=selection)
                most = (replace(policy, hours=hours, draws=one) for one in ({}, draws)[: 1 + lent])
                if any(run(self.problem, one, failed).works for one in most):
                    yield self._run(policy)

    def _key(self, selection: Selection, goal: Goal) -> Key:
        """Return the goals of a selection; one that lets a clean debt become overdue comes last (SPEC §4.6).

        So does one that only spares cuts and costs more than it spares: cutting to save money has its price as well.
        """
        return self._judged(self.best(selection, goal).outcome, goal)

    def _judged(self, outcome: Outcome, goal: Goal) -> Key:
        alone = self.best((), goal).outcome
        harmed = newly_overdue(self.problem, outcome) - newly_overdue(self.problem, alone)
        spared = alone.cut_fen - outcome.cut_fen
        only_cuts = (alone.works, alone.goals[:3]) == (outcome.works, outcome.goals[:3]) and spared > 0
        dear = only_cuts and outcome.net_fen - alone.net_fen > spared
        return (bool(harmed) or dear, *goal_key(outcome, goal))

    def weigh(self, chosen: Choice) -> tuple[Weighed, ...]:
        """Return each open concession with what would be the other way round, in file order; the first ones only.

        Beside a plan that works, one that does not is followed no further than to where it fails.
        """
        if self._weighed and self._weighed[0] is chosen:
            return self._weighed[1]
        taken, weighed = chosen.policy.offers, list[Weighed]()
        stop = failed if chosen.outcome.works else None
        for offer in self.offers[:WEIGHED_MAX]:
            other = switched(taken, offer, self.offers)
            outcome = run(self.problem, replace(chosen.policy, offers=other), stop)
            weighed.append(Weighed(offer, any(one.same(offer) for one in taken), other, outcome))
        self._weighed = chosen, tuple(weighed)
        return self._weighed[1]


def _better(outcome: Outcome, than: Outcome) -> bool:
    """Return whether an outcome is better than one that works by more than what is close; where none works, always."""
    before, after = goal_key(than, "cheapest")[:5], goal_key(outcome, "cheapest")[:5]
    return (
        not than.works or after < before or (after == before and outcome.net_fen < than.net_fen - CLOSE_FEN)
    )


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
