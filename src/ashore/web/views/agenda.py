"""The days ahead as a list, and as a file for a calendar: in neutral words unless names and amounts are asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.agenda import agenda_parts, days_ahead
from ashore.documents.answer.view import View
from ashore.documents.contact_log import promises_told
from ashore.documents.ics import Shape, calendar_bytes
from ashore.planning.agenda import MONTHS, Event
from ashore.planning.paydays import payday_events
from ashore.store import book, contacts
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web import doors, plans, rest
from ashore.web.clock import old_days, today
from ashore.web.handed import handed_out
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.views.today import is_empty_book

LEGAL = frozenset({"agenda-deadline", "agenda-deadline-unverified"})
"""What is listed even while reminders pause: days that a court, a mediator or another authority has set."""


@require_GET
def agenda(request: HttpRequest) -> HttpResponse:
    """Show what has a last day, then each month; and offer the file."""
    view = _view(language_of(request))
    if view is None:
        return redirect("today")
    language, on, ends = language_of(request), today(), rest.rests(request)
    events = [one for one in _events(view, language) if not ends or one.message.code in LEGAL]
    parts = in_app(agenda_parts(view, events, on), language) if events or not ends else ()
    facts = {
        "first_parts": [part for part in parts if part.place != "about"],
        "last_parts": [part for part in parts if part.place == "about"],
        "on_phone": doors.phones_host(request) is not None,
        "has_days": bool(events) and not ends,
        "has_paydays": bool(_paydays(view)),
        "ends": ends,
        "old_days": old_days(view.as_of),
        "has_debts": bool(view.plan.household.debts),
    }
    return show(request, "agenda", facts)


@require_GET
def agenda_file(request: HttpRequest) -> HttpResponse:
    """Return the file for a calendar; names and amounts are in it where they were asked for, on the computer alone."""
    view = _view(language_of(request))
    if view is None:
        return redirect("today")
    details = "details" in request.GET
    if details and doors.phones_host(request) is not None:
        raise Http404
    shape = Shape(language_of(request), details=details, reminds="remind" in request.GET)
    events = _events(view, shape.language)
    if "paydays" in request.GET:
        known = {one.key for one in events}  # a look through the month may fall on a payday
        more = (one for one in _paydays(view) if one.key not in known)
        events = tuple(sorted((*events, *more), key=lambda one: one.day))
    data = calendar_bytes(events, today(), shape)
    return handed_out(data, f"{word('agenda-file-name', shape.language)}.ics", "text/calendar")


def _view(language: Language) -> View | None:
    """Return the plan as it is read today; None where there is none yet."""
    now = book.load()
    household = plans.reading_of(now).household
    return None if household is None or is_empty_book(now) else plans.view_of(plans.told(household, language))


def _paydays(view: View) -> tuple[Event, ...]:
    return payday_events(view.plan.household, today(), MONTHS)


def _events(view: View, language: Language) -> tuple[Event, ...]:
    """Return the days ahead; what was promised until a day is in the contact log."""
    return days_ahead(view, today(), promises=promises_told(contacts.load(), language))
