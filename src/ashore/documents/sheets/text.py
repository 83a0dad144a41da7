"""A paper as plain text: for a chat with the lender, a terminal, the clipboard."""

from typing import Final

from ashore.documents.sheets.worded import (
    COLONS,
    Line,
    Listed,
    Parted,
    Piece,
    Said,
    Tabled,
    Typed,
    worded,
)
from ashore.letters.sheet import Sheet
from ashore.texts.cells import SEMICOLONS
from ashore.texts.language import Language

INDENTS: Final[dict[Language, str]] = {"zh": "\u3000\u3000", "en": ""}
"""What a paragraph begins with, where the lines below it stand at the margin."""
RULE: Final = "_" * 12
"""A line to fill in, where no rule can be drawn."""
LABELLED: Final = 2
"""Up to how many columns a table's rows read by themselves; where there are more, each cell is told by its heading."""


def sheet_text(sheet: Sheet, language: Language) -> str:
    """Return a paper as lines of plain text, its parts set apart by an empty line, the last line ended.

    Tables are lists, a row a line, as a chat has neither columns nor a fixed width.
    """
    paper = worded(sheet, language)
    parts = [paper.title]
    if paper.to:
        parts.append(_piece(paper.to, language))
    parts += [_piece(piece, language) for piece in paper.pieces]
    parts.append("\n".join([*(f"{line.led}{RULE}" for line in paper.signed), paper.day]))
    return "\n\n".join(part for part in parts if part) + "\n"


def _piece(piece: Piece, language: Language) -> str:
    match piece:
        case Said(text):
            return text
        case Typed(lines):
            return "\n".join(lines)
        case Parted(lines):
            return "\n".join([f"{INDENTS[language]}{lines[0]}", *lines[1:]])
        case Listed(head, items):
            return "\n".join([head, *(f"{number}. {item}" for number, item in enumerate(items, 1))])
        case Line():
            return f"{piece.led}{RULE}"
        case Tabled():
            return _table(piece, language)


def _table(table: Tabled, language: Language) -> str:
    rows = table.rows if table.total is None else (*table.rows, table.total)
    if len(table.columns) <= LABELLED:
        lines = [COLONS[language].join(part for part in row if part) for row in (table.columns, *rows)]
    else:
        lines = [_told(row, table.columns, language) for row in rows]
    return "\n".join([table.head, *lines])


def _told(row: tuple[str, ...], heads: tuple[str, ...], language: Language) -> str:
    """Return a row as its first cell and the others, each behind its column's heading; empty cells are left out."""
    told = (f"{head} {cell}" for head, cell in zip(heads[1:], row[1:], strict=True) if cell)
    rest = SEMICOLONS[language].join(told)
    return COLONS[language].join(part for part in (row[0], rest) if part)
