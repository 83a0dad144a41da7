"""Meituan's bill: what was paid counts, refunds find their purchase by its title, and whatever is done to it."""

from datetime import date, time

import pytest

from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from importers.bills.spoiling import NUMBERS, SPOILT, check, numbered, spoilt

COLUMNS = (
    "交易创建时间",
    "交易成功时间",
    "交易类型",
    "订单标题",
    "收/支",
    "支付方式",
    "订单金额",
    "实付金额",
    "交易单号",
    "商家单号",
    "备注",
)
SWAPPED = (
    "交易类型",
    "交易成功时间",
    "交易创建时间",
    "收/支",
    "实付金额",
    "订单金额",
    "订单标题",
    "交易单号",
    "支付方式",
    "备注",
    "商家单号",
    "新的一列",
)
HEAD = (
    '美团交易账单明细\n美团用户名：[a]\n起始时间：[2026-03-01] 终止时间：[2026-03-31]\n""\n'
    "支出：1笔 1.00元\n【美团交易账单明细列表】\n"
)
PRIVATE = "秘密套餐"
FIRST_ROW = 8


def row(paid="¥31.90", way="支出", sort="支付", number=1, more=()):
    """Return a row by its headings; what is not said is a plain purchase."""
    return {
        "交易创建时间": "2026-03-02 19:12:40",
        "交易成功时间": "2026-03-02 19:12:52",
        "交易类型": sort,
        "订单标题": PRIVATE,
        "收/支": way,
        "支付方式": "美团月付",
        "订单金额": "¥33.00",
        "实付金额": paid,
        "交易单号": f'"2603021708090000000000000{number:07d}\t"',
        "商家单号": '"0_1000000000000501\t"',
        "备注": "/",
        "新的一列": "",
    } | dict(more)


def bill(*rows, order=COLUMNS):
    lines = [",".join(order), *(",".join(one[name] for name in order) for one in rows)]
    return HEAD + "\n".join(lines) + "\n"


def read(*rows, order=COLUMNS):
    reading = read_bill("mt.csv", bill(*rows, order=order).encode())
    assert reading.format == "meituan"
    return reading


SORTS = {
    "purchase": (row(), ("spending", "purchase", 3190, "yuefu")),
    "by-card": (row(more={"支付方式": "中国银行信用卡(2207)"}), ("spending", "purchase", 3190, "card")),
    "by-wallet": (row(more={"支付方式": "微信支付"}), ("spending", "purchase", 3190, "")),
    "refund": (row(way="收入", sort="退款"), ("refund", "refund", 3190, "yuefu")),
    "repaid": (
        row(
            "¥57.35",
            sort="还款",
            more={"订单标题": "【美团月付】主动还款2026年3月账单", "支付方式": "中国银行储蓄卡(4410)"},
        ),
        ("repayment", "repaid", 5735, ""),
    ),
    "borrowed": (
        row("¥500", "收入", "借款", more={"订单标题": "美团借钱放款"}),
        ("transfer", "borrowed", 50000, ""),
    ),
    "withdrawn": (
        row("¥5", "不计收支", "提现", more={"订单标题": "余额提现"}),
        ("transfer", "own-account", 500, ""),
    ),
    "income": (row("¥5", "收入", "奖励"), ("income", "unclear", 500, "")),
    "neutral": (row("¥5", "不计收支", "其他"), ("transfer", "unclear", 500, "")),
}


@pytest.mark.parametrize("order", [COLUMNS, SWAPPED], ids=["seen", "swapped"])
@pytest.mark.parametrize("sort", SORTS)
def test_what_a_row_is(sort, order):
    written, expected = SORTS[sort]
    (one,) = read(written, order=order).transactions
    assert (one.kind, one.nature, one.amount_fen, one.credit) == expected
    assert (one.day, one.at, one.row) == (date(2026, 3, 2), time(19, 12, 52), FIRST_ROW)


def test_nothing_paid_is_no_payment():
    reading = read(row("¥0.00"))
    assert [(one.why, one.row) for one in reading.left_out] == [("nothing", FIRST_ROW)]


def test_without_the_hour_of_success_that_of_the_order_counts():
    (one,) = read(row(more={"交易成功时间": "/"})).transactions
    assert one.at == time(19, 12, 40)


def test_without_what_was_paid_what_was_ordered_counts():
    (one,) = read(row("/")).transactions
    assert one.amount_fen == 3300


def test_a_refund_finds_its_purchase_by_title():
    titles = [{"订单标题": name} for name in ("烧饼5只", "米线", "烧饼5只")]
    reading = read(
        row(number=1, more=titles[0]),
        row(number=2, more=titles[1]),
        row(way="收入", sort="退款", number=3, more=titles[2]),
    )
    ledger = gather([reading])
    assert [pair.one.text for pair in ledger.pairs] == ["烧饼5只"]
    assert ledger.findings == ()


def test_a_repayment_and_its_purchase_are_counted_once_each():
    reading = read(row(), SORTS["repaid"][0])
    assert [one.kind for one in gather([reading]).transactions] == ["spending", "repayment"]


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("bill-amount-wrong", row("二十")),
        ("bill-amount-wrong", row("¥-5")),
        ("bill-date-wrong", row(more={"交易成功时间": "2026-02-30 10:00:00"})),
        ("bill-direction-unknown", row(way="进")),
    ],
)
def test_a_row_that_cannot_be_read_stops_the_file_with_its_line(code, written):
    reading = read(row(), written)
    assert [(one.code, one.level, one.place.line) for one in reading.findings] == [
        (code, "stop", FIRST_ROW + 1)
    ]
    assert reading.transactions == ()


SEED = bill(*(one for one, _ in SORTS.values()), row("¥0.00"))


@pytest.mark.property
def test_a_spoilt_bill_is_read_whole_or_refused():
    stopped = 0
    for number in NUMBERS:
        with numbered(number):
            data = spoilt(SEED, number)
            reading = read_bill("mt.csv", data)
            check(reading, data, [PRIVATE])
            stopped += reading.stopped
    assert SPOILT // 10 < stopped < SPOILT
