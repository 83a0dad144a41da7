"""A hundred thousand payments in every other layout and wrapping: banks, orders of columns, ZIP, XLS, a book."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time

import pytest

from ashore.importers.bills.bank import format_of
from ashore.importers.bills.bank_mapping import Mapping
from ashore.importers.bills.form import PART_ROWS
from ashore.importers.bills.formats import FORMATS
from ashore.importers.bills.reading import read_bill
from importers.bills import test_jd, test_meituan
from importers.bills.making import (
    ALIPAY,
    ALIPAY_REFUND,
    ALIPAY_VARIANTS,
    WECHAT,
    WECHAT_PART,
    WECHAT_VARIANTS,
    Truth,
)
from importers.bills.packing import locked, zipped
from importers.bills.test_bank import GUESSED
from importers.bills.test_large_ledgers import ROWS, amount, day, yuan
from importers.old_workbooks import old_workbook


def signed(number: int) -> int:
    """Return what a row of a bank's export adds to the account, in fen; every seventh came in."""
    return amount(number) if number % 7 == 0 else -amount(number)


def comma(fen: int) -> str:
    return f"{'-' * (fen < 0)}{abs(fen) // 100:,}.{abs(fen) % 100:02d}"


Layout = tuple[str, Callable[[int, date, int, str], str]]
"""The lines down to the headings, and a row by its number, day, fen and the balance after it."""
BANKS: dict[str, Layout] = {
    "icbc": (
        "卡号: 1234****9876\n\n交易日期,摘要,交易场所,钞/汇,交易币种,记账金额(收入),记账金额(支出),余额,对方户名",
        lambda number, day, fen, left: (
            f'{day}     \t,"消费      \t",超市,钞,-,"{comma(fen) if fen > 0 else ""}  \t",'
            f'"{comma(-fen) if fen < 0 else ""}  \t","{left}  \t",店{number},'
        ),
    ),
    "boc": (
        "中国银行交易流水明细单\n记账日期,记账时间,币别,金额,余额,交易名称,渠道,网点名称,附言,对方账户名,借记卡号",
        lambda number, day, fen, left: (
            f'{day},18:20:05,人民币,"{comma(fen)}","{left}",网上快捷支付,银企对接,-------,-------,店{number},9876'
        ),
    ),
    "cmb": (
        "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要",
        lambda number, day, fen, left: f'{day},CNY,"{comma(fen)}","{left}",快捷支付,店{number},财付通',
    ),
    "bocom": (
        "序号,交易日期,交易时间,交易类型,借贷,交易金额,余额,对方账号,对方户名,交易地点,摘要",
        lambda number, day, fen, left: (
            f'{number},{day},08:00:00,网上支付,{"贷 Cr" if fen > 0 else "借 Dr"},"{comma(abs(fen))}","{left}",456,'
            f"店{number},网络支付,"
        ),
    ),
    "abc": (
        "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息,日 志 号,交易渠道,交易附言",
        lambda number, day, fen, left: (
            f'{day:%Y%m%d},182005,财付通,"{"+" if fen > 0 else ""}{comma(fen)}","{left}",店{number},{number},电子商务,'
        ),
    ),
    "ccb": (
        "记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点",
        lambda number, day, fen, left: (
            f'{day:%Y%m%d},{day:%Y%m%d},18:20:05,"{comma(max(-fen, 0))}","{comma(max(fen, 0))}","{left}",人民币元,消费,'
            f"2,店{number},"
        ),
    ),
    "a credit card": (
        "招商银行信用卡对账单\n交易日,记账日,交易摘要,人民币金额,卡号末四位",
        lambda number, day, fen, left: (
            f'{day},{day},{"掌上生活还款" if fen > 0 else f"财付通-店{number}"},"{comma(-fen)}",1234'
        ),
    ),
    "a saved mapping": ("Wann,Wieviel,Wohin", lambda number, day, fen, left: f"{day:%d/%m/%Y},{fen / 100:.2f},Laden"),
}  # fmt: skip
MAPPED = Mapping(
    {"day": "Wann", "amount": "Wieviel", "summary": "Wohin"}, "工商银行(9876)", "in", day_order="dmy"
)


def of_a_bank(layout: Layout) -> bytes:
    """Return a bank's export of a hundred thousand rows in a layout."""
    (head, row), balance, lines = layout, 10**12, list[str]()
    for number in range(ROWS):
        fen = signed(number)
        balance += fen
        lines.append(row(number, day(number), fen, comma(balance)))
    return "\n".join([head, *lines]).encode("gb18030")


@pytest.mark.long
@pytest.mark.parametrize("name", BANKS)
def test_a_hundred_thousand_rows_of_each_bank(name: str):
    formats = [format_of(MAPPED)] if name == "a saved mapping" else FORMATS
    reading = read_bill("a.csv", of_a_bank(BANKS[name]), formats=formats)
    assert {one.code for one in reading.findings} <= GUESSED
    expected = Counter((day(number), signed(number)) for number in range(ROWS))
    ways = {"in": 1, "out": -1}
    assert Counter((one.day, ways[one.way] * one.amount_fen) for one in reading.transactions) == expected


