"""A written loan from a friend: its terms typed, the paper shown and handed out.  Nothing of it is kept."""

from collections.abc import Mapping
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from ashore.documents.iou import Iou, OwnLpr, before_parts, iou_of, own_lpr
from ashore.documents.sheets.making import MAKERS, TYPES
from ashore.documents.sheets.names import file_name
from ashore.documents.sheets.text import sheet_text
from ashore.errors import AshoreError, Message
from ashore.letters.iou import METHODS
from ashore.packs.pack import load_pack
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.handed import handed_out
from ashore.web.shown import language_of, show

FIELDS: Final = ("amount", "on", "until", "rate", "late_rate", "lpr", "method", "purpose")
LONGEST: Final = 2_000
"""So many characters of a field are read."""


@require_http_methods(["GET", "POST"])
def iou(request: HttpRequest) -> HttpResponse:
    """Show the form and, for what was typed, the paper or what is in its way."""
    if request.method == "GET":
        return _page(request, _filled({"on": today().isoformat()}), None)
    typed = _filled(_typed(request))
    made = _made(typed)
    return _page(request, typed, made, 200 if made.sheet else 400)


@require_POST
def iou_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Return the paper as a file, made again from what was typed."""
    if ending not in MAKERS:
        raise Http404
    typed, language = _filled(_typed(request)), language_of(request)
    made = _made(typed)
    if made.sheet is None:
        return _page(request, typed, made, 400)
    try:
        data = MAKERS[ending](made.sheet, language)
    except AshoreError as error:  # a character that no font of this machine has
        return _page(request, typed, made, 400, Message(error.code, error.facts))
    return handed_out(data, file_name(made.sheet, language, ending, today()), TYPES[ending])


def _typed(request: HttpRequest) -> dict[str, str]:
    return {name: request.POST.get(name, "")[:LONGEST] for name in FIELDS}


def _filled(typed: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed; an LPR that was not is the one in the book, where that holds on the day."""
    own = _own(typed)
    given = typed.get("lpr", "").strip()
    return {**typed, "lpr": given or own.text} if own else {**typed}


def _own(typed: Mapping[str, str]) -> OwnLpr | None:
    """Return what the book says of the LPR of the day the money comes."""
    household = plans.reading_of(book.load()).household
    return own_lpr(household.owns if household else (), load_pack(JURISDICTION), typed.get("on", ""))


def _made(typed: Mapping[str, str]) -> Iou:
    household = plans.reading_of(book.load()).household
    sued = household is not None and any(debt.stage in COURT_STAGES for debt in household.debts)
    return iou_of(typed, load_pack(JURISDICTION), today(), sued=sued)


def _page(
    request: HttpRequest,
    typed: Mapping[str, str],
    made: Iou | None,
    status: int = 200,
    wrong: Message | None = None,
) -> HttpResponse:
    language, pack = language_of(request), load_pack(JURISDICTION)
    own = _own(typed)
    parts = before_parts(made, pack, today(), language) if made and made.sheet else ()
    facts = {
        "typed": typed,
        "methods": METHODS,
        "own": own if own and own.text == typed.get("lpr") else None,
        "findings": made.findings if made else (),
        "before": parts[:1],
        "about": parts[1:],
        "paper": sheet_text(made.sheet, language) if made and made.sheet else "",
        "endings": tuple(MAKERS),
        "wrong": wrong,
    }
    return show(request, "iou", facts, status)
