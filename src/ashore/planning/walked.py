"""What was paid on debts since a day, walked through their contracts to a later one: paid, charged, left, by part."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.dates import WorkingDays
from ashore.household.advance import Paid, advance
from ashore.household.model import Debt, Household
from ashore.household.moved import moved_household
from ashore.household.position import open_debt
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.planning.plan import Plan

NEAR_SHARE: Final = 100
NEAR_FEN: Final = 100
"""A debt follows its contract where what closes it is within a hundredth of it, or ¥1, of what the book says."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A sum of money by what it was for, in fen; compound interest is inside penalty, damages inside fees."""

    principal_fen: int = 0
    interest_fen: int = 0
    penalty_fen: int = 0
    fee_fen: int = 0

    @property
    def fen(self) -> int:
        """Return all of it."""
        return self.principal_fen + self.cost_fen

    @property
    def cost_fen(self) -> int:
        """Return all of it but the principal."""
        return self.interest_fen + self.penalty_fen + self.fee_fen

    def plus(self, other: "Parted", sign: int = 1) -> "Parted":
        """Return both together, or with `sign` -1 what this one has more than the other."""
        return Parted(
            self.principal_fen + sign * other.principal_fen,
            self.interest_fen + sign * other.interest_fen,
            self.penalty_fen + sign * other.penalty_fen,
            self.fee_fen + sign * other.fee_fen,
        )


@dataclass(frozen=True, slots=True)
class Walked:
    """A debt at the end of a day: what payments went to, what the contract charged, what closes it then, in fen."""

    paid: Parted
    charged: Parted
    principal_fen: int
    payoff_fen: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class Span:
    """From the end of `as_of` to the end of `until`, with the working days that move due days."""

    as_of: date
    until: date
    working_days: WorkingDays = EVERY_DAY_WORKS


def walked(debt: Debt, span: Span, payments: Sequence[Paid]) -> Walked:
    """Return what became of a debt over a span with these payments on it; those outside the span do not count.

    One on the day at whose end the span begins comes after all that the figures of that day have.
    """
    account = open_debt(debt, span.as_of, span.working_days)
    for one in sorted(payments, key=lambda paid: paid.on):
        if one.debt == debt.id and span.as_of <= one.on <= span.until:
            account.advance(one.on)
            account.pay(one.fen)
    account.advance(span.until)
    account.end_of_day()
    account.post_accrued()
    return Walked(
        _parted(account.tally.paid),
        _parted(account.tally.charged),
        account.principal_left_fen,
        account.payoff_fen(),
        account.arrears_fen > 0,
    )


def _parted(parts: Sequence[int]) -> Parted:
    penalty, fees = parts[PENALTY] + parts[COMPOUND], parts[FEES] + parts[DAMAGES]
    return Parted(parts[PRINCIPAL], parts[INTEREST], penalty, fees)


def follows(end: Walked, now: Debt | None, span: Span) -> bool:
    """Return whether a debt of the book stands where its contract and the payments told lead; gone: nothing is owed.

    Where it does not, its figures were put right or something was agreed: how much was repaid is then not known.
    """
    payoff_fen = open_debt(now, span.until, span.working_days).payoff_fen() if now else 0
    return abs(end.payoff_fen - payoff_fen) <= max(NEAR_FEN, max(end.payoff_fen, payoff_fen) // NEAR_SHARE)


def payments_told(household: Household, after: date) -> tuple[Paid, ...]:
    """Return the payments in a household's file that were made after a day, by day."""
    found = [
        Paid(debt.id, event.on, event.amount_fen)
        for debt in household.debts
        for event in debt.events
        if event.kind == "payment" and event.amount_fen and event.on > after
    ]
    return tuple(sorted(found, key=lambda one: (one.on, one.debt, one.fen)))


def followed(
    plan: Plan, months: int, working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Household, tuple[Paid, ...]]:
    """Return the household as it would be after so many months of its plan, and what was paid on the way.

    An example has no past of its own: this is what one would look like.  Fewer months where the plan ends before.
    """
    row = plan.outcome.cash[min(months, len(plan.outcome.cash) - 1)]
    ids = {debt.id for debt in plan.household.debts}
    paid = tuple(
        Paid(one.debt, one.on, one.fen)
        for one in plan.outcome.payments
        if one.debt in ids and plan.as_of < one.on <= row.month.last
    )
    moved = advance(plan.household, row.month.last, paid, working_days)
    return moved_household(plan.household, row.month.last, moved, row.end_fen), paid
