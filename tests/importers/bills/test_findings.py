"""Every finding on a bill has a file that provokes it: the level, the line, a sentence in both languages."""

import re
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from hashlib import pbkdf2_hmac
from hmac import new as hmac_of
from io import BytesIO
from zipfile import ZipFile

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from ashore.importers.bills import containers
from ashore.importers.bills.reading import read_bill
from ashore.texts import say_finding
from ashore.texts.importing import IMPORTING
from importers.bills.making import (
    ALIPAY,
    ALIPAY_VARIANTS,
    WECHAT,
    WECHAT_COLUMNS,
    WECHAT_VARIANTS,
    Sort,
    Truth,
)
from importers.bills.packing import archive_of, locked, zipped
from importers.workbooks import workbook

START = datetime(2023, 1, 1)  # noqa: DTZ001 - bills tell the time of the place
ROWS = [
    Truth(
        ALIPAY["lunch"],
        START + timedelta(days=number),
        1000 + number,
        "某店",
        f"20230101220014{number:012d}7",
    )
    for number in range(3)
]
PAID = [
    Truth(
        WECHAT["lunch"],
        START + timedelta(days=number),
        1000 + number,
        "某店",
        f"42000020230101{number:012d}7",
    )
    for number in range(3)
]
TEXT = ALIPAY_VARIANTS["app-utf8"](ROWS).decode()
"""Headings in line 25, rows in 26 to 28."""
CSV = WECHAT_VARIANTS["csv"](PAID).decode("utf-8-sig")
"""Headings in line 17, rows in 18 to 20."""


def changed(old: str, new: str, text: str = TEXT, times: int = 1) -> bytes:
    """Return a bill with something else in it."""
    assert old in text
    return text.replace(old, new, times).encode()


def several() -> bytes:
    """Return a ZIP of two bills."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("a.csv", TEXT)
        archive.writestr("b.csv", TEXT)
    return data.getvalue()


def nothing() -> bytes:
    """Return a ZIP without a file."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        archive.writestr("a/", "")
    return data.getvalue()


def sheet(rows=PAID, heading=WECHAT_COLUMNS) -> list[list[object]]:
    """Return a sheet of a WeChat bill."""
    return [["微信支付账单明细"], list(heading), *(_row(row) for row in rows)]


def _row(one: Truth) -> list[object]:
    return [
        f"{one.at:%Y-%m-%d %H:%M:%S}", one.sort.category, one.counterparty, one.sort.text, one.sort.way, one.fen / 100,
        one.sort.method, one.sort.status, one.order, "/", "/",
    ]  # fmt: skip


def spent(status: str) -> bytes:
    """Return a WeChat bill of one purchase with this status."""
    sort = Sort("商户消费", "午餐", "支出", status, "零钱", "spending", "purchase")
    return WECHAT_VARIANTS["csv"]([Truth(sort, START, 1000, "某店", "4200001")])


def shortened() -> bytes:
    """Return a bill that ends within its last row."""
    return TEXT[: TEXT.rindex("交易成功") - 9].encode()


def sums(way: str) -> bytes:
    """Return a bill whose head states another sum."""
    sorts = {"收入": "from-friend", "支出": "lunch", "不计收支": "to-bank"}
    text = ALIPAY_VARIANTS["app-utf8"](
        [Truth(ALIPAY[sorts[way]], START, 1000, "某店", "2023010122")]
    ).decode()
    return changed(f"{way}：1笔 10.00元", f"{way}：1笔 11.00元", text)


