"""What is read a column at a time is what the slow, exact way says of each cell, whatever stands there."""

import csv
import re
from datetime import date, time
from fractions import Fraction
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.file.wording import amount_from_text, day_from_text, tidy
from ashore.importers.bills import alipay, bank_words, jd, meituan, wechat
from ashore.importers.bills.at_once import (
    SIGNED_FENS,
    each_once,
    fens_in,
    moments_in,
    orders_in,
    shortened_in,
)
from ashore.importers.bills.bank_rows import _fen
from ashore.importers.bills.form import fen_of, is_shortened, moment_of, order_of
from ashore.importers.bills.tables import _split
from ashore.importers.bills.words import kinds_in

pytestmark = pytest.mark.property
AMOUNTS = st.one_of(
    st.from_regex(r"[-+]?[¥￥]?[0-9]{1,3}(,[0-9]{3}){0,4}(\.[0-9]{1,3})?", fullmatch=True),
    st.from_regex(r"[-+]?[¥￥]?[0-9]{1,14}\.[0-9]{2}", fullmatch=True),
    st.sampled_from(
        ["", "/", "-", "0.00", "-0.00", "１.00", "1.00\n2.00", "\n", "8.6万", "1e3", "9" * 12 + ".00", "+-1.00"]
    ),
    st.text(max_size=6),
)  # fmt: skip
MOMENTS = st.one_of(
    st.datetimes().map(lambda at: f"{at:%Y-%m-%d %H:%M:%S}"),
    st.from_regex(r"20[0-9]{2}[-/][0-9]{2}[-/][0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?", fullmatch=True),
    st.sampled_from(
        ["", "2023-02-30 10:00:00", "2023-01-01 24:00:00", "２０２３-０１-０１ 10:00:00", "20230101", "2023-1-1",
         "0000-01-01 00:00:00", "2023-01-01!10:00:00",
         "2023-01-01 10:00:00\n2023-01-01 10:00:00", "2023-01-01 10:00+01"]
    ),
    st.text(max_size=6),
)  # fmt: skip
ORDERS = st.one_of(
    st.from_regex(r"[0-9]{13,18}0{6,10}[0-9]?", fullmatch=True),
    st.from_regex(r"[0-9](\.[0-9]{1,6})?[eE]\+[0-9]{2}", fullmatch=True),
    st.sampled_from(["", "/", "-", "--", "1E+27\n", "x\n1E+27", "2023010122001400000001"]),
    st.text(max_size=6),
)


def few(cells):
    """Return lists of cells, some of them the same."""
    return st.lists(cells, max_size=5).flatmap(
        lambda some: st.lists(st.sampled_from(some), max_size=8) if some else st.just(some)
    )


def exactly(cell: str) -> int | None:
    """Return the fen of an amount by exact fractions, nothing at once; None where it is not certain."""
    bare = re.sub(r"^([+-]?)\s*[¥￥]\s*([+-]?)", r"\1\2", cell.strip()).removeprefix("+")
    amount = amount_from_text(bare)
    fen = Fraction(amount) * 100 if amount is not None else Fraction(1, 2)
    return int(fen) if fen.denominator == 1 and abs(fen) < 10**13 else None


def exact_moment(cell: str) -> tuple[date, time | None] | None:
    """Return a day and time, taken apart word by word."""
    any_sign_between = re.fullmatch(r"(\d{4}-\d\d-\d\d).(\d\d:\d\d:\d\d)", cell, re.ASCII | re.DOTALL)
    words = [*any_sign_between.groups()] if any_sign_between else tidy(cell).replace("T", " ").split()
    day = day_from_text(words[0]) if words else None
    if day is None or len(words) == 1:
        return None if day is None else (day, None)
    clock = re.fullmatch(r"(\d{1,2}):(\d\d)(?::(\d\d)(?:\.0+)?)?", words[1], re.ASCII)
    if len(words) > 2 or not clock:
        return None
    hour, minute, second = (int(part or 0) for part in clock.groups())
    return (day, time(hour, minute, second)) if hour < 24 and minute < 60 and second < 60 else None


