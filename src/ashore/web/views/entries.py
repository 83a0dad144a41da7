"""Adding, changing and removing one entry of the household; every change can be undone."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ashore.store import book
from ashore.store.models import Change, Entry
from ashore.store.text import SECTIONS
from ashore.web.fields import changes_of, fields_of, values_from
from ashore.web.shown import is_covered, language_of, show
from ashore.web.views.asked import key_of, typed_in, version_of


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, section: str) -> HttpResponse:
    """Show an empty form, or add what was typed."""
    if section not in SECTIONS or section == "household":
        raise Http404
    if is_covered(request):
        return redirect("situation")
    if request.method == "GET":
        asked, more = fields_of(section, {}, language_of(request))
        return show(request, "entry", {"section": section, "asked": asked, "more": more, "entry": None})
    values = values_from(typed_in(request), section)
    book.add(key_of(request), section, values)
    return redirect("situation")


@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show an entry's form, or change the entry; an edit of an older version is refused with both shown."""
    if is_covered(request):
        return redirect("situation")
    entry = _entry(entry_id)
    if request.method == "POST":
        edits = changes_of(book.entry_values(entry), typed_in(request), entry.section)
        try:
            if edits:
                book.edit(key_of(request), entry_id, version_of(request), edits)
        except book.Stale as stale:
            return _form(request, stale.entry, typed=dict(typed_in(request)), status=409)
        return redirect("situation")
    return _form(request, entry)


def _form(
    request: HttpRequest, entry: Entry, typed: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    now = book.load()
    path, values = now.path_of(entry), book.entry_values(entry)
    findings = [
        one for one in now.reading().findings if one.place.path == path or _below(one.place.path, path)
    ]
    asked, more = fields_of(entry.section, values, language_of(request), findings, path)
    differs = [
        (field, typed[field.path])
        for field in (*asked, *more)
        if typed and field.path in typed and typed[field.path].strip() != field.value
    ]
    facts = {
        "section": entry.section,
        "entry": entry,
        "asked": asked,
        "more": more,
        "findings": [one for one in findings if not any(one in field.findings for field in (*asked, *more))],
        "differs": differs,
        "opened": any(field.findings for field in more),
    }
    return show(request, "entry", facts, status=status)


def _below(place: str, path: str) -> bool:
    return place.startswith((f"{path}.", f"{path}["))


@require_POST
def remove(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Take an entry out of the household."""
    if book.is_made(key_of(request)):
        return redirect("situation")
    entry = _entry(entry_id)
    if entry.section not in SECTIONS or entry.section == "household":
        raise Http404
    book.remove(key_of(request), entry_id)
    return redirect("situation")


@require_POST
def undo(request: HttpRequest, change_id: int) -> HttpResponse:
    """Undo a change."""
    if book.is_made(key_of(request)):
        return redirect("situation")
    if not Change.objects.filter(pk=change_id, undone=False).exclude(kind="made").exists():
        raise Http404
    try:
        book.undo(key_of(request), change_id)
    except book.Stale:
        return redirect("situation")
    return redirect("situation")


def _entry(entry_id: uuid.UUID) -> Entry:
    try:
        return book.entry_of(entry_id)
    except book.NoEntry as error:
        raise Http404 from error
