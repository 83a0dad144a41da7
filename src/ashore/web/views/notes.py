"""Notes for one's own eyes: why it came to this, and letters to oneself; each kind kept in a store of its own."""

import re
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import Concatenate, Final, Literal, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ashore.errors import Message
from ashore.household.file.wording import day_from_text
from ashore.store.faults import Damaged
from ashore.store.keyring import held
from ashore.store.private import notes
from ashore.store.private.models import Note
from ashore.store.private.notes import NoNote, Stale, Wrote
from ashore.store.private.writing import copies_of
from ashore.web.clock import today
from ashore.web.keys import key_of
from ashore.web.shown import is_covered, show
from ashore.web.views.asked import version_of

Parts = ParamSpec("Parts")
MONTH: Final = re.compile(r"(\d{4})\D{1,3}(\d{1,2})\D{0,3}")
CONFLICT: Final = 409


@dataclass(frozen=True, slots=True)
class Use:
    """What one store is used for: its name, the kinds of thing that a note may be about, and whether it has a month."""

    store: str
    kinds: tuple[str, ...]
    asks: Literal["month", "day"]
    under: str = "settings"

    def holds(self, note: Note) -> bool:
        """Return whether a note of the store is one of these: the small goal lies beside the letters."""
        return not note.kind or note.kind in self.kinds


