"""Schedules of very many loans against the contract's schedule of each, to the fen."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import floor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.batch.columns import NotColumns
from ashore.loans.batch.instalments import LEVEL, UNSURE, divided, write_instalments
from ashore.loans.batch.schedules import METHODS, schedules
from ashore.loans.schedule import contract_schedule
from ashore.loans.terms import Opening, Terms
from ashore.money import Rate

START = date(2026, 1, 15)
LOANS = st.tuples(
    st.one_of(st.integers(0, 500), st.integers(0, 10**10)),
    st.one_of(st.just(Decimal(0)), st.decimals(0, "0.6", places=4), st.decimals(0, 3, places=9)),
    st.integers(1, 48),
)


def of_the_contract(method, principal, yearly, periods):
    """Return (interest, principal, balance) of each due of a contract."""
    terms = Terms(method, Rate(yearly, "year"), due_day=15)
    rows = contract_schedule(terms, Opening(START, principal, periods, START))
    return [(row.interest_fen, row.principal_fen, row.balance_fen) for row in rows]


def of_the_batch(method, loans):
    """Return the same of each loan, dues of nothing left out."""
    rates = [Rate(yearly, "year").per_month() for _, yearly, _ in loans]
    found = schedules(
        [principal for principal, _, _ in loans],
        [rate.numerator for rate in rates],
        [rate.denominator for rate in rates],
        [periods for _, _, periods in loans],
        method,
    )
    dues = list(zip(*(column.tolist() for column in found[:3]), strict=True))
    rows = [dues[start:stop] for start, stop in pairwise(found.offsets.tolist())]
    assert [len(row) for row in rows] == [periods for _, _, periods in loans]
    return [[due for due in row if due[0] + due[1]] for row in rows]


@pytest.mark.property
@pytest.mark.parametrize("method", METHODS)
@given(st.lists(LOANS, min_size=1, max_size=4))
def test_they_are_the_contracts(method, loans):
    assert of_the_batch(method, loans) == [of_the_contract(method, *one) for one in loans]


@pytest.mark.parametrize("method", METHODS)
def test_thirty_years_and_rates_that_need_long_numbers(method):
    loans = [
        (123_456_789_01, Decimal("0.0435"), 360),
        (2**45 + 1, Decimal("0.183456789123"), 120),
        (99_999_99, Decimal("0.36123456789123456"), 24),
    ]
    assert of_the_batch(method, loans) == [of_the_contract(method, *one) for one in loans]


def test_a_float_too_near_a_half_does_not_decide():
    """5 fen in two periods at a half each: 5 × 0.9 = 4.5, so 5; a fen more or less is sure."""
    fixed = [0, 0, 0]
    assert write_instalments(LEVEL, [5, 6, 4], [1, 1, 1], [2, 2, 2], [2, 2, 2], fixed) == 1
    assert fixed == [UNSURE, 5, 4]
    assert schedules([5], [1], [2], [2]).principal_fen.tolist() == [2, 3]


@pytest.mark.property
@given(st.integers(0, 2**61), st.integers(1, 2**40))
def test_a_guess_is_set_right(number, den):
    if number // den < 2**50:
        assert divided(number, den, 1 / den) == floor(Fraction(number, den))


def test_a_hand_example():
    """1,200.00 yuan, 1 % a month, 3 equal parts of 400.00: interest 12.00, 8.00, 4.00."""
    found = schedules([120_000], [1], [100], [3], "equal-principal")
    assert found.interest_fen.tolist() == [1200, 800, 400]
    assert found.principal_fen.tolist() == [40_000] * 3
    assert found.balance_fen.tolist() == [80_000, 40_000, 0]


def test_no_loans():
    assert schedules([], [], [], []).offsets.tolist() == [0]


@pytest.mark.parametrize(
    ("principal", "num", "den", "periods"),
    [
        ([-1], [1], [100], [3]),
        ([2**60], [1], [100], [3]),
        ([100], [-1], [100], [3]),
        ([100], [1], [0], [3]),
        ([100], [2000], [1], [3]),
        ([100], [1], [100], [0]),
        ([100], [1], [100], [1201]),
        ([100, 100], [1], [100], [3]),
        ([100.5], [1], [100], [3]),
        (np.array([[100]]), [1], [100], [3]),
    ],
)
def test_what_is_no_column_is_said(principal, num, den, periods):
    with pytest.raises(NotColumns):
        schedules(principal, num, den, periods)
