"""What of a statement cannot be told for certain: each stops the audit, for a guess would accuse somebody wrongly."""

from collections.abc import Iterator, Mapping, Sequence

from ashore.errors import Finding, Place
from ashore.household.file.plain import cut
from ashore.importers.cells import Line, Sheet
from ashore.importers.statement.columns import REPAID_DAYS, UNCLEAR, Column, heading_of, is_heading, twice_in
from ashore.importers.statement.instalments import names_paid, paid_fen
from ashore.importers.statement.rows import Row


def sheet_doubts(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Yield that several sheets hold a table: which one is meant nobody can tell."""
    if sum(any(is_heading(line.cells) for line in sheet.lines) for sheet in sheets) > 1:
        yield _stop("statement-sheets", None)


def heading_doubts(heading: Line, columns: Mapping[int, Column], *, planned: bool) -> Iterator[Finding]:
    """Yield headings of money with more than one meaning, and those that stand twice."""
    words = [heading_of(cell) for cell in heading.cells]
    for word in words:
        if word in UNCLEAR or ("万" in word and word[:1] != "万"):
            yield _stop("statement-heading-unclear", heading.number, read=word)
    twice = twice_in(columns)
    if twice is not None:
        yield _stop("statement-heading-twice", heading.number, read=words[twice])
    named = set(columns.values())
    repaid = next((word for word in words if word in REPAID_DAYS), None)
    if repaid and not planned and {"due", "paid"} <= named and "paid-day" not in named:
        yield _stop("statement-due-or-paid", heading.number, read=repaid)


def row_doubts(rows: Sequence[Row], *, planned: bool) -> Iterator[Finding]:
    """Yield rows that the audit has no account for: a payment without its day, a day of payment without its sum."""
    for row in rows:
        paid = any(row.figures.get(name) for name in ("paid", "paid-principal", "paid-interest"))
        told = row.settled and not planned and not names_paid(row)
        if row.kind is None and (paid or told) and "paid-day" not in row.days:
            yield _stop("statement-paid-without-day", row.line)
        if row.kind is None and "paid-day" in row.days and not (planned or names_paid(row) or paid_fen(row)):
            yield _stop("statement-paid-without-sum", row.line)


def unused(heading: Line, columns: Mapping[int, Column], lines: Sequence[Line]) -> Iterator[Finding]:
    """Yield the columns that hold something and were not read, by their headings."""
    places = [
        place
        for place, cell in enumerate(heading.cells)
        if cell
        and place not in columns
        and heading_of(cell) not in UNCLEAR
        and any(place < len(line.cells) and line.cells[place] for line in lines)
    ]
    if places:
        named = tuple(cut(heading.cells[place]) for place in places)
        yield Finding("statement-columns-unused", "note", Place("", heading.number), {"columns": named})


def _stop(code: str, line: int | None, **facts: str) -> Finding:
    return Finding(code, "stop", Place("", line), facts)
