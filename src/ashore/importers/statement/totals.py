"""The lines of totals of a statement held against the rows they add up."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ashore.errors import Finding, Place
from ashore.importers.statement.columns import FIGURES, Column
from ashore.importers.statement.rows import Row, SumsRow
from ashore.loans.audit.stated import SumClaim

NO_SUM: Final[frozenset[Column]] = frozenset({"left", "owed", "amount", "minimum"})
"""Columns whose figures no total adds up: balances, and amounts of rows of several kinds."""


def totals_of(
    sums: Sequence[SumsRow], countings: Sequence[Sequence[Row]], headings: Mapping[Column, str]
) -> Iterator[SumClaim | Finding]:
    """Yield each total beside the sum of its rows; where rows of several kinds stand above, that it was not compared.

    `countings`: the rows as they may be counted, the plain one first.  Whether a total adds up the rows above it, all
    rows, or those since the total before, nobody writes: it is wrong only where it is none of these.  A subtotal is
    held against the rows since the one before alone.
    """
    before = 0
    for one in sums:
        if any(row.kind is not None for row in countings[0]):
            yield Finding("statement-total-unread", "note", Place("", one.line))
            continue
        groups = [group for rows in countings for group in _groups(one, rows, before)]
        for column, fen in one.figures.items():
            if column in FIGURES - NO_SUM:
                found = [sum(row.figures.get(column, 0) for row in group) for group in groups]
                yield SumClaim(one.line, None, fen, fen if fen in found else found[0], headings[column])
        before = one.line


def _groups(one: SumsRow, rows: Sequence[Row], before: int) -> list[list[Row]]:
    """Return what a line of totals may add up, the likeliest first."""
    above = [row for row in rows if row.line < one.line]
    since = [row for row in above if row.line > before]
    return [since] if one.since_last else [above or list(rows), since, list(rows)]