STOP, NOTE = "stop", "note"
CASES: dict[str, tuple[Callable[[], bytes], str, int | None]] = {
    "bill-empty": (lambda: b" \r\n\t\n", STOP, None),
    "bill-too-large": (lambda: zipped("a.csv", b"a" * (40 << 20)), STOP, None),
    "bill-pdf": (lambda: b"%PDF-1.7 and so on", STOP, None),
    "bill-archive-other": (lambda: b"Rar!\x1a\x07\x01\x00", STOP, None),
    "bill-workbook-locked": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        STOP,
        None,
    ),
    "bill-workbook-broken": (lambda: zipped("xl/workbook.xml", b"<workbook"), STOP, None),
    "bill-html": (lambda: b"<html><body>404</body></html>", STOP, None),
    "bill-not-text": (lambda: b"\x7fELF\x02\x01\x01\0\0\0abc\0abcdefghi\0", STOP, None),
    "bill-encoding-unknown": (lambda: TEXT.encode() + b"\xff\xff\xff\xff\xff\xff\n\n\n", STOP, 29),
    "bill-zip-broken": (lambda: zipped("a.csv", TEXT.encode())[:200], STOP, None),
    "bill-zip-several": (several, STOP, None),
    "bill-zip-nothing": (nothing, STOP, None),
    "bill-zip-locked": (lambda: locked("a.csv", TEXT.encode(), b"654321"), STOP, None),
    "bill-zip-password": (lambda: locked("a.csv", TEXT.encode(), b"123456"), STOP, None),
    "bill-unknown": (lambda: b"a,b,c\n1,2,3\n", STOP, None),
    "bill-columns-missing": (lambda: changed(",金额,", ",多少,"), STOP, 25),
    "bill-sheets-several": (lambda: workbook(sheet(PAID[:2]), sheet(PAID[2:])), STOP, None),
    "bill-row-short": (shortened, STOP, 28),
    "bill-date-wrong": (lambda: changed("2023-01-02 00:00:00", "1/2/23 0:00"), STOP, 27),
    "bill-amount-wrong": (lambda: changed("10.01", "########"), STOP, 27),
    "bill-direction-unknown": (lambda: changed(",支出,", ",花了,"), STOP, 26),
    "bill-status-unclear": (lambda: spent("已退款(很多)"), STOP, 18),
    "bill-characters-lost": (lambda: changed("某店", "某\ufffd"), NOTE, 26),
    "bill-row-mended": (lambda: changed("午餐", "午餐,加蛋"), NOTE, 26),
    "bill-cut-short": (lambda: "".join(TEXT.splitlines(keepends=True)[:-1]).encode(), NOTE, None),
    "bill-more-rows": (lambda: changed("共3笔", "共2笔"), NOTE, None),
    "bill-sum-income": (lambda: sums("收入"), NOTE, None),
    "bill-sum-spending": (lambda: sums("支出"), NOTE, None),
    "bill-sum-neutral": (lambda: sums("不计收支"), NOTE, None),
    "bill-sheet-copy": (lambda: workbook(sheet(), sheet()), NOTE, None),
    "bill-sheet-stale": (lambda: workbook([["Column1"], *sheet(PAID[:2])], sheet()), NOTE, None),
    "bill-orders-lost": (lambda: changed(ROWS[1].order, "2.02301E+26"), NOTE, 27),
    "bill-resaved": (lambda: TEXT.replace("2023-01-0", "2023/1/").replace(":00 ", " ").encode(), NOTE, 26),
    "bill-days-outside": (lambda: TEXT.replace("2023-01-03", "2024-03-03").encode(), NOTE, None),
    "bill-neutral-unclear": (lambda: changed(",支出,", ",不计收支,"), NOTE, 26),
    "bill-closed-without-refund": (lambda: changed("交易成功", "交易关闭"), NOTE, 26),
    "bill-more-findings": (
        lambda: ALIPAY_VARIANTS["app-utf8"](ROWS * 100).replace(",支出,".encode(), b",/,"),
        NOTE,
        None,
    ),
    "bill-refund-undated": (lambda: spent("已退款(¥1.00)"), NOTE, 18),
}


def test_every_finding_is_provoked_here():
    assert set(CASES) == {code for code in IMPORTING if code.startswith("bill-")}


@pytest.mark.parametrize("code", CASES)
def test_each_is_found_with_its_line_and_said(code: str):
    make, level, line = CASES[code]
    password = "111111" if code == "bill-zip-password" else None
    reading = read_bill("a", make(), password=password)
    (found,) = [one for one in reading.findings if one.code == code][:1]
    assert (found.level, found.place.line) == (level, line)
    assert reading.stopped == (level == STOP)
    assert bool(reading.transactions) != reading.stopped
    assert re.search("[\u4e00-\u9fff]", say_finding(found, "zh"))
    assert "{" not in say_finding(found, "zh") + say_finding(found, "en")


