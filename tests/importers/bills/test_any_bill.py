"""Whatever is done to a bill's bytes, it is read whole or refused with its line: no crash, no half, no private word.

500 spoilt files of each app in `make test`, 10,000 in `make check`, a million in `make soak`.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills.form import BillReading
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from importers.bills.making import ALIPAY, ALIPAY_VARIANTS, WECHAT, WECHAT_VARIANTS, Truth
from importers.bills.packing import locked, zipped
from importers.bills.spoiling import NUMBERS, numbered

pytestmark = pytest.mark.property
OUTSIDE = 0.3
"""How often an archive is spoilt itself."""
PIECES = 10
"""Into so many tests the files are split, so that two workers share them."""
START = datetime(2023, 1, 1)  # noqa: DTZ001 - bills tell the time of the place
PRIVATE = "私密店"
WORDS = [
    "支出", "收入", "不计收支", "交易关闭", "退款成功", "已退款(¥", "1.23E+27", "￥", "-1.00", "1e9", '"', '""',
    ",", "\t", "\n", "\r", "共999999999笔", "收入：1笔 1元", "=cmd|' /C calc'!A0", "<script>", "\0", "２０２３",
    "2023-02-30", "9" * 40, "", "交易时间", "金额", "Column1", "----", "00:00:61", "\u202e", "😀",
]  # fmt: skip


def truths(sorts) -> list[Truth]:
    """Return one row of each sort."""
    return [
        Truth(sort, START + timedelta(hours=number), 100 + number, PRIVATE, f"20230101220014{number:012d}")
        for number, sort in enumerate(sorts.values())
    ]


SEEDS = {
    "alipay": [make(truths(ALIPAY)) for make in ALIPAY_VARIANTS.values()],
    "wechat": [make(truths(WECHAT)[:8]) for make in WECHAT_VARIANTS.values()],
}
SEEDS["alipay"].append(zipped("a.csv", SEEDS["alipay"][0]))
SEEDS["wechat"].append(locked("w.csv", SEEDS["wechat"][0], b"123456"))


def _flip(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data))]


def _drop(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randrange(1, 60) :]


def _twice(data: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(data)), random.randrange(1, 400)
    return data[: at + size] + data[at:]


def _word(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data))
    encoding = random.choice(["utf-8", "gb18030"])
    return data[:at] + random.choice(WORDS).encode(encoding) + data[at + random.randrange(12) :]


def _cell(data: bytes, random: Random) -> bytes:
    """Put a word in the place of a whole cell of some line."""
    lines = data.split(b"\n")
    at = random.randrange(len(lines))
    cells = lines[at].split(b",")
    cells[random.randrange(len(cells))] = random.choice(WORDS).encode(random.choice(["utf-8", "gb18030"]))
    lines[at] = b",".join(cells)
    return b"\n".join(lines)


def _lines(data: bytes, random: Random) -> bytes:
    lines = data.split(b"\n")
    random.shuffle(lines)
    return b"\n".join(lines)


WAYS: list[Callable[[bytes, Random], bytes]] = [_flip, _cut, _drop, _twice, _word, _cell, _cell, _lines]


def spoilt(app: str, number: int) -> bytes:
    """Return a bill of an app with one to four things done to it; the same number gives the same bytes.

    Of an archive it is mostly one of the files inside.
    """
    random = Random(number)
    data = random.choice(SEEDS[app])
    if not data.startswith(b"PK") or random.random() < OUTSIDE:
        return _done(data, random)
    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w") as packed:
        names = archive.namelist()
        hit = random.choice([*names, names[-1]])
        for name in names:
            content = archive.read(name, b"123456")
            packed.writestr(name, _done(content, random) if name == hit else content)
    return out.getvalue()


def _done(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        data = random.choice(WAYS)(data, random) or b"\n"
    return data


def check(reading: BillReading, data: bytes) -> None:
    """Assert what holds of every reading."""
    if reading.stopped:
        assert reading.transactions == ()
    else:
        places = [one.row for one in reading.transactions] + [one.row for one in reading.left_out]
        assert len(set(places)) == reading.rows
    for one in reading.findings:
        assert one.place.line is None or 1 <= one.place.line <= max(
            data.count(b"\n") + data.count(b"\r") + 2, 60
        )
        assert say_finding(one, "zh")
        assert say_finding(one, "en")
        assert PRIVATE not in str(one.facts)
        assert len(str(one.facts)) < 400
    for one in reading.transactions:
        assert one.amount_fen > 0
        assert one.fee_fen >= 0
        assert one.raw


@pytest.mark.parametrize("piece", range(PIECES))
@pytest.mark.parametrize("app", SEEDS)
def test_a_spoilt_bill_is_read_whole_or_refused(app: str, piece: int):
    for number in NUMBERS[piece::PIECES]:
        with numbered(number):
            data = spoilt(app, number)
            check(read_bill("a", data, password="123456" if number % 3 else None), data)


def test_spoiling_spares_some_and_stops_some():
    readings = [read_bill("a", spoilt(app, number)) for app in SEEDS for number in range(100)]
    assert 20 < sum(one.stopped for one in readings) < 180
    assert len({finding.code for one in readings for finding in one.findings}) > 10


@given(st.binary(max_size=300))
def test_any_bytes(data: bytes):
    check(read_bill("a", data), data)


@given(st.text(max_size=300))
def test_any_text(text: str):
    data = text.encode("utf-8", "replace")
    check(read_bill("a", data), data)


HOSTILE = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2+3",
    "<script>alert(1)</script>",
    '<img src=x onerror="a">',
    "{{7*7}}",
    "%s%n",
]


@pytest.mark.parametrize("payload", HOSTILE)
def test_formulas_and_markup_stay_text(payload: str):
    name = payload.replace('"', "'")
    one = Truth(ALIPAY["lunch"], START, 1000, name, "20230101220014000000000017")
    two = Truth(WECHAT["lunch"], START, 1000, payload, "42000020230101000000000017")
    for reading in (
        read_bill("a", ALIPAY_VARIANTS["app-24-padded"]([one])),
        read_bill("w", WECHAT_VARIANTS["xlsx-numbers"]([two])),
    ):
        assert [each.counterparty for each in reading.transactions] in ([name], [payload])
        assert reading.findings == ()
