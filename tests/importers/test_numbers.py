"""A workbook's number is written as it would be typed: in full, without what a computation left behind."""

from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.importers.cells import cell_text

TENTHS = Decimal("1e-10")
YUAN = st.decimals(-(10**9), 10**9, places=2).map(float)
NUMBERS = st.one_of(
    YUAN, st.floats(-1e16, 1e16, exclude_min=True, exclude_max=True), st.integers(-99, 99).map(float)
)


@pytest.mark.property
@given(NUMBERS)
def test_a_number_is_written_to_its_tenth_decimal(value: float):
    exact = Decimal(repr(value)).quantize(TENTHS, ROUND_HALF_EVEN)
    assert cell_text(value) == f"{exact.normalize():f}"


@pytest.mark.parametrize("value", [1e16, -2.02301e26, float("inf"), float("-inf"), float("nan")])
def test_a_number_that_has_lost_digits_shows_it(value: float):
    assert cell_text(value) == repr(value)
