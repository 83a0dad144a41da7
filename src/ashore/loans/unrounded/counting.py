"""The part of a year between two moments."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Final, Literal

from ashore.dates import MONTH_DAYS, month_of, year_fraction
from ashore.loans.unrounded.moments import full_hour

DayCount = Literal["act/360", "act/365", "act/act", "30E/360", "30E/360-isda"]
FEBRUARY: Final = 2
YEAR_DAYS: Final = 360


def years_between(start: datetime, end: datetime, day_count: DayCount, matures: datetime | None) -> Fraction:
    """Return the part of a year from `start` to `end`, exactly; `act` counts whole days of 24 hours.

    30E/360-isda takes every last day of a month for day 30, except the maturity in February (ISDA 2006, 4.16 (h)).
    """
    since, until = full_hour(start), full_hour(end)
    if day_count == "30E/360-isda":
        last = None if matures is None else full_hour(matures).date()
        return Fraction(_days_isda(since.date(), until.date(), last), YEAR_DAYS)
    if day_count == "30E/360":
        return year_fraction(since.date(), until.date(), day_count)
    return year_fraction(since.date(), since.date() + timedelta(days=(until - since).days), day_count)


def _days_isda(start: date, end: date, matures: date | None) -> int:
    first = MONTH_DAYS if start == month_of(start).last else start.day
    whole = end == month_of(end).last and not (end == matures and end.month == FEBRUARY)
    last = MONTH_DAYS if whole else end.day
    return month_of(end).minus(month_of(start)) * MONTH_DAYS + last - first
