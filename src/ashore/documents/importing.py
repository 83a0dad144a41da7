"""Bills read, as an answer: what each file is, its sums, what was left out and why, what is worth a look; and as JSON.

Only the person sees it (practice H1): nothing here goes into a plan, a letter or an export to others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from ashore.documents.blocks import Block, Column, Part, Say, Table
from ashore.errors import Finding, Message
from ashore.household.transactions import KINDS, Transaction
from ashore.importers.bills.form import BillReading, LeftOut
from ashore.importers.bills.gathering import Ledger
from ashore.texts.language import Language
from ashore.texts.sentences import SENTENCES, say, say_finding, word

FORMAT: Final = "ashore-import/1"
COLUMNS: Final = (
    Column("import-column-what"),
    Column("import-column-count", "count"),
    Column("import-column-sum", "fen"),
)
LINES_MAX: Final = 8
"""So many lines are named of one matter; the rest are counted."""


@dataclass(frozen=True, slots=True)
class Imported:
    """Files read, and the ledger they make together."""

    readings: tuple[BillReading, ...]
    ledger: Ledger

    @property
    def stopped(self) -> bool:
        """Return whether any file could not be read."""
        return any(one.stopped for one in self.readings)


def import_parts(imported: Imported, language: Language) -> tuple[Part, ...]:
    """Return what was read, file by file, then what the files make together."""
    parts = [Part("import-head-file", "first", tuple(_file(one, language))) for one in imported.readings]
    together = tuple(_together(imported, language))
    return (*parts, Part("import-head-together", "path", together)) if together else tuple(parts)


def _file(reading: BillReading, language: Language) -> Iterator[Block]:
    facts = {"file": reading.file, "what": format_name(reading.format, language), "rows_count": reading.rows}
    if reading.stopped:
        yield Say(Message("import-file-stopped", facts), "lead")
    else:
        yield Say(Message("import-file", facts), "lead")
        if reading.span:
            yield Say(Message("import-span", {"since": reading.span[0], "until": reading.span[1]}))
        yield sums_table(reading.transactions)
        yield from _left_out(reading.left_out, language)
    yield from _found(reading.findings, language)


def format_name(code: str, language: Language) -> str:
    """Return what a format is called; a bank's own mapping goes by its code, an unknown file by a word for it."""
    known = f"import-format-{code or 'unknown'}"
    return word(known, language) if known in SENTENCES else code


def sums_table(transactions: Sequence[Transaction]) -> Table:
    """Return how many payments there are of each kind and what they add up to, and of them what was drawn and fees."""
    rows = [(kind, [one.amount_fen for one in transactions if one.kind == kind]) for kind in KINDS]
    drawn = [one.amount_fen for one in transactions if one.nature == "borrowed"]
    fees = [one.fee_fen for one in transactions if one.fee_fen]
    rows += [(name, fen) for name, fen in (("borrowed", drawn), ("fees", fees)) if fen]
    cells = tuple((Message(f"import-kind-{name}"), len(fen), sum(fen)) for name, fen in rows)
    return Table(Message("import-sums"), COLUMNS, cells)


def _left_out(some: Sequence[LeftOut], language: Language) -> Iterator[Block]:
    """Yield what was left out, one sentence for each reason, with its lines."""
    lines: dict[str, list[int]] = {}
    for one in some:
        lines.setdefault(one.why, []).append(one.row)
    for why, rows in lines.items():
        facts = {"rows_count": len(rows), "lines": lines_text(rows, language)}
        yield Say(Message(f"import-left-{why}", facts), "item")


def _found(findings: Iterable[Finding], language: Language) -> Iterator[Block]:
    """Yield each finding once, with all its lines; what stops a file comes first."""
    lines: dict[tuple[str, str], list[int]] = {}
    for one in findings:
        rows = lines.setdefault((one.level, say_finding(one, language)), [])
        if one.place.line:
            rows.append(one.place.line)
    for (level, said), rows in sorted(lines.items(), key=lambda item: item[0][0] != "stop"):
        code = f"import-finding-{level}" if rows else f"import-finding-{level}-whole"
        yield Say(Message(code, {"said": said, "lines": lines_text(rows, language)}), "item")


