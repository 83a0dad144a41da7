"""Dates of a debt, a flow or a due against `as_of`: what has not happened yet, what is over, what is old."""

from datetime import date
from typing import Final

from ashore.dates import add_months
from ashore.household.file.log import At
from ashore.household.file.plain import items_of
from ashore.household.keys.contract import TypedArrears
from ashore.household.keys.drafts import Draft
from ashore.household.model import Deadline, Due, Income, Spending
from ashore.loans.terms import Concession, Event, Instalment

OLD_MONTHS: Final = 36
OPEN: Final = ("offered", "agreed-verbal")


def check_debt_dates(draft: Draft, as_of: date) -> None:
    """Report a debt's dates that do not fit `as_of`."""
    _check_past(draft, as_of)
    _check_age(draft, as_of)
    _check_agreements(draft, as_of)
    _check_schedule(draft, as_of)


def _check_past(draft: Draft, as_of: date) -> None:
    arrears = draft.get("arrears")
    if isinstance(arrears, TypedArrears) and arrears.since > as_of:
        draft.at.key("arrears").key("since").stop("since-after-as-of", since=arrears.since, as_of=as_of)
    for name in ("start", "last_demand", "last_payment"):
        day = draft.get(name)
        if isinstance(day, date) and day > as_of:
            draft.at.key(name).stop("date-after-as-of", on=day, as_of=as_of)
    for index, event in enumerate(items_of(draft.get("events"))):
        if isinstance(event, Event) and event.on > as_of:
            draft.at.key("event").item(index).key("on").stop("event-after-as-of", on=event.on, as_of=as_of)


def _check_age(draft: Draft, as_of: date) -> None:
    """Note a debt on which nothing happened for three years: ask before any payment or letter."""
    limit = add_months(as_of, -OLD_MONTHS)
    seen = [draft.get("last_demand"), draft.get("last_payment")]
    days = [day for day in seen if isinstance(day, date)]
    arrears = draft.get("arrears")
    if days and max(days) < limit:
        draft.at.note("debt-old", last=max(days))
    elif not days and isinstance(arrears, TypedArrears) and arrears.since < limit:
        draft.at.note("debt-old-undated", since=arrears.since)


def _check_agreements(draft: Draft, as_of: date) -> None:
    deadline = draft.get("deadline")
    if isinstance(deadline, Deadline) and deadline.on < as_of:
        draft.at.key("deadline").note("deadline-passed", on=deadline.on, as_of=as_of)
    for index, concession in enumerate(items_of(draft.get("concessions"))):
        if not isinstance(concession, Concession) or concession.until is None:
            continue
        at = draft.at.key("concession").item(index).key("until")
        if concession.status in OPEN and concession.until < as_of:
            at.note("concession-over", until=concession.until, as_of=as_of)
        if _is_missed(concession, concession.until, as_of):
            at.note("settlement-over", until=concession.until, as_of=as_of)


def _is_missed(concession: Concession, until: date, as_of: date) -> bool:
    """Return whether a settlement in one sum, agreed in writing, was to be paid by `as_of` and so counts as missed."""
    agreed = concession.kind == "settle" and concession.status == "agreed-written"
    return agreed and concession.instalments <= 1 and until <= as_of


def _check_schedule(draft: Draft, as_of: date) -> None:
    """Report a typed schedule whose principal still to come is not the balance that is not overdue."""
    schedule = [item for item in items_of(draft.get("terms.schedule")) if isinstance(item, Instalment)]
    balance, arrears = draft.get("balance_fen"), draft.get("arrears")
    if draft.get("terms.method") != "schedule" or not isinstance(balance, int) or not schedule:
        return
    overdue = arrears.arrears.principal_fen if isinstance(arrears, TypedArrears) else 0
    ahead = sum(item.principal_fen for item in schedule if item.due > as_of)
    known = not isinstance(arrears, TypedArrears) or bool(arrears.parts)
    if known and ahead != balance - overdue:
        draft.at.key("schedule").stop(
            "schedule-not-balance", schedule_fen=ahead, balance_fen=balance - overdue
        )


def check_flow_dates(flow: object, at: At, as_of: date) -> None:
    """Note an income, a spending or a due that ends on or before `as_of` and so counts nowhere."""
    last = None
    if isinstance(flow, (Income, Spending)):
        last = flow.on if flow.every == "once" else flow.until
    elif isinstance(flow, Due):
        last = flow.on
    if last is not None and last <= as_of:
        at.note("flow-over", on=last, as_of=as_of)
