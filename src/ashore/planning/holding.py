"""The holding plan: what to pay while no plan works and one is talked about (SPEC §5.4)."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from ashore.dates import month_of
from ashore.household.model import Debt
from ashore.planning.baselines import BASELINES, HOLDING, sell_all, ways_of
from ashore.planning.candidates import HOURS_MAX, Candidates, Choice, newly_overdue
from ashore.planning.choosing import climb
from ashore.planning.goals import Key
from ashore.planning.levers import Hours, hours_of, smallest
from ashore.planning.offers import Selection, after_dues
from ashore.planning.outcome import Outcome
from ashore.planning.policy import HOLD_FIRST, Order, Policy, weight_of
from ashore.planning.problem import Problem
from ashore.planning.replay import Stop, run
from ashore.planning.urgent import COURT_STAGES

STEPS_MAX: Final = 32
"""Selections tried by steps from each start."""
AHEAD_MONTHS: Final = (1, 3, 12, 24)
"""How many months ahead dues may be kept for instead, where that is better."""
MOST_HOURS: Final = 0.75
"""Share of all hours of side work from which on more are not looked for."""
LAST_MAX: Final = 8
"""Debts that are met last, at most."""
UNDECIDED: Final = frozenset({"sued", "mediation"})
"""Stages at which a court has a debt and has decided nothing yet."""
Late = AbstractSet[tuple[str, str]]
"""Months at whose end a debt is overdue, as (debt, month)."""
Keeps = Callable[[Outcome], bool]
"""Whether an outcome keeps what the holding order keeps."""


class Holding:
    """The holding plans of a household, one for each selection of concessions, each followed once."""

    def __init__(
        self, problem: Problem, policy: Policy, baselines: Mapping[str, Outcome] | None = None
    ) -> None:
        """Take over the sales and side work found; never a friend's loan.  `baselines`: what they lead to, if known."""
        self.problem, self.found = problem, policy.offers
        self.policy = replace(HOLDING, sales=policy.sales, hours=policy.hours)
        followed = not policy.hours and policy.sales == sell_all(problem)
        self.known: Mapping[str, Outcome] = baselines if baselines and followed else {}
        self.follow: Callable[[Selection], Outcome] = cache(self._follow)

    def _follow(self, selection: Selection) -> Outcome:
        return run(self.problem, replace(self.policy, offers=selection))

    def best(self, offers: Selection = (), proposed: Sequence[Selection] = ()) -> Choice:
        """Return the holding plan; `offers`: those that it may take, `proposed`: several of them to begin with.

        One is in it only where the holding plan is better with it and no clean debt pays for it: none is late when it
        would not be without, either by the usual ways or with some debts met last.
        """
        usual = self._usual(())
        plain = self._lasting(usual)
        before = newly_overdue(self.problem, usual.outcome) | newly_overdue(self.problem, plain.outcome)

        def attempt(selection: Selection) -> Key:
            return self._judged(self.follow(selection), before)

        start = min(((), self.found if offers else ()), key=attempt)
        starts = {start: None, min(proposed, key=attempt, default=start): None}
        ends = [climb(one, offers, attempt, STEPS_MAX) for one in starts]
        chosen = min(ends, key=lambda one: (attempt(one), len(one)))
        tempted = self._lasting(self._usual(chosen, before), before) if chosen else plain
        best = min(plain, tempted, key=lambda one: self._judged(one.outcome, before))
        return self._postponed(best, before)

    def _judged(self, outcome: Outcome, before: Late | None) -> Key:
        """Return the goals of an outcome; one with months late of clean debts that are not late before comes last."""
        more = newly_overdue(self.problem, outcome) - before if before is not None else ()
        return (len(more), *outcome.goals)

    def _held(self, selection: Selection) -> Choice:
        return Choice(replace(self.policy, offers=selection), self.follow(selection))

    def _usual(self, selection: Selection, before: Late | None = None) -> Choice:
        """Return the best of the usual ways of paying that let nothing become late which the holding order keeps.

        `before`: the months of clean debts that may end late with these concessions.
        """
        held = self._held(selection)
        # Small sums scattered over everyone steady nobody (SPEC §5.4), whatever they save.
        whole = [policy for policy in BASELINES if policy.order != "pro-rata"]
        ways = ways_of(self.problem)
        orders = (*_ahead(lumps=any(one.lumps for one in ways)), *ways, *whole)
        same = {"sales": held.policy.sales, "hours": held.policy.hours, "offers": selection}

        def keeps(outcome: Outcome) -> bool:
            return self._keeps(outcome, held.outcome)

        return self._best_of(held, (replace(policy, **same) for policy in orders), keeps, before)

    def _lasting(self, best: Choice, before: Late | None = None) -> Choice:
        """Return where it leads to meet debts last that are overdue anyway, one more as long as that is better.

        What they do not get cures others.  A debt in order becomes overdue sooner for it than by the holding order only
        where fewer do.
        """
        held, start = self.follow(best.policy.offers), best.outcome

        def keeps(outcome: Outcome) -> bool:
            as_long = self._as_long(outcome, held) or self._fewer_fall(outcome, start)
            return as_long and self._keeps(outcome, held)

        for _ in range(LAST_MAX):
            better = self._best_of(best, self._with_last(best), keeps, before)
            if better is best:
                break
            best = better
        return best

    def _postponed(self, best: Choice, before: Late) -> Choice:
        """Return the best, or what comes of accepting its offers when the next dues are paid, if that does less harm.

        For anything less an offer is not left open: it may be withdrawn.
        """
        accounts, as_of = self.problem.accounts, self.problem.as_of
        offers = tuple(after_dues(offer, accounts, as_of) or offer for offer in best.policy.offers)
        if offers == best.policy.offers:
            return best
        later = self._lasting(self._usual(offers, before), before)
        new, unpaid, harm, *_ = self._judged(later.outcome, before)
        return later if (new, unpaid, harm) < self._judged(best.outcome, before)[:3] else best

    def _best_of(self, best: Choice, ways: Iterable[Policy], keeps: Keeps, before: Late | None) -> Choice:
        """Return the best of a choice and of those ways of paying that keep what they must."""
        for way in ways:
            if way == best.policy:
                continue
            known = None if way.offers or way.last else self.known.get(way.name)
            judged = self._judged(best.outcome, before)
            outcome = known or run(self.problem, way, None if judged[0] else _worse_than(best.outcome))
            if self._judged(outcome, before) < judged and keeps(outcome):
                best = Choice(way, outcome)
        return best

    def _with_last(self, best: Choice) -> Iterator[Policy]:
        """Yield a way of paying with one more debt met last, for each that is overdue in some month.

        Not for home, court and guarantor, nor for a debt that a court has: what waits there is taken.  One debt is left
        that comes before them.
        """
        if len(best.policy.last) + 1 >= len(self.problem.household.debts):
            return
        late = {debt for end in best.outcome.ends for debt in end.overdue} - best.policy.last
        for debt in self.problem.household.debts:
            if debt.id in late and debt.priority not in HOLD_FIRST and debt.stage not in COURT_STAGES:
                yield replace(best.policy, last=best.policy.last | {debt.id})

    def _keeps(self, outcome: Outcome, held: Outcome) -> bool:
        """Return whether no clean debt becomes overdue that is kept clean, and home, court and guarantor are served.

        That is: they are overdue no oftener.  Or they are kept as long as the holding order keeps them, and nothing is
        repaid early: money that waits for a sum it cannot reach helps nobody (decision 0036).  Another clean debt may
        fall only where fewer do, of less weight together, and none of home, court and guarantor (decision 0050).
        """
        falls, before = self._falls(outcome), self._falls(held)
        first = [debt for debt in self.problem.household.debts if debt.priority in HOLD_FIRST]
        oftener = [debt for debt in first if _months_late(outcome, debt.id) > _months_late(held, debt.id)]
        if not falls <= before:
            return not oftener and self._fewer_fall(outcome, held)
        if not oftener:
            return True
        early = any(row.extra and self._near(row.on) for row in outcome.payments)
        return not early and all(self._serves(debt, outcome, held, falls < before) for debt in oftener)

    def _as_long(self, outcome: Outcome, held: Outcome) -> bool:
        """Return whether every debt that was in order is so for as long as by the holding order."""
        return all(_months_kept(outcome, one) >= _months_kept(held, one) for one in self._falls(outcome))

    def _fewer_fall(self, outcome: Outcome, than: Outcome) -> bool:
        """Return whether fewer debts become overdue that were in order, of less weight together."""
        falls, before = self._falls(outcome), self._falls(than)
        return len(falls) < len(before) and self._weight(falls) < self._weight(before)

    def _falls(self, outcome: Outcome) -> set[str]:
        """Return the debts that become overdue and were not at `as_of`."""
        return {debt for debt, _ in newly_overdue(self.problem, outcome)}

    def _weight(self, debts: Collection[str]) -> int:
        return sum(weight_of(debt) for debt in self.problem.household.debts if debt.id in debts)

    def _near(self, day: date) -> bool:
        """Return whether a day is in the months that the holding order keeps dues for."""
        return month_of(day).minus(self.problem.first) <= HOLDING.reserve_months

    def _serves(self, debt: Debt, outcome: Outcome, held: Outcome, keeps_more: bool) -> bool:  # noqa: FBT001 - one fact
        """Return whether a debt is kept as long from now on; a suit not decided may wait where more stays clean."""
        if debt.arrears:
            return keeps_more and debt.stage in UNDECIDED
        return _months_kept(outcome, debt.id) >= _months_kept(held, debt.id)


