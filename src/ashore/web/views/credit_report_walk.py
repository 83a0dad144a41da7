"""How far the walk through a credit report has come: what was found is in the book, the rest is kept beside it.

A part without a tick leaves no mark in the book.  That it was gone through is kept where other small things are that
the person said once, so that nobody begins anew because the program was closed; the example keeps nothing.
"""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from ashore.household.credit_report import PARTS, Part, seen_in
from ashore.store import book, keyring
from ashore.store.faults import Damaged
from ashore.store.models import Change
from ashore.store.private.bills import taught
from ashore.web.at_close import forget_at_close
from ashore.web.typed import read_day

WALK: Final = "report-walk"
"""The kind and the name under which the walk is kept."""


@dataclass(slots=True)
class Walk:
    """The day of the report, None until it was said, and the parts that were gone through."""

    on: date | None = None
    done: set[Part] = field(default_factory=set[Part])

    def after(self, here: Part | None = None) -> Part | None:
        """Return the part to go on with: the next one not gone through, else the first such; None when all are."""
        at = PARTS.index(here) + 1 if here else 0
        return next((part for part in (*PARTS[at:], *PARTS[:at]) if part not in self.done), None)


class _Kept:
    of: uuid.UUID | None = None
    walk: Walk = Walk()


def forget() -> None:
    """Drop the walk: the book is closed, and an earlier backup of it may be opened next."""
    _Kept.of, _Kept.walk = None, Walk()


forget_at_close(forget)


def walk_of(now: book.Book) -> Walk:
    """Return the walk of the open book: the one begun since the program started, else that of its last report."""
    made = Change.objects.values_list("key", flat=True).first()  # each book has a first change of its own
    if _Kept.of != made:
        _Kept.of, _Kept.walk = made, _last(now)
    return _Kept.walk


def begin(now: book.Book, on: date) -> Walk:
    """Return the walk through the report of a day: begun anew where that is another report."""
    walk = walk_of(now)
    if walk.on != on:
        _Kept.walk = Walk(on)
        _keep(_Kept.walk)
    return _Kept.walk


def passed(walk: Walk, here: Part) -> None:
    """Note that a part was gone through."""
    walk.done.add(here)
    _keep(walk)


def _last(now: book.Book) -> Walk:
    """Return the walk through the last report that is known: what the book has of it, and what is kept beside."""
    marks = [seen for entry in now.of("debt") if (seen := seen_in(book.entry_values(entry)))]
    last, kept = max((seen.on for seen in marks), default=None), _read()
    if kept.on is not None and (last is None or kept.on > last):
        return kept
    done = set[Part](part for seen in marks if seen.on == last for part in seen.parts)
    return Walk(last, done | (kept.done if kept.on == last else set[Part]()))


def _keep(walk: Walk) -> None:
    """Keep the walk, where there is a file for it that can be read."""
    if keyring.held().demo or walk.on is None:
        return
    words = (walk.on.isoformat(), *(part for part in PARTS if part in walk.done))
    try:
        taught.keep_text(uuid.uuid4(), WALK, WALK, " ".join(words))
    except Damaged:
        return  # its own page says so; the walk goes on from memory


def _read() -> Walk:
    """Return the walk that is kept; an empty one where there is none."""
    if keyring.held().demo:
        return Walk()
    try:
        words = taught.texts_of(WALK).get(WALK, "").split()
    except Damaged:
        return Walk()
    on = read_day(words[0]) if words else None
    return Walk(on, set(_parts(words[1:])) if on else set[Part]())


def _parts(words: Iterable[str]) -> Iterable[Part]:
    return (part for part in PARTS if part in set(words))
