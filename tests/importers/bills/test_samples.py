"""The two exports of others, read in place; what each row must become was worked out by looking at the files."""

from datetime import date, time

import pytest

from ashore.importers.bills.reading import read_bill
from needs import DATA, needs_data

ALIPAY = [
    (26, "2023-02-12 21:32:14", 4974, "spending", "family-card", "card", ""),
    (27, "2023-02-08 14:16:52", 2000, "spending", "purchase", "", ""),
    (28, "2023-02-04 18:21:04", 1603, "refund", "refund", "card", ""),
    (29, "2023-02-02 15:24:35", 9934, "transfer", "own-account", "", ""),
    (30, "2023-01-18 10:17:29", 22222850, "income", "person", "", ""),
    (32, "2023-01-09 18:22:28", 5000, "refund", "refund", "", "2023xxxxx88"),
    (33, "2023-01-09 18:21:50", 5000, "spending", "purchase", "", ""),
    (34, "2023-07-10 13:10:16", 990, "spending", "purchase", "", ""),
    (35, "2023-07-10 13:20:16", 8200, "spending", "purchase", "", ""),
]
WECHAT = [
    (19, "2019-09-26 12:45:27", 2816, "spending", "purchase", 0),
    (20, "2019-09-24 10:10:11", 35, "income", "red-packet", 0),
    (21, "2021-01-17 18:03:35", 1200, "spending", "purchase", 0),
    (22, "2021-01-22 12:34:56", 50000, "spending", "person", 0),
    (23, "2020-11-27 19:29:00", 2300, "income", "takings", 0),
    (24, "2021-01-17 10:07:31", 200000, "transfer", "own-account", 0),
    (25, "2021-07-15 16:29:37", 10010, "transfer", "own-account", 10),
    (26, "2021-07-14 22:18:10", 1010, "transfer", "own-account", 10),
    (27, "2021-07-11 14:17:52", 100110, "transfer", "own-account", 100),
    (28, "2017-10-20 18:36:44", 54858, "repayment", "repaid", 0),
    (29, "2020-02-14 01:32:14", 1000000, "transfer", "own-account", 0),
    (30, "2020-02-14 01:24:33", 300000, "transfer", "own-account", 0),
    (31, "2020-02-14 01:19:39", 263478, "transfer", "own-account", 0),
    (32, "2020-02-14 01:20:00", 123, "transfer", "own-account", 0),
    (33, "2020-07-06 14:54:38", 550500, "transfer", "own-account", 0),
    (34, "2019-04-16 10:28:55", 130000, "transfer", "own-account", 0),
    (35, "2021-10-19 16:08:00", 224346, "spending", "family-card", 0),
    (36, "2021-12-15 00:06:35", 1200, "spending", "purchase", 0),
    (37, "2021-12-15 23:51:35", 1200, "spending", "purchase", 0),
    (38, "2021-07-18 10:48:09", 7, "income", "unclear", 0),
    (39, "2022-07-18 10:48:09", 7, "income", "unclear", 0),
    (40, "2022-09-24 02:24:20", 3699, "spending", "person", 0),
    (41, "2023-06-23 11:01:51", 500, "income", "unclear", 0),
    (42, "2023-07-09 13:25:22", 990, "spending", "purchase", 0),
    (43, "2023-07-09 13:30:22", 5000, "spending", "purchase", 0),
    (44, "2024-06-07 23:40:27", 1, "spending", "purchase", 0),
    (45, "2024-06-07 23:40:27", 1, "spending", "unclear", 0),
]


def when(one):
    """Return a transaction's moment as the files write it."""
    return f"{one.day} {one.at}"


@needs_data("bills/alipay.csv")
def test_alipay():
    reading = read_bill("alipay.csv", (DATA / "bills" / "alipay.csv").read_bytes())
    assert (reading.format, reading.rows, reading.span) == ("alipay", 10, None)
    assert [
        (one.row, when(one), one.amount_fen, one.kind, one.nature, one.credit, one.refund_of)
        for one in reading.transactions
    ] == ALIPAY
    # A closed order that counts as nothing, of ¥82.00.
    assert [(one.row, one.why, one.amount_fen) for one in reading.left_out] == [(31, "closed", 8200)]
    # It was masked, shortened and put together by hand: the head still says 66 rows of four days.
    said = {"since": date(2023, 2, 10), "until": date(2023, 2, 13)}
    assert [(one.code, dict(one.facts)) for one in reading.findings] == [
        ("bill-cut-short", {"stated_count": 66, "read_count": 10}),
        ("bill-days-outside", said | {"first": date(2023, 1, 9), "last": date(2023, 7, 10)}),
    ]


@needs_data("bills/wechat.xlsx")
def test_wechat():
    reading = read_bill("wechat.xlsx", (DATA / "bills" / "wechat.xlsx").read_bytes())
    assert (reading.format, reading.rows, reading.left_out) == ("wechat", 27, ())
    assert [
        (one.row, when(one), one.amount_fen, one.kind, one.nature, one.fee_fen)
        for one in reading.transactions
    ] == WECHAT
    # The first sheet is what an older export left behind; its rows are the same and count once.
    assert [one.code for one in reading.findings] == [
        "bill-sheet-copy",
        "bill-more-rows",
        "bill-days-outside",
    ]


@needs_data("bills/wechat.xlsx")
def test_what_a_row_says_is_kept():
    reading = read_bill("wechat.xlsx", (DATA / "bills" / "wechat.xlsx").read_bytes())
    fee = next(one for one in reading.transactions if one.row == 25)
    assert (fee.counterparty, fee.said_category, fee.method) == ("招商银行()", "零钱提现", "工商银行")
    assert (fee.order, fee.merchant_order, fee.text) == ("207210715100077148235523883175", "", "")
    assert (fee.day, fee.at, fee.source, fee.file) == (
        date(2021, 7, 15),
        time(16, 29, 37),
        "wechat",
        "wechat.xlsx",
    )
    assert dict(fee.raw)["备注"] == "服务费¥0.10"


@pytest.mark.parametrize("name", ["alipay.csv", "wechat.xlsx"])
@needs_data("bills")
def test_the_rows_kept_hold_every_cell(name: str):
    reading = read_bill(name, (DATA / "bills" / name).read_bytes())
    for one in reading.transactions:
        headings = [heading for heading, _ in one.raw]
        assert headings[0] == "交易时间"
        assert len(headings) >= 11
        assert f"{one.amount_fen // 100}" in dict(one.raw)[headings[5 if name == "wechat.xlsx" else 6]]
