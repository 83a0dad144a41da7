"""WeChat Pay: the bill as CSV (to 2025) and as XLSX since, amounts as text with ¥ or as numbers.

What came back stands in the purchase's own row (`已退款(¥x)`), in a
row of its own, or in both; it is counted once.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from ashore.household.transactions import Nature, Transaction, TransactionKind
from ashore.importers.bills.form import (
    Entry,
    Format,
    LeftOut,
    Log,
    Row,
    Table,
    Why,
    amount,
    fen_of,
    moment,
    order_of,
)
from ashore.importers.bills.words import (
    BORROWED,
    CLOSING,
    FEE,
    REPAID,
    WAGE,
    Rule,
    Rules,
    Way,
    credit_of,
    fee_in,
    way_of,
)  # fmt: skip

CODE: Final = "wechat"
COLUMNS: Final = {
    "day": ("交易时间",),
    "category": ("交易类型",),
    "counterparty": ("交易对方",),
    "text": ("商品",),
    "direction": ("收/支",),
    "amount": ("金额",),
    "method": ("支付方式",),
    "status": ("当前状态",),
    "order": ("交易单号",),
    "merchant_order": ("商户单号",),
    "remark": ("备注",),
}
OURS: Final = frozenset({"交易类型", "支付方式", "当前状态", "交易单号", "商户单号"})
NOT_PAID: Final[tuple[tuple[re.Pattern[str], Why], ...]] = (
    (re.compile(r"失败|已取消|已撤销|已关闭|交易关闭"), "failed"),
    (re.compile(r"待.{0,4}(?:支付|收款|确认)|处理中"), "waiting"),
)
GIVEN_BACK: Final = re.compile(r"已全额退款|已退还|已退款|已退回")
PART: Final = re.compile(r"[¥￥]?\s*(\d[\d,]*(?:\.\d{1,2})?)")
REFUND_SORT: Final = re.compile(r"退款$|退还$")
REFUND_SUFFIX: Final = "-退款"
FAMILY_CARD: Final = "亲属卡"

RULES: Final = Rules(
    Rule("repayment", "repaid", ("out", "neutral"), sort=rf"信用卡还款|{REPAID}"),
    Rule("repayment", "repaid", ("out", "neutral"), text=REPAID),
    Rule("transfer", "borrowed", ("in", "neutral"), sort=BORROWED),
    Rule("transfer", "borrowed", ("in", "neutral"), text=BORROWED),
    Rule("income", "yield", ("in", "neutral"), text=r"收益发放|零钱通.{0,6}收益"),
    Rule("transfer", "own-account", ("in", "out", "neutral"), sort=r"零钱充值|零钱提现|零钱通|理财通"),
    Rule("spending", "family-card", ("out",), sort=r"亲属卡"),
    Rule("income", "takings", ("in",), sort=r"二维码收款|经营收款|收款码"),
    Rule("income", "red-packet", ("in",), sort=r"红包"),
    Rule("spending", "red-packet", ("out",), sort=r"红包"),
    Rule("income", "wage", ("in",), text=WAGE),
    Rule("income", "person", ("in",), sort=r"转账|群收款|赞赏"),
    Rule("spending", "person", ("out",), sort=r"转账|群收款|赞赏"),
    Rule("spending", "fee", ("out",), text=FEE),
    Rule("spending", "purchase", ("out",), sort=r"商户消费|扫二维码付款|分分捐|小程序|刷卡|刷脸|自动扣费"),
    *CLOSING,
)  # fmt: skip


def recognise(headings: frozenset[str]) -> bool:
    """Return whether headings are WeChat Pay's."""
    return len(OURS & headings) > 2 and bool({"收/支", "金额", "交易时间"} & headings)  # noqa: PLR2004 - of five


def read(table: Table, log: Log) -> Iterable[Entry]:
    """Return what every row states; what came back follows the purchase whose row states it."""
    bill = _Bill(table.file, log)
    for row in table.rows:
        bill.add(row)
    return bill.settled()


