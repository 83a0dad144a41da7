"""The book as it stood before: every change keeps what each row was, so an earlier day can be read again."""

from dataclasses import dataclass
from typing import Final

from ashore.household import Reading
from ashore.store.book import read_text
from ashore.store.models import Change, Entry
from ashore.store.text import Piece, join

TOLD: Final = "tick"
"""The kind of the change that tells what was paid."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """The household file as it stood once."""

    text: str

    def reading(self) -> Reading:
        """Return the household and the findings on it."""
        return read_text(self.text)


def before_first_told() -> Earlier | None:
    """Return the book as it stood before payments were first told in it; None where none have been."""
    told = Change.objects.filter(kind=TOLD, undone=False).values_list("pk", flat=True)
    first = told.first()
    if first is None:
        return None
    rows = {str(one.pk): (one.position, one.section, one.text, one.removed) for one in Entry.objects.all()}
    for change in Change.objects.filter(pk__gte=first).order_by("-pk"):
        for before, after in change.rows:
            if before is None:
                rows.pop(after[0], None)
            else:
                ident, section, position, text, removed = before
                rows[ident] = (position, section, text, removed)
    kept = sorted(
        (position, ident, section, text)
        for ident, (position, section, text, removed) in rows.items()
        if not removed
    )
    return Earlier(join(Piece(section, text) for _, _, section, text in kept))