@given(few(AMOUNTS))
def test_amounts(cells: list[str]):
    assert [fen_of(cell) for cell in cells] == [exactly(cell) for cell in cells]
    assert fens_in(cells, fen_of) == [exactly(cell) for cell in cells]
    assert fens_in(cells, _fen, SIGNED_FENS) == [_fen(cell) for cell in cells]


@given(st.lists(st.integers(0, 10**13 - 1), min_size=1), st.sampled_from(["", "¥", "￥"]))
def test_plain_amounts_are_asked_about_nothing(fens: list[int], mark: str):
    def ask(cell: str) -> int:
        raise AssertionError(cell)

    cells = [f"{mark}{fen // 100}.{fen % 100:02d}" for fen in fens]
    assert fens_in(cells, ask) == fens
    signed = [f"-{fen // 100:,}.{fen % 100:02d}" for fen in fens]
    assert fens_in(signed, ask, SIGNED_FENS) == [-fen for fen in fens]


@given(few(MOMENTS))
def test_moments(cells: list[str]):
    assert moments_in(cells, moment_of) == [exact_moment(cell) for cell in cells]


@given(few(ORDERS))
def test_order_numbers(cells: list[str]):
    assert orders_in(cells) == [order_of(cell) for cell in cells]
    assert shortened_in(cells) == {cell for cell in cells if is_shortened(cell)}


@given(few(st.text(max_size=3)))
def test_the_same_cell_is_asked_about_once(cells: list[str]):
    asked: list[str] = []
    assert each_once(lambda cell: asked.append(cell) or cell * 2, cells) == [cell * 2 for cell in cells]
    assert len(asked) == len(set(cells))


RULES = {
    "alipay": alipay.RULES, "wechat": wechat.RULES, "jd": jd.RULES, "meituan": meituan.RULES,
    "bank": bank_words.RULES,
}  # fmt: skip
WORDS = [
    "花呗", "还款", "借呗", "放款", "2023年02月账单", "工资", "手续费", "转账", "-", " ", "亲情卡", "余额宝", "收益",
    "123456789012", "红包", "利息", "消费", "支付宝", "本人", "\n", "退款", "店12", "１２",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=2), max_size=5).map("".join)
SAID = st.tuples(
    st.sampled_from(["in", "out", "neutral"]),
    st.sampled_from(["", "信用借还", "转账红包", "商户消费", "小金库", "还款", "退款"]),
    TEXTS,
    st.sampled_from(["", "还款成功", "card", "交易成功"]),
)


@pytest.mark.parametrize("name", RULES)
@given(rows=st.lists(SAID, max_size=8))
def test_the_first_rule_that_fits(name: str, rows):
    rules = RULES[name]

    def first(way: str, sort: str, text: str, status: str):
        return next(
            (rule.kind, rule.nature)
            for rule, *_ in rules._rules
            if way in rule.ways
            and re.search(rule.sort, sort)
            and re.search(rule.text, text)
            and re.search(rule.status, status)
        )

    columns = [list(column) for column in zip(*rows, strict=True)] or [[], [], [], []]
    assert kinds_in(rules.of, *columns) == [first(*row) for row in rows]


CELLS = st.one_of(
    st.sampled_from(['"a"', '""', '"', 'a"b"', '"a" ', ' "a"', '"a""b"', '"a"b', "a", "", " ", "0\t"]),
    st.text('",;\t| ab', max_size=5),
    st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=3),
)


@given(st.lists(CELLS, min_size=1, max_size=6), st.sampled_from(",\t;|"))
def test_a_quoted_row_is_what_the_csv_module_makes_of_it(cells: list[str], separator: str):
    line = separator.join(cells)
    ((_, read),) = _split([line], 0, separator)
    balanced = line.count('"') % 2 == 0 and line
    expected = next(csv.reader(StringIO(line, newline=""), delimiter=separator)) if balanced else None
    assert read == (expected or line.split(separator))
