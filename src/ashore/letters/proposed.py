"""What a plan asks of one creditor and what it then pays: the only figures a letter proposes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from ashore.dates import month_of
from ashore.loans.terms import Concession
from ashore.planning.outcome import Outcome, Payment
from ashore.planning.plan import Plan

YEAR: Final = 12
"""So many months are named where what comes after them is not certain."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What one creditor is asked, and paid.

    `concession`: None where the contract stays.  `offered`: the creditor offered it, or agreed to it by word.
    `payments`: each day with its sum in fen, early repayment left out: nobody is promised that.  `ends`: the day of the
    last of them closes the debt.  `works`: with this, everything the household owes can be paid.  `rests`: the names of
    the other debts whose creditors must agree to what they are asked, or the payments cannot be kept.
    """

    concession: Concession | None
    offered: bool
    payments: tuple[tuple[date, int], ...]
    ends: date | None
    works: bool
    rests: tuple[str, ...] = ()

    @property
    def months(self) -> tuple[tuple[date, int], ...]:
        """Return what is paid in each month by the day of its last payment, as somebody who reads many letters can."""
        of_month = (list(group) for _, group in groupby(self.payments, lambda one: month_of(one[0])))
        return tuple((group[-1][0], sum(fen for _, fen in group)) for group in of_month)

    @property
    def shown(self) -> tuple[tuple[date, int], ...]:
        """Return the months that a letter names: where it is not sure when the debt is closed, the first of them."""
        return self.months if self.ends else self.months[:YEAR]


@dataclass(frozen=True, slots=True)
class Run:
    """Payments of one size in months that follow each other: the first and the last day, how many, each in fen."""

    first: date
    last: date
    times: int
    fen: int


def proposed_of(plan: Plan, debt_id: str) -> Proposed | None:
    """Return what a plan asks about a debt and pays on it; None where the debt is asked about first.

    The plan that works is followed, else the smallest asks, else what holds meanwhile.
    """
    ids = [one.id for one in plan.household.debts]
    if debt_id not in ids:
        return None
    index = ids.index(debt_id)
    taken = next((one.offer for one in plan.outcome.taken if index in one.offer.members), None)
    if plan.outcome.works:
        return _proposed(
            plan.outcome, debt_id, taken.asked(index) if taken else None, offered=taken is not None
        )
    if plan.asks:
        first = plan.asks[0]
        asked = next((one.offer for one in first.asks if index in one.offer.members), None)
        others = {place for one in first.asks if one.offer is not asked for place in one.offer.members}
        rests = tuple(one.name for place, one in enumerate(plan.household.debts) if place in others)
        given = next((one.offer for one in first.outcome.taken if index in one.offer.members), None)
        offer = asked or given
        concession = offer.asked(index) if offer else None
        offered = asked is None and given is not None
        return replace(_proposed(first.outcome, debt_id, concession, offered=offered), rests=rests)
    return _proposed(plan.outcome, debt_id, taken.asked(index) if taken else None, offered=taken is not None)


def _proposed(outcome: Outcome, debt_id: str, concession: Concession | None, *, offered: bool) -> Proposed:
    mine = [one for one in outcome.payments if one.debt == debt_id]
    closes = outcome.works and debt_id not in outcome.left_debts and not any(one.extra for one in mine)
    days = _by_day([one for one in mine if not one.extra])
    return Proposed(concession, offered, days, days[-1][0] if closes and days else None, outcome.works)


def _by_day(payments: Sequence[Payment]) -> tuple[tuple[date, int], ...]:
    found = sorted(payments, key=lambda one: one.on)
    return tuple((day, sum(one.fen for one in of_day)) for day, of_day in groupby(found, lambda one: one.on))


def runs_of(payments: Sequence[tuple[date, int]]) -> tuple[Run, ...]:
    """Return payments of months, those of one size in months that follow each other as one."""
    found = list[Run]()
    for day, fen in payments:
        before = found[-1] if found else None
        if before and before.fen == fen and month_of(day).minus(month_of(before.last)) == 1:
            found[-1] = replace(before, last=day, times=before.times + 1)
        else:
            found.append(Run(day, day, 1, fen))
    return tuple(found)
