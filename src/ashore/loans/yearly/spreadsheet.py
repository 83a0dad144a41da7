"""The loan functions of spreadsheets, exactly: what Microsoft documents, without the rounding of floats.

Signs are the spreadsheet's: money received is positive, money paid negative, so a loan's payment is negative. Rates
and amounts are exact fractions, a rate is that of one period; `begin` means payments at the beginning of each
period (type 1), else at its end (type 0). `periods` ≥ 1 and `rate` > −1 throughout; periods count from 1.
"""

from collections.abc import Sequence
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from fractions import Fraction
from typing import Final

from ashore.loans.yearly.answers import Answer
from ashore.loans.yearly.flows import Flow
from ashore.loans.yearly.roots import rates_of

DAYS_A_YEAR: Final = 365
DIGITS: Final = Context(prec=40, Emax=MAX_EMAX, Emin=MIN_EMIN)
ZERO: Final = Fraction(0)


def payment(
    rate: Fraction, periods: int, present: Fraction, future: Fraction = ZERO, *, begin: bool = False
) -> Fraction:
    """Return the level payment of each period (PMT)."""
    growth = (1 + rate) ** periods
    return -(present * growth + future) / _payments_worth(rate, periods, begin=begin)


def future_value(
    rate: Fraction, periods: int, each: Fraction, present: Fraction = ZERO, *, begin: bool = False
) -> Fraction:
    """Return what is there after the last period (FV); also for 0 periods."""
    return -(present * (1 + rate) ** periods + each * _payments_worth(rate, periods, begin=begin))


def present_value(
    rate: Fraction, periods: int, each: Fraction, future: Fraction = ZERO, *, begin: bool = False
) -> Fraction:
    """Return what payments and a future value are worth at the start (PV)."""
    return -(each * _payments_worth(rate, periods, begin=begin) + future) / (1 + rate) ** periods


def interest_part(
    rate: Fraction,
    period: int,
    periods: int,
    present: Fraction,
    future: Fraction = ZERO,
    *,
    begin: bool = False,
) -> Fraction:
    """Return the interest within the payment of one period (IPMT); at the beginning of period 1 there is none yet."""
    assert 1 <= period <= periods, "a period of the loan"
    if begin and period == 1:
        return ZERO
    each = payment(rate, periods, present, future, begin=begin)
    interest = future_value(rate, period - 1, each, present, begin=begin) * rate
    return interest / (1 + rate) if begin else interest


def principal_part(
    rate: Fraction,
    period: int,
    periods: int,
    present: Fraction,
    future: Fraction = ZERO,
    *,
    begin: bool = False,
) -> Fraction:
    """Return the principal within the payment of one period (PPMT)."""
    each = payment(rate, periods, present, future, begin=begin)
    return each - interest_part(rate, period, periods, present, future, begin=begin)


def interest_of_periods(
    rate: Fraction, periods: int, present: Fraction, first: int, last: int, *, begin: bool = False
) -> Fraction:
    """Return the interest paid from one period to another, both counted (CUMIPMT)."""
    assert 1 <= first <= last <= periods, "periods of the loan, in order"
    each = payment(rate, periods, present, begin=begin)
    paid = principal_of_periods(rate, periods, present, first, last, begin=begin)
    return each * (last - first + 1) - paid


def principal_of_periods(
    rate: Fraction, periods: int, present: Fraction, first: int, last: int, *, begin: bool = False
) -> Fraction:
    """Return the principal paid from one period to another, both counted (CUMPRINC)."""
    assert 1 <= first <= last <= periods, "periods of the loan, in order"
    parts = (principal_part(rate, period, periods, present, begin=begin) for period in range(first, last + 1))
    return sum(parts, ZERO)


def periods_needed(
    rate: Fraction, each: Fraction, present: Fraction, future: Fraction = ZERO, *, begin: bool = False
) -> Decimal | None:
    """Return the number of periods, not rounded, to 30 digits (NPER); None where the payments never do it."""
    if rate == 0:
        return _decimal(-(present + future) / each) if each else None
    paid = each * (1 + rate if begin else 1) / rate
    above, below = paid - future, paid + present
    if not below or above / below <= 0:
        return None
    return DIGITS.divide(DIGITS.ln(_decimal(above / below)), DIGITS.ln(_decimal(1 + rate)))


def rate_per_period(
    periods: int, each: Fraction, present: Fraction, future: Fraction = ZERO, *, begin: bool = False
) -> Answer:
    """Return the rate of a period (RATE), all rates that fit, or why there is none; no guess is needed."""
    first = 0 if begin else 1
    amounts = [present, *[each] * periods, future]
    return rates_of(amounts, [0, *range(first, first + periods), periods], 1)


def value_of_flows(rate: Fraction, flows: Sequence[Flow]) -> Decimal:
    """Return what dated flows are worth on the date of the first in the list, in fen, to 30 digits (XNPV)."""
    total = Decimal(0)
    growth = DIGITS.ln(_decimal(1 + rate))
    for flow in flows:
        years = _decimal(Fraction((flow.on - flows[0].on).days, DAYS_A_YEAR))
        total = DIGITS.add(
            total, DIGITS.multiply(Decimal(flow.fen), DIGITS.exp(-DIGITS.multiply(growth, years)))
        )
    return total


def yearly_rate_of_flows(flows: Sequence[Flow]) -> Answer:
    """Return the yearly rate of dated flows (XIRR): all that fit, or why there is none; no guess is needed."""
    return rates_of([flow.fen for flow in flows], [flow.on.toordinal() for flow in flows], DAYS_A_YEAR)


def _payments_worth(rate: Fraction, periods: int, *, begin: bool) -> Fraction:
    """Return what payments of 1 have grown to after the last period."""
    if rate == 0:
        return Fraction(periods)
    worth = ((1 + rate) ** periods - 1) / rate
    return worth * (1 + rate) if begin else worth


def _decimal(number: Fraction) -> Decimal:
    return DIGITS.divide(number.numerator, number.denominator)
