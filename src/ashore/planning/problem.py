"""What a replay needs of a household: its flows by month, its debts opened at `as_of`, the horizon."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ashore.dates import Month, WorkingDays, month_of
from ashore.household.flows import PROTECTED, Flow, FlowKind, flows_of
from ashore.household.model import Household
from ashore.household.position import open_debt
from ashore.household.standing import old_debts, set_aside
from ashore.loans.concessions import Account
from ashore.loans.opening import EVERY_DAY_WORKS

HORIZON_MONTHS = 120
DAILY_MONTHS = 3
"""Months whose days are real: 0, 1 and 2 (SPEC §5.1)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A household ready to be replayed; flows by month index, debts opened at the end of `as_of`.

    `daily_months`: so many months from the first one on move money on its real day; 0 makes every month whole, as
    the kernel of `simulation` sees it.
    """

    household: Household
    horizon: int
    working_days: WorkingDays
    flows: tuple[tuple[Flow, ...], ...]
    accounts: tuple[Account, ...]
    extra_cash_fen: int = 0
    daily_months: int = DAILY_MONTHS

    @property
    def first(self) -> Month:
        """Return the calendar month of `as_of`."""
        return month_of(self.household.as_of)

    @property
    def as_of(self) -> date:
        """Return the day at whose end the balances are true."""
        return self.household.as_of

    @property
    def stock_fen(self) -> int:
        """Return the money that buys the shop's stock, never used for a debt."""
        return self.household.stock_fen

    def emergency_target_fen(self, index: int) -> int:
        """Return the emergency fund aimed at in month `index` (SPEC §5.8), rounded down to the fen."""
        months = max(1, self.household.emergency_fund_months)
        return self.household.emergency_fund_fen * min(months, index + 1) // months


def problem_of(
    household: Household, horizon: int = HORIZON_MONTHS, working_days: WorkingDays = EVERY_DAY_WORKS
) -> Problem:
    """Return the problem of a household over `horizon` months after `as_of`'s own.

    Debts to be asked about first are set aside (decision 0006): the problem's household is without them.
    """
    household = set_aside(household, old_debts(household))
    first = month_of(household.as_of)
    months: list[list[Flow]] = [[] for _ in range(horizon + 1)]
    for flow in flows_of(household, horizon + 1):
        months[month_of(flow.on).minus(first)].append(flow)
    accounts = tuple(open_debt(debt, household.as_of, working_days) for debt in household.debts)
    return Problem(household, horizon, working_days, tuple(map(tuple, months)), accounts)


def needs_by_month(problem: Problem, kinds: Sequence[FlowKind] = PROTECTED) -> list[int]:
    """Return spending of these kinds less income for each month, in fen; negative where income is larger."""
    sign: Mapping[str, int] = {"income": -1} | dict.fromkeys(kinds, 1)
    return [sum(sign.get(flow.kind, 0) * flow.fen for flow in month) for month in problem.flows]
