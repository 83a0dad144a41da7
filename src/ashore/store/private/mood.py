"""The check-ins of the open book, a rest from reminders, and who looks after deadlines meanwhile.

They are rows of a private store of their own: in no book, export, letter or page but their own, and gone with one
deletion.  A check-in is kept where the person asked for that; the rest and the name are kept while they last.
"""

import json
import uuid
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

from ashore.household.file.plain import is_list, is_table
from ashore.store.faults import Damaged
from ashore.store.private import notes
from ashore.store.private.models import Note
from ashore.store.private.notes import DAMAGED, Wrote
from ashore.store.private.writing import writes

STORE: Final = "mood"
TAKEN: Final = "taken"
Single = Literal["rest", "helper"]
"""What there is one of at most: the moment at which a rest began, the name of who looks after deadlines."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A check-in as it was answered: the questionnaire, its language and the pack's version, each answer, the sum."""

    day: date
    screener: str
    language: str
    version: str
    answers: tuple[int | None, ...]
    total: int | None


def all_taken() -> tuple[tuple[uuid.UUID, Taken], ...]:
    """Return the check-ins that were kept, with their ids, in the order written.  Raises Damaged."""
    return tuple((note.pk, _read(note)) for note in notes.all_of(STORE) if note.kind == TAKEN)


def keep(key: uuid.UUID, taken: Taken) -> None:
    """Keep a check-in; the same key again keeps no other.  Raises Damaged."""
    text = json.dumps({**asdict(taken), "day": taken.day.isoformat()})
    notes.add(STORE, key, Wrote(text, TAKEN, taken.day))


def drop(taken_id: uuid.UUID) -> None:
    """Delete one check-in for good; what is gone already stays gone.  Raises Damaged."""
    if any(found == taken_id for found, _ in all_taken()):
        with writes(STORE, DAMAGED):
            Note.objects.using(STORE).filter(pk=taken_id, kind=TAKEN).delete()


def begin_rest(key: uuid.UUID, since: datetime) -> None:
    """Begin a rest at a moment, in the place of an earlier one; the same key again does not begin it anew."""
    _put(key, "rest", since.astimezone(UTC).isoformat())


def end_rest() -> None:
    """End a rest, if there is one.  Raises Damaged."""
    _take_out("rest")


def rest_since() -> datetime | None:
    """Return the moment at which a rest began, None where there was none.  Raises Damaged."""
    text = _single("rest")
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError as error:
        raise Damaged(DAMAGED) from error


def name_helper(key: uuid.UUID, name: str) -> None:
    """Keep who looks after deadlines, in the place of an earlier name; an empty one takes it out.  Raises Damaged."""
    if name:
        _put(key, "helper", name)
    else:
        _take_out("helper")


def helper() -> str:
    """Return the name of who looks after deadlines, empty where nobody was named.  Raises Damaged."""
    return _single("helper")


def state_of() -> str:
    """Return a mark of all that is kept as it stands."""
    return notes.state_of(STORE)


def delete_all(state: str) -> None:
    """Delete the store's file for good, readable or not, with every copy that the program keeps.  Raises Stale."""
    notes.delete_all(STORE, state)


def _single(kind: Single) -> str:
    return next((note.text for note in reversed(notes.all_of(STORE)) if note.kind == kind), "")


def _put(key: uuid.UUID, kind: Single, text: str) -> None:
    with writes(STORE, DAMAGED):
        if any(note.pk == key for note in notes.all_of(STORE)):
            return
        Note.objects.using(STORE).filter(kind=kind).delete()
        notes.insert(STORE, key, Wrote(text, kind))


def _take_out(kind: Single) -> None:
    if _single(kind):
        with writes(STORE, DAMAGED):
            Note.objects.using(STORE).filter(kind=kind).delete()


def _read(note: Note) -> Taken:
    """Return a check-in.  Raises Damaged for a row that was not written here."""
    try:
        found: object = json.loads(note.text)
        if not is_table(found) or not is_list(found["answers"]):
            raise Damaged(DAMAGED)
        return Taken(
            date.fromisoformat(str(found["day"])),
            str(found["screener"]),
            str(found["language"]),
            str(found["version"]),
            _answers(found["answers"]),
            _count(found["total"]),
        )
    except (KeyError, ValueError) as error:
        raise Damaged(DAMAGED) from error


def _answers(found: Sequence[object]) -> tuple[int | None, ...]:
    return tuple(_count(one) for one in found)


def _count(found: object) -> int | None:
    if found is None or (isinstance(found, int) and not isinstance(found, bool)):
        return found
    raise Damaged(DAMAGED)
