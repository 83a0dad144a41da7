"""Every pattern of answers is scored and led on as a second table says; what is left out is never guessed."""

import random
from collections import Counter

import pytest

from ashore.packs.pack import load_pack
from ashore.wellbeing.scoring import fits, outcome_of, route_of, total_of
from wellbeing.expected import ANSWERS, BANDS, ITEMS, band, patterns, sums_of

NAMES = sorted(ITEMS)
COUNTS = {"phq-9": 262_144, "gad-7": 16_384, "phq-4": 256}


@pytest.fixture(scope="module", params=NAMES)
def form(request):
    """Return each questionnaire in turn."""
    return load_pack("cn").screeners[request.param]


def test_every_pattern_has_the_sum_the_band_and_the_route_of_the_second_table(form):
    """All 262,144 of the PHQ-9, 16,384 of the GAD-7 and 256 of the PHQ-4; none is left out, none differs."""
    found, helped = Counter(), 0
    starts = {one.first: number for number, one in enumerate(form.bands)}
    for answers, total, route in patterns(form.id):
        outcome = outcome_of(form, answers)
        assert outcome.route == route
        assert outcome.total == total
        assert outcome.open_count == 0
        assert outcome.band is not None
        assert starts[outcome.band.first] == band(form.id, total)
        found[total] += 1
        helped += route == "help"
    assert sum(found.values()) == COUNTS[form.id]
    assert [found[total] for total in range(form.top + 1)] == sums_of(ITEMS[form.id])
    assert helped == (3 * 65_536 if form.id == "phq-9" else 0)


def test_the_pairs_of_the_shortest_are_the_sums_of_its_halves():
    form = load_pack("cn").screeners["phq-4"]
    for answers, total, _ in patterns("phq-4"):
        pairs = [one.total for one in outcome_of(form, answers).pairs]
        assert pairs == [answers[0] + answers[1], answers[2] + answers[3]]
        assert sum(one or 0 for one in pairs) == total


def test_thoughts_of_hurting_oneself_lead_to_help_whatever_else_is_left_out():
    """Each way to leave the other eight out, or to answer them lowest or highest; with each answer there is."""
    form = load_pack("cn").screeners["phq-9"]
    for number in range(3**8):
        others = [(None, 0, 3)[number // 3**at % 3] for at in range(8)]
        for last in (1, 2, 3):
            assert route_of(form, [*others, last]) == "help"
        assert route_of(form, [*others, 0]) != "help"
        assert route_of(form, [*others, None]) != "help"


def test_with_a_question_left_out_there_is_no_sum_and_no_band(form):
    rng = random.Random(8)
    for _ in range(2_000):
        answers = [rng.choice((None, *range(ANSWERS))) for _ in form.items]
        outcome = outcome_of(form, answers)
        gaps = answers.count(None)
        assert outcome.open_count == gaps
        assert (outcome.total is None) == (outcome.band is None) == (gaps > 0)
        assert total_of(answers) == (None if gaps else sum(one or 0 for one in answers))


def test_what_was_answered_leads_to_a_doctor_only_where_it_would_whatever_the_rest_is(form):
    """A route with gaps is that of the lowest way to fill them: never of a guess above it."""
    rng = random.Random(9)
    for _ in range(2_000):
        answers = [rng.choice((None, *range(ANSWERS))) for _ in form.items]
        assert route_of(form, answers) == route_of(form, [one or 0 for one in answers])


def test_only_what_fits_is_taken(form):
    whole = [0] * len(form.items)
    assert fits(form, whole)
    assert not fits(form, whole[1:])
    assert not fits(form, [*whole, 0])
    assert not fits(form, [ANSWERS, *whole[1:]])
    assert not fits(form, [-1, *whole[1:]])
    with pytest.raises(AssertionError):
        outcome_of(form, whole[1:])


def test_a_wrong_table_would_be_noticed(monkeypatch):
    """The second table with one cut-off moved differs from the product."""
    monkeypatch.setitem(BANDS, "gad-7", (5, 10, 16))
    form = load_pack("cn").screeners["gad-7"]
    starts = {one.first: number for number, one in enumerate(form.bands)}
    assert any(
        starts[found.first] != band("gad-7", total)
        for total in range(22)
        for found in form.bands
        if found.first <= total <= found.last
    )
