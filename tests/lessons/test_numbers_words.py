"""What the lessons with numbers must say and may not say, in both languages."""

import re
from decimal import Decimal
from string import Formatter
from typing import Any

import pytest

from ashore.packs.pack import load_pack
from lessons.figured import NUMBERS, figure, read

LANGUAGES = ("zh", "en")
MOST = {"zh": 900, "en": 600}
VERDICT = re.compile(r"错|不对|对。|(?:No|Wrong|Yes)[,.:;]")
"""How an answer that is not right does not begin."""


def paragraphs(lesson: str, language: str, *, own: bool | None = None) -> str:
    """Return the paragraphs of a lesson; with `own` those that are shown then."""
    found = read(lesson)["paragraphs"]
    return "\n".join(one[language] for one in found if own is None or one.get("own", own) == own)


def texts(lesson: str) -> list[dict[str, str]]:
    """Return all texts of a lesson, each in both languages."""
    found: dict[str, Any] = read(lesson)
    asked = [one for question in found["questions"] for one in (question["ask"], *_choices(question))]
    return [found["titles"], found["do"], *found["paragraphs"], *asked]


def _choices(question: dict[str, Any]) -> list[dict[str, str]]:
    return [choice[key] for choice in question["choices"] for key in ("says", "because")]


@pytest.mark.parametrize("lesson", NUMBERS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_three_minutes_are_enough(lesson, language):
    for own in (True, False):
        text = paragraphs(lesson, language, own=own) + read(lesson)["do"][language]
        length = len(text.split()) if language == "en" else len("".join(text.split()))
        assert length <= MOST[language]


@pytest.mark.parametrize("lesson", NUMBERS)
def test_both_languages_hold_the_same_figures(lesson):
    for text in texts(lesson):
        zh, en = ({name for _, name, _, _ in Formatter().parse(text[one]) if name} for one in LANGUAGES)
        assert zh == en, text


@pytest.mark.parametrize("lesson", NUMBERS)
def test_each_choice_is_answered_kindly_and_one_is_right(lesson):
    for question in read(lesson)["questions"]:
        right = [choice for choice in question["choices"] if choice.get("right")]
        assert len(right) == 1
        assert right[0]["because"]["zh"].startswith("对。")
        assert right[0]["because"]["en"].startswith("Yes")
        for choice in question["choices"]:
            other = choice is not right[0]
            assert not (other and VERDICT.match(choice["because"]["zh"] + choice["because"]["en"])), choice
            assert not (other and VERDICT.match(choice["because"]["en"])), choice


@pytest.mark.parametrize("lesson", NUMBERS)
def test_nobody_is_cheered_threatened_or_promised(lesson):
    said = "\n".join(text[language] for text in texts(lesson) for language in LANGUAGES)
    assert not any(
        word in said for word in ("！", "!", "保证不", "一定能", "必须", "您", "guaranteed to", "safe from")
    )


def test_a_daily_rate_is_shown_as_the_lender_says_it_and_as_the_simple_yearly_rate():
    zh, en = (paragraphs("daily-rate", one) for one in LANGUAGES)
    assert "年化利率（单利）" in zh
    assert "simple yearly rate" in en
    assert all(
        part in text for text in (zh, en) for part in ("{day_percent}", "{yearly_rate}", "{yearly_365_rate}")
    )


def test_a_fund_and_a_budget_never_take_the_low_income_standard():
    """H18: it is named as no aim, and no figure of either is it."""
    for lesson in ("emergency-fund", "budget"):
        assert "低保标准是法律留的底线" in paragraphs(lesson, "zh")
        assert "floor-living-costs" in read(lesson)["facts"]


def test_a_deferral_says_that_interest_goes_on_and_asks_what_is_reported():
    zh, en = (paragraphs("deferral-cost", one) for one in LANGUAGES)
    assert "除非写明免息，利息照样一天天算" in zh
    assert "unless interest is waived" in en
    assert "征信怎么报" in zh
    assert "how is it reported" in en


def test_the_order_names_old_debts_and_what_not_to_do_once_sued():
    """H10 and H3."""
    zh, en = (paragraphs("order-of-payments", one) for one in LANGUAGES)
    assert "12348" in zh
    assert "12348" in en
    assert "照实报" in zh
    assert "tell the truth" in en
    assert "不抢先还亲戚" in zh


def test_a_finding_from_elsewhere_says_where_it_comes_from():
    zh, en = (paragraphs("rate-or-instalment", one) for one in LANGUAGES)
    assert "那是美国的信用卡，国内没有查到这样的研究" in zh
    assert "no such study was found for China" in en
    assert any("Dobbie" in one["title"] for one in read("rate-or-instalment")["sources"])


@pytest.mark.parametrize("lesson", NUMBERS)
def test_what_it_rests_on_is_there(lesson):
    known = load_pack("cn").facts
    found = read(lesson)
    assert found.get("facts") or found.get("sources")
    assert set(found.get("facts", [])) <= set(known)
    assert found["order"] % 10 == 0


def test_no_rate_is_shown_without_its_kind():
    """A yearly rate stands with 单利 or 复利 in the sentence that names it first."""
    for lesson in (
        "daily-rate",
        "flat-fee",
        "minimum-payment",
        "penalty-interest",
        "rate-or-instalment",
        "deferral-cost",
    ):
        zh = paragraphs(lesson, "zh", own=True)
        assert zh.index("单利") < zh.rindex("rate}") or "IRR" in zh, lesson


def test_the_examples_are_the_typical_terms_of_the_pack():
    """A card's and a daily loan's example take the rate that the pack's products have; none is invented."""
    card = load_pack("cn").products["cn/credit-card"]
    assert card is not None
    assert read("minimum-payment")["example"]["rate"] == Decimal("0.0005")
    assert figure("minimum-payment").facts["yearly_rate"] == Decimal("0.18000000")
