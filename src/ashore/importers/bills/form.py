"""What every format of a bill shares: its table, one row of it, what a reading is, and cells as days and fen.

A format's module gives a `Format` and is named in `formats.FORMATS`; it never sees bytes, encodings or line numbers of
headings.  A finding names a line and a column, never what stands there: a bill is the most private paper there is.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from itertools import compress
from typing import Final, Literal

from ashore.errors import Fact, Finding, Place
from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.household.transactions import Raw, Transaction
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
PART_ROWS: Final = 1000
"""So many rows are read together: enough to read them a column at a time, few enough to stay near the processor."""
NOTHING: Final = frozenset({"/", "-", "--"})
"""Marks for nothing."""
PLAIN_AMOUNT: Final = re.compile(r"(-?)[¥￥]?(\d{1,11})(?:\.(\d{1,2}))?", re.ASCII)
MOMENT_LENGTH: Final = len("2026-11-23 21:32:14")
CLOCK: Final = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?", re.ASCII)
SPREADSHEET_NUMBER: Final = re.compile(r"\d{15}0{8,}|\d(?:\.\d+)?[eE]\+\d\d", re.ASCII)
ZEROS: Final = "0" * 8
"""A long number that a spreadsheet has shortened to fifteen digits; the rest is lost."""
Moment = tuple[date, time | None]
"""A day and, where it is known, the time of day."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no payment: its line, why, its amount where it has one, and the row as it was written."""

    row: int
    why: Why
    amount_fen: int | None = None
    raw: Sequence[tuple[str, str]] = ()


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


@dataclass(frozen=True, slots=True)
class Table:
    """The part of a file that one format reads: the lines around its rows (what the app says of itself), and its rows.

    For each row `numbers` has its line and `cells` its tidied cells: as many as the headings or more, and an empty one
    at the end: there lie the fields without a column.  No row is empty, and each is long enough for the format's needed
    fields.  `places` says where each field stands.
    """

    file: str
    head: tuple[Line, ...]
    headings: tuple[str, ...]
    places: Mapping[str, int]
    numbers: Sequence[int]
    cells: Sequence[list[str]]

    def __len__(self) -> int:
        """Return how many rows there are."""
        return len(self.cells)

    def has(self, name: str) -> bool:
        """Return whether this file has a column for a field."""
        return self.places.get(name, NO_COLUMN) != NO_COLUMN

    def heading(self, name: str) -> str:
        """Return the heading of a field as this file writes it; the field's own name where it has no column."""
        return self.headings[self.places[name]] if self.has(name) else name

    def column(self, name: str) -> list[str]:
        """Return every row's cell of a field, `""` for a field that this file has no column for."""
        place = self.places.get(name, NO_COLUMN)
        return [cells[place] for cells in self.cells] if place != NO_COLUMN else [""] * len(self.cells)

    def said(self, name: str) -> list[str]:
        """Return every row's cell of a field; `""` where it holds only a mark for nothing (`/`, `-`)."""
        return said_in(self.column(name))

    def raws(self) -> list[Raw]:
        """Return every row as it was written; cells beyond the headings stand under `""`."""
        bare, counts = len(self.headings) + 1, list(map(len, self.cells))
        heads = {count: self.headings + ("",) * (count - bare) for count in set(counts)}
        return list(map(Raw, map(heads.__getitem__, counts), self.cells))

    def parts(self) -> "Iterator[Table]":
        """Yield the table in parts of so many rows that what is read of one is still at hand for the next step."""
        for start in range(0, len(self.cells), PART_ROWS):
            end = start + PART_ROWS
            yield replace(self, numbers=self.numbers[start:end], cells=self.cells[start:end])

    def only(self, kept: Sequence[bool]) -> "Table":
        """Return the table with the rows that are kept, the lines around them unchanged."""
        return replace(
            self, numbers=list(compress(self.numbers, kept)), cells=list(compress(self.cells, kept))
        )


def said_in(cells: list[str]) -> list[str]:
    """Return every cell; `""` where it holds only a mark for nothing."""
    return cells if NOTHING.isdisjoint(cells) else [cell if cell not in NOTHING else "" for cell in cells]


def fen_of(cell: str) -> int | None:
    """Return the fen that a cell such as `¥1,000.10` or `28.16` means, a sign kept; None where it is not certain."""
    plain = PLAIN_AMOUNT.fullmatch(cell)
    if plain:
        sign, yuan, rest = plain.groups()
        fen = int(yuan) * 100 + (int(rest.ljust(2, "0")) if rest else 0)
        return -fen if sign else fen
    return _exactly(cell) if cell else None


@lru_cache(maxsize=8192)
def _exactly(cell: str) -> int | None:
    """Return the fen that any text means, as the household's file reads amounts; None where it is not certain."""
    try:
        amount = amount_from_text(
            re.sub(r"^([+-]?)\s*[¥￥]\s*([+-]?)", r"\1\2", cell.strip()).removeprefix("+")
        )
        fen = None if amount is None else fen_from_yuan(Decimal(amount))
    except ValueError:
        return None
    return fen if fen is not None and abs(fen) < FEN_MAX else None


@dataclass(frozen=True, slots=True)
class Format:
    """One format of a table.  `columns`: for each field the headings it may have, in any variant ever seen.

    `needed` are the fields without which no row can be read: a missing one is a finding, where `recognise` holds for
    the headings (already without units, marks and spaces).  `read` yields what each row states, in the file's order;
    it says what it cannot read in the log, and goes on.  Fields named `day`, `amount` and `direction` are also used to
    check the file against its own head.  `loose` are fields that may hold the separator although nothing is quoted;
    that day and amount can be read (`amount` gives None for one that cannot) tells where they do.
    `dashes`: the app itself writes its days as 2026-11-23, so that any other way shows a spreadsheet's hand.
    """

    code: str
    columns: Mapping[str, tuple[str, ...]]
    needed: tuple[str, ...]
    recognise: Callable[[frozenset[str]], bool]
    read: Callable[[Table, Log], Iterable[Entry]]
    loose: tuple[str, ...] = ("text", "counterparty", "remark")
    dashes: bool = False
    amount: Callable[[str], object] = fen_of


@dataclass(frozen=True, slots=True)
class TextFormat:
    """One format that is no table but lines of text (beancount); `read` takes the file's name and its text."""

    code: str
    recognise: Callable[[str], bool]
    read: Callable[[str, str, Log], Iterable[Entry]]


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


def moment_of(cell: str) -> Moment | None:
    """Return the day and, where one is written, the time of a cell; None where either cannot be read."""
    if len(cell) == MOMENT_LENGTH and cell[4] == cell[7] == "-" and cell[13] == cell[16] == ":":
        try:
            return date.fromisoformat(cell[:10]), time.fromisoformat(cell[11:])
        except ValueError:
            pass  # full-width figures, or no such day: told apart below
    words = tidy(cell).replace("T", " ").split()
    if not 1 <= len(words) <= 2:  # noqa: PLR2004 - a day, or a day and a time
        return None
    day = day_of(words[0])
    at = clock_of(words[1]) if len(words) > 1 else None
    return None if day is None or (len(words) > 1 and at is None) else (day, at)


def order_of(cell: str) -> str:
    """Return an order number; `""` for a mark of none, and for one that a spreadsheet has shortened."""
    return "" if cell in NOTHING or is_shortened(cell) else cell


def is_shortened(number: str) -> bool:
    """Return whether a long number is one that a spreadsheet has shortened."""
    doubtful = number.endswith(ZEROS) or "E+" in number or "e+" in number
    return doubtful and SPREADSHEET_NUMBER.fullmatch(number) is not None
