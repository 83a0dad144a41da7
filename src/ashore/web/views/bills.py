"""Bills: files are read and shown, and kept when the person says so; what is kept, and its deletion."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from ashore.documents.bills import Preview, days_of, preview_of
from ashore.documents.importing import format_name
from ashore.errors import Message
from ashore.household.model import Household
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.store import book
from ashore.store.private.bills import imports
from ashore.store.private.bills.imports import Given, Stale
from ashore.store.private.bills.models import File
from ashore.store.private.writing import copies_of
from ashore.texts.language import Language
from ashore.web import ledger, plans
from ashore.web.config import UPLOAD_MAX
from ashore.web.in_app import findings_in_app
from ashore.web.keys import key_of
from ashore.web.ledger import Waiting
from ashore.web.shown import language_of, show
from ashore.web.views.asked import version_of
from ashore.web.views.banks import formats
from ashore.web.views.private import for_the_owner

NAME_MAX: Final = 120
CONFLICT: Final = 409
BANK: Final = ("bank-", "bill-unknown", "bill-columns-missing")
"""What is found in a file of which the person may have to say the columns."""
LOCKED: Final = frozenset({"bill-zip-locked", "bill-zip-password"})
MIB: Final = 1 << 20


def household_now() -> Household | None:
    """Return the household of the open book; None where the book must be mended first."""
    return plans.reading_of(book.load()).household


@require_http_methods(["GET", "POST"])
@for_the_owner
def bills(request: HttpRequest) -> HttpResponse:
    """Show what is kept, or read files to show what is in them; nothing of them is written anywhere by that."""
    if request.method == "GET":
        return _listed(request)
    given = request.FILES.getlist("files")
    if not given:
        too_large = int(request.META.get("CONTENT_LENGTH") or 0) > UPLOAD_MAX
        wrong = Message("bills-too-large", {"most_count": UPLOAD_MAX // MIB}) if too_large else None
        return _listed(request, 400, wrong=wrong or Message("bills-none-given"))
    password = request.POST.get("password", "") or None
    ledger.wait(tuple(_read(given, password)))
    return redirect("bills-preview")


def _read(given: Sequence[UploadedFile], password: str | None) -> Iterator[Given]:
    """Yield what was read of each file; a name that is taken already gets a number, so that rows can be found again."""
    kept = {one.content: one.name for one in imports.files()}
    taken, known = set(kept.values()), formats()
    for file in given:
        data = file.read()
        content = imports.content_of(data)
        name = kept.get(content) or _free(_shown(file.name or ""), taken)
        taken.add(name)
        yield Given(read_bill(name, data, password=password, formats=known), content)


def _shown(name: str) -> str:
    """Return what a file is called without what cannot be seen: such signs turn a name round, or hide its end."""
    return "".join(sign for sign in name if sign.isprintable())[-NAME_MAX:] or "-"


def _free(name: str, taken: set[str]) -> str:
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name} ({number})"
    return found


@require_http_methods(["GET", "POST"])
@for_the_owner
def preview(request: HttpRequest) -> HttpResponse:
    """Show what waits to be taken in, or take it in: every file of it that was understood, or none."""
    waiting = ledger.waiting()
    if waiting is None:
        return redirect("bills")
    if request.method == "GET":
        return _preview(request, waiting)
    key = key_of(request)
    if request.POST.get("waiting") != waiting.id:
        return _preview(request, waiting, CONFLICT, wrong=Message("bills-other-waiting"))
    imports.add(key, [one for one in waiting.given if not one.reading.stopped])
    ledger.leave()
    return redirect("bills")


def _preview(request: HttpRequest, waiting: Waiting, status: int = 200, **facts: object) -> HttpResponse:
    fresh = [one.reading for one in waiting.given]
    shown = {
        "found": _told(waiting, language_of(request)),
        "waiting": waiting.id,
        "bank": any(one.code.startswith(BANK) for each in fresh for one in each.findings),
        "locked": any(one.code in LOCKED for each in fresh for one in each.findings),
        **facts,
    }
    return show(request, "bills_preview", shown, status=status)


def _told(waiting: Waiting, language: Language) -> Preview:
    contents = {one.content for one in imports.files() if not one.removed}
    same = {place for place, one in enumerate(waiting.given) if one.content in contents}
    known = ledger.readings_of(household_now())
    fresh = tuple(
        replace(one.reading, findings=findings_in_app(one.reading.findings)) for one in waiting.given
    )
    return preview_of(fresh, known, same, gather((*known, *fresh)), language)


@require_POST
@for_the_owner
def leave(request: HttpRequest) -> HttpResponse:
    """Drop what was read and not taken in."""
    ledger.leave()
    return redirect("bills")


def _listed(request: HttpRequest, status: int = 200, **facts: object) -> HttpResponse:
    found, language = imports.files(), language_of(request)
    readings = iter(ledger.readings_of(household_now()))
    shown = {
        "lines": [_line(one, days_of(next(readings)), language) for one in found if not one.removed],
        "removed": [_line(one, None, language) for one in found if one.removed],
        "state": imports.state_of(),
        "copies": copies_of(imports.STORE),
        "most_count": UPLOAD_MAX // MIB,
        "waits": ledger.waiting() is not None,
        **facts,
    }
    return show(request, "bills", shown, status=status)


def _line(file: File, days: object, language: Language) -> dict[str, object]:
    return {
        "file": file,
        "format": format_name(file.format, language),
        "days": days,
        "written": file.written.astimezone().date(),
    }


@require_POST
@for_the_owner
def remove(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Take an import out with all its payments; the list offers to put it back."""
    return _moved(request, lambda: imports.remove(key_of(request), entry_id, version_of(request)))


@require_POST
@for_the_owner
def put_back(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Put back an import that was removed."""
    return _moved(request, lambda: imports.put_back(key_of(request), entry_id, version_of(request)))


@require_POST
@for_the_owner
def clear(request: HttpRequest) -> HttpResponse:
    """Delete the removed imports for good."""
    return _moved(request, lambda: imports.clear(request.POST.get("state", "")))


@require_POST
@for_the_owner
def delete_all(request: HttpRequest) -> HttpResponse:
    """Delete every import and all that was taught for good, with the file that they stand in."""
    return _moved(request, lambda: imports.delete_all(request.POST.get("state", "")))


def _moved(request: HttpRequest, act: Callable[[], None]) -> HttpResponse:
    try:
        act()
    except Stale:
        return _listed(request, CONFLICT, wrong=Message("bills-stale"))
    return redirect("bills")
