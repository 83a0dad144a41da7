"""The quick look ahead says what the full one says, for every contract and wherever it stands."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ashore.household.position import open_debt
from ashore.loans.plain import due_sums
from ashore.loans.schedule import dues_of
from properties.households import households


@given(households(debts_max=2), st.integers(0, 300), st.booleans(), st.integers(0, 20))
def test_quick_dues_are_the_full_ones(household, days, pays, share):
    """Each loan is followed for some days, its dues paid or not, part of it repaid early, then looked at both ways."""
    for debt in household.debts:
        account = open_debt(debt, household.as_of)
        end: date = household.as_of + timedelta(days=days)
        while account.running and account.next_due <= end:
            account.advance(account.next_due)
            if pays and account.due_fen:
                account.pay(account.due_fen)
            if principal := account.prepayable_with(account.principal_fen * share // 40):
                account.prepay(principal)
        account.advance(end)
        rows = [(row.due, row.total_fen) for row in dues_of(account, 60)]
        assert due_sums(account, 60) == rows
