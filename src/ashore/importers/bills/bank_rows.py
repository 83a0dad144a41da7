"""One row of a bank's export: its day, its amount as written, which way it says the money went."""

import re
from dataclasses import dataclass
from datetime import date, time
from typing import Final

from ashore.household.file.wording import tidy
from ashore.household.transactions import Way
from ashore.importers.bills.bank_mapping import DayOrder
from ashore.importers.bills.bank_words import SUMS, WAYS, YUAN
from ashore.importers.bills.form import LeftOut, Log, Row, clock_of, day_of, fen_of, moment_of

MONEY: Final = re.compile(r"([A-Za-z]{3}|人民币)?\s*([-+]?[^A-Za-z()]+?)\s*(?:\([A-Z]{2}\))?")
COMPACT_CLOCK: Final = re.compile(r"(\d{2})(\d{2})(\d{2})")
SHORT_DAY: Final = re.compile(r"(\d{1,2})[/-](\d{1,2})")
OTHER_DAY: Final = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
HEAD_MONTH: Final = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月")
WORDED: Final = ("summary", "sort", "text", "place", "counterparty")


@dataclass(frozen=True, slots=True)
class BankLine:
    """A row as read: `fen` with the sign it is written with, where the columns do not say which way it went."""

    row: Row
    day: date
    at: time | None
    fen: int
    way: Way
    balance_fen: int | None

    @property
    def words(self) -> str:
        """Return all that the row says about itself."""
        return " ".join(self.row.said(name) for name in WORDED)


def line_of(row: Row, order: DayOrder, head: str, log: Log) -> BankLine | LeftOut | None:
    """Return a row as read, or why it is no payment; None, with a stop, where it cannot be read."""
    first = row.cells[0]
    if not first[:1].isdigit() and any(word in tidy(first).lower() for word in SUMS):
        return LeftOut(row.number, "summed", None, row.raw)
    money, when, way = _money(row, log), _moment(row, order, head, log), _way(row, log)
    if money is None or when is None or way is None:
        return None
    fen, currency, said_way = money
    if currency not in YUAN:
        return LeftOut(row.number, "other-currency", None, row.raw)
    if not fen:
        return LeftOut(row.number, "nothing", 0, row.raw)
    balance = _fen(row.said("balance"))
    return BankLine(row, *when, abs(fen) if said_way or way else fen, said_way or way, balance)


def _money(row: Row, log: Log) -> tuple[int, str, Way] | None:
    """Return the amount, its currency and, of two columns, which one it stands in; None, with a stop, for none."""
    currency = tidy(row["currency"]).lower()
    if row.has("in") and row.has("out"):
        both = [_fen(row.said(name)) if row.said(name) else 0 for name in ("in", "out")]
        if None not in both:
            came, went = both[0] or 0, abs(both[1] or 0)
            fen = came - went
            return abs(fen), currency, "in" if fen > 0 else "out"
        log.stop("bill-amount-wrong", row.number, column=row.heading("in" if both[0] is None else "out"))
        return None
    found = MONEY.fullmatch(tidy(row["amount"]))
    fen = _fen(found[2]) if found else None
    if found is None or fen is None:
        log.stop("bill-amount-wrong", row.number, column=row.heading("amount"))
        return None
    return fen, (found[1] or currency).lower(), ""


def _fen(cell: str) -> int | None:
    return fen_of((cell if cell.isascii() else tidy(cell)).removeprefix("+").strip())


def _way(row: Row, log: Log) -> Way | None:
    """Return what the column of ways says; None, with a stop, for a word that is not known; `""` without a column."""
    cell = tidy(row["way"]).lower()
    if not cell:
        return ""
    way = WAYS.get(cell) or WAYS.get(cell.split()[0])
    if way is None:
        log.stop("bill-direction-unknown", row.number, column=row.heading("way"))
    return way


def _moment(row: Row, order: DayOrder, head: str, log: Log) -> tuple[date, time | None] | None:
    """Return a row's day and time; None, with a stop, where neither column of days can be read."""
    for name in ("day", "posted"):
        cell = row.said(name)
        found = _at(cell, order, head) if cell else None
        if found:
            return found[0], found[1] or _clock(row.said("time"))
    log.stop("bill-date-wrong", row.number, column=row.heading("day"))
    return None


def _at(cell: str, order: DayOrder, head: str) -> tuple[date, time | None] | None:
    if order == "ymd":
        return moment_of(cell) or _short(cell, head)
    other = OTHER_DAY.fullmatch(cell)
    if not other:
        return None
    day, month = (other[1], other[2]) if order == "dmy" else (other[2], other[1])
    read = day_of(f"{other[3]}-{month}-{day}")
    return (read, None) if read else None


def _short(cell: str, head: str) -> tuple[date, time | None] | None:
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
    compact = COMPACT_CLOCK.fullmatch(cell)
    if compact:
        return clock_of(":".join(compact.groups()))
    whole = moment_of(cell)
    return whole[1] if whole else clock_of(cell)