def jd_old(rows: int) -> bytes:
    """Return a JD bill in the old order of columns, every fifth purchase partly given back in its own row."""
    return test_jd.bill(
        *(
            test_jd.row(
                f"{yuan(number)}(已退款0.01)" if number % 5 == 0 else yuan(number), day=f"{day(number)} 10:00:00",
                more={"交易订单号": f"3000{number:08d}"},
            )
            for number in range(rows)
        ),
        order=test_jd.OLD,
    ).encode("gb18030")  # fmt: skip


def meituan_swapped(rows: int) -> bytes:
    return test_meituan.bill(
        *(
            test_meituan.row(
                f"¥{yuan(number)}", number=number + 1, more={"交易成功时间": f"{day(number)} 10:00:00"}
            )
            for number in range(rows)
        ),
        order=test_meituan.SWAPPED,
    ).encode("gb18030")


def alipay_rows(rows: int) -> list[Truth]:
    return [
        Truth(
            ALIPAY["lunch"], datetime.combine(day(number), time(10)), amount(number), f"店{number}",
            f"2023010122{number:017d}7", f"T{number}",
        )
        for number in range(rows)
    ]  # fmt: skip


def alipay_text(rows: int) -> bytes:
    """Return an Alipay bill of so many lunches, with only the columns that it must have and a number."""
    lines = ["交易时间,交易分类,交易对方,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号"]
    lines += [
        f"{day(number)} 10:00:00,餐饮美食,店{number},午餐,支出,{yuan(number)},余额,交易成功,20230101{number:012d}7"
        for number in range(rows)
    ]
    return "\n".join(lines).encode("gb18030")


def by_hand(rows: int) -> bytes:
    """Return a book that somebody keeps by hand, the second amount of each entry left open."""
    return "\n".join(
        f'{day(number)} * "店{number}" "午餐"\n  Expenses:Food  {yuan(number)} CNY\n  Assets:Cash\n'
        for number in range(rows)
    ).encode()


def old_sheet(rows: int) -> bytes:
    """Return an old workbook (XLS) of WeChat Pay's, which has at most 65,536 rows."""
    headings = ["交易时间", "交易类型", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号"]
    sheet = [
        [
            f"{day(number)} 10:00:00",
            "商户消费",
            "支出",
            amount(number) / 100,
            "零钱",
            "支付成功",
            f"4200{number:09d}7",
        ]
        for number in range(rows)
    ]
    return old_workbook([headings, *sheet], sector=4096)


PASSWORD = b"123456"
OTHERS: dict[str, tuple[str, int, Callable[[int], bytes]]] = {
    "jd, the old order": ("jd", ROWS, jd_old),
    "meituan, another order": ("meituan", ROWS, meituan_swapped),
    "a book kept by hand": ("beancount", ROWS, by_hand),
    "a ZIP": ("alipay", ROWS, lambda rows: zipped("a.csv", alipay_text(rows))),
    "a locked ZIP": (
        "alipay", ROWS, lambda rows: locked("a.csv", alipay_text(rows), PASSWORD),
    ),
    "an old workbook": ("wechat", 65_000, old_sheet),
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("name", OTHERS)
def test_a_hundred_thousand_rows_however_they_come(name: str):
    form, rows, make = OTHERS[name]
    reading = read_bill("a", make(rows), password=PASSWORD.decode())
    assert reading.format == form
    usual = {"bill-days-outside"} if form == "meituan" else {"bill-refund-undated", "bill-more-findings"}
    assert {one.code for one in reading.findings} <= usual
    assert not reading.left_out
    spent = Counter((one.day, one.amount_fen) for one in reading.transactions if one.kind == "spending")
    assert spent == Counter((day(number), amount(number)) for number in range(rows))
    back = {one.amount_fen for one in reading.transactions if one.kind == "refund"}
    assert back <= {1}


def test_what_belongs_together_is_found_across_parts():
    truths = alipay_rows(2 * PART_ROWS + 2)
    closed = replace(truths[0], sort=replace(ALIPAY["lunch"], status="交易关闭"))
    given_back = replace(truths[-1], sort=ALIPAY_REFUND, fen=closed.fen, order=closed.order + "_1")
    truths = [closed, *truths[1:-1], given_back]
    reading = read_bill("a", ALIPAY_VARIANTS["app-24-padded"](truths))
    assert reading.findings == ()
    assert [one.row for one in reading.transactions] == list(range(26, 26 + len(truths)))
    assert (reading.transactions[-1].kind, reading.transactions[-1].refund_of) == ("refund", closed.order)
    part = replace(WECHAT_PART, status="已退款(¥0.01)")
    rows = [replace(one, sort=WECHAT["lunch"]) for one in truths[: PART_ROWS + 1]]
    rows.append(replace(rows[-1], sort=part, order="4200001234567890", fen=500))
    paid = read_bill("w", WECHAT_VARIANTS["csv"](rows)).transactions
    assert [(one.kind, one.amount_fen) for one in paid[-2:]] == [("spending", 500), ("refund", 1)]
