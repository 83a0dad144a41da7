"""Rows that only their day tells apart, matched against every matching there is."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.bills.matching import match
from importers.bills.ledgers import FIRST

DAYS = st.lists(st.integers(0, 4), max_size=4)


def matchings(ours, theirs):
    """Yield every matching of rows at most a day apart, each a set of pairs of places."""
    if not ours:
        yield frozenset()
        return
    *rest, (place, day) = ours
    for some in matchings(rest, theirs):
        yield some
        taken = {low for _, low in some}
        for low, other in theirs:
            if low not in taken and abs(day - other) <= 1:
                yield some | {(place, low)}


def best_matchings(ours, theirs):
    above, below = dict(ours), dict(theirs)
    found = list(matchings(ours, theirs))

    def worth(some):
        return sum(above[up] == below[low] for up, low in some), len(some)

    most = max(map(worth, found))
    return [some for some in found if worth(some) == most]


def dated(days):
    return [(FIRST + timedelta(days=day), place) for place, day in enumerate(days)]


@pytest.mark.property
@given(DAYS, DAYS)
def test_matching_against_every_matching_there_is(ours, theirs):
    best = best_matchings(list(enumerate(ours)), list(enumerate(theirs)))
    covered = [{low for _, low in some} for some in best]
    always, ever = set.intersection(*covered), set.union(*covered)
    found = match(dated(ours), dated(theirs))
    assert {low for _, low in found.pairs} == always
    assert set(found.unclear) == ever - always
    assert all(abs(ours[up] - theirs[low]) <= 1 for up, low in found.pairs)
    assert len({up for up, _ in found.pairs}) == len(found.pairs)


@pytest.mark.property
@given(DAYS, DAYS)
def test_matching_that_must_be_certain_on_both_sides(ours, theirs):
    best = best_matchings(list(enumerate(ours)), list(enumerate(theirs)))
    above = set.intersection(*({up for up, _ in some} for some in best))
    below = set.intersection(*({low for _, low in some} for some in best))
    found = match(dated(ours), dated(theirs), both=True)
    assert {up for up, _ in found.pairs} <= above
    assert {low for _, low in found.pairs} <= below
    if len(above) == len(ours) and len(below) == len(theirs):
        assert len(found.pairs) == len(ours)
    assert {low for _, low in found.pairs}.isdisjoint(found.unclear)
