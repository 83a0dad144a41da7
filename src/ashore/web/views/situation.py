"""The situation: who and what there is, one list for each kind; and one debt's own page."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET

from ashore.dates import WorkingDays
from ashore.documents.answer.assumed import items_of
from ashore.documents.answer.debt import debt_parts
from ashore.documents.answer.view import help_of
from ashore.documents.blocks import Part
from ashore.errors import Finding, Message
from ashore.household.debited import takeable_of
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.household.standing import Standing, is_silent, standing_of
from ashore.loans.settlement import SettlingAccount
from ashore.packs.workdays import working_days_of
from ashore.planning.cliffs import cliffs_of, deadlines_of
from ashore.planning.problem import HORIZON_MONTHS, problem_of
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.clock import old_days
from ashore.web.debt_names import entry_names, names_by_id
from ashore.web.in_app import in_app, message_in_app
from ashore.web.rhythm import figure_of, rhythm_of
from ashore.web.shown import language_of, show
from ashore.web.told import put_away_of, told_of
from ashore.web.views.asked import debt_entry, debt_in

LISTED = ("debt", "income", "spending", "account", "due", "asset", "business", "lever", "own")


@require_GET
def situation(request: HttpRequest) -> HttpResponse:
    """Show every entry by kind; what is owed in all stays hidden until it is asked for."""
    now = book.load()
    reading = plans.reading_of(now)
    language = language_of(request)
    names = entry_names(now, language)
    as_of = book.entry_values(now.of("household")[0]).get("as_of")

    def lines(section: str) -> list[dict[str, object]]:
        return [
            _line(now, entry, reading.findings, names) | _figure(entry, as_of, language)
            for entry in now.of(section)
        ]

    groups = [(section, lines(section)) for section in LISTED]
    debts = reading.household.debts if reading.household else ()
    facts = {
        "groups": groups,
        "home": now.of("household")[0],
        "as_of": as_of,
        "owed_fen": sum(debt.balance_fen for debt in debts),
        "shows_total": "total" in request.GET,
        "elsewhere": bool(_elsewhere(now, reading.findings)),
        "last_change": book.last_change(),
        "takeable": _takeable(reading.household, names_by_id(now, language)),
        "take_until": reading.household.as_of + timedelta(days=1) if reading.household else None,
        "old_days": old_days(reading.household.as_of) if reading.household else 0,
        "sued": any(debt.stage in COURT_STAGES for debt in debts),
        "late": "late" in request.GET,
        "is_empty": all(not lines for _, lines in groups),
        "told": told_of(now),
        "put_away": put_away_of(request),
    }
    return show(request, "situation", facts)


def _takeable(
    household: Household | None, names: Mapping[str, str]
) -> list[tuple[str, int, tuple[str, ...]]]:
    """Return what could be taken from each account tomorrow, and by whom."""
    if household is None:
        return []
    found = takeable_of(household, working_days_of(household, 0))
    return [(one.account.id, one.fen, tuple(names[debt.id] for debt in one.debts)) for one in found]


def _line(
    now: book.Book, entry: Entry, findings: Sequence[Finding], names: Mapping[uuid.UUID, str]
) -> dict[str, object]:
    values = book.entry_values(entry)
    path = now.path_of(entry)
    return {
        "entry": entry,
        "name": names.get(entry.pk)
        or values.get("name")
        or values.get("id")
        or values.get("about")
        or values.get("kind")
        or "",
        "values": values,
        "stops": any(_is_on(one, path) for one in findings),
    }


def _figure(entry: Entry, as_of: object, language: Language) -> dict[str, object]:
    """Return the figure beside an entry, and of how long or of which day it is."""
    values = book.entry_values(entry)
    return {
        "amount": figure_of(entry.section, values),
        "when": rhythm_of(entry.section, values, as_of, language),
    }


@require_GET
def debt(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show one debt: what it is made of today, its rates, days and schedule, what was assumed, agreed and happened."""
    now, language = book.load(), language_of(request)
    entry = debt_entry(now, entry_id)
    found = debt_in(now, entry, language)
    if found is None:
        return redirect("edit", entry_id=entry_id)
    household, one = found
    days = working_days_of(household, HORIZON_MONTHS)
    account, standing = open_debt(one, household.as_of, days), standing_of(one, household.as_of, days)
    parts = plans.once(
        household, ("debt", one.id, language), lambda: _parts(household, standing, days, language)
    )
    facts = {
        "entry": entry,
        "debt": one,
        "called": entry_names(now, language)[entry.pk],
        "as_of": household.as_of,
        "owed": None if isinstance(account, SettlingAccount) else standing.owed,
        "payoff_fen": standing.payoff_fen,
        "next_due": standing.next_due if account.running else None,
        "next_fen": standing.next_fen,
        "open_parts": [part for part in parts if part.place == "first"],
        "folded": [part for part in parts if part.place == "details"],
        "assumed": [message_in_app(each, language) for each in items_of(one)],
        "below": [(each, book.entry_values(each)) for each in now.below(entry)],
        "old_days": old_days(household.as_of),
        "old_note": _old_note(one, household),
    }
    return show(request, "debt", facts)


def _old_note(debt: Debt, household: Household) -> Message | None:
    """Return what to ask first about a debt that nobody has asked for in years (practice §2, H10)."""
    if not is_silent(debt, household.as_of):
        return None
    return Message(
        "note-old", {"debt": debt.name, "legal_number": help_of(household.jurisdiction)["legal"].number}
    )


def _parts(
    household: Household, standing: Standing, days: WorkingDays, language: Language
) -> tuple[Part, ...]:
    ahead = cliffs_of(problem_of(household, HORIZON_MONTHS, days))
    return in_app(debt_parts(household, standing, days, deadlines_of(household), ahead, language), language)


def to_look_at(now: book.Book, findings: Sequence[Finding]) -> int:
    """Return how many entries need another look, as their page marks them; the household is one of them."""
    marked = [path for path in _paths(now) if any(_is_on(one, path) for one in findings)]
    return len(marked) + bool(_elsewhere(now, findings))


def _elsewhere(now: book.Book, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that are on no entry of the lists: those on the household."""
    paths = _paths(now)
    return [one for one in findings if not any(_is_on(one, path) for path in paths)]


def _paths(now: book.Book) -> list[str]:
    return [now.path_of(entry) for section in LISTED for entry in now.of(section)]


def _is_on(one: Finding, path: str) -> bool:
    return one.place.path == path or one.place.path.startswith((f"{path}.", f"{path}["))
