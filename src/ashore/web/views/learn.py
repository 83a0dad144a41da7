"""Lessons: which to read first and why, and each with the person's own numbers; nothing of what is read is kept."""

from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from ashore.documents.lesson_list import by_theme, first_of, why_first
from ashore.documents.lessons import known_of, minutes_message, written
from ashore.household.model import Household
from ashore.lessons.known import Known
from ashore.lessons.lesson import Lesson
from ashore.lessons.opened import Opened, open_lesson
from ashore.lessons.order import Placed, in_order
from ashore.packs.pack import Pack, load_pack
from ashore.store import book, keyring
from ashore.texts.language import Language
from ashore.web import doors, guard, plans
from ashore.web.clock import today
from ashore.web.config import JURISDICTION
from ashore.web.shown import is_private, language_of, show
from ashore.web.views.causes import named_causes

LESSON: Final = "lesson"
DIGITS_MAX: Final = 9


@require_GET
def learn(request: HttpRequest) -> HttpResponse:
    """Show three lessons to read first and why, then all of them by theme."""
    household, language = _household(), language_of(request)
    pack, known = _known(request, household)
    placed = in_order(pack.lessons.values(), known)
    facts = {
        "has_book": household is not None and bool(household.debts),
        "first": [_first(one, language) for one in first_of(placed)],
        "themes": [
            (code, [(lesson.id, lesson.titles[language]) for lesson in found])
            for code, found in by_theme(placed)
        ],
    }
    return show(request, "learn", facts)


def _household() -> Household | None:
    """Return the household of the open book; None where none is open, or it must be mended first."""
    return plans.reading_of(book.load()).household if keyring.is_open() else None


def _known(request: HttpRequest, household: Household | None) -> tuple[Pack, Known]:
    """Return the pack, and what lessons may look at: causes only where the owner alone looks."""
    pack = load_pack(household.jurisdiction if household else JURISDICTION)
    causes = named_causes(household) if household and is_private(request) else ()
    return pack, known_of(pack, today(), household, causes)


def _first(one: Placed, language: Language) -> dict[str, object]:
    return {
        "id": one.lesson.id,
        "title": one.lesson.titles[language],
        "minutes": minutes_message(one.lesson),
        "why": why_first(one),
    }


@require_GET
def lesson(request: HttpRequest, lesson: str) -> HttpResponse:
    """Show a lesson; with `alone` only what its slider changes, for the page's own script."""
    household, language = _household(), language_of(request)
    pack = load_pack(household.jurisdiction if household else JURISDICTION)
    if lesson not in pack.lessons:
        raise Http404
    found = pack.lessons[lesson]
    opened = _opened(found, known_of(pack, today(), household), _position(request, found))
    facts = {
        "lesson": written(opened, pack, language),
        "slider": found.slider,
        "at": opened.at,
        "page": _page(request, found.do.page),
    }
    return show(request, "lesson_turned" if "alone" in request.GET else "lesson", facts)


def _opened(found: Lesson, known: Known, at: int | None) -> Opened:
    """Return an opened lesson; with the figures of a book, which may take a plan, worked out once."""
    if known.household is None:
        return open_lesson(found, known, at)
    name = (LESSON, found.id, str(at), known.today.isoformat())
    return plans.once(known.household, name, lambda: open_lesson(found, known, at))


def _position(request: HttpRequest, found: Lesson) -> int | None:
    """Return the slider's position that an address asks for, or the nearest; None where it asks for none."""
    typed = request.GET.get("at", "")
    digits = typed.removeprefix("-")
    if found.slider is None or not (digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS_MAX):
        return None
    return found.slider.near(int(typed))


def _page(request: HttpRequest, name: str | None) -> str:
    """Return the page where the small thing is done; none where it cannot be reached from here."""
    if name is None:
        return ""
    phone = doors.phones_host(request) is not None
    there = name in guard.FOR_THE_PHONE if phone else True
    return name if there and (keyring.is_open() or guard.needs_no_book(reverse(name))) else ""
