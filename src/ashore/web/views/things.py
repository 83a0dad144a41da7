"""A thing to sell: what is asked for it, its photos, and once it is sold, what it fetched and where the money is."""

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_GET, require_POST

from ashore.household.keys.scalars import Amount
from ashore.household.writing import Change, Set
from ashore.importers.pictures.reading import BYTES_MAX
from ashore.planning.urgent import COURT_STAGES
from ashore.store import book
from ashore.store.faults import Damaged
from ashore.store.models import Entry
from ashore.store.private.photos import kept
from ashore.store.private.writing import copies_of
from ashore.web.keys import key_of
from ashore.web.shown import is_private, show
from ashore.web.typed import read_fen
from ashore.web.views.asked import version_of

YUAN: Final = Amount()
SOLD: Final = "sold"
CASH, COUNTED = "cash", "counted"
"""Where the money may be besides an account: in the household's own sum, or in the figures already."""
MIB: Final = 1 << 20


@require_GET
def thing(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Show a thing: the price, how far selling it has come, its photos, and the form for when it is sold."""
    now = book.load()
    return show_thing(request, now, thing_of(now, entry_id))


def thing_of(now: book.Book, entry_id: uuid.UUID) -> Entry:
    """Return the entry of a thing.  Raises Http404 where there is none."""
    entry = next((one for one in now.of("asset") if one.pk == entry_id), None)
    if entry is None:
        raise Http404
    return entry


def show_thing(
    request: HttpRequest, now: book.Book, entry: Entry, status: int = 200, **facts: object
) -> HttpResponse:
    """Return the page of a thing, with what was typed and what is wrong with it."""
    values = book.entry_values(entry)
    home = book.entry_values(now.of("household")[0])
    shown = {
        "entry": entry,
        "name": values.get("name"),
        "values": values,
        "is_sold": values.get("selling") == SOLD,
        "sued": any(book.entry_values(one).get("stage") in COURT_STAGES for one in now.of("debt")),
        "places": _places(now),
        "as_of": home.get("as_of"),
        "version": now.version,
        "where": request.POST.get("where", ""),
        "fetched": request.POST.get("fetched", ""),
        **(_photos(entry) if is_private(request) else {}),
        **facts,
    }
    return show(request, "thing", shown, status=status)


def _photos(entry: Entry) -> Mapping[str, object]:
    """Return the photos of a thing, for its owner alone; where their file is damaged, only that it is so."""
    facts = {"most_count": BYTES_MAX // MIB, "copies": copies_of(kept.STORE), "has_photos": True}
    try:
        found = kept.photos_of(entry.pk)
    except Damaged:
        return {**facts, "damaged": True}
    return {
        **facts,
        "photos": [one for one in found if not one.removed],
        "removed": [one for one in found if one.removed],
        "state": kept.state_of(found),
    }


def _places(now: book.Book) -> list[tuple[str, str]]:
    """Return where the money of a sale may be: each account, or the cash at hand where there are no accounts."""
    accounts = [(str(one.pk), str(book.entry_values(one).get("id", ""))) for one in now.of("account")]
    return accounts or [(CASH, "")]


@require_POST
def sold(request: HttpRequest, entry_id: uuid.UUID) -> HttpResponse:
    """Mark a thing as sold, and count what it fetched where the money is; one change, undone as one."""
    if book.is_made(key_of(request)):
        return redirect("today")
    now = book.load()
    entry = thing_of(now, entry_id)
    if book.entry_values(entry).get("selling") == SOLD:
        return show_thing(request, now, entry, 409)
    fen, where = read_fen(request.POST.get("fetched", "").strip()), request.POST.get("where", "")
    wrong = "thing-fetched-unclear" if fen is None else "" if where in _known(now) else "thing-where-open"
    if fen is None or wrong:
        return show_thing(request, now, entry, 400, wrong=wrong)
    moved = _money(now, where, fen)
    if moved is None:
        return show_thing(request, now, entry, 400, wrong="thing-figure-unclear")
    edits = {entry.pk: [Set("selling", SOLD), Set("value", YUAN.write(fen))], **moved}
    try:
        book.change_many(key_of(request), "edit", version_of(request), edits, ())
    except book.Stale:
        return show_thing(request, book.load(), entry, 409, wrong="checkin-stale")
    return redirect("today")


def _known(now: book.Book) -> frozenset[str]:
    return frozenset({COUNTED, *(place for place, _ in _places(now))})


def _money(now: book.Book, where: str, fen: int) -> Mapping[uuid.UUID, list[Change]] | None:
    """Return the changes that count a sum where it is, as exact yuan; None where the figure there cannot be read."""
    if where == COUNTED:
        return {}
    key = "cash" if where == CASH else "balance"
    entry = now.of("household")[0] if where == CASH else next(
        one for one in now.of("account") if str(one.pk) == where
    )  # fmt: skip
    held = book.entry_values(entry).get(key, Decimal(0))
    if isinstance(held, bool) or not isinstance(held, Decimal | int):
        return None
    return {entry.pk: [Set(key, held + YUAN.write(fen))]}