@pytest.mark.parametrize("code", [code for code, (_, level, _) in CASES.items() if level == STOP])
def test_nothing_private_is_in_what_stops(code: str):
    make, _, _ = CASES[code]
    for one in read_bill("a", make()).findings:
        said = " ".join(str(fact) for fact in one.facts.values())
        assert not any(word in said for word in ("某店", "午餐", "花了", "#", "很多", "1/2/23", "某人的账户"))


def test_all_rows_that_cannot_be_read_are_said_at_once():
    reading = read_bill("a", TEXT.replace("10.0", "x").replace("2023-01-03", "3.1.").encode())
    assert [(one.code, one.place.line) for one in reading.findings] == [
        ("bill-amount-wrong", 26), ("bill-amount-wrong", 27), ("bill-date-wrong", 28), ("bill-amount-wrong", 28),
    ]  # fmt: skip
    assert reading.transactions == ()


def test_missing_columns_are_named():
    text = TEXT.replace(",金额,", ",多少,", 1).replace("交易时间", "何时", 1)
    (found,) = read_bill("a", text.encode()).findings
    assert found.facts == {"columns": ("交易时间", "金额")}


def test_shortened_numbers_are_no_numbers():
    reading = read_bill("a", changed(ROWS[1].order, "2.02301E+26"))
    assert [one.order for one in reading.transactions] == [ROWS[0].order, "", ROWS[2].order]


@pytest.mark.parametrize(
    "order", ["20230101220014000001", "202301012200140000017", "2023010122001400000177777777"]
)
def test_a_number_of_a_workbook_that_was_an_order_is_lost(order: str):
    rows = [_row(one) for one in PAID]
    rows[1][8] = float(order)
    reading = read_bill("a", workbook([["微信支付账单明细"], list(WECHAT_COLUMNS), *rows]))
    assert [(one.code, one.place.line) for one in reading.findings] == [("bill-orders-lost", 4)]
    assert [one.order for one in reading.transactions] == [PAID[0].order, "", PAID[2].order]


def test_a_file_saved_by_a_spreadsheet_is_read_all_the_same():
    text = TEXT.replace("2023-01-0", "2023/1/").replace(":00,", ",")
    reading = read_bill("a", text.encode("gb18030"))
    assert [(one.day.day, one.amount_fen) for one in reading.transactions] == [
        (1, 1000),
        (2, 1001),
        (3, 1002),
    ]
    assert [one.code for one in reading.findings] == ["bill-resaved"]


@pytest.mark.parametrize("shift", [0, 1, 3])
def test_headings_are_found_wherever_they_stand(shift: int):
    rows = [[*([None] * shift), *row] for row in sheet()]
    reading = read_bill("a", workbook([["谁的"], [None], *rows]))
    assert [one.amount_fen for one in reading.transactions] == [1000, 1001, 1002]
    assert [one.row for one in reading.transactions] == [5, 6, 7]


@pytest.mark.parametrize("variant", ["app-24-padded", "app-utf8"])
def test_a_name_cut_within_a_character_spoils_no_bill(variant: str):
    data = ALIPAY_VARIANTS[variant](ROWS)
    name = "某店".encode("gb18030" if variant == "app-24-padded" else "utf-8")
    reading = read_bill("a", data.replace(name, name[:-1], 2))
    assert [one.amount_fen for one in reading.transactions] == [one.fen for one in ROWS]
    assert [(one.code, one.level) for one in reading.findings] == [("bill-characters-lost", "note")]


def test_a_text_cut_within_a_character_says_so():
    data = ALIPAY_VARIANTS["app-24-padded"](ROWS)
    end = data.rindex("支出".encode("gb18030"))
    reading = read_bill("a", data[: end + 1])
    assert [(one.code, one.place.line) for one in reading.findings] == [
        ("bill-row-short", 28), ("bill-cut-short", None),
    ]  # fmt: skip


