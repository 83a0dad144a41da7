"""Yearly rates of very many rows against the exact solver and pyxirr, and what never happens silently."""

from datetime import date, timedelta
from decimal import Decimal, localcontext
from random import Random

import numpy as np
import pytest
import pyxirr
from hypothesis import given
from hypothesis import strategies as st

from accurate.cases import CLASSES, Case, case_of
from ashore.loans.batch import yearly
from ashore.loans.batch.columns import NotColumns
from ashore.loans.batch.curve import POWERS, solve_rows
from ashore.loans.batch.yearly import NONE, ONE, SEVERAL, xirr
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.roots import rates_of

SIMPLE = ("ordinary", "negative", "zero", "360 to 480 flows", "payday", "near −100 %")


def columns(rows):
    """Return rows of (days, amounts) as columns."""
    days = [day for one, _ in rows for day in one]
    amounts = [fen for _, one in rows for fen in one]
    return days, amounts, np.cumsum([0, *(len(one) for one, _ in rows)])


def test_a_rate_too_high_for_a_float_is_infinite():
    """One fen comes, seven go a day later: 7^365 is about 2.9e308."""
    check([([0, 1], [1, -7])])
    assert np.isinf(xirr(*columns([([0, 1], [1, -7])])).rates[0])


def rows_of(cases: list[Case]):
    return [(list(case.days), list(case.amounts)) for case in cases]


HIGHEST = Decimal("1.79e308")
"""About the highest rate that a float can hold."""


def check(rows) -> None:
    """Assert that each row has the exact solver's answer, to 1e-12 or that share of it; too high a one is infinite."""
    found = xirr(*columns(rows))
    assert (found.rates.dtype, found.states.dtype) == (np.float64, np.int8)
    for rate, state, (days, amounts) in zip(found.rates, found.states.tolist(), rows, strict=True):
        answer = rates_of(amounts, days, 365)
        if isinstance(answer, Found):
            if np.isinf(rate):
                assert answer.rate > HIGHEST
            else:
                assert abs(Decimal(float(rate)) - answer.rate) <= Decimal("1e-12") * max(1, answer.rate)
            assert state == (SEVERAL if answer.several else ONE)
        else:
            assert np.isnan(rate)
            assert NONE[state] == answer.why


@pytest.mark.parametrize("kind", CLASSES)
def test_every_class_of_cases(kind):
    check(rows_of([case_of(kind, 11, number) for number in range(12)]))


@pytest.mark.property
@given(st.lists(st.lists(st.tuples(st.integers(-400, 4000), st.integers(-300, 300)), max_size=6), max_size=5))
def test_any_rows(rows):
    """Empty, of one date, in no order, days twice, flows of nothing, any number of changes of sign."""
    check([([day for day, _ in row], [fen for _, fen in row]) for row in rows])


@pytest.mark.property
@given(
    st.integers(-(10**6), 10**6),
    st.lists(st.integers(1, 10**9), min_size=1, max_size=3),
    st.lists(st.integers(1, 10**9), min_size=1, max_size=40),
    st.lists(st.integers(1, 400), min_size=43, max_size=43),
    st.sampled_from((-1, 1)),
)
def test_one_change_of_sign(first, comes, goes, gaps, sign):
    amounts = [sign * fen for fen in comes] + [-sign * fen for fen in goes]
    days = [first + sum(gaps[:count]) for count in range(len(amounts))]
    check([(days, amounts)])


@pytest.mark.property
@given(st.integers(0, 2**32), st.sampled_from(SIMPLE))
def test_the_bound_of_the_error_holds(seed, kind):
    """ln(1 + rate) from v and the step, with 50 digits, is off by no more than the bound says."""
    case = case_of(kind, seed, 0)
    found = [0.0] * 3
    solve_rows(list(case.days), list(case.amounts), [0, len(case.days)], [0.0] * POWERS, found)
    v, step, error = map(Decimal, found)
    answer = rates_of(case.amounts, case.days, 365)
    assert isinstance(answer, Found)
    with localcontext() as context:
        context.prec = 50
        assert (
            abs((answer.rate + 1).ln() / 365 - (step - v.ln()))
            <= error
            < Decimal(yearly.ERROR_MAX) / yearly.DAYS_A_YEAR
        )


