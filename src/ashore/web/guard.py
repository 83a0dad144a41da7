"""What stands before every page: who may ask, from where, what a browser may load, and whether the book is open."""

from collections.abc import Callable
from errno import EACCES, EDQUOT, EFBIG, EIO, ENOSPC, EPERM, EROFS
from typing import Final

from django.db import DatabaseError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseForbidden,
    HttpResponseNotFound,
)
from django.http.response import HttpResponseBase
from django.shortcuts import redirect

from ashore.documents.covered import cover
from ashore.store import keyring, shelf
from ashore.store.faults import Damaged
from ashore.web import at_close, doors, phone, plans, session, triage
from ashore.web.config import OWN_NAMES, place
from ashore.web.keys import OtherBook
from ashore.web.shown import LOOKS, show

Next = Callable[[HttpRequest], HttpResponseBase]
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Final = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex",
}
OPEN_TO_ALL: Final = frozenset({"/start", "/away"})
"""Paths that a browser without the cookie may ask for."""
OPEN_TO_PHONES: Final = frozenset({"/phone-in", "/away"})
"""The same through the phone's door."""
FOR_THE_PHONE: Final = frozenset(
    {
        "phone-in", "away", "lock", "look", "help", "about", "words", "first", "phone", "today", "situation", "debt",
        "plan",
        "what-if", "asks", "levers", "futures", "checkin", "visit", "add", "add-below", "edit", "remove", "undo",
        "told-done", "told-back",
        "papers", "paper", "trap", "letters", "letter", "money", "thing", "thing-sold", "iou", "iou-file",
        "log", "log-new", "creditors", "agenda", "agenda-file", "closing", "audit", "cost",
        "report", "report-part", "report-add", "report-end", "learn", "lesson",
        "support", "circle", "circle-file", "wellbeing", "progress", "family", "family-file", "share", "share-file",
    }
)  # fmt: skip
"""Pages that there are through the phone's door: a phone reads, reports payments and changes entries, all of which can
be undone, and adds to the contact log, where another entry puts a mistake right; it takes no book or log out, replaces
or deletes none, types no passphrase, and shows no private notes.  A new page is not for the phone until it is named
here."""
BEFORE_OPENING: Final = frozenset(
    {
        "/start",
        "/away",
        "/unlock",
        "/look",
        "/restore",
        "/example",
        "/first",
        "/help",
        "/about",
        "/trap",
        "/words",
        "/phone",
        "/learn",
        "/support",
        "/support/circle",
    }
)
"""Paths that need no open book."""
BELOW_OPENING: Final = ("/learn/", "/support/circle/")
"""How other paths begin that need none."""
WHILE_COVERED: Final = frozenset(
    {"/start", "/away", "/unlock", "/lock", "/look", "/first", "/trap", "/phone-door/off", "/phone-in"}
)
"""Writes that are taken while amounts are covered: none of them changes what is in the book."""
LEADS_TO_HELP: Final = "/mood/"
"""How the paths of questionnaires begin: what is sent there and cannot be taken leads to help, whatever it says."""
PLAIN_FILES: Final = frozenset(
    {
        "/settings/file",
        "/settings/backup",
        "/log/copy",
        "/log/text",
        "/agenda/file",
        "/review/paydays",
        "/wellbeing/family/file",
        "/wellbeing/share/file",
    }
)
OK: Final = 200
NO_ROOM: Final = frozenset({ENOSPC, EDQUOT, EFBIG, EIO})
"""Why a file that is being written may find no place."""
CLOSED_TO_WRITING: Final = frozenset({EACCES, EPERM, EROFS})
"""Why a folder may take no file at all."""
CLOSED_TO_SQLITE: Final = ("readonly", "unable to open")
"""What SQLite says of such a folder."""
WRITES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def hosts(following: Next) -> Next:
    """Refuse whoever reaches this machine under another name, and writes that another page asks for."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        names = _names(request)
        if request.META.get("HTTP_HOST") not in names:
            return HttpResponseForbidden()
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        own = (
            origin in {f"{request.scheme}://{name}" for name in names}
            if origin
            else request.method not in WRITES
        )
        if not own or (site in {"cross-site", "same-site"} and request.path not in _open_to_all(request)):
            return HttpResponseForbidden()
        if request.method in WRITES and site not in {None, "same-origin"}:
            return HttpResponseForbidden()
        return following(request)

    return answer


def _names(request: HttpRequest) -> frozenset[str]:
    """Return what a browser may call the door that it came through: each door has its own."""
    host = doors.phones_host(request)
    return frozenset({host} if host else (f"{name}:{place().port}" for name in OWN_NAMES))


def _open_to_all(request: HttpRequest) -> frozenset[str]:
    return OPEN_TO_ALL if doors.phones_host(request) is None else OPEN_TO_PHONES


def headers(following: Next) -> Next:
    """Say what a browser may load and keep: nothing but this app's own files, and nothing for later."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = following(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if doors.phones_host(request):
            for cookie in response.cookies.values():
                cookie["secure"] = True
        return response

    return answer


