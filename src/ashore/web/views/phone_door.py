"""The page that opens the phone's door and says how to come in, and the one that the phone comes in by."""

from collections.abc import Callable, Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ashore.errors import Message
from ashore.texts.os_errors import why_not
from ashore.web import doors, phone, session
from ashore.web.home_network import home_addresses
from ashore.web.shown import language_of, show

ROW: Final = 16
"""Signs of a fingerprint in one row: eight pairs fit a small phone."""
RENEW: Final[Mapping[str, Callable[[], None]]] = {"longer": phone.stay_longer, "code": phone.renew_code}


@require_http_methods(["GET", "POST"])
def phone_door(request: HttpRequest) -> HttpResponse:
    """Show how to come in with a phone; open the door, keep it open longer, make another code."""
    wrong: Message | None = None
    if request.method == "POST":
        wrong = _do(request)
        if wrong is None:
            return redirect("phone-door")
    door = phone.current()
    facts: dict[str, object] = {"wrong": wrong, "door": door and _told(door), "most": phone.OPEN_MINUTES}
    if door is None:
        facts["addresses"] = home_addresses()
    return show(request, "phone_door", facts, status=400 if wrong else 200)


def _do(request: HttpRequest) -> Message | None:
    """Do what a button of the page says.  Returns why it was not done."""
    wanted = request.POST.get("do", "")
    if wanted in RENEW:
        RENEW[wanted]()
        return None
    chosen = {str(one): one for one in home_addresses()}.get(request.POST.get("address", ""))
    if chosen is None:
        return Message("phone-door-not-here")
    try:
        phone.turn_on(chosen)
    except OSError as error:
        return Message("phone-door-not-opened", {"why": why_not(error, language_of(request))})
    return None


def _told(door: phone.Door) -> Mapping[str, object]:
    """Return what the page tells of the open door."""
    pairs = [door.fingerprint[at : at + 2] for at in range(0, len(door.fingerprint), 2)]
    return {
        "host": door.tls.host,
        "rows": [" ".join(pairs[at : at + ROW // 2]) for at in range(0, len(pairs), ROW // 2)],
        "code": phone.live_code(door),
        "code_ends": phone.clock(door.code.ends_s),
        "tries": door.code.tries_left,
        "ends": phone.clock(door.ends_s),
        "came": door.came_s and phone.clock(door.came_s),
    }


@require_POST
def turn_off(request: HttpRequest) -> HttpResponse:
    """Close the door."""
    phone.turn_off()
    return redirect("phone-door")


@require_http_methods(["GET", "POST"])
def phone_in(request: HttpRequest) -> HttpResponse:
    """Let the phone in that brings the code; whoever brings none is shown nothing of the book."""
    wrong: Message | None = None
    if request.method == "POST":
        try:
            return _let_in(request)
        except phone.Refused as refused:
            wrong = Message(refused.code, refused.facts)
    elif doors.knows(request):
        return redirect("today")
    return show(request, "phone_in", {"wrong": wrong}, status=403 if wrong else 200)


def _let_in(request: HttpRequest) -> HttpResponse:
    """Return the way on, with the cookie.  Raises Refused."""
    secret = phone.let_in(request.POST.get("code", ""))
    response = redirect("today")
    response.set_cookie(session.PHONE_COOKIE, secret, secure=True, httponly=True, samesite="Strict")
    return response
