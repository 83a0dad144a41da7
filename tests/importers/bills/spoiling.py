"""Files with something done to them, and what holds of whatever a reader makes of them."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from random import Random
from typing import Final

from ashore.importers.bills.form import BillReading
from ashore.texts import say_finding
from properties.examples import DRAWN, SOAKED

SPOILT: Final = 1_000_000 if SOAKED else 500 if DRAWN <= 100 else 10_000
"""500 in `make test`, 10,000 in `make check`, a million in `make soak`."""
BEGIN: Final = Random().randrange(1 << 40) if SOAKED else 0
NUMBERS: Final = range(BEGIN, BEGIN + SPOILT)
"""Which spoilt files: the same ones on every run, and in `make soak` new ones; a failure shows its number."""
WORDS: Final = (
    "支出", "收入", "不计收支", "退款成功", "(已退款", "(已全额退款)", "1.23E+27",
    "￥", "-1.00", "1e9", '"', ",", "\t", "\n", "\r",
    "2023-02-30", "9" * 40, "", "日期", "金额", "----", "00:00:61", "\u202e", "😀", "=1+1", "<script>", "\0", "CNY",
    "USD", "Assets:A", "  ", "open", "@ 3 CNY", "{1 CNY}", "借", "合计", "'", "\\",
)  # fmt: skip


@contextmanager
def numbered(number: int) -> Generator[None]:
    """Say with any failure which spoilt file it was."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"spoilt file {number}")
        raise


def spoilt(text: str, number: int, separator: str = ",") -> bytes:
    """Return a text with one to four things done to it, in some encoding; the same number gives the same bytes."""
    random = Random(number)
    for _ in range(random.randint(1, 4)):
        text = _spoil(text, random, separator) or "\n"
    data = text.encode(random.choice(["utf-8", "gb18030"]), "replace")
    return data[: random.randrange(len(data))] if number % 7 == 0 else data


def _spoil(text: str, random: Random, separator: str) -> str:
    at = random.randrange(len(text))
    lines = text.split("\n")
    match random.randrange(5):
        case 0:
            return text[:at] + random.choice(WORDS) + text[at + random.randrange(8) :]
        case 1:
            return text[:at] + text[at + random.randrange(40) :]
        case 2:
            random.shuffle(lines)
        case 3:
            lines.insert(random.randrange(len(lines)), random.choice(lines))
        case _:
            row = random.randrange(len(lines))
            cells = lines[row].split(separator)
            cells[random.randrange(len(cells))] = random.choice(WORDS)
            lines[row] = separator.join(cells)
    return "\n".join(lines)


def check(reading: BillReading, data: bytes, private: Sequence[str]) -> None:
    """Assert what holds of every reading: all or nothing, a line in the file, a sentence, no private word."""
    if reading.stopped:
        assert reading.transactions == ()
    lines = data.count(b"\n") + data.count(b"\r") + 1
    for finding in reading.findings:
        assert finding.place.line is None or 1 <= finding.place.line <= lines
        assert say_finding(finding, "zh") != say_finding(finding, "en")
        assert not any(word in str(finding.facts) for word in private)
        assert len(str(finding.facts)) < 400
    for one in reading.transactions:
        assert one.amount_fen > 0
        assert one.fee_fen >= 0
