"""Why the debt grew, as its page has it: a picture for a table, and the warning once, above all (practice H1)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ashore.diagnosis.why import Why
from ashore.documents.blocks import Block, OwedChart, Part, Say, Table
from ashore.errors import Message

OWED: Final = "why-owed"
PRIVATE: Final = "why-private"
"""What the page says above all its parts."""
POINTS_MIN: Final = 2


def page_parts(parts: Iterable[Part], found: Why) -> tuple[Part, ...]:
    """Return the parts of an answer with what was owed month by month as a line, and its table below it."""
    return tuple(
        replace(part, blocks=tuple(_drawn(block, found) for block in part.blocks if not _warns(block)))
        for part in parts
    )


def _warns(block: Block) -> bool:
    return isinstance(block, Say) and block.message.code == PRIVATE


def _drawn(block: Block, found: Why) -> Block:
    if not isinstance(block, Table) or block.caption.code != OWED or len(found.owed_fen) < POINTS_MIN:
        return block
    first, last = found.owed_fen[0], found.owed_fen[-1]
    summary = Message("why-picture", {"first_fen": first, "last_fen": last})
    return OwedChart(Message("why-picture-line"), summary, found.months, found.owed_fen, block)
