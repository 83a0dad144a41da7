"""What of a statement cannot be told for certain: each stops the audit, for a guess would accuse somebody wrongly."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from ashore.errors import Finding, Place
from ashore.importers.cells import Line, Sheet
from ashore.importers.statement.columns import REPAID_DAYS, UNCLEAR, Column, heading_of, is_heading, twice_in
from ashore.importers.statement.rows import PARTS, Row


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


def row_doubts(rows: Sequence[Row]) -> Iterator[Finding]:
    """Yield rows that the audit has no account for: early repayment, several draws, a payment without its day."""
    for row in rows:
        early = row.kind == "early" or (row.kind is None and _paid_beyond(row))
        if early:
            yield _stop("statement-early", row.line)
        paid = any(row.figures.get(name) for name in ("paid", "paid-principal", "paid-interest"))
        if row.kind is None and paid and "paid-day" not in row.days:
            yield _stop("statement-paid-without-day", row.line)
    days = Counter(row.days["due"] for row in rows if row.kind is None and "due" in row.days)
    seen: set[object] = set()
    for row in rows:
        due = row.days.get("due")
        if row.kind is None and due and days[due] > 1 and due in seen:
            yield _stop("statement-due-twice", row.line)
        seen.add(due)
    draws = [row for row in rows if row.kind == "lent"]
    if len({row.days.get("day") for row in draws}) > 1:
        yield _stop("statement-drawn-twice", draws[1].line)


def _paid_beyond(row: Row) -> bool:
    """Return whether an instalment was paid more than its row asks: the rest repaid something early."""
    asked = asked_fen(row)
    return asked is not None and row.figures.get("paid", 0) > asked


def asked_fen(row: Row) -> int | None:
    """Return all that an instalment's row asks, what being late added included; None where it does not say."""
    parts = [row.figures[name] for name in PARTS if name in row.figures]
    whole = row.figures.get("total")
    if "principal" in row.figures and "interest" in row.figures:
        return max(sum(parts), whole or 0)
    return whole


def _stop(code: str, line: int | None, **facts: str) -> Finding:
    return Finding(code, "stop", Place("", line), facts)
