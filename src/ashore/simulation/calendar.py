"""A debt's days as whole numbers: month by month, and where they lie under a day count."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ashore.dates import DayCount, Month, month_of

DAY = timedelta(days=1)
LEAP, COMMON = 366, 365
BANK_YEAR, BANK_MONTH = 360, 30
YEAR_OF: dict[DayCount, int] = {
    "act/360": 360,
    "act/365": 365,
    "act/act": LEAP * COMMON,
    "30/360": 360,
    "30E/360": 360,
}
"""Units of position in a year."""


@dataclass(frozen=True, slots=True)
class Span:
    """The months simulated: `months` from the one of `as_of` on."""

    as_of: date
    months: int

    @property
    def first(self) -> Month:
        """Return the first month."""
        return month_of(self.as_of)

    @property
    def paid_from(self) -> int:
        """Return the first month that has a day after `as_of`: 0, or 1 when `as_of` ends its month."""
        return 1 if self.as_of == self.first.last else 0


@lru_cache(maxsize=256)
def ends_of(span: Span) -> tuple[date, ...]:
    """Return the last day of each month, and of one month more."""
    return tuple(span.first.plus(index).last for index in range(span.months + 1))


@lru_cache(maxsize=1024)
def pay_days_of(span: Span, due_day: int) -> tuple[date, ...]:
    """Return the day of each month, and of one more, on which a debt is paid: its due day, after `as_of`."""
    days = (span.first.plus(index).day(due_day) for index in range(span.months + 1))
    return tuple(max(day, span.as_of + DAY) for day in days)


@lru_cache(maxsize=1024)
def points_of(
    span: Span, due_day: int, day_count: DayCount, span_from: date, period_from: date
) -> tuple[int, ...]:
    """Return the points of a debt's calendar as the kernel reads them (`layout`): day, position, hook."""
    starts = (span.as_of, *ends_of(span)[:-1])
    months = zip(starts, pay_days_of(span, due_day), strict=True)
    days = (span_from, period_from, *(day for pair in months for day in pair))
    return tuple(number for day in days for number in point_of(day, day_count))


def point_of(day: date, day_count: DayCount) -> tuple[int, int, int]:
    """Return (ordinal, position, hook) of a day.

    The difference of two positions is the span in units of the day count (`YEAR_OF` units make a year).  The US
    30/360 basis counts one unit more to a 31st from a day before the 30th: bit 0 of the hook marks such a start,
    bit 1 such an end.
    """
    ordinal = day.toordinal()
    if day_count in ("30/360", "30E/360"):
        position = BANK_YEAR * day.year + BANK_MONTH * day.month + min(day.day, BANK_MONTH)
        hook = (day.day < BANK_MONTH) + 2 * (day.day > BANK_MONTH) if day_count == "30/360" else 0
        return ordinal, position, hook
    if day_count != "act/act":
        return ordinal, ordinal, 0
    leap = leap_days_before(day)
    return ordinal, LEAP * (ordinal - leap) + COMMON * leap, 0


def leap_days_before(day: date) -> int:
    """Return how many days before this one lie in leap years."""
    past = day.year - 1
    leaps = past // 4 - past // 100 + past // 400
    is_leap = date(day.year, 12, 31).toordinal() - date(past, 12, 31).toordinal() == LEAP if past else False
    own = day.toordinal() - date(day.year, 1, 1).toordinal() if is_leap else 0
    return leaps * LEAP + own
