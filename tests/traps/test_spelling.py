"""A message is made plain, and every letter keeps its place in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.packs.pack import load_pack
from ashore.traps.spelling import plain

LETTERS = load_pack("cn").traps().letters


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("验证码", "验证码"),
        ("驗證碼", "验证码"),
        ("验 证\u200b码", "验证码"),
        ("验★证*码", "验证码"),
        ("验.证.码", "验证码"),
        ("先付。后办", "先付\n后办"),
        ("先付.后办", "先付\n后办"),
        ("先付，后办", "先付,后办"),
        ("＋Ｖ：ａｂ", "+v,ab"),
        ("➕V信", "加v信"),
        ("раy first", "pay first"),  # Cyrillic letters that look Latin
        ("Don\u2019t pay", "dont pay"),
        ("up-front  fee", "up front fee"),
        ("百分之三十", "百分之3十"),
        ("壹仟贰百", "1仟2百"),
        ("3.5%", "3.5%"),
        ("Pay. Now", "pay\nnow"),
        ("“停”字", "停字"),
        ("", ""),
    ],
)
def test_one_way_of_writing(written: str, read: str):
    assert plain(written, LETTERS).text == read


def test_the_words_are_found_again_in_the_original():
    text = "请把【驗 證★碼】发我"
    made = plain(text, LETTERS)
    start = made.text.index("验证码")
    first, last = made.original(start, start + 3)
    assert text[first:last] == "驗 證★碼"


@pytest.mark.property
@given(st.text(max_size=200))
def test_places_never_go_back_and_lie_in_the_text(text: str):
    made = plain(text, LETTERS)
    assert len(made.text) == len(made.at)
    assert list(made.at) == sorted(made.at)
    assert all(0 <= place < len(text) for place in made.at)


@pytest.mark.property
@given(st.text(max_size=200))
def test_nothing_hidden_is_left(text: str):
    made = plain(text, LETTERS).text
    assert not {"\u200b", "\u200d", "\ufeff", "*", "\u201c", "\t"} & set(made)
