"""Today: the urgent thing, one next step, what is to be paid, the next change, the day of the last payment."""

from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.today import today_parts
from ashore.store import book
from ashore.web import plans
from ashore.web.shown import show

FRESH_DAYS: Final = 1
"""After so many days the page asks what has happened since, before its figures are acted on."""


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show today, or where the first visit goes on, or what holds the plan up."""
    now = book.load()
    reading = now.reading()
    if reading.household is None:
        return show(request, "mend", {"findings": _placed(now)})
    if is_empty_book(now):
        return redirect("situation") if "done" in request.GET else redirect("visit", step="income")
    view = plans.view_of(reading.household)
    parts = today_parts(view)
    facts = {
        "parts": parts,
        "holds": view.holds,
        "has_debts": bool(reading.household.debts),
        "last_change": book.last_change(),
        "as_of": reading.household.as_of,
        "notes": len(reading.findings),
        "old_days": _old_days(reading.household.as_of),
    }
    return show(request, "today", facts)


def _old_days(as_of: date) -> int:
    """Return how many days old the figures are, 0 while they are fresh enough to act on."""
    days = (date.today() - as_of).days  # noqa: DTZ011 - the person's own day
    return days if days > FRESH_DAYS else 0


def is_empty_book(now: book.Book) -> bool:
    """Return whether nothing but the household's own table is in the book."""
    return all(entry.section in ("", "household") for entry in now.entries)


def _placed(now: book.Book) -> list[tuple[object, object]]:
    """Return each finding with the entry it is on, if it is on one."""
    owners = {now.path_of(entry): entry for entry in now.entries}
    found: list[tuple[object, object]] = []
    for finding in now.reading().findings:
        path = max((one for one in owners if one and finding.place.path.startswith(one)), key=len, default="")
        found.append((finding, owners.get(path)))
    return found
