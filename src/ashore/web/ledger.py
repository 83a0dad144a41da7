"""The payments of the open book, and what waits to be taken in: in memory alone, and only while the book is open."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ashore.diagnosis.asked import Seen
from ashore.diagnosis.categories import Categorised, categorise
from ashore.diagnosis.category_rules import Rules
from ashore.documents.bills import seen_of
from ashore.household.model import Household
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.gathering import Ledger, gather
from ashore.packs.categories import load_rules
from ashore.store.private.bills import imports, taught
from ashore.store.private.bills.imports import Given
from ashore.web.at_close import forget_at_close
from ashore.web.config import JURISDICTION


@dataclass(frozen=True, slots=True)
class Bills:
    """Every import that is kept: the files as read, the payments put together, and what each of them was for."""

    readings: tuple[BillReading, ...]
    ledger: Ledger
    sorted: Categorised
    rules: Rules

    @property
    def payments(self) -> tuple[Transaction, ...]:
        """Return every payment once, in the order of time, with its category."""
        return self.sorted.ledger

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Return the days that the exports cover."""
        return tuple(seen for one in self.readings for seen in seen_of(one))


@dataclass(frozen=True, slots=True)
class Waiting:
    """Files that were read and are shown, and are kept only when the person says so; `id` is the one of the page."""

    id: str
    given: tuple[Given, ...]


class _Memory:
    bills: tuple[str, Bills] | None = None
    waiting: Waiting | None = None


_memory: Final = _Memory()


def forget() -> None:
    """Drop all of it: the book is closed."""
    _memory.bills = _memory.waiting = None


forget_at_close(forget)


def bills_of(household: Household | None) -> Bills:
    """Return what is imported, put together once for as long as neither an import nor something taught has changed.

    Raises Damaged.
    """
    jurisdiction = household.jurisdiction if household else JURISDICTION
    trader = bool(household and household.businesses)
    state = f"{imports.state_of()} {jurisdiction} {trader}"
    if _memory.bills and _memory.bills[0] == state:
        return _memory.bills[1]
    readings, rules = imports.readings(), load_rules(jurisdiction)
    ledger = gather(readings)
    corrections = [one.correction for one in taught.taught()]
    found = Bills(readings, ledger, categorise(ledger.transactions, rules, corrections, trader=trader), rules)
    _memory.bills = (state, found)
    return found


def wait(given: Sequence[Given]) -> None:
    """Keep what was read until it is taken in or left; what waited before is gone."""
    _memory.waiting = Waiting(secrets.token_hex(8), tuple(given))


def waiting() -> Waiting | None:
    """Return what waits to be taken in."""
    return _memory.waiting


def leave() -> None:
    """Drop what waits to be taken in."""
    _memory.waiting = None
