"""The rows of a bank's export: each one's day, its amount as written, which way it says the money went."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time
from functools import partial
from itertools import repeat
from typing import Final

from ashore.household.file.wording import tidy
from ashore.household.transactions import Way
from ashore.importers.bills.at_once import SIGNED_FENS, each_once, fens_in, moments_in
from ashore.importers.bills.bank_mapping import DayOrder
from ashore.importers.bills.bank_words import SUMS, WAYS, YUAN
from ashore.importers.bills.form import (
    LeftOut,
    Log,
    Moment,
    Table,
    Why,
    clock_of,
    day_of,
    fen_of,
    moment_of,
)  # fmt: skip
from ashore.importers.bills.rows import Rows, rows_of, stop_at

MONEY: Final = re.compile(r"([A-Za-z]{3}|人民币)?\s*([-+]?[^A-Za-z()]+?)\s*(?:\([A-Z]{2}\))?")
COMPACT_CLOCK: Final = re.compile(r"(\d{2})(\d{2})(\d{2})")
SHORT_DAY: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})")
OTHER_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
HEAD_MONTH: Final = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月")
WORDED: Final = ("summary", "sort", "text", "place", "counterparty")
Told = dict[str, str]
"""The currency that stands beside an amount, by the cell."""


@dataclass(frozen=True, slots=True)
class Lines:
    """The rows that move money, a column at a time, and the rows that are no payment.

    An amount has the sign that it is written with where its way is `""`: the columns do not say which way it went.
    `words` are all that a row says about itself.
    """

    rows: Rows[Way]
    balances: Sequence[int | None]
    words: Sequence[str]
    left: Sequence[LeftOut]


def lines_of(table: Table, order: DayOrder, head: str, log: Log) -> Lines:
    """Return every row as read or why it is no payment; a row that cannot be read is neither, with a stop."""
    table, left = _without_sums(table)
    fens, ways, told = _money_in(table, log)
    when = _moments_in(table, order, head, log)
    rows = rows_of(table, when, fens, _ways_in(table, ways, log))
    why = _why_left_out(rows, told)
    reasons: list[Why] = [one for one in why if one]
    if reasons:
        odd = rows.table.only([bool(one) for one in why])
        left += [
            LeftOut(row, one, 0 if one == "nothing" else None, raw)
            for row, one, raw in zip(odd.numbers, reasons, odd.raws(), strict=True)
        ]
        rows = rows.only([not one for one in why])
    table = rows.table
    fens = [abs(fen) if way else fen for fen, way in zip(rows.fens, rows.ways, strict=True)]
    balances = fens_in(table.said("balance"), _fen, SIGNED_FENS)
    words = list(map(" ".join, zip(*(table.said(name) for name in WORDED), strict=True)))
    return Lines(replace(rows, fens=fens), balances, words, left)


def _without_sums(table: Table) -> tuple[Table, list[LeftOut]]:
    """Return the rows but those of sums, and those."""
    sums = each_once(_is_sum, [cells[0] for cells in table.cells])
    if not any(sums):
        return table, []
    summed = table.only(sums)
    left = [LeftOut(row, "summed", None, raw) for row, raw in zip(summed.numbers, summed.raws(), strict=True)]
    return table.only([not one for one in sums]), left


def _why_left_out(rows: Rows[Way], told: Told) -> list[Why | None]:
    """Return why each row is no payment; None where it is one."""
    named = each_once(_plainly, rows.table.column("currency"))
    beside = rows.table.column("amount") if told else named
    currencies = [told.get(cell) or one for cell, one in zip(beside, named, strict=True)] if told else named
    return [
        "other-currency" if one not in YUAN else None if fen else "nothing"
        for one, fen in zip(currencies, rows.fens, strict=True)
    ]


def _is_sum(first: str) -> bool:
    """Return whether a row that begins so is one of sums."""
    return not first[:1].isdigit() and any(word in tidy(first).lower() for word in SUMS)


def _money_in(table: Table, log: Log) -> tuple[list[int | None], list[Way | None], Told]:
    """Return every row's amount, what two columns of amounts say of its way, and currencies that stand beside it.

    None, with a stop, for an amount that cannot be read.
    """
    if table.has("in") and table.has("out"):
        came, went = (
            fens_in([cell or "0.00" for cell in table.said(name)], _fen, SIGNED_FENS)
            for name in ("in", "out")
        )
        fens = [
            None if one is None or other is None else one - abs(other)
            for one, other in zip(came, went, strict=True)
        ]
        stop_at(fens, "bill-amount-wrong", table, ("in" if one is None else "out" for one in came), log)
        return fens, ["in" if fen and fen > 0 else "out" for fen in fens], {}
    cells = table.column("amount")
    found = fens_in(cells, _money, SIGNED_FENS)
    fens = [one[0] if isinstance(one, tuple) else one for one in found]
    stop_at(fens, "bill-amount-wrong", table, repeat("amount"), log)
    told = {cell: one[1] for cell, one in zip(cells, found, strict=True) if isinstance(one, tuple) and one[1]}
    return fens, [""] * len(fens), told


def _money(cell: str) -> tuple[int, str] | None:
    """Return the amount of a cell and the currency that stands beside it, `""` for none; None for no amount."""
    found = MONEY.fullmatch(tidy(cell))
    fen = _fen(found[2]) if found else None
    return None if found is None or fen is None else (fen, (found[1] or "").lower())


def _fen(cell: str) -> int | None:
    return fen_of((cell if cell.isascii() else tidy(cell)).removeprefix("+").strip())


def _plainly(cell: str) -> str:
    return tidy(cell).lower()


def _ways_in(table: Table, said: list[Way | None], log: Log) -> list[Way | None]:
    """Return every row's way by its column of ways, where `said` does not say it; None, with a stop, for no way."""
    if not table.has("way"):
        return said
    named = each_once(_way, table.column("way"))
    stop_at(named, "bill-direction-unknown", table, repeat("way"), log)
    return [None if one is None else first or one for first, one in zip(said, named, strict=True)]


