"""Reading and changing the imported bills of the open book.

The store's file is made with the first import and is gone once all is deleted.  Each file is kept whole, also what
another file has too, so that a deleted one takes nothing away that another still says: what is in two is told when the
ledger is put together (`importers.bills.gathering`).  Every write carries a key that its writer chose; a change names
the version it was made from.
"""

import hashlib
import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Final, TypeVar

from ashore.errors import AshoreError
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.store import keyring
from ashore.store.faults import Damaged
from ashore.store.files import bring_up, sound
from ashore.store.private.bills.models import File, Kept, Row, chain_of, row_digest
from ashore.store.private.bills.values import Unreadable, facts_text, payment_of, reading_of, text_of
from ashore.store.private.writing import alone, delete_copies, delete_file, writes
from ashore.store.unchanged import unchanged

R = TypeVar("R", File, Kept)
STORE: Final = "bills"
DAMAGED: Final = "bills-damaged"
AT_ONCE: Final = 2_000
"""How many payments are read from the file at a time."""


class Stale(AshoreError):
    """A change of a version that is no longer the newest: nothing was written."""

    def __init__(self) -> None:
        """Say only that it is so: the page is shown as it stands."""
        super().__init__("bills-stale")


class NoFile(AshoreError):
    """There is no such import."""

    def __init__(self) -> None:
        """Say only that it is so."""
        super().__init__("bills-gone")


@dataclass(frozen=True, slots=True)
class Given:
    """A bill to be imported: what was read of it, and the SHA-256 of its bytes."""

    reading: BillReading
    content: str


def content_of(data: bytes) -> str:
    """Return what a file's bytes are known by."""
    return hashlib.sha256(data).hexdigest()


def files() -> tuple[File, ...]:
    """Return the imported files in the order imported, the removed among them; no payment is read.  Raises Damaged."""
    return tuple(_sealed(File.objects.using(STORE))) if _is_there() else ()


def kept(kind: str) -> tuple[Kept, ...]:
    """Return what was taught of a kind, the newest last.  Raises Damaged."""
    return tuple(_sealed(Kept.objects.using(STORE).filter(kind=kind))) if _is_there() else ()


def readings() -> tuple[BillReading, ...]:
    """Return the imported files with every payment as it was read; the removed ones are not among them.

    Raises Damaged where a payment, a file or the number of payments is not as it was written.
    """
    return tuple(_reading(file) for file in files() if not file.removed)


def state_of() -> str:
    """Return a mark of all that is kept as it stands: the same while no import and nothing taught has changed."""
    try:
        parts = [f"{one.pk} {one.version}" for one in files()]
        parts += [str(pk) for pk in _all_kept()]
    except Damaged:
        parts = ["damaged"]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def add(key: uuid.UUID, given: Sequence[Given]) -> None:
    """Import files, all of them or none; one whose bytes are there already adds nothing, a removed one is put back.

    One that is read otherwise than it was, as its bank's card has been named since, is kept as it is read now.
    The same key again imports nothing more.  Raises Damaged.
    """
    with writes(STORE, DAMAGED):
        known = {one.content: one for one in files()}
        if any(one.pk == _id_of(key, number) for one in known.values() for number in range(len(given))):
            return
        for number, one in enumerate(given):
            found = known.get(one.content)
            if found is None:
                known[one.content] = _written(key, number, one)
            elif found.key != key and _chain(found, _rows_of(found, one)) != found.chain:
                _read_anew(found, key, one)
            elif found.removed:
                _changed(found, key, removed=False)


def remove(key: uuid.UUID, file_id: uuid.UUID, version: int) -> None:
    """Take a file out with all its payments; `put_back` brings it back.  Raises Stale, NoFile or Damaged."""
    _move(key, file_id, version, removed=True)


def put_back(key: uuid.UUID, file_id: uuid.UUID, version: int) -> None:
    """Put back a file that was removed.  Raises Stale, NoFile or Damaged."""
    _move(key, file_id, version, removed=False)


def clear(state: str) -> None:
    """Delete the removed files for good, with every copy of the store that the program keeps: they stand there, too.

    Raises Stale where the imports are not those of that state, or Damaged.
    """
    with writes(STORE, DAMAGED):
        if state_of() != state:
            raise Stale
        delete_copies(STORE)
        File.objects.using(STORE).filter(removed=True).delete()


def delete_all(state: str) -> None:
    """Delete the store's file for good, readable or not, with every copy of it that the program keeps.

    Raises Stale where the imports are not those of that state.
    """
    with alone:
        if state_of() != state:
            raise Stale
        delete_file(STORE)


def keep(key: uuid.UUID, kind: str, name: str, text: str) -> None:
    """Keep something that the person taught, in the place of what had its kind and name.  Raises Damaged."""
    with writes(STORE, DAMAGED):
        of_kind = Kept.objects.using(STORE)
        if of_kind.filter(pk=key).exists():
            return
        of_kind.filter(kind=kind, name=name).delete()
        one = Kept(id=key, kind=kind, name=name, text=text, written=datetime.now(UTC))
        one.digest = one.sealed()
        one.save(using=STORE, force_insert=True)


