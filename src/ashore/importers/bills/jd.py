"""JD (京东): the bill as CSV in both orders of columns; what came back stands in the purchase's amount too.

`131.77(已退款89.84)` is a purchase of 131.77 and a refund of 89.84; the refund often has a row of its own, and counts
once.  What was bought on 白条 is spending on its day, and its repayment is none.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from operator import attrgetter
from typing import Final

from ashore.household.file.wording import tidy
from ashore.household.transactions import Transaction
from ashore.importers.bills.at_once import fens_in
from ashore.importers.bills.form import Entry, Format, LeftOut, Log, Table, Why, fen_of
from ashore.importers.bills.refunds import settle_stated
from ashore.importers.bills.rows import (
    Rows,
    entries_of,
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
    REPAID,
    Rule,
    Rules,
    Said,
    Way,
    kinds_in,
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
PURCHASE: Final[Said] = ("spending", "purchase")
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
    return _settled([entry for part in table.parts() for entry in _entries(part, log)], log)


def _entries(table: Table, log: Log) -> Iterable[Entry]:
    """Return what some rows state; what cannot be read is in the log."""
    cells = table.column("amount")
    when, said = moments(table, "day", log), fens_in(cells, _amounts)
    fens = [one[0] if isinstance(one, tuple) else one for one in said]
    stop_at(fens, "bill-amount-wrong", table, repeat("amount"), log)
    stated = {cell: one[1] for cell, one in zip(cells, said, strict=True) if isinstance(one, tuple)}
    rows = rows_of(table, when, fens, ways(table, "way", log))
    given = [stated.get(cell, 0) for cell in rows.table.column("amount")]
    return _with_refunds(entries_of(_payments(rows, given), _why_left_out(rows, given), log), given)


def _payments(rows: Rows[Way], given: Sequence[int]) -> list[Transaction]:
    """Return every row as a payment, whether it is one or not; what was given back of is a purchase."""
    table = rows.table
    texts = table.column("text")
    said = kinds_in(_kind, rows.ways, table.column("category"), texts, table.column("status"))
    said = [PURCHASE if back else one for one, back in zip(said, given, strict=True)]
    return payments(rows, said, CODE, given_back=str)


def _with_refunds(entries: Sequence[Entry], given: Sequence[int]) -> Iterator[Entry]:
    """Yield the entries, each followed by the refund that its amount states."""
    both = zip(entries, given, strict=True)
    told = [(one, back) for one, back in both if back and isinstance(one, Transaction)]
    made = stated_refunds([one for one, _ in told], [back for _, back in told])
    refunds = {one.row: one for one in made}
    for one in entries:
        yield one
        if one.row in refunds:
            yield refunds[one.row]


def _settled(entries: Sequence[Entry], log: Log) -> list[Entry]:
    """Return the entries without refunds that are stated twice; noted where only the purchase's row states one."""
    paid = settle_stated([one for one in entries if isinstance(one, Transaction)])
    before = 0
    for one in paid:
        if one.row == before:
            log.note("bill-refund-undated", one.row)
        before = one.row
    left = [one for one in entries if isinstance(one, LeftOut)]
    return sorted((*paid, *left), key=attrgetter("row"))


def _amounts(cell: str) -> tuple[int, int] | None:
    """Return the fen of an amount and what of it came back, 0 for nothing; None where it cannot be read."""
    found = AMOUNT.fullmatch(tidy(cell))
    fen = fen_of(found[1].strip()) if found else None
    if found is None or fen is None or fen < 0:
        return None
    back = fen if found[3] else fen_of(found[2].replace(",", "")) if found[2] else 0
    return (fen, back) if back is not None and 0 <= back <= fen else None


def _why_left_out(rows: Rows[Way], given: Sequence[int]) -> list[Why | None]:
    """Return why each row is no payment; None where it is one."""
    table = rows.table
    words = zip(
        table.column("status"), rows.ways, table.column("method"), table.column("category"), strict=True
    )
    why: list[Why | None] = []
    for row, fen, back in zip(words, rows.fens, given, strict=True):
        one = _why(*row)
        if one == "held" or not one:
            one = "nothing" if not fen else None if back else one
        why.append(one)
    return why


@lru_cache(maxsize=1024)
def _why(status: str, way: Way, method: str, sort: str) -> Why | None:
    """Return why a row is no payment by its words; `held` only where there is an amount and none of it came back."""
    later = PAID_LATER in method or sort == PAID_LATER
    for words, why in NOT_PAID:
        if words.search(status):
            return why
    return "held" if later and way == "neutral" and status != REFUNDED else None


def _kind(way: Way, sort: str, text: str, status: str) -> Said:
    if way != "out" and (status == REFUNDED or REFUND.search(text)):
        return "refund", "refund"
    return RULES.of(way, sort, text, status)


FORMAT: Final = Format(
    code=CODE,
    columns=COLUMNS,
    needed=("day", "amount", "way"),
    recognise=recognise,
    read=read,
    dashes=True,
    amount=_amounts,
)