def test_loans_need_no_exact_solver(monkeypatch):
    def refuse(*_):
        raise AssertionError("the exact solver was asked")

    monkeypatch.setattr(yearly, "rates_of", refuse)
    rows = rows_of([case_of(kind, 5, number) for kind in SIMPLE for number in range(40)])
    days, amounts = rows[0]
    order = Random(1).sample(range(len(days)), len(days))
    rows.append(([days[place] for place in order], [amounts[place] for place in order]))
    rows.append(([*days, days[0], days[-1]], [*amounts, 0, -1]))
    assert (xirr(*columns(rows)).states == ONE).all()


def test_what_is_not_certified_is_answered_exactly(monkeypatch):
    monkeypatch.setattr(yearly, "ERROR_MAX", 0.0)
    rows = rows_of([case_of("ordinary", 3, number) for number in range(5)])
    answers = [rates_of(amounts, days, 365) for days, amounts in rows]
    assert xirr(*columns(rows)).rates.tolist() == [
        float(one.rate) for one in answers if isinstance(one, Found)
    ]


def test_pyxirr_gives_the_same():
    rows = rows_of([case_of("ordinary", 2, number) for number in range(50)])
    dates = [[date(2000, 1, 1) + timedelta(days=day) for day in days] for days, _ in rows]
    theirs = [pyxirr.xirr(days, list(map(float, one))) for days, (_, one) in zip(dates, rows, strict=True)]
    assert xirr(*columns(rows)).rates.tolist() == pytest.approx(theirs, rel=1e-9, abs=1e-8)


def test_several_and_none_by_hand():
    """−100, 230, −132 fits 10 % and 20 %; −100, 190, −88 fits −20 % and 10 %; −100, 199, −100 fits nothing."""
    years = [0, 365, 730]
    rows = [(years, [-100, 230, -132]), (years, [-100, 190, -88]), (years, [-100, 199, -100])]
    found = xirr(*columns([*rows, ([], []), ([4], [7])]))
    assert found.rates.tolist()[:2] == [0.1, 0.1]
    assert found.states.tolist()[:2] == [SEVERAL, SEVERAL]
    assert [NONE[state] for state in found.states.tolist()[2:]] == ["no-root", "no-amounts", "one-date"]


def test_a_rate_beyond_floats_is_infinite():
    """A fen that is 10^9 fen the next day: 1e9^365."""
    found = xirr([0, 1], [-1, 10**9], [0, 2])
    assert (found.rates[0], found.states[0]) == (np.inf, ONE)


def test_no_rows():
    found = xirr([], [], [0])
    assert (len(found.rates), len(found.states)) == (0, 0)


@pytest.mark.parametrize(
    ("days", "amounts", "offsets"),
    [
        ([0, 30], [1, -1], [0, 1]),  # not to the end
        ([0, 30], [1, -1], [1, 2]),  # not from the beginning
        ([0, 30], [1, -1], [0, 2, 1, 2]),  # falling
        ([0, 30], [1, -1], []),
        ([0, 30], [1, -1], [0, 3]),
        ([0, 30], [1, -1, 5], [0, 2]),
        ([0, 30], [1.0, -1.5], [0, 2]),
        ([0.5, 30], [1, -1], [0, 2]),
        ([0, 30], [1, -1], [0.0, 2.0]),
        ([[0, 30]], [[1, -1]], [0, 2]),
        ([0, 30], np.array([1, 2], dtype=np.uint64), [0, 2]),
        ([0, 30], [2**60, -1], [0, 2]),
        ([0, 2**40], [1, -1], [0, 2]),
        ([-(2**63), 2**63 - 1], [1, -1], [0, 2]),
        ([0] * 70_000, [1] * 70_000, [0, 70_000]),
    ],
)
def test_what_is_no_column_is_said(days, amounts, offsets):
    with pytest.raises(NotColumns):
        xirr(days, amounts, offsets)


def test_arrays_that_may_not_be_written_and_narrow_ones_are_taken():
    days, amounts = np.array([0, 365], dtype=np.int32), np.array([100, -110])
    amounts.flags.writeable = False
    assert xirr(days, amounts, [0, 2]).rates.tolist() == pytest.approx([0.1], abs=1e-14)