@dataclass(slots=True)
class _Bill:
    """The entries so far, and what the rows of purchases say came back, by the place of the purchase."""

    file: str
    log: Log
    entries: list[Entry] = field(default_factory=list[Entry])
    stated: dict[int, int] = field(default_factory=dict[int, int])

    def add(self, row: Row) -> None:
        """Read a row; what cannot be read is in the log."""
        when, fen = moment(row, "day", self.log), amount(row, "amount", self.log)
        way = way_of(row["direction"] or "/")
        if way is None:
            self.log.stop("bill-direction-unknown", row.number, column=row.heading("direction"))
        if when is None or fen is None or way is None:
            return
        back = _given_back(row["status"], fen) if way != "in" else 0
        if back is None:
            self.log.stop("bill-status-unclear", row.number, column=row.heading("status"))
            return
        why = _why_left_out(row, way, fen)
        if why:
            self.entries.append(LeftOut(row.number, why, fen, row.raw))
            return
        kind, nature = _kind(row, way)
        if kind == "transfer" and nature == "unclear":
            self.log.note("bill-neutral-unclear", row.number)
        if back and kind == "spending":
            self.stated[len(self.entries)] = back
        method = row.said("method")
        self.entries.append(
            Transaction(
                day=when[0],
                amount_fen=fen,
                kind=kind,
                nature=nature,
                at=when[1],
                counterparty=row.said("counterparty"),
                text=row.said("text"),
                said_category=row.said("category"),
                method=method,
                credit=credit_of(method) if kind in ("spending", "refund") else "",
                fee_fen=fee_in(row["remark"]),
                order=order_of(row["order"]),
                merchant_order=order_of(row["merchant_order"]),
                source=CODE,
                file=self.file,
                row=row.number,
                raw=row.raw,
            )
        )

    def settled(self) -> list[Entry]:
        """Return the entries, refunds with the purchase they give back, each refund once."""
        entries = list(self.entries)
        refunds = [
            place
            for place, one in enumerate(entries)
            if isinstance(one, Transaction) and one.kind == "refund"
        ]
        rows_of = _Refunds(entries, refunds)
        for place in self.stated:
            self.stated[place] -= rows_of.taken_by(place, self.stated[place])
        for place in sorted(self.stated, reverse=True):
            one, left = entries[place], self.stated[place]
            if left > 0 and isinstance(one, Transaction):
                back = replace(
                    one, kind="refund", nature="refund", amount_fen=left, fee_fen=0, refund_of=one.order
                )
                entries.insert(place + 1, back)
                self.log.note("bill-refund-undated", one.row)
        return entries


class _Refunds:
    """Rows of refunds that wait for their purchase: by its numbers, else by its other side and amount."""

    def __init__(self, entries: list[Entry], places: Sequence[int]) -> None:
        """Keep the entries, which are changed in place when a refund finds its purchase."""
        self.entries = entries
        self.free = dict.fromkeys(places)
        self.by: dict[tuple[str, ...], list[int]] = {}
        for place in places:
            one = entries[place]
            assert isinstance(one, Transaction)
            for key in _keys(one):
                self.by.setdefault(key, []).append(place)

    def taken_by(self, place: int, fen: int) -> int:
        """Return how much of a purchase's refund has rows of its own; they name the purchase from now on."""
        bought = self.entries[place]
        assert isinstance(bought, Transaction)
        taken = 0
        for key in _keys(bought):
            for at in self.by.get(key, ()):
                one = self.entries[at]
                assert isinstance(one, Transaction)
                if at in self.free and one.day >= bought.day and taken + one.amount_fen <= fen:
                    taken += one.amount_fen
                    del self.free[at]
                    self.entries[at] = replace(one, refund_of=bought.order)
        return taken


def _keys(one: Transaction) -> tuple[tuple[str, ...], ...]:
    """Return what a purchase and its refund may share, the surest first."""
    sort = one.said_category.removesuffix(REFUND_SUFFIX)
    keys = (
        ("m", one.merchant_order),
        ("o", one.order),
        ("side", one.counterparty),
        (sort, str(one.amount_fen)),
    )
    return tuple((name, said) for name, said in keys if name and said)


@lru_cache(maxsize=8192)
def _given_back(status: str, fen: int) -> int | None:
    """Return how much of a payment came back by its status; None where it says that some did, not how much."""
    found = GIVEN_BACK.search(status)
    if not found:
        return 0
    part = PART.search(status, found.end())
    if part is None:
        return None if found[0] == "已退款" and status != found[0] else fen
    back = fen_of(part[1].replace(",", ""))
    return back if back is not None and back <= fen else None


def _why_left_out(row: Row, way: Way, fen: int) -> Why | None:
    """Return why a row is no payment of this person's; None where it is one."""
    why = _not_paid(row["status"])
    sort = row["category"]
    if why is None and way == "neutral" and FAMILY_CARD in sort and not REFUND_SORT.search(sort):
        why = "others-paid"
    return why or (None if fen else "nothing")


@lru_cache(maxsize=1024)
def _not_paid(status: str) -> Why | None:
    return next((why for words, why in NOT_PAID if words.search(status)), None)


def _kind(row: Row, way: Way) -> tuple[TransactionKind, Nature]:
    if way != "out" and REFUND_SORT.search(row["category"]):
        return "refund", "refund"
    text = f"{row['counterparty']} {row['text']}"
    return RULES.of(way, row["category"], text, row["status"])


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day", "category", "direction", "amount", "status"),
    recognise=recognise,
    read=read,
    dashes=True,
)
