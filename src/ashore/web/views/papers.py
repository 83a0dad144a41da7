"""Papers that came: which one it is, what it means, by when to act; and its day written down with its debt."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from ashore.creditors.contacts import Party
from ashore.creditors.papers import PAPERS, Paper, PaperKind, further, nearer, paper_of
from ashore.documents.answer.view import help_of
from ashore.documents.paper import counted_of, paper_parts
from ashore.household.file.plain import is_table
from ashore.household.writing import Change, Set
from ashore.packs.pack import load_pack
from ashore.store import book
from ashore.web import told
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.debt_names import entry_names
from ashore.web.keys import key_of
from ashore.web.shown import is_covered, language_of, show
from ashore.web.typed import read_day
from ashore.web.views.asked import version_of

FROM: Final[Mapping[PaperKind, Party]] = {
    "mediation-message": "mediator",
    "notary-paper": "other",
    "arbitration-notice": "other",
}
"""With whom a contact was, by the paper that is no court's, as far as the paper itself says it."""


@require_GET
def papers(request: HttpRequest) -> HttpResponse:
    """Show the kinds of paper there are; the day one came is handed on where it is known."""
    received = request.GET.get("received", "")
    facts = {
        "papers": PAPERS,
        "legal_number": help_of(JURISDICTION)["legal"].number,
        "received": "" if _unclear(received) else received,
    }
    return show(request, "papers", facts)


@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, kind: str) -> HttpResponse:
    """Show what a paper is and by when to act, or write its day down with a debt."""
    one = paper_of(kind)
    if one is None:
        raise Http404
    if request.method == "POST" and not is_covered(request):
        return _note(request, one)
    received = request.GET.get("received", "")
    return _show(request, one, received, _unclear(received))


def _show(request: HttpRequest, one: Paper, typed: str, wrong: str, status: int = 200) -> HttpResponse:
    """Show a paper's page, with what could not be read of what was typed."""
    pack, on = load_pack(JURISDICTION), today()
    received = None if _unclear(typed) else read_day(typed)
    now, language = book.load(), language_of(request)
    facts = {
        "paper": one,
        "parts": paper_parts(one, received, pack, on, language),
        "received": received.isoformat() if received else "",
        "counted": counted_of(one, received, pack),
        "debts": list(entry_names(now, language).items()),
        "version": now.version,
        "latest": on.isoformat(),
        "wrong": wrong,
        "until": request.POST.get("until", ""),
        "chosen": request.POST.get("debt", ""),
        "party": "court" if one.stage else FROM.get(one.kind, ""),
    }
    return show(request, "paper", facts, status=status)


def _unclear(received: str) -> str:
    """Return what is wrong with the day a paper came, "" where none was typed or it is one up to today."""
    day = read_day(received)
    if not received or (day is not None and day <= today()):
        return ""
    return "paper-received-later" if day else "paper-day-unclear"


def _note(request: HttpRequest, one: Paper) -> HttpResponse:
    """Write down with a debt where it is now, and the day by which to act if there is one.

    Nothing is written where the debt or a day that was typed is not clear: a deadline left out in silence is missed.
    """
    now, received, named = book.load(), request.POST.get("received", ""), request.POST.get("until", "")
    counted = None if _unclear(received) else counted_of(one, read_day(received), load_pack(JURISDICTION))
    until = counted.until if counted else read_day(named)
    entry = next((each for each in now.of("debt") if str(each.pk) == request.POST.get("debt")), None)
    wrong = _unclear(received) or ("paper-day-unclear" if named and until is None else "")
    if entry is None or wrong:
        return _show(request, one, received, wrong or "paper-debt-open", 400)
    edits = _edits(one, book.entry_values(entry), until)
    if edits:
        many: Mapping[uuid.UUID, list[Change]] = {entry.pk: edits}
        try:
            book.change_many(key_of(request), "edit", version_of(request), many, ())
        except book.Stale:
            return _show(request, one, received, "checkin-stale", 409)
    told.written_down(read_day(received))
    return redirect("today")


def _edits(one: Paper, values: Mapping[str, object], until: date | None) -> list[Change]:
    """Return what changes in a debt: its stage where the paper leads further, its day where it is the nearer one."""
    edits: list[Change] = []
    stage = further(str(values.get("stage", "current")), one.stage)
    if stage:
        edits.append(Set("stage", stage))
    known = values.get("deadline")
    before = known.get("on") if is_table(known) else None
    kept = before if isinstance(before, date) else None
    if until and one.what and nearer(until, kept, today()):
        edits.append(Set("deadline", {"on": until, "what": one.what}))
    return edits
