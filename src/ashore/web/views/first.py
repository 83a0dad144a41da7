"""Before any number: one question at a time, one card; and the same as a page for a phone."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_GET, require_http_methods

from ashore.documents.first_page import first_page
from ashore.documents.first_still import Section, card_html
from ashore.errors import Message
from ashore.packs.first import known_for_first
from ashore.packs.pack import load_pack
from ashore.planning.triage import first_card
from ashore.planning.triage_answers import Typed, Unclear, answers_of, figures_of, read_day
from ashore.planning.triage_rules import ASKS_FOR_A_DAY, QUESTIONS, STOPS_ASKING, Question
from ashore.store.folder import Folder
from ashore.texts.sentences import word
from ashore.web import told, triage
from ashore.web.clock import today
from ashore.web.config import JURISDICTION, place
from ashore.web.handed import handed_out
from ashore.web.shown import language_of, show

PAPER: Final = "paper"
DAY: Final = "paper_date"
KEYS: Final = frozenset({*(question.key for question in QUESTIONS), DAY})


@require_http_methods(["GET", "POST"])
def first(request: HttpRequest) -> HttpResponse:
    """Ask the next question, with the card for what was answered so far."""
    wrong: Message | None = None
    if request.method == "POST":
        wrong = _take(request)
        if wrong is None:
            return redirect("first")
    language, pack, on = language_of(request), load_pack(JURISDICTION), today()
    said: Typed = triage.said()
    card = first_card(answers_of(said, on), known_for_first(pack), on, figures_of(said))
    facts = {
        "question": _next(said),
        "asks_day": _asks_day(said),
        "several": [one.key for one in QUESTIONS if one.several],
        "number": sum(question.key in said for question in QUESTIONS) + 1,
        "count": len(QUESTIONS),
        "card": mark_safe(card_html(Section(card, pack, on, language))),  # noqa: S308 - escaped where it is made
        "short": card.short,
        "answered": bool(said),
        "is_new": _folder().is_new,
        "wrong": wrong,
        "today_iso": on.isoformat(),
    }
    return show(request, "first", facts)


def _take(request: HttpRequest) -> Message | None:
    """Keep what was answered.  Returns why a day could not be read."""
    if "again" in request.POST:
        triage.forget()
        return None
    key = request.POST.get("question", "")
    if key not in KEYS:
        return None
    typed = ",".join(request.POST.getlist("answer"))
    if key == DAY and typed:
        try:
            read_day(typed, today())
        except Unclear as unclear:
            return Message(unclear.code)
    if key != DAY and not _is_answer(key, typed):
        typed = ""
    triage.answer(key, typed)
    if key in {PAPER, DAY}:
        told.keep()
    return None


def _is_answer(key: str, typed: str) -> bool:
    question = next(one for one in QUESTIONS if one.key == key)
    words = typed.split(",") if question.several else [typed]
    return all(one in question.words for one in words) and not ("none" in words and len(words) > 1)


def _asks_day(said: Typed) -> bool:
    return DAY not in said and any(said.get(key) == answer for key, answer in ASKS_FOR_A_DAY.items())


def _next(said: Typed) -> Question | None:
    """Return the next question; none once tonight is not safe, or all were asked."""
    if any(said.get(key) == answer for key, answer in STOPS_ASKING.items()):
        return None
    return next((question for question in QUESTIONS if question.key not in said), None)


@require_GET
def phone(request: HttpRequest) -> HttpResponse:
    """Return the page for a phone as a file."""
    name = word("first-file-name", language_of(request))
    page = first_page(load_pack(JURISDICTION), today())
    response = handed_out(page.encode(), name, "text/html; charset=utf-8")
    response["Content-Security-Policy"] = "sandbox allow-scripts"
    return response


def _folder() -> Folder:
    return place().folder
