"""Every known variant of an Alipay or WeChat Pay bill gives exactly the true rows it was written from."""

import csv
from collections import Counter
from datetime import date, datetime, time, timedelta
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading
from ashore.importers.bills.reading import read_bill
from importers.bills.making import (
    ALIPAY,
    ALIPAY_REFUND,
    ALIPAY_VARIANTS,
    WECHAT,
    WECHAT_PART,
    WECHAT_REFUND,
    WECHAT_VARIANTS,
    WECHAT_WHOLE,
    Sort,
    Truth,
)
from importers.bills.packing import locked, zipped

START = datetime(2023, 1, 1)  # noqa: DTZ001 - bills tell the time of the place
YEAR = (date(2023, 1, 1), date(2023, 12, 31))
FINE = {"bill-sheet-copy", "bill-closed-without-refund"}
"""What may be said of a bill in which nothing is wrong."""

moments = st.integers(0, 364 * 86400).map(lambda seconds: START + timedelta(seconds=seconds))
amounts = st.integers(1, 99_999_99)
names = st.text("某店花园小馆龘𠮷éß한カ😀0123abc<>=+@&#!?-_()（）·*/\\%$`~^[]{}", max_size=12)
"""What a name may hold: rare characters, marks of formulas and markup; no word of an app, no separator, no quote."""


@st.composite
def bills(draw, sorts):
    """Draw true rows of these sorts, with order numbers of their own."""
    found = draw(st.lists(st.tuples(st.sampled_from(sorted(sorts)), moments, amounts, names), max_size=12))
    return [
        Truth(sorts[sort], at, fen, f"店{name}店", f"20230101{number:04d}0014000000000001", f"T{number}")
        for number, (sort, at, fen, name) in enumerate(found)
    ]


def expected(truth):
    """Return what a row must become."""
    sort = truth.sort
    return (
        truth.at, truth.fen, sort.kind, sort.nature, sort.credit, truth.counterparty, truth.order, truth.fee_fen,
    )  # fmt: skip


def read_as(one: Transaction):
    """Return the same of a transaction."""
    when = datetime.combine(one.day, one.at or time())  # a workbook has no midnight, only a day
    return (when, one.amount_fen, one.kind, one.nature, one.credit, one.counterparty, one.order, one.fee_fen)


def check(reading: BillReading, truths, *, method: bool = True) -> None:
    """Assert that a reading holds the true rows, no more and no less, in their order."""
    assert {one.code for one in reading.findings} <= FINE
    assert reading.span in {None, YEAR, (date(2023, 1, 1), date(2024, 1, 1))}
    assert reading.rows == len(truths)
    kept = [one for one in truths if not one.sort.why]
    wanted = [expected(one) for one in kept]
    found = [read_as(one) for one in reading.transactions]
    if not method:  # the web site's bill does not say what was paid with
        wanted = [(*one[:4], "", *one[5:]) for one in wanted]
    assert found == wanted
    assert [(one.why, one.amount_fen) for one in reading.left_out] == [
        (one.sort.why, one.fen) for one in truths if one.sort.why
    ]


def by_hand(data: bytes, encoding: str, heading: int, way: str, amount: str) -> Counter[str]:
    """Return the sums of a CSV by its own column of directions: the csv module and the known line of headings alone."""
    rows = list(csv.reader(StringIO(data.decode(encoding), newline="")))
    names = [cell.strip() for cell in rows[heading - 1]]
    sums: Counter[str] = Counter()
    for row in rows[heading:]:
        if len(row) >= len(names) - 1:
            yuan, _, rest = row[names.index(amount)].strip().lstrip("¥").partition(".")
            sums[row[names.index(way)].strip()] += int(yuan) * 100 + int(rest)
    return sums


def by_reader(reading: BillReading, way: str) -> Counter[str]:
    """Return the same sums from what was read, left out and all."""
    sums: Counter[str] = Counter()
    for one in (*reading.transactions, *reading.left_out):
        sums[dict(one.raw)[way]] += one.amount_fen or 0
    return sums


@pytest.mark.property
@pytest.mark.parametrize("variant", ALIPAY_VARIANTS)
@given(truths=bills({name: sort for name, sort in ALIPAY.items() if name != "on-others"}))
def test_alipay_gives_the_true_rows(variant, truths):
    reading = read_bill("a.csv", ALIPAY_VARIANTS[variant](truths))
    assert reading.format == "alipay"
    check(reading, truths, method=variant != "web")


