"""H7: where no plan works, what is safe and one step come first; what is missing stands behind them, with a way on."""

import json
import re

import pytest

from ashore.texts.sentences import word
from harm.told import NOTHING_WORKS, told

ORDER = (
    "answer-head-urgent",
    "answer-head-safe",
    "answer-head-step",
    "answer-head-gap",
    "answer-head-routes",
)


def places(text, language):
    """Return where each heading stands."""
    return [text.index(squeezed(word(code, language), language)) for code in ORDER]


def squeezed(text, language):
    """Return a heading as the text has it."""
    return text if language == "en" else "".join(text.split())


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_order_is_safe_step_number_way_on(language):
    text = told("plan", NOTHING_WORKS, "--lang", language)
    found = places(text if language == "en" else "".join(text.split()), language)
    assert found == sorted(found)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_missing_is_not_named_before_its_own_part(language):
    text = told("plan", NOTHING_WORKS, "--lang", language)
    missing = json.loads(told("plan", NOTHING_WORKS, "--json"))["shortfall_fen"]
    assert missing > 0
    before, _, after = text.partition(word("answer-head-gap", language))
    shown = f"{missing // 100:,}"
    assert shown in after, "it is told, and in this form"
    assert shown not in before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_is_a_way_on_with_a_number_and_a_day_and_somebody_to_call(language):
    text = told("plan", NOTHING_WORKS, "--lang", language)
    routes = text.partition(word("answer-head-routes", language))[2]
    assert re.search(r"\b(12348|12368|12345)\b|1234[58]", routes)
    assert "12356" in routes
    assert re.search(r"\d+月\d+日|\d+ [A-Z][a-z]{2}", routes)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_share_of_futures_comes_after_what_would_help_most(language):
    """ "23 of 100" alone frightens: it stands below a sentence that says what changes it."""
    text = told("plan", NOTHING_WORKS, "--lang", language)
    assert not re.search(r"\d+ ?%", text.partition(word("answer-head-gap", language))[0])
