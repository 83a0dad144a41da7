"""What a bill says of itself in the lines around its rows: the days it covers, how many rows, their sums."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.importers.bills.at_once import fens_in
from ashore.importers.bills.form import Format, Log, Table, day_of, fen_of
from ashore.importers.bills.words import Way, way_of

COUNT: Final = re.compile(r"共\s*[:：]?\s*(\d{1,9})\s*笔")
SPAN: Final = re.compile(r"(起始|终止)(?:时间|日期)\s*[:：]\s*\[?\s*(\d{4}[-/]\d{1,2}[-/]\d{1,2})")
SUM: Final = re.compile(
    r"(?:^|\n)(收入|支出|不计收支|中性交易|其他)\s*[:：]\s*(\d{1,9})\s*笔[,，]?\s*([\d,]+\.?\d*)\s*元"
)
CODES: Final[Mapping[Way, str]] = {
    "in": "bill-sum-income",
    "out": "bill-sum-spending",
    "neutral": "bill-sum-neutral",
}
SUMMED_UP: Final = re.compile(r"#|[已待]?(?:收入|支出)(?:合计)?\s*[:：]\s*\d+\s*笔|导出时间\s*[:：]")
"""How lines below the rows begin that hold the separator: `已收入:2笔,13.67元` of Alipay's web site."""
BEGIN: Final = "起始"


@dataclass(frozen=True, slots=True)
class Stated:
    """What the lines around the rows say; None or empty for what they do not say."""

    count: int | None
    sums: Mapping[Way, tuple[int, int]]
    span: tuple[date, date] | None


def stated_in(table: Table) -> Stated:
    """Return what a bill says of itself; of several lines that say the same, the first."""
    text = "\n".join(" ".join(cell for cell in line.cells if cell) for line in table.head)
    count = COUNT.search(text)
    sums: dict[Way, tuple[int, int]] = {}
    for word, rows, total in SUM.findall(text):
        fen = fen_of(total.replace(",", ""))
        if fen is not None:
            sums.setdefault(way_of(word) or "neutral", (int(rows), fen))
    days = {word: day_of(day) for word, day in reversed(SPAN.findall(text))}
    begin, end = days.get(BEGIN), next((day for word, day in days.items() if word != BEGIN), None)
    return Stated(int(count[1]) if count else None, sums, (begin, end) if begin and end else None)


def check_stated(stated: Stated, table: Table, form: Format, log: Log) -> None:
    """Note where a bill holds fewer or more rows than it says, or (all of them read) adds up to another sum."""
    read = len(table)
    if stated.count is not None and stated.count != read:
        code = "bill-cut-short" if read < stated.count else "bill-more-rows"
        log.note(code, stated_count=stated.count, read_count=read)
        return
    if not stated.sums or "direction" not in form.columns or any(one.level == "stop" for one in log.findings):
        return
    sums = _sums(table)
    for way, (rows, fen) in stated.sums.items():
        read_rows, read_fen = sums[way]
        if rows == read_rows and fen != read_fen:
            log.note(CODES[way], stated_fen=fen, read_fen=read_fen)


def _sums(table: Table) -> dict[Way, tuple[int, int]]:
    """Return how many rows go each way by the file's own column, and what they add up to."""
    sums: dict[Way, tuple[int, int]] = dict.fromkeys(CODES, (0, 0))
    fens = fens_in(table.column("amount"), fen_of)
    for word, fen in zip(table.column("direction"), fens, strict=True):
        way = way_of(word) or "neutral"
        count, total = sums[way]
        sums[way] = (count + 1, total + (fen or 0))
    return sums
