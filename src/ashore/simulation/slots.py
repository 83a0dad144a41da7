"""Where one debt stands at the end of `as_of`, as whole numbers: its slot, and the rows of a typed schedule."""

from dataclasses import replace
from datetime import date

from ashore.dates import add_months
from ashore.loans.account import TermAccount
from ashore.loans.parts import PRINCIPAL
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.running import month_later
from ashore.loans.terms import Instalment
from ashore.simulation import layout as at
from ashore.simulation.facts import pay_by, put
from ashore.simulation.rates import Contract, Rates

DAY_90 = 90


def slot_of(account: Contract, rates: Rates, size: int) -> list[int]:
    """Return a debt's slot of a size."""
    slot = [0] * size
    if isinstance(account, TermAccount):
        _write_term(slot, account, rates)
    else:
        _write_revolving(slot, account)
    put(slot, at.S_SPAN, (at.OPENING_SPAN, at.OPENING_PERIOD))
    put(slot, at.S_CHARGED, account.tally.charged)
    slot[at.S_PAID], slot[at.S_FORGIVEN] = sum(account.tally.paid), sum(account.tally.forgiven)
    late = account.arrears_fen
    slot[at.S_OVERDUE_START] = slot[at.S_OVERDUE_BEFORE] = int(late > 0)
    slot[at.S_ARREARS_START] = late
    slot[at.S_PAST_90] = int(account.days_past_due > DAY_90)
    slot[at.S_STALE], slot[at.S_LAST_PAID] = 1, -1
    return slot


def _write_term(slot: list[int], account: TermAccount, rates: Rates) -> None:
    put(slot, at.S_PRINCIPAL, (account.principal_fen, account.accrued_fen, account.periods_left))
    put(slot, at.S_PAYMENT, (account.payment_fen, account.part_fen))
    slot[at.S_DEFERRED] = account.deferred
    slot[at.S_ROW_END] = len(rows_of(account))
    put(slot, at.S_HELD, account.held)
    slot[at.S_COUNT] = len(account.items)
    for index, item in enumerate(account.items):
        days = (item.due.toordinal(), item.late_after.toordinal(), item.penalty_from.toordinal())
        marks = [
            (end.toordinal() << at.MARK_BITS) + rates.ended_index(per_day)
            for end, per_day in item.marks[: at.MARKS]
        ]
        place = at.S_ITEMS + index * at.ITEM_SIZE
        put(slot, place, (*days, int(item.late), *item.parts, *marks))
        slot[place + at.I_UNPAID] = item.unpaid_fen


def _write_revolving(slot: list[int], account: RevolvingAccount) -> None:
    put(slot, at.S_PRINCIPAL, (account.parts[PRINCIPAL], account.run_fen))
    put(slot, at.S_HELD, (0, *account.parts[PRINCIPAL + 1 :]))
    slot[at.S_DEFERRED] = account.deferred
    slot[at.S_COUNT] = len(account.minimums)
    for index, one in enumerate(account.minimums):
        due = one.due.toordinal()
        days = (due, one.late_after.toordinal(), due)
        place = at.S_ITEMS + index * at.ITEM_SIZE
        put(slot, place, (*days, int(one.late), one.unpaid_fen))
        slot[place + at.I_UNPAID] = one.unpaid_fen


def items_of(account: Contract) -> int:
    """Return how many instalments are due and unpaid, and how many typed rows are still to come."""
    if isinstance(account, TermAccount):
        return len(account.items) + len(account.rows)
    return len(account.minimums)


def rows_of(account: Contract) -> list[Instalment]:
    """Return the rows of a typed schedule that still runs; principal without a row falls due as one.

    A deferral moves all rows by a month for each due that falls away; a row without principal stands where that
    happens, with the interest that the wait adds.
    """
    if not isinstance(account, TermAccount) or account.terms.method != "schedule" or not account.running:
        return []
    rows = account.rows or [Instalment(account.next_due, account.principal_fen, 0)]
    moved, due_day = account.deferred, account.terms.due_day
    waited = 0 if account.defer_interest == "waive" or not account.rows else account.wait_fen
    passed = [Instalment(add_months(rows[0].due, index, due_day), 0, waited) for index in range(moved)]
    return passed + [replace(row, due=_moved(row.due, moved, due_day)) for row in rows]


def _moved(due: date, months: int, due_day: int) -> date:
    """Return a due so many months later, moved month by month as the loan moves it."""
    for _ in range(months):
        due = month_later(due, due_day)
    return due


def turns_of(account: Contract) -> list[date]:
    """Return for each row of a typed schedule the due day to which it turns."""
    days = [row.due for row in rows_of(account)]
    return [*days[1:], add_months(days[-1], 1, account.terms.due_day)] if days else []


def row_numbers(account: Contract, rates: Rates) -> list[int]:
    """Return the rows of a typed schedule as the kernel reads them."""
    numbers: list[int] = []
    for row, turn in zip(rows_of(account), turns_of(account), strict=True):
        numbers += (row.due.toordinal(), pay_by(account, row.due))
        numbers += (row.principal_fen, row.interest_fen, row.fee_fen, rates.on[turn])
    return numbers
