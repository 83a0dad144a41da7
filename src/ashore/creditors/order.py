"""Whom to approach first: every debt of a plan in one order, each with its reason and the day by which."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal, get_args

from ashore.dates import month_of
from ashore.household.model import Debt
from ashore.household.position import open_debt
from ashore.loans.cost import later_dues
from ashore.planning.plan import Plan
from ashore.planning.urgent import COURT_STAGES

Why = Literal[
    "paper-day",
    "court",
    "home",
    "guarantor",
    "offer-ends",
    "by-word",
    "before-due",
    "matures",
    "worse-on",
    "overdue",
    "later",
    "agreed",
    "as-due",
    "old",
]
"""Why a creditor is approached, from the gravest consequence to none; `old` waits until it was asked about."""

ORDER: Final[tuple[Why, ...]] = get_args(Why)
HOME: Final = frozenset({"home", "utilities"})
GUARANTOR: Final = "guarantor:"
ADDRESSED: Final = ORDER.index("later")
"""Reasons up to this one lead to somebody who is to be approached; the ones after it keep things as they are."""
SOON: Final = timedelta(days=45)
"""A day further ahead than this on which the money will not reach waits until those who press today are spoken to."""


@dataclass(frozen=True, slots=True)
class Approach:
    """One debt: why its creditor is approached now, and by when, None where no day hangs on it.

    `days_past_due`: where a day makes it worse, how long it will be overdue on that day.
    """

    debt: Debt
    why: Why
    by: date | None = None
    days_past_due: int | None = None

    @property
    def to_approach(self) -> bool:
        """Return whether somebody is to be approached."""
        return ORDER.index(self.why) <= ADDRESSED


def approaches(plan: Plan) -> tuple[Approach, ...]:
    """Return every debt once, by its gravest reason; among the same reasons the nearest day is first."""
    found = [min(_reasons(plan, debt), key=_place) for debt in plan.household.debts]
    found += [Approach(one.debt, "old") for one in plan.set_aside]
    return tuple(sorted(found, key=_place))


def _place(one: Approach) -> tuple[int, date]:
    return ORDER.index(one.why), one.by or date.max


def _reasons(plan: Plan, debt: Debt) -> Iterator[Approach]:
    """Yield every reason there is to approach a debt's creditor; at least the last, that it is paid as it falls due."""
    if debt.deadline and debt.deadline.on >= plan.as_of:
        yield Approach(debt, "paper-day", debt.deadline.on)
    if debt.stage in COURT_STAGES:
        yield Approach(debt, "court")
    if debt.arrears:
        yield from _of_overdue(plan, debt)
    else:
        yield from _of_clean(plan, debt)
    yield from _of_offers(plan, debt)
    yield Approach(debt, "as-due")


def _of_overdue(plan: Plan, debt: Debt) -> Iterator[Approach]:
    if debt.priority in HOME:
        yield Approach(debt, "home")
    if any(one.startswith(GUARANTOR) for one in debt.liable):
        yield Approach(debt, "guarantor")
    for cliff in plan.cliffs:
        if cliff.debt == debt.id and cliff.what.startswith("day-"):
            yield Approach(debt, "worse-on", cliff.on, int(cliff.what.removeprefix("day-")))
    yield Approach(debt, "overdue")


def _of_clean(plan: Plan, debt: Debt) -> Iterator[Approach]:
    """Yield the day on which the money will not reach, and the day on which all falls due and is not paid."""
    late = next((end.month for end in plan.outcome.ends if debt.id in end.overdue), None)
    if late is not None:
        dues = [row.due for row in later_dues(open_debt(debt, plan.as_of)) if month_of(row.due) <= late]
        yield _ahead(plan, debt, "before-due", max(dues, default=late.last))
    paid = plan.outcome.works and not plan.outcome.taken
    for cliff in plan.cliffs:
        if cliff.debt == debt.id and cliff.what == "maturity" and not paid:
            yield _ahead(plan, debt, "matures", cliff.on)


def _ahead(plan: Plan, debt: Debt, why: Why, on: date) -> Approach:
    return Approach(debt, why if on <= plan.as_of + SOON else "later", on)


def _of_offers(plan: Plan, debt: Debt) -> Iterator[Approach]:
    for cliff in plan.cliffs:
        if cliff.debt == debt.id and cliff.what == "concession-ends":
            yield Approach(debt, "offer-ends", cliff.on)
    states = {one.status for one in debt.concessions}
    if "agreed-verbal" in states:
        yield Approach(debt, "by-word")
    # Overdue in spite of an agreement is overdue: keeping it is no longer all there is to do.
    if "agreed-written" in states and not debt.arrears:
        yield Approach(debt, "agreed")
