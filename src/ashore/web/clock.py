"""The person's own day, for pages and commands alike, and how old figures are on it."""

from datetime import UTC, date, datetime
from typing import Final

FRESH_DAYS: Final = 1
"""After so many days a page asks what has happened since, before its figures are acted on."""


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def today() -> date:
    """Return the person's own day: where this machine stands, not that of a time zone."""
    return now().astimezone().date()


def old_days(as_of: date) -> int:
    """Return how many days old figures are, 0 while they are fresh enough to act on."""
    days = (today() - as_of).days
    return days if days > FRESH_DAYS else 0
