"""The one small goal that a person set themselves, kept with their letters: one at a time, and none is counted."""

import uuid
from datetime import UTC, datetime
from typing import Final

from ashore.store.private.models import Note
from ashore.store.private.notes import DAMAGED, all_of
from ashore.store.private.writing import writes

STORE: Final = "wellbeing"
GOAL: Final = "goal"
"""The kind of a note that is the goal."""


def current() -> Note | None:
    """Return the goal, None where there is none.  Raises Damaged."""
    return next((note for note in all_of(STORE) if note.kind == GOAL and not note.removed), None)


def choose(key: uuid.UUID, text: str) -> None:
    """Set a goal in the place of the one there was.  The same key again sets none.  Raises Damaged."""
    with writes(STORE, DAMAGED):
        found = all_of(STORE)
        if any(note.pk == key for note in found):
            return
        for old in found:
            _let_go(old)
        note = Note(id=key, key=key, written=datetime.now(UTC), text=text, kind=GOAL)
        note.digest = note.sealed()
        note.save(using=STORE, force_insert=True)


def let_go(goal_id: uuid.UUID) -> None:
    """Let a goal go, done or not: nothing of it is kept but that its form was sent.  Raises Damaged."""
    with writes(STORE, DAMAGED):
        for note in all_of(STORE):
            if note.pk == goal_id:
                _let_go(note)


def _let_go(note: Note) -> None:
    if note.kind == GOAL and not note.removed:
        note.text, note.removed = "", True
        note.version += 1
        note.digest = note.sealed()
        note.save(using=STORE, force_update=True)
