"""A debt of the household as a running loan at the end of `as_of`."""

from datetime import date

from ashore.dates import WorkingDays, add_months, first_due_after
from ashore.household.model import Debt
from ashore.loans.concessions import Account, accept
from ashore.loans.opening import EVERY_DAY_WORKS, accrued_from, open_account, rebuild_arrears
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Arrears, Opening


def called_on(debt: Debt, as_of: date) -> date | None:
    """Return the day on which the lender called the whole, None if that has not happened by `as_of`."""
    return min((one.on for one in debt.events if one.kind == "accelerate" and one.on <= as_of), default=None)


def arrears_of(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> tuple[Arrears, ...]:
    """Return the arrears as typed (one entry), or rebuilt from the contract and its acceleration, or none."""
    called = called_on(debt, as_of)
    if debt.arrears is not None and debt.arrears_typed:
        return (debt.arrears,)
    if debt.arrears is not None:
        since = debt.arrears.since
        called = max(called, since) if called else None
    elif called is not None:
        since = first_due_after(called, debt.terms.due_day)  # no due was missed before the call
    else:
        return ()
    terms, fen = debt.terms, debt.balance_fen
    return rebuild_arrears(terms, fen, debt.periods_left, since, as_of, debt.start, working_days, called)


def opening_of(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> Opening:
    """Return where the debt stands at the end of `as_of`, before any agreement is taken into account."""
    called = called_on(debt, as_of) is not None
    return Opening(
        as_of,
        debt.balance_fen,
        debt.periods_left,
        accrued_from(debt.terms, as_of, debt.start),
        arrears_of(debt, as_of, working_days),
        accelerated=called,
    )


def owed_fen(debt: Debt, as_of: date) -> int:
    """Return what is owed on a debt at the end of `as_of`, in fen: principal and every part of its arrears.

    Interest that has accrued but is not due yet is not in it, as a lender's app shows a balance.
    """
    opening = opening_of(debt, as_of)
    if debt.terms.method == "revolving":
        return opening.principal_fen  # all that is owed already, arrears too
    return opening.principal_fen + sum(one.beyond_fen for one in opening.arrears)


def open_debt(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> Account:
    """Return the debt as a running loan; what is agreed in writing is in force (its upfront sum counts as paid).

    A settlement whose last day is `as_of` or earlier was missed: its contract is back.
    """
    account = open_account(debt.terms, opening_of(debt, as_of, working_days), working_days)
    for concession in debt.in_writing:
        account = accept(account, concession)
    if isinstance(account, SettlingAccount):
        account.end_of_day()
        return account if account.settling else account.contract
    return account


def instalments_from(debt: Debt, since: date, as_of: date) -> int:
    """Return how many instalments a debt has from a day on: those that fell due by `as_of`, and those left."""
    past = 0
    while add_months(since, past + 1, debt.terms.due_day) <= as_of:
        past += 1
    return past + debt.periods_left
