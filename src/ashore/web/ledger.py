"""The payments of the open book, and what waits to be taken in: in memory alone, and only while the book is open."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import resources
from typing import Final

from ashore.documents.bills import seen_of
from ashore.documents.monthly import SortedBills
from ashore.documents.sorting import sort_bills
from ashore.household.model import Household
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.packs.called import called_in_bills
from ashore.packs.categories import load_rules
from ashore.store.keyring import held
from ashore.store.private.bills import imports, taught
from ashore.store.private.bills.imports import Given
from ashore.web.at_close import forget_at_close
from ashore.web.clock import today
from ashore.web.config import JURISDICTION

EXAMPLE: Final = "demo-bill.csv"
"""The bill of the example household, whose every payment is made up; it is read when a page asks for payments."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Files that were read and are shown, and are kept only when the person says so; `id` is the one of the page."""

    id: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    state: str
    readings: tuple[BillReading, ...]
    bills: SortedBills


class _Memory:
    kept: _Kept | None = None
    waiting: Waiting | None = None


_memory: Final = _Memory()


def forget() -> None:
    """Drop all of it: the book is closed."""
    _memory.kept = _memory.waiting = None


forget_at_close(forget)


def bills_of(household: Household | None) -> SortedBills:
    """Return what is imported, with what each payment was for.  Raises Damaged."""
    return _kept(household).bills


def readings_of(household: Household | None) -> tuple[BillReading, ...]:
    """Return the files that are kept, as read, in the order taken in.  Raises Damaged."""
    return _kept(household).readings


def _kept(household: Household | None) -> _Kept:
    """Return what is kept, put together once for as long as neither an import nor something taught has changed."""
    jurisdiction = household.jurisdiction if household else JURISDICTION
    trader = bool(household and household.businesses)
    demo = f"{today()}" if held().demo else ""
    called = called_in_bills(household) if household else {}
    state = f"{imports.state_of()} {jurisdiction} {trader} {demo} {sorted(called.items())}"
    if _memory.kept and _memory.kept.state == state:
        return _memory.kept
    readings, rules = (_example(today()),) if demo else imports.readings(), load_rules(jurisdiction)
    corrections = [one.correction for one in taught.taught()]
    payments = sort_bills(gather(readings).transactions, household, rules, corrections, trader=trader)
    seen = tuple(seen for one in readings for seen in seen_of(one))
    _memory.kept = _Kept(state, readings, SortedBills(payments, seen, rules))
    return _memory.kept


def _example(until: date) -> BillReading:
    """Return the made-up bill of the example as it would be exported on a day: nothing of it lies ahead."""
    found = read_bill(EXAMPLE, (resources.files("ashore") / "examples" / EXAMPLE).read_bytes())
    payments = tuple(one for one in found.transactions if one.day <= until)
    span = (found.span[0], min(found.span[1], until)) if found.span else None
    return replace(found, transactions=payments, span=span)


def wait(given: Sequence[Given]) -> None:
    """Keep what was read until it is taken in or left; what waited before is gone."""
    _memory.waiting = Waiting(secrets.token_hex(8), tuple(given))


def waiting() -> Waiting | None:
    """Return what waits to be taken in."""
    return _memory.waiting


def leave() -> None:
    """Drop what waits to be taken in."""
    _memory.waiting = None
