"""H2: nobody else signs unless the file says that both borrowed, and a statement is about one person alone."""

from fractions import Fraction

import pytest

from ashore.documents.letters import case_of
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.fitting import NotThisLetter
from ashore.letters.letter import letter
from letters.cases import DAY, FILE, FULL, case, household_of, made, named

SPOUSE = ("爱人", "配偶", "夫妻", "丈夫", "妻子", "共同借款人", "spouse", "wife", "husband", "Co-borrower")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_letter_has_a_line_for_a_spouse(language):
    for _, kind, sheet, _ in made(FULL):
        text = sheet_text(sheet, language)
        assert [one for one in SPOUSE if one in text] == [], kind.name


def test_a_co_borrower_signs_and_is_to_read_it_first():
    sheet = letter(named("proposal"), case("flat", liable=("self", "spouse")))
    assert "共同借款人（签名）" in sheet_text(sheet, "zh")
    assert "consent-spouse" in [one.code for one in sheet.before]


def test_of_several_incomes_it_is_asked_whose_they_are():
    with pytest.raises(NotThisLetter) as refused:
        letter(named("budget"), case("flat"))
    assert refused.value.code == "letter-not-whose"


def test_the_statement_has_the_persons_own_income_and_share_alone():
    typed = Typed(mine=("暗号公司的工资",), share=Fraction(1, 2))
    text = sheet_text(letter(named("budget"), case("flat", typed)), "zh")
    assert "固定收入：¥7,600.00" in text
    assert "3,900" not in text
    assert "住房：¥1,050.00" in text  # half of 2,100
    assert "吃饭和日用：¥1,300.00" in text  # half of 600 × 52 / 12
    assert "教育：¥240.00" in text
    assert "¥250" in text  # 3,000 over 12 months are kept
    assert "¥4,760" in text  # 7,600 − 1,050 − 1,300 − 240 − 250


def test_none_of_the_incomes_may_be_the_persons():
    text = sheet_text(letter(named("budget"), case("flat", Typed(mine=()))), "zh")
    assert "目前没有余钱" in text
    assert "7,600" not in text


def test_another_persons_payday_is_no_reason_for_a_due_day():
    with pytest.raises(NotThisLetter):
        letter(named("due-day"), case("flat"))
    text = sheet_text(letter(named("due-day"), case("flat", Typed(mine=("暗号公司的工资",)))), "zh")
    assert "每月 10 日到账" in text
    assert "每月 11 日" in text


SHOP = """
[[business]]
name = "Shop"
form = "family"
takings = 30000.00
cost_of_goods = "50%"
fixed = 5000.00
season = [0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2]

[[due]]
name = "Rent"
amount = 24000.00
on = 2027-03-01
keep = "shop"

[[due]]
name = "School"
amount = 2400.00
on = 2027-09-01
keep = "family"

[[due]]
name = "Later"
amount = 9900.00
on = 2028-01-01
keep = "family"
"""
"""In the year ahead eleven times 15,000 after goods, less 60,000 fixed and a rent of 24,000: 81,000, 6,750 a month."""
WORK = """
[[spending]]
name = "Petrol"
category = "transport"
amount = 300.00
business = true
"""


def budget_of_file(text, share=Fraction(1, 2)):
    """Return the statement of a household with more in its file."""
    home = household_of(f"{FILE}{text}")
    debt = next(one for one in home.debts if one.id == "flat")
    typed = Typed(mine=("暗号公司的工资",), share=share)
    return sheet_text(letter(named("budget"), case_of(home, debt, DAY, typed)), "zh")


def test_a_shop_counts_as_the_year_ahead_will_be_not_as_its_best_month_is():
    text = budget_of_file(SHOP)
    assert "店里的净收入（整个店的，不是我一个人的）：¥6,750.00" in text
    assert "一年内已知的其他支出（按月平均）：¥100.00" in text  # half of 2,400 over twelve months
    assert "¥11,410" in text  # 7,600 + 6,750 − 1,050 − 1,300 − 240 − 100 − 250


def test_what_work_itself_costs_is_not_left_for_debts():
    assert "店里的净收入（整个店的，不是我一个人的）：¥6,450.00" in budget_of_file(SHOP + WORK)
    alone = budget_of_file(WORK)
    assert "工作所需的支出：¥300.00" in alone
    assert "¥4,460" in alone  # 4,760 less 300
