"""Whether reminders pause now, and until when; neither a damaged file nor a switch may keep Today from being shown."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest

from ashore.store import keyring
from ashore.store.faults import Damaged
from ashore.store.private import mood
from ashore.web import clock
from ashore.web.shown import is_wellbeing_on
from ashore.wellbeing.rest import rest_ends

ALL = "all"
"""What is asked for to see everything once although reminders pause."""


@dataclass(frozen=True, slots=True)
class Ends:
    """When a pause ends, on this machine's clock."""

    on: date
    clock: str


def rest_of(request: HttpRequest) -> Ends | None:
    """Return when the pause of reminders ends; None where there is none, or it is switched off or cannot be read."""
    if not keyring.is_open() or keyring.held().demo or not is_wellbeing_on(request):
        return None
    try:
        since = mood.rest_since()
    except Damaged:
        return None
    ends = rest_ends(since, clock.now()) if since else None
    return _shown(ends.astimezone()) if ends else None


def rests(request: HttpRequest) -> Ends | None:
    """Return when the pause ends for a page that keeps to it; None where everything was asked for once."""
    return None if ALL in request.GET else rest_of(request)


def helper() -> str:
    """Return who looks after deadlines meanwhile; empty where nobody was named, or it cannot be read."""
    try:
        return mood.helper()
    except Damaged:
        return ""


def _shown(moment: datetime) -> Ends:
    return Ends(moment.date(), f"{moment:%H:%M}")
