"""What each row of a statement states: its days and figures, every fault found with its line."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Final

from ashore.errors import Fact, Finding, Level, Place
from ashore.household.file.plain import cut
from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.importers.cells import Line
from ashore.importers.statement.columns import DAYS, FIGURES, KIND_OF, SETTLED, Column, heading_of
from ashore.money import fen_from_yuan

NOTHING: Final = frozenset({"", "-", "--", "/", "—", "无", "n/a", "null", "none"})
SUMS: Final = frozenset({"合计", "总计", "小计", "累计", "total", "sum"})
TIME_AT: Final = 10
NOT_DONE: Final = ("失败", "冲正", "撤销", "处理中", "退款", "退回", "failed", "reversed")
"""Words that say that a line did not happen, or was taken back: it cannot be told which other line it belongs to."""
PARTS: Final[tuple[Column, ...]] = ("principal", "interest", "penalty", "compound", "damages", "fee")
SUBTOTAL: Final = "小计"
NUMBER: Final = re.compile(r"第?0*(\d{1,4})期?(?:[/／]\d{1,4}期?)?")
"""An instalment's number as lenders write it: `3`, `第3期`, `03/12`."""
REPAID_EARLY: Final = frozenset({"early", "closing"})
"""Kinds that a table of instalments, too, may name, where the number stands."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its line, the days and figures by column, what it is about (None: an instalment's row).

    `number`: the instalment's, where it is one.  `draw`: the lender's name for the draw it belongs to.  `more`: further
    rows about the same instalment, whose payments are its own.  `settled`: whether its state says that it was paid.
    """

    line: int
    days: Mapping[Column, date] = field(default_factory=dict[Column, date])
    figures: Mapping[Column, int] = field(default_factory=dict[Column, int])
    kind: str | None = None
    number: int | None = None
    draw: str = ""
    more: "tuple[Row, ...]" = ()
    settled: bool = False


@dataclass(frozen=True, slots=True)
class SumsRow:
    """A line of totals: its figures by column, and whether it adds up what stands since the totals before it."""

    line: int
    figures: Mapping[Column, int]
    since_last: bool


