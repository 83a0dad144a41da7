"""The kernel's arithmetic against exact fractions: ties, large amounts, and nothing beyond 64 bits."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.accrual import level_payment
from ashore.money import share_out as share_out_exactly
from ashore.simulation import layout as at
from ashore.simulation.exact import by_limbs, share, share_out, times
from ashore.simulation.rates import annuity_limbs
from simulation.sixty_four import Word

AMOUNTS = st.integers(0, 2**39 - 1)
pytestmark = pytest.mark.property


@given(AMOUNTS, st.integers(0, 10**9), st.integers(1, 2**31 - 1))
def test_times_rounds_exactly(base, num, den):
    num %= 2 * den
    exact = Fraction(base * num, den)
    assert times(Word(base), Word(num), Word(den), at.HALF_UP) == floor(exact + Fraction(1, 2))
    assert times(Word(base), Word(num), Word(den), at.DOWN) == floor(exact)
    assert times(Word(base), Word(num), Word(den), at.UP) == ceil(exact)


@given(st.integers(0, 2**37), st.integers(1, 10**6))
def test_a_tie_rounds_up(half, den):
    """(2·half + 1) × den / (2·den) lies exactly between two fen."""
    assert times(2 * half + 1, den, 2 * den, at.HALF_UP) == half + 1


def test_ties_of_a_daily_rate():
    """At 0.05 % a day every odd multiple of 10.00 yuan is a tie: 1,000 fen bear 0.5 fen."""
    assert [times(1000 * odd, 1, 2000, at.HALF_UP) for odd in (1, 3, 5, 7)] == [1, 2, 3, 4]


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_share_is_rounded_down(total, weight, more):
    whole = weight + more
    if whole:
        assert share(Word(total), Word(weight), Word(whole)) == total * weight // whole


@given(AMOUNTS, st.lists(st.integers(0, 2**36), min_size=1, max_size=8).filter(any))
def test_a_sum_is_shared_out_as_money_is(total, weights):
    state = [number for weight in weights for number in (weight, 0)]
    share_out(total, state, len(weights), 2, 0, 1)
    assert tuple(state[1::2]) == share_out_exactly(total, tuple(weights))
    assert sum(state[1::2]) == total


@given(AMOUNTS, st.integers(0, 1_000), st.integers(1, 400))
def test_a_level_payment_is_the_exact_one(principal, thousandths, periods):
    rate = Fraction(thousandths, 10_000)
    limbs: list[int] = [Word(limb) for limb in annuity_limbs(*rate.as_integer_ratio(), periods)]
    assert by_limbs(Word(principal), limbs, 0) == level_payment(principal, rate, periods)


@given(st.integers(1, 10**9), st.integers(1, 2_000), st.integers(1, 360))
def test_a_level_payment_against_decimals(principal, ten_thousandths, periods):
    """The formula in decimals with sixty digits."""
    with localcontext(prec=60):
        rate = Decimal(ten_thousandths) / 10_000
        grown = (1 + rate) ** periods
        payment = (principal * rate * grown / (grown - 1)).quantize(Decimal(1), ROUND_HALF_UP)
    limbs = list(annuity_limbs(*Fraction(ten_thousandths, 10_000).as_integer_ratio(), periods))
    assert by_limbs(principal, limbs, 0) == payment


def test_a_level_payment_that_is_a_tie():
    """50 fen at 1 % in one period are 50.5, 1 fen at 0 % in two is 0.5: both round up."""
    assert by_limbs(50, list(annuity_limbs(1, 100, 1)), 0) == 51
    assert by_limbs(1, list(annuity_limbs(0, 1, 2)), 0) == 1
    assert by_limbs(3, list(annuity_limbs(0, 1, 6)), 0) == 1
