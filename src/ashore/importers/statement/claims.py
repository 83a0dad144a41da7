"""What rows state, as claims and events in the order of their days."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from ashore.importers.statement.columns import Column
from ashore.importers.statement.instalments import asked_fen, closed_at_once, paid_fen, paid_on
from ashore.importers.statement.rows import PARTS, REPAID_EARLY, Row
from ashore.importers.statement.settlement import (
    AGREED,
    FORGIVEN,
    day_of,
    settlement_events,
    settlement_totals,
)
from ashore.loans.audit.stated import ALL, Claim, ClaimKind, Early, Happened, Statement, SumClaim
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Event, EventKind, Part

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
ADDED_UP: Final[frozenset[ClaimKind]] = frozenset({"charged", "forgiven"})
"""Kinds of figures of which those of one day are one figure."""
POSTED: Final[dict[str, Parts]] = {
    "interest": (INTEREST,), "penalty": (PENALTY,), "compound": (COMPOUND,), "damages": (DAMAGES,),
}  # fmt: skip


def statement_of(
    rows: Sequence[Row], as_of: date, original_fen: int | None = None, *, planned: bool = False
) -> Statement:
    """Return what rows state, as claims and events in the order of the days; `original_fen`: all that was lent."""
    dues = {
        _day_of(row)
        for row in rows
        if row.kind == "due" or (row.kind is None and "due" in row.days and not _tells_only_what_is_left(row))
    }
    newest_first = bool(rows) and _day_of(rows[0]) > _day_of(rows[-1])
    rows = sorted(
        closed_at_once(rows, original_fen),
        key=lambda row: (_day_of(row), -row.line if newest_first else row.line),
    )
    whole = _Whole(as_of, planned=planned, apart=_split(rows, "penalty", "compound"))
    claims = list(_by_day([claim for row in rows for claim in _claims(row, whole)]))
    # A table may head its due days with no more than a date: what was due tells them then.
    dues |= {claim.on for claim in claims if claim.kind == "due"}
    lent = [row for row in rows if row.kind == "lent"]
    received = [_amount(row) for row in rows if row.kind == "received"]
    return Statement(
        claims=tuple(claims),
        events=(*(one for row in rows for one in _events(row)), *settlement_events(rows)),
        sums=(*(one for row in rows for one in _sums(row)), *settlement_totals(rows)),
        lent_fen=sum(_amount(row) for row in lent) if lent else None,
        lent_on=_day_of(lent[0]) if lent else None,
        received_fen=sum(received) if received else None,
        instalments=len(dues),
    )


def _day_of(row: Row) -> date:
    if row.kind == AGREED:
        return day_of(row)
    return row.days.get("due") or row.days.get("day") or row.days["paid-day"]


def _amount(row: Row) -> int:
    return row.figures["amount"]


def _by_day(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims; of a day's balances only the last, and its postings of one kind as one sum."""
    last = {(claim.kind, claim.on): claim for claim in claims if claim.kind in {"left", "owed"}}
    posted: dict[tuple[str, date, Parts], list[Claim]] = {}
    for claim in claims:
        if claim.kind in ADDED_UP:
            posted.setdefault((claim.kind, claim.on, claim.parts), []).append(claim)
    for claim in claims:
        same = posted.get((claim.kind, claim.on, claim.parts), [claim])
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
        yield Claim(row.line, "owed", paid_on(row) or _day_of(row), row.figures["owed"])


def _instalment(row: Row, whole: _Whole) -> Iterator[Claim]:
    day, rows = _day_of(row), (row, *row.more)
    asked = asked_fen(row)
    last = max((on for one in rows if (on := paid_on(one))), default=None)
    in_full = bool(last) and asked is not None and sum(map(paid_fen, rows)) >= asked
    yield from _named(row, "due", day, DUE_PARTS)
    if not {"principal", "interest"} <= row.figures.keys():
        whole_of: tuple[tuple[Column, Parts], ...] = (
            ("both", (PRINCIPAL, INTEREST)),
            ("total", ALL),
            ("amount", ALL),
        )
        yield from _named(row, "due", day, whole_of)
    until = last if last and in_full else max(whole.as_of, day)
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
    for one in rows:
        if on := paid_on(one):
            yield from _named(one, "paid", on, PAID_PARTS)
    if "left" in row.figures and (whole.planned or in_full or _tells_only_what_is_left(row)):
        yield Claim(row.line, "left", max(last or day, day), row.figures["left"])


def _tells_only_what_is_left(row: Row) -> bool:
    """Return whether a row of a table of instalments is no instalment: a day, and the principal left at its end."""
    return row.kind is None and set(row.figures) == {"left"} and not row.more


def _posting(row: Row, whole: _Whole) -> Iterator[Claim]:
    day = _day_of(row)
    if row.kind == "fee":
        yield Claim(row.line, "charged", day, _amount(row), (FEES,))
    elif row.kind in POSTED:
        parts = BOTH if row.kind == "penalty" and not whole.apart else POSTED[row.kind]
        yield Claim(row.line, "charged", day, _amount(row), parts)
    elif row.kind == "payment" or row.kind in REPAID_EARLY:
        yield from _named(row, "paid", day, USED_PARTS)
    if row.kind in {"closing", FORGIVEN}:
        yield Claim(row.line, "closing" if row.kind == "closing" else "forgiven", day, _amount(row))
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


def _events(row: Row) -> Iterator[Happened]:
    for one in (row, *row.more):
        if day := paid_on(one):
            yield Happened(one.line, Event(day, "payment", paid_fen(one)))
    if row.kind in REPAID_EARLY:
        named = Early(row.kind == "closing", row.figures.get("principal"), row.figures.get("interest", 0))
        yield Happened(row.line, Event(_day_of(row), "payment", _amount(row)), named)
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
    parts = sum(row.figures.get(name, 0) for name in PARTS)
    if row.kind in {"payment", *REPAID_EARLY} and row.figures["amount"] != parts:
        yield SumClaim(row.line, _day_of(row), row.figures["amount"], parts)
    both = row.figures["principal"] + row.figures["interest"]
    if "both" in row.figures and row.figures["both"] != both:
        yield SumClaim(row.line, _day_of(row), row.figures["both"], both)
    more = [row.figures[name] for name in ("fee", "penalty", "compound", "damages") if name in row.figures]
    some = {both + sum(chosen) for count in range(len(more) + 1) for chosen in combinations(more, count)}
    if "total" in row.figures and row.figures["total"] not in some:
        yield SumClaim(row.line, _day_of(row), row.figures["total"], both + sum(more))
