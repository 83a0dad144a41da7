"""Why the debt grew, as its page has it: a picture, the warning once, and each payment leading to its own place.

For the person alone (practice H1).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ashore.diagnosis.why import Evidence, Why
from ashore.documents.blocks import Block, Column, OwedChart, Part, Say, Table
from ashore.documents.why import largest_of
from ashore.errors import Message
from ashore.household.transactions import Transaction
from ashore.money import format_fen
from ashore.texts.cells import visible

OWED: Final = "why-owed"
ROWS: Final = "why-rows-caption"
PRIVATE: Final = "why-private"
"""What the page says above all its parts."""
POINTS_MIN: Final = 2
WHO_MAX: Final = 40
COLUMNS: Final = (
    Column("why-column-day", "date"),
    Column("why-column-who"),
    Column("why-column-fen", "fen"),
)
"""A page leads to the payment itself, and needs neither its file nor its line."""


@dataclass(frozen=True, slots=True)
class Payments:
    """The payments as the page lists them, and where in that list one of them stands, by its number there."""

    listed: Sequence[Transaction]
    link: Callable[[int], str]


def page_parts(parts: Iterable[Part], found: Why, payments: Payments) -> tuple[Part, ...]:
    """Return the parts of an answer with what was owed month by month as a line, and its table below it.

    The payments behind each cause say whom they went to or came from, and lead to their place in the list.
    """
    behind = iter([largest_of(share) for share in found.shares if share.evidence])
    places = {(one.file, one.row): place for place, one in enumerate(payments.listed)}

    def drawn(block: Block) -> Block:
        if not isinstance(block, Table):
            return block
        if block.caption.code == ROWS:
            rows = next(behind)
            return _led(block, [places[one.file, one.row] for one in rows], rows, payments)
        return _picture(block, found) if block.caption.code == OWED else block

    return tuple(
        replace(part, blocks=tuple(drawn(block) for block in part.blocks if not _warns(block)))
        for part in parts
    )


def _warns(block: Block) -> bool:
    return isinstance(block, Say) and block.message.code == PRIVATE


def _picture(block: Table, found: Why) -> Block:
    """Return the table of what was owed below its picture, where there is enough to draw."""
    if len(found.owed_fen) < POINTS_MIN:
        return block
    first, last = found.owed_fen[0], found.owed_fen[-1]
    summary = Message("why-picture", {"first_fen": first, "last_fen": last})
    return OwedChart(Message("why-picture-line"), summary, found.months, found.owed_fen, block)


def _led(block: Table, places: Sequence[int], rows: Sequence[Evidence], payments: Payments) -> Table:
    """Return a table of evidence as day, who and sum, each row with where it leads; what came in has a plus."""
    listed = [payments.listed[place] for place in places]
    shown = tuple(
        (one.day, _who(paid), f"+{format_fen(one.fen)}" if paid.incoming else one.fen)
        for one, paid in zip(rows, listed, strict=True)
    )
    return replace(block, columns=COLUMNS, rows=shown, links=tuple(map(payments.link, places)))


def _who(paid: Transaction) -> str:
    """Return with whom a payment was, else what its bill says of it; a long one is cut."""
    text = visible(paid.counterparty or paid.text or paid.file)
    return text if len(text) <= WHO_MAX else f"{text[: WHO_MAX - 1]}…"
