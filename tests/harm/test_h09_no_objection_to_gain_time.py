"""H9: nobody is told to object to a payment order in order to gain time; only what is really wrong is objected to."""

import re

import pytest

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
LABELS = {"书面提出异议", "object in writing"}
"""The name of what a paper asks for, in a list; the sentence beside it says when."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_wherever_objecting_is_spoken_of_it_is_for_what_is_true(language):
    of_papers = [text for code, text in SENTENCES.items() if not RECORD.search(code)]
    said = [gettext_for(language)(text) for text in of_papers]
    about = [one for one in said if OBJECT[language] in one.lower() and one.strip() not in LABELS]
    assert about
    for one in about:
        assert any(word in one for word in TRUE[language]), one


@pytest.mark.parametrize(("language", "said"), [("zh", "都拦不住它"), ("en", "does not stop it")])
def test_a_payment_order_says_what_does_not_stop_it(language, said):
    assert said in told("paper", "payment-order", "--lang", language)
