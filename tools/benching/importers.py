"""Bills: read whole, each row told apart and kept, beside the same file through the csv module or calamine alone."""

import csv
import random
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from io import BytesIO, StringIO
from typing import Final
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from ashore.household.transactions import Transaction
from ashore.importers.bills.beancount import to_beancount
from ashore.importers.bills.reading import read_bill
from benching.timing import Side, compare, timed

ROWS: Final = 20_000
ROUNDS: Final = 5
AIM: Final = 3.0
START: Final = datetime(2023, 1, 1)  # noqa: DTZ001 - bills tell the time of the place
ALIPAY: Final = (
    "交易时间", "交易分类", "交易对方", "对方账号", "商品说明", "收/支", "金额", "收/付款方式", "交易状态",
    "交易订单号", "商家订单号", "备注",
)  # fmt: skip
WECHAT: Final = (
    "交易时间", "交易类型", "交易对方", "商品", "收/支", "金额(元)", "支付方式", "当前状态", "交易单号", "商户单号",
    "备注",
)  # fmt: skip
JD: Final = (
    "交易时间", "商户名称", "交易说明", "金额", "收/付款方式", "交易状态", "收/支", "交易分类", "交易订单号",
    "商家订单号", "备注",
)  # fmt: skip
MEITUAN: Final = (
    "交易创建时间", "交易成功时间", "交易类型", "订单标题", "收/支", "支付方式", "订单金额", "实付金额", "交易单号",
    "商家单号", "备注",
)  # fmt: skip
BANK: Final = ("交易日期", "交易时间", "支出", "收入", "余额", "摘要", "对方户名")
SPACES: Final = 20
CSV_ALONE: Final = "the csv module alone"


def bench() -> None:
    """Print how long bills take, as ratios to reading the same cells and doing nothing with them."""
    print(f"bills of {ROWS:,} rows")
    _against("Alipay, CSV", alipay(ROWS), CSV_ALONE, partial(_csv, "gb18030"))
    _against("WeChat Pay, XLSX", wechat(ROWS), "calamine alone", _calamine)
    for name, make in (("JD, CSV", jd), ("Meituan, CSV", meituan), ("a bank, CSV", bank)):
        _against(name, make(ROWS), CSV_ALONE, partial(_csv, "utf-8"))
    _against("a beancount book", book(ROWS), CSV_ALONE, partial(_csv, "utf-8"))


def _against(name: str, data: bytes, other: str, alone: Callable[[bytes], object]) -> None:
    def ours() -> int:
        return min(
            len(read_bill("bill", data).transactions), ROWS
        )  # a refund in a purchase's row is one more

    def theirs() -> int:
        alone(data)
        return ROWS

    compare(Side(name, lambda: timed(ours)), Side(other, lambda: timed(theirs)), aim=AIM, rounds=ROUNDS)


def _csv(encoding: str, data: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(data.decode(encoding), newline="")))


def _calamine(data: bytes) -> object:
    from python_calamine import CalamineWorkbook

    return CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()


def _payments(rows: int) -> Iterator[tuple[str, int, int]]:
    """Yield a moment, an amount in fen and a number for each row; the same ones on every run."""
    drawn = random.Random(7)  # noqa: S311 - the same bill on every run
    for number in range(rows):
        when = START + timedelta(minutes=number)
        yield f"{when:%Y-%m-%d %H:%M:%S}", drawn.randrange(1, 500_00), number


def alipay(rows: int) -> bytes:
    """Return an Alipay bill of so many purchases, padded as the app pads it."""
    lines = ["导出信息：", f"共{rows}笔记录", ",".join(ALIPAY) + ","]
    for when, fen, number in _payments(rows):
        cells = (
            when, "餐饮美食", f"店{number % 977}", "abc***", f"午餐{number}", "支出",
            f"{fen / 100:.2f}", "花呗", "交易成功", f"20230101220014{number:014d}\t", f"T{number:012d}\t", "",
        )  # fmt: skip
        lines.append(",".join(cell.ljust(SPACES) for cell in cells) + ",")
    return "\n".join(lines).encode("gb18030")


