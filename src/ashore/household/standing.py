"""Each debt today: what it is made of, the next due, its yearly rates, what is assumed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from ashore.dates import WorkingDays, add_months
from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.household.position import called_on, open_debt, opening_of
from ashore.loans.cost import YearlyRates, later_dues, yearly_rates
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import Owed

DAYS_365 = 365
SILENT: Final = timedelta(days=3 * 365 + 1)
"""After three years without a demand or a payment a debt is asked about before it is paid (practice §2, H10)."""

OUT_OF_COURT: Final = frozenset({"current", "overdue", "outsourced", "assigned"})
KEEPS_HOME: Final = frozenset({"home", "utilities", "court"})


@dataclass(frozen=True, slots=True)
class Standing:
    """A debt at the end of `as_of`.

    `next_due` and `next_fen` are the next contractual due, arrears apart.  `quoted_360` and `quoted_365` are the
    contract's own rate as a simple yearly fraction; `yearly` is what the remaining dues come to, fees included.
    """

    debt: Debt
    owed: Owed
    payoff_fen: int
    next_due: date | None
    next_fen: int
    quoted_360: Fraction
    quoted_365: Fraction
    yearly: YearlyRates | None


def standing_of(debt: Debt, as_of: date, working_days: WorkingDays = EVERY_DAY_WORKS) -> Standing:
    """Return how one debt stands at the end of `as_of`."""
    account = open_debt(debt, as_of, working_days)
    dues = later_dues(account)
    rate = debt.terms.rate
    return Standing(
        debt=debt,
        owed=account.owed(),
        payoff_fen=account.payoff_fen(),
        next_due=dues[0].due if dues else None,
        next_fen=dues[0].total_fen if dues else 0,
        quoted_360=rate.per_year(),
        quoted_365=rate.per_year(DAYS_365),
        yearly=yearly_rates(account, opening_of(debt, as_of).accrued_from),
    )


def standings_of(household: Household, working_days: WorkingDays = EVERY_DAY_WORKS) -> tuple[Standing, ...]:
    """Return how every debt stands, in file order."""
    return tuple(standing_of(debt, household.as_of, working_days) for debt in household.debts)


def late_as_one(debt: Debt, as_of: date) -> Message | None:
    """Return that dues of several months, their parts typed together, count as one of the oldest day; None if not so.

    Days past due then count from that day until all of it is paid.
    """
    late = debt.arrears
    if late is None or not debt.arrears_typed or debt.terms.method == "revolving":
        return None
    several = add_months(late.since, 1, debt.terms.due_day) <= as_of and late.total_fen > 0
    called = called_on(debt, as_of) is not None
    return Message("debts-as-one", {"since": late.since}) if several and not called else None


def is_silent(debt: Debt, as_of: date) -> bool:
    """Return whether nobody has asked for a debt, nor paid on it, for more than three years, as far as it is known."""
    known = [day for day in (debt.last_demand, debt.last_payment) if day]
    return bool(known) and as_of - max(known) > SILENT


def is_old(debt: Debt, as_of: date) -> bool:
    """Return whether a debt is asked about before anything is paid on it: silent and all due for over three years.

    Not where a court, a deadline, a pledge, the home or its power hangs on it, nor while an instalment is to come.
    """
    since = debt.arrears.since if debt.arrears else as_of
    if not is_silent(debt, as_of) or as_of - since <= SILENT:
        return False
    free = debt.stage in OUT_OF_COURT and debt.deadline is None and debt.secured_by == "none"
    return free and debt.priority not in KEEPS_HOME and not later_dues(open_debt(debt, as_of))


def old_debts(household: Household) -> tuple[Debt, ...]:
    """Return the debts that are asked about before anything is paid on them, in file order."""
    return tuple(debt for debt in household.debts if is_old(debt, household.as_of))


def set_aside(household: Household, aside: Sequence[Debt]) -> Household:
    """Return the household without some debts; an account that their lenders may debit names them still."""
    if not aside:
        return household
    names = {debt.id: debt.name for debt in aside}
    accounts = tuple(
        replace(one, debited_by=tuple(names.get(debt, debt) for debt in one.debited_by))
        for one in household.accounts
    )
    debts = tuple(debt for debt in household.debts if debt.id not in names)
    return replace(household, debts=debts, accounts=accounts)