def strangers(following: Next) -> Next:
    """Show a browser that was not let in nothing at all."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path not in _open_to_all(request) and not doors.knows(request):
            return HttpResponseNotFound()
        return following(request)

    return answer


def locked(following: Next) -> Next:
    """Close a book that nobody has used for a while, and ask for the passphrase where it is closed."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if keyring.is_open() and session.is_idle():
            close()
        if doors.knows(request):  # one that was not let in keeps no book open
            minutes = request.COOKIES.get(session.LOCK)
            session.touch(None if doors.phones_host(request) else minutes)  # how long is said on the computer
        if not keyring.is_open() and not needs_no_book(request.path):
            return redirect(_instead(request, "unlock"))
        return following(request)

    return answer


def needs_no_book(path: str) -> bool:
    """Return whether a page is there before a book is opened."""
    return path in BEFORE_OPENING or path.startswith(BELOW_OPENING)


class OnPhone:
    """Keep to the computer what is not for a phone, and the phone's own page to the phone."""

    def __init__(self, following: Next) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; a phone before a closed book is sent to the computer, not asked for a passphrase."""
        response = self.following(request)
        if doors.phones_host(request) and not keyring.is_open() and request.path != "/away":
            return show(request, "phone_closed")
        return response

    def process_view(
        self, request: HttpRequest, view: object, parts: object, named: object
    ) -> HttpResponse | None:
        """Return the page that stands for one that there is not through this door; None where there is one."""
        name = request.resolver_match.url_name if request.resolver_match else None
        if doors.phones_host(request) is None:
            return show(request, "missing", status=404) if name == "phone-in" else None
        if name == "settings":
            return show(request, "phone_settings", {"place": name, "looks": LOOKS})
        return None if name in FOR_THE_PHONE else show(request, "phone_not", status=404)


def close() -> None:
    """Close the book and the phone's door, and forget what was worked out from the book and answered before it."""
    phone.turn_off()
    shelf.lock()
    plans.forget()
    at_close.forget()
    triage.forget()


def leads_to_help(request: HttpRequest) -> bool:
    """Return whether a questionnaire's answers were sent: what cannot be taken of them leads to help all the same."""
    return request.method in WRITES and request.path.startswith(LEADS_TO_HELP)


def _instead(request: HttpRequest, page: str) -> str:
    """Return the page to go to instead of one that is not to be had: from a questionnaire's answers always to help."""
    return "help" if leads_to_help(request) else page


def covered(following: Next) -> Next:
    """Cover the amounts where somebody else looks at the screen; nothing is changed or handed out meanwhile."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.COOKIES.get(session.COVER) != "1":
            return following(request)
        hands_out = request.method in WRITES or request.path in PLAIN_FILES
        if hands_out and request.path not in WHILE_COVERED:
            return redirect(_instead(request, "today"))
        response = following(request)
        if isinstance(response, HttpResponse) and response.status_code == OK and _is_page(response):
            _cover(response)
        return response

    return answer


def _cover(response: HttpResponse) -> None:
    """Put dots in the place of every amount, and leave everything else of the answer as it is."""
    response.content = cover(response.content.decode()).encode()  # pyright: ignore[reportAttributeAccessIssue] - Django's setter, which the stubs lack


class Sound:
    """Show a sentence and no figures where the book is damaged, or what was to be written found no place."""

    def __init__(self, following: Next) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.following(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for what could not be written, another book's form, or a damaged book; None for all else."""
        if lead := _unsaved(exception):
            return show(request, "unsaved", {"lead": lead}, status=507)
        if isinstance(exception, OtherBook):
            return show(request, "other", status=409)
        if not isinstance(exception, Damaged | DatabaseError):
            return None
        why = exception.code if isinstance(exception, Damaged) else "book-damaged"
        return show(request, "damaged", {"why": why}, status=500)


def _unsaved(exception: Exception) -> str:
    """Return the code of what is said where something could not be written; "" where that is not what went wrong."""
    if isinstance(exception, OperationalError):
        closed = any(said in str(exception) for said in CLOSED_TO_SQLITE)
        return "unsaved-closed" if closed else "unsaved-lead"
    if isinstance(exception, OSError) and exception.errno in CLOSED_TO_WRITING:
        return "unsaved-closed"
    return "unsaved-lead" if isinstance(exception, OSError) and exception.errno in NO_ROOM else ""


def _is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")