def jd(rows: int) -> bytes:
    """Return a JD bill of so many purchases, one in ten partly given back."""
    lines = ["导出信息：", f"共：{rows}笔记录", ",".join(JD)]
    for when, fen, number in _payments(rows):
        back = f"(已退款{fen // 200}.{fen % 100:02d})" if number % 10 == 0 else ""
        cells = (
            f"{when}\t", "京东平台商户", f"纸巾{number % 977}", f"{_yuan(fen)}{back}", "京东白条", "交易成功", "支出",
            "日用百货", f"3000{number:08d}\t", f"2000{number:020d}\t", " ",
        )  # fmt: skip
        lines.append(",".join(cells) + ",")
    return "\n".join(lines).encode()


def meituan(rows: int) -> bytes:
    """Return a Meituan bill of so many purchases, its numbers quoted."""
    lines = ["美团交易账单明细", ",".join(MEITUAN)]
    for when, fen, number in _payments(rows):
        cells = (
            when, when, "支付", f"套餐{number % 977}", "支出", "美团月付", f"¥{_yuan(fen)}", f"¥{_yuan(fen)}",
            f'"2603{number:028d}\t"', f'"0_1{number:015d}\t"', "/",
        )  # fmt: skip
        lines.append(",".join(cells))
    return "\n".join(lines).encode()


def bank(rows: int) -> bytes:
    """Return a bank's export of so many payments with the balance after each."""
    balance, lines = 10**12, ["卡号: 1234****9876", ",".join(BANK)]
    for when, fen, number in _payments(rows):
        balance -= fen
        day, at = when.split(" ")
        lines.append(f"{day},{at},{_yuan(fen)},,{_yuan(balance)},快捷支付,店{number % 977}")
    return "\n".join(lines).encode()


def book(rows: int) -> bytes:
    """Return a beancount book of so many purchases, as it is exported here."""
    return to_beancount(
        [
            Transaction(
                datetime.fromisoformat(when).date(), fen, "spending", "purchase", counterparty=f"店{number % 977}",
                text=f"午餐{number}", method="花呗", credit="huabei", source="alipay",
            )
            for when, fen, number in _payments(rows)
        ]
    ).encode()  # fmt: skip


def _yuan(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def wechat(rows: int) -> bytes:
    """Return a WeChat Pay bill of so many purchases as a workbook with numbers for amounts."""
    body = [_row(1, WECHAT)]
    for place, (when, fen, number) in enumerate(_payments(rows), 2):
        cells = (
            when, "商户消费", f"店{number % 977}", f"午餐{number}", "支出", fen / 100, "零钱", "支付成功",
            f"42000020230101{number:014d}\t", f"T{number:012d}\t", "/",
        )  # fmt: skip
        body.append(_row(place, cells))
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{types}"/>')
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/officeDocument" '
            'Target="xl/workbook.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
            '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        )
        archive.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" Type="{office}/worksheet" '
            'Target="worksheets/sheet1.xml"/></Relationships>',
        )
        archive.writestr(
            "xl/worksheets/sheet1.xml",
            f'<worksheet xmlns="{main}"><sheetData>{"".join(body)}</sheetData></worksheet>',
        )
    return data.getvalue()


def _row(place: int, cells: tuple[str | float, ...]) -> str:
    return f'<row r="{place}">{"".join(_cell(place, at, cell) for at, cell in enumerate(cells))}</row>'


def _cell(place: int, at: int, cell: str | float) -> str:
    where = f"{chr(ord('A') + at)}{place}"
    if isinstance(cell, str):
        return f'<c r="{where}" t="inlineStr"><is><t>{escape(cell)}</t></is></c>'
    return f'<c r="{where}"><v>{cell}</v></c>'
