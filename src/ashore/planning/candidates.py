"""The ways of paying a plan is chosen from, what they are judged by, and the best of them with the concessions open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from ashore.planning.baselines import BASELINES, CANDIDATES, HOLDING, sell_all, with_sales
from ashore.planning.choosing import best_selection
from ashore.planning.goals import MORE, Goal, Key, goal_key
from ashore.planning.levers import failed, with_friend_loan, with_side_work
from ashore.planning.offers import Offer, Selection, fits, offers_of
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run
from ashore.planning.strain import leveled


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

    def _best(self, selection: Selection, goal: Goal) -> Choice:
        """Return the best of all policies; a thing that may be sold is kept only where that works."""
        sales = sell_all(self.problem)
        tried = (*CANDIDATES, *MORE[goal])
        choices = [self._run(replace(one, sales=sales, offers=selection)) for one in tried]
        if not selection:
            choices += [Choice(with_sales(one, sales), self.baselines[one.name]) for one in BASELINES]
        unsold = replace(CANDIDATES[0], offers=selection)
        if sales and run(self.problem, unsold, failed).works:
            choices.append(self._run(unsold))
        return min(choices, key=lambda choice: goal_key(choice.outcome, goal))

    def _run(self, policy: Policy) -> Choice:
        return Choice(policy, run(self.problem, policy))

    def with_offers(self, goal: Goal) -> Choice:
        """Return the best way of paying with the best concessions, or with none."""
        chosen = best_selection(self.offers, lambda selection: self._key(selection, goal))
        choice = self.best(chosen, goal)
        if goal == "lowest-strain" and choice.outcome.works:
            level = leveled(self.problem, choice.policy)
            choice = min((choice, *map(self._run, level)), key=lambda one: goal_key(one.outcome, goal))
        return choice

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

    def weigh(self, chosen: Selection, goal: Goal) -> tuple[Weighed, ...]:
        """Return each open concession with what would be the other way round, in file order."""
        weighed: list[Weighed] = []
        for offer in self.offers:
            without = tuple(one for one in chosen if one is not offer)
            other = without if offer in chosen else tuple(one for one in chosen if fits((one, offer)))
            selection = (
                other if offer in chosen else tuple(one for one in self.offers if one in (*other, offer))
            )
            weighed.append(Weighed(offer, offer in chosen, self.best(selection, goal).outcome))
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


def on_contract(policy: Policy) -> list[Policy]:
    """Return every policy by contract, with the sales and side work of one, that one first."""
    others = [replace(one, sales=policy.sales, hours=policy.hours) for one in (*CANDIDATES, *BASELINES)]
    return [replace(policy, offers=()), *others]


def hold(problem: Problem, policy: Policy, offers: Selection = ()) -> Choice:
    """Return the holding plan (SPEC §5.4) with the sales and side work found; never a friend's loan.

    Of the concessions open it takes those with which it is better and no clean debt pays for it.
    """
    holding = replace(HOLDING, sales=policy.sales, hours=policy.hours)
    plain = Choice(holding, run(problem, holding))

    @cache
    def taking(selection: Selection) -> Choice:
        with_it = replace(holding, offers=selection)
        return Choice(with_it, run(problem, with_it)) if selection else plain

    def key(selection: Selection) -> Key:
        outcome = taking(selection).outcome
        harmed = newly_overdue(problem, outcome) - newly_overdue(problem, plain.outcome)
        return (bool(harmed), *outcome.goals)

    return taking(best_selection(offers, key)) if offers else plain
