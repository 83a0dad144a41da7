"""A settlement in a statement: what was agreed, by which day each sum is due, what was forgiven in the end."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ashore.errors import Finding, Place
from ashore.importers.statement.rows import Row
from ashore.loans.audit.stated import Happened, SumClaim
from ashore.loans.settlement import Sum
from ashore.loans.terms import Event

AGREED: Final = "agreed"
SUM: Final = "agreed-due"
FORGIVEN: Final = "forgiven"
BALANCES: Final = ("left", "owed")


def day_of(row: Row) -> date:
    """Return the day of a row of a running account; that of an agreement is not the day by which to pay."""
    return row.days.get("day") or row.days.get("paid-day") or row.days["due"]


def with_forgiven(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a waiver that leaves nothing as what was forgiven: it names principal, or a balance of 0.

    One after which anything else happens stays what it is.
    """
    return [
        replace(row, kind=FORGIVEN)
        if row.kind == "waive" and (row.figures.get("principal") or _nothing_left(row, rows))
        else row
        for row in rows
    ]


def _nothing_left(row: Row, rows: Sequence[Row]) -> bool:
    day = day_of(row)
    told = [*_balances(row)] or [fen for one in rows if day_of(one) == day for fen in _balances(one)]
    return 0 in told and _goes_on(day, rows) is None


def _balances(row: Row) -> Iterator[int]:
    yield from (row.figures[name] for name in BALANCES if name in row.figures)
    if row.kind == "left" and "left" not in row.figures:
        yield row.figures["amount"]


def _goes_on(day: date, rows: Sequence[Row]) -> Row | None:
    """Return the first row that tells that the loan went on after a day: money that came or went, something left."""
    for row in rows:
        later = day_of(row) > day
        if later and (row.kind in {"payment", "early", "closing", "lent", FORGIVEN} or any(_balances(row))):
            return row
    return None


def settlement_doubts(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield what of a settlement cannot be told: which of two, by which days to pay, whether all was forgiven."""
    agreed = [row for row in rows if row.kind == AGREED]
    dated = [row for row in rows if row.kind == SUM]
    if len(agreed) > 1:
        yield _stop("statement-settlement-twice", agreed[1])
    elif agreed and not dated and not _last_day(agreed[0]):
        yield _stop("statement-settlement-days", agreed[0])
    elif dated and not agreed:
        yield _stop("statement-settlement-days", dated[0])
    forgiven = next((row for row in rows if row.kind == FORGIVEN), None)
    after = _goes_on(day_of(forgiven), rows) if forgiven else None
    if forgiven and after:
        yield _stop("statement-forgiven-not-all", forgiven, str(after.line))


def _last_day(row: Row) -> date | None:
    return row.days.get("due") if "day" in row.days else None


def settlement_events(rows: Sequence[Row]) -> Iterator[Happened]:
    """Yield the agreement with its sums, and that the rest was forgiven."""
    for row in rows:
        if row.kind == AGREED:
            yield Happened(row.line, Event(day_of(row), "agree"), settled=_sums(row, rows))
        elif row.kind == FORGIVEN:
            yield Happened(row.line, Event(day_of(row), "close"))


def _sums(agreed: Row, rows: Sequence[Row]) -> tuple[Sum, ...]:
    """Return what a settlement asks for, by day: its own lines, else all of it by the day that its line names."""
    dated = sorted(
        (row.days.get("due") or day_of(row), row.figures["amount"]) for row in rows if row.kind == SUM
    )
    if dated:
        return tuple(Sum(day, fen) for day, fen in dated)
    last = _last_day(agreed)
    return (Sum(last, agreed.figures["amount"]),) if last else ()


def settlement_totals(rows: Sequence[Row]) -> Iterator[SumClaim]:
    """Yield what was agreed beside the sum of its parts, where both stand in the statement."""
    for row in rows:
        fen = [one.figures["amount"] for one in rows if one.kind == SUM]
        if row.kind == AGREED and fen:
            yield SumClaim(row.line, day_of(row), row.figures["amount"], sum(fen))


def _stop(code: str, row: Row, after: str = "") -> Finding:
    return Finding(code, "stop", Place("", row.line), {"after": after} if after else {})
