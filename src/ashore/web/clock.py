"""The person's own day, and how old figures are on it."""

from datetime import UTC, date, datetime
from typing import Final

FRESH_DAYS: Final = 1
"""After so many days a page asks what has happened since, before its figures are acted on."""


def today() -> date:
    """Return the person's own day."""
    return date.today()  # noqa: DTZ011 - the person's own day, not that of a time zone


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def old_days(as_of: date) -> int:
    """Return how many days old figures are, 0 while they are fresh enough to act on."""
    days = (today() - as_of).days
    return days if days > FRESH_DAYS else 0
