"""Days, counted one by one."""

from calendar import isleap, monthrange
from datetime import date, timedelta
from fractions import Fraction

NIGHT = timedelta(days=1)


def that_day(year: int, month: int, day: int) -> date:
    """Return that day of a month (13 is next January), or the month's last day where it is shorter."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, min(day, monthrange(year, month)[1]))


def months_later(day: date, months: int, due_day: int) -> date:
    """Return the due day so many months after the month of `day`."""
    return that_day(day.year, day.month + months, due_day)


def due_after(day: date, due_day: int) -> date:
    """Return the first due day strictly after a day."""
    here = months_later(day, 0, due_day)
    return here if here > day else months_later(day, 1, due_day)


def due_until(day: date, due_day: int) -> date:
    """Return the last due day on or before a day."""
    here = months_later(day, 0, due_day)
    return here if here <= day else months_later(day, -1, due_day)


def whole_months(since: date, until: date, due_day: int) -> int | None:
    """Return how many whole months lie between two days, or None: decision 0001, 3.

    Whole means from one due day to another (the last day of a shorter month is its 29th, 30th and 31st), or
    from a day to the same day of a later month.
    """
    months = (until.year - since.year) * 12 + until.month - since.month
    if months < 1:
        return None
    between_dues = since == months_later(since, 0, due_day) and until == months_later(until, 0, due_day)
    same_day = until == months_later(since, months, since.day)
    return months if between_dues or same_day else None


def nights(since: date, until: date) -> list[date]:
    """Return the days that count from `since` to `until`: the first counts, the last does not."""
    return [since + NIGHT * index for index in range((until - since).days)]


def year_part(since: date, until: date, day_count: str) -> Fraction:
    """Return the part of a year between two days."""
    days = nights(since, until)
    if day_count == "act/act":
        return sum((Fraction(1, 366 if isleap(day.year) else 365) for day in days), Fraction(0))
    if day_count in ("act/360", "act/365"):
        return Fraction(len(days), int(day_count.removeprefix("act/")))
    first, last = since.day, until.day
    if first == 31:
        first = 30
    if last == 31 and (day_count == "30E/360" or first == 30):
        last = 30
    return Fraction((until.year - since.year) * 360 + (until.month - since.month) * 30 + last - first, 360)


def working_day(day: date, closed: frozenset[date], opened: frozenset[date]) -> date:
    """Return the day, or the next on which offices work: Monday to Friday, less `closed`, and `opened`."""
    while day not in opened and (day.weekday() > 4 or day in closed):
        day += NIGHT
    return day


def month_later(due: date, due_day: int) -> date:
    """Return a typed due a month later: on the contract's day if it lay on it, else on its own."""
    return months_later(due, 1, due_day if due == months_later(due, 0, due_day) else due.day)
