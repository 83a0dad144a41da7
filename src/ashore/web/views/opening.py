"""Letting the browser in, opening and closing the book, leaving quickly."""

import uuid
from importlib import resources

from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ashore.errors import AshoreError, Message
from ashore.store import book, shelf
from ashore.store.folder import worries_of
from ashore.web import doors, guard, phone, plans, session, told
from ashore.web.clock import today
from ashore.web.config import place
from ashore.web.shown import LANGUAGES, LOOKS, show

YEAR_S = 365 * 24 * 3600


@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Let in the browser that brings the token; the token is behind the address's # and reaches no log."""
    if request.method == "GET":
        return show(request, "start")
    secret = session.exchange(request.POST.get("token", "").strip())
    if secret is None:
        return show(request, "start", {"wrong": True}, status=403)
    response = redirect("first" if place().folder.is_new else "today")
    response.set_cookie(session.COOKIE, secret, httponly=True, samesite="Strict")
    return response


@require_http_methods(["GET", "POST"])
def away(request: HttpRequest) -> HttpResponse:
    """Close the book at once and show an empty page."""
    if request.method == "POST" and doors.knows(request):
        guard.close()
    return show(request, "away")


@require_http_methods(["GET", "POST"])
def unlock(request: HttpRequest) -> HttpResponse:
    """Open the book; on the first day, make it and show the recovery code."""
    folder = place().folder
    facts: dict[str, object] = {"is_new": folder.is_new, "worries": worries_of(folder)}
    if request.method == "GET":
        return show(request, "unlock", facts)
    typed = request.POST.get("passphrase", "")
    try:
        if not folder.is_new:
            shelf.unlock(folder, typed)
        elif typed == request.POST.get("again", ""):
            code = shelf.create(folder, typed, _empty)
            session.touch()
            return show(request, "recovery", {"code": code, "today": today()})
        else:
            return show(request, "unlock", {**facts, "wrong": Message("vault-not-same")}, status=400)
    except AshoreError as error:
        return show(request, "unlock", {**facts, "wrong": Message(error.code, error.facts)}, status=403)
    session.touch()
    told.keep()
    return redirect("today")


def _empty() -> None:
    """Fill a new book with a household of which nothing is known yet, and the paper that was told of before it.

    What fails here fails before the recovery code is shown, and the book is made anew.
    """
    book.replace_all(uuid.uuid4(), shelf.new_text(today()), "made")
    told.keep()


@require_http_methods(["GET", "POST"])
def restore(request: HttpRequest) -> HttpResponse:
    """Put a backup in the place of the book."""
    if request.method == "GET":
        return show(request, "restore")
    given = request.FILES.get("backup")
    try:
        if given is None:
            raise shelf.UnreadableBackup("backup-unreadable")
        shelf.restore(place().folder, given.read(), request.POST.get("passphrase", ""))
    except AshoreError as error:
        return show(request, "restore", {"wrong": Message(error.code, error.facts)}, status=400)
    plans.forget()
    phone.turn_off()
    session.touch()
    told.keep()
    return redirect("today")


@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Close the book."""
    guard.close()
    return redirect("unlock")


@require_POST
def example(request: HttpRequest) -> HttpResponse:
    """Open the example household in a file of its own."""
    guard.close()
    shelf.open_demo(place().folder)
    text = (resources.files("ashore") / "examples" / "demo.toml").read_text(encoding="utf-8")
    book.replace_all(uuid.uuid4(), text)
    session.touch()
    return redirect("today")


@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Change the language, the look, or whether amounts are covered; kept in the browser, not in the book."""
    target = request.POST.get("next", "/")
    response = redirect(target if target.startswith("/") and not target.startswith("//") else "/")
    switches = dict.fromkeys((session.COVER, session.WELLBEING), ("0", "1"))
    wanted = {"lang": LANGUAGES, "look": LOOKS, session.LOCK: session.IDLE, **switches}
    for name, words in wanted.items():
        if request.POST.get(name) in words:
            response.set_cookie(name, request.POST[name], max_age=YEAR_S, httponly=True, samesite="Strict")
    return response


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a write without the form's own mark; whoever was let in is told that nothing was changed.

    Answers to a questionnaire lead to help, whatever they say: they are not looked at any more.
    """
    if not doors.knows(request):
        return HttpResponseForbidden()
    return redirect("help") if guard.leads_to_help(request) else show(request, "refused", status=403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that there is no such page or entry, with a way on."""
    return show(request, "missing", status=404)


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that what was sent could not be read, and that nothing was changed."""
    return show(request, "refused", status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the fault is the program's; whom to call stands here as everywhere."""
    return show(request, "broken", status=500)
