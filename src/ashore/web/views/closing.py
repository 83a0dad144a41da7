"""A debt's end: what closes it on a day, what to ask before, what to get after, and other endings."""

import uuid
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.closing import closing_parts
from ashore.documents.answer.closing_case import case_of
from ashore.documents.blocks import Part
from ashore.errors import AshoreError, Message
from ashore.household.model import Debt, Household
from ashore.store import book
from ashore.web.clock import old_days, today
from ashore.web.debt_names import entry_names
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.typed import read_day, read_fen
from ashore.web.views.asked import debt_entry, debt_in


@require_GET
def closing(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show how one debt ends on a day: the next one that can be chosen, if none is."""
    now = book.load()
    entry = debt_entry(now, entry_id)
    found = debt_in(now, entry, language_of(request))
    if found is None:
        return redirect("edit", entry_id=entry_id)
    household, debt = found
    first = max(today(), household.as_of)
    typed = request.GET.get("on", ""), request.GET.get("price", "")
    parts, wrong = _answer(request, household, debt, first)
    facts = {
        "entry": entry,
        "debt": debt,
        "called": entry_names(now, language_of(request))[entry_id],
        "parts": parts,
        "wrong": wrong,
        "on": typed[0] or first.isoformat(),
        "price": typed[1],
        "earliest": household.as_of.isoformat(),
        "old_days": old_days(household.as_of),
    }
    return show(request, "closing", facts)


def _answer(
    request: HttpRequest, household: Household, debt: Debt, first: date
) -> tuple[tuple[Part, ...], Message | None]:
    """Return what is said of the day that was typed; where it cannot be counted to, of the first one, and why not."""
    language, wrong = language_of(request), None
    day, price = request.GET.get("on", ""), request.GET.get("price", "")
    on, price_fen = read_day(day) if day else first, read_fen(price) if price else None
    if on is None:
        wrong = Message("closing-day-wrong")
    elif price and price_fen is None:
        wrong = Message("closing-price-wrong")
    try:
        case = case_of(household, debt, on or first, today(), price_fen)
    except AshoreError as error:
        case, wrong = case_of(household, debt, first, today(), price_fen), Message(error.code, error.facts)
    return in_app(closing_parts(case, language), language), wrong
