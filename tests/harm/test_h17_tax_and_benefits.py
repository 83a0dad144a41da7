"""H17: where money is earned, a shop closes or its takings are on paper, it is said whom to ask about tax, benefits."""

import re

import pytest

from ashore.documents.letters import case_of, told_before
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.letter import letter
from ashore.packs.pack import load_pack
from ashore.texts import say
from ashore.texts.language import gettext_for
from ashore.texts.sentences import SENTENCES
from letters.cases import DAY, FILE, household_of, named

TAX, SOCIAL = (load_pack("cn").helplines[one].number for one in ("12366", "12333"))
WORKERS = "暗号公司的工资", "爱人暗号的工资"
SHOP = """
[[business]]
name = "暗号小店"
takings = 9000.00
cost_of_goods = "50%"
fixed = 1500.00
form = "sole-trader"
"""
ASKED = {
    "money-work-tax": ("{tax_number}", "{social_number}"),
    "money-sale-tax": ("{tax_number}",),
    "shop-choice": ("{tax_number}",),
    "iou-before-tax": ("{tax_number}",),
    "letter-before-shop": ("{tax_number}",),
}
"""By sentence: the numbers that it names, in either language."""
DODGES = re.compile(
    r"不用报税|不用申报|避税|逃税|别申报|不必申报|no need to declare|need not declare|avoid tax|off the books",
    re.IGNORECASE,
)


def statement(shop, **typed):
    """Return the statement of income and spending of a household, and what stands beside it."""
    home = household_of(FILE + (SHOP if shop else ""))
    at = case_of(home, next(one for one in home.debts if one.id == "flat"), DAY, Typed(**typed))
    sheet = letter(named("budget"), at)
    return sheet_text(sheet, "zh"), [say(one, "zh") for one in told_before(sheet, at, "zh")]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", sorted(ASKED))
def test_each_names_whom_to_ask(code, language):
    text = gettext_for(language)(SENTENCES[code])
    assert [one for one in ASKED[code] if one not in text] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_sentence_says_that_something_need_not_be_declared(language):
    said = [gettext_for(language)(text) for text in SENTENCES.values()]
    assert [one for one in said if DODGES.search(one)] == []


def test_a_planted_dodge_is_found():
    assert DODGES.search("小店的流水不用报税")
    assert DODGES.search("there is no need to declare it")


def test_what_the_shop_brings_in_is_on_the_paper_and_whom_to_ask_stands_beside_it():
    """Takings of 9,000 less half for goods and 1,500 of fixed costs are 3,000."""
    paper, beside = statement(shop=True, mine=WORKERS[:1])
    assert "经营净收入：¥3,000.00" in paper
    assert any(TAX in one and "寄出之前" in one for one in beside)
    assert TAX not in paper
    paper, beside = statement(shop=False, mine=WORKERS[:1])
    assert "经营净收入" not in paper
    assert not any(TAX in one for one in beside)


def test_a_paper_names_no_income_that_was_not_chosen():
    """7,600 and 3,900: the sum on the paper is that of the incomes named, nothing where none is."""
    for mine, total in ((WORKERS[:1], "7,600.00"), (WORKERS[1:], "3,900.00"), (WORKERS, "11,500.00")):
        paper, _ = statement(shop=False, mine=mine)
        assert f"合计：¥{total}" in paper
        assert [one for one in WORKERS if one in paper] == []
    paper, _ = statement(shop=False, mine=())
    assert not any(one in paper for one in ("7,600", "3,900", "11,500"))


def test_side_work_during_unemployment_benefit_is_asked_about_before_it_begins():
    fact = load_pack("cn").facts["unemployment-benefit-ends"]
    assert SOCIAL in fact.note["zh"]
    assert "before you begin" in SENTENCES["money-work-tax"]
