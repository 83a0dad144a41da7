"""A hundred thousand payments of shops, banks and books, to the fen; and how long a file of 1 MiB may take."""

from collections import Counter
from datetime import date, timedelta
from time import process_time

import pytest

from ashore.household.transactions import Transaction
from ashore.importers.bills.beancount import to_beancount
from ashore.importers.bills.gathering import gather
from ashore.importers.bills.reading import read_bill
from importers.bills import test_jd, test_meituan

ROWS = 100_000
MIB = 1 << 20
SECONDS_MAX = 2


def amount(number: int) -> int:
    """Return the fen of a row, told apart from most others."""
    return 1 + number * 7919 % 500_000


def yuan(number: int) -> str:
    return f"{amount(number) // 100}.{amount(number) % 100:02d}"


def day(number: int) -> date:
    return date(2023, 1, 1) + timedelta(days=number // 100)


def jd(rows: int) -> bytes:
    return test_jd.bill(
        *(
            test_jd.row(yuan(number), day=f"{day(number)} 10:00:00", more={"交易订单号": f"3000{number:08d}"})
            for number in range(rows)
        )
    ).encode()


def meituan(rows: int) -> bytes:
    return test_meituan.bill(
        *(
            test_meituan.row(
                yuan(number), number=number + 1, more={"交易成功时间": f"{day(number)} 10:00:00"}
            )
            for number in range(rows)
        )
    ).encode()


def bank(rows: int) -> bytes:
    balance, lines = 10**12, ["卡号: 1234****9876", "交易日期,交易时间,支出,收入,余额,摘要,对方户名"]
    for number in range(rows):
        balance -= amount(number)
        lines.append(
            f"{day(number)},10:00:00,{yuan(number)},,{balance // 100}.{balance % 100:02d},消费,店{number}"
        )
    return "\n".join(lines).encode()


def book(rows: int) -> bytes:
    return to_beancount(
        [
            Transaction(day(number), amount(number), "spending", "purchase", source="bank", text=str(number))
            for number in range(rows)
        ]
    ).encode()


MAKERS = {"jd": jd, "meituan": meituan, "bank": bank, "beancount": book}


@pytest.mark.long
@pytest.mark.parametrize("name", MAKERS)
def test_a_hundred_thousand_rows_to_the_fen(name: str):
    reading = read_bill("a", MAKERS[name](ROWS))
    assert reading.format == name
    said = {
        "bank": {"bank-columns-guessed"},
        "meituan": {"bill-days-outside"},
    }  # its head speaks of one month
    assert {one.code for one in reading.findings} == said.get(name, set())
    expected = Counter((day(number), amount(number)) for number in range(ROWS))
    assert Counter((one.day, one.amount_fen) for one in reading.transactions) == expected
    ledger = gather([reading])
    assert Counter((one.day, one.amount_fen) for one in ledger.transactions) == expected


@pytest.mark.parametrize("name", MAKERS)
def test_a_file_of_one_mebibyte_is_read_in_good_time(name: str):
    rows = MIB * 500 // len(MAKERS[name](500))
    data = MAKERS[name](rows)
    begun = process_time()
    reading = read_bill("a", data)
    assert len(reading.transactions) == rows
    assert process_time() - begun < SECONDS_MAX