def holding_plan(candidates: Candidates, policy: Policy) -> Choice:
    """Return the holding plan with the side work of a way of paying, or with more where that does less harm.

    Side work was found for ways of paying that do not work; of more hours as few are taken as that needs (SPEC §5.7).
    Where most of all hours are worked already, little more could come of the rest: that is not searched.
    """
    problem = candidates.problem

    def with_hours(hours: Hours) -> Choice:
        holding = Holding(problem, replace(policy, hours=hours), candidates.baselines)
        return holding.best(candidates.offers, candidates.least_missing(hours))

    own, most = with_hours(policy.hours), hours_of(problem, HOURS_MAX)
    if sum(policy.hours.values()) >= MOST_HOURS * sum(most.values()):
        return own
    worked = with_hours(most)
    if worked.outcome.goals[:2] >= own.outcome.goals[:2]:
        return own

    def reaches(total: int) -> bool:
        outcome = run(problem, replace(worked.policy, hours=hours_of(problem, total)))
        return outcome.goals[:2] <= worked.outcome.goals[:2]

    fewest = smallest(reaches, sum(most.values()))
    way = replace(worked.policy, hours=most if fewest is None else hours_of(problem, fewest))
    return Choice(way, run(problem, way))


def _ahead(*, lumps: bool) -> Iterator[Policy]:
    """Yield the holding orders that keep dues for fewer or more months, with `lumps` also such as do not wait.

    Cash that waits for a debt's last large due is then paid on it at once: what cannot be met of it is less.
    """
    orders: tuple[Order, ...] = ("holding", "holding-most")
    for order, at_once in product(orders, (False, True)[: 1 + lumps]):
        for months in (HOLDING.reserve_months, *AHEAD_MONTHS):
            yield replace(HOLDING, order=order, reserve_months=months, lumps=at_once)


def _months_kept(outcome: Outcome, debt: str) -> int:
    """Return at how many months' ends from now on a debt is in order, before the first at which it is not."""
    late = (index for index, end in enumerate(outcome.ends) if debt in end.overdue)
    return next(late, len(outcome.ends))


def _months_late(outcome: Outcome, debt: str) -> int:
    return sum(debt in end.overdue for end in outcome.ends)


def _worse_than(outcome: Outcome) -> Stop:
    """Return a test whether a run is worse in the goals before cost by now."""
    most = outcome.goals[:4]
    return lambda record: (
        (record.unpaid_fen, record.harm_halves, record.arrears_fen_months, record.cut_fen) > most
    )
