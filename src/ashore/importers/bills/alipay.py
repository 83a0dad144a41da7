"""Alipay: the app's bill (two issuers, two orders of columns, any number of lines before it) and the web site's.

A refund's number is the purchase's with a suffix; a closed order that counts as spending was paid and given back; what
was bought on 花呗 is spending on its day, and its repayment is none.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice, repeat
from typing import Final

from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import each_once
from ashore.importers.bills.form import Entry, Format, LeftOut, Log, Table, Why, fen_of
from ashore.importers.bills.naming import owner_in
from ashore.importers.bills.rows import (
    Rows,
    amounts,
    entries_of,
    moments,
    payments,
    rows_of,
    stated_refunds,
    stop_at,
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
    way_of,
)  # fmt: skip

CODE: Final = "alipay"
COLUMNS: Final = {
    "day": ("交易时间", "交易创建时间", "付款时间"),
    "category": ("交易分类", "类型"),
    "counterparty": ("交易对方",),
    "text": ("商品说明", "商品名称"),
    "direction": ("收/支",),
    "amount": ("金额",),
    "method": ("收/付款方式",),
    "status": ("交易状态",),
    "order": ("交易订单号", "交易号"),
    "merchant_order": ("商家订单号",),
    "remark": ("备注",),
    "fee": ("服务费",),
    "refunded": ("成功退款", "退款"),
    "funds": ("资金状态",),
}
OURS: Final = frozenset({"收/付款方式", "交易订单号", "商家订单号", "商品说明", "交易创建时间", "资金状态"})
CLOSED: Final = frozenset({"交易关闭", "已关闭"})
NOT_PAID: Final[tuple[tuple[re.Pattern[str], Why], ...]] = (
    (re.compile(r"失败|已取消|已撤销"), "failed"),
    (re.compile(r"待付款|等待付款|未支付|处理中"), "waiting"),
    (re.compile(r"解冻|冻结|信用服务使用成功|免押"), "held"),
)
REFUND_STATUS: Final = frozenset({"退款成功", "退税成功"})
REFUND_SORT: Final = "退款"
INVESTED: Final = re.compile(r"买入|申购|卖出|赎回")
PAID_OUT: Final = "已支出"
OTHERS_CARD: Final = "亲情卡"
OTHERS_PAID: Final = frozenset({"代付成功"})
SUFFIX: Final = re.compile(r"[_*]")
ANY: Final[tuple[Way, ...]] = ("in", "out", "neutral")

RULES: Final = Rules(
    Rule("income", "yield", ("in", "neutral"), text=r"收益发放|余额宝.{0,6}收益"),
    Rule("transfer", "borrowed", ("in", "neutral"), text=BORROWED),
    Rule("repayment", "repaid", ("out", "neutral"), status=r"^还款成功$"),
    Rule("repayment", "repaid", ("out", "neutral"), text=REPAID),
    Rule("repayment", "repaid", ("out",), text=LENDER),
    Rule("repayment", "repaid", ("out", "neutral"), sort=r"^信用借还$", text=r"还款|归还"),
    Rule("spending", "family-card", ("out",), text=r"亲情卡"),
    Rule("spending", "family-card", ("out",), sort=r"^亲友代付$"),
    Rule("transfer", "own-account", ANY, sort=r"^投资理财$|^账户存取$"),
    Rule(
        "transfer", "own-account", ("neutral",),
        text=r"余额宝|余利宝|充值-|提现|转出到|转入到|单次转入|自动转入|买入|卖出|赎回|申购|基金|理财",
    ),
    Rule("income", "red-packet", ("in",), text=r"红包"),
    Rule("spending", "red-packet", ("out",), sort=r"^转账红包$", text=r"红包"),
    Rule("income", "wage", ("in",), text=WAGE),
    Rule("income", "takings", ("in",), text=r"收钱码|二维码收款|当面付|经营收款|店员"),
    Rule("transfer", "borrowed", ("in",), text=LENDER),
    Rule("income", "person", ("in",), sort=r"^转账红包$"),
    Rule("spending", "person", ("out",), sort=r"^转账红包$"),
    Rule("income", "person", ("in",), text=r"转账"),
    Rule("spending", "fee", ("out",), text=FEE),
    Rule("spending", "person", ("out",), text=r"^转账|[ -]转账"),
    Rule("spending", "purchase", ("out",)),
    *CLOSING,
)  # fmt: skip


def recognise(headings: frozenset[str]) -> bool:
    """Return whether headings are Alipay's, of the app or of the web site."""
    return len(OURS & headings) > 1 and bool({"收/支", "交易状态", "金额"} & headings)


