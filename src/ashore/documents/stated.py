"""What a lender's statement says was owed earlier, as it is shown before anything of it is kept (practice H1)."""

from collections.abc import Sequence

from ashore.diagnosis.asked import OwedOn
from ashore.diagnosis.stated import unsure_days
from ashore.documents.blocks import Block, Column, Say, Table
from ashore.errors import Message
from ashore.loans.audit.stated import Statement

COLUMNS = (Column("why-column-day", "date"), Column("why-column-owed", "fen"))
DAYS_SHOWN = 36
"""So many days are shown, the latest: three years of instalments."""


def stated_blocks(
    debt: str, statement: Statement, found: Sequence[OwedOn], kept: Sequence[OwedOn]
) -> tuple[Block, ...]:
    """Return what was read of a statement and what was not counted; `kept` is what others said of the debt.

    `debt` is what the debt is called, `found` is in the order of the days.
    """
    unsure = len(unsure_days(statement))
    left = (Say(Message("stated-unsure", {"left_count": unsure}), "item"),) if unsure else ()
    if not found:
        return (Say(Message("stated-none", {"debt": debt}), "lead"), *left)
    facts = {"debt": debt, "days_count": len(found), "since": found[0].on, "until": found[-1].on}
    shown = found[-DAYS_SHOWN:]
    rows = tuple((one.on, one.fen) for one in shown)
    more = len(found) - len(shown)
    return (
        Say(Message("stated-found", facts), "lead"),
        *left,
        *_beside(found, kept),
        Table(Message("stated-caption"), COLUMNS, rows),
        *((Say(Message("stated-more", {"more_count": more}), "note"),) if more else ()),
    )


def _beside(found: Sequence[OwedOn], kept: Sequence[OwedOn]) -> tuple[Block, ...]:
    """Return on how many of the days something is kept already, the same or another sum."""
    there = {one.on: one.fen for one in kept}
    same = sum(there.get(one.on) == one.fen for one in found)
    other = sum(one.on in there for one in found) - same
    counts = (("stated-same", {"same_count": same}, same), ("stated-other", {"other_count": other}, other))
    return tuple(Say(Message(code, facts), "item") for code, facts, count in counts if count)
