"""Today: the urgent thing, one next step, what is to be paid, the next change, the day of the last payment."""

import uuid
from collections.abc import Iterable, Iterator
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from ashore.documents.answer.closed import is_closed
from ashore.documents.answer.today import today_parts
from ashore.documents.answer.told import paper_first
from ashore.documents.answer.view import help_of
from ashore.errors import Finding, Message
from ashore.household.file.plain import is_table
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book, contacts, papers
from ashore.web import plans, rest
from ashore.web.clock import old_days
from ashore.web.config import JURISDICTION
from ashore.web.debt_names import entry_names
from ashore.web.estimates import shown_estimates, stepped
from ashore.web.in_app import in_app
from ashore.web.shown import is_private, language_of, show
from ashore.web.told import put_away_of, told_of
from ashore.web.views.situation import to_look_at


@require_GET
def today(request: HttpRequest) -> HttpResponse:
    """Show today, or where the first visit goes on, or what holds the plan up."""
    now = book.load()
    if ends := rest.rests(request):
        return _resting(request, now, ends)
    reading = plans.planned_from(now)
    if reading.household is None:
        numbers = {kind: line.number for kind, line in help_of(JURISDICTION).items()}
        facts = {
            "findings": _placed(now, reading.findings),
            "court": list(_court(request, now)),
            "numbers": numbers,
            "told": told_of(now),
            "put_away": put_away_of(request),
        }
        return show(request, "mend", facts)
    if is_empty_book(now):
        return redirect("situation") if "done" in request.GET else redirect("visit", step="income")
    language = language_of(request)
    view = plans.view_of(plans.told(reading.household, language))
    parts = plans.once(
        view, ("today", language), lambda: in_app(stepped(now, today_parts(view), view), language)
    )
    told = told_of(now)
    facts = {
        "told": told,
        "put_away": put_away_of(request),
        "parts": paper_first(parts, view.plan) if told else parts,
        "holds": view.holds,
        "is_done": is_closed(view),
        "has_debts": bool(reading.household.debts),
        "as_of": reading.household.as_of,
        "notes": to_look_at(now, reading.findings),
        "log_is_whole": contacts.is_whole(),
        "old_days": old_days(reading.household.as_of),
    }
    return show(request, "today", {**facts, **shown_estimates(now, language)})


@require_POST
def put_away(request: HttpRequest, paper_id: uuid.UUID) -> HttpResponse:
    """Speak no more of a paper that the first page was told of; the page after it offers to put it back."""
    papers.put_away(paper_id)
    return redirect(f"{reverse(_first_page())}?away={paper_id}")


@require_POST
def put_back(request: HttpRequest, paper_id: uuid.UUID) -> HttpResponse:
    """Speak again of a paper that was put away."""
    papers.put_back(paper_id)
    return redirect(_first_page())


def _first_page() -> str:
    """Return the page that shows papers told of: of an empty book Today would lead on to the first visit."""
    return "situation" if is_empty_book(book.load()) else "today"


def _resting(request: HttpRequest, now: book.Book, ends: rest.Ends) -> HttpResponse:
    """Show what waits for no pause: what a court has, with its days; and who was to be asked to watch them."""
    court, name = list(_court(request, now)), rest.helper() if is_private(request) else ""
    days = sorted({on for _, _, on, _ in court if isinstance(on, date)})
    facts = {
        "ends": ends,
        "court": [_court_line(*one) for one in court],
        "told": told_of(now),
        "put_away": put_away_of(request),
        "numbers": {kind: line.number for kind, line in help_of(JURISDICTION).items()},
        "helper": name,
        "messages": [Message("rest-helper-message", {"name": name, "on": on}) for on in days],
    }
    return show(request, "resting", facts)


def _court_line(name: str, _stage: str, on: object, what: object) -> Message:
    """Return a debt that a court has as one line: the day, and what is to be done by then, where they are known."""
    day = on if isinstance(on, date) else str(on or "")
    if not day:
        return Message("rest-court-open", {"name": name})
    facts = {"name": name, "on": day}
    return (
        Message("rest-court-day", {**facts, "what": str(what)}) if what else Message("rest-court-on", facts)
    )


def _court(request: HttpRequest, now: book.Book) -> Iterator[tuple[str, str, object, object]]:
    """Yield the debts that a court has, or for which a paper set a day: they wait for no figure."""
    names = entry_names(now, language_of(request))
    for entry in now.of("debt"):
        values = book.entry_values(entry)
        deadline, stage = values.get("deadline"), str(values.get("stage", ""))
        paper = deadline if is_table(deadline) else {}
        if paper or stage in COURT_STAGES:
            yield names[entry.pk], stage, paper.get("on"), paper.get("what")


def is_empty_book(now: book.Book) -> bool:
    """Return whether nothing but the household's own table is in the book."""
    return all(entry.section in ("", "household") for entry in now.entries)


def _placed(now: book.Book, findings: Iterable[Finding]) -> list[tuple[object, object]]:
    """Return each finding with the entry it is on, if it is on one."""
    owners = {now.path_of(entry): entry for entry in now.entries}
    found: list[tuple[object, object]] = []
    for finding in findings:
        path = max((one for one in owners if one and finding.place.path.startswith(one)), key=len, default="")
        found.append((finding, owners.get(path)))
    return found
