"""Calendar arithmetic that contracts use: months, due days, day counts, working days."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal

DayCount = Literal["act/360", "act/365", "act/act", "30/360", "30E/360"]
Shift = Literal["none", "next-working-day"]
MONTHS = 12
MONTH_DAYS = 30
SATURDAY = 5


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A calendar month."""

    year: int
    month: int

    def __str__(self) -> str:
        """Return the month as `2026-11`."""
        return f"{self.year:04d}-{self.month:02d}"

    def plus(self, months: int) -> "Month":
        """Return the month so many months later (earlier when negative)."""
        index = self.year * MONTHS + self.month - 1 + months
        return Month(index // MONTHS, index % MONTHS + 1)

    def minus(self, other: "Month") -> int:
        """Return how many months this one lies after `other`."""
        return (self.year - other.year) * MONTHS + self.month - other.month

    def day(self, day: int) -> date:
        """Return that day of the month, or its last day where the month is shorter."""
        return _day_of(self.year, self.month, day)

    @property
    def first(self) -> date:
        """Return the first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Return the last day."""
        return self.day(31)


@lru_cache(maxsize=1 << 14)
def _day_of(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


def month_of(day: date) -> Month:
    """Return the calendar month a day lies in."""
    return Month(day.year, day.month)


@lru_cache(maxsize=1 << 14)
def add_months(day: date, months: int, due_day: int | None = None) -> date:
    """Return the same day of the month (or `due_day`) months later, clamped to a shorter month's end."""
    return month_of(day).plus(months).day(due_day or day.day)


def first_due_after(day: date, due_day: int) -> date:
    """Return the first `due_day` strictly after `day`; 29 to 31 mean a shorter month's last day."""
    here = month_of(day).day(due_day)
    return here if here > day else month_of(day).plus(1).day(due_day)


def last_due_until(day: date, due_day: int) -> date:
    """Return the last `due_day` on or before `day`."""
    here = month_of(day).day(due_day)
    return here if here <= day else month_of(day).plus(-1).day(due_day)


def days_between(start: date, end: date) -> int:
    """Return the actual days from `start` to `end`, first day counted, last not."""
    return (end - start).days


def year_fraction(start: date, end: date, day_count: DayCount) -> Fraction:
    """Return the part of a year from `start` to `end` under a day count, exactly.

    act/act is ISDA's (each calendar year's days over 365 or 366), 30/360 the US bond basis without
    the February rule, 30E/360 the Eurobond basis (day 31 counts as 30 on both ends).
    """
    if day_count == "act/360":
        return Fraction(days_between(start, end), 360)
    if day_count == "act/365":
        return Fraction(days_between(start, end), 365)
    if day_count == "act/act":
        return _act_act(start, end)
    return Fraction(_days_30(start, end, european=day_count == "30E/360"), 360)


def _act_act(start: date, end: date) -> Fraction:
    total = Fraction(0)
    for year in range(start.year, end.year + 1):
        since, until = max(start, date(year, 1, 1)), min(end, date(year + 1, 1, 1))
        total += Fraction((until - since).days, 366 if calendar.isleap(year) else 365)
    return total


def _days_30(start: date, end: date, *, european: bool) -> int:
    first = min(start.day, MONTH_DAYS)
    clamp = european or first == MONTH_DAYS
    last = min(end.day, MONTH_DAYS) if clamp else end.day
    return month_of(end).minus(month_of(start)) * MONTH_DAYS + last - first


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Which days are working days: weekends off, `holidays` off, `workdays` on.."""

    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def is_working(self, day: date) -> bool:
        """Return whether offices work on that day."""
        return day in self.workdays or (day.weekday() < SATURDAY and day not in self.holidays)

    def next(self, day: date) -> date:
        """Return the day itself, or the next working day."""
        while not self.is_working(day):
            day += timedelta(days=1)
        return day


def months_from(first: Month, count: int) -> Iterator[Month]:
    """Yield `count` months from `first` on."""
    return (first.plus(index) for index in range(count))