@pytest.mark.property
@pytest.mark.parametrize("variant", WECHAT_VARIANTS)
@given(truths=bills(WECHAT))
def test_wechat_gives_the_true_rows(variant, truths):
    reading = read_bill("w.csv", WECHAT_VARIANTS[variant](truths))
    assert reading.format == "wechat"
    check(reading, truths)


@pytest.mark.property
@given(truths=bills(ALIPAY))
def test_the_sums_of_alipay_are_those_of_the_csv_module(truths):
    data = ALIPAY_VARIANTS["app-24-padded"](truths)
    reading = read_bill("a.csv", data)
    assert by_reader(reading, "收/支") == by_hand(data, "gb18030", 25, "收/支", "金额")


@pytest.mark.property
@given(truths=bills(WECHAT))
def test_the_sums_of_wechat_are_those_of_the_csv_module(truths):
    data = WECHAT_VARIANTS["csv"](truths)
    reading = read_bill("w.csv", data)
    assert by_reader(reading, "收/支") == by_hand(data, "utf-8-sig", 17, "收/支", "金额(元)")


EVERY_ALIPAY = [
    Truth(
        sort, START + timedelta(hours=number), 100 + number, "某店", f"2023010122{number:012d}", f"T{number}"
    )
    for number, sort in enumerate(ALIPAY.values())
]
EVERY_WECHAT = [
    Truth(
        sort, START + timedelta(hours=number), 100 + number, "某店", f"4200002023{number:012d}", f"T{number}"
    )
    for number, sort in enumerate(WECHAT.values())
]


@pytest.mark.parametrize("variant", sorted(ALIPAY_VARIANTS.keys() - {"web"}))
def test_every_sort_of_alipay(variant):
    check(read_bill("a.csv", ALIPAY_VARIANTS[variant](EVERY_ALIPAY)), EVERY_ALIPAY)


@pytest.mark.parametrize("variant", WECHAT_VARIANTS)
def test_every_sort_of_wechat(variant):
    check(read_bill("w.csv", WECHAT_VARIANTS[variant](EVERY_WECHAT)), EVERY_WECHAT)


def refunded(fen: int, *parts: int) -> list[Truth]:
    """Return a purchase of Alipay and its refunds, whose numbers are the purchase's with a suffix."""
    order = "2023010122001400000000000001"
    bought = Truth(ALIPAY["lunch"], START, fen, "某店", order, "T1")
    return [bought] + [
        Truth(ALIPAY_REFUND, START + timedelta(days=number), part, "某店", f"{order}_{number}", "T1")
        for number, part in enumerate(parts, 1)
    ]


@pytest.mark.parametrize("parts", [(5000,), (1200,), (1200, 3800)])
def test_refunds_of_alipay_name_their_purchase(parts):
    truths = refunded(5000, *parts)
    reading = read_bill("a.csv", ALIPAY_VARIANTS["app-24-padded"](truths))
    check(reading, truths)
    assert [one.refund_of for one in reading.transactions] == ["", *[truths[0].order] * len(parts)]


def test_a_refund_with_the_purchases_own_number_names_it_too():
    bought, back = refunded(5000, 1200)
    truths = [
        bought,
        Truth(back.sort, back.at, back.fen, back.counterparty, bought.order, bought.merchant_order),
    ]
    reading = read_bill("a.csv", ALIPAY_VARIANTS["app-22-new-issuer"](truths))
    assert [one.refund_of for one in reading.transactions] == ["", bought.order]


def closed(method: str, *refunds: Truth) -> BillReading:
    """Return what becomes of a closed order that counts as spending."""
    bought = refunded(5000)[0]
    sort = Sort("日用百货", "帽子", "支出", "交易关闭", method, "spending", "purchase")
    truths = [Truth(sort, bought.at, bought.fen, "某店", bought.order, "T1"), *refunds]
    return read_bill("a.csv", ALIPAY_VARIANTS["app-23"](truths))


def test_a_closed_order_with_its_refund_is_bought_and_given_back():
    reading = closed("余额宝", refunded(5000, 5000)[1])
    assert [(one.kind, one.amount_fen) for one in reading.transactions] == [
        ("spending", 5000),
        ("refund", 5000),
    ]
    assert reading.findings == ()


