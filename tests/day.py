"""The day on which the tests run: the same on every machine, in every time zone, over midnight and years later."""

from datetime import date, datetime, time
from typing import Final

from ashore.web import clock

TODAY: Final = date(2026, 11, 26)
real_now = clock.now


def noon(on: date) -> datetime:
    """Return noon of a day where this machine stands."""
    return datetime.combine(on, time(12)).astimezone()


def pin(on: date = TODAY) -> None:
    """Let pages and commands of this process take a day for the person's own."""
    clock.now = lambda: noon(on)
