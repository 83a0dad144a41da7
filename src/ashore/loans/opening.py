"""Opening a loan from where it stands, and rebuilding arrears that were given without a split."""

from dataclasses import replace
from datetime import date

from ashore.dates import WorkingDays, add_months, first_due_after, last_due_until
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, accelerate
from ashore.loans.item import new_item
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.revolving import RevolvingAccount, minimum_fen
from ashore.loans.terms import Arrears, Opening, Terms

EVERY_DAY_WORKS = WorkingDays()


def first_due(terms: Terms, on: date) -> date:
    """Return the first contractual due date strictly after `on`."""
    if terms.method == "schedule":
        return min(
            (row.due for row in terms.schedule if row.due > on), default=first_due_after(on, terms.due_day)
        )
    return first_due_after(on, terms.due_day)


def accrued_from(terms: Terms, on: date, start: date | None) -> date:
    """Return the day from which interest not yet due runs: the last due date on or before `on`, or `start`."""
    if terms.method == "bullet" and start is not None:
        return start
    typed = [row.due for row in terms.schedule if row.due <= on]
    last = max(typed, default=last_due_until(on, terms.due_day))
    return max(last, start) if start else last


def as_accrued(terms: Terms) -> Terms:
    """Return the terms with the accrual that the method implies, whatever is typed: `daily` is by days."""
    return replace(terms, accrual="daily") if terms.method == "daily" else terms


def open_account(terms: Terms, opening: Opening, working_days: WorkingDays = EVERY_DAY_WORKS) -> Account:
    """Return the loan as it stands at the end of `opening.on`."""
    terms = as_accrued(terms)
    due = first_due(terms, opening.on)
    kind = RevolvingAccount if terms.method == "revolving" else TermAccount
    account = kind(terms, opening, due, working_days)
    if opening.accelerated:
        accelerate(account)
    return account


def rebuild_arrears(
    terms: Terms,
    balance_fen: int,
    periods_left: int,
    since: date,
    on: date,
    start: date | None,
    working_days: WorkingDays = EVERY_DAY_WORKS,
    called: date | None = None,
) -> tuple[Arrears, ...]:
    """Return the arrears at the end of `on` as the dues missed since `since`, one entry per due (SPEC §3.5).

    `called`: the day on which the lender called the whole; what was not due then is one entry of that day.
    """
    if terms.method == "revolving":
        return _rebuild_revolving(terms, balance_fen, since, on, working_days, called)
    terms = as_accrued(terms)
    first = _first_missed(terms, since, working_days)
    missed = _dues_missed(terms, first, on)
    before = _due_before(terms, first, start)
    opening = Opening(before, balance_fen, periods_left + missed, max(before, start or before))
    account = TermAccount(terms, opening, first, working_days)
    if terms.method == "bullet":
        account.periods_left = 1
    if called is not None:
        account.advance(called)
        accelerate(account)
    account.advance(on)
    account.end_of_day()
    account.close_spans()
    return tuple(
        Arrears(
            item.due,
            item.parts[PRINCIPAL],
            item.parts[INTEREST],
            item.parts[PENALTY],
            item.parts[COMPOUND],
            item.parts[DAMAGES],
            item.parts[FEES],
            item.late,
        )
        for item in account.items
    )


def _first_missed(terms: Terms, since: date, working_days: WorkingDays) -> date:
    """Return the due date of the first due missed; `since` may be the working day to which it was moved."""
    if terms.method == "schedule":
        return min((row.due for row in terms.schedule if row.due >= since), default=since)
    due = last_due_until(since, terms.due_day)
    moved = terms.shift == "next-working-day" and working_days.next(due) == since
    return due if moved else since


def _due_before(terms: Terms, due: date, start: date | None) -> date:
    """Return the due date before the first due missed (a bullet's first day): what came earlier is paid."""
    if terms.method == "bullet" and start:
        return start
    month_before = add_months(due, -1, terms.due_day)
    return max((row.due for row in terms.schedule if row.due < due), default=month_before)


def _dues_missed(terms: Terms, since: date, on: date) -> int:
    if terms.method == "schedule":
        return sum(since <= row.due <= on for row in terms.schedule)
    missed = 0
    while add_months(since, missed, terms.due_day) <= on:
        missed += 1
    return missed


def _rebuild_revolving(
    terms: Terms, balance_fen: int, since: date, on: date, working_days: WorkingDays, called: date | None
) -> tuple[Arrears, ...]:
    """The minimum of each statement missed, as if each had shown today's balance; never more than the balance.

    What was called is all the rest, of that day.
    """
    assert terms.minimum is not None
    arrears: list[Arrears] = []
    left = balance_fen
    shifted = terms.shift == "next-working-day"
    for index in range(_dues_missed(terms, since, called or on)):
        share = min(left, minimum_fen(terms.minimum, balance_fen, balance_fen))
        left -= share
        due = add_months(since, index, terms.due_day)
        pay_by = working_days.next(due) if shifted else due
        late = new_item(pay_by, terms.grace).late_after <= on
        arrears.append(Arrears(pay_by, principal_fen=share, late=late))
    if called is not None:
        arrears.append(Arrears(called, principal_fen=left))
    return tuple(one for one in arrears if one.principal_fen)
