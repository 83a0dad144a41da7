"""A hundred thousand payments in each variant, to the fen; and how much memory a hostile file of 1 MiB may take."""

import subprocess
import sys
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from ashore.importers.bills.reading import read_bill
from importers.bills.making import ALIPAY, ALIPAY_VARIANTS, WECHAT, WECHAT_VARIANTS, Truth
from importers.workbooks import workbook
from needs import needs

pytestmark = pytest.mark.long
START = datetime(2023, 1, 1)  # noqa: DTZ001 - bills tell the time of the place
ROWS = 100_000
MIB = 1 << 20
MEMORY_MAX = 256 * MIB


def ledger(sorts, seed: int) -> list[Truth]:
    """Return a hundred thousand true rows in every sort; the same seed gives the same."""
    random = Random(seed)
    names = [one for one in sorts.values() if not one.why]
    return [
        Truth(
            random.choice(names), START + timedelta(seconds=300 * number), random.randrange(1, 500_00),
            f"店{random.randrange(5000)}", f"2023010122{number:012d}7{seed}", f"T{number}",
        )
        for number in range(ROWS)
    ]  # fmt: skip


def sums(rows) -> dict[tuple[str, str], tuple[int, int]]:
    """Return how many rows there are of each kind and nature, and what they add up to."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for kind, nature, fen in rows:
        count, total = found.get((kind, nature), (0, 0))
        found[kind, nature] = (count + 1, total + fen)
    return found


@pytest.mark.parametrize("variant", ALIPAY_VARIANTS)
def test_alipay_of_a_hundred_thousand_rows(variant: str):
    truths = ledger(ALIPAY, 1)
    reading = read_bill("a", ALIPAY_VARIANTS[variant](truths))
    assert reading.findings == ()
    assert sums((one.kind, one.nature, one.amount_fen) for one in reading.transactions) == sums(
        (one.sort.kind, one.sort.nature, one.fen) for one in truths
    )


@pytest.mark.parametrize("variant", WECHAT_VARIANTS)
def test_wechat_of_a_hundred_thousand_rows(variant: str):
    truths = ledger(WECHAT, 2)
    data = WECHAT_VARIANTS[variant](truths)
    reading = read_bill("w", packed(data) if variant.startswith("xlsx") else data)
    assert {one.code for one in reading.findings} <= {"bill-sheet-copy"}
    assert sums((one.kind, one.nature, one.amount_fen) for one in reading.transactions) == sums(
        (one.sort.kind, one.sort.nature, one.fen) for one in truths
    )


def many_cells() -> bytes:
    """Return a workbook of about 1 MiB that unpacks to as much as it may."""
    rows = [["交易时间", "交易类型", "收/支", "金额(元)", "当前状态", "交易单号", "支付方式"]]
    rows += [[1] * 26 for _ in range(16_000)]
    return packed(workbook(rows))


def packed(data: bytes) -> bytes:
    """Return a workbook packed, as programs write it."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(out, "w", ZIP_DEFLATED) as small:
        for name in archive.namelist():
            small.writestr(name, archive.read(name))
    return out.getvalue()


HEAD = "交易时间,交易类型,交易对方,商品,收/支,金额(元),支付方式,当前状态,交易单号,商户单号,备注\n"
TEXTS = {
    "one long line": "a",
    "separators alone": ",",
    "line ends alone": "\n",
    "quotes alone": '"',
    "quotes in lines": '"a,\n',
    "short rows": "20230101,1\n",
    "wrong rows": "2023-99-99,,,,,x,,,,,\n",
    "wide text": "，",
}
"""What a text of 1 MiB below the headings holds, over and over."""


def far_cell() -> bytes:
    """Return a workbook whose one sheet is as large and empty as may be before its extent is counted."""
    small, data = BytesIO(), workbook([["交易时间"]])
    with ZipFile(BytesIO(data)) as archive, ZipFile(small, "w", ZIP_DEFLATED) as out:
        for name in archive.namelist():
            cell = b'<row r="2"><c r="Z99999"><v>1</v></c></row></sheetData>'
            out.writestr(name, archive.read(name).replace(b"</sheetData>", cell))
    return small.getvalue()


MADE = {
    "a workbook of one cell far out": far_cell,
    "a workbook of cells": many_cells,
    "a real bill": lambda: WECHAT_VARIANTS["csv"](ledger(WECHAT, 3)[:7000]),
}
CODE = """
import re, sys, time
from pathlib import Path
from ashore.importers.bills.reading import read_bill
import python_calamine
def kibibytes(name):
    return int(re.search(name + r":\\s+(\\d+) kB", Path("/proc/self/status").read_text())[1])
data = Path(sys.argv[1]).read_bytes()
before, begun = kibibytes("VmRSS"), time.process_time()
reading = read_bill("a", data)
print(kibibytes("VmHWM") - before, time.process_time() - begun)
"""


@needs("/proc/self/status", "optional: only Linux tells a process's highest memory")
@pytest.mark.parametrize("name", [*TEXTS, *MADE])
def test_a_file_of_one_mebibyte_takes_little_memory(name: str, tmp_path: Path):
    piece = TEXTS.get(name, "")
    data = (HEAD + piece * (MIB // len(piece.encode()))).encode() if piece else MADE[name]()
    path = tmp_path / "bill"
    path.write_bytes(data)
    done = subprocess.run([sys.executable, "-c", CODE, str(path)], capture_output=True, text=True, check=True)
    kibibytes, seconds = done.stdout.split()
    told = f"{len(data) / MIB:.2f} MiB, {int(kibibytes) / 1024:.0f} MiB more, {float(seconds):.2f} s"
    assert int(kibibytes) * 1024 < MEMORY_MAX * max(1, len(data) / MIB), told
    sys.stdout.write(f"{name}: {told}\n")
