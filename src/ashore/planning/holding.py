"""The holding plan: what to pay while no plan works and one is talked about (SPEC §5.4)."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from typing import Final

from ashore.dates import month_of
from ashore.household.model import Debt
from ashore.planning.baselines import BASELINES, HOLDING, sell_all, ways_of
from ashore.planning.candidates import Choice, newly_overdue
from ashore.planning.choosing import climb
from ashore.planning.goals import Key
from ashore.planning.offers import Selection
from ashore.planning.outcome import Outcome
from ashore.planning.policy import HOLD_FIRST, Order, Policy, weight_of
from ashore.planning.problem import Problem
from ashore.planning.replay import Stop, run

STEPS_MAX: Final = 32
"""Selections tried by steps from each start."""
AHEAD_MONTHS: Final = (1, 3, 12, 24)
"""How many months ahead dues may be kept for instead, where that is better."""
UNDECIDED: Final = frozenset({"sued", "mediation"})
"""Stages at which a court has a debt and has decided nothing yet."""


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

        One is in it only where the holding plan is better with it and no clean debt pays for it.  Another way of
        paying takes its place that is better in the goals and keeps clean what it keeps clean.
        """
        plain = self._improved(())
        clean = newly_overdue(self.problem, plain.outcome)

        def paid_for(outcome: Outcome) -> int:
            return len(newly_overdue(self.problem, outcome) - clean)

        def attempt(selection: Selection) -> Key:
            outcome = self.follow(selection)
            return (paid_for(outcome), *outcome.goals)

        start = min(((), self.found if offers else ()), key=attempt)
        starts = {start: None, min(proposed, key=attempt, default=start): None}
        ends = [climb(one, offers, attempt, STEPS_MAX) for one in starts]
        chosen = min(ends, key=lambda one: (attempt(one), len(one)))
        tempted = (self._held(chosen), self._improved(chosen)) if chosen else ()
        kept = [one for one in tempted if not paid_for(one.outcome)]
        return min((plain, *kept), key=lambda one: one.outcome.goals)

    def _held(self, selection: Selection) -> Choice:
        return Choice(replace(self.policy, offers=selection), self.follow(selection))

    def _improved(self, selection: Selection) -> Choice:
        """Return the best of all ways of paying that let nothing become late which the holding order keeps."""
        best = held = self._held(selection)
        # Small sums scattered over everyone steady nobody (SPEC §5.4), whatever they save.
        whole = [policy for policy in BASELINES if policy.order != "pro-rata"]
        ways = ways_of(self.problem)
        for policy in (*_ahead(lumps=any(one.lumps for one in ways)), *ways, *whole):
            way = replace(policy, sales=held.policy.sales, hours=held.policy.hours, offers=held.policy.offers)
            if way == held.policy:
                continue
            known = None if selection else self.known.get(policy.name)
            outcome = known or run(self.problem, way, _worse_than(best.outcome))
            if outcome.goals < best.outcome.goals and self._keeps(outcome, held.outcome):
                best = Choice(way, outcome)
        return best

    def _keeps(self, outcome: Outcome, held: Outcome) -> bool:
        """Return whether no clean debt becomes overdue that is kept clean, and home, court and guarantor are served.

        That is: they are overdue no oftener.  Or they are kept as long as the holding order keeps them, and nothing is
        repaid early: money that waits for a sum it cannot reach helps nobody (decision 0036).  Another clean debt may
        fall only where fewer do, of less weight together, and none of home, court and guarantor (decision 0050).
        """
        falls = {debt for debt, _ in newly_overdue(self.problem, outcome)}
        before = {debt for debt, _ in newly_overdue(self.problem, held)}
        first = [debt for debt in self.problem.household.debts if debt.priority in HOLD_FIRST]
        oftener = [debt for debt in first if _months_late(outcome, debt.id) > _months_late(held, debt.id)]
        if not falls <= before:
            return not oftener and len(falls) < len(before) and self._weight(falls) < self._weight(before)
        if not oftener:
            return True
        early = any(row.extra and self._near(row.on) for row in outcome.payments)
        return not early and all(self._serves(debt, outcome, held, falls < before) for debt in oftener)

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
