"""A statement of a file's bytes, with every finding at once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from ashore.errors import Finding, Place
from ashore.importers.cells import Sheet, sheets_of
from ashore.importers.statement.columns import Column, columns_of, is_heading
from ashore.importers.statement.doubts import asked_fen, heading_doubts, row_doubts, sheet_doubts
from ashore.importers.statement.rows import Row, RowReader, out_of_order
from ashore.loans.audit.stated import ALL, Claim, ClaimKind, Happened, Statement, SumClaim
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Event, EventKind, Part

HEADING_WITHIN: Final = 60
Parts = tuple[int, ...]
DUE_PARTS: Final[tuple[tuple[Column, Parts], ...]] = (
    ("principal", (PRINCIPAL,)), ("interest", (INTEREST,)), ("fee", (FEES,)),
)  # fmt: skip
PAID_PARTS: Final[tuple[tuple[Column, Parts], ...]] = (
    ("paid-principal", (PRINCIPAL,)), ("paid-interest", (INTEREST,)),
    ("paid-penalty", (PENALTY, COMPOUND)), ("paid-fee", (FEES, DAMAGES)),
)  # fmt: skip
BOTH: Final[Parts] = (PENALTY, COMPOUND)
"""A lender that states one figure for penalty interest means compound interest too."""
USED_PARTS: Final[tuple[tuple[Column, Parts], ...]] = (
    ("principal", (PRINCIPAL,)), ("interest", (INTEREST,)), ("penalty", BOTH), ("fee", (FEES, DAMAGES)),
)  # fmt: skip
POSTED: Final[dict[str, Parts]] = {
    "interest": (INTEREST,), "penalty": (PENALTY,), "compound": (COMPOUND,), "damages": (DAMAGES,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class StatementReading:
    """A statement as read.  `statement` is None when a finding stops it; findings are in the order of the lines."""

    statement: Statement | None
    findings: tuple[Finding, ...]


def read_statement(data: bytes, as_of: date, *, planned: bool = False) -> StatementReading:
    """Return the statement of a file's bytes; what is unpaid is taken as of the end of `as_of`.

    `planned`: it is a schedule, whose balances hold if every due is paid on its day.
    """
    sheets = sheets_of(data)
    sheet = next((one for one in sheets if _heading_at(one) is not None), sheets[0])
    found = list(sheet.findings)
    place = _heading_at(sheet)
    if place is None:
        if not any(one.level == "stop" for one in found):
            found.append(_no_columns(sheet))
        return StatementReading(None, tuple(found))
    columns = columns_of(sheet.lines[place].cells)
    found += [*sheet_doubts(sheets), *heading_doubts(sheet.lines[place], columns, planned=planned)]
    reader = RowReader(columns, found)
    rows = [row for line in sheet.lines[place + 1 :] if (row := reader.read(line))]
    main: Column = "due" if "due" in columns.values() else "day"
    found += [*row_doubts(rows), *out_of_order(rows, main)]
    found.sort(key=lambda one: one.place.line or 0)
    if any(one.level == "stop" for one in found):
        return StatementReading(None, tuple(found))
    statement = statement_of(rows, as_of, planned=planned) if rows else Statement()
    if not statement.claims:
        return StatementReading(None, (*found, Finding("statement-no-rows", "stop", Place(""))))
    return StatementReading(statement, tuple(found))


def _heading_at(sheet: Sheet) -> int | None:
    return next(
        (place for place, line in enumerate(sheet.lines[:HEADING_WITHIN]) if is_heading(line.cells)), None
    )


def _no_columns(sheet: Sheet) -> Finding:
    line = sheet.lines[0] if sheet.lines else None
    seen = tuple(cell for cell in (line.cells if line else ()) if cell)
    return Finding(
        "statement-columns-wrong", "stop", Place("", line.number if line else None), {"seen": seen}
    )


def statement_of(rows: Sequence[Row], as_of: date, *, planned: bool = False) -> Statement:
    """Return what rows state, as claims and events in the order of the days."""
    newest_first = bool(rows) and _day_of(rows[0]) > _day_of(rows[-1])
    rows = sorted(rows, key=lambda row: (_day_of(row), -row.line if newest_first else row.line))
    whole = _Whole(as_of, planned=planned, apart=_split(rows, "penalty", "compound"))
    claims = list(_by_day([claim for row in rows for claim in _claims(row, whole)]))
    lent = [row for row in rows if row.kind == "lent"]
    dues = [row for row in rows if row.kind in {None, "due"} and "due" in row.days]
    received = [_amount(row) for row in rows if row.kind == "received"]
    return Statement(
        claims=tuple(claims),
        events=tuple(one for row in rows for one in _events(row)),
        sums=tuple(one for row in rows for one in _sums(row)),
        lent_fen=sum(_amount(row) for row in lent) if lent else None,
        lent_on=_day_of(lent[0]) if lent else None,
        received_fen=sum(received) if received else None,
        instalments=len(dues),
    )


def _day_of(row: Row) -> date:
    return row.days.get("due") or row.days.get("day") or row.days["paid-day"]


def _amount(row: Row) -> int:
    return row.figures["amount"]


def _by_day(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims; of a day's balances only the last, and its postings of one kind as one sum."""
    last = {(claim.kind, claim.on): claim for claim in claims if claim.kind in {"left", "owed"}}
    posted: dict[tuple[date, Parts], list[Claim]] = {}
    for claim in claims:
        if claim.kind == "charged":
            posted.setdefault((claim.on, claim.parts), []).append(claim)
    for claim in claims:
        same = posted.get((claim.on, claim.parts), [claim]) if claim.kind == "charged" else [claim]
        if claim.kind in {"left", "owed"} and last[claim.kind, claim.on] is not claim:
            continue
        if claim is same[0]:
            yield replace(claim, fen=sum(one.fen for one in same))


