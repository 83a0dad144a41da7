"""The page for the family, and the one for a helper: what they say, and what they must never hold (practice §2)."""

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from ashore.cli.plan_view import show_parts
from ashore.documents.answer.agenda import days_ahead
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.documents.covered import COVERED
from ashore.documents.family import Place, family_html, family_parts, opening_words
from ashore.documents.sharing import MONTHS, NEEDS, Sharing, message_to, sharing_html, sharing_parts
from ashore.household.model import Deadline
from ashore.packs.pack import load_pack
from ashore.planning.plan import make_plan
from ashore.texts.language import Language
from ashore.texts.sentences import say
from documents.households import AS_OF, card, home, late, loan

TODAY = AS_OF + timedelta(days=3)
PLACE = Place(load_pack("cn"), help_of("cn"))
NAME, LENDER, PURPOSE = "卡纳瑞的网商贷", "卡纳瑞银行", "卡纳瑞装修"
TYPED = "给卡纳瑞银行写回信"
PAPER = Deadline(TODAY + timedelta(days=9), TYPED)
HOUSEHOLDS = {
    "works": home(12_000_00, replace(loan(NAME), creditor=LENDER, deadline=PAPER), card()),
    "talks": home(
        4_300_00,
        replace(late(loan(NAME), date(2026, 9, 15)), creditor=LENDER, deadline=PAPER),
        cash=0,
    ),
}
LIABLE = {"self": (), "couple": ("spouse",), "guarantor": ("guarantor:哥哥",)}


@cache
def view_of(name: str) -> View:
    """Return the plan of a household as it is read on a day, by the household's name."""
    plain = home(12_000_00, replace(loan(), liable=("self", *LIABLE.get(name, ()))))
    return View(make_plan(HOUSEHOLDS.get(name, plain)), help_of("cn"), today=TODAY)


def told(name: str, language: Language = "zh", **more: bool) -> str:
    """Return what the family's page says, in one line."""
    parts = family_parts(PLACE, view_of(name), TODAY, language, **more)
    return " ".join(" ".join(show_parts(parts, language)).split())


def shared(name: str, *, details: bool = False, needs: tuple[str, ...] = NEEDS) -> Sharing:
    """Return what is shared of a household."""
    return Sharing(needs, days_ahead(view_of(name), TODAY, MONTHS), details)


def amounts(text: str) -> list[str]:
    """Return what looks like an amount."""
    return re.findall(r"¥\s?[\d,]+|\d[\d,]*\.\d\d", text)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(HOUSEHOLDS))
def test_it_explains_in_either_language_without_a_name_or_an_amount(name: str, language: Language):
    text = told(name, language)
    assert "family-" not in text
    assert "{" not in text
    assert amounts(text) == []
    assert NAME not in text
    assert LENDER not in text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_is_nothing_to_sign(language: Language):
    """H2: what a spouse signs may be owed by both; the page says so and has no place for a name."""
    page = family_html(PLACE, view_of("works"), TODAY, language, numbers=True)
    assert not re.search(r"_{3,}|签名处|签字处|签名：|Signature|<input|<textarea", page)
    assert {"zh": "不要签字", "en": "Do not sign"}[language] in page
    assert {"zh": "民法典第一千零六十四条", "en": "Civil Code 1064"}[language] in page


def test_nobody_is_asked_for_money():
    """H4: neither to lend, nor to borrow for somebody, nor to pay a collector."""
    text = told("talks")
    for words in ("不要不顾一切地借钱给我", "不要用你的名字替我贷款", "催收叫你还，不要还"):
        assert words in text, words


@pytest.mark.parametrize("name", sorted(LIABLE))
def test_who_signed_is_told_first_that_the_words_are_not_theirs(name: str):
    parts = family_parts(PLACE, view_of(name), TODAY, "zh")
    first = next(one for one in parts if one.code == "family-head-called").blocks[0]
    assert isinstance(first, Say)
    assert first.message.code == "family-called-guarantor"
    assert (first.tone == "lead") is bool(LIABLE[name])


def test_the_industrys_rules_are_not_told_once_they_need_checking():
    later = max(PLACE.pack.facts[one].review_by for one in ("third-parties", "quiet-from")) + timedelta(
        days=1
    )
    parts = family_parts(PLACE, view_of("works"), later, "zh")
    codes = [block.message.code for part in parts for block in part.blocks if isinstance(block, Say)]
    assert "family-called-rules" not in codes
    assert "family-called-line" in codes


@pytest.mark.parametrize(("name", "words"), [("works", "最后一笔在"), ("talks", "还没有一份行得通的方案")])
def test_ones_own_figures_stand_there_where_they_are_asked_for(name: str, words: str):
    text = told(name, numbers=True)
    assert words in text
    assert len(amounts(text)) == 1


def test_it_needs_no_plan():
    text = " ".join(show_parts(family_parts(PLACE, None, TODAY, "zh", numbers=True), "zh"))
    assert "和对方谈怎么还" in text.replace(" ", "")
    assert "12356" in text


def test_first_words_are_not_on_the_page():
    words = " ".join(show_parts([opening_words()], "zh"))
    assert "对爱人" in words
    page = family_html(PLACE, view_of("works"), TODAY, "zh")
    assert "十分钟" not in page


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", sorted(HOUSEHOLDS))
def test_a_helper_learns_no_name_and_no_amount(name: str, language: Language):
    """What a paper asks for may have been typed, and may name a lender: then it is said in words of ours."""
    page = sharing_html(view_of(name), shared(name), TODAY, language)
    assert amounts(page.partition("</head>")[2]) == []
    assert "卡纳瑞" not in page
    assert COVERED not in page
    day = PAPER.on
    assert {"zh": f"{day.year}年{day.month}月{day.day}日", "en": f"{day.day} Dec {day.year}"}[
        language
    ] in page


def test_names_and_amounts_are_in_it_where_they_are_asked_for():
    page = sharing_html(view_of("works"), shared("works", details=True), TODAY, "zh")
    assert NAME in page
    assert LENDER in page
    assert "60,000.00" in page


@pytest.mark.parametrize("need", NEEDS)
def test_only_what_was_ticked_is_asked_for(need: str):
    sharing = shared("works", needs=(need,))
    first = sharing_parts(view_of("works"), sharing, TODAY)[0]
    asked = [one.message.code for one in first.blocks if isinstance(one, Say) and one.tone == "item"]
    assert asked == [f"share-need-{need}"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_message_to_send_says_neither_debt_nor_amount(language: Language):
    for needs in ((), NEEDS):
        text = say(message_to(shared("works", needs=needs)), language)
        assert not re.search(r"债|欠|debt|owe|¥|\d", text)


def test_a_helper_is_asked_for_no_money_and_no_signature():
    parts = sharing_parts(view_of("works"), shared("works"), TODAY)
    text = "".join(show_parts(parts, "zh"))
    for words in ("不用借钱给我", "不用签字", "不要转发"):
        assert words in text, words
