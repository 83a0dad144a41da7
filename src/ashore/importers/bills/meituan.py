"""Meituan (美团): the bill as CSV; what was paid counts, not what was ordered.

What was bought on 月付 is spending on its day, and its repayment is none.  A refund has a number of its own and the
title of its purchase.
"""

import re
from collections.abc import Iterable
from typing import Final

from ashore.household.transactions import Nature, Transaction, TransactionKind
from ashore.importers.bills.form import (
    Entry,
    Format,
    LeftOut,
    Log,
    Row,
    Table,
    amount,
    moment,
    order_of,
)
from ashore.importers.bills.words import (
    BORROWED,
    CLOSING,
    REPAID,
    Rule,
    Rules,
    Way,
    credit_of,
    way_of,
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
    return [entry for row in table.rows for entry in _entries(table.file, row, log)]


def _entries(file: str, row: Row, log: Log) -> Iterable[Entry]:
    """Yield a row's payment; what cannot be read is in the log."""
    when = moment(row, "day" if row.said("day") else "created", log)
    fen = amount(row, "amount" if row.said("amount") else "ordered", log)
    way = way_of(row["way"] or "/")
    if way is None:
        log.stop("bill-direction-unknown", row.number, column=row.heading("way"))
    if when is None or fen is None or way is None:
        return
    if not fen:
        yield LeftOut(row.number, "nothing", fen, row.raw)
        return
    kind, nature = _kind(row, way)
    if kind == "transfer" and nature == "unclear":
        log.note("bill-neutral-unclear", row.number)
    yield Transaction(
        day=when[0],
        amount_fen=fen,
        kind=kind,
        nature=nature,
        at=when[1],
        text=row.said("text"),
        said_category=row.said("category"),
        method=row.said("method"),
        credit=credit_of(row["method"]) if kind in ("spending", "refund") else "",
        order=order_of(row["order"]),
        merchant_order=order_of(row["merchant_order"]),
        source=CODE,
        file=file,
        row=row.number,
        raw=row.raw,
    )


def _kind(row: Row, way: Way) -> tuple[TransactionKind, Nature]:
    if way != "out" and REFUND.search(row["category"]):
        return "refund", "refund"
    return RULES.of(way, row["category"], row["text"], "")


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("created", "text", "way", "amount"),
    recognise=recognise,
    read=read,
    loose=("text", "remark"),
    dashes=True,
)
