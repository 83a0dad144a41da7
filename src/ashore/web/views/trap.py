"""Is it a trap: a message pasted or questions ticked, and the answer on the same page; nothing of it is kept."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from ashore.documents.blocks import Part
from ashore.documents.traps import numbers_of, trap_parts
from ashore.errors import Finding
from ashore.packs.pack import load_pack
from ashore.traps.answer import draw, together
from ashore.traps.likeness import resembling
from ashore.traps.reading import Heard, read_message, unread
from ashore.traps.signs import HANDED
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show


@require_http_methods(["GET", "POST"])
def trap(request: HttpRequest) -> HttpResponse:
    """Show the form, and the answer about what was sent with it."""
    text, ticked, given = _typed(request)
    parts: Sequence[Part] = ()
    findings: tuple[Finding, ...] = ()
    if request.method == "POST":
        findings = unread(text) if text.strip() or not ticked else ()
        parts = () if findings else _parts(request, text, ticked, given)
    rules, language = load_pack(JURISDICTION).traps(), language_of(request)
    facts = {
        "text": text,
        "asks": [(ask.id, ask.asks[language], ask.id in ticked) for ask in rules.asks],
        "handed": [(one, f"trap-given-{one}", one in given) for one in HANDED],
        "parts": parts,
        "findings": findings,
    }
    return show(request, "trap", facts, status=400 if findings else 200)


def _typed(request: HttpRequest) -> tuple[str, list[str], list[str]]:
    """Return the message, the questions answered yes, and what was already paid or given away."""
    return request.POST.get("text", ""), request.POST.getlist("ask"), request.POST.getlist("given")


def _parts(request: HttpRequest, text: str, ticked: list[str], given: list[str]) -> Sequence[Part]:
    pack = load_pack(JURISDICTION)
    rules = pack.traps()
    heard = together(read_message(text, rules) if text.strip() else Heard(), ticked, rules)
    worded = resembling(text, rules.letters, pack.likeness())
    answer = draw(heard, [one for one in HANDED if one in given], numbers_of(pack), worded)
    language = language_of(request)
    return in_app(trap_parts(answer, pack, today(), language), language)
