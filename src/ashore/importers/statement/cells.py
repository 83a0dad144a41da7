"""A table's bytes as rows of cells, with the line each came from: CSV in any common form, XLSX, typed lines."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Final

from ashore.errors import Finding, Level, Place
from ashore.household.file.decoding import text_of

ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
PDF: Final = b"%PDF"
SEPARATORS: Final = (",", "\t", ";", "|", "，")
ENCODING_IS_FINE: Final = frozenset({"utf8-bom", "utf16", "gbk"})
"""How lenders save their files; nothing that the person has to look at."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its line in the file (1 is the first) and its cells as text."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table's rows, empty ones left out, with what was found on the way."""

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()


def sheets_of(data: bytes) -> tuple[Sheet, ...]:
    """Return the tables of a file, one for each sheet that holds anything; a file that is none has a finding."""
    if not data.strip():
        return (_none("statement-empty"),)
    if data.startswith(ZIP):
        return _workbook(data)
    if data.startswith((OLD_OFFICE, PDF)):
        return (_none("statement-not-table"),)
    decoded = text_of(data)
    said = tuple(
        Finding(one.code, one.level, Place("", one.line), {"key": "", "entry": "", **one.facts})
        for one in decoded.remarks
        if one.code not in ENCODING_IS_FINE
    )
    if decoded.text is None:
        return (_none("statement-not-table"),)
    try:
        return (Sheet(_lines(decoded.text), said),)
    except csv.Error:  # a cell of more than a hundred thousand characters
        return (_none("statement-not-table"),)


def _none(code: str, level: Level = "stop") -> Sheet:
    return Sheet((), (Finding(code, level, Place("")),))


def _lines(text: str) -> tuple[Line, ...]:
    """Return the rows of a text by the separator that most of its lines have; else words parted by spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    separator = max(SEPARATORS, key=lambda mark: sum(mark in line for line in lines))
    if not any(separator in line for line in lines):
        rows = [(number, line.split()) for number, line in enumerate(lines, 1)]
    elif len(separator.encode()) > 1:
        rows = [(number, line.split(separator)) for number, line in enumerate(lines, 1)]
    else:
        rows = _quoted(text, separator)
    return _kept(rows)


def _quoted(text: str, separator: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a text whose cells may be quoted and hold line ends; each with its first line."""
    reader = csv.reader(StringIO(text), delimiter=separator)
    rows: list[tuple[int, list[str]]] = []
    start = 1
    for cells in reader:
        rows.append((start, cells))
        start = reader.line_num + 1
    return rows


def _kept(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[Line, ...]:
    tidy = (
        (number, tuple(re.sub(r"[\t\u3000\xa0]", " ", cell).strip() for cell in cells))
        for number, cells in rows
    )
    return tuple(Line(number, cells) for number, cells in tidy if any(cells))


def _workbook(data: bytes) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = [book.get_sheet_by_index(index).to_python() for index in range(len(book.sheet_names))]
    except CalamineError:
        return (_none("statement-not-table"),)
    found = (
        Sheet(_kept([(number, [_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]))
        for rows in sheets
    )
    kept = tuple(sheet for sheet in found if sheet.lines)
    return kept or (_none("statement-empty"),)


def _text(cell: object) -> str:
    """Return a workbook's cell as it would be typed: days as days, numbers in full."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return f"{Decimal(repr(cell)):f}".removesuffix(".0")
    return str(cell)
