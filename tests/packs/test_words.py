"""Every word of the product is explained, plainly, in no circle, with examples that add up."""

import re
import tomllib
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.documents.spotting import Spotter, spotter, text_of
from ashore.documents.words import explained
from ashore.packs.check import check_age, check_pack
from ashore.packs.entry import read_entry
from ashore.packs.explained import explained_words
from ashore.packs.files import SHIPPED
from ashore.packs.pack import load_pack
from ashore.packs.words import read_words
from ashore.rules.dated import Dated
from ashore.rules.word import THEMES, Word
from ashore.texts.language import Language
from ashore.texts.sentences import SENTENCES, say_finding
from packs.copies import change, copy_toyland
from plain.limits import heavy
from plain.measures import chinese, english, sentences
from plain.units import Unit

LANGUAGES: tuple[Language, ...] = ("zh", "en")
WORDS = explained_words("cn")
IDS = sorted(WORDS)
TERMS = tomllib.loads(Path(__file__).with_name("terms.toml").read_text("utf-8"))


def forms(language: Language) -> dict[str, str]:
    """Return the id of the word by each of its forms, in small letters."""
    return {form.casefold(): word.id for word in WORDS.values() for form in word.forms(language)}


@pytest.mark.parametrize("term", [*TERMS["design"], *TERMS["overdue"]])
def test_every_term_has_its_explanation(term: str):
    assert term.casefold() in forms("zh")


@pytest.mark.parametrize("term", TERMS["english"])
def test_every_english_term_has_its_explanation(term: str):
    assert term in forms("en")


