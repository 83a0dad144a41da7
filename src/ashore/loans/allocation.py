"""The order in which a payment fills what is due: oldest instalment first, or a contract's order of buckets."""

from collections.abc import Iterator, Sequence
from typing import Final

from ashore.loans.item import Item
from ashore.loans.parts import MEMBERS, Parts, no_parts
from ashore.loans.terms import PARTS, Bucket, Terms

DEFAULT: Final = tuple(part for word in PARTS for part in MEMBERS[word])
"""The parts of one instalment in the default order."""


def order_for(terms: Terms, days_past_due: int) -> tuple[Bucket, ...] | None:
    """Return the order of buckets in force at so many days past due; None is the default, instalment by instalment."""
    if terms.allocation_after_days is not None and days_past_due > terms.allocation_after_days:
        return terms.allocation_after
    return terms.allocation


def _slots(items: Sequence[Item], order: tuple[Bucket, ...] | None) -> Iterator[tuple[Item, tuple[int, ...]]]:
    """Yield (instalment, parts of it) in the order of filling: a typed order's buckets, then the default order."""
    for state, word in order or ():
        for item in items:
            if item.late == (state == "past-due"):
                yield item, MEMBERS[word]
    for item in items:
        yield item, DEFAULT


def allocate(items: Sequence[Item], amount_fen: int, order: tuple[Bucket, ...] | None) -> Parts:
    """Return what a payment into the instalments (oldest first) paid, by part; less than it where all is filled."""
    paid, left = no_parts(), amount_fen
    for item, members in _slots(items, order):
        if left == 0:
            break
        parts = item.parts
        for part in members:
            if there := parts[part]:
                share = min(left, there)
                parts[part] -= share
                paid[part] += share
                left -= share
    return paid
