"""Reading and changing the notes of one private store of the open book.

A store's file is made with its first note and is gone once all are deleted.  Every write carries a key that its writer
chose: a note added is named by it, so that the same key again adds no other, and a note keeps the key of its last
write.  A change names the version it was made from; one made from an older version is refused.
"""

import hashlib
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from ashore.errors import AshoreError
from ashore.store import keyring
from ashore.store.faults import Damaged
from ashore.store.files import bring_up, sound
from ashore.store.private.models import Note
from ashore.store.private.writing import alone, delete_copies, delete_file, writes
from ashore.store.unchanged import unchanged

DAMAGED: Final = "notes-damaged"


class Stale(AshoreError):
    """A change of a version that is no longer the newest: nothing was written."""

    def __init__(self, note: Note | None = None) -> None:
        """Keep the newest version, to show beside what was typed; none where it is about all notes."""
        super().__init__("notes-stale")
        self.note = note


class NoNote(AshoreError):
    """There is no such note."""


@dataclass(frozen=True, slots=True)
class Wrote:
    """What a person wrote: the text, what kind of thing it is about, and the month or day."""

    text: str
    kind: str = ""
    at: date | None = None


def all_of(store: str) -> tuple[Note, ...]:
    """Return the notes of a store in the order written, the removed among them.  Raises Damaged."""
    if not keyring.held().file(store).path.exists():
        return ()
    with sound(DAMAGED):
        unchanged("tables", lambda: bring_up(store), store)
        notes = tuple(Note.objects.using(store))
    for note in notes:
        if note.digest != note.sealed():
            raise Damaged(DAMAGED)
    return notes


def note_of(store: str, note_id: uuid.UUID) -> Note:
    """Return a note, removed or not.  Raises NoNote or Damaged."""
    found = next((note for note in all_of(store) if note.pk == note_id), None)
    if found is None:
        raise NoNote("notes-gone")
    return found


def state_of(store: str) -> str:
    """Return a mark of the notes as they stand, by which a later deletion knows that they are still those."""
    try:
        parts = [f"{note.pk} {note.version}" for note in all_of(store)]
    except Damaged:
        parts = ["damaged"]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def add(store: str, key: uuid.UUID, wrote: Wrote) -> None:
    """Add a note.  Raises Damaged."""
    with writes(store, DAMAGED):
        if not any(note.pk == key for note in all_of(store)):
            insert(store, key, wrote)


def insert(store: str, key: uuid.UUID, wrote: Wrote) -> None:
    """Write a new note down, as part of a change that is under way."""
    note = Note(id=key, key=key, written=datetime.now(UTC), text=wrote.text, kind=wrote.kind, at=wrote.at)
    note.digest = note.sealed()
    note.save(using=store, force_insert=True)


def edit(store: str, key: uuid.UUID, note_id: uuid.UUID, version: int, wrote: Wrote) -> None:
    """Change a note; one that was removed is back with that.  Raises Stale, NoNote or Damaged."""

    def act(note: Note) -> None:
        note.text, note.kind, note.at, note.removed = wrote.text, wrote.kind, wrote.at, False

    _change(store, key, note_id, version, act)


def remove(store: str, key: uuid.UUID, note_id: uuid.UUID, version: int) -> None:
    """Take a note out of sight; `put_back` brings it back.  Raises Stale, NoNote or Damaged."""

    def act(note: Note) -> None:
        note.removed = True

    _change(store, key, note_id, version, act)


def put_back(store: str, key: uuid.UUID, note_id: uuid.UUID, version: int) -> None:
    """Put back a note that was removed.  Raises Stale, NoNote or Damaged."""

    def act(note: Note) -> None:
        note.removed = False

    _change(store, key, note_id, version, act)


def clear(store: str, state: str) -> None:
    """Delete the removed notes for good, with every copy of the file that the program keeps: they stand there, too.

    Raises Stale where the notes are not those of that state, or Damaged.
    """
    with writes(store, DAMAGED):
        if state_of(store) != state:
            raise Stale
        delete_copies(store)
        Note.objects.using(store).filter(removed=True).delete()


def delete_all(store: str, state: str) -> None:
    """Delete a store's file for good, readable or not, with every copy of it that the program keeps.

    Raises Stale where the notes are not those of that state.
    """
    with alone:
        if state_of(store) != state:
            raise Stale
        delete_file(store)


def _change(
    store: str, key: uuid.UUID, note_id: uuid.UUID, version: int, act: Callable[[Note], None]
) -> None:
    with writes(store, DAMAGED):
        note = note_of(store, note_id)
        if note.key == key:
            return
        if note.version != version:
            raise Stale(note)
        act(note)
        note.key, note.version = key, version + 1
        note.digest = note.sealed()
        note.save(using=store, force_update=True)
