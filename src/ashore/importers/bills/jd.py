"""JD (京东): the bill as CSV in both orders of columns; what came back stands in the purchase's amount too.

`131.77(已退款89.84)` is a purchase of 131.77 and a refund of 89.84; the refund often has a row of its own, and counts
once.  What was bought on 白条 is spending on its day, and its repayment is none.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ashore.household.file.wording import tidy
from ashore.household.transactions import Nature, Transaction, TransactionKind
from ashore.importers.bills.form import Entry, Format, LeftOut, Log, Row, Table, Why, fen_of, moment, order_of
from ashore.importers.bills.refunds import settle_stated
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

CODE: Final = "jd"
COLUMNS: Final = {
    "day": ("交易时间",),
    "counterparty": ("商户名称",),
    "text": ("交易说明",),
    "amount": ("金额",),
    "method": ("收/付款方式",),
    "status": ("交易状态",),
    "way": ("收/支",),
    "category": ("交易分类",),
    "order": ("交易订单号",),
    "merchant_order": ("商家订单号",),
    "remark": ("备注",),
}
OURS: Final = frozenset({"商户名称", "交易说明"})
AMOUNT: Final = re.compile(r"([^()]+?)(?:\(已(?:退款([\d.,]+)|(全额退款))\))?")
NOT_PAID: Final[tuple[tuple[re.Pattern[str], Why], ...]] = (
    (re.compile(r"关闭|取消"), "closed"),
    (re.compile(r"失败"), "failed"),
    (re.compile(r"等待|待付款|处理中|未支付"), "waiting"),
)
REFUNDED: Final = "退款成功"
REFUND: Final = re.compile(r"^退款[-—:：]")
PAID_LATER: Final = "先享后付"
"""Goods that are paid for once they are kept: the payment has a row of its own."""

RULES: Final = Rules(
    Rule("income", "yield", ("in", "neutral"), sort=r"小金库", text=r"收益"),
    Rule("transfer", "borrowed", ("in", "neutral"), text=BORROWED),
    Rule("repayment", "repaid", ("out", "neutral"), text=REPAID),
    Rule("transfer", "own-account", ("in", "out", "neutral"), sort=r"小金库"),
    Rule("transfer", "own-account", ("neutral",), text=r"小金库|提现|充值"),
    Rule("spending", "family-card", ("out",), text=r"^亲密卡$"),
    Rule("spending", "purchase", ("out",)),
    *CLOSING,
)  # fmt: skip


def recognise(headings: frozenset[str]) -> bool:
    """Return whether headings are JD's, in either order."""
    return headings >= OURS and bool({"交易订单号", "收/付款方式", "金额"} & headings)


def read(table: Table, log: Log) -> Iterable[Entry]:
    """Return what every row states in the file's order; a refund stated twice counts once."""
    entries = [entry for row in table.rows for entry in _entries(table.file, row, log)]
    paid = settle_stated([one for one in entries if isinstance(one, Transaction)])
    bought = {one.row for one in paid if one.kind == "spending"}
    for one in paid:
        if one.kind == "refund" and one.row in bought:
            log.note("bill-refund-undated", one.row)
    left = [one for one in entries if isinstance(one, LeftOut)]
    return sorted((*paid, *left), key=lambda one: one.row)


def _entries(file: str, row: Row, log: Log) -> Iterable[Entry]:
    """Yield a row's payment and the refund that its amount states; what cannot be read is in the log."""
    when, said = moment(row, "day", log), _amounts(row["amount"])
    way = way_of(row["way"] or "/")
    if said is None:
        log.stop("bill-amount-wrong", row.number, column=row.heading("amount"))
    if way is None:
        log.stop("bill-direction-unknown", row.number, column=row.heading("way"))
    if when is None or said is None or way is None:
        return
    fen, back = said
    why = _why_left_out(row, way, fen, back)
    if why:
        yield LeftOut(row.number, why, fen, row.raw)
        return
    kind, nature = ("spending", "purchase") if back else _kind(row, way)
    if kind == "transfer" and nature == "unclear":
        log.note("bill-neutral-unclear", row.number)
    order = order_of(row["order"])
    one = Transaction(
        day=when[0],
        amount_fen=fen,
        kind=kind,
        nature=nature,
        at=when[1],
        counterparty=row.said("counterparty"),
        text=row.said("text"),
        said_category=row.said("category"),
        method=row.said("method"),
        credit=credit_of(row["method"]) if kind in ("spending", "refund") else "",
        order=order,
        merchant_order=order_of(row["merchant_order"]),
        refund_of=order if kind == "refund" else "",
        source=CODE,
        file=file,
        row=row.number,
        raw=row.raw,
    )
    yield one
    if back:
        yield replace(one, kind="refund", nature="refund", amount_fen=back, refund_of=order)


def _amounts(cell: str) -> tuple[int, int] | None:
    """Return the fen of an amount and what of it came back, 0 for nothing; None where it cannot be read."""
    found = AMOUNT.fullmatch(tidy(cell))
    fen = fen_of(found[1].strip()) if found else None
    if found is None or fen is None or fen < 0:
        return None
    back = fen if found[3] else fen_of(found[2].replace(",", "")) if found[2] else 0
    return (fen, back) if back is not None and 0 <= back <= fen else None


def _why_left_out(row: Row, way: Way, fen: int, back: int) -> Why | None:
    """Return why a row is no payment; None where it is one."""
    status = row["status"]
    for words, why in NOT_PAID:
        if words.search(status):
            return why
    if not fen:
        return "nothing"
    later = PAID_LATER in row["method"] or row["category"] == PAID_LATER
    return "held" if later and way == "neutral" and not back and status != REFUNDED else None


def _kind(row: Row, way: Way) -> tuple[TransactionKind, Nature]:
    if way != "out" and (row["status"] == REFUNDED or REFUND.search(row["text"])):
        return "refund", "refund"
    return RULES.of(way, row["category"], row["text"], row["status"])


FORMAT: Final = Format(
    code=CODE, columns=COLUMNS, needed=("day", "amount", "way"), recognise=recognise, read=read, dashes=True
)
