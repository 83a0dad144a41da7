"""Bills made up for the tests, as the apps write them; no row is anybody's."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

HEADINGS: Final = (
    "交易时间,交易分类,交易对方,对方账号,商品说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注,"
)
ISSUER: Final = "------------------------支付宝（中国）网络技术有限公司  电子客户回单------------------------"

HOUSEHOLD: Final = """format = "ashore/1"

[household]
as_of = 2026-09-10
jurisdiction = "cn"
cash = 3000.00

[[income]]
name = "工资"
amount = 6500.00
every = "month"
day = 5

[[spending]]
name = "吃饭"
amount = 1500.00
every = "month"
day = 10
essential = true

[[debt]]
id = "wsd"
name = "网商贷"
product = "cn/mybank-wangshangdai"
balance = 9000.00
due_day = 15
periods_left = 12
"""
"""A household whose figures are of September 2026, with one loan."""


@dataclass(frozen=True)
class Paid:
    """One row of an Alipay bill."""

    on: date
    who: str
    yuan: str
    what: str = "商品"
    kind: str = "日用百货"
    way: str = "支出"
    status: str = "交易成功"
    method: str = "余额"
    remark: str = ""


def quoted(cell: str) -> str:
    """Return a cell as a CSV file has it."""
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"\n\r') else cell


def alipay(rows: Sequence[Paid], first_number: int = 1) -> bytes:
    """Return an Alipay bill with these rows; their order numbers count from `first_number`."""
    days = sorted(row.on for row in rows) or [date(2026, 1, 1)]
    head = [
        "-" * 84,
        "导出信息：",
        "姓名：xx",
        f"起始时间：[{days[0]} 00:00:00]    终止时间：[{days[-1]} 23:59:59]",
        "导出交易类型：[全部]",
        f"共{len(rows)}笔记录",
        "",
        ISSUER,
        HEADINGS,
    ]
    body = [
        ",".join(
            quoted(cell)
            for cell in (
                f"{row.on} 12:00:{number % 60:02}", row.kind, row.who, "/", row.what, row.way, row.yuan,
                row.method, row.status, f"2026{number:024}\t", f"T{number:012}\t", row.remark, "",
            )
        )
        for number, row in enumerate(rows, first_number)
    ]  # fmt: skip
    return "\r\n".join((*head, *body, "")).encode("gb18030")


def year_of_life(start: date = date(2025, 11, 1), months: int = 12) -> list[Paid]:
    """Return a year in which the wage stops in the eighth month, and more is spent than comes in."""
    rows: list[Paid] = []
    for month in range(months):
        first = (start + timedelta(days=31 * month)).replace(day=1)
        if month < 8:
            rows.append(Paid(first.replace(day=5), "某某公司", "6500.00", "工资", "收入", "收入"))
        rows += [
            Paid(first.replace(day=2), "房东王阿姨", "1800.00", "房租", "住房物业"),
            Paid(first.replace(day=9), "国家电网", "160.00", "电费", "充值缴费"),
            Paid(first.replace(day=11), "烧烤店", "320.00", "聚餐", "餐饮美食"),
            Paid(first.replace(day=21), "某游戏", "648.00", "游戏充值", "文化休闲"),
            Paid(
                first.replace(day=15), "网商银行", "900.00", "网商贷还款", "信用借还", "不计收支", "还款成功"
            ),
        ]
        rows += [
            Paid(first.replace(day=day), "永辉超市", "210.00", "买菜", "日用百货")
            for day in (4, 8, 12, 18, 23, 27)
        ]
    return rows
