"""The budget: envelopes from the person's own past beside the plan; averages stand as averages."""

from fractions import Fraction
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.budget import budget_parts
from ashore.documents.blocks import Part
from ashore.documents.monthly import Reader, budget_view
from ashore.household.model import Household
from ashore.planning.shop_budget import has_shop
from ashore.store import book
from ashore.store.private.bills import imports
from ashore.texts.language import Language
from ashore.web import ledger, plans
from ashore.web.clock import today
from ashore.web.in_app import in_app
from ashore.web.shown import language_of, show
from ashore.web.views.private import also_in_the_example

ALL: Final = 100


@require_GET
@also_in_the_example
def budget(request: HttpRequest) -> HttpResponse:
    """Show the envelopes, what is set aside, the months ahead, the shop apart, and the averages beside them."""
    household = plans.reading_of(book.load()).household
    if household is None:
        return redirect("today")
    language, percent = language_of(request), _percent(request)
    name = ("budget", imports.state_of(), language, str(percent))
    parts = plans.once(household, name, lambda: _parts(household, percent, language))
    facts = {
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "share": percent,
        "has_shop": has_shop(household),
        "has_bills": bool(ledger.bills_of(household).payments),
    }
    return show(request, "budget", facts)


def _percent(request: HttpRequest) -> int:
    """Return the person's own part of what the home takes, in percent; all of it unless another is asked for."""
    typed = request.GET.get("share", "").strip().removesuffix("%")
    return int(typed) if typed.isascii() and typed.isdecimal() and 0 < int(typed) <= ALL else ALL


def _parts(household: Household, percent: int, language: Language) -> tuple[Part, ...]:
    bills = ledger.bills_of(household)
    plan, reader = plans.view_of(household).plan, Reader(today(), language)
    view = budget_view(household, plan, bills, reader, Fraction(percent, ALL))
    return in_app(budget_parts(view), language)
