"""What a loan truly costs, beside what was advertised; and the lender's table of costs, typed in and checked."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.documents.cost import cost_answer
from ashore.errors import Finding, Message
from ashore.household.keys.rates import rate_from_text
from ashore.household.model import Debt, Household
from ashore.household.writing import Remove, Set
from ashore.money import Rate
from ashore.packs.workdays import working_days_of
from ashore.store import book
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.clock import old_days
from ashore.web.debt_names import entry_names
from ashore.web.in_app import in_app, message_in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.table_form import (
    PERIODS,
    TableField,
    fields_of_table,
    found_on,
    rows_of_table,
    table_of,
    texts_of,
)
from ashore.web.views.asked import debt_entry, debt_in, version_of

TABLE: Final = "disclosure"
KEEP: Final = "keep"
LONGEST: Final = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """A table as it stands in the form, the household it would make, and what was found on it."""

    texts: Mapping[str, str]
    household: Household | None = None
    findings: tuple[Finding, ...] = ()
    path: str = ""
    changes: tuple[Set | Remove, ...] = field(default=())


@require_http_methods(["GET", "POST"])
def cost(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show what the debt truly costs; check a table that was typed, or keep it where that was asked for."""
    now, language = book.load(), language_of(request)
    entry = debt_entry(now, entry_id)
    found = debt_in(now, entry, language)
    if found is None:
        return redirect("edit", entry_id=entry_id)
    if request.method == "GET":
        return _page(request, entry, found, Typed(texts_of(book.entry_values(entry).get(TABLE))))
    typed = _typed(request, now, entry)
    if typed.household is None or any(one.level == "stop" for one in typed.findings):
        return _page(request, entry, found, typed, Message("table-wrong-lead"), 400)
    if request.POST.get("do") == KEEP:
        try:
            if typed.changes:
                book.edit(key_of(request), entry_id, version_of(request), typed.changes)
        except book.Stale as stale:
            return _page(request, entry, found, typed, message_in_app(Message(stale.code), language), 409)
        return redirect("cost", entry_id=entry_id)
    household = plans.told(typed.household, language)
    debt = next(one for one in household.debts if one.id == found[1].id)
    return _page(request, entry, (household, debt), typed)


def _typed(request: HttpRequest, now: book.Book, entry: Entry) -> Typed:
    """Return the table that was typed, read as the file would be with it; nothing is written."""
    texts = {name: str(request.POST[name])[:LONGEST] for name in request.POST}
    held = book.entry_values(entry).get(TABLE)
    table = table_of(texts, held)
    changes = (Set(TABLE, table) if table else Remove(TABLE),) if table != (held or {}) else ()
    path = f"{now.path_of(entry)}.{TABLE}"
    reading = now.reading_with(entry, changes)
    on_it = tuple(one for one in reading.findings if one.place.path == path or _below(one, path))
    return Typed(texts, reading.household, on_it, path, changes)


def _below(one: Finding, path: str) -> bool:
    return one.place.path.startswith((f"{path}.", f"{path}["))


def _page(
    request: HttpRequest,
    entry: Entry,
    found: tuple[Household, Debt],
    typed: Typed,
    wrong: Message | None = None,
    status: int = 200,
) -> HttpResponse:
    language = language_of(request)
    rate, unclear = _advertised(request)
    days = working_days_of(found[0], 0)
    parts = () if wrong else in_app(cost_answer(*found, days, language, rate), language)
    told = [(one, *found_on(one, typed.path, typed.texts)) for one in typed.findings]
    named = {name for _, name, _, _ in told}
    facts = {
        "entry": entry,
        "called": entry_names(book.load(), language)[entry.pk],
        "old_days": old_days(found[0].as_of),
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "advertised": request.GET.get("rate", ""),
        "per": request.GET.get("per", ""),
        "periods": PERIODS,
        "unclear": unclear,
        "told": told,
        "wrong": wrong,
        "checked": request.method == "POST" and wrong is None,
        "has_table": TABLE in book.entry_values(entry),
        "fields": fields_of_table(typed.texts, named, language),
        "costs": _rows("items", typed, named, language),
        "contingent": _rows("contingent", typed, named, language),
    }
    return show(request, "cost", facts, status)


def _rows(name: str, typed: Typed, named: set[str], language: Language) -> tuple[tuple[TableField, ...], ...]:
    return rows_of_table(name, typed.texts, named, language)


def _advertised(request: HttpRequest) -> tuple[Rate | None, Message | None]:
    """Return the rate that was advertised, as typed beside its period; where it is none, what to do."""
    text = request.GET.get("rate", "").strip()
    if not text:
        return None, None
    per = request.GET.get("per", "")
    rate = rate_from_text(f"{text.rstrip('% ')}%/{per if per in PERIODS else PERIODS[0]}")
    if rate is None or rate.value >= Decimal(100):
        return None, Message("cost-page-advertised-wrong")
    return rate, None
