"""JD's bill in both orders of columns: what it says, what came back once only, and whatever is done to it."""

import re
from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills import formats
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from importers.bills.spoiling import NUMBERS, SPOILT, check, numbered, spoilt

OLD = (
    "交易时间",
    "交易分类",
    "商户名称",
    "交易说明",
    "收/支",
    "金额",
    "收/付款方式",
    "交易状态",
    "交易订单号",
    "商家订单号",
    "备注",
)
NEW = (
    "交易时间",
    "商户名称",
    "交易说明",
    "金额",
    "收/付款方式",
    "交易状态",
    "收/支",
    "交易分类",
    "交易订单号",
    "商家订单号",
    "备注",
)
HEAD = (
    "导出信息：\n京东账号名：jd_a\n日期区间：2026-03-01 至 2026-03-31\n共：{rows}笔记录\n"
    "支出：3笔(含1笔部分退款)，10.00元\n\n特别提示\n1.请勿重复记账；\n\n"
)
PRIVATE = "秘密礼物"


def row(amount="10.00", way="支出", status="交易成功", day="2026-03-02 10:00:00", more=()):
    """Return a row by its headings; what is not said is a plain purchase."""
    return {
        "交易时间": day + "\t",
        "交易分类": "食品酒饮",
        "商户名称": "京东平台商户",
        "交易说明": PRIVATE,
        "收/支": way,
        "金额": amount,
        "收/付款方式": "招商银行信用卡(1234)",
        "交易状态": status,
        "交易订单号": "300045000600\t",
        "商家订单号": "200000000000000000000501\t",
        "备注": " ",
    } | dict(more)


def bill(*rows, order=NEW):
    """Return the text of a bill; its headings stand in line 10, its rows from 11 on."""
    lines = [",".join(order), *(",".join(one[name] for name in order) + "," for one in rows)]
    return HEAD.format(rows=len(rows)) + "\n".join(lines) + "\n"


def read(*rows, order=NEW):
    reading = read_bill("jd.csv", bill(*rows, order=order).encode("utf-8-sig"))
    assert reading.format == "jd"
    return reading


def said(reading):
    return [(one.kind, one.nature, one.amount_fen, one.credit) for one in reading.transactions]


SORTS = {
    "purchase": (row(), ("spending", "purchase", 1000, "card")),
    "baitiao": (row(more={"收/付款方式": "京东白条"}), ("spending", "purchase", 1000, "baitiao")),
    "repaid": (
        row(
            "640.25",
            "不计收支",
            more={"交易分类": "白条", "商户名称": "京东金融", "交易说明": "白条主动还款"},
        ),
        ("repayment", "repaid", 64025, ""),
    ),
    "yield": (
        row("0.01", "收入", more={"交易分类": "小金库", "交易说明": "京东小金库收益"}),
        ("income", "yield", 1, ""),
    ),
    "own": (
        row("1350.40", "不计收支", more={"交易分类": "小金库", "交易说明": "京东小金库-转入"}),
        ("transfer", "own-account", 135040, ""),
    ),
    "borrowed": (
        row("5000", "不计收支", more={"交易分类": "金条", "交易说明": "金条借款放款"}),
        ("transfer", "borrowed", 500000, ""),
    ),
    "family": (
        row("36.00", more={"交易说明": "亲密卡", "收/付款方式": "京东白条"}),
        ("spending", "family-card", 3600, "baitiao"),
    ),
    "refund": (
        row("1.00", "收入", more={"交易说明": "退款-毛巾", "收/付款方式": "京东白条"}),
        ("refund", "refund", 100, "baitiao"),
    ),
    "refund-neutral": (row("9.00", "不计收支", "退款成功"), ("refund", "refund", 900, "card")),
    "neutral": (row("9.00", "不计收支"), ("transfer", "unclear", 900, "")),
    "income": (row("9.00", "收入"), ("income", "unclear", 900, "")),
}
LEFT_OUT = {
    "closed": row(status="交易关闭"),
    "failed": row(status="支付失败"),
    "waiting": row(status="等待付款"),
    "nothing": row("0.00", "不计收支", "退款成功"),
    "held": row("27.80", "不计收支", more={"收/付款方式": "先享后付", "交易分类": "先享后付"}),
}


@pytest.mark.parametrize("order", [OLD, NEW], ids=["old", "new"])
@pytest.mark.parametrize("sort", SORTS)
def test_what_a_row_is_in_both_orders(sort, order):
    written, expected = SORTS[sort]
    reading = read(written, order=order)
    assert said(reading) == [expected]
    (one,) = reading.transactions
    assert (one.day, one.at, one.row, one.source, one.file) == (
        date(2026, 3, 2),
        time(10),
        11,
        "jd",
        "jd.csv",
    )
    assert dict(one.raw)["交易说明"] == written["交易说明"]


@pytest.mark.parametrize("why", LEFT_OUT)
def test_what_is_no_payment(why):
    reading = read(LEFT_OUT[why])
    assert [one.why for one in reading.left_out] == [why]
    assert reading.transactions == ()


