"""What lenders could take from each account by the end of the next day."""

from dataclasses import dataclass
from datetime import timedelta

from ashore.dates import WorkingDays
from ashore.household.model import Account, Debt, Household
from ashore.household.position import open_debt
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.revolving import RevolvingAccount


@dataclass(frozen=True, slots=True)
class Takeable:
    """What could be taken from an account, in fen, by the lenders of `debts`; all of it is never more than is there."""

    account: Account
    debts: tuple[Debt, ...]
    fen: int


def takeable_of(household: Household, working_days: WorkingDays = EVERY_DAY_WORKS) -> tuple[Takeable, ...]:
    """Return each account that a lender may debit, with what is overdue or falls due by the day after `as_of`.

    An account is looked at by itself: two accounts that one lender may debit both show what it could take of either.
    """
    asked = {debt.id: _asked_fen(household, debt, working_days) for debt in household.debts}
    found: list[Takeable] = []
    for account in household.accounts:
        debts = tuple(debt for debt in household.debts if debt.id in account.debited_by and asked[debt.id])
        if debts and account.balance_fen > 0:
            wanted = sum(asked[debt.id] for debt in debts)
            found.append(Takeable(account, debts, min(account.balance_fen, wanted)))
    return tuple(found)


def _asked_fen(household: Household, debt: Debt, working_days: WorkingDays) -> int:
    """Return what a lender may ask for by the end of the day after `as_of`: all that is due, penalties included.

    Of a card it is all that is owed once a minimum is due: the lender takes the statement, not its minimum.
    """
    tomorrow = household.as_of + timedelta(days=1)
    account = open_debt(debt, household.as_of, working_days)
    account.advance(tomorrow)
    if isinstance(account, RevolvingAccount):
        is_due = any(one.unpaid_fen and one.due <= tomorrow for one in account.minimums)
        return account.payoff_fen() if is_due else 0
    return account.due_fen