def read(table: Table, log: Log) -> Iterable[Entry]:
    """Return what every row states; refunds name their purchase, closed orders are given back or left out."""
    bill = _Bill(log)
    for part in table.parts():
        bill.add(part)
    return bill.settled()


def _rows(table: Table, log: Log) -> Rows[Way]:
    when, fens = moments(table, "day", log), amounts(table, "amount", log)
    ways: list[Way | None] = [
        way_of(word) if word else way_of(funds) or "neutral"
        for word, funds in zip(table.column("direction"), table.column("funds"), strict=True)
    ]
    stop_at(ways, "bill-direction-unknown", table, repeat("direction"), log)
    return rows_of(table, when, fens, ways)


def _payments(rows: Rows[Way]) -> list[Transaction]:
    """Return every row as a payment, whether it is one or not."""
    table = rows.table
    sides = zip(table.column("counterparty"), table.column("text"), strict=True)
    texts = [f"{side} {text}" for side, text in sides]
    said = kinds_in(_kind, rows.ways, table.column("category"), texts, table.column("status"))
    remarks = each_once(fee_in, table.said("remark"))
    fees = [
        (fen or 0) or remark
        for fen, remark in zip(each_once(fen_of, table.column("fee")), remarks, strict=True)
    ]
    return _with_own(payments(rows, said, CODE, given_back=_base, fees=fees), table)


def _with_own(made: list[Transaction], table: Table) -> list[Transaction]:
    """Return the payments; what went to the person's own name, or came from it, is between own accounts."""
    owner = owner_in(table.head)
    if not owner or owner not in table.column("counterparty"):
        return made
    return [
        replace(one, kind="transfer", nature="own-account", way="in" if one.kind == "income" else "out")
        if one.counterparty == owner and one.nature == "person"
        else one
        for one in made
    ]


