"""Help now, and about this information: on every page, open or locked."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ashore.packs.pack import load_pack
from ashore.web.config import JURISDICTION
from ashore.web.shown import language_of, show


@require_GET
def help_now(request: HttpRequest) -> HttpResponse:
    """Show the help lines, with their hours and the day each was last checked."""
    language, today = language_of(request), date.today()  # noqa: DTZ011 - the person's own day
    lines = [
        {
            "number": line.number,
            "name": line.names[language],
            "hours": line.hours[language],
            "purpose": line.purpose[language],
            "limits": line.limits[language],
            "checked": line.checked_on,
            "stale": line.stale(today),
        }
        for line in load_pack(JURISDICTION).helplines.values()
    ]
    return show(request, "help", {"lines": lines})


@require_GET
def about(request: HttpRequest) -> HttpResponse:
    """Show what this is, what it is not, and where its figures come from."""
    language, today = language_of(request), date.today()  # noqa: DTZ011 - the person's own day
    facts = [
        {
            "name": fact.names[language],
            "source": fact.source.title,
            "seen": fact.seen_on,
            "stale": fact.stale(today),
        }
        for fact in load_pack(JURISDICTION).facts.values()
    ]
    return show(request, "about", {"facts": facts})
