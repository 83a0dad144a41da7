"""Rows of instalments that belong together: one instalment in several rows, several paid off at once; their numbers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from ashore.errors import Fact, Finding, Level, Place
from ashore.importers.statement.columns import Column
from ashore.importers.statement.rows import PARTS, Row

LATE: Final[tuple[Column, ...]] = ("penalty", "compound", "damages")
ASKED: Final[tuple[Column, ...]] = (*PARTS, "both", "total")
PAID_AS: Final[Mapping[Column, Column]] = {
    "paid-principal": "principal", "paid-interest": "interest", "paid-penalty": "penalty", "paid-fee": "fee",
}  # fmt: skip
"""The columns of a table that say what a payment paid, and those in which a row of a payment says it."""
CLOSING_ROWS: Final = 2
"""One instalment paid before its day may have been paid a little early; two on one day, the last among them, closed."""


def asked_fen(row: Row) -> int | None:
    """Return all that an instalment's row asks, what being late added included; None where it does not say."""
    parts = [row.figures[name] for name in PARTS if name in row.figures]
    whole = row.figures.get("total")
    if "principal" in row.figures and "interest" in row.figures:
        return max(sum(parts), whole or 0)
    return whole


def paid_fen(row: Row) -> int:
    """Return what an instalment's row says was paid: the sum named, else its parts, else all if its state says so."""
    if row.settled and "paid-day" in row.days and not names_paid(row):
        return asked_fen(row) or 0
    parts = sum(row.figures.get(name, 0) for name in PAID_AS)
    return row.figures.get("paid", parts)


def names_paid(row: Row) -> bool:
    """Return whether a row names what was paid."""
    return not row.figures.keys().isdisjoint({"paid", *PAID_AS})


def paid_on(row: Row) -> date | None:
    """Return the day on which an instalment's row says it was paid."""
    return row.days.get("paid-day") if row.kind in {None, "due"} and paid_fen(row) else None


def joined(rows: Sequence[Row]) -> tuple[list[Row], list[Finding]]:
    """Return the rows with each instalment once, by its due day, and what is said of it.

    Rows that ask the same, of which the payments pay no more than one asks, say the same instalment again; rows each of
    which asks what the one before left unpaid, likewise; rows each paid in full are shares, added up.  Else it stops.
    """
    groups: dict[date | int, list[Row]] = {}
    for row in rows:
        by_due = row.kind is None and "due" in row.days
        groups.setdefault(row.days["due"] if by_due else -row.line, []).append(row)
    found: list[Finding] = []
    kept: list[Row] = []
    for same in groups.values():
        whole = _one_of(same) if len(same) > 1 else same[0]
        kept.append(whole or same[0])
        if whole is None:
            found.append(_found("statement-due-twice", "stop", same[1].line))
        elif len(same) > 1:
            found.append(_found("statement-due-joined", "note", same[1].line, before=str(same[0].line)))
    return kept, found


def _one_of(same: Sequence[Row]) -> Row | None:
    """Return rows of one due day as one instalment; None where it cannot be told how they belong together."""
    asked = [fen for row in same if (fen := asked_fen(row)) is not None]
    paid, late = [paid_fen(row) for row in same], any(row.figures.get(name) for row in same for name in LATE)
    alike = all(_columns(row, ASKED) == _columns(same[0], ASKED) for row in same)
    if len(asked) < len(same):
        return None
    falling = all(after == before - fen for (before, after), fen in zip(pairwise(asked), paid, strict=False))
    again = (alike and 0 < sum(paid) <= asked[0]) or (falling and all(paid[:-1]))
    figures = dict(same[0].figures)
    if not again or late:
        if alike or any(fen not in {0, one} for fen, one in zip(paid, asked, strict=True)):
            return None
        figures |= {
            name: sum(row.figures.get(name, 0) for row in same)
            for name in ASKED
            if any(name in row.figures for row in same)
        }
    figures |= _columns(same[-1], ("left", "owed"))
    return replace(same[0], figures=figures, more=tuple(same[1:]))


def _columns(row: Row, names: Sequence[Column]) -> dict[Column, int]:
    return {name: row.figures[name] for name in names if name in row.figures}


def numbered(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield where the numbers of instalments leave one out, which stops, or do not rise with the due days."""
    listed = [
        (row.days["due"], row.number, row.line)
        for row in rows
        if row.kind is None and row.number is not None and "due" in row.days
    ]
    for (_, before, _), (_, number, line) in pairwise(sorted(listed)):
        if number > before + 1:
            missing = tuple(str(one) for one in range(before + 1, number))
            yield _found("statement-number-missing", "stop", line, missing=missing[:MISSING_SHOWN])
        elif number <= before:
            yield _found("statement-number-order", "note", line, number=str(number), before=str(before))


MISSING_SHOWN: Final = 12


def closed_at_once(rows: Sequence[Row], original_fen: int | None = None) -> list[Row]:
    """Return the rows with those that one payment paid before their days, to the last, as the closing that it was.

    That nothing is left must be told: by a balance of nothing, or by principal that adds up to all that was lent.
    """
    dues = [row for row in rows if row.kind is None and "due" in row.days]
    last = max(dues, key=lambda row: row.days["due"], default=None)
    day = paid_on(last) if last else None
    ahead = [row for row in dues if day and paid_on(row) == day and row.days["due"] > day]
    principal = sum(row.figures.get("principal", 0) for row in dues)
    ended = last is not None and (last.figures.get("left") == 0 or principal == (original_fen or -1))
    if day is None or len(ahead) < CLOSING_ROWS or not ended:
        return list(rows)
    paid = sum(map(paid_fen, ahead))
    figures: dict[Column, int] = {"amount": paid, **_columns(ahead[-1], ("left", "owed"))}
    named: dict[Column, Column] = {
        as_: name for name, as_ in PAID_AS.items() if any(name in row.figures for row in ahead)
    }
    if not named and sum(asked_fen(row) or 0 for row in ahead) == paid:
        named = {name: name for name in PAID_AS.values() if any(name in row.figures for row in ahead)}
    figures |= {as_: sum(row.figures.get(name, 0) for row in ahead) for as_, name in named.items()}
    closing = Row(ahead[0].line, {"day": day}, figures, "closing")
    return [closing if row is ahead[0] else row for row in rows if row is ahead[0] or row not in ahead]


def _found(code: str, level: Level, line: int, **facts: Fact) -> Finding:
    return Finding(code, level, Place("", line), facts)
