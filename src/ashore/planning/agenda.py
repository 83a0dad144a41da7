"""The days ahead of a household and its plan: what is to be paid, answered, promised, and looked at again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal, get_args

from ashore.dates import Month, month_of, months_from
from ashore.errors import Message
from ashore.household.flows import flows_of
from ashore.household.model import Debt, Household, Spending
from ashore.household.standing import is_silent
from ashore.planning.agreements import BY_WORD
from ashore.planning.cliffs import Cliff
from ashore.planning.closing import (
    CheckKind,
    checks_of,
    closed_on,
    default_ended,
    is_reported,
    overdue_cleared,
)
from ashore.planning.offers import OPEN
from ashore.planning.outcome import Payment
from ashore.planning.plan import Plan

Kind = Literal[
    "deadline", "offer", "promise", "payment", "due", "change", "proof", "report", "record", "review"
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
"""In the order of one day: what cannot wait first."""
LAST_DAYS: Final = frozenset({"deadline", "offer"})
"""Kinds whose day is the last one on which something can be done."""
MONTHS: Final = 12
FRIEND: Final = "friend:"
PAST_DUE: Final = "day-"
CHECKED: Final[Mapping[CheckKind, str]] = {
    "proof": "agenda-proof",
    "report": "agenda-report",
    "record": "agenda-record",
}
BILLS: Final = frozenset({"housing", "utilities", "education", "insurance", "tax"})
"""What is spent on these falls due to somebody on a day, if one is typed; food does not."""

Promise = tuple[date, str]
"""A day until which something was promised, and what."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing on a day.

    `debt`: the debt's id, `name`: what the person calls the debt or the payment, None where it is about neither.
    `fen`: how much is to be paid, None where nothing is.  `message`: what it is, without name and amount.
    """

    day: date
    kind: Kind
    message: Message
    debt: str | None = None
    name: str | None = None
    fen: int | None = None

    @property
    def key(self) -> tuple[str, str, str]:
        """Return what makes it the same event in another reading: kind, what it is about, day."""
        return (self.kind, self.debt or self.name or "", self.day.isoformat())


@dataclass(frozen=True, slots=True)
class Span:
    """Which days are asked for: from `today` on, for so many months, payments up to the end of a month.

    `payments_until`: None where the plan is told to its end.  `review_day`: the day of each month on which to look it
    through.
    """

    today: date
    months: int = MONTHS
    payments_until: Month | None = None
    review_day: int = 1

    @property
    def last(self) -> date:
        """Return the last day."""
        return month_of(self.today).plus(self.months).last

    def holds(self, day: date) -> bool:
        """Return whether a day is among them."""
        return self.today <= day <= self.last


@dataclass(frozen=True, slots=True)
class Beside:
    """What an agenda needs beside the plan: how long a record is kept after a default, what was promised."""

    record_years: int | None = None
    promises: tuple[Promise, ...] = ()


NOTHING: Final = Beside()


@dataclass(slots=True)
class _Found:
    """Events by key: what falls together is one event with the sum."""

    events: dict[tuple[str, str, str], Event] = field(default_factory=dict[tuple[str, str, str], Event])

    def add(self, event: Event) -> None:
        """Keep an event, or add it to the same one."""
        known = self.events.get(event.key)
        if known is None:
            self.events[event.key] = event
        elif event.fen is not None:
            self.events[event.key] = replace(known, fen=(known.fen or 0) + event.fen, message=event.message)


def agenda_of(plan: Plan, span: Span, beside: Beside = NOTHING) -> tuple[Event, ...]:
    """Return what lies ahead in the span, by day, what cannot wait first; no two of one kind about one thing on a day.

    A deadline that has passed is kept.  Days on which to look again after a debt is closed are kept beyond the span.
    """
    found = _Found()
    for event in _all(plan, span, beside):
        found.add(event)
    places = {debt.id: place for place, debt in enumerate(plan.household.debts)}
    return tuple(
        sorted(
            found.events.values(),
            key=lambda one: (
                one.day,
                KINDS.index(one.kind),
                places.get(one.debt or "", len(places)),
                one.name or "",
            ),
        )
    )


def _all(plan: Plan, span: Span, beside: Beside) -> Iterator[Event]:
    yield from _deadlines(plan)
    yield from (event for event in _missed(plan) if span.holds(event.day))
    debts = {debt.id: debt for debt in plan.household.debts}
    yield from (event for event in _offers(plan.household) if span.holds(event.day))
    yield from (
        Event(day, "promise", Message("agenda-promise", {"told": text}), name=text)
        for day, text in beside.promises
        if span.holds(day)
    )
    yield from (event for event in _payments(plan, span, debts) if span.holds(event.day))
    yield from (event for event in _dues(plan, span) if span.holds(event.day))
    yield from (event for event in _changes(plan) if span.holds(event.day))
    yield from _checks(plan, span, beside)
    yield from _reviews(plan, span)


def _deadlines(plan: Plan) -> Iterator[Event]:
    names = {debt.id: debt.name for debt in plan.household.debts}
    for one in plan.deadlines:
        code = "agenda-deadline" if one.verified else "agenda-deadline-unverified"
        yield Event(
            one.on, "deadline", Message(code, {"what": one.what}), one.debt, names.get(one.debt, one.debt)
        )


def _missed(plan: Plan) -> Iterator[Event]:
    """Yield the last day to speak before an instalment that was agreed on would be missed; by word only is marked."""
    names = {debt.id: debt.name for debt in plan.household.debts}
    for one in plan.missed:
        code = "agenda-missed-by-word" if one.what == BY_WORD else "agenda-missed"
        yield Event(one.on, "deadline", Message(code), one.debt, names[one.debt])


def _offers(household: Household) -> Iterator[Event]:
    """Yield the last day of each offer that is still open."""
    for debt in household.debts:
        for one in debt.concessions:
            days = [day for day in (one.until, one.if_paid_by) if day]
            if one.status in OPEN and days:
                code = "agenda-offer" if one.status == "offered" else "agenda-offer-verbal"
                yield Event(min(days), "offer", Message(code), debt.id, debt.name)


def _payments(plan: Plan, span: Span, debts: dict[str, Debt]) -> Iterator[Event]:
    until = span.payments_until
    talked = {debt.id for debt in _talked_about(plan)}
    for row in plan.outcome.payments:
        if until is None or month_of(row.on) <= until:
            debt = debts.get(row.debt)
            name = debt.name if debt else row.debt.removeprefix(FRIEND)
            code = "agenda-pay-old" if debt and is_silent(debt, plan.as_of) else _pay_code(plan, row, talked)
            yield Event(row.on, "payment", Message(code), row.debt, name, row.fen)


def _talked_about(plan: Plan) -> list[Debt]:
    """Return the debts under a concession that the plan takes and that is not in writing yet."""
    return [plan.household.debts[member] for one in plan.outcome.taken for member in one.offer.members]


def _pay_code(plan: Plan, row: Payment, talked: Iterable[str]) -> str:
    if row.debt.startswith(FRIEND):
        return "agenda-pay-friend"
    if row.debt in talked:
        return "agenda-pay-if"
    return "agenda-pay-last" if row.on == closed_on(plan.outcome, row.debt) else "agenda-pay"


def _dues(plan: Plan, span: Span) -> Iterator[Event]:
    """Yield payments that are no debts: those typed with their day, and bills with a day of the month."""
    household = plan.household
    short = {
        (one.facts["item"], one.facts["of_month"]) for one in plan.reasons if one.code == "reason-cuts-family"
    }
    bills = tuple(one for one in household.spendings if _has_day(one))
    months = month_of(span.last).minus(month_of(household.as_of)) + 1
    only = replace(household, incomes=(), businesses=(), spendings=bills)
    for flow in flows_of(only, max(1, months)):
        left_out = flow.kind == "family" and (flow.name, str(month_of(flow.on))) in short
        said = Message("agenda-due-short" if left_out else "agenda-due")
        yield Event(flow.on, "due", said, None, flow.name, flow.fen)


def _has_day(one: Spending) -> bool:
    return one.every in {"once", "year"} or (
        one.every == "month" and one.day is not None and one.category in BILLS
    )


def _changes(plan: Plan) -> Iterator[Event]:
    """Yield the days after which a debt is in a worse place, where the plan is not done with it before."""
    names = {debt.id: debt.name for debt in plan.household.debts}
    for one in plan.cliffs:
        if one.what != "concession-ends" and not _is_done(plan, one):
            yield Event(one.on, "change", _change(one), one.debt, names[one.debt])


def _change(one: Cliff) -> Message:
    if one.what.startswith(PAST_DUE):
        return Message("agenda-past-due", {"late_ndays": int(one.what.removeprefix(PAST_DUE))})
    return Message("agenda-maturity" if one.what == "maturity" else "agenda-promo-ends")


def _is_done(plan: Plan, one: Cliff) -> bool:
    """Return whether the plan has paid by a day what would make it a bad one."""
    if one.what.startswith(PAST_DUE):
        cleared = overdue_cleared(plan.outcome, one.debt, plan.as_of)
        return cleared is not None and cleared < one.on
    closed = closed_on(plan.outcome, one.debt)
    return closed is not None and closed <= one.on


def _checks(plan: Plan, span: Span, beside: Beside) -> Iterator[Event]:
    """Yield the days on which to look again after a debt is closed in the span, as they would be by the plan."""
    for debt in plan.household.debts:
        closed = _last_payment(plan, debt)
        told = span.payments_until is None or closed is None or month_of(closed) <= span.payments_until
        if closed is None or not told or closed > span.last:
            continue
        ended = default_ended(plan.outcome, debt)
        for one in checks_of(debt, closed, ended, beside.record_years):
            if one.on >= span.today:
                facts = {"closed": closed, "ended": ended} if one.kind == "record" else {"closed": closed}
                yield Event(one.on, one.kind, Message(_check_code(debt, one.kind), facts), debt.id, debt.name)


def _check_code(debt: Debt, kind: CheckKind) -> str:
    if kind == "proof" and not is_reported(debt):
        return "agenda-proof-private"
    return CHECKED[kind]


def _last_payment(plan: Plan, debt: Debt) -> date | None:
    """Return the day on which a debt is closed in the plan, or was by what is known of it."""
    owes = debt.balance_fen or debt.arrears
    return closed_on(plan.outcome, debt.id) if owes else debt.last_payment


def _reviews(plan: Plan, span: Span) -> Iterator[Event]:
    if not plan.household.debts:
        return
    for month in months_from(month_of(span.today), span.months + 1):
        day = month.day(span.review_day)
        if span.holds(day):
            yield Event(day, "review", Message("agenda-review"))


def last_days(events: Sequence[Event]) -> tuple[Event, ...]:
    """Return the events whose day is the last one on which something can be done."""
    return tuple(one for one in events if one.kind in LAST_DAYS)
