"""Rows under headings, wherever they stand: found by the columns' names, in a text or in a sheet."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import islice
from typing import Final

from ashore.importers.bills.form import NO_COLUMN, Format, Log, Table, moment_of
from ashore.importers.bills.stated import SUMMED_UP
from ashore.importers.cells import Line, cell_text
from ashore.importers.statement.columns import heading_of

SEPARATORS: Final = (",", "\t", ";", "|")
HEADING_WITHIN: Final = 200
HEADING_LENGTH_MAX: Final = 4000
COLUMNS_MIN: Final = 3
JOINED_MAX: Final = 20
"""A quoted cell may hold line ends: that many of them at most."""
NEW_ROW: Final = re.compile(r"\W{0,2}(?:\d{4}[-/.]\d|\d{8})")
RULE: Final = "---"


@dataclass(frozen=True, slots=True)
class Under:
    """Headings that a format recognises: where they stand, and which field stands in which place."""

    format: Format
    number: int
    headings: tuple[str, ...]
    places: dict[str, int]
    cells_count: int
    """How many cells the line of headings has, empty ones at its end too: a row has no more."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Return the headings that the format needs and the table lacks."""
        wanted = (name for name in self.format.needed if self.places[name] == NO_COLUMN)
        return tuple(self.format.columns[name][0] for name in wanted)


def table_in_text(file: str, text: str, formats: Sequence[Format], log: Log) -> tuple[Under, Table] | None:
    """Return the table of a text and the headings it stands under; None where no format recognises any line."""
    lines = text.split("\n")
    for place, line in enumerate(lines[:HEADING_WITHIN]):
        for separator in SEPARATORS:
            if line.count(separator) < COLUMNS_MIN - 1 or len(line) > HEADING_LENGTH_MAX:
                continue
            cells = _cells_of(line, separator)
            under = _under(place + 1, cells, formats)
            if under:
                head = [Line(number, (one.strip(),)) for number, one in enumerate(lines[:place], 1)]
                return under, _table(file, head, _split(lines, place + 1, separator), under, log)
    return None


def table_in_grid(
    file: str, grid: Sequence[Sequence[object]], formats: Sequence[Format], log: Log
) -> tuple[Under, Table] | None:
    """Return the table of a sheet and the headings it stands under; None where no format recognises any row."""
    for place, row in enumerate(grid[:HEADING_WITHIN]):
        under = _under(place + 1, [cell_text(cell).strip() for cell in row], formats)
        if under:
            head = [
                Line(number, tuple(cell_text(cell).strip() for cell in one))
                for number, one in enumerate(grid[:place], 1)
            ]
            rows = (
                (number, [cell if isinstance(cell, str) else cell_text(cell) for cell in one])
                for number, one in enumerate(grid[place + 1 :], place + 2)
            )
            return under, _table(file, head, rows, under, log)
    return None


def _under(number: int, cells: Sequence[str], formats: Sequence[Format]) -> Under | None:
    words = [heading_of(cell) for cell in cells]
    if sum(map(bool, words)) < COLUMNS_MIN:
        return None
    known = frozenset(words)
    for one in formats:
        if one.recognise(known):
            first = (
                (name, next((word for word in names if word in known), None))
                for name, names in one.columns.items()
            )
            places = {name: NO_COLUMN if word is None else words.index(word) for name, word in first}
            return Under(one, number, _trimmed([cell.strip() for cell in cells]), places, len(cells))
    return None


def _trimmed(cells: Sequence[str]) -> tuple[str, ...]:
    last = max((place for place, cell in enumerate(cells) if cell), default=-1)
    return tuple(cells[: last + 1])


def _table(
    file: str, head: list[Line], rows: Iterable[tuple[int, list[str]]], under: Under, log: Log
) -> Table:
    """Return the rows that hold anything; lines of words among and below them join the head."""
    first, width = under.headings[0], len(under.headings)
    usual = under.cells_count if under.cells_count <= width + 1 else 0
    numbers: list[int] = []
    kept: list[list[str]] = []
    for number, raw in rows:
        word = raw[0].strip() if len(raw) == 1 else None
        if word is not None and not NEW_ROW.match(word):  # a million of these must not take seconds
            if word:
                head.append(Line(number, (word,)))
            continue
        cells: list[str] | None = list(map(str.strip, raw))
        extra = len(cells) - usual
        if (
            (not extra or (extra == 1 and not cells[-1]))
            and cells[0]
            and cells[1]
            and (cells[0] != first and cells[0][:3] != RULE)
        ):
            if extra or usual == width or cells[-1]:
                cells.append("")
        else:
            cells = _odd_row(number, cells, under, head, log)
        if cells:
            numbers.append(number)
            kept.append(cells)
    return Table(file, tuple(head), under.headings, under.places, numbers, kept)


