"""Envelopes from the past, and what comes once a year set aside so that it is complete by its month, to the fen."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month, months_from
from ashore.household.model import Due, Household, Spending
from ashore.planning.envelopes import (
    Envelope,
    Spread,
    envelopes_of,
    is_shown,
    lumps_of,
    set_aside,
    spreads_of,
)
from ashore.planning.past import Past
from planning.spent import NEEDS

AS_OF = date(2026, 12, 31)
FIRST = Month(2027, 1)
YEAR = tuple(months_from(Month(2026, 1), 12))
AHEAD = tuple(months_from(FIRST, 12))


def past(shop: dict[str, tuple[int, ...]] | None = None, **home: tuple[int, ...]) -> Past:
    """Return the past of a year in fen; `_` in a name stands for `-`."""
    return Past(
        YEAR, {code.replace("_", "-"): sums for code, sums in home.items()}, shop or {}, (0,) * 12, (0,) * 12
    )


def home(*spendings: Spending, dues: tuple[Due, ...] = ()) -> Household:
    """Return a household at the end of 2026."""
    return Household(AS_OF, spendings=spendings, dues=dues)


def test_a_year_by_hand():
    """Food is steady; school fees come in March and September, the festival in February, a fridge once.

    Food: 90,000 in every month but one of 120,000: the middle is 90,000, and 120,000 does not stand out.
    Education: 300,000 in September and 280,000 in March beside nothing: both come again, each in its month.
    Gifts: 20,000 a month, 320,000 in February: 300,000 beyond the usual.
    Electronics: 360,000 once; it has no season, so a twelfth is put away each month: 30,000.
    """
    found = past(
        food=(90_000,) * 11 + (120_000,),
        education=(0, 0, 280_000, 0, 0, 0, 0, 0, 300_000, 0, 0, 0),
        gifts=(20_000, 320_000, *(20_000,) * 10),
        electronics=(0, 0, 0, 0, 360_000, 0, 0, 0, 0, 0, 0, 0),
    )
    lines = {
        one.category: (one.usual_fen, one.aside_fen, one.low_fen, one.high_fen, one.months)
        for one in envelopes_of(found, home(), NEEDS)
    }
    assert lines == {
        "food": (90_000, 0, 90_000, 120_000, 12),
        "gifts": (20_000, 0, 20_000, 320_000, 12),
        "electronics": (0, 30_000, 0, 360_000, 12),
    }
    spreads = [(one.category, one.fen, str(one.due)) for one in spreads_of(found, home(), NEEDS, FIRST)]
    assert spreads == [
        ("gifts", 300_000, "2027-02"),
        ("education", 280_000, "2027-03"),
        ("education", 300_000, "2027-09"),
    ]


def test_essential_spending_comes_first():
    found = past(games=(100,) * 12, food=(100,) * 12, eating_out=(100,) * 12, housing=(100,) * 12)
    assert [one.category for one in envelopes_of(found, home(), NEEDS)] == [
        "food",
        "housing",
        "eating-out",
        "games",
    ]


def test_the_file_fills_in_what_the_past_does_not_show():
    typed = home(
        Spending("rent", 160_000, "housing"), Spending("meals", 50_000, "food", every="week"),
        Spending("living", 9_900, "living"), Spending("diesel", 7_000, "transport", business=True),
    )  # fmt: skip
    alone = envelopes_of(Past((), {}, {}, (), ()), typed, NEEDS)
    assert [(one.name, one.usual_fen, one.source) for one in alone] == [
        ("meals", 216_667, "file"), ("rent", 160_000, "file"), ("living", 9_900, "file"),
    ]  # fmt: skip
    both = envelopes_of(past(eating_out=(300,) * 12), typed, NEEDS)
    assert [(one.category, one.source) for one in both] == [("housing", "file"), ("eating-out", "past")]


def test_two_whole_months_are_too_few():
    short = Past(YEAR[:2], {"food": (1, 1)}, {}, (0, 0), (0, 0))
    assert envelopes_of(short, home(), NEEDS) == ()
    assert spreads_of(Past(YEAR[:2], {"gifts": (0, 90_000)}, {}, (0, 0), (0, 0)), home(), NEEDS, FIRST) == ()


@pytest.mark.parametrize(
    ("typed", "shown", "is_it"),
    [
        ("food", {"eating-out"}, True),
        ("food", {"games"}, False),
        ("living", {"games"}, True),
        ("living", set(), False),
        ("housing", {"food"}, False),
        ("other", {"food"}, True),
    ],
)
def test_what_the_past_shows_of_a_word(typed: str, shown: set[str], is_it: bool):
    assert is_shown(typed, shown) is is_it


def test_what_the_file_says_of_years_and_days():
    typed = home(
        Spending("rent by the year", 1_200_000, "housing", every="year", since=date(2020, 3, 31)),
        Spending("over", 5_000, "tax", every="year", since=date(2020, 6, 1), until=date(2026, 12, 31)),
        Spending("once", 40_000, "medical", every="once", on=date(2027, 5, 2), essential=False),
        Spending("past", 40_000, "medical", every="once", on=date(2026, 5, 2)),
        dues=(
            Due("shop rent", 3_300_000, date(2027, 3, 1), "shop"),
            Due("school", 90_000, date(2027, 9, 1), "family"),
        ),
    )
    found = spreads_of(past(housing=(0,) * 11 + (900_000,)), typed, NEEDS, FIRST)
    assert [
        (one.name, one.category, one.need, one.fen, str(one.due), one.yearly, one.shop) for one in found
    ] == [
        ("rent by the year", "housing", "essential", 1_200_000, "2027-03", True, False),
        ("shop rent", "shop-rent", "essential", 3_300_000, "2027-03", False, True),
        ("once", "medical", "discretionary", 40_000, "2027-05", False, False),
        ("school", "other", "either", 90_000, "2027-09", False, False),
    ], "the file's word on housing stands, not the past's"


def test_the_past_and_the_file_do_not_tell_the_same_thing_twice():
    typed = home(dues=(Due("school", 300_000, date(2027, 9, 1), "family"),))
    near = past(education=(0,) * 8 + (310_000, 0, 0, 0))
    assert [one.source for one in spreads_of(near, typed, NEEDS, FIRST)] == ["file"]
    far = past(education=(0,) * 8 + (400_000, 0, 0, 0))
    assert {one.source for one in spreads_of(far, typed, NEEDS, FIRST)} == {"file", "past"}


def test_a_month_stands_out_at_three_times_the_usual_and_three_hundred_yuan():
    months = YEAR[:5]
    assert list(lumps_of(months, (10_000, 10_000, 10_000, 40_000, 39_999))) == [(months[3], 30_000)]
    assert list(lumps_of(months, (20_000, 20_000, 20_000, 59_999, 60_000))) == [(months[4], 40_000)]


spreads_drawn = st.builds(
    lambda fen, after, yearly: Spread("x", "tax", "essential", fen, FIRST.plus(after), yearly, "file"),
    st.integers(1, 10**9), st.integers(0, 30), st.booleans(),
)  # fmt: skip


@given(spreads_drawn, st.integers(1, 40))
def test_what_is_set_aside_is_complete_by_its_month_to_the_fen(spread: Spread, count: int):
    put = set_aside(spread, tuple(months_from(FIRST, count)))
    due = spread.due.minus(FIRST)
    assert len(put) == count
    assert min(put) >= 0
    assert max(put[: due + 1]) - min(put[: due + 1]) <= 1
    if due < count:
        assert sum(put[: due + 1]) == spread.fen
    for again in range(due + 12, count, 12):
        year = put[again - 11 : again + 1]
        assert sum(year) == (spread.fen if spread.yearly else 0)
        assert max(year) - min(year) <= 1


sums_drawn = st.lists(st.integers(-(10**5), 10**7), min_size=12, max_size=12).map(tuple)


@given(
    st.dictionaries(st.sampled_from(["food", "gifts", "games", "electronics", ""]), sums_drawn, max_size=5)
)
def test_no_envelope_is_below_zero_and_the_year_is_covered(home_sums: dict[str, tuple[int, ...]]):
    found = Past(YEAR, home_sums, {}, (0,) * 12, (0,) * 12)
    envelopes: dict[str, Envelope] = {one.category: one for one in envelopes_of(found, home(), NEEDS)}
    assert all(one.usual_fen >= 0 and one.aside_fen >= 0 and one.month_fen > 0 for one in envelopes.values())
    spreads = spreads_of(found, home(), NEEDS, FIRST)
    for code, sums in home_sums.items():
        usual = envelopes[code].usual_fen if code in envelopes else 0
        beyond = sum(fen - usual for fen in sums if fen >= 3 * usual and fen - usual >= 30_000)
        held = 12 * (envelopes[code].aside_fen if code in envelopes else 0)
        held += sum(one.fen for one in spreads if one.category == code)
        assert beyond <= held < beyond + 12


def test_what_nobody_has_said_is_not_done_without():
    """It may be food: it counts as essential, after all that is known to be."""
    known = past(food=(5_000,) * 12, gifts=(1_000,) * 12)
    found = envelopes_of(replace(known, home={**known.home, "": (10_000,) * 12}), home(), NEEDS)
    assert [(one.category, one.need) for one in found] == [
        ("food", "essential"),
        ("", "essential"),
        ("gifts", "either"),
    ]
