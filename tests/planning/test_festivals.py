"""A festival that moves: what its month took is complete two weeks before its next day, wherever that falls."""

from datetime import date

import pytest

from ashore.dates import Month, months_from
from ashore.household.model import Household, Spending
from ashore.packs.categories import load_rules
from ashore.planning.envelopes import spreads_of
from ashore.planning.festivals import FESTIVE, again_before
from ashore.planning.past import Past
from planning.spent import NEEDS

DAYS = load_rules("cn").festivals


def month_named(text: str) -> Month:
    """Return a month written `2026-02`."""
    year, number = text.split("-")
    return Month(int(year), int(number))


@pytest.mark.parametrize(
    ("month", "first", "again"),
    [
        ("2026-02", "2026-12", "2027-01"),  # 17 February, then 6 February: bought for from 23 January on
        ("2025-01", "2025-11", "2026-02"),  # 29 January, then 17 February
        ("2027-01", "2027-11", "2028-01"),  # 6 February, bought for in January; then 26 January
        ("2027-02", "2027-11", "2028-01"),
        ("2026-02", "2027-02", "2027-02"),  # its two weeks have begun
        ("2026-02", "2027-03", "2028-01"),  # it is over
        ("2026-01", "2026-12", None),
        ("2026-09", "2026-12", None),
    ],
)
def test_by_which_month_it_is_needed(month, first, again):
    found = again_before(month_named(month), month_named(first), DAYS)
    assert (str(found) if found else None) == again


def test_beyond_the_days_that_are_known_it_keeps_to_its_month():
    assert again_before(Month(2033, 1), Month(2033, 3), DAYS) is None
    assert again_before(Month(2026, 2), Month(2026, 12), ()) is None


def test_the_days_are_those_of_the_calendar():
    holidays = pytest.importorskip("holidays")
    years = range(DAYS[0].year, DAYS[-1].year + 1)
    named = holidays.country_holidays("CN", years=years, language="en_US")
    first = {}
    for day in sorted(named):
        if "Spring Festival" in named[day] and "observed" not in named[day]:
            first.setdefault(day.year, day)
    assert tuple(first[year] for year in years) == DAYS


def past(**sums):
    """Return a past of December 2025 to November 2026, with ¥3,000 more in February for each category named."""
    months = tuple(months_from(Month(2025, 12), 12))
    usual = {code: tuple(300_000 if one.month == 2 else 0 for one in months) for code in sums}
    return Past(months, usual, {}, (0,) * 12, (0,) * 12)


def spreads(found, *spendings):
    """Return when each sum is due, whether it moves and how much it is."""
    home = Household(date(2026, 11, 30), spendings=spendings)
    return [
        (one.category, str(one.due), one.moves, one.fen)
        for one in spreads_of(found, home, NEEDS, Month(2026, 12), DAYS)
    ]


@pytest.mark.parametrize("code", ["gifts", "insurance"])
def test_gifts_come_before_the_festival_and_a_premium_keeps_to_its_month(code):
    moves = code in FESTIVE
    assert spreads(past(**{code: 1})) == [(code, "2027-01" if moves else "2027-02", moves, 300_000)]


def test_what_the_file_says_of_it_a_month_off_is_not_counted_twice():
    typed = Spending("home for the festival", 310_000, "", every="year", since=date(2026, 2, 6))
    assert [one[1:3] for one in spreads(past(travel=1), typed)] == [("2027-02", False)]
    other = Spending("home for the festival", 310_000, "", every="year", since=date(2026, 5, 6))
    assert [one[1] for one in spreads(past(travel=1), other)] == ["2027-01", "2027-05"]
