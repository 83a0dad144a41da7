"""The kernel is the exact replay with every month whole: to the fen, in every month, for every contract (SPEC §9).

SPEC asks it of contracts charged by whole months; it holds for those charged by days too, and is held to it.
"""

from dataclasses import replace

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from ashore.household.model import Household
from ashore.loans.terms import Accrual
from ashore.planning.policy import Policy
from simulation.households import dice_of, household
from simulation.same import POLICIES, differences, replayed, simulated

pytestmark = pytest.mark.property
HORIZON = 30
DICE = st.randoms(use_true_random=False)
ACCRUALS: tuple[Accrual, ...] = ("monthly", "monthly", "daily")


def check(household: Household, policy: Policy, horizon: int) -> str:
    """Assert that kernel and replay are the same.  Returns how the run ended."""
    kernel = simulated(household, policy, horizon)
    if kernel.status != "runaway":
        assert differences(replayed(household, policy, horizon), kernel) == {}
    return kernel.status


@given(DICE, st.sampled_from(POLICIES), st.sampled_from(ACCRUALS))
def test_kernel_and_replay_are_the_same(dice, policy, accrual):
    one = household(dice, accrual)
    note(one)
    check(one, policy, HORIZON)


def test_a_sweep_of_seeds_meets_every_case():
    """Closed and open, overdue and clean, cuts and none: the households are not all of one kind."""
    ends, overdue, cut = set(), 0, 0
    for seed in range(30):
        policy = POLICIES[seed % len(POLICIES)]
        one = household(dice_of(seed))
        ends.add(check(one, policy, HORIZON))
        run = simulated(one, policy, HORIZON)
        overdue += run.overdue_months > 0
        cut += run.cut_fen > 0
    assert ends >= {"open", "closed"}
    assert 5 < overdue < 30
    assert cut > 3


@pytest.mark.long
@pytest.mark.parametrize("start", range(0, 800, 100))
def test_a_long_sweep(start):
    for seed in range(start, start + 100):
        one = household(dice_of(10_000 + seed), ACCRUALS[seed % len(ACCRUALS)])
        for policy in POLICIES:
            check(one, policy, 120 if seed % 10 == 0 else 48)


@given(DICE)
def test_a_wrong_fen_is_seen(dice):
    """The comparison itself: a household with one fen more in hand is not the same."""
    one = household(dice)
    more = replace(one, cash_fen=one.cash_fen + 1)
    policy = POLICIES[1]
    assert differences(replayed(one, policy, 6), simulated(more, policy, 6)) != {}
