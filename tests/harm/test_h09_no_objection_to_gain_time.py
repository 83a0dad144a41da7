"""H9: nobody is told to object to a payment order in order to gain time; only what is really wrong is objected to."""

import re
from datetime import date

import pytest

from ashore.errors import Message
from ashore.texts import say
from ashore.texts.language import gettext_for
from ashore.texts.sentences import SENTENCES
from harm.told import told

TRUE = {
    "zh": ("真", "确实", "不对", "别为拖时间"),
    "en": ("true", "truly", "really", "nor object to gain time"),
}
OBJECT = {"zh": "异议", "en": "object"}
RECORD = re.compile("record|dispute|report-")
"""Codes of what is said of an entry in the credit report: to object to a wrong one is another thing."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_wherever_objecting_is_spoken_of_it_is_for_what_is_true(language):
    of_papers = [text for code, text in SENTENCES.items() if not RECORD.search(code)]
    said = [gettext_for(language)(text) for text in of_papers]
    about = [one for one in said if OBJECT[language] in one.lower()]
    assert about
    for one in about:
        assert any(word in one for word in TRUE[language]), one


@pytest.mark.parametrize(("language", "said"), [("zh", "都拦不住它"), ("en", "does not stop it")])
def test_a_payment_order_says_what_does_not_stop_it(language, said):
    assert said in told("paper", "payment-order", "--lang", language)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh", ("真的有错", "不为拖时间上诉", "小额诉讼的判决不能上诉")),
        ("en", ("really wrong", "Not to gain time", "no appeal")),
    ],
)
def test_an_appeal_is_for_what_is_really_wrong_and_a_small_claim_has_none(language, said):
    page = told("paper", "judgment", "--lang", language)
    assert [one for one in said if one not in page] == []


@pytest.mark.parametrize(
    ("what", "zh", "en"),
    [
        ("objection", "要还钱，或者提真实的异议，最晚", "pay, or object where it is truly wrong, by"),
        ("appeal", "要想好上不上诉，最晚", "decide whether to appeal, by"),
    ],
)
def test_the_first_thing_on_today_tells_nobody_to_object_or_to_appeal(what, zh, en):
    facts = {"debt": "甲", "what": what, "on": date(2026, 12, 9), "days_ahead": 12}
    assert zh in say(Message("urgent-deadline", facts), "zh")
    assert en in say(Message("urgent-deadline", facts), "en")