def _way(cell: str) -> Way | None:
    """Return what a cell of ways says; None for a word that is not known, `""` for none."""
    said = _plainly(cell)
    return (WAYS.get(said) or WAYS.get(said.split()[0])) if said else ""


def _moments_in(table: Table, order: DayOrder, head: str, log: Log) -> list[Moment | None]:
    """Return every row's day and time; None, with a stop, where neither column of days can be read."""
    ask = partial(_at, order, head)
    days = table.said("day")
    found = moments_in(days, ask) if order == "ymd" else each_once(ask, days)
    if not all(found):
        posted = each_once(ask, table.said("posted"))
        found = [one or other for one, other in zip(found, posted, strict=True)]
    stop_at(found, "bill-date-wrong", table, repeat("day"), log)
    if not table.has("time"):
        return found
    clocks = each_once(_clock, table.said("time"))
    return [one and (one[0], one[1] or clock) for one, clock in zip(found, clocks, strict=True)]


def _at(order: DayOrder, head: str, cell: str) -> Moment | None:
    if not cell:
        return None
    if order == "ymd":
        return moment_of(cell) or _short(cell, head)
    other = OTHER_DAY.fullmatch(cell)
    if not other:
        return None
    day, month = (other[1], other[2]) if order == "dmy" else (other[2], other[1])
    read = day_of(f"{other[3]}-{month}-{day}")
    return (read, None) if read else None


def _short(cell: str, head: str) -> Moment | None:
    """Return a day without its year, `12/29`, by the month that the head names: the last one until then."""
    short, until = SHORT_DAY.fullmatch(cell), HEAD_MONTH.search(head)
    if not short or not until:
        return None
    month = int(short[1])
    year = int(until[1]) - (month > int(until[2]))
    read = day_of(f"{year:04d}-{month}-{short[2]}")
    return (read, None) if read else None


def _clock(cell: str) -> time | None:
    """Return a time of day, of a cell with a day in front or of six digits too; None for anything else."""
    if alone := clock_of(cell):
        return alone
    compact = COMPACT_CLOCK.fullmatch(cell)
    if compact:
        return clock_of(":".join(compact.groups()))
    whole = moment_of(cell)
    return whole[1] if whole else None
