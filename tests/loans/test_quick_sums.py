"""What is asked of a loan a thousand times is found quickly, and says what the long way says."""

from datetime import timedelta
from fractions import Fraction
from math import ceil, floor

from hypothesis import given
from hypothesis import strategies as st

from ashore.household.position import open_debt
from ashore.loans.account import TermAccount
from ashore.loans.allocation import allocate
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from properties.households import households

ROUNDED = {"half-up": lambda sum_: floor(sum_ + Fraction(1, 2)), "down": floor, "up": ceil}
STATES = {"past-due": True, "due": False}
WORDS = {
    "fee": (FEES, DAMAGES), "penalty": (PENALTY, COMPOUND), "interest": (INTEREST,), "principal": (PRINCIPAL,)
}  # fmt: skip


def followed(household, days, share):
    """Yield each loan with instalments after some days on which a part of what was due was paid, or nothing."""
    for debt in household.debts:
        account = open_debt(debt, household.as_of)
        end = household.as_of + timedelta(days=days)
        while account.running and account.next_due <= end:
            account.advance(account.next_due)
            if paid := account.due_fen * share // 4:
                account.pay(paid)
        account.advance(end)
        if isinstance(account, TermAccount):
            yield account


def run_since(account, item):
    """Return penalty and compound interest not posted yet, span by span in exact fractions."""
    if not item.late or account.day <= item.penalty_from:
        return 0
    bearing = item.parts[PRINCIPAL] + (item.parts[INTEREST] if account.terms.compound else 0)
    run, start = 0, item.penalty_from
    for end, rate in [*item.marks, (account.day, account.penalty_per_day)]:
        run += ROUNDED[account.terms.rounding](Fraction(bearing * (end - start).days) * Fraction(*rate))
        start = end
    return run


@given(households(debts_max=2), st.integers(0, 300), st.integers(0, 4))
def test_what_is_due_and_late_is_the_sum_of_its_instalments(household, days, share):
    for account in followed(household, days, share):
        late = [item for item in account.items if item.late]
        assert account.due_fen == sum(sum(item.parts) + run_since(account, item) for item in account.items)
        assert account.arrears_fen == sum(sum(item.parts) + run_since(account, item) for item in late)
        assert account.days_past_due == max([0, *((account.day - item.due).days for item in late)])
        posted = account.copy()
        posted.post_penalties(posted.day)
        assert sum(map(sum, (item.parts for item in posted.items))) == account.due_fen


@given(households(debts_max=2), st.integers(0, 300), st.integers(0, 4), st.integers(0, 12))
def test_a_payment_fills_one_part_after_the_other(household, days, share, sixths):
    for account in followed(household, days, share):
        account.post_penalties(account.day)
        order = account.terms.allocation
        slots = [
            (place, part)
            for state, word in order or ()
            for place, item in enumerate(account.items)
            if item.late == STATES[state]
            for part in WORDS[word]
        ]
        slots += [
            (place, part) for place in range(len(account.items)) for word in WORDS.values() for part in word
        ]
        left, there = account.due_fen * sixths // 6, [item.parts[:] for item in account.items]
        paid = [0] * 6
        for place, part in slots:
            taken = min(left, there[place][part])
            there[place][part], left, paid[part] = (
                there[place][part] - taken,
                left - taken,
                paid[part] + taken,
            )
        assert allocate(account.items, account.due_fen * sixths // 6, order) == paid
        assert [item.parts for item in account.items] == there
