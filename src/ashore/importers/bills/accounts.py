"""Banks' exports that do not say which card they are of: one that repeats another export is of that one's account.

What the person calls a card is said later, or changed: a payment is not another one for that.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.identity import way_of
from ashore.importers.bills.naming import tails_in

BANK: Final = "bank"
ALIKE_MIN: Final = 3
"""So many payments must be the same, or all of the shorter export: a single one may be two cards' monthly fee."""


@dataclass(frozen=True, slots=True)
class _Export:
    """One bank's export: where it stands among the readings, what it is called, its payments as they are said."""

    place: int
    account: str
    rows: tuple[tuple[date, Hashable], ...]

    @property
    def is_sure(self) -> bool:
        """Return whether the card's last digits are known."""
        return bool(tails_in(self.account))

    def within(self, since: date, until: date) -> "Counter[tuple[date, Hashable]]":
        """Return the payments of some days, both included."""
        return Counter(row for row in self.rows if since <= row[0] <= until)

    @property
    def span(self) -> tuple[date, date]:
        """Return the days of the first and the last payment."""
        days = [day for day, _ in self.rows]
        return min(days), max(days)


def as_one_account(readings: Sequence[BillReading]) -> tuple[BillReading, ...]:
    """Return the readings, each bank's export of an unknown card under the account of those that it repeats.

    Which names that gives does not depend on their order.  Where it would be one card as well as another, it stays.
    """
    exports = [one for place, reading in enumerate(readings) for one in _export(place, reading)]
    named = dict(_named(exports)) if any(not one.is_sure for one in exports) else {}
    return tuple(
        _under(reading, named[place]) if place in named else reading for place, reading in enumerate(readings)
    )


def _export(place: int, reading: BillReading) -> Iterator[_Export]:
    """Yield a bank's export of one account; one whose rows name several says already which is which."""
    rows = reading.transactions
    accounts = {one.account for one in rows}
    if not reading.stopped and len(accounts) == 1 and all(one.source == BANK for one in rows):
        yield _Export(place, next(iter(accounts)), tuple((one.day, _said(one)) for one in rows))


def _said(one: Transaction) -> Hashable:
    """Return all that a row says of its payment but the account."""
    words = (one.counterparty, one.text, one.method, one.order, one.merchant_order)
    return (one.at, way_of(one), one.amount_fen, *words)


def _named(exports: Sequence[_Export]) -> Iterator[tuple[int, str]]:
    """Yield the places of exports of unknown cards with the account that those they repeat have."""
    together = {one.place: {one.place} for one in exports}
    for one, other in combinations(exports, 2):
        if not (one.is_sure and other.is_sure) and _is_same(one, other):
            both = together[one.place] | together[other.place]
            together |= dict.fromkeys(both, both)
    by_place = {one.place: one for one in exports}
    for one in exports:
        others = [by_place[place] for place in together[one.place]]
        sure = {each.account for each in others if each.is_sure}
        digits = {tails_in(account) for account in sure}
        if not one.is_sure and len(others) > 1 and len(digits) <= 1:
            names = sure or {each.account for each in others}
            yield one.place, max(names, key=lambda name: (len(name), name))


def _is_same(one: _Export, other: _Export) -> bool:
    """Return whether two exports hold the same payments on the days that both cover.

    The first and the last of these days may be cut short in one of them.
    """
    since, until = max(one.span[0], other.span[0]), min(one.span[1], other.span[1])
    first, second = one.within(since, until), other.within(since, until)
    inner = [[row for row in rows.elements() if since < row[0] < until] for rows in (first, second)]
    if Counter(inner[0]) != Counter(inner[1]) or not (first <= second or second <= first):
        return False
    alike = sum((first & second).values())
    return alike >= min(ALIKE_MIN, len(one.rows), len(other.rows))


def _under(reading: BillReading, account: str) -> BillReading:
    return replace(reading, transactions=tuple(replace(one, account=account) for one in reading.transactions))
