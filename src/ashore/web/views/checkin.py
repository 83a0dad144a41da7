"""What happened since: payments made, late, in part or missed, and the money at hand; then the plan anew."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.documents.answer.view import View
from ashore.errors import Message
from ashore.household.advance import Moved, Paid, advance
from ashore.household.keys.scalars import Amount
from ashore.household.model import Debt
from ashore.household.writing import Change, Remove, Set
from ashore.packs.workdays import working_days_of
from ashore.planning.problem import HORIZON_MONTHS
from ashore.store import book
from ashore.store.models import Entry
from ashore.web import plans
from ashore.web.clock import today
from ashore.web.keys import key_of
from ashore.web.shown import show
from ashore.web.typed import is_between, read_fen
from ashore.web.views.asked import version_of
from ashore.web.views.besides import More, edits_of, rows_of

YUAN: Final = Amount()
ROWS_MAX: Final = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One payment to tell of.

    `planned`: the plan's sum in yuan, nothing where none is planned; `full`: it was paid so; `amount`: another sum as
    typed; `old`: what to ask first about a debt that nobody has asked for in years; `wrong`: what could not be read.
    """

    number: int
    debt: str
    name: str
    on: str
    planned: str = ""
    full: bool = False
    amount: str = ""
    old: Message | None = None
    wrong: str | Message = ""

    @property
    def paid(self) -> str:
        """Return what was paid, as typed or as planned."""
        return self.amount or (self.planned if self.full else "")


@require_http_methods(["GET", "POST"])
def checkin(request: HttpRequest) -> HttpResponse:
    """Ask what happened up to a day, or take it in and show the new plan."""
    if request.method == "POST" and book.is_made(key_of(request)):
        return redirect("today")
    now = book.load()
    household = plans.reading_of(now).household
    if household is None or not household.debts:
        return redirect("today")
    if household.as_of >= today():
        return show(request, "fresh", {"as_of": household.as_of})
    view = plans.view_of(household)
    day = _day(request.POST.get("day") or request.GET.get("day"), view)
    if request.method == "GET":
        return show(request, "checkin", _facts(now, view, day, list(_planned(view, day)), {}))
    return _tell(request, now, view, day)


def _tell(request: HttpRequest, now: book.Book, view: View, day: date) -> HttpResponse:
    """Show the rows of another day, or take in what was typed, or say what could not be read."""
    rows, typed = list(_typed(request, view, day)), _typed_money(request, now)
    besides = list(rows_of(now, view.plan.household, day, request.POST))
    if "show" in request.POST:
        facts = _facts(now, view, day, list(_planned(view, day, rows)), typed)
        return show(request, "checkin", {**facts, "besides": [replace(one, wrong="") for one in besides]})
    money = {name: fen for name, text in typed.items() if (fen := read_fen(text)) is not None}
    if len(money) < len(typed) or any(row.wrong for row in (*rows, *besides)):
        facts = {
            **_facts(now, view, day, rows, typed),
            "unclear": len(money) < len(typed),
            "besides": besides,
        }
        return show(request, "checkin", facts, status=400)
    paid = [
        Paid(row.debt, date.fromisoformat(row.on), fen) for row in rows if (fen := read_fen(row.paid or "0"))
    ]
    moved = advance(view.plan.household, day, paid, working_days_of(view.plan.household, HORIZON_MONTHS))
    more = edits_of(besides, view.plan.household, day)
    try:
        _take_in(request, now, day, paid, moved, money, more)
    except book.Stale:
        facts = {**_facts(book.load(), view, day, rows, typed), "stale": True, "besides": besides}
        return show(request, "checkin", facts, status=409)
    unsure = [(view.name(one.debt), one.over_fen) for one in moved if not one.sure or one.over_fen]
    return redirect("today") if not unsure else show(request, "unsure", {"unsure": unsure, "day": day})


def _facts(
    now: book.Book, view: View, day: date, rows: list[Row], typed: Mapping[str, str]
) -> dict[str, object]:
    accounts = [
        (str(entry.pk), str(book.entry_values(entry).get("id", "")), typed.get(str(entry.pk), ""))
        for entry in now.of("account")
    ]
    return {
        "rows": rows,
        "day": day.isoformat(),
        "as_of": view.as_of,
        "earliest": (view.as_of + timedelta(days=1)).isoformat(),
        "latest": today().isoformat(),
        "version": now.version,
        "accounts": accounts,
        "cash": typed.get("cash", ""),
        "besides": list(rows_of(now, view.plan.household, day, {})),
    }


def _day(typed: str | None, view: View) -> date:
    """Return the day asked about, as typed where it is after `as_of` and not to come; else today."""
    try:
        day = date.fromisoformat(typed or "")
    except ValueError:
        return today()
    return day if view.as_of < day <= today() else today()


def _planned(view: View, day: date, told: Sequence[Row] = ()) -> Iterator[Row]:
    """Yield the payments that the plan has up to a day, then an empty row for each debt without one.

    What was told before keeps its place among the payments on its debt; what has none any more follows.
    """
    payments = [row for row in view.outcome.payments if view.as_of < row.on <= day and view.debt(row.debt)]
    wanted = [(row.debt, row.on, f"{YUAN.write(row.fen)}") for row in payments[:ROWS_MAX]]
    seen = {debt for debt, _, _ in wanted}
    wanted += [
        (debt.id, day, "") for debt in view.plan.household.debts if debt.id not in seen and debt.balance_fen
    ]
    before = {
        debt.id: [row for row in told if row.debt == debt.id and row.paid]
        for debt in view.plan.household.debts
    }
    for number, (debt_id, on, planned) in enumerate(wanted):
        mine = before[debt_id]
        yield _row(view, number, debt_id, on, planned, mine.pop(0) if mine else None)
    for number, row in enumerate((row for rows in before.values() for row in rows), len(wanted)):
        yield _row(view, number, row.debt, day, "", row)


def _row(view: View, number: int, debt_id: str, on: date, planned: str, before: Row | None) -> Row:
    debt = view.debt(debt_id)
    assert debt is not None
    amount = before.paid if before else ""
    day = before.on if before else on.isoformat()
    return Row(number, debt_id, debt.name, day, planned, amount=amount, old=_old(view, debt))


def _old(view: View, debt: Debt) -> Message | None:
    return view.worded(Message("note-old", {"debt": debt.name})) if view.is_old(debt) else None


def _typed(request: HttpRequest, view: View, day: date) -> Iterator[Row]:
    """Yield the rows as typed; a sum or a day that cannot be read is said on its row."""
    for number in range(2 * ROWS_MAX + len(view.plan.household.debts)):
        debt = view.debt(request.POST.get(f"debt-{number}", ""))
        if debt is None:
            continue
        row = Row(
            number,
            debt.id,
            debt.name,
            request.POST.get(f"on-{number}", ""),
            request.POST.get(f"planned-{number}", ""),
            f"full-{number}" in request.POST,
            request.POST.get(f"amount-{number}", "").strip(),
            _old(view, debt),
        )
        yield replace(row, wrong=_wrong(row, view, day))


def _wrong(row: Row, view: View, day: date) -> str:
    if row.paid and read_fen(row.paid) is None:
        return "checkin-amount-unclear"
    return "checkin-day-outside" if row.paid and not is_between(row.on, view.as_of, day) else ""


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
