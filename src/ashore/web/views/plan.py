"""The plan: its path, what it rests on, other ways and their price, and what if something changed."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.parts import parts_of
from ashore.documents.answer.told import paper_first
from ashore.documents.answer.view import View
from ashore.documents.answer.what_if import kept_part
from ashore.documents.answer.what_if import what_if as what_if_part
from ashore.documents.blocks import Part
from ashore.errors import Message
from ashore.household.model import Household
from ashore.planning.goals import GOALS, Goal
from ashore.store import book
from ashore.texts.facts import SEPARATORS
from ashore.texts.language import Language
from ashore.texts.sentences import say
from ashore.web import plans
from ashore.web.estimates import shown_estimates, stepped
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.told import told_of
from ashore.web.views.today import is_empty_book

CHANGES = ("income", "spending")
SHARES = range(-30, 31, 5)
SHARE = re.compile(r"[+-]?[0-9]{1,2}")
DEEPER = ("asks", "levers", "futures", "money")
"""Pages beside the plan, each with its own address."""


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """Show the whole plan for a goal."""
    now, language = book.load(), language_of(request)
    read = plans.planned_from(now).household
    if read is None or is_empty_book(now):
        return redirect("today")
    goal, household = _goal(request.GET.get("goal")), plans.told(read, language)
    compares = "compare" in request.GET
    view = plans.view_of(household, goal)
    parts = plans.once(
        view,
        ("parts", str(compares), language),
        lambda: stepped(now, _parts(household, view, language, compares=compares), view),
    )
    told = told_of(now)
    parts = paper_first(parts, view.plan) if told else parts
    facts = {
        "told": told,
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "goal": goal,
        "goals": GOALS,
        "compared": compares,
        "has_debts": bool(household.debts),
        "deeper": DEEPER,
    }
    return show(request, "plan", {**facts, **shown_estimates(now, language)})


def _parts(household: Household, view: View, language: Language, *, compares: bool) -> tuple[Part, ...]:
    compared = replace(view, variants=plans.variants(household) if compares else ())
    return in_app(parts_of(compared, page=True, with_compare=compares), language)


def _goal(typed: str | None) -> Goal:
    for goal in GOALS:
        if goal == typed:
            return goal
    return "cheapest"


@require_GET
def what_if(request: HttpRequest) -> HttpResponse:
    """Show what income or spending changed would lead to: `quick` says what becomes of the plan as it is."""
    read, language = plans.planned_from(book.load()).household, language_of(request)
    if read is None:
        return redirect("today")
    household = plans.told(read, language)
    goal, changes = _goal(request.GET.get("goal")), list(_changes(request))
    view, texts = plans.view_of(household, goal), [f"{target} {share:+d}%" for target, share in changes]
    if "quick" in request.GET and texts:
        part = kept_part(view, plans.kept_under(household, goal, texts))
    else:
        outlooks = [plans.outlook_of(household, goal, texts)] if texts else []
        part = what_if_part(view, outlooks, [_called(changes, language)] if texts else ())
    facts = {"part": part, "alone": "alone" in request.GET, "goal": goal}
    return show(request, "if", {**facts, **{name: request.GET.get(name, "0") for name in CHANGES}})


def _changes(request: HttpRequest) -> Iterator[tuple[str, int]]:
    """Yield what was asked about and by how many per cent; what is not offered is no change."""
    for target in CHANGES:
        share = request.GET.get(target, "0")
        if SHARE.fullmatch(share) and int(share) in SHARES and int(share):
            yield target, int(share)


def _called(changes: Iterable[tuple[str, int]], language: Language) -> str:
    """Return changes as a person says them."""
    said = (
        say(
            Message(f"if-{target}-{'more' if share > 0 else 'less'}", {"percent": f"{abs(share)}%"}), language
        )
        for target, share in changes
    )
    called = SEPARATORS[language].join(said)
    return called[:1].upper() + called[1:]
