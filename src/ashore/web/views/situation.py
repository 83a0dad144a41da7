"""The situation: who and what there is, one list for each kind; and one debt's own page."""

import uuid
from collections.abc import Sequence

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.documents.answer.assumed import items_of
from ashore.errors import Finding
from ashore.household.position import open_debt
from ashore.loans.settlement import SettlingAccount
from ashore.packs.workdays import working_days_of
from ashore.planning.problem import HORIZON_MONTHS
from ashore.store import book
from ashore.store.models import Entry
from ashore.web.shown import show

LISTED = ("debt", "income", "spending", "account", "due", "asset", "business", "lever")
SUMS = {
    "income": "amount", "spending": "amount", "asset": "value", "account": "balance", "business": "takings",
    "due": "amount", "debt": "balance",
}  # fmt: skip


@require_GET
def situation(request: HttpRequest) -> HttpResponse:
    """Show every entry by kind; what is owed in all stays hidden until it is asked for."""
    now = book.load()
    reading = now.reading()
    groups = [
        (section, [_line(now, entry, reading.findings) for entry in now.of(section)]) for section in LISTED
    ]
    debts = reading.household.debts if reading.household else ()
    facts = {
        "groups": groups,
        "home": now.of("household")[0],
        "as_of": book.entry_values(now.of("household")[0]).get("as_of"),
        "owed_fen": sum(debt.balance_fen for debt in debts),
        "shows_total": "total" in request.GET,
        "stops": [one for one in reading.findings if one.level == "stop"],
        "last_change": book.last_change(),
    }
    return show(request, "situation", facts)


def _line(now: book.Book, entry: Entry, findings: Sequence[Finding]) -> dict[str, object]:
    values = book.entry_values(entry)
    path = now.path_of(entry)
    return {
        "entry": entry,
        "name": values.get("name") or values.get("id") or values.get("kind") or "",
        "amount": values.get(SUMS.get(entry.section, "")),
        "values": values,
        "stops": sum(one.level == "stop" and _is_on(one, path) for one in findings),
    }


@require_GET
def debt(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show one debt: what it is made of today, what was assumed, what was agreed and what happened."""
    now = book.load()
    entry = next((one for one in now.of("debt") if one.pk == entry_id), None)
    if entry is None:
        raise Http404
    household = now.reading().household
    one = next(
        (
            each
            for each in (household.debts if household else ())
            if each.id == book.entry_values(entry).get("id")
        ),
        None,
    )
    if household is None or one is None:
        return redirect("edit", entry_id=entry_id)
    account = open_debt(one, household.as_of, working_days_of(household, HORIZON_MONTHS))
    facts = {
        "entry": entry,
        "debt": one,
        "as_of": household.as_of,
        "owed": None if isinstance(account, SettlingAccount) else account.owed(),
        "payoff_fen": account.payoff_fen(),
        "next_due": account.next_due if account.running else None,
        "assumed": items_of(one),
        "below": [(each, book.entry_values(each)) for each in now.below(entry)],
    }
    return show(request, "debt", facts)


def _is_on(one: Finding, path: str) -> bool:
    return one.place.path == path or one.place.path.startswith((f"{path}.", f"{path}["))
