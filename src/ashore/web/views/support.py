"""Where somebody helps, how to judge a group, a small circle's page, the sheet for a counsellor.  Nothing is kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from ashore.documents.counsellor import (
    PACK_MAKERS,
    PACK_TYPES,
    before_messages,
    chosen_of,
    sheet_of,
)
from ashore.documents.sheets.making import MAKERS, TYPES, Maker
from ashore.documents.sheets.names import file_name
from ashore.documents.sheets.text import sheet_text
from ashore.documents.support import circle_paper, circle_parts, group_parts, support_parts
from ashore.errors import AshoreError, Message
from ashore.household.model import Household
from ashore.letters.counsellor import ASKS, SHOWS, USUAL, Chosen
from ashore.letters.sheet import Sheet
from ashore.packs.pack import load_pack
from ashore.store import book, contacts
from ashore.store.keyring import held
from ashore.web import doors, plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.handed import handed_out
from ashore.web.shown import language_of, show

LONGEST: Final = 4_000
"""So many characters of a field are read."""


@require_GET
def support(request: HttpRequest) -> HttpResponse:
    """Show where somebody helps, and how to judge a group."""
    pack = load_pack(JURISDICTION)
    first, *places, about = support_parts(pack, today(), language_of(request))
    # The heading of the page stands above its first part.
    facts = {
        "first": replace(first, code="web-help"),
        "places": places,
        "about": about,
        "group": group_parts(pack),
        "on_phone": doors.phones_host(request) is not None,
    }
    return show(request, "support", facts)


@require_GET
def circle(request: HttpRequest) -> HttpResponse:
    """Show how a small circle begins, and its page to take along."""
    facts = {"parts": circle_parts(load_pack(JURISDICTION), today()), "endings": tuple(MAKERS)}
    return show(request, "circle", facts)


@require_GET
def circle_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Return the circle's page as a file."""
    if ending not in MAKERS:
        raise Http404
    made = circle_paper(load_pack(JURISDICTION), today(), language_of(request))
    return _file(request, made, ending, MAKERS, TYPES)


@require_http_methods(["GET", "POST"])
def pack(request: HttpRequest) -> HttpResponse:
    """Ask what may be seen, show the sheet for a counsellor, or hand it out as a file."""
    household = plans.reading_of(book.load()).household
    if household is None or not household.debts:
        return show(request, "support_pack", {"nothing": True})
    asked = request.method == "POST"
    made: Sheet | None = None
    wrong: Message | None = None
    chosen = Chosen()
    try:
        chosen = _chosen(request) if asked else chosen
        made = _sheet(household, chosen, request) if asked else None
        if made and (ending := request.POST.get("as", "")) in PACK_MAKERS:
            return _file(request, made, ending, PACK_MAKERS, PACK_TYPES)
    except AshoreError as error:
        wrong = Message(error.code, error.facts)
    facts = {
        "chosen": chosen,
        "shows": _ticks("show", SHOWS, chosen.shows if asked else USUAL),
        "asks": _ticks("ask", ASKS, chosen.asks),
        "before": before_messages(household),
        "paper": sheet_text(made, language_of(request)) if made and not wrong else "",
        "endings": tuple(PACK_MAKERS),
        "wrong": wrong,
    }
    return show(request, "support_pack", facts, 400 if wrong else 200)


def _ticks(name: str, words: Sequence[str], ticked: Collection[str]) -> list[tuple[str, str, bool]]:
    """Return each choice with the code of its words, and whether it is ticked."""
    return [(one, f"pack-{name}-{one}", one in ticked) for one in words]


def _chosen(request: HttpRequest) -> Chosen:
    """Return what was ticked and typed.  Raises NoSuchChoice."""
    shows, asks = (tuple(map(str, request.POST.getlist(name))) for name in ("show", "ask"))
    own = request.POST.get("own", "")[:LONGEST]
    return chosen_of(shows, asks, own, redact=request.POST.get("redact") == "1")


def _sheet(household: Household, chosen: Chosen, request: HttpRequest) -> Sheet:
    log = contacts.load() if "tried" in chosen.shows else None
    return sheet_of(household, chosen, today(), language_of(request), log, example=held().demo)


def _file(
    request: HttpRequest, made: Sheet, ending: str, makers: Mapping[str, Maker], types: Mapping[str, str]
) -> HttpResponse:
    """Return a paper as a file.  Raises AshoreError for a character that no font of this machine has."""
    language = language_of(request)
    return handed_out(
        makers[ending](made, language), file_name(made, language, ending, today()), types[ending]
    )