def test_a_closed_order_without_its_refund_is_said():
    reading = closed("余额宝")
    assert [one.kind for one in reading.transactions] == ["spending"]
    assert [(one.code, one.place.line) for one in reading.findings] == [("bill-closed-without-refund", 25)]


def test_a_closed_order_paid_with_nothing_is_left_out():
    reading = closed("")
    assert (reading.transactions, [one.why for one in reading.left_out]) == ((), ["closed"])


def test_a_closed_order_that_the_web_site_says_was_paid_is_kept_and_said():
    bought = refunded(5000)[0]
    sort = Sort("日用百货", "帽子", "支出", "交易关闭", "", "spending", "purchase")
    reading = read_bill(
        "a", ALIPAY_VARIANTS["web"]([Truth(sort, bought.at, bought.fen, "某店", bought.order, "T1")])
    )
    assert [one.kind for one in reading.transactions] == ["spending"]
    assert [one.code for one in reading.findings] == ["bill-closed-without-refund"]


def test_what_went_to_the_person_s_own_name_stayed_with_them():
    sorts = (("to-friend", "某人"), ("from-friend", "某人"), ("to-friend", "某人甲"), ("lunch", "某人"))
    truths = [
        Truth(ALIPAY[sort], START, 500, side, f"20230101220014{number:012d}")
        for number, (sort, side) in enumerate(sorts)
    ]
    found = read_bill("a", ALIPAY_VARIANTS["app-23"](truths)).transactions
    assert [(one.kind, one.nature, one.way) for one in found] == [
        ("transfer", "own-account", "out"),
        ("transfer", "own-account", "in"),
        ("spending", "person", ""),
        ("spending", "purchase", ""),
    ]


def test_what_came_back_to_a_family_card_is_a_refund():
    sort = Sort("亲属卡交易-退款", "/", "/", "已全额退款", "零钱通", "refund", "refund")
    paid = Sort("亲属卡交易", "/", "/", "支付成功", "亲属卡", "", "", why="others-paid")
    truths = [Truth(one, START, 500, "某店", "42000020237") for one in (sort, paid)]
    reading = read_bill("w", WECHAT_VARIANTS["csv"](truths))
    assert [(one.kind, one.amount_fen) for one in reading.transactions] == [("refund", 500)]
    assert [one.why for one in reading.left_out] == ["others-paid"]


def test_what_the_web_site_says_came_back_follows_its_purchase_once():
    bought = Truth(ALIPAY["lunch"], START, 5000, "某店", "2023010122001400000000000001", "T1", 30, 1200)
    alone = read_bill("a.txt", ALIPAY_VARIANTS["web"]([bought]))
    assert [(one.kind, one.amount_fen, one.fee_fen, one.refund_of) for one in alone.transactions] == [
        ("spending", 5000, 30, ""),
        ("refund", 1200, 0, bought.order),
    ]
    back = Truth(ALIPAY_REFUND, START, 1200, "某店", bought.order + "_1", "T1")
    both = read_bill("a.txt", ALIPAY_VARIANTS["web"]([bought, back]))
    assert [(one.kind, one.amount_fen) for one in both.transactions] == [("spending", 5000), ("refund", 1200)]


@pytest.mark.parametrize(("sort", "back"), [(WECHAT_PART, 1200), (WECHAT_WHOLE, 5000)])
@pytest.mark.parametrize("variant", WECHAT_VARIANTS)
def test_what_a_row_of_wechat_says_came_back_is_a_refund(variant, sort, back):
    truths = [Truth(sort, START, 5000, "某店", "4200001", "T1", back_fen=back)]
    reading = read_bill("w", WECHAT_VARIANTS[variant](truths))
    assert [(one.kind, one.nature, one.amount_fen, one.refund_of) for one in reading.transactions] == [
        ("spending", "purchase", 5000, ""),
        ("refund", "refund", back, "4200001"),
    ]
    assert ("bill-refund-undated", "note") in [(one.code, one.level) for one in reading.findings]


