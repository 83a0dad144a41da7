"""Old workbooks are read; damaged ones, which would take all memory, are refused before they are opened."""

from struct import pack

import pytest

from ashore.importers.bills.reading import read_bill
from ashore.importers.compound import Damaged, extent_of_old
from importers.old_workbooks import old_workbook, record

HEADINGS = [
    "交易时间",
    "交易类型",
    "交易对方",
    "商品",
    "收/支",
    "金额(元)",
    "支付方式",
    "当前状态",
    "交易单号",
    "商户单号",
    "备注",
]
ROW = [
    "2023-01-02 10:00:00",
    "商户消费",
    "某店",
    "/",
    "支出",
    12.5,
    "零钱",
    "支付成功",
    "42000020230117",
    "/",
    "/",
]
BOOK = old_workbook([["微信支付账单明细"], HEADINGS, ROW])
TABLE_AT = 512
"""Where the table of chains begins: four bytes for each sector, the workbook from the third on."""


def codes(data: bytes) -> list[str]:
    """Return what is found in a bill."""
    return [one.code for one in read_bill("a.xls", data).findings]


def test_an_old_workbook_is_read():
    reading = read_bill("a.xls", BOOK)
    assert [(one.row, one.amount_fen, one.counterparty) for one in reading.transactions] == [
        (3, 1250, "某店")
    ]
    assert reading.findings == ()
    assert extent_of_old(BOOK) == (3 + 1) * (
        11 + 1
    )  # the record of dimensions names what lies behind the last


@pytest.mark.parametrize("sector", [2, 3, 5])
@pytest.mark.parametrize("to", [2, 1000, 0xFFFFFFFF])
def test_a_chain_in_a_circle_or_out_of_the_file_is_refused(sector: int, to: int):
    at = TABLE_AT + 4 * sector
    data = BOOK[:at] + pack("<I", to) + BOOK[at + 4 :]
    with pytest.raises(Damaged):
        extent_of_old(data)
    assert codes(data) == ["bill-workbook-broken"]


@pytest.mark.parametrize("size", [8, 400, 512, 700, 1030, 2000])
def test_a_file_cut_short_is_refused(size: int):
    assert codes(BOOK[:size]) == ["bill-workbook-broken"]


@pytest.mark.parametrize(
    "more",
    [
        record(0x0203, pack("<HHHd", 65535, 255, 0, 1.0)),
        record(0x0203, pack("<HHHd", 3, 65535, 0, 1.0)) + record(0x0203, pack("<HHHd", 65535, 3, 0, 1.0)),
        record(0x0200, pack("<IIHHH", 0, 0xFFFFFFFF, 0, 255, 0)),
    ],
)
def test_a_sheet_of_empty_space_is_refused(more: bytes):
    assert codes(old_workbook([HEADINGS, ROW], more)) == ["bill-too-large"]


@pytest.mark.parametrize(
    "more",
    [record(0x00FC, pack("<II", 1, 0xFFFFFFF0)), record(0x0200, pack("<IIHHH", 9, 0, 0, 255, 0))],
)
def test_a_false_count_is_refused(more: bytes):
    assert codes(old_workbook([HEADINGS, ROW], more)) == ["bill-workbook-broken"]
