"""Beside a statement of spending stands which line is above an official average, so that its reason can be given."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.documents.letters import case_of, told_before
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.letter import letter
from ashore.texts import Language
from letters.cases import DAY, household_of, named

HOME = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 100.00
dependants = {dependants}
jurisdiction = "{jurisdiction}"
[[income]]
name = "wage"
amount = 9000.00
[[spending]]
name = "row"
category = "{category}"
amount = {amount}
[[debt]]
id = "d"
name = "d"
creditor = "某银行"
lender_kind = "bank"
balance = 12000.00
rate = "9%/year"
method = "level-payment"
periods_left = 12
due_day = 5
"""
AVERAGES = {"food": 8411, "transport": 3976, "education": 3189}
"""Yuan per head in 2024, by the bureau of statistics: food, tobacco; transport, telephone; education, leisure."""
PAST = date(2027, 3, 1)
"""The day after which the averages are to be looked up again is over."""


def beside(category, amount, dependants=0, jurisdiction="cn", day=DAY, language: Language = "zh"):
    """Return what is said beside the statement about averages, and the statement."""
    home = household_of(
        HOME.format(category=category, amount=amount, dependants=dependants, jurisdiction=jurisdiction)
    )
    at = case_of(home, home.debts[0], day, Typed(mine=("wage",)))
    sheet = letter(named("budget"), at)
    told = [one for one in told_before(sheet, at, language) if one.code.startswith("letter-above")]
    return told, sheet_text(sheet, language)


@pytest.mark.parametrize("category", sorted(AVERAGES))
@pytest.mark.parametrize("dependants", [0, 2])
def test_a_line_is_named_from_the_first_fen_above_the_average_of_its_heads(category, dependants):
    year = AVERAGES[category] * (1 + dependants)
    most = Decimal(year * 100 // 12) / 100
    assert beside(category, most, dependants)[0] == []
    line, why = beside(category, most + Decimal("0.01"), dependants)[0]
    assert (line.code, why.code) == ("letter-above-line", "letter-above-why")
    assert line.facts["people_count"] == 1 + dependants
    assert line.facts["average_fen"] == int(Decimal(AVERAGES[category] * 100 / 12).quantize(Decimal(1)))
    sources = why.facts["sources"]
    assert isinstance(sources, tuple | list)
    assert any("统计局" in str(one) for one in sources)


@pytest.mark.parametrize(
    ("category", "changes"),
    [
        ("housing", {}),
        ("medical", {}),
        ("food", {"day": PAST}),
        ("transport", {"jurisdiction": "toyland"}),
    ],
)
def test_nothing_is_said_where_no_average_is_known_or_it_is_past_its_day(category, changes):
    assert beside(category, "8000.00", **changes)[0] == []


@pytest.mark.parametrize(("language", "word"), [("zh", "平均"), ("en", "average")])
def test_the_statement_itself_names_no_average_and_keeps_the_line(language, word):
    told, paper = beside("food", "2600.00", language=language)
    assert len(told) == 2
    assert word not in paper
    assert "2,600.00" in paper


def test_it_stands_beside_that_statement_alone():
    home = household_of(HOME.format(category="food", amount="2600.00", dependants=0, jurisdiction="cn"))
    at = replace(case_of(home, home.debts[0], DAY), typed=Typed())
    codes = [one.code for one in told_before(letter(named("statement"), at), at, "zh")]
    assert not any(code.startswith("letter-above") for code in codes)
