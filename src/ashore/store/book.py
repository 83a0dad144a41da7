"""Reading and changing the book that is open: the household as text and values, each change made once, each undone.

Every write carries a key that its writer chose: the same key again changes nothing more.  An edit names the version it
was made from; one made from an older version is refused, with both shown to choose from.
"""

import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Final, Literal

from django.db import transaction

from ashore.errors import AshoreError
from ashore.household import Estimates, Reading, read_parsed, read_source
from ashore.household.dumping import dump_household
from ashore.household.file.plain import is_list
from ashore.household.writing import Change as Edit
from ashore.household.writing import Remove, Set
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from ashore.store.faults import Damaged
from ashore.store.models import Change, Entry
from ashore.store.text import BELOW, SECTIONS, TOP, Piece, Unsplit, changed, join, new_piece, split, values_of
from ashore.store.unchanged import unchanged

STEP: Final = 1_000_000
"""The entries of a file are this far apart, so that others can come between two."""
ORDER: Final = (TOP, *SECTIONS)
Kind = Literal["made", "add", "edit", "remove", "import", "tick", "undo"]
Row = tuple[str, str, int, str, bool]


class Stale(AshoreError):
    """An edit of a version that is no longer the newest: nothing was written."""

    def __init__(self, entry: Entry) -> None:
        """Keep the newest version, to show beside what was typed."""
        super().__init__("book-stale")
        self.entry = entry


class NoEntry(AshoreError):
    """There is no such entry, or it was removed."""


class NotImported(AshoreError):
    """A file that cannot be taken in; the reading says why."""

    def __init__(self, reading: Reading) -> None:
        """Keep the reading with its findings."""
        super().__init__("book-not-imported")
        self.reading = reading


@dataclass(frozen=True, slots=True)
class Book:
    """The book as it stands: its entries in order, and the number of its last change."""

    entries: tuple[Entry, ...]
    version: int = 0

    @property
    def text(self) -> str:
        """Return the household file; each entry was looked at when the book was loaded."""
        return join(Piece(entry.section, entry.text) for entry in self.entries)

    def reading(self) -> Reading:
        """Return the household and the findings on it."""
        return read_text(self.text)

    @property
    def jurisdiction(self) -> str | None:
        """Return where the household says that it lives; None where it does not, or there is no pack for it."""
        said = next((entry_values(entry).get("jurisdiction") for entry in self.of("household")), None)
        return next((one for one in jurisdictions() if one == said), None)

    def estimated(self, estimates: Estimates) -> Reading:
        """Return the same with what nobody knows yet of a contract taken; nothing of it is written."""
        return read_text(self.text, estimates)

    def reading_with(self, entry: Entry, edits: Iterable[Edit]) -> Reading:
        """Return what the reading would be after an edit of an entry; nothing is written."""
        piece = changed(piece_of(entry), edits)
        pieces = (piece if one.pk == entry.pk else Piece(one.section, one.text) for one in self.entries)
        return read_text(join(pieces))

    def of(self, section: str) -> tuple[Entry, ...]:
        """Return the entries of a section."""
        return tuple(entry for entry in self.entries if entry.section == section)

    def below(self, owner: Entry) -> tuple[Entry, ...]:
        """Return the entries that belong to one: a debt's concessions and events."""
        at = self.entries.index(owner) + 1
        end = next(
            (place for place in range(at, len(self.entries)) if self.entries[place].section not in BELOW),
            len(self.entries),
        )
        return self.entries[at:end]

    def owner_of(self, entry: Entry) -> Entry:
        """Return the debt that an entry belongs to."""
        before = self.entries[: self.entries.index(entry)]
        return next(one for one in reversed(before) if one.section == BELOW[entry.section])

    def path_of(self, entry: Entry) -> str:
        """Return where an entry stands in the file, as findings name it (`debt[2]`, `debt[2].concession[0]`)."""
        if entry.section in ("household", TOP):
            return entry.section
        if entry.section not in BELOW:
            return f"{entry.section}[{self.of(entry.section).index(entry)}]"
        owner = self.owner_of(entry)
        same = [one for one in self.below(owner) if one.section == entry.section]
        return f"{self.path_of(owner)}.{entry.section.split('.')[1]}[{same.index(entry)}]"


def read_text(text: str, estimates: Estimates | None = None) -> Reading:
    """Return the household of a file's text with the findings on it."""
    return read_parsed(read_source(text.encode()), all_products(), jurisdictions(), estimates)


