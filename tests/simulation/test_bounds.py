"""What is said to fit 64 bits does, by numbers that refuse to leave them; what does not is run as it stands."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from ashore.household.model import Debt, Household, Income
from ashore.loans.terms import Penalty, Terms
from ashore.money import Rate
from ashore.planning.harm import WEIGHTS
from ashore.simulation import layout as at
from ashore.simulation.arrays import Arrays, arrays_of
from ashore.simulation.bounds import fits_money
from ashore.simulation.simulate import STRATEGIES
from simulation.households import DAY_COUNTS, dice_of, household
from simulation.sixty_four import run_with_words

YEAR_END = date(2026, 12, 31)
DIGITS = 10**9


def with_terms(one: Household, dice, digits: int) -> Household:
    """Return a household with rates of so many digits on other day counts."""
    debts = (
        replace(
            debt,
            terms=replace(
                debt.terms,
                rate=Rate(Decimal(dice.randrange(digits)) / digits, debt.terms.rate.per),
                day_count=dice.choice(DAY_COUNTS),
            ),
        )
        for debt in one.debts
    )
    return replace(one, debts=tuple(debts))


@pytest.mark.property
@given(
    st.integers(0, 2**32),
    st.sampled_from(("monthly", "daily")),
    st.sampled_from((1, 100, 1_000, 10_000)),
    st.sampled_from((1_000, 10_000, 1_000_000, DIGITS)),
    st.sampled_from(sorted(STRATEGIES)),
)
def test_what_fits_never_leaves_64_bits(seed, accrual, scale, digits, name):
    """Debts up to three billion yuan each, rates with up to nine digits."""
    dice = dice_of(seed)
    arrays = arrays_of(with_terms(household(dice, accrual, scale), dice, digits), 18, WEIGHTS)
    fits = arrays.fits and fits_money(arrays.data, arrays.money)
    event(f"fits: {fits}")
    if fits:
        run_with_words(arrays, STRATEGIES[name])


def one_debt(rate: str, balance_fen: int, **more) -> Household:
    terms = Terms("interest-only", Rate(Decimal(rate), "year"), due_day=10, **more)
    wage = Income("wage", balance_fen, day=1)
    return Household(YEAR_END, incomes=(wage,), debts=(Debt("a", "a", "a", terms, balance_fen, 12),))


def arrays(one: Household) -> Arrays:
    return arrays_of(one, 12, WEIGHTS)


def test_what_people_owe_fits():
    """Ten million yuan at 24 % a year with every day count, 0.05 % a day when late, twelve months."""
    late = Penalty(rate=Rate(Decimal("0.0005"), "day"))
    for day_count in DAY_COUNTS:
        for accrual in ("monthly", "daily"):
            one = arrays(one_debt("0.24", 10**9, accrual=accrual, day_count=day_count, penalty=late))
            assert one.fits
            assert fits_money(one.data, one.money)


def test_a_rate_with_many_digits_by_leap_days_does_not_fit_and_would_wrap():
    """0.123456789 / (366 × 365) a unit, 31 × 365 units, on 2e11 fen: 2e11 × 123,456,789 × 11,315 is 2.8e23."""
    one = arrays(one_debt("0.123456789", 2 * 10**11, accrual="daily", day_count="act/act"))
    assert not one.fits
    with pytest.raises(AssertionError, match="more than 64 bits"):
        run_with_words(one, STRATEGIES["as-is"])


@pytest.mark.parametrize(
    "one",
    [
        one_debt("0.12", 2**38),
        one_debt("1.6", 10**6),
        one_debt("0.12", 10**6, penalty=Penalty(rate=Rate(Decimal("0.005"), "day"))),
    ],
    ids=["owed", "rate", "penalty"],
)
def test_what_could_grow_past_the_bound_within_a_month_does_not_fit(one):
    assert not arrays(one).fits


def test_money_has_a_bound_too():
    data = [0] * at.HEADER_SIZE
    data[at.H_CASH] = 2**38
    assert fits_money(data, [2**38 - 1])
    assert not fits_money(data, [2**38])
    assert not fits_money(data, [-1])
