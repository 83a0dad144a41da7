"""Pages beside the plan that take their time: what to ask for, what money would change, what could come."""

from collections.abc import Callable
from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.ask_details import ask_parts
from ashore.documents.answer.futures import futures_parts
from ashore.documents.answer.levers import levers as lever_parts
from ashore.documents.answer.opening import living_unknown
from ashore.documents.answer.parts import about
from ashore.documents.blocks import Part
from ashore.household.model import Household
from ashore.packs.insolvency import local_laws
from ashore.store import book
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show

Make = Callable[[Household, Language], tuple[Part, ...]]


@require_GET
def asks(request: HttpRequest) -> HttpResponse:
    """Show what to ask of the creditors, and what each would receive."""
    return _page(request, "asks", _asks)


@require_GET
def levers(request: HttpRequest) -> HttpResponse:
    """Show what money, side work, sales, spending, due days and a friend's loan would change."""
    return _page(request, "levers", _levers)


@require_GET
def futures(request: HttpRequest) -> HttpResponse:
    """Show the plan if something happens, and in many possible futures."""
    return _page(request, "futures", _futures)


def _page(request: HttpRequest, name: str, make: Make) -> HttpResponse:
    """Show the page at once and its parts when they are there: by the page's own script, else for who waits."""
    read, language = plans.reading_of(book.load()).household, language_of(request)
    if read is None or not read.debts:
        return redirect("today")
    household = plans.told(read, language)
    waited, alone = "wait" in request.GET, "alone" in request.GET
    found = (
        plans.once(household, (name, language), lambda: in_app(make(household, language), language))
        if waited or alone
        else ()
    )
    facts = {"name": name, "waited": waited, **_sorted(found)}
    return show(request, "parts" if alone else "deeper", facts)


def _sorted(parts: tuple[Part, ...]) -> dict[str, object]:
    return {
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
    }


def _asks(household: Household, language: Language) -> tuple[Part, ...]:
    answer = plans.asks_of(household)
    view = replace(plans.view_of(household), plan=answer.plan)
    laws = local_laws(household.jurisdiction, household.as_of)
    return ask_parts(view, answer, laws, language)


def _levers(household: Household, _: Language) -> tuple[Part, ...]:
    view = plans.view_of(household)
    worths, gates = plans.levers_of(household), plans.gates_of(household)
    written = view.plan.status != "works-with-concessions"
    told = lever_parts(
        worths, view.numbers(), works=not view.holds, sued=view.sued, gates=gates, written=written
    )
    unknown = living_unknown(view)
    return (*((unknown,) if unknown else ()), *told, about(view))


def _futures(household: Household, _: Language) -> tuple[Part, ...]:
    return futures_parts(plans.view_of(household), plans.futures_of(household), page=True)
