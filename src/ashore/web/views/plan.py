"""The plan: its path, what it rests on, other ways and their price, and what if something changed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.parts import parts_of
from ashore.documents.answer.view import View
from ashore.documents.answer.what_if import what_if as what_if_part
from ashore.errors import Message
from ashore.planning.goals import GOALS, Goal
from ashore.planning.what_if import NotAChange, Outlook
from ashore.store import book
from ashore.web import plans
from ashore.web.shown import show
from ashore.web.views.today import is_empty_book

CHANGES = ("income", "spending")
SHARES = range(-30, 31, 5)


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Show the whole plan for a goal."""
    now = book.load()
    household = now.reading().household
    if household is None or is_empty_book(now):
        return redirect("today")
    goal = _goal(request.GET.get("goal"))
    made = plans.view_of(household, goal)
    view = View(made.plan, made.help, plans.variants(household) if "compare" in request.GET else ())
    parts = parts_of(view, page=True, with_compare="compare" in request.GET)
    facts = {
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "goal": goal,
        "goals": GOALS,
        "compared": "compare" in request.GET,
        "has_debts": bool(household.debts),
    }
    return show(request, "plan", facts)


def _goal(typed: str | None) -> Goal:
    for goal in GOALS:
        if goal == typed:
            return goal
    return "cheapest"


@require_GET
def what_if(request: HttpRequest) -> HttpResponse:
    """Show what the best plan leads to if income or spending changed: the answer alone, for the page's own script."""
    household = book.load().reading().household
    if household is None:
        return redirect("today")
    wrong: Message | None = None
    outlooks: list[Outlook] = []
    for target in CHANGES:
        share = request.GET.get(target, "0")
        if share.lstrip("+-").isdecimal() and int(share) in SHARES and int(share):
            try:
                outlooks.append(plans.outlook_of(household, f"{target} {int(share):+d}%"))
            except NotAChange as error:
                wrong = Message(error.code, error.facts)
    view = plans.view_of(household)
    facts = {"part": what_if_part(view, outlooks), "wrong": wrong, "alone": "alone" in request.GET}
    return show(request, "if", {**facts, **{name: request.GET.get(name, "0") for name in CHANGES}})
