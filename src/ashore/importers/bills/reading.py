"""A bill's bytes as transactions: opened, its headings found, its rows read; all of them or, with a stop, none."""

import gc
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from ashore.errors import Finding, Place
from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import fens_in, shortened_in
from ashore.importers.bills.containers import Opened, open_bill
from ashore.importers.bills.form import (
    BillReading,
    Entry,
    Format,
    LeftOut,
    Log,
    Table,
    TextFormat,
    fen_of,
)  # fmt: skip
from ashore.importers.bills.formats import FORMATS, TEXT_FORMATS
from ashore.importers.bills.stated import Stated, check_stated, stated_in
from ashore.importers.bills.tables import Under, table_in_grid, table_in_text, with_mended
from ashore.importers.cells import cell_text

ORDERS: Final = ("order", "merchant_order")
STALE: Final = "Column1"
SLASHED: Final = "/"
DAY: Final = timedelta(days=1)
RECOGNISED_WITHIN: Final = 1 << 16
"""A text says within so many characters what it is."""
FINDINGS_MAX: Final = 200
"""So many findings of one file are kept, those that stop it first; how many more there are is said."""


@dataclass(frozen=True, slots=True)
class _Found:
    """One table of a file, under the headings of a format."""

    under: Under
    table: Table
    stale: bool = False


def read_bill(
    name: str,
    data: bytes,
    *,
    password: str | None = None,
    formats: Sequence[Format] = FORMATS,
    text_formats: Sequence[TextFormat] = TEXT_FORMATS,
) -> BillReading:
    """Return one file's transactions in its order, what was left out and every finding; a stop means no transaction.

    `name` is what the file is called in the answer; `password` opens a ZIP.  Encoding and container are found out, the
    headings by their names, the format by its headings.  Never raises for what a file holds.
    """
    with _uncollected():
        return _read_file(name, data, password, formats, text_formats)


@contextmanager
def _uncollected() -> Generator[None]:
    """Hold the search for cycles off: rows make none, and searching a hundred thousand of them takes a quarter more."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def _read_file(
    name: str,
    data: bytes,
    password: str | None,
    formats: Sequence[Format],
    text_formats: Sequence[TextFormat],
) -> BillReading:
    log = Log()
    opened = open_bill(data, password, log)
    if opened is None:
        return _reading(name, "", (), log)
    for one in text_formats:
        if opened.text and one.recognise(opened.text[:RECOGNISED_WITHIN]):
            return _reading(name, one.code, one.read(name, opened.text, log), log)
    found = _tables(name, opened, formats, log)
    if not found:
        log.stop("bill-unknown")
        return _reading(name, "", (), log)
    return _read_table(name, _one_of(found, log), log)


def _tables(name: str, opened: Opened, formats: Sequence[Format], log: Log) -> list[_Found]:
    if opened.text:
        one = table_in_text(name, opened.text, formats, log)
        return [_Found(*one)] if one else []
    found: list[_Found] = []
    for grid in opened.grids:
        one = table_in_grid(name, grid, formats, log)
        if one:
            stale = bool(grid[0]) and cell_text(grid[0][0]) == STALE
            found.append(_Found(*one, stale=stale))
    return found


def _one_of(found: Sequence[_Found], log: Log) -> _Found:
    """Return the sheet that counts: a copy left behind (`Column1`) gives way; different sheets are a stop."""
    fresh = [one for one in found if not one.stale] or list(found)
    first = fresh[0]
    for one in found:
        if one is first:
            continue
        if _values(one) == _values(first):
            log.note("bill-sheet-copy")
        elif one.stale:
            log.note("bill-sheet-stale", rows_count=len(one.table))
        else:
            log.stop("bill-sheets-several")
    return first


def _values(found: _Found) -> list[tuple[object, ...]]:
    """Return what a copy of a sheet has the same, however its amounts are written."""
    table = found.table
    columns = [table.column(name) for name in ("day", *ORDERS) if name in table.places]
    money = [fens_in(table.column(name), fen_of) for name in ("amount",) if name in table.places]
    return list(zip(*columns, *money, strict=True))


def _read_table(name: str, found: _Found, log: Log) -> BillReading:
    under, table = found.under, found.table
    if under.missing:
        log.stop("bill-columns-missing", under.number, columns=under.missing)
        return _reading(name, under.format.code, (), log, rows=len(table))
    stated = stated_in(table)
    table, entries = _read_rows(table, under, log)
    check_stated(stated, table, under.format, log)
    _check_spreadsheet(table, under.format, log)
    span = _span(stated, entries, log)
    return replace(_reading(name, under.format.code, entries, log, rows=len(table)), span=span)


def _span(stated: Stated, entries: Iterable[Entry], log: Log) -> tuple[date, date] | None:
    """Return the days that a bill says it covers; None, with a note, where a payment lies more than a day outside."""
    days = {one.day for one in entries if isinstance(one, Transaction)} if stated.span else None
    if not days or not stated.span:
        return stated.span
    since, until = stated.span
    first, last = min(days), max(days)
    if since - DAY <= first and last <= until + DAY:
        return stated.span
    log.note("bill-days-outside", since=since, until=until, first=first, last=last)
    return None


def _read_rows(table: Table, under: Under, log: Log) -> tuple[Table, list[Entry]]:
    """Return the table and what its rows state; where rows that cannot be read can be mended, they are, once."""
    said = Log()
    entries = list(under.format.read(table, said))
    mended = with_mended(table, under, {one.place.line for one in said.findings if one.level == "stop"}, log)
    if mended:
        said = Log()
        entries = list(under.format.read(mended, said))
    log.findings += said.findings
    return mended or table, entries


def _check_spreadsheet(table: Table, form: Format, log: Log) -> None:
    """Note order numbers and days that only a spreadsheet writes so: the file was opened and saved again."""
    columns = [table.column(name) for name in ORDERS if name in form.columns]
    lost = {
        number
        for column in columns
        for some in (shortened_in(column),)
        for number, cell in zip(table.numbers if some else (), column, strict=False)
        if cell in some
    }
    if lost:
        log.note("bill-orders-lost", min(lost), rows_count=len(lost))
    elif form.dashes and SLASHED in "".join(table.column("day")):
        days = zip(table.numbers, table.column("day"), strict=True)
        log.note("bill-resaved", next(number for number, day in days if SLASHED in day))


def _reading(
    name: str, code: str, entries: Iterable[Entry], log: Log, rows: int | None = None
) -> BillReading:
    made = list(entries)
    stopped = any(one.level == "stop" for one in log.findings)
    over = len(log.findings) - FINDINGS_MAX
    more = (Finding("bill-more-findings", "note", Place(""), {"more_count": over}),) if over > 0 else ()
    log.findings.sort(key=lambda one: (one.level != "stop", one.place.line or 0))
    return BillReading(
        file=name,
        format=code,
        transactions=()
        if stopped
        else tuple(
            one if one.file == name else replace(one, file=name)
            for one in made
            if isinstance(one, Transaction)
        ),
        left_out=tuple(one for one in made if isinstance(one, LeftOut)),
        findings=(*log.findings[:FINDINGS_MAX], *more),
        rows=len(made) if rows is None else rows,
    )
