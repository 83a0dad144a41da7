"""Harm by month and by what a debt hangs on (SPEC §5.2, decision 0001 rule 21)."""

from datetime import date
from itertools import pairwise

import pytest

from ashore.household.model import Household
from planning.small import debt, follow, gift

AS_OF = date(2027, 1, 10)
WEIGHTS = {
    "home": 30,
    "utilities": 20,
    "court": 20,
    "guarantor": 15,
    "credit-record": 10,
    "family": 3,
    "none": 2,
}


def harm_by_month(household: Household, months: int) -> list[float]:
    """Return the harm that each month adds, from `as_of`'s month on."""
    totals = [0, *(follow(household, horizon=index).harm_halves for index in range(months))]
    return [(after - before) / 2 for before, after in pairwise(totals)]


@pytest.mark.parametrize(("priority", "weight"), WEIGHTS.items())
def test_each_weight_times_five_then_two_then_a_half_and_five_more_once(priority, weight):
    """One due of 20 January, never paid: 11, 39, 70, 100, 131 days late at the months' ends."""
    household = Household(AS_OF, debts=(debt(periods=1, due_day=20, priority=priority),))
    factors = [5, 2, 2, 0.5 + 5, 0.5]
    assert harm_by_month(household, 5) == [weight * factor for factor in factors]


def test_day_90_itself_is_not_past_day_90():
    """Due 30 January: 30 April is day 1 + 28 + 31 + 30 = 90, a month like the second; 31 May is day 121."""
    household = Household(AS_OF, debts=(debt(periods=1, due_day=30),))
    assert harm_by_month(household, 5) == [10, 4, 4, 4, 1 + 10]


def test_a_debt_overdue_at_the_start_has_had_its_first_month():
    """Since 5 January: 26 days at the end of January count 2, not 5."""
    household = Household(AS_OF, debts=(debt(periods=1, late=1200, since=date(2027, 1, 5)),))
    assert harm_by_month(household, 2) == [4, 4]


def test_a_debt_past_day_90_at_the_start_passes_it_no_more():
    """Since 1 October: 101 days on 10 January; nothing but the half remains."""
    household = Household(AS_OF, debts=(debt(periods=1, late=1200, since=date(2026, 10, 1)),))
    assert harm_by_month(household, 3) == [1, 1, 1]


def test_a_debt_that_passes_day_90_in_the_first_month_counts_five_more():
    """Since 20 October: 82 days on 10 January, 103 on 31 January."""
    household = Household(AS_OF, debts=(debt(periods=1, late=1200, since=date(2026, 10, 20)),))
    assert harm_by_month(household, 2) == [1 + 10, 1]


def test_a_first_month_again_after_a_month_in_order():
    """Dues of ¥100; money comes on 20 February and 20 March: January late, February late, March in order, April late.

    January's due stays late at the end of January (5); on 20 February two dues are paid; March is paid on the 20th
    with nothing late at its end; April's due is late again (5), May too (2).
    """
    money = (gift(200, date(2027, 2, 20)), gift(100, date(2027, 3, 20)))
    household = Household(AS_OF, incomes=money, debts=(debt(balance=1200, periods=12),))
    assert harm_by_month(household, 5) == [10, 0, 0, 10, 4]


def test_months_are_counted_debt_by_debt():
    """Two debts overdue for two months are four overdue months; ¥100 due in January, ¥200 with February's due."""
    household = Household(AS_OF, debts=(debt("a"), debt("b", priority="home")))
    outcome = follow(household, horizon=1)
    assert (outcome.overdue_months, outcome.harm_halves) == (4, 2 * (2 + 30) * (5 + 2))
    assert outcome.arrears_fen_months == 2 * (100_00 + 200_00)
