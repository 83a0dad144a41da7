"""Which purchase a refund gives back, and refunds that an export states twice: in the purchase's row and in its own."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import time
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.bills.identity import way_of

GIVEN_BACK: Final = frozenset({"spending", "transfer"})
"""What a refund may give back: a purchase, or money sent to somebody."""
TITLE: Final = re.compile(r"^退款[-—:：]\s*")
"""What apps put before the title of what is given back."""
Order = tuple[str, str]
"""An export and a number in it."""


@dataclass(frozen=True, slots=True)
class Refunded:
    """Each refund with its purchase, those above what was left of it, and those without one, as places in the rows."""

    pairs: tuple[tuple[int, int], ...]
    above: tuple[int, ...]
    alone: tuple[int, ...]


def settle_stated(rows: Sequence[Transaction]) -> list[Transaction]:
    """Return the rows without what is stated twice of a refund.

    A refund stated in its purchase's row (`131.77(已退款89.84)`) counts only as far as the refunds of that order with
    rows of their own do not cover it; of what several exports state of one purchase, the most counts.
    """
    refunds = [one for one in rows if one.kind == "refund" and one.refund_of]
    if not refunds:
        return list(rows)
    bought = said_of_purchases(rows, {one.refund_of for one in refunds})
    stated: dict[Order, list[Transaction]] = defaultdict(list)
    own: dict[Order, int] = defaultdict(int)
    for one in refunds:
        if is_stated(one, bought):
            stated[one.source, one.refund_of].append(one)
        else:
            own[one.source, one.refund_of] += one.amount_fen
    left: dict[int, Transaction | None] = dict.fromkeys(id(one) for some in stated.values() for one in some)
    for order, some in stated.items():
        left |= {id(one): _of_amount(one, fen) for one, fen in _uncovered(_most(some), own[order])}
    return [kept for one in rows if (kept := left.get(id(one), one))]


def said_of_purchases(rows: Sequence[Transaction], orders: Collection[str]) -> set[object]:
    """Return what purchases with these numbers say, as `is_stated` asks for it."""
    return {_said(one, one.order) for one in rows if one.order in orders and one.kind == "spending"}


def is_stated(one: Transaction, bought: Collection[object]) -> bool:
    """Return whether a refund was stated in the row of its purchase, all of which it then has but the amount."""
    return _said(one, one.refund_of) in bought


def _said(one: Transaction, order: str) -> tuple[object, ...]:
    return (one.source, one.day, one.at, one.counterparty, one.text, order)


def _of_amount(one: Transaction, amount_fen: int) -> Transaction:
    return one if one.amount_fen == amount_fen else replace(one, amount_fen=amount_fen)


def _most(some: Sequence[Transaction]) -> list[Transaction]:
    """Return the largest refund that is stated of each purchase of an order, known by its moment."""
    most: dict[object, Transaction] = {}
    for one in some:
        key = (one.day, one.at, one.counterparty, one.text)
        if key not in most or most[key].amount_fen < one.amount_fen:
            most[key] = one
    return list(most.values())


def _uncovered(some: Sequence[Transaction], own_fen: int) -> Iterator[tuple[Transaction, int]]:
    """Yield what is left of each stated refund after those with rows of their own, the earliest covered first."""
    for one in sorted(some, key=lambda one: (one.day, one.at or time.min, one.amount_fen)):
        covered = min(own_fen, one.amount_fen)
        own_fen -= covered
        if covered < one.amount_fen:
            yield one, one.amount_fen - covered


def pair_refunds(rows: Sequence[Transaction]) -> Refunded:
    """Return what each refund gives back.

    By the order number that it names, purchases of one order together.  One that names none gives back the latest
    payment to the same side: one of just this amount before one that it is a part of, one with the same title first.
    A purchase never gives back more than it was.
    """
    places = sorted(range(len(rows)), key=lambda place: _moment(rows[place]))
    left = {place: rows[place].amount_fen for place in places if _may_be_given_back(rows[place])}
    pairs, above = _by_order(rows, places, left)
    for titled, whole in ((True, True), (False, True), (True, False), (False, False)):
        refunds = {
            place
            for place in places
            if rows[place].kind == "refund" and not rows[place].refund_of and place not in pairs
        }
        pairs |= _by_side(rows, places, left, refunds, titled=titled, whole=whole)
    alone = [
        place
        for place in places
        if rows[place].kind == "refund" and place not in pairs and place not in above
    ]
    return Refunded(tuple(sorted(pairs.items())), tuple(sorted(above)), tuple(alone))


def _moment(one: Transaction) -> tuple[object, ...]:
    """Return when a row was, a refund after what it may give back."""
    return (one.day, one.at or time.min, one.kind == "refund")


def _may_be_given_back(one: Transaction) -> bool:
    return one.kind in GIVEN_BACK and one.nature != "own-account" and way_of(one) == "out"


def _by_order(
    rows: Sequence[Transaction], places: Sequence[int], left: dict[int, int]
) -> tuple[dict[int, int], set[int]]:
    """Return the refunds paired by the order they name, and those above what is left of it; takes from `left`."""
    bought: dict[Order, list[int]] = defaultdict(list)
    for place in left:
        if rows[place].order:
            bought[rows[place].source, rows[place].order].append(place)
    pairs: dict[int, int] = {}
    above: set[int] = set()
    for place in places:
        one = rows[place]
        named = bought.get((one.source, one.refund_of), []) if one.kind == "refund" else []
        before = [at for at in named if rows[at].day <= one.day]
        if before and one.amount_fen <= sum(left[at] for at in before):
            pairs[place] = _take(rows, left, before, one)
        elif before:
            above.add(place)
    return pairs, above


def _take(
    rows: Sequence[Transaction], left: dict[int, int], places: Sequence[int], refund: Transaction
) -> int:
    """Take a refund off what is left of payments of one order; return the one that best fits it."""

    def misfit(place: int) -> tuple[bool, bool, int, int]:
        other = rows[place].counterparty != refund.counterparty
        return left[place] < refund.amount_fen, other, left[place], -place

    open_fen = refund.amount_fen
    best, *others = sorted(places, key=misfit)
    for place in (best, *others):
        taken = min(left[place], open_fen)
        left[place] -= taken
        open_fen -= taken
    return best


def _by_side(
    rows: Sequence[Transaction],
    places: Sequence[int],
    left: dict[int, int],
    refunds: Collection[int],
    *,
    titled: bool,
    whole: bool,
) -> dict[int, int]:
    """Return the refunds paired with the latest payment to the same side that has enough left; takes from `left`.

    With `titled`, only one with the same title; with `whole`, only one that has just the refund's amount left.
    """
    paid: dict[tuple[str, str, str, int], list[int]] = defaultdict(list)
    pairs: dict[int, int] = {}
    for place in places:
        one = rows[place]
        side, title = one.counterparty.strip("*/ "), TITLE.sub("", one.text)
        if not (title if titled else side):
            continue
        key = (one.source, side, title if titled else "")
        if left.get(place):
            paid[*key, left[place] if whole else 0].append(place)
        elif place in refunds:
            earlier = paid[*key, one.amount_fen if whole else 0]
            at = next((at for at in reversed(earlier) if left[at] >= one.amount_fen), None)
            if at is not None:
                left[at] -= one.amount_fen
                pairs[place] = at
                del earlier[len(earlier) - whole :]  # with `whole` it was the last
    return pairs
