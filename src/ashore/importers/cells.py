"""A table's bytes as rows of cells, with the line each came from: CSV in any common form, XLSX, typed lines."""

import csv
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Final
from zipfile import BadZipFile, ZipFile

from ashore.errors import Finding, Level, Place
from ashore.household.file.decoding import text_of
from ashore.importers.compound import Damaged, extent_of_old

ZIP: Final = b"PK\x03\x04"
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"
PDF: Final = b"%PDF"
SEPARATORS: Final = (",", "\t", ";", "|", "，")
ENCODING_IS_FINE: Final = frozenset({"utf8-bom", "utf16", "gbk"})
"""How lenders save their files; nothing that the person has to look at."""

UNPACKED_BYTES_MIN: Final = 16 << 20
UNPACKED_TIMES: Final = 32
"""What an archive may unpack to: 16 MiB and 32 times its own size; workbooks of ten years stay far below."""
CELLS_MAX: Final = 2_600_000
FAR_CELL: Final = re.compile(rb"""r(?<![A-Za-z]r)\s*=\s*["'](?:[A-Za-z]{2,}\d|[A-Za-z]?\d{6})""")
"""A cell right of column Z or below row 99,999: then the extent of the sheet is counted before it is opened."""
PLACE: Final = re.compile(rb"""r(?<![A-Za-z]r)\s*=\s*["']([A-Za-z]*)(\d+)""")
"""Where a cell or a row says that it stands."""
LETTERS_MAX, DIGITS_MAX = 3, 7
"""No workbook has a cell beyond `XFD1048576`; of one that says so its reader would make room for all before it."""
LETTERS: Final = 26
BINARY: Final = "xl/workbook.bin"
"""Part of a workbook whose places stand in bytes that are not looked at here: no app writes a bill so."""
PANIC: Final = "PanicException"
DECIMALS: Final = 10
EXACT_MAX: Final = 1e16
"""From here on a workbook's number has lost digits, and is written so that it shows: `2.02301E+26`."""
CHUNK_BYTES: Final = 1 << 20


class TooMuch(Exception):
    """What an archive would unpack to, or the extent of its sheets, is beyond every honest file."""


class NoTable(Exception):
    """These bytes are no workbook that can be read."""


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
    try:
        grids = grids_of(data)
    except (NoTable, TooMuch):
        return (_none("statement-not-table"),)
    found = (
        Sheet(_kept([(number, [cell_text(cell) for cell in row]) for number, row in enumerate(rows, 1)]))
        for rows in grids
    )
    kept = tuple(sheet for sheet in found if sheet.lines)
    return kept or (_none("statement-empty"),)


def grids_of(data: bytes) -> list[list[list[object]]]:
    """Return the rows of every sheet of a workbook (XLSX, old XLS).  Raises NoTable or TooMuch."""
    from python_calamine import CalamineError, CalamineWorkbook

    if data.startswith(ZIP):
        _refuse_bomb(data)
    elif data.startswith(OLD_OFFICE):
        _refuse_damaged(data)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(data))
        sheets = (book.get_sheet_by_index(index) for index in range(len(book.sheet_names)))
        # Row by row from the first on, so that a row's number is its place; one that is empty takes no room.
        return [[list[object](row) if any(row) else [] for row in sheet.iter_rows()] for sheet in sheets]
    except (CalamineError, ValueError, OSError) as error:
        raise NoTable from error
    except (
        BaseException
    ) as error:  # a fault of the reader itself, which is no Exception and has no name to import
        if type(error).__name__ != PANIC:
            raise
        raise NoTable from error


def _refuse_damaged(data: bytes) -> None:
    """Raise NoTable or TooMuch for an old workbook that would lead its reader astray."""
    try:
        if extent_of_old(data) > CELLS_MAX:
            raise TooMuch
    except Damaged as error:
        raise NoTable from error


def unpacked_max(size_bytes: int) -> int:
    """Return how many bytes an archive of this size may unpack to."""
    return UNPACKED_BYTES_MIN + UNPACKED_TIMES * size_bytes


def _refuse_bomb(data: bytes) -> None:
    """Raise TooMuch for an archive that unpacks to more than it may, or a sheet that is mostly empty space."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            left = unpacked_max(len(data))
            if BINARY in archive.namelist():
                raise NoTable
            for name in archive.namelist():
                kept: list[bytes] = []
                for chunk in _chunks(archive, name):
                    left -= len(chunk)
                    if left < 0:
                        raise TooMuch
                    kept.append(chunk)
                content = b"".join(kept)
                most = max(CELLS_MAX, content.count(b"<c ") * LETTERS)
                if FAR_CELL.search(content) and _extent(content) > most:
                    raise TooMuch
    except (
        BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as error:
        raise NoTable from error


def _chunks(archive: ZipFile, name: str) -> Iterator[bytes]:
    with archive.open(name) as stream:
        while chunk := stream.read(CHUNK_BYTES):
            yield chunk


def _extent(sheet: bytes) -> int:
    """Return how many cells the rectangle from A1 to the last column and row has.  Raises NoTable beyond any sheet."""
    widest, deepest = 1, 0
    for letters, row in PLACE.findall(sheet):
        if len(letters) > LETTERS_MAX or len(row) > DIGITS_MAX:
            raise NoTable
        column = 0
        for letter in letters.upper():
            column = column * LETTERS + letter - ord("A") + 1
        widest, deepest = max(widest, column), max(deepest, int(row))
    return widest * deepest


def cell_text(cell: object) -> str:
    """Return a workbook's cell as it would be typed: days as days, a time behind them, numbers in full."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, datetime):
        whole = cell.replace(microsecond=0)
        return whole.date().isoformat() if whole.time() == datetime.min.time() else whole.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float):
        return _number(cell)
    return str(cell)


def _number(value: float) -> str:
    """Return a number in full where it is whole; what a computation left behind its tenth decimal is no part of it."""
    plain = repr(value)
    if "e" not in plain and "n" not in plain and len(plain) - plain.index(".") <= DECIMALS:
        return plain.removesuffix(".0")  # as most are; an exponent, nan and inf are looked at below
    exact = Decimal(plain)
    if not exact.is_finite() or abs(value) >= EXACT_MAX:
        return repr(value)
    text = f"{exact:f}"
    if "." in text and len(text) - text.index(".") > DECIMALS:
        text = f"{round(exact, DECIMALS):f}".rstrip("0").removesuffix(".")
    return text.removesuffix(".0")
