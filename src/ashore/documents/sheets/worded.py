"""A paper with its sentences made: what text, PDF and DOCX all print, so that the three say the same in one order."""

from dataclasses import dataclass
from typing import Final
from unicodedata import category

from ashore.errors import Message
from ashore.letters.sheet import Blank, Block, Cell, Figures, Items, Own, Paragraph, Parting, Quoted, Sheet
from ashore.money import format_fen
from ashore.texts.cells import cell_text
from ashore.texts.facts import format_day
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

COLONS: Final[dict[Language, str]] = {"zh": "\uff1a", "en": ": "}
"""What stands between a label and what it names."""
NUMBERS: Final = frozenset({"fen", "count"})
JOINERS: Final = frozenset("\u200c\u200d")
"""Characters without a shape that letters and emoji are joined with; every other such character is left out."""
NOT_CHARACTERS: Final = frozenset(
    (*range(0xFDD0, 0xFDF0), *(plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)))
)


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence or more, in one paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Typed:
    """The person's own lines; an empty one parts paragraphs."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A heading and what is numbered below it."""

    head: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table; `right`: which columns hold figures, `words`: which hold words and may wrap."""

    head: str
    columns: tuple[str, ...]
    right: tuple[bool, ...]
    words: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Parted:
    """What a letter ends with: the first line set as a paragraph is, those below it at the margin."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line to be filled in by hand, behind its label and a colon."""

    label: str

    @property
    def led(self) -> str:
        """Return the label with its distance to the rule; a Chinese colon brings its own."""
        return self.label if self.label.endswith(COLONS["zh"]) else f"{self.label} "


Piece = Said | Typed | Listed | Tabled | Parted | Line


@dataclass(frozen=True, slots=True)
class Worded:
    """A paper in one language, in the order in which it is printed."""

    title: str
    to: Said | Line | None
    pieces: tuple[Piece, ...]
    signed: tuple[Line, ...]
    day: str


def worded(sheet: Sheet, language: Language) -> Worded:
    """Return a paper's words; what is to be told before it is sent (`Sheet.before`) is not among them.

    A paper whose `to` is empty (not None) is addressed to nobody and has no such line.
    """
    return Worded(
        _said(sheet.title, language),
        _to(sheet.to, language),
        tuple(_piece(block, language) for block in sheet.blocks),
        tuple(_line(blank, language) for blank in sheet.signed),
        format_day(sheet.day, language),
    )


def one_line(text: str) -> str:
    """Return a text on one line, without characters that have no shape or turn the direction of writing."""
    return " ".join(line for line in lines_of(text) if line)


def lines_of(text: str) -> list[str]:
    """Return a text's lines without spaces at their ends, and without characters that have no shape."""
    return ["".join(filter(_has_shape, line.replace("\t", " "))).strip() for line in text.splitlines()]


def _has_shape(char: str) -> bool:
    return char in JOINERS or (category(char) not in {"Cc", "Cf", "Cs"} and ord(char) not in NOT_CHARACTERS)


def _said(message: Message, language: Language) -> str:
    return one_line(say(message, language))


def _item(item: Message | Quoted, language: Language) -> str:
    if isinstance(item, Quoted):
        return _said(Message("letter-quoted", {"told": _said(item.message, language)}), language)
    return _said(item, language)


def _to(name: str | None, language: Language) -> Said | Line | None:
    if name is None:
        return Line(word("sheet-to-blank", language))
    kept = one_line(name)
    return Said(one_line(say(Message("sheet-to", {"to": kept}), language))) if kept else None


def _line(blank: Blank, language: Language) -> Line:
    return Line(_said(blank.label, language).rstrip(":\uff1a ") + COLONS[language].rstrip())


def _piece(block: Block, language: Language) -> Piece:
    match block:
        case Paragraph(message):
            return Said(_said(message, language))
        case Items(head, items):
            return Listed(_said(head, language), tuple(_item(item, language) for item in items))
        case Figures():
            return _table(block, language)
        case Blank():
            return _line(block, language)
        case Own(text):
            return Typed(tuple(lines_of(text.strip())))
        case Parting(message):
            return Parted(tuple(lines_of(say(message, language))))


def _table(block: Figures, language: Language) -> Tabled:
    units = [unit for _, unit in block.columns]
    rows = tuple(_row(row, units, language) for row in block.rows)
    return Tabled(
        _said(block.head, language),
        tuple(word(code, language) for code, _ in block.columns),
        tuple(unit in NUMBERS for unit in units),
        tuple(unit == "text" for unit in units),
        rows,
        _row(block.total, units, language) if block.total else None,
    )


def _row(row: tuple[Cell, ...], units: list[str], language: Language) -> tuple[str, ...]:
    return tuple(_cell(cell, unit, language) for cell, unit in zip(row, units, strict=True))


def _cell(cell: Cell, unit: str, language: Language) -> str:
    """Return one cell; an amount with its sign and two decimals, as nobody else's paper says what a bare figure is."""
    if isinstance(cell, int) and unit == "fen":
        return f"{'−' if cell < 0 else ''}¥{format_fen(abs(cell))}"
    return one_line(cell_text(cell, unit, language))
