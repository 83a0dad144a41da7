"""Interest and penalty interest for a span of days, each rounded once (SPEC §3.3, decision 0001 rules 1–10)."""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from ashore.dates import DayCount, add_months, days_between, month_of, year_fraction
from ashore.loans.terms import Accrual, Penalty
from ashore.money import DAYS_PER_BANK_MONTH, Rate, Rounding, divide

DAYS_PER_YEAR_OF: dict[DayCount, int] = {
    "act/360": 360,
    "act/365": 365,
    "act/act": 365,
    "30/360": 360,
    "30E/360": 360,
}
PERIODS_MAX = 1200


def whole_months(start: date, end: date, due_day: int) -> int | None:
    """Return how many whole months lie between two days that share a due day; None if they are not whole."""
    months = month_of(end).minus(month_of(start))
    whole = months > 0 and (add_months(start, months) == end or _both_due(start, end, due_day))
    return months if whole else None


def _both_due(start: date, end: date, due_day: int) -> bool:
    return month_of(start).day(due_day) == start and month_of(end).day(due_day) == end


@lru_cache(maxsize=1 << 16)
def daily_factor(rate: Rate, day_count: DayCount, start: date, end: date) -> tuple[int, int]:
    """Return interest per fen from `start` to `end` by days, as (numerator, denominator); the last day not counted."""
    if rate.per == "day":
        factor = Fraction(rate.value) * days_between(start, end)
    else:
        factor = rate.per_year() * year_fraction(start, end, day_count)
    return factor.numerator, factor.denominator


@lru_cache(maxsize=1 << 16)
def monthly_factor(
    rate: Rate, day_count: DayCount, due_day: int, period: tuple[date, date], span: tuple[date, date]
) -> tuple[int, int]:
    """Return interest per fen for a span inside a period charged by whole months, as (numerator, denominator).

    A period of whole months counts a twelfth of the year each; a part of it counts by its share of the period's
    days.  A period that is not whole months is charged by actual days under the day count.
    """
    months = whole_months(*period, due_day)
    if months is None:
        return daily_factor(rate, day_count, *span)
    factor = rate.per_month() * months
    if span != period:
        factor = factor * days_between(*span) / days_between(*period)
    return factor.numerator, factor.denominator


@lru_cache(maxsize=1 << 10)
def penalty_per_day(penalty: Penalty, rate: Rate, day_count: DayCount) -> tuple[int, int]:
    """Return penalty interest per fen and day, as (numerator, denominator); (0, 1) where the contract has none."""
    bearing, factor = (penalty.rate, Fraction(1)) if penalty.rate else (rate, penalty.multiple or Fraction(0))
    divisor = {"day": 1, "month": DAYS_PER_BANK_MONTH, "year": DAYS_PER_YEAR_OF[day_count]}[bearing.per]
    per_day = Fraction(bearing.value) * factor / divisor
    return per_day.numerator, per_day.denominator


def span_factor(
    rate: Rate,
    accrual: Accrual,
    day_count: DayCount,
    due_day: int,
    period: tuple[date, date],
    span: tuple[date, date],
) -> tuple[int, int]:
    """Return the interest per fen of one span of a period, as (numerator, denominator)."""
    if span[0] >= span[1]:
        return 0, 1
    if accrual == "daily":
        return daily_factor(rate, day_count, *span)
    return monthly_factor(rate, day_count, due_day, period, span)


def span_interest(
    principal_fen: int,
    rate: Rate,
    accrual: Accrual,
    day_count: DayCount,
    due_day: int,
    period: tuple[date, date],
    span: tuple[date, date],
    rounding: Rounding,
) -> int:
    """Return the interest in fen of one span of a period, rounded once as the contract says."""
    if principal_fen <= 0:
        return 0
    numerator, denominator = span_factor(rate, accrual, day_count, due_day, period, span)
    return divide(principal_fen * numerator, denominator, rounding)


def span_penalty(
    principal_fen: int,
    interest_fen: int,
    days: int,
    per_day: tuple[int, int],
    *,
    compound: bool,
    rounding: Rounding,
) -> tuple[int, int]:
    """Return (penalty interest, compound interest) in fen of an overdue instalment for so many days.

    Both together are rounded once; the part on principal alone is rounded, the compound interest is the rest.
    """
    numerator, denominator = per_day[0] * days, per_day[1]
    on_principal = divide(principal_fen * numerator, denominator, rounding)
    if not compound:
        return on_principal, 0
    whole = divide((principal_fen + interest_fen) * numerator, denominator, rounding)
    return on_principal, whole - on_principal


def level_payment(principal_fen: int, rate_per_period: Fraction, periods: int) -> int:
    """Return the level payment P·r/(1−(1+r)^−n) in fen, rounded half up; P/n at rate 0."""
    numerator, denominator = _annuity(rate_per_period, periods)
    return divide(principal_fen * numerator, denominator, "half-up")


@lru_cache(maxsize=1 << 12)
def _annuity(rate_per_period: Fraction, periods: int) -> tuple[int, int]:
    """Return the level payment per fen of principal, as (numerator, denominator)."""
    if rate_per_period == 0:
        return 1, periods
    growth = (1 + rate_per_period) ** periods
    return (rate_per_period * growth / (growth - 1)).as_integer_ratio()


def periods_of(principal_fen: int, rate_per_period: Fraction, payment_fen: int) -> int:
    """Return how many level payments repay the principal, the last one smaller; PERIODS_MAX where they never do."""
    for periods in range(PERIODS_MAX):
        if principal_fen <= 0:
            return periods
        interest = divide(principal_fen * rate_per_period.numerator, rate_per_period.denominator, "half-up")
        principal_fen += interest - payment_fen
    return PERIODS_MAX
