"""What every format of a bill shares: its table, one row of it, what a reading is, and cells as days and fen.

A format's module gives a `Format` and is named in `formats.FORMATS`; it never sees bytes, encodings or line numbers of
headings.  A finding names a line and a column, never what stands there: a bill is the most private paper there is.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from ashore.errors import Fact, Finding, Place
from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.household.transactions import Transaction
from ashore.importers.cells import Line
from ashore.money import fen_from_yuan

Why = Literal[
    "closed",
    "failed",
    "waiting",
    "taken-back",
    "nothing",
    "summed",
    "held",
    "others-paid",
    "not-money",
    "other-currency",
]
"""Why a row is no payment of this person's.

Closed before it was paid; failed; not paid yet; undone at once; ¥0; a line of sums; only held or released; paid by
somebody else; no money at all (points, coupons); in a currency that is not yuan.
"""

FEN_MAX: Final = 10**13
"""A hundred billion yuan: more than any row of a person's bill."""
NO_COLUMN: Final = -1
NOTHING: Final = frozenset({"", "/", "-", "--"})
PLAIN_AMOUNT: Final = re.compile(r"[¥￥]?(\d{1,11})(?:\.(\d{1,2}))?", re.ASCII)
MOMENT_LENGTH: Final = len("2026-11-23 21:32:14")
CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?", re.ASCII)
SPREADSHEET_NUMBER: Final = re.compile(r"\d{15}0{8,}|\d(?:\.\d+)?[eE]\+\d\d", re.ASCII)
ZEROS: Final = "0" * 8
"""A long number that a spreadsheet has shortened to fifteen digits; the rest is lost."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no payment: its line, why, its amount where it has one, and the row as it was written."""

    row: int
    why: Why
    amount_fen: int | None = None
    raw: tuple[tuple[str, str], ...] = ()


Entry = Transaction | LeftOut


