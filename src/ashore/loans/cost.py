"""Yearly rates of a loan from what is still to be paid: nominal (IRR × 12) and effective ((1 + IRR)^12 − 1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.dates import month_of
from ashore.loans.concessions import Account
from ashore.loans.revolving import RevolvingAccount
from ashore.loans.schedule import Row, dues_of
from ashore.loans.yearly.answers import NoRate
from ashore.loans.yearly.conventions import effective, nominal
from ashore.money import MONTHS_PER_YEAR, decimal_of

SHOWN: Final = Decimal("0.000001")
RATE_MOST: Final = Decimal(10) ** 9
"""A higher yearly rate says nothing: a few fen are left, and a fee is due on them."""


@dataclass(frozen=True, slots=True)
class YearlyRates:
    """What a loan costs a year from here on, as fractions: simple (IRR × 12) and compound."""

    nominal: Decimal
    effective: Decimal


def yearly_rates(account: Account, opened: date) -> YearlyRates | None:
    """Return the yearly rates of what is not yet due, by the contract's dues from here on.

    None where nothing runs, or where the rate is beyond all bounds: a fee on a fen.
    `opened` is the day from which the running period counts; every due is placed on its whole month after it.
    """
    if isinstance(account, RevolvingAccount):
        monthly = Fraction(account.rate.per_month())
        compound = (1 + monthly) ** MONTHS_PER_YEAR - 1
        return YearlyRates(
            decimal_of(monthly * MONTHS_PER_YEAR, SHOWN), decimal_of(Fraction(compound), SHOWN)
        )
    first = month_of(opened)
    dues = [(max(1, month_of(row.due).minus(first)), -row.total_fen) for row in later_dues(account)]
    months = [(0, account.principal_fen), *dues]
    simple, compound_rate = nominal(months), effective(months)
    if isinstance(simple, NoRate) or isinstance(compound_rate, NoRate) or simple.rate < 0:
        return None
    if compound_rate.rate > RATE_MOST:
        return None
    return YearlyRates(simple.rate.quantize(SHOWN), compound_rate.rate.quantize(SHOWN))


def later_dues(account: Account) -> tuple[Row, ...]:
    """Return the contract's dues from here on, without what is due already."""
    probe = account.copy()
    if probe.due_fen:
        probe.pay(probe.due_fen)
    return dues_of(probe)
