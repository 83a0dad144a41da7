"""What stands before every page: who may ask, from where, what a browser may load, and whether the book is open."""

import re
from collections.abc import Callable
from errno import EDQUOT, EFBIG, EIO, ENOSPC
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

from ashore.store import keyring, shelf
from ashore.store.faults import Damaged
from ashore.web import plans, session, triage
from ashore.web.config import place
from ashore.web.shown import show

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
BEFORE_OPENING: Final = frozenset(
    {"/start", "/away", "/unlock", "/look", "/restore", "/example", "/first", "/help", "/about", "/phone"}
)
"""Paths that need no open book."""
WHILE_COVERED: Final = frozenset({"/start", "/away", "/unlock", "/lock", "/look", "/first"})
"""Writes that are taken while amounts are covered: none of them is to the book."""
PLAIN_FILES: Final = frozenset({"/settings/file", "/settings/backup"})
OK: Final = 200
NO_ROOM: Final = frozenset({ENOSPC, EDQUOT, EFBIG, EIO})
"""Why a file that is being written may find no place."""
WRITES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})
AMOUNT: Final = re.compile(
    r"¥\s?[\d,]+(?:\.\d+)?|(?<![\w#.-])\d[\d,]*\.\d\d(?![\w-])|(?<=>)\d{1,3}(?:,\d{3})+(?=<)|\d[\d.,]*\u4e07"
)
COVERED: Final = "••••"


def hosts(following: Next) -> Next:
    """Refuse whoever reaches this machine under another name, and writes that another page asks for."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        port = place().port
        names = {f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]")}
        if request.META.get("HTTP_HOST") not in names:
            return HttpResponseForbidden()
        origin, site = request.headers.get("Origin"), request.headers.get("Sec-Fetch-Site")
        own = origin in {f"http://{name}" for name in names} if origin else request.method not in WRITES
        if not own or (site in {"cross-site", "same-site"} and request.path not in OPEN_TO_ALL):
            return HttpResponseForbidden()
        if request.method in WRITES and site not in {None, "same-origin"}:
            return HttpResponseForbidden()
        return following(request)

    return answer


def headers(following: Next) -> Next:
    """Say what a browser may load and keep: nothing but this app's own files, and nothing for later."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        response = following(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return answer


def strangers(following: Next) -> Next:
    """Show a browser that was not let in nothing at all."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.path not in OPEN_TO_ALL and not session.knows(request.COOKIES.get(session.COOKIE)):
            return HttpResponseNotFound()
        return following(request)

    return answer


def locked(following: Next) -> Next:
    """Close a book that nobody has used for a while, and ask for the passphrase where it is closed."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if keyring.is_open() and session.is_idle():
            close()
        session.touch()
        if not keyring.is_open() and request.path not in BEFORE_OPENING:
            return redirect("unlock")
        return following(request)

    return answer


def close() -> None:
    """Close the book, and forget what was worked out from it and answered before it."""
    shelf.lock()
    plans.forget()
    triage.forget()


def covered(following: Next) -> Next:
    """Cover the amounts where somebody else looks at the screen; nothing is changed or handed out meanwhile."""

    def answer(request: HttpRequest) -> HttpResponseBase:
        if request.COOKIES.get(session.COVER) != "1":
            return following(request)
        hands_out = request.method in WRITES or request.path in PLAIN_FILES
        if hands_out and request.path not in WHILE_COVERED:
            return redirect("today")
        response = following(request)
        if isinstance(response, HttpResponse) and response.status_code == OK and _is_page(response):
            _cover(response)
        return response

    return answer


def _cover(response: HttpResponse) -> None:
    """Put dots in the place of every amount, and leave everything else of the answer as it is."""
    hidden = AMOUNT.sub(COVERED, response.content.decode())
    response.content = hidden.encode()  # pyright: ignore[reportAttributeAccessIssue] - Django's setter, which the stubs lack


class Sound:
    """Show a sentence and no figures where the book is damaged, or what was to be written found no place."""

    def __init__(self, following: Next) -> None:
        self.following = following

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on."""
        return self.following(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Return the page for a disk that takes nothing more, or for a damaged book; None for anything else."""
        if isinstance(exception, OperationalError) or (
            isinstance(exception, OSError) and exception.errno in NO_ROOM
        ):
            return show(request, "unsaved", status=507)
        return (
            show(request, "damaged", status=500) if isinstance(exception, Damaged | DatabaseError) else None
        )


def _is_page(response: HttpResponse) -> bool:
    return response.headers.get("Content-Type", "").startswith("text/html")