@dataclass(frozen=True, slots=True)
class BillReading:
    """One file as read: every transaction in the file's order, or none where a finding stops it.

    `format` is a format's code, `""` where none was recognised.  `span` is the first and last day that the file says
    it covers, None where it does not say.  One row may give two transactions: a purchase and what came back of it.
    """

    file: str
    format: str
    transactions: tuple[Transaction, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    findings: tuple[Finding, ...] = ()
    rows: int = 0
    span: tuple[date, date] | None = None

    @property
    def stopped(self) -> bool:
        """Return whether a finding stops this file: nothing of it counts."""
        return any(one.level == "stop" for one in self.findings)


@dataclass(slots=True)
class Log:
    """Findings of one file as they are made; each names a line and perhaps a column, never a cell's content."""

    findings: list[Finding] = field(default_factory=list[Finding])

    def stop(self, code: str, line: int | None = None, **facts: Fact) -> None:
        """Keep a finding for which no transaction of this file counts."""
        self.findings.append(Finding(code, "stop", Place("", line), facts))

    def note(self, code: str, line: int | None = None, **facts: Fact) -> None:
        """Keep a finding that is worth a look."""
        self.findings.append(Finding(code, "note", Place("", line), facts))


@dataclass(slots=True)
class Row:
    """One row under the headings: `row["amount"]` is the tidied cell of that field, `""` where there is none.

    `cells` are as many as the headings or more, and an empty one at the end: there lie the fields without a column.
    `places` has every field of the format.  Not frozen, as a bill has a hundred thousand; nobody changes one.
    """

    number: int
    cells: list[str]
    places: Mapping[str, int]
    headings: tuple[str, ...]

    def __getitem__(self, name: str) -> str:
        """Return a field's cell, `""` for a field that this file has no column for."""
        return self.cells[self.places[name]]

    def said(self, name: str) -> str:
        """Return a field's cell; `""` where it holds only a mark for nothing (`/`, `-`)."""
        cell = self.cells[self.places[name]]
        return "" if cell in NOTHING else cell

    def has(self, name: str) -> bool:
        """Return whether this file has a column for a field."""
        return self.places[name] != NO_COLUMN

    def heading(self, name: str) -> str:
        """Return the heading of a field as this file writes it; the field's own name where it has no column."""
        return self.headings[self.places[name]] if self.has(name) else name

    @property
    def raw(self) -> tuple[tuple[str, str], ...]:
        """Return the row as it was written, as pairs of heading and cell; cells beyond the headings have `""`."""
        if len(self.cells) == len(self.headings) + 1:
            return tuple(zip(self.headings, self.cells, strict=False))
        more = ("",) * (len(self.cells) - len(self.headings))
        return tuple(zip(self.headings + more, self.cells, strict=True))[:-1]


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a file that one format reads: the lines around its rows (what the app says of itself), and its rows.

    No row is empty, and each is long enough for the format's needed fields.
    """

    file: str
    head: tuple[Line, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a table.  `columns`: for each field the headings it may have, in any variant ever seen.

    `needed` are the fields without which no row can be read: a missing one is a finding, where `recognise` holds for
    the headings (already without units, marks and spaces).  `read` yields what each row states, in the file's order;
    it says what it cannot read in the log, and goes on.  Fields named `day`, `amount` and `direction` are also used to
    check the file against its own head.  `loose` are fields that may hold the separator although nothing is quoted.
    `dashes`: the app itself writes its days as 2026-11-23, so that any other way shows a spreadsheet's hand.
    """

    code: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    recognise: Callable[[frozenset[str]], bool]
    read: Callable[[Table, Log], Iterable[Entry]]
    loose: tuple[str, ...] = ("text", "counterparty", "remark")
    dashes: bool = False


@dataclass(frozen=True, slots=True)
class TextFormat:
    """One format that is no table but lines of text (beancount); `read` takes the file's name and its text."""

    code: str
    recognise: Callable[[str], bool]
    read: Callable[[str, str, Log], Iterable[Entry]]


def each_row(table: Table, log: Log, one: Callable[[Row, Log], Iterable[Entry]]) -> list[Entry]:
    """Return what `one` makes of every row, in order."""
    return [entry for row in table.rows for entry in one(row, log)]


def fen_of(cell: str) -> int | None:
    """Return the fen that a cell such as `¥1,000.10` or `28.16` means, a sign kept; None where it is not certain."""
    plain = PLAIN_AMOUNT.fullmatch(cell)
    if plain:
        yuan, rest = plain.groups()
        return int(yuan) * 100 + (int(rest.ljust(2, "0")) if rest else 0)
    if not cell:
        return None
    try:
        amount = amount_from_text(
            re.sub(r"^([+-]?)\s*[¥￥]\s*([+-]?)", r"\1\2", cell.strip()).removeprefix("+")
        )
        fen = None if amount is None else fen_from_yuan(Decimal(amount))
    except ValueError:
        return None
    return fen if fen is not None and abs(fen) < FEN_MAX else None


@lru_cache(maxsize=8192)
def day_of(cell: str) -> date | None:
    """Return the day that a cell written year first means; None for anything else."""
    return day_from_text(cell)


@lru_cache(maxsize=8192)
def clock_of(cell: str) -> time | None:
    """Return the time of day of a cell such as `9:05` or `21:32:14`; None for anything else."""
    found = CLOCK.fullmatch(cell)
    if not found:
        return None
    try:
        return time(int(found[1]), int(found[2]), int(found[3] or 0))
    except ValueError:
        return None


def moment_of(cell: str) -> tuple[date, time | None] | None:
    """Return the day and, where one is written, the time of a cell; None where either cannot be read."""
    if len(cell) == MOMENT_LENGTH and cell[4] == cell[7] == "-" and cell[13] == cell[16] == ":":
        try:
            return date.fromisoformat(cell[:10]), time.fromisoformat(cell[11:])
        except ValueError:
            return None
    words = tidy(cell).replace("T", " ").split()
    if not 1 <= len(words) <= 2:  # noqa: PLR2004 - a day, or a day and a time
        return None
    day = day_of(words[0])
    at = clock_of(words[1]) if len(words) > 1 else None
    return None if day is None or (len(words) > 1 and at is None) else (day, at)


def moment(row: Row, name: str, log: Log) -> tuple[date, time | None] | None:
    """Return the day and time of a field; None, with a stop that names line and column, where it cannot be read."""
    found = moment_of(row[name])
    if found is None:
        log.stop("bill-date-wrong", row.number, column=row.heading(name))
    return found


def amount(row: Row, name: str, log: Log) -> int | None:
    """Return the fen of a field, not negative; None, with a stop that names line and column, otherwise."""
    fen = fen_of(row[name])
    if fen is None or fen < 0:
        log.stop("bill-amount-wrong", row.number, column=row.heading(name))
        return None
    return fen


def order_of(cell: str) -> str:
    """Return an order number; `""` for a mark of none, and for one that a spreadsheet has shortened."""
    return "" if cell in NOTHING or is_shortened(cell) else cell


def is_shortened(number: str) -> bool:
    """Return whether a long number is one that a spreadsheet has shortened."""
    doubtful = number.endswith(ZEROS) or "E+" in number or "e+" in number
    return doubtful and SPREADSHEET_NUMBER.fullmatch(number) is not None


def has_any(text: str, words: Sequence[str]) -> bool:
    """Return whether any of the words stands in a text."""
    return any(word in text for word in words)
