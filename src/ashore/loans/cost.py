"""Yearly rates of a loan from what is still to be paid: nominal (IRR × 12) and effective ((1 + IRR)^12 − 1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.dates import month_of
from ashore.loans.concessions import Account
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.schedule import Row, dues_of
from ashore.money import MONTHS_PER_YEAR

HALVINGS: Final = 80
MONTHLY_MAX: Final = 10.0
SHOWN: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class YearlyRates:
    """What a loan costs a year from here on, as fractions: simple (IRR × 12) and compound."""

    nominal: Decimal
    effective: Decimal


def monthly_irr(lent_fen: int, dues: Sequence[tuple[int, int]]) -> float | None:
    """Return the rate per month at which the dues (month number ≥ 1, fen) are worth what was lent, or None.

    All dues are ≥ 0, so there is at most one such rate; it is looked for between 0 and 1000 % a month by halving.
    """
    if lent_fen <= 0 or sum(fen for _, fen in dues) < lent_fen:
        return None
    low, high = 0.0, MONTHLY_MAX
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        worth = sum(fen * (1 + middle) ** -month for month, fen in dues)  # tiny, never too large, far out
        low, high = (middle, high) if worth > lent_fen else (low, middle)
    return low if high < MONTHLY_MAX else None


def yearly_rates(account: Account, opened: date) -> YearlyRates | None:
    """Return the yearly rates of what is not yet due, by the contract's dues from here on; None where nothing runs.

    `opened` is the day from which the running period counts; every due is placed on its whole month after it.
    """
    if isinstance(account, RevolvingAccount):
        return _rates(float(account.rate.per_month()))
    first = month_of(opened)
    dues = [(max(1, month_of(row.due).minus(first)), row.total_fen) for row in later_dues(account)]
    irr = monthly_irr(account.principal_fen, dues)
    return None if irr is None else _rates(irr)


def later_dues(account: Account) -> tuple[Row, ...]:
    """Return the contract's dues from here on, without what is due already."""
    probe = account.copy()
    if probe.due_fen:
        probe.pay(probe.due_fen)
    return dues_of(probe)


def _rates(irr: float) -> YearlyRates:
    nominal = Decimal(irr * MONTHS_PER_YEAR).quantize(SHOWN)
    effective = Decimal((1 + irr) ** MONTHS_PER_YEAR - 1).quantize(SHOWN)
    return YearlyRates(nominal, effective)
