"""Rows whose number a spreadsheet has lost, where another file holds the same payments with their numbers.

A person whose file was saved by a spreadsheet is told to export it anew: both files then hold the same payments.
"""

from collections import Counter
from collections.abc import Hashable, Sequence

from ashore.household.transactions import Transaction
from ashore.importers.bills.identity import NUMBERED_BY_PAYMENT, is_real, way_of


def without_resaved(files: Sequence[Sequence[Transaction]]) -> list[Sequence[Transaction]]:
    """Return the files, each without its rows of no number that another file holds with one, as many as it holds.

    The seconds do not count, which a spreadsheet loses too.
    """
    if not any(_counted(file, numbered=False) for file in files):
        return list(files)
    numbered = [_counted(file, numbered=True) for file in files]
    return [_without(file, _most(numbered, place) - numbered[place]) for place, file in enumerate(files)]


def _most(numbered: Sequence[Counter[Hashable]], but: int) -> Counter[Hashable]:
    """Return how many rows with a number say the same in the file, of all but one, that holds most of them."""
    most: Counter[Hashable] = Counter()
    for place, counted in enumerate(numbered):
        if place != but:
            most |= counted
    return most


def _counted(rows: Sequence[Transaction], *, numbered: bool) -> Counter[Hashable]:
    """Return how many rows with a number, or with none, say the same."""
    some = (one for one in rows if (is_real(one.order) if numbered else not one.order))
    return Counter(key for one in some if (key := _said(one)) is not None)


def _said(one: Transaction) -> Hashable | None:
    """Return what a row says of its payment to the minute; None where it says too little."""
    if one.source not in NUMBERED_BY_PAYMENT or one.at is None:
        return None
    at = one.at.replace(second=0)
    return (one.source, one.day, at, way_of(one), one.kind, one.amount_fen, one.counterparty, one.text)


def _without(rows: Sequence[Transaction], held: Counter[Hashable]) -> list[Transaction]:
    """Return the rows without those of no number that are held elsewhere; takes from `held`."""
    kept: list[Transaction] = []
    for one in rows:
        key = None if one.order else _said(one)
        if key is not None and held[key] > 0:
            held[key] -= 1
        else:
            kept.append(one)
    return kept