@pytest.mark.parametrize("word_id", IDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_explanation_is_one_or_two_plain_sentences(word_id: str, language: Language):
    said = WORDS[word_id].says[language]
    parts = sentences(said, language)
    assert 1 <= len(parts) <= 2, said
    long = (
        sum(chinese(one).length for one in parts)
        if language == "zh"
        else sum(english(one).words for one in parts)
    )
    assert long <= (75 if language == "zh" else 45), said
    for text in (said, WORDS[word_id].example.get(language, "")):
        assert list(heavy([Unit("packs/cn/words.toml: x", language, text)])) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_explanation_leans_on_itself_or_goes_round_in_a_circle(language: Language):
    leans = {
        word.id: {found.id for found in spotter("cn", language).words_in(word.says[language])}
        for word in WORDS.values()
    }
    assert [word_id for word_id, on in leans.items() if word_id in on] == []
    clear: set[str] = {word.id for word in WORDS.values() if word.everyday}
    while more := {word_id for word_id, on in leans.items() if word_id not in clear and on <= clear}:
        clear |= more
    assert {word_id: on - clear for word_id, on in leans.items() if word_id not in clear} == {}


@pytest.mark.parametrize("jurisdiction", ["cn", "toyland"])
def test_no_form_and_no_id_belongs_to_two_words(jurisdiction: str):
    words = explained_words(jurisdiction)
    own = load_pack(jurisdiction).words
    assert len(words) == len(own) + len(read_words(read_entry(SHIPPED, "words")))
    for language in LANGUAGES:
        every = [form.casefold() for word in words.values() for form in word.forms(language)]
        assert len(every) == len(set(every))


def yuan(value: Fraction) -> str:
    """Return an amount as an example writes it: rounded half up to the fen, bare where it is whole."""
    fen = (value * 200 + 1) // 2
    return f"{fen // 100:,}" if fen % 100 == 0 else f"{fen // 100:,}.{fen % 100:02}"


def percent(value: Fraction, places: int) -> str:
    """Return a share as a percentage, rounded half up."""
    scaled = (value * 100 * 10**places * 2 + 1) // 2
    text = f"{scaled // 10**places}.{scaled % 10**places:0{places}}" if places else str(scaled)
    return text.rstrip("0").rstrip(".") + "%" if places else f"{text}%"


DAY, MONTH = Fraction(5, 10_000), Fraction(1, 100)
LEVEL = 12_000 * MONTH / (1 - (1 + MONTH) ** -12)


def internal_rate(received: int, payments: list[Fraction]) -> Fraction:
    """Return the rate of a period at which the payments are worth what was received, by halving."""
    low, high = Fraction(0), Fraction(1, 10)
    for _ in range(40):
        middle = (low + high) / 2
        worth = sum(paid / (1 + middle) ** (turn + 1) for turn, paid in enumerate(payments))
        low, high = (middle, high) if worth > received else (low, middle)
    return low


FLAT = [Fraction(1_000 + 72)] * 12
ADD_UP = {
    "interest": [yuan(10_000 * DAY)],
    "principal": [yuan(Fraction(10_000 - 2_000))],
    "penalty-interest": [yuan(1_000 * DAY * Fraction(3, 2)), yuan(1_000 * DAY)],
    "compound-interest": [yuan(100 * DAY)],
    "damages": [yuan(500 * Fraction(5, 100))],
    "level-payment": [yuan(LEVEL)],
    "equal-principal": [yuan(1_000 + 12_000 * MONTH), yuan(1_000 + 1_000 * MONTH)],
    "interest-only": [yuan(12_000 * MONTH), yuan(12_000 + 12_000 * MONTH)],
    "bullet": [yuan(12_000 + 12 * 12_000 * MONTH)],
    "daily": [yuan(20 * 10_000 * DAY)],
    "minimum-payment": [yuan(Fraction(500)), yuan(Fraction(4_500))],
    "flat-fee": [
        yuan(12 * 12_000 * Fraction(6, 1_000)),
        percent(12 * internal_rate(12_000, FLAT), 0),
        percent(12 * Fraction(6, 1_000), 1),
    ],
    "daily-rate": [percent(360 * DAY, 2), percent(365 * DAY, 2)],
    "nominal-rate": [percent(12 * Fraction(15, 1_000), 0)],
    "effective-rate": [percent(12 * Fraction(15, 1_000), 0), percent((1 + Fraction(15, 1_000)) ** 12 - 1, 2)],
    "settlement": [yuan(Fraction(8_600 - 6_000))],
    "capacity": [yuan(Fraction(8_000 - 5_200))],
}


def test_every_example_is_worked_out_here():
    assert {word.id for word in WORDS.values() if word.example} == set(ADD_UP)


@pytest.mark.parametrize("word_id", sorted(ADD_UP))
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_adds_up(word_id: str, language: Language):
    example = WORDS[word_id].example[language]
    numbers = re.findall(r"\d[\d,]*(?:\.\d+)?%?", example)
    for expected in ADD_UP[word_id]:
        assert expected in numbers, (example, expected)


NUMBER = re.compile(r"(?<![\d-])\d+(?![\d-])")
BESIDES = {"cost-disclosure": {"2026", "8"}}
"""Numbers that stand in the title of what a word rests on."""


@pytest.mark.parametrize("word_id", sorted(load_pack("cn").words))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_number_in_an_explanation_is_the_facts_own(word_id: str, language: Language):
    """A fact that changes must change the explanation that rests on it."""
    word, facts = WORDS[word_id], load_pack("cn").facts
    values = [(facts[one].value, facts[one].unit) for one in word.facts]
    told = {str(value) for value, _ in values} | BESIDES.get(word_id, set())
    told |= {str(int(str(value)) // 12) for value, unit in values if unit == "months"}
    assert set(NUMBER.findall(word.says[language])) <= told


def test_what_the_law_says_names_where_it_was_read_and_whether_to_look_again():
    pack = load_pack("cn")
    shown = {one.id: one for one in explained("cn", pack.version, "zh")}
    for word in pack.words.values():
        assert shown[word.id].sources
        assert shown[word.id].seen is not None
        facts = [pack.facts[one] for one in word.facts]
        old = [one for one in facts if one.stale(pack.version) and not isinstance(one.value, Dated)]
        assert shown[word.id].stale is bool(old), word.id


def test_words_stand_theme_by_theme_and_each_theme_has_its_heading():
    themes = [word.theme for word in WORDS.values()]
    assert sorted(themes, key=THEMES.index) == themes
    assert set(themes) == set(THEMES)
    assert all(f"words-theme-{theme}" in SENTENCES for theme in THEMES)


# What is found in a text.


def found(text: str, language: Language) -> list[str]:
    """Return the ids of the words in a text."""
    return [word.id for word in spotter("cn", language).words_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本金和利息", ["principal", "interest"]),
        ("先还利息，再还本金，最后又是利息", ["interest", "principal"]),
        ("年化利率（复利）是多少", ["effective-rate"]),
        ("复利是多少", ["compound-interest"]),
        ("年化利率（单利，IRR×12）", ["nominal-rate"]),
        ("对方宣布贷款提前到期", ["acceleration"]),
        ("提前还一点", ["early-repayment"]),
        ("发展期间", []),
        ("打给征信中心", []),
        ("强制执行和执行通知书", ["enforcement", "enforcement-notice"]),
        ("生活费用", []),
        ("今天天气很好", []),
        ("LPR 和 lpr", ["lpr"]),
    ],
)
def test_the_longest_form_counts_and_each_word_once(text: str, expected: list[str]):
    assert found(text, "zh") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Penalty interest and interest", ["penalty-interest", "interest"]),
        ("Two instalments are overdue.", ["instalment", "overdue"]),
        ("interesting, disinterested, planet, factor", []),
        ("a lawyer’s letter", ["lawyers-letter"]),
        ("a settlement letter, then a settlement", ["settlement-letter", "settlement"]),
        ("the payment\n   order", ["payment-order"]),
        ("waivers and fees", ["waiver", "fee"]),
        ("a pre-audit", []),
        ("subsidies", []),
    ],
)
def test_english_words_stand_alone_and_may_be_plural(text: str, expected: list[str]):
    assert found(text, "en") == expected