@dataclass(slots=True)
class _Bill:
    """The entries so far, and by their places what must be settled against the others.

    `closed`: closed orders, and whether they were paid with nothing; `stated`: what a row says came back.
    """

    log: Log
    entries: list[Entry] = field(default_factory=list[Entry])
    closed: dict[int, bool] = field(default_factory=dict[int, bool])
    stated: dict[int, int] = field(default_factory=dict[int, int])

    def add(self, table: Table) -> None:
        """Read some rows; what cannot be read is in the log."""
        rows = _rows(table, self.log)
        begin, table, why = len(self.entries), rows.table, _why_left_out(rows)
        self.entries += entries_of(_payments(rows), why, self.log)
        if not CLOSED.isdisjoint(statuses := table.column("status")):
            methods = table.said("method")
            self.closed |= {
                begin + place: table.has("method") and not methods[place]
                for place, status in enumerate(statuses)
                if status in CLOSED and not why[place]
            }
        if table.has("refunded"):
            found = enumerate(each_once(fen_of, table.column("refunded")))
            self.stated |= {begin + place: fen for place, fen in found if fen and not why[place]}

    def settled(self) -> list[Entry]:
        """Return the entries with each refund's purchase named and closed orders settled."""
        refunds = [
            place
            for place, one in enumerate(self.entries)
            if isinstance(one, Transaction) and one.kind == "refund" and not one.refund_of
        ]
        numbers = bought_by(self.entries) if refunds else {}
        entries = list(self.entries)
        for place in refunds:
            entries[place] = _named(entries[place], numbers)
        given_back: dict[str, int] = {}
        for one in entries:
            if isinstance(one, Transaction) and one.kind == "refund" and one.refund_of:
                given_back[one.refund_of] = given_back.get(one.refund_of, 0) + one.amount_fen
        for place in self.closed:
            entries[place] = self._closed(place, entries[place], given_back)
        for place in sorted(self.stated, reverse=True):
            one = entries[place]
            if isinstance(one, Transaction) and one.kind == "spending":
                left = min(self.stated[place], one.amount_fen) - given_back.get(one.order, 0)
                entries[place + 1 : place + 1] = stated_refunds([one], [left]) if left > 0 else []
        return entries

    def _closed(self, place: int, one: Entry, given_back: dict[str, int]) -> Entry:
        """Return a closed order that was paid; without a refund here it is left out where nothing was paid with it."""
        assert isinstance(one, Transaction)
        if place in self.stated or (one.order and one.order in given_back):
            return one
        if self.closed[place]:
            return LeftOut(one.row, "closed", one.amount_fen, one.raw)
        self.log.note("bill-closed-without-refund", one.row)
        return one


def _why_left_out(rows: Rows[Way]) -> list[Why | None]:
    """Return why each row is no payment of this person's; None where it is one."""
    table = rows.table
    funds = table.column("funds") if table.has("funds") else repeat(PAID_OUT)
    words = zip(table.column("status"), rows.ways, funds, table.column("method"), rows.fens, strict=False)
    return [
        _why(status, way, fund, method) or (None if fen else "nothing")
        for status, way, fund, method, fen in words
    ]


@lru_cache(maxsize=1024)
def _why(status: str, way: Way, funds: str, method: str) -> Why | None:
    if status in CLOSED and not (way == "out" and funds == PAID_OUT):
        return "closed"
    if way == "neutral" and method.startswith(OTHERS_CARD) and status not in REFUND_STATUS:
        return "others-paid"
    if status in OTHERS_PAID and way == "neutral":
        return "others-paid"
    return next((why for words, why in NOT_PAID if words.search(status)), None)


def _kind(way: Way, sort: str, text: str, status: str) -> Said:
    if status in REFUND_STATUS or (sort == REFUND_SORT and way != "out"):
        return ("transfer", "own-account") if INVESTED.search(text) else ("refund", "refund")
    return RULES.of(way, sort, text, status)


def _base(order: str) -> str:
    """Return the purchase's number in a refund's, which has a suffix; `""` where it has none."""
    base = SUFFIX.split(order, maxsplit=1)[0]
    return base if base != order else ""


def bought_by(entries: Sequence[Entry]) -> dict[str, list[Transaction]]:
    """Return purchases by their own number and by the merchant's."""
    found: dict[str, list[Transaction]] = {}
    for one in entries:
        if not isinstance(one, Transaction) or one.kind != "spending":
            continue
        for number in {one.order, one.merchant_order} - {""}:
            found.setdefault(number, []).append(one)
    return found


def _named(one: Entry, bought: dict[str, list[Transaction]]) -> Entry:
    """Return a refund with the one purchase of its number or of its merchant's number, where there is one."""
    assert isinstance(one, Transaction)
    for number in (one.order, one.merchant_order):
        every = (buy for buy in bought.get(number, ()) if buy.amount_fen >= one.amount_fen and buy.order)
        fitting = list(islice(every, 2))  # a shop may use one number for ten thousand purchases
        if len(fitting) == 1:
            return replace(one, refund_of=fitting[0].order)
    return one


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day", "direction", "amount", "status"),
    recognise=recognise,
    read=read,
    dashes=True,
)
