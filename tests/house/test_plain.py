"""Sentences stay short and plain: measures counted by hand, limits that catch planted ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plain.limits import Class, class_of, classes, heavy, measured
from plain.measures import (
    chinese,
    english,
    is_common,
    kincaid_grade,
    reading_grade,
    sentences,
    syllables,
)
from plain.units import Unit, bilingual, paragraphs, units
from plain_words import BEGIN, END, PAGE, figures

LONG_ENGLISH = (
    "This is the letter that you send to the bank in which you say that you would like to pay what you owe over a "
    "longer time than they had given you before."
)
LONG_CHINESE = (
    "银行在收到你寄去的那一封说明目前暂时没有办法按照原来约定的日子归还"
    "全部欠款的信件之后会给你一个书面的答复。"
)
PAGE_TEXT = (
    "# Head\n\nOne line\nand `code` more.\n- an *item*\n- two\n\n"
    "| a | b |\n|---|---|\n| c | [d](e) |\n```\nno\n```\n"
)
CHAIN = "你的银行的客服的电话在这里。"


def test_no_sentence_is_longer_or_heavier_than_its_place_allows():
    """Shorten it: `python tools/plain_words.py --list` shows each with its limit."""
    found = [
        f"{one.place} ({one.language}, {one.what} {one.measured}/{one.most}): {one.sentence}"
        for one in heavy(units())
    ]
    assert found == []


@pytest.mark.parametrize(
    ("language", "sentence", "what"),
    [("en", LONG_ENGLISH, "stretch"), ("zh", LONG_CHINESE, "stretch"), ("zh", LONG_CHINESE, "clause"),
     ("zh", CHAIN, "chain"), ("zh", "尚未归还的，敬请知悉。", "office")],
)  # fmt: skip
def test_a_planted_sentence_is_too_heavy_for_a_page_and_not_all_of_it_for_a_letter(
    language: str, sentence: str, what: str
):
    assert language in ("zh", "en")
    found = {one.what for one in heavy([Unit("texts: some-code", language, sentence)])}
    assert what in found
    letter = {one.what for one in heavy([Unit("texts: letter-some", language, sentence)])}
    assert letter < found
    assert list(heavy([Unit("packs/cn/screeners/x.toml: a", language, sentence)])) == []


@pytest.mark.parametrize(
    ("sentence", "words", "letters", "heard"),
    [
        ("The cat sat on the mat.", 6, 17, 6),
        ("Pay {due_fen} by {day}.", 4, 15, 4),
        ("You owe ¥1,200 today.", 4, 15, 5),
    ],
)
def test_english_measures_are_those_counted_by_hand(sentence: str, words: int, letters: int, heard: int):
    counted = english(sentence)
    assert (counted.words, counted.letters, counted.syllables) == (words, letters, heard)


def test_the_grades_are_those_of_the_published_formulas():
    """Six words of one syllable and seventeen letters, by hand: 4.71 × 17/6 + 3 − 21.43; 2.34 + 11.8 − 15.59."""
    one = [english("The cat sat on the mat.")]
    assert reading_grade(one) == pytest.approx(13.345 + 3 - 21.43)
    assert kincaid_grade(one) == pytest.approx(-1.45)


@pytest.mark.parametrize(
    ("word", "heard"), [("debt", 1), ("interest", 3), ("contract", 2), ("table", 2), ("pay", 1), ("a", 1)]
)
def test_syllables_are_about_right(word: str, heard: int):
    assert syllables(word) == heard


def test_a_chinese_sentence_is_measured_as_counted_by_hand():
    found = chinese("先打电话，问清最晚哪天答复；被退回的，还要再问一次。")
    assert (found.length, found.stretch, found.clause) == (22, 12, 8)
    assert (found.chain, found.passive, found.rare, found.office) == (1, 1, "", ())
    assert chinese("应还 {due_fen}，到 2026-12-15 为止。").length == 2 + 2 + 1 + 2 + 2
    assert chinese("被告收到了传票。").passive == 0


def test_common_characters_are_the_first_level_of_the_standard():
    """GB 2312 has 3,755 of them, sorted by pronunciation: the first is 啊, the last 座."""
    common = [chr(code) for code in range(0x4E00, 0x9FA6) if is_common(chr(code))]
    assert len(common) == 3755
    assert [is_common(one) for one in "啊座浏國"] == [True, True, False, False]


def test_sentences_end_where_people_pause():
    assert sentences("先打电话。再写信！“好。”完了？", "zh") == ["先打电话。", "再写信！", "“好。”", "完了？"]
    assert sentences("Pay ¥1.50 today. Then rest. See a.b for more.", "en") == [
        "Pay ¥1.50 today.",
        "Then rest.",
        "See a.b for more.",
    ]


@given(st.text("还钱，。；a b.{x}", max_size=30))
def test_measures_take_any_text(text: str):
    assert chinese(text).clause <= chinese(text).length
    assert english(text).stretch <= english(text).words


def test_a_page_falls_into_paragraphs_items_and_cells():
    assert [text for _, text in paragraphs(PAGE_TEXT)] == [
        "Head",
        "One line and X more.",
        "an item",
        "two",
        "a",
        "b",
        "c",
        "d",
    ]


def test_texts_of_a_pack_are_found_wherever_they_lie():
    table = {"a": {"names": {"zh": "一", "en": "one"}}, "b": [{"zh": "二", "en": "two", "n": 3}]}
    assert list(bilingual(table, "")) == [
        ("a.names", "zh", "一"),
        ("a.names", "en", "one"),
        ("b[0]", "zh", "二"),
        ("b[0]", "en", "two"),
    ]


def test_every_kind_of_text_is_read():
    places = {unit.place.split(":")[0].split("/")[0] for unit in units()}
    assert places >= {"texts", "packs", "docs", "README.md", "README.zh.md"}
    assert len(units()) > 10_000
    assert {"packs/cn/helplines.toml: 12356.purpose", "texts: first-about-free"} <= {
        unit.place for unit in units()
    }


def test_each_class_has_its_reason_and_the_first_that_fits_counts():
    assert [one.name for one in classes()] == ["as given", "formal", "plain"]
    assert all(isinstance(one, Class) and one.why for one in classes())
    assert class_of("packs/cn/rules/court.toml: x").name == "formal"
    assert class_of("packs/cn/helplines.toml: x").name == "plain"
    assert set(measured("一。", "zh")) == {"stretch", "sentence", "clause", "chain", "office"}


def test_the_page_of_the_method_has_its_figures():
    text = PAGE.read_text("utf-8")
    assert text.count(BEGIN) == text.count(END) == 1
    assert "### The longest sentences" in text
    assert figures().count("| packs |") >= 4
