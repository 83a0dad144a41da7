"""Days as the kernel has them against the exact calendar of `dates`."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import DayCount, year_fraction
from ashore.simulation.calendar import YEAR_OF, Span, ends_of, pay_days_of, point_of

DAYS = st.dates(date(1995, 1, 1), date(2105, 12, 31))


def between(start: date, end: date, day_count: DayCount) -> Fraction:
    """Return the part of a year between two days as the kernel finds it."""
    since, until = point_of(start, day_count), point_of(end, day_count)
    return Fraction(until[1] - since[1] + (since[2] & (until[2] >> 1)), YEAR_OF[day_count])


@pytest.mark.property
@pytest.mark.parametrize("day_count", YEAR_OF)
@given(start=DAYS, days=st.integers(0, 4000))
def test_positions_give_the_exact_part_of_a_year(day_count, start, days):
    end = min(start + timedelta(days=days), date(2105, 12, 31))
    assert between(start, end, day_count) == year_fraction(start, end, day_count)


def test_the_thirty_first_counts_from_a_day_before_the_thirtieth_only():
    """US 30/360: 28 Feb to 31 Mar are 33 days, 30 Jan to 31 Mar are 60; the European basis has 32 and 60."""
    february, january, march = date(2027, 2, 28), date(2027, 1, 30), date(2027, 3, 31)
    assert between(february, march, "30/360") * 360 == 33
    assert between(january, march, "30/360") * 360 == 60
    assert between(february, march, "30E/360") * 360 == 32
    assert between(january, march, "30E/360") * 360 == 60


def test_pay_days_lie_after_as_of_and_on_the_due_day():
    span = Span(date(2027, 1, 20), 2)
    assert pay_days_of(span, 31) == (date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31))
    assert pay_days_of(span, 5) == (date(2027, 1, 21), date(2027, 2, 5), date(2027, 3, 5))
    assert ends_of(span) == (date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31))


def test_a_month_without_a_day_left_is_not_paid_in():
    assert Span(date(2027, 1, 31), 2).paid_from == 1
    assert Span(date(2027, 1, 30), 2).paid_from == 0
