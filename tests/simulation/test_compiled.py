"""The compiled kernel against the plain one: the same run to the fen, and every number of the lists the same."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Debt, Household, Income
from ashore.loans.terms import Minimum, Penalty, Terms
from ashore.money import Rate
from ashore.planning.harm import WEIGHTS
from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays, arrays_of
from ashore.simulation.binding import Bound, bind
from ashore.simulation.kernel import run
from ashore.simulation.simulate import KERNEL, STRATEGIES, Strategy, simulate, simulate_many
from simulation.households import METHODS, dice_of, household
from simulation.households import debt as any_debt
from simulation.sixty_four import run_with_words

YEAR_END = date(2026, 12, 31)
MONEY = st.lists(st.integers(0, 10**7), min_size=25 * at.MONEY_SIZE, max_size=25 * at.MONEY_SIZE)
"""Any money of `as_of`'s month and 24 more."""
pytestmark = pytest.mark.long  # the whole kernel takes half a minute to compile


@pytest.fixture(scope="module")
def bound(request) -> Bound:
    """Return the compiled kernel, kept in pytest's own cache until its source changes."""
    return bind(*KERNEL, folder=str(request.config.cache.mkdir("compiled")))


def numbers(arrays: Arrays, strategy: Strategy, bound: Bound) -> tuple[int, list[int], list[int]]:
    """Return the status and every number of `state` and `out` after a run."""
    flags = strategy.flags
    lists = (arrays.data, arrays.money, arrays.opening, [0] * (at.OUT_SIZE + arrays.months * at.OUT_ROW))
    data, money, state, out = map(bound.whole, lists)
    status = bound.of(run)(data, money, state, out, bound.whole(flags))
    assert bound.listed(data) == arrays.data
    return status, bound.listed(state), bound.listed(out)


def plain_numbers(arrays: Arrays, strategy: Strategy) -> tuple[int, list[int], list[int]]:
    """Return the same by the source as it stands."""
    flags = strategy.flags
    state, out = arrays.opening[:], [0] * (at.OUT_SIZE + arrays.months * at.OUT_ROW)
    return run(arrays.data, arrays.money, state, out, flags), state, out


def check(arrays: Arrays, bound: Bound) -> set[int]:
    """Assert that both give the same for all strategies; return the statuses seen."""
    seen = set()
    for strategy in STRATEGIES.values():
        plain = plain_numbers(arrays, strategy)
        assert numbers(arrays, strategy, bound) == plain
        assert simulate(arrays, strategy, bound=bound) == simulate(arrays, strategy)
        seen.add(plain[0])
    return seen


@pytest.mark.property
@given(
    st.integers(0, 2**32),
    st.sampled_from(("monthly", "daily")),
    st.sampled_from((1, 1_000)),
    st.sampled_from((1, 6, 24, 60)),
)
def test_random_households(bound, seed, accrual, scale, months):
    arrays = arrays_of(household(dice_of(seed), accrual, scale), months, WEIGHTS)
    if arrays.fits:
        check(arrays, bound)


@pytest.mark.property
@given(
    st.integers(0, 2**32),
    st.lists(MONEY, min_size=0, max_size=5),
    st.sampled_from(sorted(STRATEGIES)),
)
def test_many_futures_are_each_as_if_alone(bound, seed, moneys, name):
    arrays, strategy = arrays_of(household(dice_of(seed)), 24, WEIGHTS), STRATEGIES[name]
    one_by_one = [simulate(arrays, strategy, money) for money in moneys]
    assert simulate_many(arrays, strategy, moneys, bound) == one_by_one


@pytest.mark.parametrize("method", METHODS)
def test_households_with_many_debts_of_one_kind(bound, method):
    """Up to forty, found by throwing the dice until that kind comes."""
    for seed in range(3):
        dice, debts = dice_of(seed), []
        while len(debts) < (1, 12, 40)[seed]:
            one = any_debt(dice, YEAR_END, len(debts), "monthly", 1)
            debts += [one] if one.terms.method == method else []
        wage = Income("wage", sum(one.balance_fen for one in debts) // 12 + 1, day=5)
        arrays = arrays_of(Household(YEAR_END, incomes=(wage,), debts=tuple(debts)), 36, WEIGHTS)
        assert arrays.fits
        check(arrays, bound)


def test_no_month_but_this_and_no_debt(bound):
    for one in (Household(YEAR_END, cash_fen=1), household(dice_of(3))):
        for months in (0, 1):
            check(arrays_of(one, months, WEIGHTS), bound)


def test_up_to_the_guard(bound):
    """1,374 million yuan due next month and not paid, at 0.05 % a day: above 2**39 fen in years.  A card likewise."""
    late = Penalty(rate=Rate(Decimal("0.0005"), "day"))
    terms = Terms("interest-only", Rate(Decimal("0.24"), "year"), due_day=10, penalty=late, compound=True)
    card = replace(terms, method="revolving", minimum=Minimum(Fraction(1, 20)), penalty=Penalty())
    for one in (terms, card):
        debt = Debt("a", "a", "a", one, 2**37 + 12_345_67, 1, priority="credit-record")
        arrays = arrays_of(Household(YEAR_END, cash_fen=99, debts=(debt,)), 240, WEIGHTS)
        run_with_words(arrays, STRATEGIES["clean-first"])
        assert check(replace(arrays, fits=True), bound) == {at.RUNAWAY}
