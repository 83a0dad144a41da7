"""What a paper that goes out is made of, before any sentence is made: the same for a PDF, a DOCX and a chat."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from ashore.errors import Message

Unit = Literal["text", "fen", "date", "count"]
"""What the cells of a column are."""
Cell = str | int | date | Message | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph."""

    message: Message


@dataclass(frozen=True, slots=True)
class Quoted:
    """A sentence that is to be said aloud, word for word."""

    message: Message


@dataclass(frozen=True, slots=True)
class Items:
    """A list under a heading, numbered: the evidence that is attached, what is asked for."""

    head: Message
    items: tuple[Message | Quoted, ...]


@dataclass(frozen=True, slots=True)
class Figures:
    """A table: what it shows, the code of each column's heading with what its cells are, the rows, a total."""

    head: Message
    columns: tuple[tuple[str, Unit], ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None


@dataclass(frozen=True, slots=True)
class Blank:
    """A line to be filled in by hand: what belongs there.  Who a person is, is kept nowhere and so printed nowhere."""

    label: Message


@dataclass(frozen=True, slots=True)
class Own:
    """The person's own words, as typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Parting:
    """The words a letter ends with, line by line: the first is set as a paragraph is, the others at the margin."""

    message: Message


Block = Paragraph | Items | Figures | Blank | Own | Parting


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper: its kind, its title, whom it is for, what it says, the lines that are signed, its day.

    `to`: the addressee as the person's own file names it, None for a line to fill in.  `before`: what the person is
    told before it is sent; it stands beside the paper and never on it.
    """

    kind: str
    title: Message
    to: str | None
    blocks: tuple[Block, ...]
    signed: tuple[Blank, ...]
    day: date
    before: tuple[Message, ...] = ()
