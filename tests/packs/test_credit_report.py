"""The facts on the credit report: the codes are those of the source, and cover every day overdue once."""

from datetime import date

from ashore.household.credit_report import PARTS, days_of
from ashore.packs.pack import load_pack
from ashore.rules.fact import RuleFact

CN = load_pack("cn")
CODES = {key: fact for key, fact in CN.facts.items() if key.startswith("report-status-")}
DIGITS = ["1-30", "31-60", "61-90", "91-120", "121-150", "151-180", "181-"]
"""As the source states them, in the order of the digits 1 to 7."""
LETTERS = set("NM*#ABDZCG")


def test_the_digits_are_the_days_of_the_source():
    assert [CODES[f"report-status-{number}"].value for number in range(1, 8)] == DIGITS


def test_every_day_overdue_has_exactly_one_code():
    spans = [days for fact in CODES.values() if (days := days_of(str(fact.value)))]
    for late in range(1, 1000):
        assert sum(least <= late <= (most or late) for least, most in spans) == 1, late


def test_the_other_codes_are_the_letters_and_signs_of_the_source():
    assert {fact.value for fact in CODES.values() if days_of(str(fact.value)) is None} == LETTERS


def test_a_code_says_its_own_sign_and_its_days_in_both_languages():
    for key, fact in CODES.items():
        sign = key.removeprefix("report-status-") if days_of(str(fact.value)) else str(fact.value)
        assert f"Code {sign}:" in fact.names["en"]
        assert f"代码 {sign}：" in fact.names["zh"]
        for number in str(fact.value).removesuffix("181-").split("-"):
            if number.isdecimal():
                assert number in fact.names["en"]
                assert number in fact.names["zh"]


def test_the_five_classes_stand_in_their_order():
    classes = [fact.value for key, fact in CN.facts.items() if key.startswith("report-class-")]
    assert classes[:5] == ["正常", "关注", "次级", "可疑", "损失"]


def test_every_fact_on_the_report_has_a_day_to_look_again():
    facts: list[RuleFact] = [
        fact for key, fact in CN.facts.items() if key.startswith(("report-", "dispute-"))
    ]
    assert len(facts) > len(PARTS)
    for fact in facts:
        assert date(2026, 11, 23) <= fact.seen_on <= CN.version < fact.review_by
        assert (fact.review_by - fact.seen_on).days <= 366


def test_the_order_of_the_report_is_that_of_the_walk():
    order = CN.facts["report-order"].value
    assert isinstance(order, tuple)
    named = ["资产处置信息", "信用卡", "贷款", "相关还款责任信息", "非信贷交易记录", "公共记录"]
    assert sorted(named, key=order.index) == named
    assert len(named) == len(PARTS)
