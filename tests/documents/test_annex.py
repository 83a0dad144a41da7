"""The paper that goes with a complaint: what the contract decides, how it was computed, no word for the person."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ashore.documents.audit.annex import NothingToShow, annex_sheet, has_annex
from ashore.documents.audit.checking import view_of
from ashore.documents.audit.view import complained
from ashore.documents.sheets.page import PAGE_MAKERS
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.documents.sheets.text import sheet_text
from ashore.household import read_parsed, read_source
from ashore.importers.statement.reading import read_statement
from ashore.letters.sheet import Figures
from ashore.packs.products import all_products
from documents.audits import AS_OF, FILE, STATEMENT, audit_view
from documents.cards import BILLS, CARD
from documents.papers import missing_in_order, pdf_text, words

DAY = date(2026, 11, 27)
LANGUAGES = pytest.mark.parametrize("language", ["zh", "en"])


def penalty_fen(principal_fen, interest_fen, days, times):
    """Return penalty interest on an overdue instalment at so many times 0.045 % a day, half up to the fen."""
    exact = (principal_fen + interest_fen) * Fraction(45, 100_000) * times * days
    return int(exact + Fraction(1, 2))


def view_from(file=FILE, statement=STATEMENT):
    """Return the audit of a statement against the one debt of a file."""
    household = read_parsed(read_source(file.encode()), all_products()).household
    assert household is not None
    (debt,) = household.debts
    return view_of(household, debt, read_statement(statement.encode(), AS_OF, debt=debt))


def rows(sheet):
    """Return the rows of the paper's table."""
    return next(block.rows for block in sheet.blocks if isinstance(block, Figures))


def test_it_lists_what_the_contract_decides_to_the_fen():
    """8,600.00 with 839.79, 696.60 and 599.85 of interest, 69, 39 and 8 days overdue; counted at twice the rate."""
    wanted = [(839_79, 69), (696_60, 39), (599_85, 8)]
    double = [penalty_fen(8_600_00, interest, days, 2) for interest, days in wanted]
    ours = [penalty_fen(8_600_00, interest, days, Fraction(3, 2)) for interest, days in wanted]
    found = rows(annex_sheet(audit_view(), DAY, "zh"))
    assert [row[0] for row in found] == [1, 2, 3]
    assert [(row[3], row[4], row[5]) for row in found] == [
        (stated, mine, stated - mine) for stated, mine in zip(double, ours, strict=True)
    ]


@LANGUAGES
def test_the_pdf_says_what_the_text_says_in_the_same_order(language):
    sheet = annex_sheet(audit_view(), DAY, language)
    assert missing_in_order(words(sheet, language), pdf_text(sheet_pdf(sheet, language))) == []


@LANGUAGES
def test_every_form_has_the_figures_and_none_what_is_not_for_the_lender(language):
    """Not what the person calls the debt (rule 157), no advice, no number to call, no name of the program (H8, H14)."""
    file = FILE.replace('name = "网商贷"', 'name = "装修的钱"')
    sheet = annex_sheet(view_from(file), DAY, language)
    for ending in ("txt", "html"):
        text = PAGE_MAKERS[ending](sheet, language).decode()
        assert "586.21" in text
        assert "439.66" in text
        hidden = (
            "装修",
            "对方",
            "下一步",
            "Next:",
            "12378",
            "12356",
            "靠岸",
            "Ashore",
            "http://",
            "https://",
            "文件",
            "your file",
        )
        assert [one for one in hidden if one in text] == []


@LANGUAGES
def test_what_only_the_contract_can_tell_is_counted_and_not_listed(language):
    text = sheet_text(annex_sheet(audit_view(), DAY, language), language)
    assert ("另有 2 个数" if language == "zh" else "Another 2 figures") in text
    assert "1,079.73" not in text


def test_it_accepts_no_debt_and_is_signed_by_hand():
    sheet = annex_sheet(audit_view(), DAY, "zh")
    text = sheet_text(sheet, "zh")
    assert "不表示承认欠款" in text
    assert "合同（借据）编号" in text
    assert [one.label.code for one in sheet.signed] == ["letter-sign-name"]
    assert sheet.to == ""
    assert "示例" not in text
    assert "示例" in sheet_text(annex_sheet(audit_view(), DAY, "zh", example=True), "zh")


