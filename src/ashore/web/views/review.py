"""The month's review: ten minutes through statements, plan and budget against fact, the honest new date, one goal."""

import uuid
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_http_methods

from ashore.documents.answer.review import ReviewView, review_parts
from ashore.documents.called import called_by_id
from ashore.documents.ics import SAME_DAY, Shape, calendar_bytes
from ashore.documents.monthly import Reader, Said, last_day, review_view
from ashore.errors import Message
from ashore.household.keys.scalars import Amount
from ashore.household.model import Household
from ashore.planning.paydays import payday_events, paydays_of
from ashore.planning.reviewed_file import read_reviewed, write_reviewed
from ashore.planning.slippage import ReviewedMonth
from ashore.store import book
from ashore.store.keyring import held
from ashore.store.private.bills import taught
from ashore.texts.sentences import word
from ashore.web import ledger, plans
from ashore.web.clock import today
from ashore.web.debt_names import names_by_id
from ashore.web.handed import handed_out
from ashore.web.in_app import in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.typed import is_between, read_day, read_fen
from ashore.web.views.private import also_in_the_example

YUAN: Final = Amount()
REVIEWED: Final = "reviewed"
ROWS_MAX: Final = 60
PAYDAYS_SHOWN: Final = 3
MONTHS: Final = 12
"""So far ahead paydays go into a calendar."""


@require_http_methods(["GET", "POST"])
@also_in_the_example
def review(request: HttpRequest) -> HttpResponse:
    """Ask what the lenders show and what is at hand, or show the review; the book is changed by neither."""
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    last = last_day(ledger.bills_of(household).seen, household.as_of)
    until = min(last, today()) if last else None
    if request.method == "GET" or until is None or until <= household.as_of:
        return _asked(request, household, until, {})
    key, typed = key_of(request), {name: str(value).strip() for name, value in request.POST.items()}
    said = _said(plans.told(household, language_of(request)), until, typed)
    if isinstance(said, Message):
        return _asked(request, household, until, typed, said)
    language = language_of(request)
    bills, plan = ledger.bills_of(household), plans.view_of(household).plan
    view = review_view(household, plan, bills, said, _kept(), Reader(today(), language))
    _keep(key, view)
    spoken = view.called(called_by_id(household, language))
    parts = in_app(review_parts(spoken), language)
    facts = {
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "until": said.until,
        "day": said.until.isoformat(),
        "version": now.version,
        "paydays": _paydays(household),
        "paid": _paid(view),
        "cash": f"{YUAN.write(view.review.moved.cash_fen)}",
    }
    return show(request, "reviewed", facts)


def _asked(
    request: HttpRequest,
    household: Household,
    until: date | None,
    typed: Mapping[str, str],
    wrong: Message | None = None,
) -> HttpResponse:
    """Show what is asked for; nothing where no bill goes beyond the household's own day."""
    ready = until is not None and until > household.as_of
    names = names_by_id(book.load(), language_of(request))
    facts = {
        "ready": ready,
        "as_of": household.as_of,
        "until": typed.get("until") or (until.isoformat() if until else ""),
        "latest": until.isoformat() if until else "",
        "debts": [
            (debt.id, names[debt.id], typed.get(f"said-{debt.id}", ""))
            for debt in household.debts
            if debt.balance_fen
        ],
        "cash": typed.get("cash", ""),
        "paydays": _paydays(household),
        "wrong": wrong,
    }
    return show(request, "review", facts, status=400 if wrong else 200)


def _paydays(household: Household) -> tuple[date, ...]:
    """Return the next paydays, a few of them; none where nothing comes in regularly."""
    return paydays_of(household, today(), MONTHS)[:PAYDAYS_SHOWN]


@require_GET
@also_in_the_example
def paydays_file(request: HttpRequest) -> HttpResponse:
    """Return the paydays of a year as a file for a calendar that reminds on the day: no amount, no name."""
    household = plans.reading_of(book.load()).household
    if household is None:
        return redirect("today")
    shape = Shape(language_of(request), reminds=True, remind_at=SAME_DAY)
    data = calendar_bytes(payday_events(household, today(), MONTHS), today(), shape)
    return handed_out(data, f"{word('agenda-file-name', shape.language)}.ics", "text/calendar")


def _said(household: Household, latest: date, typed: Mapping[str, str]) -> Said | Message:
    """Return what was typed, or what of it cannot be read."""
    until = read_day(typed.get("until", ""))
    if until is None or not is_between(typed["until"], household.as_of, latest):
        return Message("review-until-unclear", {"as_of": household.as_of, "latest": latest})
    balances: dict[str, int] = {}
    for debt in household.debts:
        if text := typed.get(f"said-{debt.id}", ""):
            fen = read_fen(text)
            if fen is None:
                return Message("review-balance-unclear", {"debt": debt.name})
            balances[debt.id] = fen
    cash = read_fen(typed["cash"]) if typed.get("cash") else None
    if typed.get("cash") and cash is None:
        return Message("review-hand-unclear")
    return Said(until, balances, cash)


def _kept() -> tuple[ReviewedMonth, ...]:
    """Return the months that were reviewed: of each its budget and what was spent, nothing of what for."""
    return read_reviewed(taught.texts_of(REVIEWED).get(REVIEWED, "")).months


def _keep(key: uuid.UUID, view: ReviewView) -> None:
    if (this := view.review.reviewed) and not held().demo:
        taught.keep_text(key, REVIEWED, REVIEWED, write_reviewed((*_kept(), *this)))


def _paid(view: ReviewView) -> list[tuple[int, str, str, str]]:
    """Return the repayments that the bills show, for the form that takes them into the book; nothing else of them."""
    found = [one for one in view.review.plan.repaid if one.debt]
    return [
        (number, one.debt or "", one.row.day.isoformat(), f"{YUAN.write(one.row.amount_fen)}")
        for number, one in enumerate(found[:ROWS_MAX])
    ]
