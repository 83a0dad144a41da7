"""A page for the partner or family, to read together, print or hand over; one's own figures only where asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from ashore.documents.answer.view import View, help_of
from ashore.documents.family import Place, family_html, family_parts, opening_words
from ashore.packs.pack import load_pack
from ashore.store import book
from ashore.texts.sentences import word
from ashore.web import doors, plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.handed import handed_out
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.views.today import is_empty_book


@require_GET
def family(request: HttpRequest) -> HttpResponse:
    """Show the page and, for the person alone, first words to say."""
    view, language, numbers = _view(), language_of(request), "numbers" in request.GET
    parts = in_app(family_parts(_place(), view, today(), language, numbers=numbers), language)
    facts = {
        "parts": parts,
        "words": opening_words(),
        "has_plan": view is not None,
        "numbers": numbers,
        "on_phone": doors.phones_host(request) is not None,
    }
    return show(request, "family", facts)


@require_GET
def family_file(request: HttpRequest) -> HttpResponse:
    """Return the page as a file; with one's own figures on the computer alone."""
    numbers, language = "numbers" in request.GET, language_of(request)
    if numbers and doors.phones_host(request) is not None:
        raise Http404
    page = family_html(_place(), _view(), today(), language, numbers=numbers)
    return handed_out(page.encode(), f"{word('family-file-name', language)}.html", "text/html")


def _place() -> Place:
    return Place(load_pack(JURISDICTION), help_of(JURISDICTION))


def _view() -> View | None:
    """Return the plan as it is read today; None where there is none yet: the page needs none."""
    now = book.load()
    household = plans.reading_of(now).household
    return None if household is None or is_empty_book(now) else plans.view_of(household)
