"""The page for the hardest moment, with no score on it; and the day on which reminders pause."""

from contextlib import suppress

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ashore.documents.answer.view import help_of
from ashore.packs.pack import load_pack
from ashore.store.faults import Damaged
from ashore.store.private import mood as store
from ashore.texts.language import Language
from ashore.web import clock, rest
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.views.alone import for_the_person

TALK = "mental-health"
NAME_MAX = 40


@require_GET
@for_the_person
def crisis(request: HttpRequest) -> HttpResponse:
    """Show whom to turn to and what can be done now, and the pause of reminders if there is one."""
    return crisis_page(request)


def crisis_page(request: HttpRequest, *, told: bool = False) -> HttpResponse:
    """Return the page; `told`: it answers somebody who has just said how bad it is."""
    language, lines, ends = language_of(request), help_of(JURISDICTION), rest.rest_of(request)
    facts = {
        "told": told or ends is not None,
        "path": reverse("crisis"),
        "emergency_number": lines["emergency"].number,
        "emergency_name": lines["emergency"].names[language],
        "police_number": lines["police"].number,
        "police_name": lines["police"].names[language],
        "lines": lines_to_talk(language),
        "ends": ends,
        "helper": rest.helper(),
        "name_max": NAME_MAX,
    }
    return show(request, "crisis", facts)


def lines_to_talk(language: Language) -> list[dict[str, object]]:
    """Return the lines where someone listens, in the pack's order, with their hours and when they were checked."""
    on = today()
    return [
        {
            "number": line.number,
            "name": line.names[language],
            "hours": line.hours[language],
            "purpose": line.purpose[language],
            "limits": line.limits[language],
            "checked": line.checked_on,
            "stale": line.stale(on),
        }
        for line in load_pack(JURISDICTION).helplines.values()
        if line.kind == TALK
    ]


@require_POST
@for_the_person
def begin_rest(request: HttpRequest) -> HttpResponse:
    """Let reminders pause for a day, as anybody may."""
    with suppress(Damaged, DatabaseError, OSError):
        store.begin_rest(key_of(request), clock.now())
    return redirect("crisis")


@require_POST
@for_the_person
def end_rest(request: HttpRequest) -> HttpResponse:
    """Show everything again."""
    key_of(request)
    with suppress(Damaged):
        store.end_rest()
    return redirect("today")


@require_POST
@for_the_person
def name_helper(request: HttpRequest) -> HttpResponse:
    """Note who looks after deadlines meanwhile."""
    typed = request.POST.get("name", "").replace("\0", "").strip()[:NAME_MAX]
    with suppress(Damaged):
        store.name_helper(key_of(request), typed)
    return redirect("crisis")
