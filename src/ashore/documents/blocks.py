"""What an answer is made of, before any sentence is made: parts with sentences, tables and pictures.

A terminal, a page and a paper render the same parts in the same order, so the order is decided in one place.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from ashore.dates import Month
from ashore.errors import Message
from ashore.rules.helpline import Helpline

Unit = Literal["text", "fen", "day", "date", "month", "count"]
"""What a table's cells are: `day` is near and shown with its weekday, `date` with its year."""
Cell = str | int | date | Month | Message | None
Tone = Literal["lead", "plain", "note", "item", "head"]
Place = Literal["first", "path", "details", "about"]


@dataclass(frozen=True, slots=True)
class Say:
    """One sentence.

    `lead` comes first and stands out, `note` is small print, `item` is one of a list, `head` names what follows.
    """

    message: Message
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Column:
    """A table's column: its heading (a code, a message, the month it is for) and what its cells are."""

    head: str | Month | Message
    unit: Unit = "text"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `caption` says what they are, `total` is the last row where there is one.

    `links` is where each row leads to on a page of the app, `""` for nowhere; a terminal and a paper have none.
    """

    caption: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    links: tuple[str, ...] = ()

    @property
    def all_rows(self) -> tuple[tuple[Cell, ...], ...]:
        """Return the rows with the total at their end."""
        return self.rows if self.total is None else (*self.rows, self.total)


@dataclass(frozen=True, slots=True)
class Bar:
    """One month of the picture in words: how much is left, as a share of the start, and what happens then."""

    month: Month
    share: float
    words: Message


@dataclass(frozen=True, slots=True)
class Bars:
    """The path as a picture that needs no colour."""

    caption: Message
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """One debt's (or several small debts') principal today and left at each month's end, in fen."""

    name: str | Message
    start_fen: int
    left_fen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DebtsChart:
    """Debts falling month by month, the first at the bottom."""

    caption: Message
    summary: Message
    months: tuple[Month, ...]
    bands: tuple[Band, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class CashChart:
    """Cash at each month's end beside the emergency fund aimed at, in fen."""

    caption: Message
    summary: Message
    months: tuple[Month, ...]
    cash_fen: tuple[int, ...]
    target_fen: tuple[int, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class FanChart:
    """Many futures of one figure month by month, in fen: the middle one, and between which two most of them lie."""

    caption: Message
    summary: Message
    months: tuple[Month, ...]
    low_fen: tuple[int, ...]
    middle_fen: tuple[int, ...]
    high_fen: tuple[int, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class OwedChart:
    """What was owed at each month's end, in fen."""

    caption: Message
    summary: Message
    months: tuple[Month, ...]
    owed_fen: tuple[int, ...]
    table: Table


MonthsChart = DebtsChart | CashChart | FanChart | OwedChart
"""Pictures whose points are months."""


@dataclass(frozen=True, slots=True)
class SumsChart:
    """Total scores one after another, each with how far the next may lie away without any change.

    `days`, `totals`: of each score in its order; `noise_count`: so many points; `top_count`: the highest there is.
    """

    caption: Message
    summary: Message
    days: tuple[date, ...]
    totals: tuple[int, ...]
    noise_count: int
    top_count: int
    table: Table


Chart = MonthsChart | SumsChart


@dataclass(frozen=True, slots=True)
class Call:
    """A help line to call; `is_due`: its number must be looked at again."""

    line: Helpline
    is_due: bool


def call_on(line: Helpline, today: date) -> Call:
    """Return a help line to call as it is named on a day."""
    return Call(line, line.stale(today))


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed about one thing, in one sentence."""

    about: str
    items: tuple[Message, ...]


Block = Say | Call | Listing | Table | Bars | Chart


@dataclass(frozen=True, slots=True)
class Part:
    """A headed piece of the answer: the code of its heading, where it belongs, what it says."""

    code: str
    place: Place
    blocks: tuple[Block, ...]
    facts: Mapping[str, str] = field(default_factory=dict[str, str])
