"""Sums beside one another: a change counts only where it is more than the noise; without a figure there is none."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from ashore.packs.pack import load_pack
from ashore.wellbeing.rest import rest_ends
from ashore.wellbeing.trend import Trend, trend_of

FIRST = date(2026, 11, 1)


def form(name="phq-9"):
    """Return a questionnaire of the pack."""
    return load_pack("cn").screeners[name]


def on_days(*sums):
    """Return sums a week apart."""
    return [(FIRST + timedelta(7 * week), total) for week, total in enumerate(sums)]


def compared(one, sums):
    """Return sums beside one another, where they can be."""
    trend = trend_of(one, sums)
    assert isinstance(trend, Trend)
    return trend


@pytest.mark.parametrize("name", ["phq-9", "gad-7"])
def test_two_sums_differ_only_by_more_than_the_noise(name):
    """Every pair of sums there is."""
    one, noise = form(name), {"phq-9": 5, "gad-7": 6}[name]
    for before in range(one.top + 1):
        for now in range(one.top + 1):
            point = compared(one, on_days(before, now)).points[1]
            wanted = "noise" if -noise <= now - before <= noise else ("higher" if now > before else "lower")
            assert (point.change, point.points) == (wanted, abs(now - before))


def test_the_first_is_only_the_first_and_days_are_in_order():
    trend = compared(form(), reversed(on_days(12, 11, 3)))
    assert [(one.total, one.change) for one in trend.points] == [
        (12, "first"),
        (11, "noise"),
        (3, "lower"),
    ]
    assert trend.noise.points == 5


def test_without_a_figure_for_the_noise_nothing_is_compared():
    assert trend_of(form("phq-4"), on_days(1, 12)) == "no-figure"
    assert trend_of(replace(form(), noise=None), on_days(1, 20)) == "no-figure"


def test_one_alone_shows_no_change():
    assert trend_of(form(), on_days(7)) == "too-few"
    assert trend_of(form(), []) == "too-few"


@pytest.mark.parametrize(
    ("hours", "rests"), [(0, True), (12, True), (23.999, True), (24, False), (25, False), (-0.01, False)]
)
def test_a_rest_lasts_a_day_and_no_longer(hours, rests):
    since = datetime(2026, 11, 26, 18, tzinfo=UTC)
    ends = rest_ends(since, since + timedelta(hours=hours))
    assert ends == (since + timedelta(days=1) if rests else None)
