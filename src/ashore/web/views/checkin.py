"""What happened since: payments made, late, in part or missed, and the money at hand; then the plan anew.

On the day of the figures itself it takes what was paid after they were written down.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.household.advance import Moved, Paid, advance
from ashore.household.standing import old_debts
from ashore.household.writing import Change, Remove, Set
from ashore.packs.workdays import working_days_of
from ashore.planning.problem import HORIZON_MONTHS
from ashore.store import book
from ashore.store.models import Entry
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.debt_names import names_by_id
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.typed import read_day, read_fen
from ashore.web.views.asked import version_of
from ashore.web.views.besides import More, edits_of, rows_of
from ashore.web.views.checkin_rows import YUAN, Row, Told, planned_rows, typed_rows


@require_http_methods(["GET", "POST"])
def checkin(request: HttpRequest) -> HttpResponse:
    """Ask what happened up to a day, or take it in and show the new plan."""
    if request.method == "POST" and book.is_made(key_of(request)):
        return redirect("today")
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    if household.as_of > today():
        return show(request, "fresh", {"as_of": household.as_of})
    told = Told(household, plans.view_of(household), names_by_id(now, language_of(request)))
    day = _day(request.POST.get("day") or request.GET.get("day"), told)
    if request.method == "GET":
        return show(request, "checkin", _facts(now, told, day, list(planned_rows(told, day)), {}))
    return _tell(request, now, told, day)


def _tell(request: HttpRequest, now: book.Book, told: Told, day: date) -> HttpResponse:
    """Show the rows of another day, or take in what was typed, or say what could not be read."""
    rows, typed = list(typed_rows(request.POST, told, day)), _typed_money(request, now)
    besides = list(rows_of(now, told.household, day, request.POST))
    if "show" in request.POST:
        facts = _facts(now, told, day, list(planned_rows(told, day, rows)), typed)
        return show(request, "checkin", {**facts, "besides": [replace(one, wrong="") for one in besides]})
    money = {name: fen for name, text in typed.items() if (fen := read_fen(text)) is not None}
    if len(money) < len(typed) or any(row.wrong for row in (*rows, *besides)):
        facts = {
            **_facts(now, told, day, rows, typed),
            "unclear": len(money) < len(typed),
            "besides": besides,
        }
        return show(request, "checkin", facts, status=400)
    paid = [
        Paid(row.debt, on, fen)
        for row in rows
        if (fen := read_fen(row.paid or "0")) and (on := read_day(row.on)) is not None
    ]
    moved = _moved(told, day, paid)
    more = edits_of(besides, told.household, day)
    try:
        _take_in(request, now, day, paid, moved, money, more)
    except book.Stale:
        facts = {**_facts(book.load(), told, day, rows, typed), "stale": True, "besides": besides}
        return show(request, "checkin", facts, status=409)
    unsure = [(told.names[one.debt], one.over_fen) for one in moved if not one.sure or one.over_fen]
    return redirect("today") if not unsure else show(request, "unsure", {"unsure": unsure, "day": day})


def _moved(told: Told, day: date, paid: Sequence[Paid]) -> list[Moved]:
    """Return each debt on a day, after the payments.

    One that nobody has asked for in years and nobody paid on moves only where the contract alone says how: for its
    sake no lender is to be asked for figures (practice §2, H10).
    """
    household = told.household
    old = {debt.id for debt in old_debts(household)} - {one.debt for one in paid}
    found = advance(household, day, paid, working_days_of(household, HORIZON_MONTHS))
    return [one for one in found if one.sure or one.debt not in old]


def _facts(
    now: book.Book, told: Told, day: date, rows: list[Row], typed: Mapping[str, str]
) -> dict[str, object]:
    accounts = [
        (str(entry.pk), str(book.entry_values(entry).get("id", "")), typed.get(str(entry.pk), ""))
        for entry in now.of("account")
    ]
    return {
        "rows": rows,
        "day": day.isoformat(),
        "as_of": told.as_of,
        "same_day": day == told.as_of,
        "earliest": told.earliest(today()).isoformat(),
        "latest": today().isoformat(),
        "version": now.version,
        "accounts": accounts,
        "cash": typed.get("cash", ""),
        "besides": list(rows_of(now, told.household, day, {})),
    }


def _day(typed: str | None, told: Told) -> date:
    """Return the day asked about, as typed where it is after the figures and not to come; else today."""
    try:
        day = date.fromisoformat(typed or "")
    except ValueError:
        return today()
    return day if told.earliest(today()) <= day <= today() else today()


def _typed_money(request: HttpRequest, now: book.Book) -> dict[str, str]:
    """Return the money at hand as typed, by account or as `cash`; without it a plan would spend what is gone."""
    accounts = [str(entry.pk) for entry in now.of("account")] or ["cash"]
    return {name: request.POST.get(f"money-{name}", "").strip() for name in accounts}


def _take_in(
    request: HttpRequest,
    now: book.Book,
    day: date,
    paid: Sequence[Paid],
    moved: Sequence[Moved],
    money: Mapping[str, int],
    more: More,
) -> None:
    """Move the book to a day with what happened, as one change.  Raises Stale."""
    edits = _money_edits(now, day, money)
    added: list[tuple[Entry | None, str, Mapping[str, object]]] = []
    removed: list[uuid.UUID] = []
    for one in moved:
        entry = next(each for each in now.of("debt") if book.entry_values(each)["id"] == one.debt)
        edits[entry.pk] = _debt_edits(one, book.entry_values(entry))
        if one.closed:
            removed += [each.pk for each in now.below(entry) if each.section == "debt.concession"]
        added += [
            (entry, "debt.event", {"on": each.on, "kind": "payment", "amount": YUAN.write(each.fen)})
            for each in paid
            if each.debt == one.debt
        ]
    book.change_many(
        key_of(request),
        "tick",
        version_of(request),
        {**edits, **more.edits},
        (*added, *((None, "debt", values) for values in more.debts)),
        {*removed, *more.removed},
    )


def _money_edits(now: book.Book, day: date, money: Mapping[str, int]) -> dict[uuid.UUID, list[Change]]:
    """Return the changes of the day and of the money at hand; with accounts the household has no sum of its own."""
    home = now.of("household")[0]
    edits: dict[uuid.UUID, list[Change]] = {home.pk: [Set("as_of", day)]}
    if "cash" in money:
        edits[home.pk].append(Set("cash", YUAN.write(money["cash"])))
    elif "cash" in book.entry_values(home):
        edits[home.pk].append(Remove("cash"))
    for entry in now.of("account"):
        edits[entry.pk] = [Set("balance", YUAN.write(money[str(entry.pk)]))]
    return edits


def _debt_edits(one: Moved, values: Mapping[str, object]) -> list[Change]:
    return [
        Set(key, value) if value is not None else Remove(key)
        for key, value in one.values.items()
        if value is not None or key in values
    ]
