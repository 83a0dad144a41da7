"""The same loops compiled: every number the same, also where 64 bits would not do."""

import sys
from random import Random

import numpy as np
import pytest

from accurate.cases import CLASSES, case_of
from ashore.loans.batch.kernel import KERNEL
from ashore.loans.batch.schedules import METHODS, PRINCIPAL_MAX, schedules
from ashore.loans.batch.yearly import xirr
from ashore.simulation.binding import PLAIN, Bound, bind, bind_or_plain, reached


@pytest.fixture(scope="module")
def bound(request) -> Bound:
    """Return the compiled loops, kept in pytest's own cache until their source changes."""
    return bind(*KERNEL, folder=str(request.config.cache.mkdir("compiled")))


def test_the_loops_read_numbers_and_functions_only():
    assert {"solve_rows", "rate_of", "power_of", "level_payment", "divided"} <= {
        one.__name__ for one in reached(KERNEL)
    }


def test_without_the_compiler_the_loops_run_as_they_stand(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    bind.cache_clear()
    plain = bind_or_plain(*KERNEL)
    assert plain is PLAIN
    assert xirr([0, 365], [100, -110], [0, 2], plain).rates.tolist() == pytest.approx([0.1], abs=1e-14)
    assert schedules([100], [1], [100], [1], bound=plain).interest_fen.tolist() == [1]


@pytest.mark.long
def test_the_same_rates(bound):
    cases = [case_of(kind, 4, number) for kind in CLASSES for number in range(15)]
    days = np.array([day for case in cases for day in case.days])
    amounts = np.array([fen for case in cases for fen in case.amounts])
    offsets = np.cumsum([0, *(len(case.days) for case in cases)])
    plain, compiled = xirr(days, amounts, offsets), xirr(days, amounts, offsets, bound)
    assert np.array_equal(plain.rates, compiled.rates, equal_nan=True)
    assert np.array_equal(plain.states, compiled.states)


@pytest.mark.long
@pytest.mark.parametrize("method", METHODS)
def test_the_same_schedules(bound, method):
    dice = Random(8)
    top = [PRINCIPAL_MAX - 1, PRINCIPAL_MAX, 10**9]
    principal = [dice.randrange(dice.choice((10**3, 10**7, 10**12))) for _ in range(400)] + top
    den = [dice.choice((1, 12, 120_000, 12 * 10**9, 12 * 10**16)) for _ in principal]
    num = [dice.randrange(1 + one // 10) for one in den]
    periods = [dice.choice((1, 2, 36, 360)) for _ in principal]
    plain = schedules(principal, num, den, periods, method)
    compiled = schedules(principal, num, den, periods, method, bound)
    assert all(np.array_equal(one, other) for one, other in zip(plain, compiled, strict=True))


@pytest.mark.long
def test_rows_that_need_long_numbers_would_have_wrapped(bound):
    """Half of 2^46 fen at 18 % a year told to ten digits: the product of balance and numerator needs 77 bits."""
    product = bound.of(KERNEL[2])
    dues, fixed = bound.whole([0, 0, 0]), bound.whole([0])
    product(1, *map(bound.whole, ([2**45], [2**61], [2**62], [0, 1])), fixed, dues)
    assert bound.listed(dues)[0] != 2**44
    assert schedules([2**45], [2**61], [2**62], [1], bound=bound).interest_fen.tolist() == [2**44]