USES: Final = {
    use.store: use
    for use in (
        Use(
            "causes",
            (
                "income-fell", "illness", "family", "business", "spending", "debt-for-debt", "for-others", "other",
            ),
            "month",
        ),
        Use("wellbeing", (), "day", "wellbeing"),
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form: the text, the kind, the month or day as typed, and whether that can be read."""

    text: str
    kind: str
    at: str

    def wrote(self, use: Use) -> Wrote | Message:
        """Return what is to be kept, or what is wrong with it."""
        at = _at(use, self.at)
        if self.at and at is None:
            return Message(f"notes-unclear-{use.asks}")
        if not self.text:
            return Message("notes-empty")
        return Wrote(self.text, self.kind if self.kind in use.kinds else "", at)


def _at(use: Use, typed: str) -> date | None:
    """Return the first of a month, or a day; None where it is none."""
    if use.asks == "day":
        return day_from_text(typed)
    found = MONTH.fullmatch(typed)
    try:
        return date(int(found[1]), int(found[2]), 1) if found else None
    except ValueError:
        return None


def _owners(
    view: Callable[Concatenate[HttpRequest, Use, Parts], HttpResponse],
) -> Callable[Concatenate[HttpRequest, str, Parts], HttpResponse]:
    """Show notes to nobody who looks on, and none in the example, which has none."""

    @wraps(view)
    def answer(request: HttpRequest, section: str, *args: Parts.args, **named: Parts.kwargs) -> HttpResponse:
        use = USES.get(section)
        if use is None:
            raise Http404
        if is_covered(request):
            return redirect("today")
        if held().demo:
            return redirect("settings")
        try:
            return view(request, use, *args, **named)
        except NoNote as error:
            raise Http404 from error
        except Damaged:
            return _listed(request, use, (), status=500, damaged=True)

    return answer


@require_GET
@_owners
def listed(request: HttpRequest, use: Use) -> HttpResponse:
    """Show the notes of a store."""
    return _listed(request, use, _all_of(use))


def _all_of(use: Use) -> tuple[Note, ...]:
    """Return the notes of a use, the removed among them.  Raises Damaged."""
    return tuple(note for note in notes.all_of(use.store) if use.holds(note))


def _note_of(use: Use, note_id: uuid.UUID) -> Note:
    """Return a note of a use.  Raises NoNote or Damaged."""
    found = notes.note_of(use.store, note_id)
    if not use.holds(found):
        raise NoNote("notes-gone")
    return found


def _listed(
    request: HttpRequest, use: Use, found: tuple[Note, ...], status: int = 200, **facts: object
) -> HttpResponse:
    shown = {
        "use": use,
        "lines": [_line(use, note) for note in _ordered(use, found) if not note.removed],
        "removed": [_line(use, note) for note in found if note.removed],
        "state": notes.state_of(use.store),
        "copies": copies_of(use.store),
        "path": reverse("notes", args=[use.store]),
        "under": use.under,
        **facts,
    }
    return show(request, "notes", shown, status=status)


def _ordered(use: Use, found: tuple[Note, ...]) -> list[Note]:
    """Return what happened in the order of its months, or letters, the newest first."""
    if use.asks == "day":
        return list(reversed(found))
    return sorted(found, key=lambda note: (note.at is None, note.at or date.min, note.written))


def _line(use: Use, note: Note) -> dict[str, object]:
    """Return what a list says of a note: a letter that waits for its day shows nothing of its text."""
    waits = use.asks == "day" and note.at is not None and note.at > today()
    return {
        "note": note,
        "month": note.at.strftime("%Y-%m") if note.at and use.asks == "month" else "",
        "kind": f"notes-kind-{note.kind}" if note.kind else "",
        "written": note.written.astimezone().date(),
        "waits": waits,
        "has_come": use.asks == "day" and note.at is not None and not waits,
    }


@require_http_methods(["GET", "POST"])
@_owners
def new(request: HttpRequest, use: Use) -> HttpResponse:
    """Show an empty form, or keep what was written."""
    if request.method == "GET":
        return _form(request, use, Typed("", "", ""))
    typed = _typed(request)
    wrote = typed.wrote(use)
    if isinstance(wrote, Message):
        return _form(request, use, typed, status=400, wrong=wrote)
    notes.add(use.store, key_of(request), wrote)
    return redirect("notes", section=use.store)


@require_http_methods(["GET", "POST"])
@_owners
def note(request: HttpRequest, use: Use, entry_id: uuid.UUID) -> HttpResponse:
    """Show a note, or change it; a change of an older version is refused with both shown."""
    found = _note_of(use, entry_id)
    if request.method == "GET":
        return _form(request, use, _standing(use, found), found)
    typed = _typed(request)
    wrote = typed.wrote(use)
    if isinstance(wrote, Message):
        return _form(request, use, typed, found, status=400, wrong=wrote)
    try:
        notes.edit(use.store, key_of(request), entry_id, version_of(request), wrote)
    except Stale as stale:
        return _form(request, use, typed, stale.note, status=CONFLICT, stale=True)
    return redirect("notes", section=use.store)


def _typed(request: HttpRequest) -> Typed:
    text, kind, at = (request.POST.get(name, "").replace("\0", "").strip() for name in ("text", "kind", "at"))
    return Typed(text.replace("\r\n", "\n"), kind, at)


def _standing(use: Use, found: Note) -> Typed:
    """Return what a form of a note holds."""
    at = found.at.strftime("%Y-%m" if use.asks == "month" else "%Y-%m-%d") if found.at else ""
    return Typed(found.text, found.kind, at)


def _form(
    request: HttpRequest,
    use: Use,
    typed: Typed,
    found: Note | None = None,
    status: int = 200,
    **facts: object,
) -> HttpResponse:
    shown = {
        "use": use,
        "typed": typed,
        "note": found,
        "line": _line(use, found) if found else None,
        "kinds": [(kind, f"notes-kind-{kind}") for kind in use.kinds],
        "under": use.under,
        **facts,
    }
    return show(request, "note", shown, status=status)


@require_POST
@_owners
def remove(request: HttpRequest, use: Use, entry_id: uuid.UUID) -> HttpResponse:
    """Take a note out; the list offers to put it back."""
    return _moved(request, use, entry_id, notes.remove)


@require_POST
@_owners
def put_back(request: HttpRequest, use: Use, entry_id: uuid.UUID) -> HttpResponse:
    """Put back a note that was removed."""
    return _moved(request, use, entry_id, notes.put_back)


def _moved(
    request: HttpRequest,
    use: Use,
    entry_id: uuid.UUID,
    move: Callable[[str, uuid.UUID, uuid.UUID, int], None],
) -> HttpResponse:
    _note_of(use, entry_id)
    try:
        move(use.store, key_of(request), entry_id, version_of(request))
    except Stale:
        return _changed_meanwhile(request, use)
    return redirect("notes", section=use.store)


@require_POST
@_owners
def clear(request: HttpRequest, use: Use) -> HttpResponse:
    """Delete the removed notes for good."""
    return _deleted(request, use, notes.clear)


@require_POST
@_owners
def delete_all(request: HttpRequest, use: Use) -> HttpResponse:
    """Delete all notes of a store for good, with its file."""
    return _deleted(request, use, notes.delete_all)


def _deleted(request: HttpRequest, use: Use, delete: Callable[[str, str], None]) -> HttpResponse:
    try:
        delete(use.store, request.POST.get("state", ""))
    except Stale:
        return _changed_meanwhile(request, use)
    return redirect("notes", section=use.store)


def _changed_meanwhile(request: HttpRequest, use: Use) -> HttpResponse:
    """Show the notes as they are now: nothing was done to them."""
    return _listed(request, use, _all_of(use), status=CONFLICT, wrong=Message("notes-stale"))
