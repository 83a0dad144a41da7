"""Why the debt grew, from the person's own bills; the cause enters the plan only when the person says so."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ashore.diagnosis.asked import OwedOn
from ashore.diagnosis.why import Why
from ashore.documents.blocks import Part
from ashore.documents.called import called_by_id
from ashore.documents.monthly import why_of
from ashore.documents.why import why_parts
from ashore.documents.why_page import Payments, page_parts
from ashore.errors import Message
from ashore.household.keys.scalars import Amount
from ashore.household.model import Household
from ashore.household.writing import Set
from ashore.store import book
from ashore.store.private.bills import imports, owed
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.web import ledger, plans
from ashore.web.clock import today
from ashore.web.debt_names import names_by_id
from ashore.web.in_app import in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.typed import read_day, read_fen
from ashore.web.views.asked import version_of
from ashore.web.views.private import also_in_the_example, for_the_owner

YUAN: Final = Amount()
LEADS: Final = {
    "deferral": "asks",
    "lasting": "asks",
    "relief": "asks",
    "budget": "budget",
    "lessons": "situation",
}
"""The page of each remedy."""


@require_GET
@also_in_the_example
def why(request: HttpRequest) -> HttpResponse:
    """Show why the debts changed, part by part, and what fits; nothing of it leaves this page."""
    return _page(request)


def _page(request: HttpRequest, wrong: Message | None = None) -> HttpResponse:
    """Return the page; with what is wrong of what was typed, and that as it was typed."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    language, bills = language_of(request), ledger.bills_of(household)
    facts: dict[str, object] = {"has_bills": bool(bills.payments)}
    if bills.payments:
        found = why_found(household, language)
        state = ("why", imports.state_of(), language)
        parts = plans.once(household, state, lambda: _parts(found, household, language))
        home = now.of("household")[0]
        facts |= {
            "open_parts": [part for part in parts if part.place in {"first", "path"}],
            "folded": [part for part in parts if part.place == "details"],
            "last_parts": [part for part in parts if part.place == "about"],
            "leads": _leads(found),
            "cause": found.cause if found.cause not in {"unknown", household.cause} else "",
            "is_set": found.answered and found.cause == household.cause != "unknown",
            "version": home.version,
            "begun": found.since,
            "known": _known(household, names_by_id(now, language), found.since, request.POST),
            "wrong": wrong,
        }
    return show(request, "why", facts, status=400 if wrong else 200)


def why_found(household: Household, language: Language = "zh") -> Why:
    """Return the answer, worked out once for as long as nothing that it rests on has changed.

    The language makes what debts are called in sentences, and nothing else.
    """
    state = ("why-found", imports.state_of(), language)
    return plans.once(household, state, lambda: _made(household, language))


def _made(household: Household, language: Language) -> Why:
    ids = {debt.id for debt in household.debts}
    known = [one for one in owed.owed_on() if one.debt in ids]
    called = called_by_id(household, language)
    return why_of(household, ledger.bills_of(household), known, owed.cash_on(), called)


def _parts(found: Why, household: Household, language: Language) -> tuple[Part, ...]:
    payments, page = ledger.bills_of(household).payments, reverse("bills-payments")
    shown = Payments(payments, lambda place: f"{page}?at={place}#pay-{place}")
    return in_app(page_parts(why_parts(found, household, language, rows=True), found, shown), language)


def _leads(found: Why) -> list[tuple[str, str]]:
    """Return the pages that the remedies lead to, each once, with what the link says."""
    pages = dict.fromkeys(LEADS[one] for one in found.remedies)
    return [(page, f"why-lead-{page}") for page in pages]


def _known(
    household: Household, names: Mapping[str, str], begun: date | None, typed: Mapping[str, str]
) -> list[tuple[str, str, str]]:
    """Return the fields for what was owed on the day that the bills begin: each debt, then the money at hand.

    What was kept for another day is not shown as if it were of this one.
    """
    kept = {
        one.debt: f"{YUAN.write(one.fen)}" for each in owed.typed() for one in each.days if one.on == begun
    }
    named = [(debt.id, names[debt.id]) for debt in household.debts]
    return [
        (name, called, typed.get(f"owed-{name}", kept.get(name, "")))
        for name, called in (*named, (owed.CASH, ""))
    ]


@require_POST
@for_the_owner
def set_cause(request: HttpRequest) -> HttpResponse:
    """Write the cause that was found into the book, as a change like any other; only the cause, nothing behind it."""
    key, version = key_of(request), version_of(request)
    now = book.load()
    household = plans.reading_of(now).household
    if household is not None:
        cause = why_found(household, language_of(request)).cause
        if cause != "unknown" and cause == request.POST.get("cause"):
            try:
                book.edit(key, now.of("household")[0].pk, version, [Set("cause", cause)])
            except book.Stale:
                return redirect("why")
    return redirect("why")


@require_POST
@for_the_owner
def know(request: HttpRequest) -> HttpResponse:
    """Keep what was owed and what was in hand on the day that the form is of: beside the bills, and as private.

    Where a sum is unclear nothing is kept; what was kept and is left open now is forgotten.
    """
    key, household, language = key_of(request), plans.reading_of(book.load()).household, language_of(request)
    on = read_day(request.POST.get("on", ""))
    if household is None or on is None or on > today():
        return redirect("why")
    debts = names_by_id(book.load(), language)
    names = {debt.id: debts[debt.id] for debt in household.debts} | {owed.CASH: word("stated-cash", language)}
    typed = {name: request.POST[f"owed-{name}"].strip() for name in names if f"owed-{name}" in request.POST}
    sums = {name: read_fen(text) for name, text in typed.items() if text}
    unclear = tuple(names[name] for name, fen in sums.items() if fen is None)
    if unclear:
        return _page(request, Message("why-known-unclear", {"debts": unclear}))
    for name in typed:
        fen = sums.get(name)
        if fen is None:
            owed.forget_typed(name, on)
        else:
            owed.keep_typed(key, OwedOn(name, on, fen))
    return redirect("why")