def _split(rows: Sequence[Row], *columns: Column) -> bool:
    """Return whether the statement keeps these parts apart."""
    return all(any(column in row.figures or row.kind == column for row in rows) for column in columns)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What every row needs to know of the whole: until when it tells, and what it keeps apart."""

    as_of: date
    planned: bool
    apart: bool


def _claims(row: Row, whole: _Whole) -> Iterator[Claim]:
    if row.kind in {None, "due"}:
        yield from _instalment(row, whole)
    else:
        yield from _posting(row, whole)
    if "owed" in row.figures:
        yield Claim(row.line, "owed", _paid_on(row) or _day_of(row), row.figures["owed"])


def _instalment(row: Row, whole: _Whole) -> Iterator[Claim]:
    day, paid_on = _day_of(row), _paid_on(row)
    asked = asked_fen(row)
    in_full = bool(paid_on) and asked is not None and _paid_fen(row) >= asked
    yield from _named(row, "due", day, DUE_PARTS)
    if not {"principal", "interest"} <= row.figures.keys():
        whole_of: tuple[tuple[Column, Parts], ...] = (
            ("both", (PRINCIPAL, INTEREST)),
            ("total", ALL),
            ("amount", ALL),
        )
        yield from _named(row, "due", day, whole_of)
    until = paid_on if paid_on and in_full else max(whole.as_of, day)
    late: tuple[tuple[Column, Parts], ...] = (
        ("penalty", (PENALTY,) if whole.apart else BOTH),
        ("compound", (COMPOUND,)),
        ("damages", (DAMAGES,)),
    )
    yield from (
        Claim(row.line, "late", until, row.figures[name], parts, day)
        for name, parts in late
        if name in row.figures
    )
    if paid_on:
        yield from _named(row, "paid", paid_on, PAID_PARTS)
    if "left" in row.figures and (whole.planned or in_full):
        yield Claim(row.line, "left", max(paid_on or day, day), row.figures["left"])


def _posting(row: Row, whole: _Whole) -> Iterator[Claim]:
    day = _day_of(row)
    if row.kind == "fee":
        yield Claim(row.line, "charged", day, _amount(row), (FEES,))
    elif row.kind in POSTED:
        parts = BOTH if row.kind == "penalty" and not whole.apart else POSTED[row.kind]
        yield Claim(row.line, "charged", day, _amount(row), parts)
    elif row.kind == "payment":
        yield from _named(row, "paid", day, USED_PARTS)
    if row.kind == "left" and "left" not in row.figures:
        yield Claim(row.line, "left", day, _amount(row))
    if "left" in row.figures:
        yield Claim(row.line, "left", day, row.figures["left"])


def _named(
    row: Row, kind: ClaimKind, day: date, columns: tuple[tuple[Column, Parts], ...]
) -> Iterator[Claim]:
    yield from (
        Claim(row.line, kind, day, row.figures[name], parts) for name, parts in columns if name in row.figures
    )


def _paid_on(row: Row) -> date | None:
    """Return the day on which an instalment's row says it was paid."""
    return row.days.get("paid-day") if row.kind in {None, "due"} and _paid_fen(row) else None


def _paid_fen(row: Row) -> int:
    """Return what an instalment's row says was paid: the sum named, else its parts."""
    parts = sum(row.figures.get(name, 0) for name, _ in PAID_PARTS)
    return row.figures.get("paid", parts)


def _events(row: Row) -> Iterator[Happened]:
    day = _paid_on(row)
    if day:
        yield Happened(row.line, Event(day, "payment", _paid_fen(row)))
    elif row.kind in EVENTS:
        kind, parts = EVENTS[row.kind]
        amount = row.figures.get("amount") if kind == "accelerate" else _amount(row)
        yield Happened(row.line, Event(_day_of(row), kind, amount, parts=parts))


EVENTS: Final[dict[str | None, tuple[EventKind, tuple[Part, ...]]]] = {
    "payment": ("payment", ()),
    "fee": ("charge", ()),
    "waive": ("waive", ("fee", "penalty", "interest")),
    "waive-penalty": ("waive", ("penalty",)),
    "accelerate": ("accelerate", ()),
}
"""What happened, by the kind of a row in a running account."""


def _sums(row: Row) -> Iterator[SumClaim]:
    """Yield totals that no choice of their parts adds up to: principal and interest, with fees, with what was late."""
    if "principal" not in row.figures or "interest" not in row.figures:
        return
    both = row.figures["principal"] + row.figures["interest"]
    if "both" in row.figures and row.figures["both"] != both:
        yield SumClaim(row.line, _day_of(row), row.figures["both"], both)
    more = [row.figures[name] for name in ("fee", "penalty", "compound", "damages") if name in row.figures]
    some = {both + sum(chosen) for count in range(len(more) + 1) for chosen in combinations(more, count)}
    if "total" in row.figures and row.figures["total"] not in some:
        yield SumClaim(row.line, _day_of(row), row.figures["total"], both + sum(more))