@dataclass(slots=True)
class RowReader:
    """Reads rows under one heading and keeps every finding, the lines of totals, and what was set aside."""

    columns: Mapping[int, Column]
    findings: list[Finding] = field(default_factory=list[Finding])
    sums: list[SumsRow] = field(default_factory=list[SumsRow])
    aside: list[Row] = field(default_factory=list[Row])

    def read(self, line: Line) -> Row | None:
        """Return what a row states; None for a line of sums or one that is set aside."""
        unclear = next((cell for cell in line.cells if any(word in cell for word in NOT_DONE)), None)
        if unclear is not None:
            self._say("statement-row-unclear", "stop", line.number, read=cut(unclear))
            return None
        before = len(self.findings)
        days: dict[Column, date] = {}
        figures: dict[Column, int] = {}
        words = [tidy(cell).lower().rstrip(":") for cell in line.cells]
        summing = any(word in SUMS for word in words)
        for place, column in self.columns.items():
            cell = line.cells[place] if place < len(line.cells) else ""
            if tidy(cell).lower() in NOTHING or (summing and column in DAYS and day_from_text(cell) is None):
                continue
            if column in DAYS and (day := self._day(cell, column, line.number)):
                days[column] = day
            elif column in FIGURES and (fen := self._fen(cell, column, line.number)) is not None:
                figures[column] = figures.get(column, 0) + fen
        if summing and not days:
            self.sums.append(SumsRow(line.number, figures, SUBTOTAL in words))
            return None
        if len(self.findings) > before or not self._holds(line, days, figures):
            return None
        return self._row(line, days, figures)

    def _row(self, line: Line, days: Mapping[Column, date], figures: Mapping[Column, int]) -> Row | None:
        kind, figures = self._kind(line), dict(figures)
        if kind == "unknown":
            return None
        if kind in REPAID_EARLY:
            days = {"day": days["paid-day"]} if "paid-day" in days else days
            if "damages" in figures:  # what lenders call it when somebody pays before the time
                figures["fee"] = figures.get("fee", 0) + figures.pop("damages")
        if kind is not None and "amount" not in figures:
            parts = [figures[name] for name in PARTS if name in figures]
            named = next((figures[name] for name in PARTS if name == kind and name in figures), None)
            amount = next(
                (one for one in (figures.get("paid"), figures.get("total"), named) if one is not None), None
            )
            if amount is None and not parts and kind not in {"left", "accelerate"}:
                self._say("statement-amount-missing", "stop", line.number, read=cut(" ".join(line.cells)))
                return None
            figures["amount"] = sum(parts) if amount is None else amount
        settled = heading_of(self._cell(line, "state")) in SETTLED
        return Row(
            line.number, days, figures, kind, self._number(line), self._cell(line, "draw"), settled=settled
        )

    def _holds(self, line: Line, days: Mapping[Column, date], figures: Mapping[Column, int]) -> bool:
        """Return whether a row has a day and a figure; one that has only one of them is set aside and said."""
        if days and figures:
            return True
        self._say("statement-row-unused", "note", line.number, read=cut(" ".join(line.cells)))
        self.aside.append(Row(line.number, days, figures))
        return False

    def _cell(self, line: Line, column: Column) -> str:
        """Return the cell of a column, empty where there is none."""
        place = next((place for place, named in self.columns.items() if named == column), len(line.cells))
        return tidy(line.cells[place]) if place < len(line.cells) else ""

    def _number(self, line: Line) -> int | None:
        found = NUMBER.fullmatch(self._cell(line, "number").replace(" ", ""))
        return int(found[1]) if found else None

    def _kind(self, line: Line) -> str | None:
        if "kind" not in self.columns.values():
            named = kind_of(self._cell(line, "number"))
            return named if named in REPAID_EARLY else None
        cell = self._cell(line, "kind")
        kind = kind_of(cell)
        if kind is None:
            self._say("statement-kind-unknown", "stop", line.number, read=cut(cell))
        return kind or "unknown"

    def _day(self, cell: str, column: Column, line: int) -> date | None:
        text = tidy(cell)
        day = day_from_text(text) or day_from_text(text.split(" ")[0][:TIME_AT])
        if day is None:
            self._say("statement-day-wrong", "stop", line, read=cut(cell))
        return day

    def _fen(self, cell: str, column: Column, line: int) -> int | None:
        amount = amount_from_text(cell)
        if amount is None:
            self._say("statement-amount-wrong", "stop", line, read=cut(cell))
            return None
        if amount < 0:
            self._say("statement-amount-negative", "stop", line, read=cut(cell))
            return None
        try:
            return fen_from_yuan(amount)
        except ValueError:
            self._say("statement-amount-finer", "stop", line, read=cut(cell))
            return None

    def _say(self, code: str, level: Level, line: int, **facts: Fact) -> None:
        self.findings.append(Finding(code, level, Place("", line), facts))


def kind_of(cell: str) -> str | None:
    """Return what a lender's word says that a row is about; None where it is not known."""
    word = heading_of(cell)
    return KIND_OF.get(word) or KIND_OF.get(word.replace(" ", ""))


def out_of_order(rows: Sequence[Row], column: Column) -> list[Finding]:
    """Return a note for each row whose day lies before that of the row above it."""
    found: list[Finding] = []
    dated = [(row.line, row.days[column]) for row in rows if column in row.days]
    ascending = sum(after[1] >= before[1] for before, after in pairwise(dated))
    if 2 * ascending < len(dated) - 1:
        dated.reverse()  # newest first, as many apps list them
    for (_, before), (line, day) in pairwise(dated):
        if day < before:
            found.append(
                Finding("statement-day-order", "note", Place("", line), {"day": day, "before": before})
            )
    return found
