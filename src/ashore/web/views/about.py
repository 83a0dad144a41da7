"""Help now, and about this information: on every page, open or locked."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ashore.packs.pack import load_pack
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.shown import language_of, show


@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    """Show the help lines, with their hours and the day each was last checked."""
    language, on = language_of(request), today()
    lines = [
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
    ]
    return show(request, "help", {"lines": lines})


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """Show what this is, what it is not, and where its figures come from."""
    language, on = language_of(request), today()
    facts = [
        {
            "name": fact.names[language],
            "source": fact.source.title,
            "seen": fact.seen_on,
            "stale": fact.stale(on),
        }
        for fact in load_pack(JURISDICTION).facts.values()
    ]
    return show(request, "about", {"facts": facts})
