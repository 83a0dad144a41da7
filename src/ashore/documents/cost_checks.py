"""A lender's table of costs held against itself: what arrives, the rows, one instalment, the rate."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ashore.dates import WorkingDays
from ashore.errors import Message
from ashore.household.costed import instalment_by_rate
from ashore.household.model import Debt

MATTERS_FEN: Final = 100
"""So far off an instalment may be without a word: lenders round, and count the first days, each in their own way."""


def table_checks(debt: Debt, as_of: date, working_days: WorkingDays) -> tuple[Message, ...]:
    """Return what of a debt's table does not agree within itself; that it does, where something could be compared."""
    table = debt.disclosure
    if table is None:
        return ()
    compared = [table.unnamed_fen, instalment_by_rate(debt, as_of, working_days)]
    found = (*_arrived(compared[0]), *_instalment(compared[1], table.payment_fen))
    if found or all(one is None for one in compared):
        return found
    return (Message("cost-check-agrees"),)


def _arrived(unnamed_fen: int | None) -> Iterator[Message]:
    if unnamed_fen and unnamed_fen > 0:
        yield Message("cost-check-unnamed", {"unnamed_fen": unnamed_fen})
    elif unnamed_fen:
        yield Message("cost-check-too-many", {"too_many_fen": -unnamed_fen})


def _instalment(ours_fen: int | None, payment_fen: int | None) -> Iterator[Message]:
    if ours_fen is not None and payment_fen is not None and abs(ours_fen - payment_fen) > MATTERS_FEN:
        yield Message("cost-check-instalment", {"ours_fen": ours_fen, "payment_fen": payment_fen})
