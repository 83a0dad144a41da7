"""The check-in: choosing a questionnaire, answering it, what was kept; help comes before any score."""

import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.db import DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ashore.documents.answer.view import help_of
from ashore.documents.mood import trend_blocks
from ashore.errors import Message
from ashore.packs.pack import Pack, load_pack
from ashore.store.faults import Damaged
from ashore.store.private import mood as store
from ashore.store.private.mood import Taken
from ashore.store.private.notes import Stale
from ashore.texts.language import Language
from ashore.web import clock
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.keys import OtherBook, key_of
from ashore.web.shown import language_of, show
from ashore.web.views.alone import for_the_person
from ashore.web.views.crisis import crisis_page
from ashore.wellbeing.scoring import Outcome, fits, outcome_of
from ashore.wellbeing.screener import Screener
from ashore.wellbeing.trend import trend_of

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Line:
    """A check-in that was kept: its id, its day, what the questionnaire is called."""

    id: uuid.UUID
    day: date
    name: str


@require_GET
@for_the_person
def mood(request: HttpRequest) -> HttpResponse:
    """Show what can be answered, and what was kept."""
    return _listed(request)


def _listed(request: HttpRequest, status: int = 200, **facts: object) -> HttpResponse:
    language = language_of(request)
    forms = sorted(_pack().screeners.values(), key=lambda one: one.order)
    shown = {"forms": [_named(one, language) for one in forms], "state": store.state_of(), **facts}
    try:
        taken = store.all_taken()
    except Damaged:
        return show(request, "mood", {**shown, "damaged": True}, status=500)
    return show(request, "mood", {**shown, **_earlier(forms, taken, language)}, status=status)


def _earlier(
    forms: list[Screener], taken: tuple[tuple[uuid.UUID, Taken], ...], language: Language
) -> dict[str, object]:
    """Return what was kept, the newest first, and the sums of each questionnaire beside one another."""
    names = {one.id: one.names[language] for one in forms}
    lines = [Line(at, one.day, names.get(one.screener, one.screener)) for at, one in reversed(taken)]
    trends: list[dict[str, object]] = []
    for form in forms:
        sums = [(one.day, one.total) for _, one in taken if one.screener == form.id and one.total is not None]
        trend = trend_of(form, sums)
        if len(sums) > 1:
            shown = None if isinstance(trend, str) else trend_blocks(form, trend, today(), language)
            trends.append({"name": form.names[language], "blocks": shown})
    return {"lines": lines, "trends": trends, "is_kept": bool(taken)}


def _named(one: Screener, language: Language) -> dict[str, str]:
    return {"id": one.id, "name": one.names[language], "asks": one.asks[language]}


@require_http_methods(["GET", "POST"])
@for_the_person
def form(request: HttpRequest, form: str) -> HttpResponse:
    """Show a questionnaire, or say what its answers lead to; thoughts of hurting oneself lead to help at once."""
    one, language = _screener(form), language_of(request)
    if request.method == "GET":
        return show(request, "mood_form", _form_facts(one, language))
    answers = tuple(_answer(request.POST.get(f"a{at}", ""), one) for at in range(len(one.items)))
    outcome = outcome_of(one, answers)
    taken = Taken(today(), one.id, language, _pack().version.isoformat(), answers, outcome.total)
    if outcome.route == "help":
        _pause(request, taken)
        return crisis_page(request, told=True)
    key = key_of(request)
    if "keep" not in request.POST:
        return show(request, "mood_answer", _said(one, taken, outcome, language))
    try:
        store.keep(key, taken)
    except Damaged:
        return _listed(request)
    return redirect("mood-kept", entry_id=key)


def _pause(request: HttpRequest, taken: Taken) -> None:
    """Let reminders pause, and keep the answers where that was asked for; nothing of it may stand before help."""
    with suppress(Damaged, DatabaseError, OSError, OtherBook, Http404):
        key = key_of(request)
        store.begin_rest(uuid.uuid5(key, "rest"), clock.now())
        if "keep" in request.POST:
            store.keep(key, taken)


def _answer(typed: str, one: Screener) -> int | None:
    """Return an answer, None for a question left out.  Raises Http404 for what the form does not offer."""
    if not typed:
        return None
    if typed not in {str(value) for value in range(len(one.answers))}:
        raise Http404
    return int(typed)


def _form_facts(one: Screener, language: Language) -> dict[str, object]:
    return {
        "form": _named(one, language),
        "lead": one.lead[language],
        "answers": [(value, words[language]) for value, words in enumerate(one.answers)],
        "items": [(at, item[language]) for at, item in enumerate(one.items)],
        "asks_for_help": one.help_item is not None,
        **_origin(one, language),
    }


def _origin(one: Screener, language: Language) -> dict[str, str]:
    return {"notice": one.notice, "citation": one.citation, "provenance": one.provenance[language]}


@require_GET
@for_the_person
def kept(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show a check-in that was kept: help first where that is where it led."""
    try:
        taken = next((one for found, one in store.all_taken() if found == entry_id), None)
    except Damaged:
        return _listed(request)
    if taken is None:
        raise Http404
    language, one = language_of(request), _pack().screeners.get(taken.screener)
    if one is None or not fits(one, taken.answers):
        return show(request, "mood_answer", {"gone": True, "day": taken.day, "entry_id": entry_id})
    facts = _said(one, taken, outcome_of(one, taken.answers), language)
    return show(request, "mood_answer", {**facts, "entry_id": entry_id})


def _said(one: Screener, taken: Taken, outcome: Outcome, language: Language) -> Mapping[str, object]:
    """Return what is said of answers; a sum is said only where every question was answered."""
    words = [None if value is None else one.answers[value][language] for value in taken.answers]
    return {
        "form": _named(one, language),
        "day": taken.day,
        "outcome": outcome,
        "band": outcome.band.says[language] if outcome.band else "",
        "top": one.top,
        "pairs": [
            (pair.pair.names[language], pair.total, len(pair.pair.items) * (len(one.answers) - 1))
            for pair in outcome.pairs
            if pair.total is not None
        ],
        "given": list(zip((item[language] for item in one.items), words, strict=True)),
        "varies": one.varies[language],
        "mental_number": help_of(JURISDICTION)["mental-health"].number,
        **_origin(one, language),
    }


@require_POST
@for_the_person
def drop(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Delete one check-in for good."""
    key_of(request)
    try:
        store.drop(entry_id)
    except Damaged:
        return _listed(request)
    return redirect("mood")


@require_POST
@for_the_person
def delete_all(request: HttpRequest) -> HttpResponse:
    """Delete all of it for good, with every copy that the program keeps."""
    try:
        store.delete_all(request.POST.get("state", ""))
    except Stale:
        return _listed(request, CONFLICT, wrong=Message("mood-changed"))
    return redirect("mood")


def _pack() -> Pack:
    return load_pack(JURISDICTION)


def _screener(name: str) -> Screener:
    found = _pack().screeners.get(name)
    if found is None:
        raise Http404
    return found
