"""The hub of what keeps a person going, and the one small goal: chosen, done, put aside; never two, never counted."""

import uuid
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from ashore.errors import Message
from ashore.planning.small_goals import goals_offered
from ashore.store import book
from ashore.store.faults import Damaged
from ashore.store.private import goals
from ashore.web import plans, rest
from ashore.web.clock import today
from ashore.web.keys import key_of
from ashore.web.shown import is_private, show
from ashore.web.views.today import is_empty_book

LET_GO: Final = ("done", "later")
"""How a goal may end: both are alike, and neither is kept."""
LONGEST: Final = 400


@require_GET
def wellbeing(request: HttpRequest) -> HttpResponse:
    """Show what there is; the goal and the letters to the person alone, the goal not while reminders pause."""
    told = request.GET.get("told", "")
    facts: dict[str, object] = {"told": f"aim-told-{told}" if told in LET_GO else ""}
    if is_private(request) and not rest.rest_of(request):
        try:
            facts |= {"goal": goals.current(), "may_choose": True}
        except Damaged:
            facts["damaged"] = True
    return show(request, "wellbeing", facts)


@require_http_methods(["GET", "POST"])
def goal(request: HttpRequest) -> HttpResponse:
    """Offer a few goals from the plan, or keep one, or let it go."""
    if not is_private(request):
        return redirect("wellbeing")
    try:
        return _choices(request) if request.method == "GET" else _told(request)
    except Damaged:
        return redirect("wellbeing")


def _told(request: HttpRequest) -> HttpResponse:
    key, act = key_of(request), request.POST.get("do", "")
    if act in LET_GO:
        try:
            goals.let_go(uuid.UUID(request.POST.get("goal", "")))
        except ValueError:
            return redirect("wellbeing")
        return redirect(f"{reverse('wellbeing')}?told={act}")
    typed = [request.POST.get(name, "").replace("\0", "").strip() for name in ("own", "offer")]
    text = next((one for one in typed if one), "")[:LONGEST]
    if not text:
        return _choices(request, status=400, wrong=Message("notes-empty"))
    goals.choose(key, text)
    return redirect("wellbeing")


def _choices(request: HttpRequest, status: int = 200, **facts: object) -> HttpResponse:
    offers = [(f"offer-{number}", one) for number, one in enumerate(_offers(), 1)]
    return show(request, "goal", {"offers": offers, "goal": goals.current(), **facts}, status=status)


def _offers() -> tuple[Message, ...]:
    """Return what the plan offers; nothing where there is none."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or is_empty_book(now):
        return ()
    return goals_offered(plans.view_of(household).plan, today())