def piece_of(entry: Entry) -> Piece:
    """Return the table of an entry.  Raises Damaged where the row is not as it was written."""
    if entry.digest != entry.sealed():
        raise Damaged("book-damaged")
    return Piece(entry.section, entry.text)


def load() -> Book:
    """Return the book as it stands.  Raises Damaged."""
    return unchanged("book", _read)


def _read() -> Book:
    last = Change.objects.values_list("pk", flat=True).last() or 0
    book = Book(tuple(Entry.objects.filter(removed=False)), last)
    for entry in book.entries:
        piece_of(entry)
    return book


def entry_of(entry_id: uuid.UUID) -> Entry:
    """Return an entry that is in the book.  Raises NoEntry or Damaged."""
    entry = Entry.objects.filter(pk=entry_id, removed=False).first()
    if entry is None:
        raise NoEntry("book-no-entry")
    piece_of(entry)
    return entry


def entry_values(entry: Entry) -> Mapping[str, object]:
    """Return the plain values of an entry."""
    return values_of(piece_of(entry))


def add(key: uuid.UUID, section: str, values: Mapping[str, object], owner: Entry | None = None) -> None:
    """Add an entry behind the last of its section, or behind what belongs to its owner."""

    def act(book: Book) -> list[Entry]:
        known = {"id": next(_free_ids()), **values} if section == "debt" else values
        entry = Entry(
            section=section, position=_place(book, section, owner), text=new_piece(section, known).text
        )
        return [entry, *_without_cash(book, section)]

    _once(key, "add", act)


def edit(key: uuid.UUID, entry_id: uuid.UUID, version: int, edits: Iterable[Edit]) -> None:
    """Change an entry in place.  Raises Stale, NoEntry, and UnknownPath for a path it does not have."""

    def act(book: Book) -> list[Entry]:
        entry = entry_of(entry_id)
        if entry.version != version:
            raise Stale(entry)
        entry.text = changed(piece_of(entry), edits).text
        return [entry, *_without_cash(book, entry.section)]

    _once(key, "edit", act)


def change_many(
    key: uuid.UUID,
    kind: Kind,
    version: int,
    edits: Mapping[uuid.UUID, Sequence[Edit]],
    added: Sequence[tuple[Entry | None, str, Mapping[str, object]]],
    removed: Collection[uuid.UUID] = (),
) -> None:
    """Change several entries and add others, behind their owners if they have one, as one change undone as one.

    `version` is the book's (`Book.version`); raises Stale where anything changed since.
    """

    def act(book: Book) -> list[Entry]:
        if book.version != version:
            raise Stale(book.entries[0])
        touched: list[Entry] = []
        for entry_id, changes in edits.items():
            entry = next(one for one in book.entries if one.pk == entry_id)
            entry.text = changed(piece_of(entry), changes).text
            touched.append(entry)
        for entry in book.entries:
            if entry.pk in removed:
                entry.removed = True
                touched.append(entry)
        ids = _free_ids()
        for number, (owner, section, values) in enumerate(added):
            position = _place(book, section, owner) + number
            known = {"id": next(ids), **values} if section == "debt" else values
            touched.append(Entry(section=section, position=position, text=new_piece(section, known).text))
        return touched

    _once(key, kind, act)


def remove(key: uuid.UUID, entry_id: uuid.UUID, version: int | None = None) -> None:
    """Take an entry out, with what belongs to it; `undo` puts it back.

    `version`: the one that was looked at; None for whichever there is.  Raises NoEntry, and Stale where it is another.
    """

    def act(book: Book) -> list[Entry]:
        entry = next((one for one in book.entries if one.pk == entry_id), None)
        if entry is None:
            raise NoEntry("book-no-entry")
        if version not in (None, entry.version):
            raise Stale(entry)
        gone = [entry, *(book.below(entry) if entry.section == "debt" else ())]
        for one in gone:
            one.removed = True
        return [*gone, *(_unnamed(book, entry) if entry.section == "debt" else ())]

    _once(key, "remove", act)


def replace_all(key: uuid.UUID, text: str, kind: Kind = "import") -> None:
    """Put a household file in the place of all entries; `undo` brings them back.  Raises NotImported.

    A file that was repaired while it was read, or is not in tables of its own, is written out anew; what holds the
    reading up is not taken in.
    """
    pieces = _pieces(text)

    def act(book: Book) -> list[Entry]:
        for entry in book.entries:
            entry.removed = True
        added = [
            Entry(section=piece.section, position=(at + 1) * STEP, text=piece.text)
            for at, piece in enumerate(pieces)
        ]
        return [*book.entries, *added]

    _once(key, kind, act)


