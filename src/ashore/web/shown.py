"""A page from its template: the language, the look, where it stands among the others."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ashore.documents.answer.view import help_of
from ashore.documents.helping import always_of
from ashore.documents.report import LANGUAGE_TAGS
from ashore.store import keyring
from ashore.texts.language import Language
from ashore.web import doors
from ashore.web.config import JURISDICTION
from ashore.web.keys import new_key
from ashore.web.session import COVER, WELLBEING

LOOKS: Final = ("auto", "light", "dark")
LANGUAGES: Final[tuple[Language, ...]] = ("zh", "en")
UNDER: Final[Mapping[str, str]] = {
    "deeper": "plan", "if": "plan", "debt": "situation", "entry": "situation", "kinds": "situation", "checkin": "today",
    "unsure": "today", "fresh": "today", "mend": "today", "papers": "today", "paper": "today", "delete": "settings",
    "letters": "situation", "letter": "situation",
    "log": "today", "log_new": "today",
    "credit_report": "situation", "credit_report_part": "situation", "credit_report_add": "situation",
    "credit_report_end": "situation", "money": "plan", "thing": "plan", "iou": "plan",
    "creditors": "today", "agenda": "today", "closing": "situation", "audit": "situation", "cost": "situation",
    "notes": "settings", "note": "settings", "phone_door": "settings",
    "bills": "situation", "bills_preview": "situation", "bills_damaged": "situation", "banks": "situation",
    "payments": "situation",
    "learn": "wellbeing", "lesson": "wellbeing",
    "mood": "wellbeing", "mood_form": "wellbeing", "mood_answer": "wellbeing", "crisis": "wellbeing",
    "mood_off": "settings",
    "resting": "today",
    "support": "wellbeing", "circle": "wellbeing", "support_pack": "wellbeing",
    "progress": "wellbeing", "goal": "wellbeing", "family": "wellbeing", "share": "wellbeing", "trap": "wellbeing",
    "why": "today", "budget": "today", "review": "today", "reviewed": "today", "stated": "today",
}  # fmt: skip
"""The page of the navigation under which a page lies."""
NAVIGATION: Final = ("today", "situation", "plan", "wellbeing", "settings")


def language_of(request: HttpRequest) -> Language:
    """Return the language chosen, else the one that the browser asks for: Chinese for `zh…`, else English."""
    chosen = request.COOKIES.get("lang")
    if chosen in LANGUAGES:
        return chosen
    return "zh" if request.headers.get("Accept-Language", "zh").lower().startswith("zh") else "en"


def is_covered(request: HttpRequest) -> bool:
    """Return whether amounts are covered."""
    return request.COOKIES.get(COVER) == "1"


def is_wellbeing_on(request: HttpRequest) -> bool:
    """Return whether the check-in is shown: until it is switched off."""
    return request.COOKIES.get(WELLBEING) != "0"


def is_private(request: HttpRequest) -> bool:
    """Return whether the person alone looks at their own book, on their own machine: else no private page is named."""
    return sees_bills(request) and not keyring.held().demo


def sees_bills(request: HttpRequest) -> bool:
    """Return whether pages of payments are named: to the person alone, and in the example, whose bill is made up."""
    return not is_covered(request) and doors.phones_host(request) is None and keyring.is_open()


def _page_of(request: HttpRequest) -> str:
    """Return the address of the page that is shown, to come back to; of one that answers a form, where it stood."""
    if request.method == "GET":
        return request.get_full_path()
    came = urlsplit(request.headers.get("Referer", ""))
    return came.path + (f"?{came.query}" if came.query else "") if came.netloc == request.get_host() else "/"


def show(
    request: HttpRequest, name: str, facts: Mapping[str, object] | None = None, status: int = 200
) -> HttpResponse:
    """Return a page; every form on it carries a key of its own, so that a write sent twice is made once."""
    language, look = language_of(request), request.COOKIES.get("look", "auto")
    context = {
        "language": language,
        "tag": LANGUAGE_TAGS[language],
        "other_language": "en" if language == "zh" else "zh",
        "look": look if look in LOOKS else "auto",
        "covered": is_covered(request),
        "is_open": keyring.is_open(),
        "is_demo": keyring.is_open() and keyring.held().demo,
        "is_private": is_private(request),
        "sees_bills": sees_bills(request),
        "wellbeing_on": is_wellbeing_on(request),
        "navigation": NAVIGATION,
        "place": name,
        "under": UNDER.get(name, ""),
        "path": _page_of(request),
        "key": new_key(),
        "to_call": [
            (line.number, line.names[language], line.hours[language])
            for line in always_of(help_of(JURISDICTION))
        ],
        **(facts or {}),
    }
    return render(request, f"web/{name}.html", context, status=status)
