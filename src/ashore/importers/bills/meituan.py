"""Meituan (美团): the bill as CSV; what was paid counts, not what was ordered.

What was bought on 月付 is spending on its day, and its repayment is none.  A refund has a number of its own and the
title of its purchase.
"""

import re
from collections.abc import Iterable
from itertools import repeat
from typing import Final

from ashore.importers.bills.at_once import fens_in, moments_in
from ashore.importers.bills.form import Entry, Format, Log, Table, Why, moment_of
from ashore.importers.bills.rows import entries_of, not_negative, payments, rows_of, stop_at, ways
from ashore.importers.bills.words import (
    BORROWED,
    CLOSING,
    REPAID,
    Rule,
    Rules,
    Said,
    Way,
    kinds_in,
)  # fmt: skip

CODE: Final = "meituan"
COLUMNS: Final = {
    "day": ("交易成功时间",),
    "created": ("交易创建时间",),
    "category": ("交易类型",),
    "text": ("订单标题",),
    "way": ("收/支",),
    "method": ("支付方式",),
    "ordered": ("订单金额",),
    "amount": ("实付金额",),
    "order": ("交易单号",),
    "merchant_order": ("商家单号",),
    "remark": ("备注",),
}
OURS: Final = frozenset({"交易成功时间", "订单标题", "实付金额", "商家单号", "订单金额"})
ENOUGH: Final = 3
REFUND: Final = re.compile(r"退款")

RULES: Final = Rules(
    Rule("transfer", "borrowed", ("in", "neutral"), text=BORROWED),
    Rule("repayment", "repaid", ("out", "neutral"), sort=r"还款"),
    Rule("repayment", "repaid", ("out", "neutral"), text=REPAID),
    Rule("transfer", "own-account", ("in", "out", "neutral"), sort=r"充值|提现"),
    Rule("income", "red-packet", ("in",), text=r"红包|返现"),
    Rule("spending", "purchase", ("out",)),
    *CLOSING,
)  # fmt: skip


def recognise(headings: frozenset[str]) -> bool:
    """Return whether headings are Meituan's."""
    return len(OURS & headings) >= ENOUGH


def read(table: Table, log: Log) -> Iterable[Entry]:
    """Return what every row states, in the file's order."""
    return [entry for part in table.parts() for entry in _entries(part, log)]


def _entries(table: Table, log: Log) -> Iterable[Entry]:
    """Return what some rows state; what cannot be read is in the log."""
    cells, names = _either(table, "day", "created")
    moments = moments_in(cells, moment_of)
    stop_at(moments, "bill-date-wrong", table, names, log)
    cells, names = _either(table, "amount", "ordered")
    paid = fens_in(cells, not_negative)
    stop_at(paid, "bill-amount-wrong", table, names, log)
    rows = rows_of(table, moments, paid, ways(table, "way", log))
    why: list[Why | None] = [None if fen else "nothing" for fen in rows.fens]
    table = rows.table
    said = kinds_in(_kind, rows.ways, table.column("category"), table.column("text"), repeat(""))
    return entries_of(payments(rows, said, CODE), why, log)


def _either(table: Table, name: str, other: str) -> tuple[list[str], Iterable[str]]:
    """Return every row's cell of a field, or of another where it says nothing; and which field that was."""
    cells = table.said(name)
    if all(cells):
        return cells, repeat(name)
    names = [name if cell else other for cell in cells]
    return [cell or instead for cell, instead in zip(cells, table.column(other), strict=True)], names


def _kind(way: Way, sort: str, text: str, status: str) -> Said:
    if way != "out" and REFUND.search(sort):
        return "refund", "refund"
    return RULES.of(way, sort, text, status)


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("created", "text", "way", "amount"),
    recognise=recognise,
    read=read,
    loose=("text", "remark"),
    dashes=True,
)
