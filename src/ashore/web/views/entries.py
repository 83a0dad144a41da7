"""Adding, changing and removing one entry of the household; every change can be undone."""

import uuid
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from ashore.household.writing import Set
from ashore.store import book
from ashore.store.models import Change, Entry
from ashore.store.text import BELOW, SECTIONS
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.debt_names import names_by_id
from ashore.web.fields import KIND, Names, changes_of, fields_of, kinds_of, values_from
from ashore.web.keys import key_of
from ashore.web.prepared import prepared
from ashore.web.shown import is_covered, is_private, language_of, show
from ashore.web.views.asked import typed_in, version_of

CONCESSION: Final = "debt.concession"
CONFLICT: Final = 409
SELLS: Final = Set("selling", "sold")
"""What a thing's own page takes in, because it asks what the thing fetched."""
GIVEN: Final = {"status": ("agreed-verbal", "agreed-written"), "proof": ("chat", "recording", "signed")}


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, section: str) -> HttpResponse:
    """Show an empty form, or add what was typed."""
    if section not in SECTIONS or section == "household":
        raise Http404
    return _add(request, section, None)


@require_http_methods(["GET", "POST"])
def add_below(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show the form for what a lender offered or agreed to, or add it to its debt."""
    owner = _entry(entry_id)
    if owner.section != "debt":
        raise Http404
    return _add(request, CONCESSION, owner)


def _add(request: HttpRequest, section: str, owner: Entry | None) -> HttpResponse:
    """Ask which kind it is where there are several, then show the form, or add what was typed."""
    if is_covered(request):
        return redirect("situation")
    kinds, kind = kinds_of(section), request.POST.get(KIND) or request.GET.get(KIND)
    facts = {"section": section, "entry": None, "owner": owner}
    if kinds and kind not in kinds:
        given = "".join(f"&{name}={word}" for name, word in _given(request, section).items())
        return show(request, "kinds", {**facts, "kinds": kinds, "given": given})
    form = prepared(request.POST.get("prepared") or request.GET.get("for", ""), section)
    if request.method == "POST":
        book.add(key_of(request), section, values_from(typed_in(request), section), owner)
        return redirect("budget") if form and is_private(request) else _back(owner)
    given, language = {**({KIND: kind} if kinds else {}), **_given(request, section)}, language_of(request)
    given |= form.given if form else {}
    asked, more = fields_of(section, given, language, names=_names(book.load(), language))
    if form:
        asked, more = form.ordered(asked, more)
    return show(request, "entry", {**facts, "asked": asked, "more": more, "prepared": form})


def _given(request: HttpRequest, section: str) -> dict[str, str]:
    """Return what an address fills in beforehand: how far an agreement in the contact log is, and what proves it."""
    known = GIVEN if section == CONCESSION else {}
    return {name: word for name, words in known.items() if (word := request.GET.get(name, "")) in words}


def _back(owner: Entry | None) -> HttpResponse:
    """Return to where an entry stands: its debt's page, or the situation."""
    return redirect("debt", entry_id=owner.pk) if owner else redirect("situation")


def _names(now: book.Book, language: Language) -> Names:
    """Return the debts by their ids, for what may name them."""
    return {"debited_by": list(names_by_id(now, language).items())}


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show an entry's form, or change the entry; an edit of an older version is refused with both shown."""
    if is_covered(request):
        return redirect("situation")
    entry = _entry(entry_id)
    if request.method == "POST":
        edits = changes_of(book.entry_values(entry), typed_in(request), entry.section)
        sells = entry.section == "asset" and SELLS in edits
        edits = [one for one in edits if not (sells and one == SELLS)]
        try:
            if edits:
                book.edit(key_of(request), entry_id, version_of(request), edits)
        except book.Stale as stale:
            return _form(request, stale.entry, typed=dict(typed_in(request)), status=CONFLICT)
        if sells:
            return redirect(reverse("thing", args=[entry_id]) + "#sold")
        return _back(_owner(entry, book.load()))
    return _form(request, entry)


def _owner(entry: Entry, now: book.Book) -> Entry | None:
    """Return the debt that an entry belongs to; None for an entry of its own."""
    return now.owner_of(entry) if entry.section in BELOW else None


def _form(
    request: HttpRequest, entry: Entry, typed: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    now, language = book.load(), language_of(request)
    path, values = now.path_of(entry), book.entry_values(entry)
    findings = [
        one
        for one in plans.reading_of(now).findings
        if one.place.path == path or _below(one.place.path, path)
    ]
    asked, more = fields_of(entry.section, values, language, findings, path, _names(now, language))
    differs = [
        (field, typed[field.path])
        for field in (*asked, *more)
        if typed and field.path in typed and typed[field.path].strip() != field.value
    ]
    facts = {
        "section": entry.section,
        "entry": entry,
        "owner": _owner(entry, now),
        "asked": asked,
        "more": more,
        "findings": [one for one in findings if not any(one in field.findings for field in (*asked, *more))],
        "differs": differs,
        "is_stale_removal": status == CONFLICT and typed is None,
        "opened": any(field.findings for field in more),
    }
    return show(request, "entry", facts, status=status)


def _below(place: str, path: str) -> bool:
    return place.startswith((f"{path}.", f"{path}["))


@require_POST
def remove(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Take an entry out of the household; one that was changed since it was shown is shown again instead."""
    if book.is_made(key_of(request)):
        return redirect("situation")
    entry = _entry(entry_id)
    if entry.section not in {*SECTIONS, *BELOW} or entry.section == "household":
        raise Http404
    owner = _owner(entry, book.load())
    try:
        book.remove(key_of(request), entry_id, version_of(request))
    except book.Stale as stale:
        return _form(request, stale.entry, status=CONFLICT)
    return _back(owner)


@require_POST
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Undo a change; one that was made over meanwhile stays, and that is said."""
    if book.is_made(key_of(request)):
        return redirect("situation")
    if not Change.objects.filter(pk=change_id, undone=False).exclude(kind="made").exists():
        raise Http404
    try:
        book.undo(key_of(request), change_id)
    except book.Stale:
        return redirect(reverse("situation") + "?late=1")
    return redirect("situation")


def _entry(entry_id: uuid.UUID) -> Entry:
    try:
        entry = book.entry_of(entry_id)
    except book.NoEntry as error:
        raise Http404 from error
    if entry.section not in {*SECTIONS, *BELOW}:
        raise Http404
    return entry
