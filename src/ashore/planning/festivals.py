"""Festivals whose day moves from year to year: what their month took comes again before their next day."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of

FESTIVE: Final = frozenset({"gifts", "family", "travel", "clothing"})
"""What a festival takes; rent, fees and taxes keep to the calendar."""
BEFORE: Final = timedelta(days=14)
"""So long before its day tickets, clothes and gifts are bought."""


def again_before(month: Month, first: Month, days: Sequence[date]) -> Month | None:
    """Return by which month the money of a festival's month is needed again, from `first` on.

    None where no festival falls into the month or soon after it, and where no later one is known.
    """
    if not any(month in (month_of(day - BEFORE), month_of(day)) for day in days):
        return None
    later = [max(first, month_of(day - BEFORE)) for day in days if month_of(day) >= first]
    return min(later, default=None)
