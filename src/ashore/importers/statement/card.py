"""A card's statement: its bills, what was posted between them, and the figures that can be computed again."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ashore.errors import Finding, Place
from ashore.importers.statement.rows import Row
from ashore.loans.audit.bills import Bill, Card, Posted, PostedKind
from ashore.loans.audit.card import cycle_of, sums_of
from ashore.loans.audit.stated import Claim, Statement
from ashore.loans.parts import DAMAGES, INTEREST

BILL: Final = "due"
MINIMUM: Final = "minimum"
POSTED: Final[Mapping[str, PostedKind]] = {
    "bought": "bought", "lent": "bought", "cash": "cash", "payment": "paid", "early": "paid", "closing": "paid",
    "interest": "interest", "cash-interest": "cash-interest", "damages": "damages", "fee": "fee", "waive": "waived",
    "forgiven": "waived",
}  # fmt: skip
PART_OF: Final[Mapping[PostedKind, tuple[int, ...]]] = {
    "interest": (INTEREST,), "cash-interest": (INTEREST,), "damages": (DAMAGES,),
}  # fmt: skip
"""Postings that the contract decides, by the part of the debt that they add to."""
ONLY_CARDS: Final = frozenset({"bought", "cash", "cash-interest", MINIMUM})


def card_doubts(rows: Sequence[Row], *, card: bool) -> Iterator[Finding]:
    """Yield lines that no card has, or that only cards have; and that a card's statement has no two bills."""
    for row in rows:
        known = row.kind in {BILL, MINIMUM, *POSTED} if card else row.kind not in ONLY_CARDS
        if not known:
            yield Finding(
                "statement-card-line" if card else "statement-only-card", "stop", Place("", row.line)
            )
    bills = {_day(row) for row in rows if row.kind == BILL}
    if card and len(bills) < BILLS_LEAST:
        yield Finding("statement-card-bills", "stop", Place(""))


BILLS_LEAST: Final = 2
"""Between two bills lies what can be computed; one alone tells only its minimum."""


def card_of(rows: Sequence[Row]) -> Statement:
    """Return what the rows of a card's statement state; of each bill the last line about it counts."""
    rows = sorted(rows, key=lambda row: (_day(row), row.line))
    stated = {_day(row): row for row in rows if row.kind == BILL}
    minimums = {_day(row): row for row in rows if row.kind == MINIMUM}
    bills = tuple(_bill(row, minimums.get(day)) for day, row in stated.items())
    posted = tuple(
        Posted(row.line, _day(row), POSTED[row.kind], row.figures["amount"])
        for row in rows
        if row.kind in POSTED
    )
    card = Card(bills, posted)
    sums = tuple(sums_of(card))
    return Statement(claims=tuple(_claims(card)), sums=sums, card=card)


def _bill(row: Row, minimum: Row | None) -> Bill:
    least, line = row.figures.get(MINIMUM), row.line
    if minimum is not None:
        least, line = minimum.figures["amount"], minimum.line
    pay_by = row.days.get("due") if "day" in row.days else None
    return Bill(row.line, _day(row), row.figures["amount"], pay_by, least, line)


def _day(row: Row) -> date:
    """Return the day of a row of a card: a bill's own, not the day by which to pay it."""
    return row.days.get("day") or row.days.get("paid-day") or row.days["due"]


def _claims(card: Card) -> Iterator[Claim]:
    """Yield each bill's interest and damages as one figure each, and its minimum."""
    for bill in card.bills:
        if bill.minimum_fen is not None:
            yield Claim(bill.minimum_line, "minimum", bill.on, bill.minimum_fen)
    for kind, parts in PART_OF.items():
        charged = [one for one in card.posted if one.kind == kind]
        for _, group in groupby(charged, key=lambda one: cycle_of(card, one.on)):
            same = list(group)
            yield Claim(same[-1].line, "charged", same[-1].on, sum(one.fen for one in same), parts)
