"""Day counts beside those of `ashore.dates`: two more of 30/360, Italian, ICMA's and AFB's actual/actual.

`ashore.dates.year_fraction` has act/360, act/365 (fixed), act/act (ISDA), 30/360 (bond basis) and 30E/360 (Eurobond).
Each function here returns a part of a year exactly; the rules are those of QuantLib's day counters, whose published
tables (ISDA's examples of 2008 for 30/360) the tests hold.
"""

import calendar
from datetime import date
from fractions import Fraction
from typing import Final

from ashore.dates import MONTH_DAYS, MONTHS, add_months, days_between, month_of
from ashore.loans.yearly.intervals import is_month_end

FEBRUARY: Final = 2
ITALIAN_END: Final = 27
YEAR_OF_30S: Final = 360
AFB_YEAR: Final = 365


def thirty_us(start: date, end: date) -> Fraction:
    """Return the years under 30/360 US: the bond basis, with the last day of February as a 30th."""
    first, last = start.day, end.day
    if _ends_february(start):
        if _ends_february(end):
            last = MONTH_DAYS
        first = MONTH_DAYS
    if first >= MONTH_DAYS:
        last = min(last, MONTH_DAYS)
    return _years(start, end, min(first, MONTH_DAYS), last)


def thirty_italian(start: date, end: date) -> Fraction:
    """Return the years under 30/360 Italian: 28 and 29 February and the 31st count as a 30th."""
    return _years(start, end, _italian(start), _italian(end))


def thirty_isda(start: date, end: date, termination: date) -> Fraction:
    """Return the years under 30E/360 ISDA: month's ends count as a 30th, but for a February that ends the contract."""
    first = MONTH_DAYS if is_month_end(start) else start.day
    clamped = is_month_end(end) and not (end == termination and end.month == FEBRUARY)
    return _years(start, end, first, MONTH_DAYS if clamped else end.day)


def actual_icma(start: date, end: date, period_start: date, period_end: date) -> Fraction:
    """Return the years under actual/actual ICMA (ISMA): days over those of the coupon periods they lie in.

    `period_start` to `period_end` is one regular coupon period of whole months; further ones follow it both ways.
    """
    months = month_of(period_end).minus(month_of(period_start))
    total = Fraction(0)
    index = 0
    while add_months(period_start, index * months) > start:
        index -= 1
    while add_months(period_start, index * months) < end:
        since, until = (add_months(period_start, each * months) for each in (index, index + 1))
        inside = days_between(max(since, start), min(until, end))
        total += Fraction(max(0, inside) * months, days_between(since, until) * MONTHS)
        index += 1
    return total


def actual_afb(start: date, end: date) -> Fraction:
    """Return the years under actual/actual AFB: whole years back from the end, the days left over 365 or 366.

    366 where a 29 February lies in the days left; a 28 February counts back to a 29th where there is one.
    """
    years, mark = 0, end
    while start < (before := _year_before(end, years + 1)) or before == start:
        years, mark = years + 1, before
    days = days_between(start, mark)
    return years + Fraction(days, AFB_YEAR + _leaps(start, mark)) if days else Fraction(years)


def _years(start: date, end: date, first: int, last: int) -> Fraction:
    return Fraction(month_of(end).minus(month_of(start)) * MONTH_DAYS + last - first, YEAR_OF_30S)


def _ends_february(day: date) -> bool:
    return day.month == FEBRUARY and is_month_end(day)


def _italian(day: date) -> int:
    return MONTH_DAYS if day.month == FEBRUARY and day.day > ITALIAN_END else min(day.day, MONTH_DAYS)


def _year_before(day: date, years: int) -> date:
    """Return the same day so many years before; where it is the 28th of a leap year's February, the 29th."""
    before = add_months(day, -years * MONTHS)
    return before.replace(day=29) if before.day == 28 and _february_of_a_leap_year(before) else before  # noqa: PLR2004 - days


def _february_of_a_leap_year(day: date) -> bool:
    return day.month == FEBRUARY and calendar.isleap(day.year)


def _leaps(start: date, end: date) -> bool:
    """Return whether a 29 February lies from `start` to before `end`, less than a year later."""
    leap = next((year for year in (end.year, start.year) if calendar.isleap(year)), None)
    return leap is not None and start <= date(leap, FEBRUARY, 29) < end