def drop(kept_id: uuid.UUID) -> None:
    """Forget something that was taught; what is gone already stays gone.  Raises Damaged."""
    with writes(STORE, DAMAGED):
        Kept.objects.using(STORE).filter(pk=kept_id).delete()


def _is_there() -> bool:
    """Return whether there is a file of this store, brought up to date; the example has none.  Raises Damaged."""
    if keyring.held().demo or not keyring.held().file(STORE).path.exists():
        return False
    with sound(DAMAGED):
        unchanged("tables", lambda: bring_up(STORE), STORE)
    return True


def _sealed(rows: Iterable[R]) -> Iterator[R]:
    with sound(DAMAGED):
        found = list(rows)
    for one in found:
        if one.digest != one.sealed():
            raise Damaged(DAMAGED)
        yield one


def _all_kept() -> tuple[uuid.UUID, ...]:
    if not _is_there():
        return ()
    with sound(DAMAGED):
        return tuple(Kept.objects.using(STORE).values_list("pk", flat=True))


def _reading(file: File) -> BillReading:
    """Return a file as it was read, every payment looked at.  Raises Damaged."""
    payments: list[Transaction] = []
    digests: list[str] = []
    try:
        with sound(DAMAGED):
            for place, day, text, digest in _rows(file):
                if place != len(digests) or digest != row_digest(file.pk, place, day.isoformat(), text):
                    raise Damaged(DAMAGED)
                digests.append(digest)
                payments.append(payment_of(text))
        if len(digests) != file.count or chain_of(digests) != file.chain:
            raise Damaged(DAMAGED)
        return reading_of(file.name, file.format, file.facts, payments)
    except Unreadable as error:
        raise Damaged(DAMAGED) from error


def _rows(file: File) -> Iterator[tuple[int, date, str, str]]:
    rows = Row.objects.using(STORE).filter(file=file).order_by("place")
    return rows.values_list("place", "day", "text", "digest").iterator(AT_ONCE)


def _id_of(key: uuid.UUID, number: int) -> uuid.UUID:
    """Return the id of the file of that number among those that one write adds."""
    return uuid.uuid5(key, str(number))


def _written(key: uuid.UUID, number: int, given: Given) -> File:
    """Write a file down with its payments."""
    reading = given.reading
    file = File(
        id=_id_of(key, number),
        name=reading.file,
        format=reading.format,
        content=given.content,
        facts=facts_text(reading),
        count=len(reading.transactions),
        written=datetime.now(UTC),
        key=key,
    )
    rows = [_row(file, place, one) for place, one in enumerate(reading.transactions)]
    file.chain = chain_of(one.digest for one in rows)
    file.digest = file.sealed()
    file.save(using=STORE, force_insert=True)
    Row.objects.using(STORE).bulk_create(rows)
    return file


def _rows_of(file: File, given: Given) -> tuple[Transaction, ...]:
    """Return the payments that were given under the name by which their file is kept."""
    rows = given.reading.transactions
    return tuple(one if one.file == file.name else replace(one, file=file.name) for one in rows)


def _chain(file: File, rows: Iterable[Transaction]) -> str:
    """Return what the digests of some payments make together as those of a file."""
    return chain_of(_row(file, place, one).digest for place, one in enumerate(rows))


def _read_anew(file: File, key: uuid.UUID, given: Given) -> None:
    """Put a file's payments as they are read now in the place of those it had."""
    reading = given.reading
    Row.objects.using(STORE).filter(file=file).delete()
    rows = [_row(file, place, one) for place, one in enumerate(_rows_of(file, given))]
    file.format, file.facts, file.count = reading.format, facts_text(reading), len(rows)
    file.chain = chain_of(one.digest for one in rows)
    _changed(file, key, removed=False)
    Row.objects.using(STORE).bulk_create(rows)


def _row(file: File, place: int, one: Transaction) -> Row:
    text = text_of(one)
    digest = row_digest(file.pk, place, one.day.isoformat(), text)
    return Row(file=file, place=place, day=one.day, text=text, digest=digest)


def _move(key: uuid.UUID, file_id: uuid.UUID, version: int, *, removed: bool) -> None:
    with writes(STORE, DAMAGED):
        file = next((one for one in files() if one.pk == file_id), None)
        if file is None:
            raise NoFile
        if file.key == key:
            return
        if file.version != version:
            raise Stale
        _changed(file, key, removed=removed)


def _changed(file: File, key: uuid.UUID, *, removed: bool) -> None:
    file.removed, file.key, file.version = removed, key, file.version + 1
    file.digest = file.sealed()
    file.save(using=STORE, force_update=True)
