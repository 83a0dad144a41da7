"""Official averages beside a budget: only those that may be used today; far off means look again, never a norm."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Debt, Household
from ashore.loans.terms import Terms
from ashore.money import Rate
from ashore.packs.averages import averages_of, load_averages
from ashore.packs.called import bought_on, called_in_bills
from ashore.packs.pack import load_pack
from ashore.planning.envelopes import Envelope
from ashore.planning.plausible import beside_averages
from ashore.rules.average import Average

TODAY = date(2026, 11, 26)
FOOD = Average("spending-average-food-2024", ("food", "eating-out"), "food")
CN = load_pack("cn")


def test_the_averages_of_the_pack():
    """¥8,411 on food, 1,521 on clothes, 1,547 on goods, 3,976 on transport and phone, 3,189 on learning and leisure."""
    found = {average.fact: fen for average, fen in averages_of(CN, TODAY).items()}
    assert found == {
        FOOD.fact: 841_100,
        "spending-average-clothing-2024": 152_100,
        "spending-average-goods-2024": 154_700,
        "spending-average-transport-2024": 397_600,
        "spending-average-learning-2024": 318_900,
    }
    assert averages_of(CN, TODAY)[FOOD] == 841_100
    assert averages_of(load_pack("toyland"), TODAY) == {FOOD: 600_000}


def test_each_is_about_something_else():
    """No category counts twice, and no line of a statement stands beside two averages."""
    averages = load_averages("cn")
    categories = [code for average in averages for code in average.categories]
    lines = [average.line for average in averages if average.line]
    assert len(set(categories)) == len(categories)
    assert sorted(lines) == ["education", "food", "transport"]


def test_a_fact_past_its_review_day_is_not_used():
    day = CN.facts[FOOD.fact].review_by
    assert FOOD in averages_of(CN, day)
    assert averages_of(CN, day + timedelta(1)) == {}


def envelope(category: str, fen: int) -> Envelope:
    """Return an envelope of a month."""
    return Envelope(category, "essential", fen)


@pytest.mark.parametrize(
    ("fen", "people", "look"),
    [
        (50_000, 1, "near"),
        (16_667, 1, "near"),
        (16_666, 1, "low"),
        (150_000, 1, "near"),
        (150_001, 1, "high"),
        (150_001, 2, "near"),
    ],
)
def test_far_below_and_far_above(fen: int, people: int, look: str):
    """The average is ¥6,000 a year, ¥500 a month: a third is 166.67, three times is 1,500."""
    found = beside_averages([envelope("food", fen - 1), envelope("eating-out", 1)], {FOOD: 600_000}, people)
    assert [(one.look, one.average_fen) for one in found] == [(look, 50_000)]


@given(st.integers(1, 10**7), st.integers(1, 9), st.integers(1, 10**8))
def test_sums_are_for_a_head_and_a_month(fen: int, people: int, year_fen: int):
    (one,) = beside_averages([envelope("food", fen)], {FOOD: year_fen}, people)
    assert abs(one.mine_fen - Fraction(fen, people)) <= Fraction(1, 2)
    assert abs(one.average_fen - Fraction(year_fen, 12)) <= Fraction(1, 2)


def test_nothing_stands_beside_what_a_budget_has_not():
    assert beside_averages([envelope("housing", 100)], {FOOD: 600_000}, 1) == ()


def test_what_a_lender_may_be_called_in_a_bill():
    terms = Terms(method="equal-principal", rate=Rate(Decimal(0), "year"), due_day=1)
    debt = Debt("a", "阿里那笔", "浙江网商银行股份有限公司", terms, 1, product="cn/jiebei")
    words = called_in_bills(Household(TODAY, debts=(debt, replace(debt, id="b", product=None))))
    assert set(words["b"]) == {"阿里那笔", "浙江网商银行股份有限公司"}
    assert {"借呗", "信用贷"} <= set(words["a"])
    assert all(len(word) > 1 for some in words.values() for word in some)


def test_what_a_bill_calls_a_purchase_is_a_key_of_the_product():
    """A loan is not bought on; a debt without a product has no purchases of its own."""
    found = {key: load_pack("cn").products[key].bought_on for key in load_pack("cn").products}
    assert {key: credit for key, credit in found.items() if credit} == {
        "cn/huabei": "huabei",
        "cn/huabei-instalment": "huabei",
        "cn/jd-baitiao": "baitiao",
        "cn/meituan-yuefu": "yuefu",
        "cn/credit-card": "card",
        "cn/credit-card-instalment": "card",
    }
    terms = Terms(method="equal-principal", rate=Rate(Decimal(0), "year"), due_day=1)
    debt = Debt("a", "花呗", "蚂蚁", terms, 1, product="cn/huabei")
    debts = (debt, replace(debt, id="b", product="cn/jiebei"), replace(debt, id="c", product=None))
    assert bought_on(Household(TODAY, debts=debts)) == {"a": "huabei"}
