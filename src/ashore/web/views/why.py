"""Why the debt grew, from the person's own bills; the cause enters the plan only when the person says so."""

from collections.abc import Mapping
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ashore.diagnosis.asked import CashOn, OwedOn
from ashore.diagnosis.why import Why
from ashore.documents.blocks import Part
from ashore.documents.monthly import why_of
from ashore.documents.why import why_parts
from ashore.documents.why_page import Payments, page_parts
from ashore.household.keys.scalars import Amount
from ashore.household.model import Household
from ashore.household.writing import Set
from ashore.store import book
from ashore.store.private.bills import imports, taught
from ashore.texts.language import Language
from ashore.web import ledger, plans
from ashore.web.debt_names import names_by_id
from ashore.web.in_app import in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.typed import read_day, read_fen
from ashore.web.views.asked import version_of
from ashore.web.views.private import also_in_the_example, for_the_owner

YUAN: Final = Amount()
OWED: Final = "owed"
CASH: Final = ""
"""The name of the money at hand among what is known of earlier days; the others are debts."""
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
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    language, bills = language_of(request), ledger.bills_of(household)
    facts: dict[str, object] = {"has_bills": bool(bills.payments)}
    if bills.payments:
        found = why_found(household)
        state = ("why", imports.state_of(), language)
        parts = plans.once(household, state, lambda: _parts(found, household, language))
        home = now.of("household")[0]
        facts |= {
            "open_parts": [part for part in parts if part.place in {"first", "path"}],
            "folded": [part for part in parts if part.place == "details"],
            "last_parts": [part for part in parts if part.place == "about"],
            "says_free": found.answered,
            "leads": _leads(found),
            "cause": found.cause if found.cause not in {"unknown", household.cause} else "",
            "is_set": found.answered and found.cause == household.cause != "unknown",
            "version": home.version,
            "begun": found.since,
            "known": _known(household, names_by_id(now, language)),
        }
    return show(request, "why", facts)


def why_found(household: Household) -> Why:
    """Return the answer, worked out once for as long as nothing that it rests on has changed."""
    return plans.once(household, ("why", imports.state_of()), lambda: _made(household))


def _made(household: Household) -> Why:
    known = [(name, text.partition(" ")) for name, text in taught.texts_of(OWED).items()]
    days = [(name, read_day(on), int(fen)) for name, (on, _, fen) in known]
    ids = {debt.id for debt in household.debts}
    owed = [OwedOn(name, on, fen) for name, on, fen in days if on and name in ids]
    cash = [CashOn(on, fen) for name, on, fen in days if on and name == CASH]
    return why_of(household, ledger.bills_of(household), owed, cash)


def _parts(found: Why, household: Household, language: Language) -> tuple[Part, ...]:
    payments, page = ledger.bills_of(household).payments, reverse("bills-payments")
    shown = Payments(payments, lambda place: f"{page}?at={place}#pay-{place}")
    return in_app(page_parts(why_parts(found, household, language, rows=True), found, shown), language)


def _leads(found: Why) -> list[tuple[str, str]]:
    """Return the pages that the remedies lead to, each once, with what the link says."""
    pages = dict.fromkeys(LEADS[one] for one in found.remedies)
    return [(page, f"why-lead-{page}") for page in pages]


def _known(household: Household, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the fields for what was owed when the bills begin: each debt, then the money at hand."""
    texts = taught.texts_of(OWED)
    named = [(debt.id, names[debt.id]) for debt in household.debts]
    return [
        (name, called, f"{YUAN.write(int(texts[name].rpartition(' ')[2]))}" if name in texts else "")
        for name, called in (*named, (CASH, ""))
    ]


@require_POST
@for_the_owner
def set_cause(request: HttpRequest) -> HttpResponse:
    """Write the cause that was found into the book, as a change like any other; only the cause, nothing behind it."""
    key, version = key_of(request), version_of(request)
    now = book.load()
    household = plans.reading_of(now).household
    if household is not None:
        cause = why_found(household).cause
        if cause != "unknown" and cause == request.POST.get("cause"):
            try:
                book.edit(key, now.of("household")[0].pk, version, [Set("cause", cause)])
            except book.Stale:
                return redirect("why")
    return redirect("why")


@require_POST
@for_the_owner
def know(request: HttpRequest) -> HttpResponse:
    """Keep what was owed and what was in hand on the day that the bills begin: beside the bills, and as private."""
    key, household = key_of(request), plans.reading_of(book.load()).household
    begun = why_found(household).since if household else None
    if household is None or begun is None:
        return redirect("why")
    for name in (*(debt.id for debt in household.debts), CASH):
        fen = read_fen(request.POST.get(f"owed-{name}", "").strip())
        if fen is not None:
            taught.keep_text(key, OWED, name, f"{begun.isoformat()} {fen}")
    return redirect("why")
