"""H14: a letter goes through the lender's own channel, and says nothing that a collector could use."""

import pytest

from ashore.documents.sheets.text import sheet_text
from ashore.letters.letter import letter
from ashore.letters.sheet import Blank
from letters.cases import FULL, case, made, named

OFF = (
    "工作单位",
    "银行卡号",
    "账号",
    "家庭住址",
    "联系人",
    "亲属",
    "employer:",
    "account number",
    "relatives",
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_employer_accounts_and_relatives_have_no_place_in_any_letter(language):
    for _, kind, sheet, _ in made(FULL):
        text = sheet_text(sheet, language)
        assert [one for one in OFF if one in text] == [], kind.name


def test_every_letter_says_where_it_goes_and_what_is_kept():
    for _, kind, sheet, _ in made(FULL):
        codes = [one.code for one in sheet.before]
        wanted = {"letter-before-channel", "letter-before-true", "letter-before-keep"}
        assert wanted <= set(codes) or kind.name == "call"


@pytest.mark.parametrize(("stage", "told"), [("outsourced", True), ("assigned", True), ("overdue", False)])
def test_where_somebody_else_collects_it_goes_to_the_lender(stage, told):
    codes = [one.code for one in letter(named("proposal"), case("shop", stage=stage)).before]
    assert (f"letter-before-{stage}" in codes) == told


def test_who_somebody_is_stands_on_lines_to_fill_in():
    sheet = letter(named("proposal"), case("flat"))
    assert all(isinstance(one, Blank) for one in sheet.signed)
    assert [one.label.code for one in sheet.signed] == [
        "letter-sign-name",
        "letter-sign-id",
        "letter-sign-phone",
    ]


def test_without_a_lenders_name_its_line_is_empty():
    assert letter(named("proposal"), case("flat", creditor="")).to is None
