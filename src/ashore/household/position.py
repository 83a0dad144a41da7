"""A debt of the household as a running loan at the end of `as_of`."""

from datetime import date

from ashore.dates import WorkingDays
from ashore.household.model import Debt
from ashore.loans.concessions import Account, accept
from ashore.loans.opening import EVERY_DAY_WORKS, accrued_from, open_account, rebuild_arrears
from ashore.loans.terms import Arrears, Opening


def arrears_of(debt: Debt, as_of: date) -> tuple[Arrears, ...]:
    """Return the arrears as typed (one entry), or rebuilt from the contract, or none."""
    if debt.arrears is None:
        return ()
    if debt.arrears_typed:
        return (debt.arrears,)
    since = debt.arrears.since
    return rebuild_arrears(debt.terms, debt.balance_fen, debt.periods_left, since, as_of, debt.start)


def opening_of(debt: Debt, as_of: date) -> Opening:
    """Return where the debt stands at the end of `as_of`, before any agreement is taken into account."""
    called = any(event.kind == "accelerate" and event.on <= as_of for event in debt.events)
    return Opening(
        as_of,
        debt.balance_fen,
        debt.periods_left,
        accrued_from(debt.terms, as_of, debt.start),
        arrears_of(debt, as_of),
        accelerated=called,
    )


def open_debt(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> Account:
    """Return the debt as a running loan; what is agreed in writing is in force (its upfront sum counts as paid)."""
    account = open_account(debt.terms, opening_of(debt, as_of), working_days)
    for concession in debt.concessions:
        if concession.status == "agreed-written":
            account = accept(account, concession)
    return account
