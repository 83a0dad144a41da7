"""Text for a terminal of so many columns: nothing is wider, nothing is lost, marks stay with their word."""

from itertools import pairwise
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.cli.terminal import CLOSING, hang, least_width, pad, table, width, wrap

TEXTS = st.text(st.sampled_from("网商贷还款日期 abc,.。，、（）2026年¥8,600 ab-c"), max_size=200)
CELLS = st.lists(st.tuples(TEXTS, TEXTS, st.integers(0, 10**9).map(str)), min_size=1, max_size=5)


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("网商贷", 6), ("¥8,600", 6), ("e\u0301", 1), ("（）", 4)]
)
def test_a_chinese_character_takes_two_columns(text, columns):
    assert width(text) == columns


@given(TEXTS, st.integers(12, 80))
def test_a_wrapped_text_fits_and_is_whole(text, columns):
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(
    st.text(st.sampled_from("网商贷还款，。"), min_size=1, max_size=80).filter(
        lambda text: text[0] not in CLOSING
    )
)
def test_no_line_begins_with_a_closing_mark(text):
    if not any(one in CLOSING and other in CLOSING for one, other in pairwise(text)):
        assert not any(line[0] in CLOSING for line in wrap(text, 20)[1:])


@pytest.mark.parametrize(
    ("text", "columns", "lines"),
    [
        ("到 2026年12月15日为止", 12, ["到", "2026年12月15", "日为止"]),
        ("还完它还要 10 个月", 12, ["还完它还要", "10 个月"]),
        ("先还网商贷，再说", 11, ["先还网商", "贷，再说"]),
        ("pay by 3 Dec, then rest", 14, ["pay by 3 Dec,", "then rest"]),
        ("a" * 30, 12, ["a" * 12, "a" * 12, "a" * 6]),
    ],
)
def test_lines_end_where_a_reader_expects(text, columns, lines):
    assert wrap(text, columns) == lines


def test_what_hangs_behind_a_mark_is_set_in_below_it():
    assert hang("1. ", "先还网商贷再还花呗", 13) == ["1. 先还网商贷", "   再还花呗"]


def test_a_cell_is_filled_or_cut_to_its_width():
    assert pad("网商贷", 8) == "网商贷  "
    assert pad("网商贷", 8, "right") == "  网商贷"
    assert pad("网商贷款", 6) == "网商… "


def test_a_table_wraps_its_left_cells_and_loses_nothing():
    rows = [["付给", "金额"], ["很久以前借的一笔循环额度贷款", "8,600.00"]]
    assert table(rows, ["left", "right"], 24) == [
        "付给                金额",
        "很久以前借的一  8,600.00",
        "笔循环额度贷款",
    ]


@given(CELLS, st.integers(50, 80))
def test_a_table_is_no_wider_than_it_can_be_made(rows, columns):
    aligns = ("left", "left", "right")
    if least_width(rows, aligns, 2) <= columns:
        assert all(width(line) <= columns for line in table(rows, aligns, columns))


def test_what_a_terminal_would_obey_is_a_space():
    """A colour, a bell, a line end, what turns a line round; a wide space and a mark on a letter stay."""
    text = "a\x1b[31mb\x07c\u202ed\ne\u2028f"
    assert wrap(text) == ["a [31mb c d e f"]
    assert wrap("\u3000网\u00a0e\u0301") == ["\u3000网\u00a0e\u0301"]


@given(st.text(max_size=60))
def test_no_line_holds_a_sign_that_a_terminal_obeys(text):
    assert not [sign for line in wrap(text) for sign in line if category(sign) in {"Cc", "Cf", "Zl", "Zp"}]
