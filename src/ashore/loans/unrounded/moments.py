"""Moments, cycles and schedules: when something falls that recurs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count
from typing import Final

from ashore.dates import add_months, month_of

LAST_SECOND: Final = time(23, 59, 59)
HALF_HOUR: Final = 30
STUB_LEAVES: Final = 2


@dataclass(frozen=True, slots=True)
class Cycle:
    """A period that recurs, in months or in days; with a long stub a broken last period joins the one before it."""

    months: int = 0
    days: int = 0
    long_stub: bool = True

    def __post_init__(self) -> None:
        """A cycle that does not move would recur for ever on one day."""
        assert self.months > 0 or self.days > 0


@dataclass(frozen=True, slots=True)
class Repeat:
    """The first moment (None: one cycle after the loan is paid out) and the cycle (None: it falls once)."""

    anchor: datetime | None = None
    cycle: Cycle | None = None


def instant(moment: datetime) -> datetime:
    """Return the moment by which others are ordered: the last second of a day is the next midnight."""
    return moment + timedelta(seconds=1) if moment.time() == LAST_SECOND else moment


def full_hour(moment: datetime) -> datetime:
    """Return the nearest full hour, half an hour upwards, as days are counted between full hours."""
    hour = moment.replace(minute=0, second=0, microsecond=0)
    return hour + timedelta(hours=1) if moment.minute >= HALF_HOUR else hour


def later(moment: datetime, cycle: Cycle, times: int = 1) -> datetime:
    """Return the moment so many cycles later, its day clamped to a shorter month's end."""
    day = add_months(moment.date(), cycle.months * times) + timedelta(days=cycle.days * times)
    return datetime.combine(day, moment.time())


def recurring(anchor: datetime, cycle: Cycle, *, month_end: bool) -> Iterator[datetime]:
    """Yield the anchor and every cycle after it, without end.

    With `month_end`, months counted from a month's last day fall on the last day of theirs.
    """
    to_last_day = month_end and cycle.months > 0 and anchor.date() == month_of(anchor.date()).last
    for times in count():
        moment = later(anchor, cycle, times)
        yield datetime.combine(month_of(moment.date()).last, moment.time()) if to_last_day else moment


def schedule(
    anchor: datetime, cycle: Cycle | None, end: datetime, *, month_end: bool, with_end: bool
) -> list[datetime]:
    """Return the moments from the anchor until before `end`, and `end` itself if asked for, in order.

    A long stub takes the last moment before an end that is off the cycle, if more than two moments stand.
    """
    if cycle is None:
        return sorted({anchor} - {end} | ({end} if with_end else set()))
    moments: list[datetime] = []
    later_ones = recurring(anchor, cycle, month_end=month_end)
    while (moment := next(later_ones)) < end:
        moments.append(moment)
    if moment > end and cycle.long_stub and len(moments) + with_end > STUB_LEAVES:
        moments.pop()
    return [*moments, end] if with_end else moments
