"""What months really took over what they were meant to: learnt exactly, bounded, kept, planned with."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month, months_from
from ashore.household.model import Household, Spending
from ashore.planning.past import Past
from ashore.planning.reviewed_file import merged, read_reviewed, write_reviewed
from ashore.planning.slippage import ReviewedMonth, Slippage, slippage_of, tried_months, with_slippage
from planning.spent import NEEDS

JAN = Month(2026, 1)
AS_OF = date(2026, 12, 31)


def month(place: int, budget: int, spent: int) -> ReviewedMonth:
    """Return a reviewed month."""
    return ReviewedMonth(JAN.plus(place), budget, spent)


@pytest.mark.parametrize(
    ("months", "ratio", "planned", "count"),
    [
        ([], Fraction(1), Fraction(1), 0),
        ([month(0, 100, 300)], Fraction(1), Fraction(1), 1),
        ([month(0, 100, 110), month(1, 300, 330)], Fraction(11, 10), Fraction(11, 10), 2),
        ([month(0, 100, 100), month(1, 200, 140)], Fraction(4, 5), Fraction(1), 2),
        ([month(0, 100, 300), month(1, 100, 300)], Fraction(3), Fraction(3, 2), 2),
        ([month(0, 100, 900), month(0, 100, 120), month(1, 100, 120)], Fraction(6, 5), Fraction(6, 5), 2),
        ([month(0, 0, 900), month(1, 100, 120)], Fraction(1), Fraction(1), 1),
    ],
)
def test_the_ratio(months: list[ReviewedMonth], ratio: Fraction, planned: Fraction, count: int):
    assert slippage_of(months) == Slippage(ratio, planned, count)


reviewed_drawn = st.lists(
    st.builds(month, st.integers(0, 30), st.integers(0, 10**8), st.integers(0, 10**9)), max_size=8
)


@given(reviewed_drawn, st.randoms(use_true_random=False))
def test_it_is_bounded_and_kept_as_it_is(months: list[ReviewedMonth], chance: object):
    learnt = slippage_of(months)
    assert Fraction(1) <= learnt.planned <= Fraction(3, 2)
    kept = merged(months)
    assert slippage_of(kept) == learnt
    read = read_reviewed(write_reviewed(months))
    assert (read.months, read.findings) == (kept, ())
    mixed = list(kept)
    chance.shuffle(mixed)  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType] - Hypothesis' own
    assert slippage_of(mixed) == learnt


@pytest.mark.parametrize(
    "text",
    [
        '[[month]]\nmonth = "2026-13"\nbudget = 1\nspent = 1',
        '[[month]]\nmonth = "2026-01"\nbudget = 0.001\nspent = 1',
        '[[month]]\nmonth = "2026-01"\nbudget = -1\nspent = 1', '[[month]]\nmonth = "2026-01"\nspent = 1',
        '[[month]]\nmonth = "2026-01"\nbudget = true\nspent = 1', "month = [3]",
    ],
)  # fmt: skip
def test_a_month_that_cannot_be_read_is_found_and_left_out(text: str):
    read = read_reviewed(text)
    assert [(one.code, one.place.path) for one in read.findings] == [("review-month-wrong", "month[0]")]
    assert read.months == ()


def test_a_file_that_is_no_toml_stops():
    assert [one.level for one in read_reviewed("[[month]\n").findings] == ["stop"]


def test_months_tried_on_the_past_by_hand():
    """Food took 100, 100, 100, 130, 100: the fourth month had the middle of three, the fifth of four, both 100.

    The school fee of the fifth month comes once a year and is in neither.
    """
    months = tuple(months_from(JAN, 5))
    past = Past(months, {"food": (100, 100, 100, 130, 100), "education": (0, 0, 0, 0, 50_000)}, {}, (), ())
    assert list(tried_months(past, Household(AS_OF), NEEDS)) == [month(3, 100, 130), month(4, 100, 100)]


def test_a_plan_counts_with_it():
    spendings = (
        Spending("food", 1_001), Spending("meals", 999, every="week"), Spending("rent", 1_000, every="year"),
        Spending("diesel", 1_000, business=True),
    )  # fmt: skip
    household = Household(AS_OF, spendings=spendings)
    moved = with_slippage(household, Slippage(Fraction(3, 2), Fraction(3, 2), 4))
    assert [one.amount_fen for one in moved.spendings] == [1_502, 1_499, 1_000, 1_000]
    assert with_slippage(household, Slippage(Fraction(1), Fraction(1), 0)) == household
