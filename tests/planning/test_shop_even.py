"""From which takings on a shop pays for itself: found again by halving over exact months, and on paper."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Alternative, Business, Due, Household
from ashore.planning.shop import shops_of, takings_for
from planning.small import yuan

AS_OF = date(2026, 11, 23)
SEASON = (*(Decimal(one) / 10 for one in (10, 6, 10, 10, 10, 10, 9, 9, 10, 10, 11, 15)),)
CLOTHES = Business("clothes", yuan(36000), Fraction(6, 10), yuan(6900), SEASON)


def left(takings_fen: int, shop: Business, dues_fen: int) -> int:
    """Return what a year leaves, month by month, each month's margin rounded half up to the fen."""
    total = -dues_fen
    for factor in shop.season:
        exact = Fraction(factor) * takings_fen * (1 - shop.cost_share)
        total += int(exact + Fraction(1, 2)) - shop.fixed_fen
    return total


def by_halving(shop: Business, dues_fen: int, aim_fen: int) -> int:
    """Return the least takings that leave so much, by halving."""
    low, high = 0, 10**12
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if left(middle, shop, dues_fen) >= aim_fen else (middle + 1, high)
    return low


def test_on_paper():
    """12 × 6,900 fixed and 33,000 rent are 115,800; 40 % of twelve times the takings' season of 12.0: 115,800 / 4.8."""
    home = Household(AS_OF, businesses=(CLOTHES,), dues=(Due("rent", yuan(33000), date(2027, 3, 1), "shop"),))
    assert sum(SEASON) == Decimal("12.0")
    assert takings_for(home, CLOTHES, 0) == yuan(24125)
    assert takings_for(home, CLOTHES, 12 * yuan(5500)) == yuan(37875)


def test_the_plan_names_both():
    other = Alternative(wage_fen=yuan(5500))
    home = Household(AS_OF, businesses=(replace(CLOTHES, alternative=other),))
    (shop,) = shops_of(home, lambda _: None)  # pyright: ignore[reportArgumentType] - closing is not looked at here
    assert shop.even_fen == yuan(17250)
    assert shop.wage_even_fen == yuan(31000)


@given(
    st.integers(0, 10**6),
    st.integers(0, 99),
    st.integers(0, 10**6),
    st.lists(st.decimals("0", "3", places=1), min_size=12, max_size=12),
    st.integers(-(10**6), 10**7),
)
def test_the_same_by_halving(fixed, percent, dues, season, aim):
    shop = Business("shop", 0, Fraction(percent, 100), fixed, tuple(season))
    home = Household(AS_OF, businesses=(shop,), dues=(Due("rent", dues, date(2027, 3, 1), "shop"),))
    found = takings_for(home, shop, aim)
    if sum(season) == 0:
        assert found is None
    else:
        assert found == by_halving(shop, dues, aim)


@pytest.mark.parametrize("share", [Fraction(1), Fraction(3, 2)])
def test_no_takings_help_where_what_is_sold_costs_all_that_it_brings(share):
    shop = replace(CLOTHES, cost_share=share)
    assert takings_for(Household(AS_OF, businesses=(shop,)), shop, 0) is None
