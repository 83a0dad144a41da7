"""WeChat Pay: the bill as CSV (to 2025) and as XLSX since, amounts as text with ¥ or as numbers.

What came back stands in the purchase's own row (`已退款(¥x)`), in a
row of its own, or in both; it is counted once.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import repeat
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import each_once
from ashore.importers.bills.form import Entry, Format, Log, Table, Why, fen_of
from ashore.importers.bills.rows import (
    Rows,
    amounts,
    entries_of,
    is_whole,
    moments,
    payments,
    rows_of,
    stated_refunds,
    stop_at,
    ways,
)
from ashore.importers.bills.words import (
    BORROWED,
    CLOSING,
    FEE,
    LENDER,
    REPAID,
    WAGE,
    Rule,
    Rules,
    Said,
    Way,
    fee_in,
    kinds_in,
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
DETAIL: Final = re.compile(r"[（(][^（）()]*[)）]$")
"""What stands behind the sort of a red packet that was sent (单发, 群红包), and not behind that of its refund."""
FAMILY_CARD: Final = "亲属卡"

RULES: Final = Rules(
    Rule("repayment", "repaid", ("out", "neutral"), sort=rf"信用卡还款|{REPAID}"),
    Rule("repayment", "repaid", ("out", "neutral"), text=REPAID),
    Rule("repayment", "repaid", ("out",), text=LENDER),
    Rule("transfer", "borrowed", ("in", "neutral"), sort=BORROWED),
    Rule("transfer", "borrowed", ("in", "neutral"), text=BORROWED),
    Rule("income", "yield", ("in", "neutral"), text=r"收益发放|零钱通.{0,6}收益"),
    Rule("transfer", "own-account", ("in", "out", "neutral"), sort=r"零钱充值|零钱提现|零钱通|理财通"),
    Rule("spending", "family-card", ("out",), sort=r"亲属卡"),
    Rule("income", "takings", ("in",), sort=r"二维码收款|经营收款|收款码"),
    Rule("income", "red-packet", ("in",), sort=r"红包"),
    Rule("spending", "red-packet", ("out",), sort=r"红包"),
    Rule("income", "wage", ("in",), text=WAGE),
    Rule("transfer", "borrowed", ("in",), text=LENDER),
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
    bill = _Bill(log)
    for part in table.parts():
        bill.add(part)
    return bill.settled()


def _rows(table: Table, log: Log) -> Rows[Way]:
    when, fens = moments(table, "day", log), amounts(table, "amount", log)
    return rows_of(table, when, fens, ways(table, "direction", log))


def _payments(rows: Rows[Way]) -> list[Transaction]:
    """Return every row as a payment, whether it is one or not."""
    table = rows.table
    sides = zip(table.column("counterparty"), table.column("text"), strict=True)
    texts = [f"{side} {text}" for side, text in sides]
    said = kinds_in(_kind, rows.ways, table.column("category"), texts, table.column("status"))
    return payments(rows, said, CODE, fees=each_once(fee_in, table.column("remark")))


@dataclass(slots=True)
class _Bill:
    """The entries so far, and what the rows of purchases say came back, by the place of the purchase."""

    log: Log
    entries: list[Entry] = field(default_factory=list[Entry])
    stated: dict[int, int] = field(default_factory=dict[int, int])

    def add(self, table: Table) -> None:
        """Read some rows; what cannot be read is in the log."""
        rows = _rows(table, self.log)
        given = _given_back_in(rows)
        stop_at(given, "bill-status-unclear", rows.table, repeat("status"), self.log)
        if not is_whole(given):
            rows = rows.only([back is not None for back in given])
            given = [back for back in given if back is not None]
        entries = entries_of(_payments(rows), _why_left_out(rows), self.log)
        self.stated |= {
            len(self.entries) + place: back
            for place, (one, back) in enumerate(zip(entries, given, strict=True))
            if back and isinstance(one, Transaction) and one.kind == "spending"
        }
        self.entries += entries

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
                entries[place + 1 : place + 1] = stated_refunds([one], [left])
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
            for key in _keys(one, one.amount_fen):
                self.by.setdefault(key, []).append(place)

    def taken_by(self, place: int, fen: int) -> int:
        """Return how much of a purchase's refund has rows of its own; they name the purchase from now on."""
        bought = self.entries[place]
        assert isinstance(bought, Transaction)
        taken = 0
        for key in _keys(bought, fen):
            for at in self.by.get(key, ()):
                one = self.entries[at]
                assert isinstance(one, Transaction)
                if at in self.free and one.day >= bought.day and taken + one.amount_fen <= fen:
                    taken += one.amount_fen
                    del self.free[at]
                    self.entries[at] = replace(one, refund_of=bought.order)
        return taken


def _keys(one: Transaction, back_fen: int) -> tuple[tuple[str, ...], ...]:
    """Return what a purchase of which so much came back and its refund may share, the surest first."""
    sort = DETAIL.sub("", one.said_category.removesuffix(REFUND_SUFFIX))
    keys = (
        ("m", one.merchant_order),
        ("o", one.order),
        ("side", one.counterparty),
        (sort, str(back_fen)),
    )
    return tuple((name, said) for name, said in keys if name and said)


def _given_back_in(rows: Rows[Way]) -> list[int | None]:
    """Return how much came back of each row by its status."""
    statuses = rows.table.column("status")
    telling = frozenset(status for status in set(statuses) if GIVEN_BACK.search(status))
    return [
        _given_back(status, fen) if status in telling and way != "in" else 0
        for status, fen, way in zip(statuses, rows.fens, rows.ways, strict=True)
    ]


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


def _why_left_out(rows: Rows[Way]) -> list[Why | None]:
    """Return why each row is no payment of this person's; None where it is one."""
    words = zip(rows.table.column("status"), rows.ways, rows.table.column("category"), rows.fens, strict=True)
    return [_why(status, way, sort) or (None if fen else "nothing") for status, way, sort, fen in words]


@lru_cache(maxsize=1024)
def _why(status: str, way: Way, sort: str) -> Why | None:
    others = way == "neutral" and FAMILY_CARD in sort and not REFUND_SORT.search(sort)
    for words, why in NOT_PAID:
        if words.search(status):
            return why
    return "others-paid" if others else None


def _kind(way: Way, sort: str, text: str, status: str) -> Said:
    if way != "out" and REFUND_SORT.search(sort):
        return "refund", "refund"
    return RULES.of(way, sort, text, status)


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day", "category", "direction", "amount", "status"),
    recognise=recognise,
    read=read,
    dashes=True,
)
