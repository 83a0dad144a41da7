"""What files would add to the bills that are kept, before they are; for the person alone (practice H1)."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.diagnosis.asked import Seen
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.importing import Imported, import_parts
from ashore.errors import Message
from ashore.importers.bills.accounts import as_one_account
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.gathering import Ledger
from ashore.importers.bills.identity import key_of
from ashore.texts.language import Language


@dataclass(frozen=True, slots=True)
class BillTold:
    """One file as it is told: its name, how many payments it adds, and what is to be said of it.

    `anew`: its very bytes are kept already, and are read otherwise now, as a bank's card has been named since.
    """

    name: str
    new: int
    blocks: tuple[Block, ...]
    anew: bool = False


@dataclass(frozen=True, slots=True)
class Preview:
    """Files that were read, told one by one, and what they make together with what is kept, where they add to it."""

    told: tuple[BillTold, ...]
    together: Part | None

    @property
    def adds(self) -> bool:
        """Return whether anything new is in them."""
        return any(one.new or one.anew for one in self.told)


_ANEW: Final = (Say(Message("bills-file-anew"), "lead"),)


def preview_of(
    given: Sequence[BillReading],
    known: Sequence[BillReading],
    same: Collection[int],
    after: Ledger,
    language: Language,
) -> Preview:
    """Return what files hold and what each would add to those that are known, one after the other.

    `same`: the places of files whose very bytes are known; `after`: the ledger of all of them together.
    """
    files = import_parts(Imported(tuple(given), Ledger(())), language)[: len(given)]
    counted = (*known, *(one for one in given if not one.stopped))
    together = import_parts(Imported(counted, after), language)[len(counted) :]
    told: list[BillTold] = []
    have: Counter[Hashable] = Counter()
    alike = as_one_account((*known, *given))
    for one in alike[: len(known)]:
        have |= _keys(one)
    kept = {one.file: one.transactions for one in known}
    for place, (one, part, keyed) in enumerate(zip(given, files, alike[len(known) :], strict=True)):
        keys = _keys(keyed)
        again = sum((keys & have).values())
        new = sum(keys.values()) - again
        have |= keys
        anew = place in same and not one.stopped and kept.get(one.file) != one.transactions
        said = _ANEW if anew else _adds(one, new, again, is_same=place in same)
        told.append(BillTold(one.file, new, (*said, *part.blocks), anew))
    return Preview(tuple(told), together[0] if together else None)


def _keys(reading: BillReading) -> Counter[Hashable]:
    return Counter(key_of(one) for one in reading.transactions)


def _adds(reading: BillReading, new: int, again: int, *, is_same: bool) -> Iterator[Block]:
    if reading.stopped:
        return
    if is_same:
        yield Say(Message("bills-file-same"), "lead")
        return
    yield Say(Message("bills-file-new", {"new_count": new, "known_count": again}), "lead")
    if days := days_of(reading):
        yield Say(Message("bills-file-days", {"first": days[0], "last": days[1]}))


def days_of(reading: BillReading) -> tuple[date, date] | None:
    """Return the days of the first and the last payment; None where there is none."""
    days = [one.day for one in reading.transactions]
    return (min(days), max(days)) if days else None


def seen_of(reading: BillReading) -> tuple[Seen, ...]:
    """Return the days that a file covers, as it says itself; else from its first payment to its last."""
    days = days_of(reading)
    if days is None:
        return ()
    since, until = reading.span or days
    sources = sorted({one.source for one in reading.transactions})
    return tuple(Seen(source, min(since, days[0]), max(until, days[1])) for source in sources)
