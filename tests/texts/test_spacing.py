"""Names and dates stand in a Chinese sentence without the spaces that Latin words need."""

import re
from datetime import date

import polib
import pytest

from ashore.errors import Message
from ashore.texts import say
from needs import ROOT

CATALOGUE = ROOT / "src" / "ashore" / "locale" / "zh_Hans" / "LC_MESSAGES" / "ashore.po"
DAYS = (
    "as_of|until|since|on|by|ends|due|checked_on|asked_on|paid_on|agreed_on|refused_on|last_on|got_on|maturity|"
    "review_by|last_seen|last_month|first_month|due_month|gap_month|until_month|short_month|before|after|latest|day"
)
CLOSE = re.compile(rf"(?<!\}}至)(?<![年月])(?<=[\u3400-\u9fff])\{{({DAYS})\}}")
"""A day or a month straight behind a Chinese character; a span written `A至B` stays together."""
STEP = {"debt": "网商贷", "on": date(2026, 12, 15), "amount_fen": 100_00}


@pytest.mark.parametrize(
    ("debt", "start"),
    [("网商贷", "2026年12月15日，还网商贷 ¥100。"), ("Visa", "2026年12月15日，还 Visa ¥100。")],
)
def test_spaces_between_chinese_go_and_others_stay(debt, start):
    assert say(Message("next-pay", {**STEP, "debt": debt}), "zh").startswith(start)


def test_a_space_stands_before_every_day_in_a_chinese_sentence():
    """As before every other figure: no page writes one date one way and the next another."""
    told = {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOGUE))}
    assert {text for text in told.values() if CLOSE.search(text)} == set()


def test_a_day_without_its_space_is_found():
    assert CLOSE.search("到{until}为止")
    assert not CLOSE.search("{since}至{until}")
    assert not CLOSE.search("截至 {as_of}")


def test_english_keeps_its_spaces():
    assert say(Message("next-pay", STEP), "en").startswith("On 15 Dec 2026, pay 网商贷 ¥100.")
