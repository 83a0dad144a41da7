"""The lessons in words: what each rests on, how long it is, what it must say and may not say, in both languages."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any, Final

import pytest

from ashore.lessons.needs import NEEDS
from ashore.lessons.order import CAUSES
from ashore.rules.source import CONFIDENCES
from house.test_words import AGENTS
from needs import ROOT

CN: Final = ROOT / "src/ashore/packs/data/cn"
SEEN: Final = date(2026, 11, 26)
LANGUAGES: Final = ("zh", "en")
WORDS: Final = (
    "after-a-slip", "auto-debit", "before-you-sign", "court-can-take", "court-papers-or-letters", "credit-record",
    "credit-report-reading", "early-contact", "iou", "is-the-shop-worth-keeping", "job-scams", "limitation",
    "scams", "selling-safely", "sold-debt", "talking-to-family",
)  # fmt: skip
MOST: Final = {"zh": 900, "en": 600}
"""Three minutes: characters of Chinese, words of English."""
COUNTED: Final = frozenset({"years", "months", "days", "hours", "count", "multiple"})
PLACEHOLDER: Final = re.compile(r"\{(\w+)\}")
HELPLINE: Final = re.compile(r"(?<!\d)(?:1[0-9]{4}|96110|110|120)(?!\d)")
DIGITS: Final = "零一二三四五六七八九"
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
ARTICLES: Final = re.compile(rf"第([{DIGITS}十百千0-9第、至]+)条")
ENGLISH_ARTICLE: Final = re.compile(r"(?:Law|Code|[Rr]ules|Regulations?) (\d+)|\((\d+)\)")
RANGE: Final = re.compile(r"(\d+) to (\d+)")
OTHER_LESSON: Final = re.compile(r"“([^”]+)”那一课")

Table = dict[str, Any]


@cache
def lesson(lesson_id: str) -> Table:
    """Return a lesson's file as TOML reads it, without the pack's own reader."""
    return tomllib.loads((CN / f"lessons/{lesson_id}.toml").read_text("utf-8"))


@cache
def facts() -> Mapping[str, Table]:
    """Return every fact of the pack by id."""
    files = sorted((CN / "rules").glob("*.toml"))
    return {key: fact for path in files for key, fact in tomllib.loads(path.read_text("utf-8")).items()}


def paragraphs(lesson_id: str, language: str) -> str:
    """Return the paragraphs of a lesson, one a line."""
    return "\n".join(one[language] for one in lesson(lesson_id)["paragraphs"])


def others(lesson_id: str) -> Iterator[Table]:
    """Yield the texts of a lesson that are no paragraphs: its title, what to do, its questions and answers."""
    read = lesson(lesson_id)
    yield read["titles"]
    yield read["do"]
    for question in read["questions"]:
        yield question["ask"]
        for choice in question["choices"]:
            yield choice["says"]
            yield choice["because"]


def everything(lesson_id: str, language: str) -> str:
    """Return all that a person reads in a lesson, its sources excepted."""
    return "\n".join([paragraphs(lesson_id, language), *(one[language] for one in others(lesson_id))])


def number(figures: str) -> int:
    """Return a number written in Chinese or in figures: `二百五十四`, `254`."""
    if figures.isdecimal():
        return int(figures)
    total, digit = 0, 0
    for figure in figures:
        if figure in DIGITS:
            digit = DIGITS.index(figure)
        else:
            total, digit = total + (digit or 1) * UNITS[figure], 0
    return total + digit


def articles(text: str) -> set[int]:
    """Return the articles that a Chinese text names, ranges in full."""
    named: set[int] = set()
    for run in ARTICLES.findall(text):
        for part in run.replace("第", "").split("、"):
            first, _, last = part.partition("至")
            named |= set(range(number(first), number(last or first) + 1))
    return named


def english_numbers(text: str) -> set[int]:
    """Return every number in an English title, ranges in full."""
    ranges = {one for first, last in RANGE.findall(text) for one in range(int(first), int(last) + 1)}
    return ranges | {int(one) for one in re.findall(r"\d+", text)}


def sources(lesson_id: str) -> list[Table]:
    """Return what a lesson rests on: its own sources and those of its facts."""
    read = lesson(lesson_id)
    return [*read.get("sources", []), *(facts()[one]["source"] for one in read.get("facts", []))]


def test_no_lesson_in_words_is_missing():
    assert [one for one in WORDS if not (CN / f"lessons/{one}.toml").is_file()] == []


@pytest.mark.parametrize("lesson_id", WORDS)
def test_each_lesson_is_read_in_three_minutes(lesson_id: str):
    read = lesson(lesson_id)
    assert read["minutes"] <= 3
    assert 3 <= len(read["paragraphs"]) <= 7
    assert len(re.sub(r"\s", "", paragraphs(lesson_id, "zh"))) <= MOST["zh"]
    assert len(paragraphs(lesson_id, "en").split()) <= MOST["en"]


@pytest.mark.parametrize("lesson_id", WORDS)
def test_each_question_has_one_right_answer_and_a_kind_word_for_every_choice(lesson_id: str):
    asked = lesson(lesson_id)["questions"]
    assert 2 <= len(asked) <= 3
    for question in asked:
        assert [choice.get("right", False) for choice in question["choices"]].count(True) == 1
        assert all(choice["because"][language] for choice in question["choices"] for language in LANGUAGES)


@pytest.mark.parametrize("lesson_id", WORDS)
def test_facts_exist_and_their_numbers_are_filled_in_and_never_typed(lesson_id: str):
    named = lesson(lesson_id).get("facts", [])
    assert [one for one in named if one not in facts()] == []
    used = {language: set(PLACEHOLDER.findall(paragraphs(lesson_id, language))) for language in LANGUAGES}
    assert used["zh"] == used["en"]
    assert used["zh"] <= {one.replace("-", "_") for one in named}
    counted = {one.replace("-", "_") for one in named if facts()[one]["unit"] in COUNTED}
    assert counted <= used["zh"]
    assert [one for one in others(lesson_id) if PLACEHOLDER.search(one["zh"] + one["en"])] == []


@pytest.mark.parametrize("lesson_id", WORDS)
def test_each_lesson_says_what_it_rests_on_and_by_when_to_look_again(lesson_id: str):
    assert sources(lesson_id)
    for one in lesson(lesson_id).get("sources", []):
        assert all(one[key].strip() for key in ("title", "title_en", "address"))
        assert one["confidence"] in CONFIDENCES
        assert one["seen_on"] <= SEEN < one["review_by"]


@pytest.mark.parametrize("lesson_id", WORDS)
def test_article_numbers_in_the_text_are_those_of_the_sources(lesson_id: str):
    titles = [one["title"] for one in sources(lesson_id)]
    assert articles(everything(lesson_id, "zh")) <= articles("\n".join(titles))
    english = "\n".join(one.get("title_en", "") for one in sources(lesson_id))
    cited = {int(a or b) for a, b in ENGLISH_ARTICLE.findall(everything(lesson_id, "en"))}
    assert cited <= english_numbers(english)


def test_articles_are_read_as_they_are_written():
    assert articles("民诉法第254条、第二百五十一至二百五十三条；第二、十二、二十条") == {
        254,
        251,
        252,
        253,
        2,
        12,
        20,
    }
    assert number("一千零六十四") == 1064
    assert english_numbers("Procedure Law (2023) 236, 251 to 253") >= {236, 251, 252, 253}
    assert not articles("法律写明了第99条") <= articles("民法典第195条")


@pytest.mark.parametrize("lesson_id", WORDS)
def test_what_to_do_today_leads_to_a_page_that_needs_no_more(lesson_id: str):
    urls = (ROOT / "src/ashore/web/urls.py").read_text("utf-8")
    plain = {name for path, name in re.findall(r'path\("([^"]*)",.*name="([^"]+)"', urls) if "<" not in path}
    page = lesson(lesson_id)["do"].get("page")
    assert page is None or page in plain


@pytest.mark.parametrize("lesson_id", WORDS)
def test_needs_and_causes_are_known(lesson_id: str):
    read = lesson(lesson_id)
    assert set(read.get("for_needs", [])) <= set(NEEDS)
    assert set(read.get("for_causes", [])) <= set(CAUSES)
    assert read.get("for_needs") or read.get("for_causes")


@pytest.mark.parametrize("lesson_id", WORDS)
def test_every_number_to_call_is_a_help_line_of_the_pack(lesson_id: str):
    lines = tomllib.loads((CN / "helplines.toml").read_text("utf-8"))
    known = {one["number"] for one in lines.values()}
    for language in LANGUAGES:
        assert set(HELPLINE.findall(everything(lesson_id, language))) <= known
    assert set(HELPLINE.findall(everything(lesson_id, "zh"))) == set(
        HELPLINE.findall(everything(lesson_id, "en"))
    )


@pytest.mark.parametrize("lesson_id", WORDS)
def test_another_lesson_is_named_by_its_title(lesson_id: str):
    titles = {
        tomllib.loads(path.read_text("utf-8"))["titles"]["zh"] for path in (CN / "lessons").glob("*.toml")
    }
    assert set(OTHER_LESSON.findall(everything(lesson_id, "zh"))) <= titles


@pytest.mark.parametrize("lesson_id", WORDS)
def test_agents_words_are_quoted_on_the_lesson_about_them_and_nowhere_else(lesson_id: str):
    text = everything(lesson_id, "zh")
    if lesson_id == "scams":
        text = re.sub(r"“[^”]*”", "", text)
    assert AGENTS.findall(text) == []


UNKIND: Final = {
    "zh": re.compile(
        "[！您]|活该|自作自受|老赖|不自律|你应该早|赖账|保证能|一定能|肯定能|包过|放心吧|低风险|坐牢"
    ),
    "en": re.compile(
        r"!|your own fault|you should have|shame|guarantee you|we promise|deadbeat|low risk|prison",
        re.IGNORECASE,
    ),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson_id", WORDS)
def test_no_lesson_shames_threatens_or_promises(lesson_id: str, language: str):
    assert UNKIND[language].findall(everything(lesson_id, language)) == []


@pytest.mark.parametrize("lesson_id", WORDS)
def test_no_lesson_calls_anything_safe(lesson_id: str):
    assert re.findall("(?<!不等于)安全", everything(lesson_id, "zh")) == []
    assert re.findall(r"(?<!does not mean it is )\bsafe\b", everything(lesson_id, "en")) == []


MUST: Final[tuple[tuple[str, str, str], ...]] = (
    # An old debt: ask before a payment, a letter or a signature, and never "do not pay" (H10).
    ("limitation", "付钱、写信、签字之前，打 12348", "Before you pay, write or sign, ask 12348"),
    ("limitation", "这不是叫你不还", "None of this says that you should not pay"),
    ("early-contact", "三年多没有动静的旧债", "silent for more than three years"),
    ("sold-debt", "三年多没有动静的债", "silent for more than three years"),
    # Living money is written down, not hidden; nothing moves once a debt is before a court (H3).
    ("auto-debit", "不是藏钱", "not hiding it"),
    ("auto-debit", "法院问起，照实报", "report them truthfully when asked"),
    ("selling-safely", "卖之前先问法院", "Ask the court or 12348 before you sell"),
    ("court-can-take", "法院要你报告财产，就照实报", "report it truthfully"),
    ("iou", "不要抢在别人前面先还亲友", "do not repay friends ahead of the others"),
    ("is-the-shop-worth-keeping", "别低价给亲戚", "not cheaply to relatives"),
    # No signature of a spouse afterwards (H2); a guarantor is asked first (H5).
    ("before-you-sign", "别再补上配偶的名字", "leave their name out"),
    ("before-you-sign", "请他书面同意", "ask for their consent in writing"),
    ("talking-to-family", "没签过的，不用补签", "need not sign now"),
    # The friend hears the worst first (H4).
    ("iou", "这笔钱你可能收不回来", "you may lose this money"),
    # Courts do send messages: checked by a number of one's own, never by the one inside, never left alone.
    ("court-papers-or-letters", "法院真的会发短信", "Courts really do send text messages"),
    ("court-papers-or-letters", "短信里的号码和链接，不拿来核实", "by the number or link inside it"),
    # Nothing found is not the same as safe (H16).
    ("scams", "也不等于安全", "that does not mean it is safe"),
    # A record: five years from the end, which nobody shortens (H11).
    ("credit-record", "从不良行为终止那天算起", "counted from the end of the default"),
    ("credit-record", "谁也不能提前替你去掉", "nobody can remove for you before its time"),
    # Closing a shop ends no debt; taxes and benefits are asked about (H17).
    ("is-the-shop-worth-keeping", "债不会跟着没", "does not end the debts"),
    ("is-the-shop-worth-keeping", "先问 12366", "ask 12366 first"),
    ("job-scams", "接零活之前先问 12333", "ask 12333 before you take odd jobs"),
    # The floor of the law is no budget (H18).
    ("court-can-take", "不是你的预算", "not your budget"),
)  # fmt: skip


@pytest.mark.parametrize(("lesson_id", "zh", "en"), MUST)
def test_what_harm_rules_ask_for_stands_in_the_paragraphs(lesson_id: str, zh: str, en: str):
    assert zh in paragraphs(lesson_id, "zh")
    assert en in paragraphs(lesson_id, "en")
