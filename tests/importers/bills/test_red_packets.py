"""Red packets that nobody opened: WeChat says so in the packet's row, and in one that names nobody; it counts once."""

import pytest

from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill

HEADINGS = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
NUMBER = "100003990120260301{:010}"


def rows_of(*rows):
    """Return what a bill of these rows gives, as kinds and fen; each row has numbers of its own."""
    lines = [
        f"2026-03-{day:02} 08:00:00,{sort},{who},/,{way},¥{yuan},零钱,{status},{NUMBER.format(place)},M{place:015},/"
        for place, (day, sort, who, way, yuan, status) in enumerate(rows, 1)
    ]
    reading = read_bill("微信.csv", (HEADINGS + "\n".join(lines) + "\n").encode())
    assert not [one for one in reading.findings if one.level == "stop"], reading.findings
    return sorted((one.kind, one.amount_fen) for one in gather([reading]).transactions)


@pytest.mark.parametrize("sort", ["微信红包（单发）", "微信红包(单发)", "微信红包（群红包）", "微信红包"])
@pytest.mark.parametrize(
    ("status", "back"), [("已全额退款", "66.00"), ("已退款(￥20.00)", "20.00"), ("已退款￥20.00", "20.00")]
)
def test_what_was_not_opened_comes_back_once(sort, status, back):
    fen = round(float(back) * 100)
    sent = (8, sort, "/", "支出", "66.00", status)
    returned = (9, "微信红包-退款", "/", "收入", back, "已全额退款")
    assert rows_of(sent, returned) == [("refund", fen), ("spending", 66_00)]
    assert rows_of(sent) == [("refund", fen), ("spending", 66_00)], "the row alone says it, too"


def test_of_two_packets_of_one_sum_each_has_its_own_refund():
    sent = (8, "微信红包（单发）", "王五", "支出", "66.00", "已全额退款")
    other = (8, "微信红包（单发）", "赵六", "支出", "66.00", "已全额退款")
    returned = (9, "微信红包-退款", "/", "收入", "66.00", "已全额退款")
    found = rows_of(sent, other, returned, returned)
    assert found == [("refund", 66_00)] * 2 + [("spending", 66_00)] * 2


def test_another_sum_is_another_packet_s():
    sent = (8, "微信红包（单发）", "王五", "支出", "66.00", "已全额退款")
    returned = (9, "微信红包-退款", "/", "收入", "88.00", "已全额退款")
    assert rows_of(sent, returned) == [("refund", 66_00), ("refund", 88_00), ("spending", 66_00)]
