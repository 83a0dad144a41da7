"""Intervals in whole months and weeks, and those of the European annual percentage rate, in years, exactly.

Directive 2008/48/EC, Annex I, remark (c): a year has 365 days (366 in leap years), 52 weeks or 12 equal months of
365/12 days. By the Commission's guidelines SWD(2012) 128, 4.1.1, an interval is a whole number of one of these
periods, counted back from its end, and days, over the days of the year that ends where the days end.
"""

import calendar
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, Literal

from ashore.dates import MONTHS, add_months, days_between, month_of

Period = Literal["year", "month", "week"]
WEEKS_A_YEAR: Final = 52
DAYS_A_WEEK: Final = 7


def years_between(start: date, end: date, period: Period = "month") -> Fraction:
    """Return the years from `start` to a later or equal `end`, in whole periods and days.

    From the last day of a month to the last day of another is a whole number of months; a month counted back
    from the 29th to the 31st ends on the last day where February has no such day.
    """
    assert start <= end, "an interval runs forwards"
    if period == "week":
        weeks, days = divmod(days_between(start, end), DAYS_A_WEEK)
        return Fraction(weeks, WEEKS_A_YEAR) + _days_in_years(days, start + timedelta(days=days))
    step = 1 if period == "month" else MONTHS
    months = whole_months(start, end)
    if months % step == 0 and _both_end_months(start, end):
        return Fraction(months, MONTHS)
    months -= months % step
    mark = add_months(end, -months)
    return Fraction(months, MONTHS) + _days_in_years(days_between(start, mark), mark)


def whole_months(start: date, end: date) -> int:
    """Return the whole months from `start` to `end`, counted back from the end; ends of months match each other."""
    months = _apart(start, end)
    if _both_end_months(start, end) or add_months(end, -months) >= start:
        return months
    return months - 1


def same_day_months(start: date, end: date) -> int:
    """Return the months from `start` to `end` where they are whole, else 0."""
    months = _apart(start, end)
    whole = (
        add_months(end, -months) == start or add_months(start, months) == end or _both_end_months(start, end)
    )
    return months if whole else 0


def is_month_end(day: date) -> bool:
    """Return whether a day is the last of its month."""
    return day.day == calendar.monthrange(day.year, day.month)[1]


def _apart(start: date, end: date) -> int:
    return month_of(end).minus(month_of(start))


def _both_end_months(start: date, end: date) -> bool:
    return is_month_end(start) and is_month_end(end)


def _days_in_years(days: int, last: date) -> Fraction:
    """Return days as a part of the year that ends with the last of them."""
    return Fraction(days, days_between(add_months(last, -MONTHS), last)) if days else Fraction(0)
