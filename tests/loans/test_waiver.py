"""A waiver with a condition is not counted as given."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.loans.concessions import accept
from ashore.loans.opening import open_account
from ashore.loans.terms import Arrears, Concession, Opening, Penalty, Terms
from ashore.money import Rate

AS_OF = date(2026, 11, 23)


@pytest.mark.parametrize(("by", "penalty_fen"), [(None, 0), (date(2026, 12, 31), 50_00)])
def test_a_waiver_that_waits_for_a_payment_writes_nothing_off_at_once(
    by: date | None, penalty_fen: int
) -> None:
    """¥50 of penalty interest are written off by a plain waiver, and stay with one that waits until 31 December."""
    terms = Terms("level-payment", Rate(Decimal("0.12"), "year"), due_day=15, penalty=Penalty(Fraction(3, 2)))
    arrears = (Arrears(date(2026, 10, 15), principal_fen=100_00, penalty_fen=50_00),)
    account = open_account(terms, Opening(AS_OF, 1000_00, 10, date(2026, 11, 15), arrears))
    account = accept(
        account, Concession("waive", "agreed-written", waives=(("penalty", None),), if_paid_by=by)
    )
    assert account.owed().penalty_fen == penalty_fen
