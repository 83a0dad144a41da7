"""A day without reminders: how long it lasts."""

from datetime import datetime, timedelta
from typing import Final

REST: Final = timedelta(hours=24)


def rest_ends(since: datetime, now: datetime) -> datetime | None:
    """Return when a rest that began at a moment ends; None where it is over, or begins only after now.

    A clock that was set back must not make a rest longer than it was said to be.
    """
    return since + REST if since <= now < since + REST else None