def with_mended(table: Table, under: Under, wrong: Collection[int | None], log: Log) -> Table | None:
    """Return the table with rows mended that have an empty cell more than there are headings; None where none is.

    `wrong` are the lines that could not be read: many apps end every row so, and only a few of those are to be mended.
    """
    mended = {
        place: cells
        for place, (number, row) in enumerate(zip(table.numbers, table.cells, strict=True) if wrong else ())
        if number in wrong and len(row) == under.cells_count + 2 and (cells := _mended(row, under, 1))
    }
    for place in mended:
        log.note("bill-row-mended", table.numbers[place])
    rows = [mended.get(place, row) for place, row in enumerate(table.cells if mended else ())]
    return replace(table, cells=rows) if mended else None


def _odd_row(number: int, cells: list[str], under: Under, head: list[Line], log: Log) -> list[str] | None:
    """Return the cells of a row that is not as long as the headings, or begins with nothing; None for no row."""
    if not any(cells):
        return None
    width, extra = len(under.headings), len(cells) - under.cells_count
    while len(cells) > width and not cells[-1] and extra <= 0:
        cells.pop()
    if cells[0] == under.headings[0] and tuple(cells[:width]) == under.headings:
        return None
    if _is_remark(cells):
        head.append(Line(number, tuple(cell for cell in cells if cell)))
        return None
    if len(cells) <= max(under.places[name] for name in under.format.needed):
        log.stop("bill-row-short", number)
        return None
    cells += [""] * max(width + 1 - len(cells), 1)
    if extra > 0 and (mended := _mended(cells, under, extra)) is not None:
        log.note("bill-row-mended", number)
        return mended
    return cells


def _is_remark(cells: Sequence[str]) -> bool:
    """Return whether a line is words of the app, no row: a ruled line, sums, or one cell that begins no row."""
    if cells[0].startswith(RULE) or SUMMED_UP.match(cells[0]):
        return True
    if len(cells) > 1 and cells[1]:
        return False
    filled = [cell for cell in cells if cell]
    return len(filled) == 1 and not NEW_ROW.match(filled[0])


def _mended(cells: list[str], under: Under, extra: int) -> list[str] | None:
    """Return a row whose words hold the separator unquoted, joined so that day and amount stand in their places."""
    if _fits(cells, under):
        return None
    spare = len(cells) - 1 - len(_trimmed(cells))  # rows that end with a separator have an empty cell more
    places = [under.places.get(name, NO_COLUMN) for name in under.format.loose]
    for more in range(extra, max(extra - spare, 1) - 1, -1):
        for place in places:
            joined = ",".join(cells[place : place + more + 1])
            one = [*cells[:place], joined, *cells[place + more + 1 :]]
            if place != NO_COLUMN and _fits(one, under):
                return one
    return None


def _fits(cells: Sequence[str], under: Under) -> bool:
    places = under.places
    if not {"day", "amount"} <= places.keys():
        return True
    amount = under.format.amount(cells[places["amount"]])
    return amount is not None and moment_of(cells[places["day"]]) is not None


def _split(lines: Sequence[str], start: int, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its line; a quote that never ends takes no other row with it."""
    rows = enumerate(islice(lines, start, None), start)
    for place, line in rows:
        cells = line.split(separator)
        if '"' in line and not _are_unquoted(cells):
            end = _end_of(lines, place)
            cells = _cells_of("\n".join(lines[place : end + 1]), separator)
            next(islice(rows, end - place, end - place), None)
        yield place + 1, cells


def _are_unquoted(cells: list[str]) -> bool:
    """Take the quotes from around whole cells; return whether there are no others, which may hold the separator."""
    for place, cell in enumerate(cells):
        if '"' in cell:
            inside = cell[1:-1]
            if len(cell) == 1 or not cell[0] == cell[-1] == '"' or '"' in inside:
                return False
            cells[place] = inside
    return True


def _end_of(lines: Sequence[str], place: int) -> int:
    """Return the last line of a row that begins here: its own, or the one that ends its quoted cell."""
    quotes = lines[place].count('"')
    for end in range(place + 1, min(place + JOINED_MAX, len(lines))):
        if quotes % 2 == 0:
            return end - 1
        if NEW_ROW.match(lines[end]):
            return place
        quotes += lines[end].count('"')
    return place


def _cells_of(line: str, separator: str) -> list[str]:
    """Return the cells of a row, quoted where its quotes come in pairs; otherwise quotes are plain marks."""
    if line.count('"') % 2 == 0:
        try:
            text = StringIO(line, newline="") if "\n" in line else (line,)
            rows = list(csv.reader(text, delimiter=separator))
        except csv.Error:  # a cell of more than a hundred thousand characters
            rows = []
        if len(rows) == 1:
            return rows[0]
    return line.split(separator)