def test_an_amount_with_what_came_back_is_a_purchase_and_a_refund():
    reading = read(row("131.77(已退款89.84)"))
    bought, back = reading.transactions
    assert (bought.kind, bought.amount_fen, back.kind, back.amount_fen) == ("spending", 13177, "refund", 8984)
    assert back.refund_of == bought.order
    assert [(one.code, one.place.line) for one in reading.findings] == [("bill-refund-undated", 11)]
    assert sum(one.amount_fen for one in gather([reading]).transactions if one.kind == "refund") == 8984


def test_all_that_came_back():
    bought, back = read(row("212.30(已全额退款)", "不计收支")).transactions
    assert (bought.kind, bought.amount_fen, back.amount_fen) == ("spending", 21230, 21230)


def test_a_refund_with_a_row_of_its_own_counts_once():
    own = row("89.84", "不计收支", "退款成功", "2026-03-05 09:00:00", more={"交易说明": "退款-" + PRIVATE})
    reading = read(own, row("131.77(已退款89.84)"))
    assert [(one.kind, one.amount_fen, one.row) for one in reading.transactions] == [
        ("refund", 8984, 11),
        ("spending", 13177, 12),
    ]
    assert reading.findings == ()
    ledger = gather([reading])
    assert ledger.counts.refunds == 1
    months = [read(row("131.77(已退款89.84)")), replace(read(own), file="april.csv")]
    assert bare(gather(months)) == bare(ledger)


def bare(ledger):
    return [(one.kind, one.amount_fen, one.day) for one in ledger.transactions]


def test_what_the_file_says_of_itself_is_not_taken_for_sums_of_its_rows():
    """JD leaves what came back out of its sums, so they are not compared."""
    assert read(row("131.77(已退款89.84)"), row("5.00")).findings[0].code == "bill-refund-undated"


def test_jd_is_known_before_the_app_whose_columns_it_shares():
    assert [one.code for one in formats.FORMATS][:2] == ["jd", "meituan"]


BROKEN = {
    "bill-amount-wrong": row("10.00(已退款20.00)"),
    "bill-date-wrong": row(day="昨天"),
    "bill-direction-unknown": row(way="进"),
}


@pytest.mark.parametrize("code", BROKEN)
def test_a_row_that_cannot_be_read_stops_the_file_with_its_line(code):
    reading = read(row(), BROKEN[code])
    assert [(one.code, one.level, one.place.line) for one in reading.findings] == [(code, "stop", 12)]
    assert reading.transactions == ()
    assert re.search("[\u4e00-\u9fff]", say_finding(reading.findings[0], "zh"))


@pytest.mark.parametrize(
    "cell",
    ["", "(已退款1.00)", "10.00(已退款)", "10.00(已退款1.00", "-5.00", "10.00(已退款-1)", "9(已退款1)9"],
)
def test_an_amount_that_is_not_certain(cell):
    assert read(row(cell)).stopped


@pytest.mark.property
@given(
    st.lists(
        st.tuples(st.integers(1, 28), st.integers(1, 99_999), st.integers(0, 99_999), st.booleans()),
        max_size=8,
    ),
    st.sampled_from([OLD, NEW]),
)
def test_every_true_row_comes_back(truths, order):
    """Each purchase has an order of its own; what came back of it is stated, and half of it has its own row too."""
    rows, total = [], 0
    for number, (day, fen, asked, own) in enumerate(truths):
        back = min(asked, fen)
        numbered = {"交易订单号": f"3000450{number:05d}"}
        when = f"2026-03-{day:02d} 10:00:00"
        stated = f"(已退款{back / 100:.2f})" if back else ""
        rows.append(row(f"{fen / 100:.2f}{stated}", day=when, more=numbered))
        if own and back:
            rows.append(row(f"{back / 100:.2f}", "不计收支", "退款成功", when, more=numbered))
        total += back
    reading = read(*rows, order=order) if rows else None
    if reading is None:
        return
    assert sum(one.amount_fen for one in reading.transactions if one.kind == "spending") == sum(
        fen for _, fen, *_ in truths
    )
    assert sum(one.amount_fen for one in reading.transactions if one.kind == "refund") == total
    ledger = gather([reading])
    assert len(ledger.transactions) == len(reading.transactions)
    assert ledger.findings == ()


SEEDS = [
    bill(*(one for one, _ in SORTS.values()), *LEFT_OUT.values(), row("131.77(已退款89.84)"), order=order)
    for order in (OLD, NEW)
]


@pytest.mark.property
def test_a_spoilt_bill_is_read_whole_or_refused():
    stopped = 0
    for number in NUMBERS:
        with numbered(number):
            data = spoilt(SEEDS[number % 2], number)
            reading = read_bill("jd.csv", data)
            check(reading, data, [PRIVATE])
            stopped += reading.stopped
    assert SPOILT // 10 < stopped < SPOILT


@pytest.mark.parametrize("order", [OLD, NEW])
def test_a_title_with_a_comma_is_joined_though_part_came_back(order):
    (bought, back) = (
        reading := read(row("131.77(已退款89.84)", more={"交易说明": "碗,勺"}), order=order)
    ).transactions
    assert [(one.code, one.place.line) for one in reading.findings if one.code == "bill-row-mended"] == [
        ("bill-row-mended", 11)
    ]
    assert (bought.text, bought.amount_fen, back.amount_fen) == ("碗,勺", 13177, 8984)
