"""Patterns as lines: gaps inside a sentence, two things near each other, digits, endings, whole Latin words."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.packs.pack import load_pack
from ashore.traps.pattern import BadPattern, read_pattern
from ashore.traps.reading import read_message
from ashore.traps.scan import REACH, Scan, merged
from ashore.traps.spelling import plain

NAMES = {"fee": ("服务费", "定金")}


def found(written: str, text: str, gap: int = 5) -> list[str]:
    """Return what a pattern finds in a text, its stretches joined."""
    made = plain(text, {})
    spans = Scan(made.text).find(read_pattern(written, gap, {}, NAMES))
    return ["/".join(made.text[start:stop] for start, stop in one) for one in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "result"),
    [
        ("先交|先付 … 费", "请先交3000费", ["先交3000费"]),
        ("先交|先付 … 费", "请先交一二三四五六费", []),  # too far
        ("先交 … 费", "先交。费", []),  # another sentence
        ("先交 … 费", "先交，费", ["先交,费"]),
        ("先交 … 费", "费先交", []),
        ("先交 … {fee}", "先交定金", ["先交定金"]),
        ("费 & 先交", "先交。一笔费", ["费/先交"]),
        ("#%", "收15%", ["15%"]),
        ("#%", "收%", []),
        ("定金#", "定金2千", ["定金2千"]),
        ("fee", "coffee fees", []),
        ("fee*", "two fees", ["fees"]),
        ("a fee", "pay a  FEE now", ["a fee"]),
        ("ab贷", "做AB贷吗", ["ab贷"]),
        ("ab贷", "做cab贷吗", []),
    ],
)
def test_a_pattern(pattern: str, text: str, result: list[str]):
    assert found(pattern, text) == result


def test_near_is_near():
    assert found("先交 & 贷款", "先交" + "好" * (REACH - 3) + "贷款")
    assert not found("先交 & 贷款", "先交" + "好" * REACH + "贷款")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("{none}", "trap-name-unknown"),
        ("先|", "trap-word-wrong"),
        ("*", "trap-word-wrong"),
        ("分#期", "trap-word-wrong"),
    ],
)
def test_a_pattern_that_cannot_be_read(written: str, code: str):
    with pytest.raises(BadPattern) as caught:
        read_pattern(written, 5, {}, NAMES)
    assert caught.value.code == code


@pytest.mark.property
@given(st.text(alphabet="先交费，。a好", max_size=60), st.integers(1, 9))
def test_a_gap_agrees_with_a_regular_expression(text: str, gap: int):
    made = plain(text, {}).text
    starts = {match.start() for match in re.finditer(f"(?=先交[^\\n]{{0,{gap}}}?费)", made)}
    spans = Scan(made).find(read_pattern("先交 … 费", gap, {}, {}))
    assert {start for ((start, _),) in spans} == starts


def test_stretches_that_touch_become_one():
    assert merged([(5, 7), (0, 2), (1, 4), (7, 9)]) == [(0, 4), (5, 9)]


HOSTILE = {
    "one letter": "先" * 100_000,
    "a sign again and again": "先交验证码发给" * 14_286,
    "denied again and again": "不会先交服务费" * 14_286,
    "never ends": "pay " * 25_000,
    "digits": "1" * 100_000,
    "gaps": ("先交" + "好" * 15) * 5_900,
    "marks": "*_|~" * 25_000,
    "near things": ("停息挂账" + "好" * 20 + "加微信") * 3_700,
    "sentences": "。" * 100_000,
}


QUICK = ("a sign again and again", "never ends")


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=[] if name in QUICK else pytest.mark.long) for name in sorted(HOSTILE)]
)
def test_hostile_text_is_read_in_time_that_grows_with_its_length(name: str):
    text, rules = HOSTILE[name], load_pack("cn").traps()
    started = process_time()
    read_message(text[: len(text) // 8], rules)
    eighth = process_time() - started
    started = process_time()
    read_message(text, rules)
    assert process_time() - started < 8 * eighth * 3 + 3