def lines_text(rows: Sequence[int], language: Language) -> str:
    """Return line numbers for a sentence: the first few, and how many more."""
    named = say(Message("import-lines", {"lines": tuple(str(row) for row in rows[:LINES_MAX])}), language)
    more = len(rows) - LINES_MAX
    return (
        say(Message("import-lines-more", {"named": named, "more_count": more}), language)
        if more > 0
        else named
    )


def _together(imported: Imported, language: Language) -> Iterator[Block]:
    ledger, several = imported.ledger, len(imported.readings) > 1
    if several and ledger.transactions:
        facts = {"payments_count": len(ledger.transactions), "files_count": len(imported.readings)}
        yield Say(Message("import-together", facts), "lead")
        yield sums_table(ledger.transactions)
        counts = ledger.counts
        for code, count in (("known", counts.known), ("doubles", counts.doubles)):
            if count:
                yield Say(Message(f"import-together-{code}", {"payments_count": count}), "item")
    if ledger.counts.refunds:
        yield Say(Message("import-together-refunds", {"refunds_count": ledger.counts.refunds}), "item")
    yield from _gathered(ledger.findings, language)
    if ledger.transactions:
        yield Say(Message("import-private"), "note")


def _gathered(findings: Sequence[Finding], language: Language) -> Iterator[Block]:
    """Yield what could not be told across files: each code once, counted, as its facts differ row by row."""
    rows = Counter(one.code for one in findings)
    first = {one.code: one for one in reversed(findings)}
    for code, count in rows.items():
        said = say_finding(first[code], language)
        if count > 1:
            yield Say(Message("import-gathered-more", {"said": said, "more_count": count - 1}), "item")
        else:
            yield Say(Message("import-gathered", {"said": said}), "item")


def import_json(imported: Imported) -> dict[str, object]:
    """Return `ashore-import/1`: each file with its sums and findings, and every payment once; amounts in fen."""
    return {
        "format": FORMAT,
        "files": [_file_json(one) for one in imported.readings],
        "transactions": [_transaction_json(one) for one in imported.ledger.transactions],
        "findings": [_finding_json(one) for one in imported.ledger.findings],
    }


def _file_json(reading: BillReading) -> dict[str, object]:
    sums = {
        f"{kind}_fen": sum(one.amount_fen for one in reading.transactions if one.kind == kind)
        for kind in KINDS
    }
    return {
        "file": reading.file,
        "format": reading.format,
        "rows": reading.rows,
        **sums,
        "fee_fen": sum(one.fee_fen for one in reading.transactions),
        "since": reading.span[0] if reading.span else None,
        "until": reading.span[1] if reading.span else None,
        "left_out": [{"row": one.row, "why": one.why, "fen": one.amount_fen} for one in reading.left_out],
        "findings": [_finding_json(one) for one in reading.findings],
    }


def _finding_json(one: Finding) -> dict[str, object]:
    return {"code": one.code, "level": one.level, "line": one.place.line, "facts": dict(one.facts)}


def _transaction_json(one: Transaction) -> dict[str, object]:
    return {
        "date": one.day,
        "time": one.at.isoformat() if isinstance(one.at, time) else None,
        "fen": one.amount_fen,
        "kind": one.kind,
        "nature": one.nature,
        "counterparty": one.counterparty,
        "text": one.text,
        "category": one.category or one.said_category,
        "method": one.method,
        "credit": one.credit,
        "fee_fen": one.fee_fen,
        "order": one.order,
        "refund_of": one.refund_of,
        "source": one.source,
        "file": one.file,
        "row": one.row,
    }
