"""A statement of a file's bytes, with every finding at once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ashore.errors import Finding, Place
from ashore.household.file.plain import cut
from ashore.household.model import Debt
from ashore.importers.cells import Line, Sheet, sheets_of
from ashore.importers.statement.card import card_doubts, card_of
from ashore.importers.statement.claims import statement_of
from ashore.importers.statement.columns import Column, columns_of, is_heading
from ashore.importers.statement.doubts import heading_doubts, row_doubts, sheet_doubts, unused
from ashore.importers.statement.draws import of_draw
from ashore.importers.statement.instalments import joined, numbered
from ashore.importers.statement.rows import Row, RowReader, out_of_order
from ashore.importers.statement.settlement import SUM, settlement_doubts, with_forgiven
from ashore.importers.statement.totals import totals_of
from ashore.loans.audit.stated import Statement, SumClaim

HEADING_WITHIN: Final = 60


@dataclass(frozen=True, slots=True)
class StatementReading:
    """A statement as read.  `statement` is None when a finding stops it; findings are in the order of the lines."""

    statement: Statement | None
    findings: tuple[Finding, ...]


def read_statement(
    data: bytes, as_of: date, *, planned: bool = False, debt: Debt | None = None
) -> StatementReading:
    """Return the statement of a file's bytes; what is unpaid is taken as of the end of `as_of`.

    `planned`: it is a schedule, whose balances hold if every due is paid on its day.  `debt`: the debt it is about: of
    a statement of several draws only its lines count.
    """
    sheets = sheets_of(data)
    sheet = next((one for one in sheets if _heading_at(one) is not None), sheets[0])
    found = list(sheet.findings)
    place = _heading_at(sheet)
    if place is None:
        if not any(one.level == "stop" for one in found):
            found.append(_no_columns(sheet))
        return StatementReading(None, tuple(found))
    heading, lines = sheet.lines[place], sheet.lines[place + 1 :]
    columns = columns_of(heading.cells)
    found += [*sheet_doubts(sheets), *heading_doubts(heading, columns, planned=planned)]
    found += unused(heading, columns, lines)
    reader = RowReader(columns, found)
    listed = [row for line in lines if (row := reader.read(line))]
    rows, sums = _gathered(listed, reader, heading, debt)
    card = debt is not None and debt.terms.method == "revolving"
    main: Column = "due" if "due" in columns.values() else "day"
    if not card:
        rows = with_forgiven(rows)
    doubts = card_doubts(rows, card=card) if card else _loan_doubts(rows, planned=planned)
    found += [*doubts, *out_of_order([row for row in rows if row.kind != SUM], main)]
    found.sort(key=lambda one: one.place.line or 0)
    if any(one.level == "stop" for one in found):
        return StatementReading(None, tuple(found))
    statement = Statement()
    if rows:
        original = debt.terms.original_fen if debt else None
        statement = card_of(rows) if card else statement_of(rows, as_of, original, planned=planned)
    if not statement.claims:
        return StatementReading(None, (*found, Finding("statement-no-rows", "stop", Place(""))))
    return StatementReading(replace(statement, sums=(*statement.sums, *sums)), tuple(found))


def _loan_doubts(rows: Sequence[Row], *, planned: bool) -> list[Finding]:
    """Return what of a loan's rows cannot be told."""
    return [*row_doubts(rows, planned=planned), *settlement_doubts(rows), *card_doubts(rows, card=False)]


def _gathered(
    listed: Sequence[Row], reader: RowReader, heading: Line, debt: Debt | None
) -> tuple[list[Row], list[SumClaim]]:
    """Return the debt's rows, each instalment once, and the totals below them; what is found joins the reader's."""
    drawn, about = of_draw(listed, debt)
    rows, doubled = joined(drawn)
    reader.findings += [*about, *doubled, *numbered(rows)]
    headings: dict[Column, str] = {
        column: cut(heading.cells[place]) for place, column in reversed([*reader.columns.items()])
    }
    totals = list(totals_of(reader.sums, (listed, [*listed, *reader.aside], rows), headings))
    reader.findings += [one for one in totals if isinstance(one, Finding)]
    return rows, [one for one in totals if isinstance(one, SumClaim)]


def _heading_at(sheet: Sheet) -> int | None:
    return next(
        (place for place, line in enumerate(sheet.lines[:HEADING_WITHIN]) if is_heading(line.cells)), None
    )


def _no_columns(sheet: Sheet) -> Finding:
    line = sheet.lines[0] if sheet.lines else None
    seen = tuple(cell for cell in (line.cells if line else ()) if cell)
    return Finding(
        "statement-columns-wrong", "stop", Place("", line.number if line else None), {"seen": seen}
    )
