"""What following a policy leads to: every payment, every month's cash, and the counts the goals are judged by."""

from dataclasses import dataclass
from datetime import date

from ashore.dates import Month
from ashore.planning.offers import Taken

Goals = tuple[int, int, int, int, int]
"""Unpaid essential spending, harm, arrears in fen-months, cuts, net cost: less is better, in this order (SPEC §5.3)."""


@dataclass(frozen=True, slots=True)
class Payment:
    """One payment to one debt on one day, in fen.

    Damages are inside `fee_fen`, compound interest inside `penalty_fen`; `balance_fen` is the principal left after
    it.  `extra`: repaid early, beyond what was due.  `days_late`: how long the oldest part was past due.
    """

    on: date
    debt: str
    fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    fee_fen: int
    balance_fen: int
    extra: bool = False
    days_late: int = 0


@dataclass(frozen=True, slots=True)
class CashRow:
    """One calendar month of cash: start + income − essential − other − debt = end ≥ 0."""

    month: Month
    start_fen: int
    income_fen: int
    essential_fen: int
    other_fen: int
    debt_fen: int
    end_fen: int


@dataclass(frozen=True, slots=True)
class Sale:
    """A thing sold on the first day of a month."""

    month: Month
    asset: str
    fen: int


@dataclass(frozen=True, slots=True)
class SideWorkMonth:
    """Hours worked on the side in a month and their pay."""

    month: Month
    lever: str
    hours: int
    fen: int


@dataclass(frozen=True, slots=True)
class FriendFlow:
    """Money drawn from a friend's loan or repaid to it."""

    month: Month
    lever: str
    kind: str
    fen: int


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """How the debts stand at a month's end: overdue ids, arrears, principal left by debt id."""

    month: Month
    overdue: tuple[str, ...]
    arrears_fen: int
    left_fen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a policy leads to over the horizon, in fen.

    Identity (asserted): `owed_fen` + interest + penalty + fee + `lent_fen` = paid + forgiven + left.
    `months` counts calendar months from `as_of` to the last payment; None while something is left at the horizon.
    `taken`: the concessions accepted, in the order of their days.
    `shortfall_month` is the first month in which essential spending or a due went unpaid, `essential_month` the first
    in which essential spending did.
    """

    policy: str
    payments: tuple[Payment, ...]
    cash: tuple[CashRow, ...]
    ends: tuple[MonthEnd, ...]
    sales: tuple[Sale, ...]
    side_work: tuple[SideWorkMonth, ...]
    friend_loan: tuple[FriendFlow, ...]
    taken: tuple[Taken, ...]
    debts: tuple[str, ...]
    owed_fen: int
    lent_fen: int
    principal_fen: int
    interest_fen: int
    penalty_fen: int
    fee_fen: int
    paid_fen: int
    forgiven_fen: int
    left_fen: int
    left_debts: tuple[str, ...]
    unpaid_essential_fen: int
    cut_fen: int
    overdue_months: int
    harm_halves: int
    arrears_fen_months: int
    months: int | None
    debt_free: date | None
    works: bool
    shortfall_month: Month | None
    essential_month: Month | None
    missed_fund: bool

    @property
    def cost_fen(self) -> int:
        """Return interest, penalty and fees after `as_of`."""
        return self.interest_fen + self.penalty_fen + self.fee_fen

    @property
    def net_fen(self) -> int:
        """Return the cost less what was forgiven."""
        return self.cost_fen - self.forgiven_fen

    @property
    def goals(self) -> Goals:
        """Return what is compared, in order."""
        return (
            self.unpaid_essential_fen,
            self.harm_halves,
            self.arrears_fen_months,
            self.cut_fen,
            self.net_fen,
        )
