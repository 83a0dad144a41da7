"""A page for somebody one trusts: what to help with and by when; names and amounts only where they are asked for."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.agenda import days_ahead
from ashore.documents.answer.view import View
from ashore.documents.sharing import MONTHS, NEEDS, Sharing, message_to, sharing_html, sharing_parts
from ashore.store import book
from ashore.texts.sentences import word
from ashore.web import doors, plans
from ashore.web.clock import today
from ashore.web.handed import handed_out
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.views.today import is_empty_book


@require_GET
def share(request: HttpRequest) -> HttpResponse:
    """Ask what help is wanted; show the page for what was ticked, and words to send: nothing sends them."""
    view = _view()
    if view is None:
        return redirect("today")
    sharing, language = _asked(request, view), language_of(request)
    shown = "show" in request.GET
    facts = {
        "needs": [(one, f"share-need-{one}", one in sharing.needs) for one in NEEDS],
        "details": sharing.details,
        "on_phone": doors.phones_host(request) is not None,
        "parts": in_app(sharing_parts(view, sharing, today()), language) if shown else (),
        "message": message_to(sharing),
        "query": request.GET.urlencode(),
    }
    return show(request, "share", facts)


@require_GET
def share_file(request: HttpRequest) -> HttpResponse:
    """Return the page as a file; with names and amounts on the computer alone."""
    view = _view()
    if view is None:
        return redirect("today")
    sharing, language = _asked(request, view), language_of(request)
    if sharing.details and doors.phones_host(request) is not None:
        raise Http404
    page = sharing_html(view, sharing, today(), language)
    return handed_out(page.encode(), f"{word('share-file-name', language)}.html", "text/html")


def _asked(request: HttpRequest, view: View) -> Sharing:
    """Return what was ticked; what is promised until a day stays in the contact log."""
    wanted = request.GET.getlist("need")
    needs = tuple(one for one in NEEDS if one in wanted)
    return Sharing(needs, days_ahead(view, today(), MONTHS), "details" in request.GET)


def _view() -> View | None:
    """Return the plan as it is read today; None where there is none yet."""
    now = book.load()
    household = plans.reading_of(now).household
    return None if household is None or is_empty_book(now) else plans.view_of(household)
