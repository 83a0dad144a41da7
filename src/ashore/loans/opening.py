"""Opening a loan from where it stands, and rebuilding arrears that were given without a split."""

from dataclasses import replace
from datetime import date

from ashore.dates import WorkingDays, add_months, first_due_after, last_due_until
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, accelerate
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
    """Return the terms with the accrual that the method implies: `daily` is by days whatever is typed."""
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
    terms: Terms, balance_fen: int, periods_left: int, since: date, on: date, start: date | None
) -> tuple[Arrears, ...]:
    """Return the arrears at the end of `on` as the dues missed since `since`, one entry per due (SPEC §3.5)."""
    if terms.method == "revolving":
        return _rebuild_revolving(terms, balance_fen, since, on)
    terms = as_accrued(terms)
    missed = _dues_missed(terms, since, on)
    before = start if terms.method == "bullet" and start else add_months(since, -1, terms.due_day)
    opening = Opening(before, balance_fen, periods_left + missed, before)
    account = TermAccount(terms, opening, since, EVERY_DAY_WORKS)
    if terms.method == "bullet":
        account.periods_left = 1
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


def _dues_missed(terms: Terms, since: date, on: date) -> int:
    if terms.method == "schedule":
        return sum(since <= row.due <= on for row in terms.schedule)
    missed = 0
    while add_months(since, missed, terms.due_day) <= on:
        missed += 1
    return missed


def _rebuild_revolving(terms: Terms, balance_fen: int, since: date, on: date) -> tuple[Arrears, ...]:
    """The minimum of each statement missed, as if each had shown today's balance; never more than the balance."""
    assert terms.minimum is not None
    arrears: list[Arrears] = []
    left = balance_fen
    for index in range(_dues_missed(terms, since, on)):
        share = min(left, minimum_fen(terms.minimum, balance_fen, balance_fen))
        left -= share
        arrears.append(Arrears(add_months(since, index, terms.due_day), principal_fen=share))
    return tuple(one for one in arrears if one.principal_fen)
