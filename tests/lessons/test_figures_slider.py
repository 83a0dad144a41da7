"""A slider turned up: what must grow grows, what must shrink shrinks; and every book gives every figure its keys."""

from itertools import pairwise

import pytest
from hypothesis import given, reject

from ashore.household.reading import read_household
from ashore.packs.products import all_products
from ashore.texts.facts import format_facts
from household.drawing import files
from lessons.figured import NUMBERS, figure, from_text, home, positions, read
from properties.examples import PLANNED

GROWS = {
    "daily-rate": ["turned_fen"],
    "flat-fee": ["turned_fees_fen"],
    "minimum-payment": ["turned_fen"],
    "penalty-interest": ["turned_penalty_fen", "turned_more_fen"],
    "compound-interest": ["turned_interest_fen", "turned_penalty_fen", "turned_arrears_fen"],
    "deferral-cost": ["turned_more_fen", "turned_first_fen", "turned_added_more_fen"],
    "emergency-fund": ["turned_fen", "turned_each_fen", "turned_spared_fen"],
    "side-work-tax": ["turned_year_withheld_fen", "turned_year_net_fen", "turned_single_fen"],
    "rate-or-instalment": ["turned_interest_fen", "turned_more_fen"],
}
SHRINKS = {
    "minimum-payment": ["turned_nmonths", "turned_interest_fen"],
    "rate-or-instalment": ["turned_instalment_fen"],
}
HOMES = ("", "demo", "eight-debts", "mortgage")
CASES = [(lesson, name) for lesson in sorted(GROWS) for name in HOMES]


@pytest.mark.parametrize(("lesson", "name"), CASES)
def test_turned_up_it_only_grows_or_only_shrinks(lesson, name):
    places = positions(lesson)
    picked = [places[0], places[len(places) // 3], places[-1]]
    found = [figure(lesson, home(name) if name else None, at).facts for at in picked]
    for key in GROWS[lesson]:
        assert all(one[key] <= other[key] for one, other in pairwise(found)), key
        assert found[0][key] < found[-1][key] or key == "turned_more_fen", key
    for key in SHRINKS.get(lesson, []):
        assert all(one[key] >= other[key] for one, other in pairwise(found)), key


@pytest.mark.parametrize("lesson", NUMBERS)
def test_a_slider_is_there_where_the_figure_turns(lesson):
    turns = any(key.startswith("turned_") for key in figure(lesson).facts)
    assert ("slider" in read(lesson)) == turns == (lesson in GROWS)


@pytest.mark.property
@PLANNED
@given(files())
def test_every_book_gives_every_figure_the_keys_of_the_example_and_can_be_written(text):
    """And a sum paid into one debt leaves one overdue debt less, scattered none."""
    household = read_household(text.encode(), all_products()).household
    if household is None:
        reject()
    for lesson in NUMBERS:
        found = figure(lesson, household)
        assert found.facts.keys() == figure(lesson).facts.keys(), lesson
        assert all(len(row) == len(found.heads) for row in found.rows)
        for language in ("zh", "en"):
            assert "Fraction" not in str(format_facts(found.facts, language))
    one = figure("scattered-payments", household).facts
    assert one["one_late_ndebts"] == one["late_ndebts"] - 1
    assert one["scattered_late_ndebts"] == one["late_ndebts"]
    assert one["into_fen"] + one["costs_fen"] == one["sum_fen"]


def test_a_book_without_debts_shows_examples():
    household = from_text('format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 10.00\n')
    assert [lesson for lesson in NUMBERS if figure(lesson, household).own] == []
