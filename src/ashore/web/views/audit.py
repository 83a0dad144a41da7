"""A lender's statement held against the contract in the book: what differs, and the paper of it.  Nothing is kept."""

import uuid
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from ashore.documents.audit.annex import annex_sheet, has_annex
from ashore.documents.audit.checking import view_of
from ashore.documents.audit.confirming import SOURCE, sources_with, to_confirm, to_type
from ashore.documents.audit.parts import audit_parts
from ashore.documents.audit.view import AuditView
from ashore.documents.sheets.names import file_name
from ashore.documents.sheets.page import PAGE_MAKERS, PAGE_TYPES
from ashore.errors import AshoreError, Finding, Message
from ashore.household.model import Debt, Household
from ashore.household.writing import Set
from ashore.importers.statement.reading import read_statement
from ashore.store import book
from ashore.store.keyring import held as book_held
from ashore.store.models import Entry
from ashore.texts.language import Language
from ashore.web.clock import old_days, today
from ashore.web.debt_names import entry_names
from ashore.web.handed import handed_out
from ashore.web.in_app import findings_in_app, in_app, message_in_app
from ashore.web.keys import key_of
from ashore.web.shown import language_of, show
from ashore.web.statements import STATEMENT_MAX, held, statement_of
from ashore.web.views.asked import debt_entry, debt_in, version_of

CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Checked:
    """A statement as it was given, what it came to, what reading it found, and what stands in the way."""

    statement: bytes = b""
    view: AuditView | None = None
    findings: tuple[Finding, ...] = ()
    wrong: Message | None = None
    status: int = field(default=200)


@require_http_methods(["GET", "POST"])
def audit(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show the form and, for a statement, all that differs; hand the paper out where that is asked for.

    The book is changed by one thing alone: terms that the person says stand in the contract get it as their source.
    """
    entry = debt_entry(book.load(), entry_id)
    stale = _confirm(request, entry) if request.POST.get("keep") else None
    now = book.load()
    entry, language = debt_entry(now, entry_id), language_of(request)
    found = debt_in(now, entry, language)
    if found is None:
        return redirect("edit", entry_id=entry_id)
    checked = _checked(request, *found)
    if stale:
        checked = replace(checked, wrong=stale, status=CONFLICT)
    if checked.view and request.POST.get("as", "") in PAGE_MAKERS:
        try:
            return _file(request, checked.view)
        except AshoreError as error:  # a character that no font of this machine has
            checked = replace(checked, wrong=Message(error.code, error.facts), status=400)
    facts = {
        "entry": entry,
        "called": entry_names(now, language)[entry_id],
        "old_days": old_days(found[0].as_of),
        **_told(checked, entry, language),
    }
    return show(request, "audit", facts, checked.status)


def _confirm(request: HttpRequest, entry: Entry) -> Message | None:
    """Keep which terms stand in the contract, as one change that can be undone; return why it was refused."""
    typed = book.entry_values(entry)
    sources = sources_with(typed, map(str, request.POST.getlist("seen")), language_of(request))
    if sources == typed.get(SOURCE, {}):
        return None
    try:
        book.edit(key_of(request), entry.pk, version_of(request), [Set(SOURCE, sources)])
    except book.Stale as error:
        return Message(error.code, error.facts)
    return None


def _checked(request: HttpRequest, household: Household, debt: Debt) -> Checked:
    """Return what the statement that was sent comes to; every finding at once where it cannot be read."""
    if request.method == "GET":
        return Checked()
    statement = statement_of(request)
    if not statement.strip():
        return Checked(wrong=Message("audit-page-none"), status=400)
    if len(statement) > STATEMENT_MAX:
        return Checked(wrong=Message("letter-statement-too-large"), status=400)
    reading = read_statement(statement, household.as_of, debt=debt)
    if reading.statement is None:
        return Checked(findings=reading.findings, wrong=Message("audit-reading-stopped"), status=400)
    try:
        return Checked(statement, view_of(household, debt, reading), reading.findings)
    except AshoreError as error:
        return Checked(wrong=Message(error.code, error.facts), status=400)


def _told(checked: Checked, entry: Entry, language: Language) -> dict[str, object]:
    """Return what the page shows of it, in the app's own words."""
    view, typed = checked.view, book.entry_values(entry)
    parts = in_app(audit_parts(view, language), language) if view else ()
    return {
        "wrong": message_in_app(checked.wrong, language) if checked.wrong else None,
        "findings": findings_in_app(checked.findings),
        "given": held(checked.statement) if view else "",
        "open_parts": [part for part in parts if part.place in {"first", "path"}],
        "folded": [part for part in parts if part.place == "details"],
        "last_parts": [part for part in parts if part.place == "about"],
        "to_confirm": to_confirm(view, typed) if view else (),
        "to_type": to_type(view, typed, language) if view else (),
        "attach": bool(view and has_annex(view)),
        "endings": tuple(PAGE_MAKERS),
    }


def _file(request: HttpRequest, view: AuditView) -> HttpResponse:
    language, ending = language_of(request), request.POST["as"]
    made = annex_sheet(view, today(), language, example=book_held().demo)
    name = file_name(made, language, ending, today())
    return handed_out(PAGE_MAKERS[ending](made, language), name, PAGE_TYPES[ending])