def test_without_a_creditors_name_it_speaks_of_the_lender():
    text = sheet_text(
        annex_sheet(view_from(FILE.replace('creditor = "浙江网商银行"\n', "")), DAY, "zh"), "zh"
    )
    assert "贷款机构的账单" in text


def test_a_statement_that_only_disagrees_with_itself_is_put_down_too():
    """10,062.00 is stated where 8,600.00 + 839.79 + 586.21 are 10,026.00."""
    view = view_from(FILE.partition("source = ")[0])
    assert complained(view.audit.verdicts) == ()
    text = sheet_text(annex_sheet(view, DAY, "zh"), "zh")
    assert "合计写的是 ¥10,062，各项加起来是 ¥10,026" in text
    assert "按合同算出来是另外的数" not in text


def test_where_nothing_can_be_put_down_there_is_no_paper():
    view = view_from(FILE.partition("source = ")[0], STATEMENT.replace("10062.00", "10026.00"))
    assert not has_annex(view)
    with pytest.raises(NothingToShow) as error:
        annex_sheet(view, DAY, "zh")
    assert error.value.code == "annex-nothing"


def test_money_kept_back_at_the_start_stands_on_it_with_its_rule():
    view = audit_view()
    statement = replace(view.audit.statement, lent_fen=86_000_00, received_fen=85_000_00)
    held = replace(view, audit=replace(view.audit, statement=statement))
    text = sheet_text(annex_sheet(held, DAY, "zh"), "zh")
    assert "到账 ¥85,000，先扣了 ¥1,000" in text
    assert "利息不能预先扣" in text


def test_a_ceiling_stands_on_it_only_where_it_is_passed():
    assert "24%" not in sheet_text(annex_sheet(audit_view(), DAY, "zh"), "zh")
    dear = STATEMENT.replace("839.79,586.21", "839.79,9586.21").replace("10062.00", "19026.00")
    text = sheet_text(annex_sheet(view_from(statement=dear), DAY, "zh"), "zh")
    assert "一年 24%" in text
    assert "可以请求法院调减" in text


def test_nobody_complains_of_what_was_charged_too_low():
    low = STATEMENT.replace("586.21", "86.21").replace("10062.00", "9526.00")
    for one in complained(view_from(statement=low).audit.verdicts):
        assert one.difference.fen > 0


def test_the_source_of_a_term_is_said_in_the_papers_language():
    assert "（出处：合同）" in sheet_text(annex_sheet(audit_view(), DAY, "zh"), "zh")
    assert "(source: contract)" in sheet_text(annex_sheet(audit_view(), DAY, "en"), "en")


def test_what_of_a_card_could_not_be_counted_is_said_without_advice():
    """Bills that do not add up are named; what to add to the file is for the person, not for the lender."""
    wrong = BILLS.replace("1125.50,112.55", "1130.60,113.06").replace("利息,25.50", "利息,30.60")
    text = sheet_text(annex_sheet(view_from(CARD, wrong), DAY, "zh"), "zh")
    assert "的账单：写的是" in text
    assert "收的钱没有算" in text
    assert "补上" not in text


def test_what_a_line_is_stands_only_where_one_is_named():
    """A total that is not its parts, or a slip taken as given, names its line; the table has days and no lines."""
    right = STATEMENT
    for wrong, so in (
        ("10062.00", "10026.00"),
        ("1079.73,0.00,9679.73,9679.73", "1044.90,0.00,9644.90,9644.90"),
        ("40.00,9599.76,9599.76", "43.02,9602.78,9602.78"),
    ):
        right = right.replace(wrong, so)
    for view, said in ((audit_view(), True), (view_from(statement=right), False)):
        text = sheet_text(annex_sheet(view, DAY, "zh"), "zh")
        assert ("“第几行”指的是" in text) is said
        assert (re.search(r"第 [\d、 ]+ 行", text) is not None) is said