def test_a_page_is_read_without_its_tags():
    page = '<p title="本金">罚息 &amp; <b>利息</b></p><td>开</td><td>展期</td>'
    assert found(text_of(page), "zh") == ["penalty-interest", "interest", "extension"]


@given(st.text("本金利息罚逾期年化率（复）展开 ab", max_size=40))
@pytest.mark.property
def test_found_words_do_stand_there(text: str):
    made = spotter("cn", "zh")
    assert isinstance(made, Spotter)
    for word in made.words_in(text):
        assert isinstance(word, Word)
        assert any(form.casefold() in text.casefold() for form in word.forms("zh"))


# What is asked for.


def test_a_term_is_found_by_any_of_its_forms_in_either_language():
    today = load_pack("cn").version
    for term in ("罚息", "penalty interest", "Penalty Interest", "penalty-interest", " 罚息 "):
        assert [one.id for one in explained("cn", today, "zh", term)] == ["penalty-interest"]
    assert {"judgment", "judgment-by-default"} <= {one.id for one in explained("cn", today, "en", "判")}
    assert explained("cn", today, "zh", "量子") == ()
    assert len(explained("cn", today, "zh")) == len(WORDS)


def test_another_jurisdiction_has_its_own_words_and_the_common_ones():
    words = explained_words("toyland")
    assert {"parcel-letter", "toy-rate", "principal"} <= set(words)
    assert "payment-order" not in words


# What is wrong with a file of words.

LETTER = "[parcel-letter]"
CASES = [
    ('theme = "court"', 'theme = "courts"', "pack-word-unknown", "words.toml: parcel-letter.theme"),
    ('en = "A notice that a court of Toyland sends in a parcel (invented)."', 'en = " "', "pack-text-missing",
     "words.toml: parcel-letter.says.en"),
    ('facts = ["toy-rate"]', "", "pack-word-unsourced", "words.toml: toy-rate"),
    ('facts = ["toy-rate"]', 'facts = ["toy-rite"]', "pack-fact-unknown", "words.toml: toy-rate.facts"),
    ('zh = ["包裹通知"]', 'zh = ["玩具国基准利率"]', "pack-form-twice", "words.toml: parcel-letter.zh"),
    ("seen_on = 2026-11-23", "seen_on = 2026-11-24", "pack-day-after-version", "words.toml: parcel-letter.seen_on"),
    ("review_by = 2027-11-23", "review_by = 2026-11-22", "pack-days-reversed", "words.toml: parcel-letter"),
    (LETTER, "[parcel-letter", "pack-file-unreadable", "words.toml"),
    ('also = {zh = ["包裹通知"]', 'also = {zh = "包裹通知"', "pack-field-wrong", "words.toml: parcel-letter.also.zh"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "code", "place"), CASES)
def test_a_fault_in_a_file_of_words_is_found(tmp_path, old: str, new: str, code: str, place: str):
    root = copy_toyland(tmp_path)
    change(root, "words.toml", old, new)
    faults = check_pack("toyland", root)
    assert (code, place) in {(one.code, one.place.path) for one in faults}
    for language in LANGUAGES:
        assert all(say_finding(one, language) for one in faults)


def test_a_word_whose_source_is_old_is_listed():
    pack = load_pack("toyland")
    evidence = pack.words["parcel-letter"].evidence
    assert evidence is not None
    for day, listed in ((evidence.review_by, False), (evidence.review_by + timedelta(1), True)):
        assert ("parcel-letter" in {one.place.path for one in check_age(pack, day)}) is listed