@pytest.mark.parametrize(
    ("parts", "found"),
    [((1200,), [1200]), ((700, 500), [700, 500]), ((700,), [700, 500]), ((), [1200])],
)
def test_a_refund_in_its_own_row_of_wechat_counts_once(parts, found):
    bought = Truth(WECHAT_PART, START, 5000, "某店", "4200001", "T1", back_fen=1200)
    rows = [
        Truth(WECHAT_REFUND, START + timedelta(days=number), part, "某店", f"5000000{number}", "T1")
        for number, part in enumerate(parts, 1)
    ]
    reading = read_bill("w", WECHAT_VARIANTS["csv"]([bought, *rows]))
    refunds = [one for one in reading.transactions if one.kind == "refund"]
    assert sorted(one.amount_fen for one in refunds) == sorted(found)
    assert {one.refund_of for one in refunds} == {"4200001"}


def test_a_red_packet_that_came_back_counts_once():
    back = Sort("微信红包-退款", "/", "收入", "已全额退款", "零钱", "refund", "refund")
    truths = [
        Truth(
            Sort("微信红包", "/", "支出", "已全额退款", "零钱", "", ""),
            START,
            888,
            "/",
            "1000039501",
            "/",
        ),
        Truth(back, START + timedelta(days=1), 888, "/", "1000039502", "/"),
    ]
    reading = read_bill("w", WECHAT_VARIANTS["csv"](truths))
    assert [(one.kind, one.amount_fen) for one in reading.transactions] == [
        ("spending", 888),
        ("refund", 888),
    ]


def test_fees_are_part_of_the_amount():
    truths = [Truth(WECHAT["to-bank"], START, 10010, "招商银行()", "4200001", "", 10)]
    check(read_bill("w", WECHAT_VARIANTS["xlsx-numbers"](truths)), truths)


@pytest.mark.parametrize("password", [b"123456", "密码".encode()])
def test_a_locked_zip_opens_with_its_password(password):
    data = locked("a.csv", ALIPAY_VARIANTS["app-24-padded"](EVERY_ALIPAY), password)
    check(read_bill("a.zip", data, password=password.decode()), EVERY_ALIPAY)


def test_an_open_zip_and_a_zip_in_a_zip_need_none():
    data = zipped("微信支付账单.xlsx", WECHAT_VARIANTS["xlsx-numbers"](EVERY_WECHAT))
    check(read_bill("w.zip", data), EVERY_WECHAT)
    check(read_bill("w.zip", zipped("w.zip", data)), EVERY_WECHAT)


def test_two_exports_one_below_the_other_are_read_as_one_table():
    first, second = EVERY_ALIPAY[:5], EVERY_ALIPAY[5:9]
    data = ALIPAY_VARIANTS["app-23"](first) + ALIPAY_VARIANTS["app-23"](second)
    reading = read_bill("a.csv", data)
    assert [read_as(one) for one in reading.transactions] == [expected(one) for one in first + second]
    assert [one.code for one in reading.findings] == ["bill-more-rows"]


def test_a_text_with_the_separator_in_it_is_mended():
    truth = EVERY_ALIPAY[0]
    text = ALIPAY_VARIANTS["app-utf8"]([truth]).decode().replace("午餐", "午餐,加蛋")
    reading = read_bill("a.csv", text.encode())
    assert [(one.text, one.amount_fen) for one in reading.transactions] == [("午餐,加蛋", truth.fen)]
    assert [one.code for one in reading.findings] == ["bill-row-mended"]


@pytest.mark.parametrize("name", ['打开"多多视频"', '"多多视频', '多多"视频'])
def test_quotes_that_nobody_closed_take_no_other_row_with_them(name):
    truths = EVERY_ALIPAY[:3]
    text = ALIPAY_VARIANTS["app-utf8"](truths).decode().replace("午餐", name)
    reading = read_bill("a.csv", text.encode())
    assert [one.amount_fen for one in reading.transactions] == [one.fen for one in truths]
    assert reading.transactions[0].text.strip('"') == name.strip('"')


@pytest.mark.parametrize(("said", "counted"), [(10, 10), (500, 500), (-10, 0), (501, 0)])
def test_a_fee_is_a_part_of_its_amount_or_none(said: int, counted: int):
    """Of ¥5.00: what is below zero, or above the amount, is no part of it."""
    paid = Truth(ALIPAY["lunch"], START, 500, "某店", "2023010122001400000000000001", "T1", said)
    reading = read_bill("a.txt", ALIPAY_VARIANTS["web"]([paid]))
    assert [one.fee_fen for one in reading.transactions] == [counted]
