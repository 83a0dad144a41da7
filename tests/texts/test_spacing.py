"""Names and dates stand in a Chinese sentence without the spaces that Latin words need."""

from datetime import date

import pytest

from ashore.errors import Message
from ashore.texts import say

STEP = {"debt": "网商贷", "on": date(2026, 12, 15), "amount_fen": 100_00}


@pytest.mark.parametrize(
    ("debt", "start"),
    [("网商贷", "2026年12月15日，还网商贷 ¥100。"), ("Visa", "2026年12月15日，还 Visa ¥100。")],
)
def test_spaces_between_chinese_go_and_others_stay(debt, start):
    assert say(Message("next-pay", {**STEP, "debt": debt}), "zh").startswith(start)


def test_english_keeps_its_spaces():
    assert say(Message("next-pay", STEP), "en").startswith("On 15 Dec 2026, pay 网商贷 ¥100.")