def _pieces(text: str) -> Sequence[Piece]:
    source = read_source(text.encode())
    reading = read_parsed(source, all_products(), jurisdictions())
    try:
        return split(source.text)
    except Unsplit as error:
        if reading.household is None:
            raise NotImported(reading) from error
        return split(dump_household(reading.household))


def undo(key: uuid.UUID, change_id: int) -> None:
    """Undo a change that is still the last one on each of its rows.  Raises Stale where a row changed since."""

    def act(_: Book) -> list[Entry]:
        change = Change.objects.select_for_update().exclude(kind="made").get(pk=change_id)
        touched: list[Entry] = []
        for before, after in change.rows:
            entry = Entry.objects.get(pk=after[0])
            if list(_row(entry)) != after:
                raise Stale(entry)
            entry.removed = True
            if before:
                _, entry.section, entry.position, entry.text, entry.removed = before
            touched.append(entry)
        change.undone = True
        change.save(update_fields=["undone"])
        return touched

    _once(key, "undo", act)


def last_change() -> Change | None:
    """Return the last change that can be undone; that the book was made is none."""
    return unchanged("last-change", _last_change)


def _last_change() -> Change | None:
    return Change.objects.defer("rows").exclude(kind__in=("undo", "made")).filter(undone=False).last()


def is_made(key: uuid.UUID) -> bool:
    """Return whether a change was made already: the form that carries its key is sent again."""
    return Change.objects.filter(key=key).exists()


def _row(entry: Entry) -> Row:
    return (str(entry.pk), entry.section, entry.position, entry.text, entry.removed)


def _once(key: uuid.UUID, kind: Kind, act: Callable[[Book], list[Entry]]) -> None:
    """Make a change whole, or nothing of it; one whose key was used already is done."""
    with transaction.atomic(durable=True):
        if Change.objects.filter(key=key).exists():
            return
        before = {entry.pk: _row(entry) for entry in Entry.objects.all()}
        touched = act(load())
        for entry in touched:
            if entry.pk in before:
                entry.version += 1
            entry.digest = entry.sealed()
            entry.save(force_insert=entry.pk not in before)
        rows = [[before.get(entry.pk), _row(entry)] for entry in touched]
        Change.objects.create(key=key, at=datetime.now(UTC), kind=kind, rows=rows)


def _unnamed(book: Book, debt: Entry) -> Iterator[Entry]:
    """Yield the accounts that named a debt as one that may debit them, without it."""
    gone = values_of(Piece(debt.section, debt.text)).get("id")
    for account in book.of("account"):
        named = values_of(piece_of(account)).get("debited_by")
        if is_list(named) and gone in named:
            left = [one for one in named if one != gone]
            account.text = changed(piece_of(account), [Set("debited_by", left)]).text
            yield account


def _free_ids() -> Iterator[str]:
    """Yield ids that no debt has or had, removed ones included."""
    taken = {str(values_of(Piece("debt", text)).get("id")) for text in _debt_texts()}
    return (name for number in count(len(taken) + 1) if (name := f"d{number}") not in taken)


def _debt_texts() -> Iterable[str]:
    return Entry.objects.filter(section="debt").values_list("text", flat=True)


def _without_cash(book: Book, section: str) -> list[Entry]:
    """Return the household's table without its own sum of cash, once accounts say where the money lies."""
    if section != "account" or "cash" not in values_of(piece_of(home := book.of("household")[0])):
        return []
    home.text = changed(piece_of(home), [Remove("cash")]).text
    return [home]


def _place(book: Book, section: str, owner: Entry | None) -> int:
    """Return a position behind the last entry of a section (or of an owner), before what follows it.

    Where there is none of the section yet, the sections stand in the order of the file's keys.  Entries that were
    removed keep their positions, for the day they are put back.
    """
    if owner is not None:
        near = (owner, *book.below(owner))[-1]
    else:
        rank = ORDER.index(section)
        near = [one for one in book.entries if ORDER.index(BELOW.get(one.section, one.section)) <= rank][-1]
    following = min((one.position for one in book.entries if one.position > near.position), default=None)
    taken = Entry.objects.filter(position__gte=near.position)
    if following is not None:
        taken = taken.filter(position__lt=following)
    return max(taken.values_list("position", flat=True)) + 1