@pytest.mark.parametrize("cell", ["AAA1", "A1048576", "ZZ9999999"])
def test_a_sheet_of_empty_space_is_refused(cell: str):
    data = workbook(sheet())
    archive, out = ZipFile(BytesIO(data)), BytesIO()
    with ZipFile(out, "w") as packed:
        for name in archive.namelist():
            content = archive.read(name)
            far = f'<row r="9"><c r="{cell}"><v>1</v></c></row></sheetData>'.encode()
            packed.writestr(name, content.replace(b"</sheetData>", far))
    reading = read_bill("a", out.getvalue())
    assert [one.code for one in reading.findings] in ([["bill-too-large"], []][cell == "AAA1" :][:1])


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ('r="A3"', f'r="A{"9" * 40}"'), ('r="A3"', 'r="A99999999"'), ('r="A3"', "r = 'A4294967290'"),
        ('r="A3"', 'r="zzzzz3"'), ('r="A3"', f'r="{"Z" * 30}3"'), ('<row r="3"', '<row r="4294967290"'),
    ],
)  # fmt: skip
def test_a_place_no_sheet_has_is_refused_before_room_is_made_for_it(place: str, said: str):
    """The reader would ask for a thousand gigabytes, and take the program down with it."""
    out = BytesIO()
    with ZipFile(BytesIO(workbook(sheet()))) as archive, ZipFile(out, "w") as packed:
        for name in archive.namelist():
            text = archive.read(name)
            packed.writestr(name, text.replace(place.encode(), said.encode()))
            assert place.encode() in text or "sheet" not in name
    assert [one.code for one in read_bill("a", out.getvalue()).findings] == ["bill-workbook-broken"]


def test_a_workbook_with_a_binary_part_is_refused():
    """What stands in it is read, but for that part: its places could be anything, and nobody here can look."""
    data = workbook(sheet())
    assert read_bill("a", data).transactions
    out = BytesIO(data)
    with ZipFile(out, "a") as packed:
        packed.writestr("xl/workbook.bin", b"\x83\x01\x00")
    assert [one.code for one in read_bill("a", out.getvalue()).findings] == ["bill-workbook-broken"]


def test_a_file_too_large_is_not_opened(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(containers, "FILE_BYTES_MAX", 100)
    assert [one.code for one in read_bill("a", TEXT.encode()).findings] == ["bill-too-large"]


def sealed(data: bytes, password: bytes, *, strength: int, stored: bool) -> bytes:
    """Return a ZIP of one file locked with AES, each block with a keystream of its own."""
    key = {1: 16, 2: 24, 3: 32}[strength]
    salt = bytes(range(key // 2))
    keys = pbkdf2_hmac("sha1", password, salt, 1000, 2 * key + 2)
    packer = zlib.compressobj(9, 8, -15)
    plain = data if stored else packer.compress(data) + packer.flush()
    out = b""
    for place in range(0, len(plain), 16):
        counter = (place // 16 + 1).to_bytes(16, "little")
        out += (
            Cipher(algorithms.AES(keys[:key]), modes.CTR(counter))
            .encryptor()
            .update(plain[place : place + 16])
        )
    seal = hmac_of(keys[key : 2 * key], out, "sha1").digest()[:10]
    extra = b"\x01\x99\x07\x00\x02\x00AE" + bytes([strength]) + (b"\0\0" if stored else b"\x08\0")
    content = salt + keys[2 * key :] + out + seal
    return archive_of("a.csv", content, len(data), 0, method=99, flags=1, extra=extra)


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("stored", [True, False])
def test_a_zip_locked_with_aes_opens_with_its_password(strength: int, *, stored: bool):
    data = sealed(TEXT.encode(), b"123456", strength=strength, stored=stored)
    assert len(read_bill("a", data, password="123456").transactions) == 3
    assert [one.code for one in read_bill("a", data, password="123457").findings] == ["bill-zip-password"]
    assert [one.code for one in read_bill("a", data).findings] == ["bill-zip-locked"]
    broken = data.replace(data[150:154], bytes(byte ^ 1 for byte in data[150:154]), 1)
    assert read_bill("a", broken, password="123456").stopped
