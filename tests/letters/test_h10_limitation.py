"""H10: before a letter could let a limitation period begin again, it is said; never that nothing need be paid."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.fitting import NotThisLetter, fitting
from ashore.letters.letter import letter
from ashore.loans.terms import Arrears
from ashore.texts import say
from letters.cases import FULL, case, made, named

PROMISING = ("proposal", "waiver", "rate", "term", "settlement", "due-day", "renewal", "card-instalments")


def first(sheet):
    """Return the code of what is said first."""
    return sheet.before[0].code if sheet.before else ""


@pytest.mark.parametrize("kind", PROMISING)
def test_no_letter_promises_anything_on_an_old_debt(kind):
    with pytest.raises(NotThisLetter) as refused:
        letter(named(kind), case("old", FULL))
    assert refused.value.code == "letter-not-not-old"
    assert kind not in [one.name for one in fitting(case("old"))]


def test_a_statement_may_be_asked_for_and_accepts_nothing():
    sheet = letter(named("statement"), case("old"))
    assert first(sheet) == "letter-before-silent"
    told = say(sheet.before[0], "zh")
    assert "3 年" in told
    assert "12348" in told
    assert "不表示承认欠款" in sheet_text(sheet, "zh")
    assert "安排" not in sheet_text(sheet, "zh")
    assert "does not accept a debt" in sheet_text(sheet, "en")


def test_nothing_of_it_is_said_of_a_debt_that_was_paid_on_lately():
    for debt, _, sheet, _ in made(FULL):
        assert (first(sheet).startswith("letter-before-silent")) == (debt == "old"), debt
        assert ("不表示承认欠款" in sheet_text(sheet, "zh")) == (debt == "old" and sheet.kind == "statement")


def test_nobody_knows_when_it_was_asked_for_and_it_is_long_due():
    long_due = Arrears(date(2023, 11, 20), principal_fen=5_000_00)
    lately = Arrears(date(2024, 11, 20), principal_fen=5_000_00)
    quiet = {"last_payment": None, "last_demand": None}
    assert (
        first(letter(named("statement"), case("flat", arrears=long_due, **quiet))) == "letter-before-silent"
    )
    assert first(letter(named("statement"), case("flat", arrears=lately, **quiet))) != "letter-before-silent"


def test_where_the_pack_has_no_years_none_are_named():
    at = case("old", Typed())
    sheet = letter(named("statement"), replace(at, rules=replace(at.rules, limitation_years=None)))
    assert first(sheet) == "letter-before-silent-open"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_letter_and_no_word_beside_it_says_that_nothing_need_be_paid(language):
    for _, _, sheet, _ in made(FULL):
        told = [sheet_text(sheet, language), *(say(one, language) for one in sheet.before)]
        assert not [one for one in told if "不用还" in one or "不必还" in one or "need not pay" in one]


@pytest.mark.parametrize(
    ("language", "accepting"),
    [
        ("zh", ("我知道有", "我想还", "能还", "期没还", "整理全部债务")),
        ("en", ("is due and not paid", "want to repay", "I can pay", "all my debts")),
    ],
)
def test_nothing_said_on_the_telephone_accepts_an_old_debt(language, accepting):
    sheet = letter(named("call"), case("old"))
    text = sheet_text(sheet, language)
    assert [one for one in accepting if one in text] == []
    assert "12348" in text
    assert first(sheet) == "letter-before-silent"
    lately = sheet_text(letter(named("call"), case("shop")), language)
    assert [one for one in accepting[:2] if one in lately] == list(accepting[:2])
