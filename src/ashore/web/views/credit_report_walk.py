"""How far the walk through a credit report has come: in memory only; what was found is in the book."""

import uuid
from dataclasses import dataclass, field
from datetime import date

from ashore.household.credit_report import PARTS, Part, seen_in
from ashore.store import book
from ashore.store.models import Change


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


def walk_of(now: book.Book) -> Walk:
    """Return the walk of the open book: the one begun since the program started, else that of its last report."""
    made = Change.objects.values_list("key", flat=True).first()  # each book has a first change of its own
    if _Kept.of != made:
        marks = [seen for entry in now.of("debt") if (seen := seen_in(book.entry_values(entry)))]
        last = max((seen.on for seen in marks), default=None)
        done = set[Part](part for seen in marks if seen.on == last for part in seen.parts)
        _Kept.of, _Kept.walk = made, Walk(last, done)
    return _Kept.walk


def begin(now: book.Book, on: date) -> Walk:
    """Return the walk through the report of a day: begun anew where that is another report."""
    walk = walk_of(now)
    if walk.on != on:
        _Kept.walk = Walk(on)
    return _Kept.walk
