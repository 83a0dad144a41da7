"""Which days a debt is paid on during a replay: every due of a month, and extra only on a due date."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.dates import month_of
from ashore.household.model import Debt, Household
from ashore.loans.terms import Arrears, Instalment, Penalty, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.baselines import BASELINES
from ashore.planning.outcome import Outcome
from ashore.planning.problem import problem_of
from ashore.planning.replay import run

NO_RATE = Rate(Decimal(0), "year")
PENALTY = Penalty(rate=Rate(Decimal("0.0005"), "day"))


def debt(rows: tuple[Instalment, ...], arrears: Arrears | None = None) -> Debt:
    """Return a debt with a typed schedule."""
    balance = sum(row.principal_fen for row in rows) + (arrears.principal_fen if arrears else 0)
    terms = Terms("schedule", NO_RATE, due_day=1, schedule=rows, penalty=PENALTY)
    return Debt("a", "a", "a", terms, balance, len(rows), arrears=arrears)


def paid(outcome: Outcome) -> list[tuple[str, int, bool]]:
    """Return the payments as (day, fen, whether early)."""
    return [(payment.on.isoformat(), payment.fen, payment.extra) for payment in outcome.payments]


@pytest.mark.parametrize("policy", BASELINES, ids=lambda policy: policy.name)
def test_two_dues_of_one_month_are_both_paid_in_time(policy):
    """June has dues on the 1st and the 29th; with ¥100,000 in hand nothing may become overdue."""
    rows = (
        Instalment(date(2027, 6, 1), 1000_00, 10_00),
        Instalment(date(2027, 6, 29), 1000_00, 10_00),
        Instalment(date(2027, 7, 15), 1000_00, 10_00),
    )
    outcome = run(problem_of(Household(date(2027, 1, 15), cash_fen=100_000_00, debts=(debt(rows),))), policy)
    assert outcome.overdue_months == outcome.penalty_fen == 0
    assert paid(outcome)[:2] == [("2027-06-01", 1010_00, False), ("2027-06-29", 1010_00, False)]


@pytest.mark.parametrize("policy", BASELINES, ids=lambda policy: policy.name)
def test_nothing_extra_in_a_month_without_a_due(policy):
    """Arrears are cleared in June, but the next due is in September: only then may more be repaid."""
    rows = (Instalment(date(2027, 9, 15), 1000_00, 10_00), Instalment(date(2027, 12, 15), 1000_00, 10_00))
    one = debt(rows, Arrears(date(2027, 5, 15), 500_00))
    outcome = run(problem_of(Household(date(2027, 5, 31), cash_fen=100_000_00, debts=(one,))), policy)
    assert [day for day, _, early in paid(outcome) if early and day < "2027-09-15"] == []
    assert outcome.left_fen == 0


def test_fees_called_by_early_repayment_never_take_more_than_the_share():
    """The flat-fee debt's share covers its principal but not the ten fees that closing it early calls at once."""
    flat = Terms(
        "flat-fee",
        NO_RATE,
        due_day=10,
        fee_per_period=Fraction(5, 100),
        prepayment=Prepayment(remaining_fees="due"),
    )
    other = Terms("interest-only", Rate(Decimal("0.12"), "year"), due_day=10)
    debts = (Debt("flat", "a", "a", flat, 1000_00, 11), Debt("other", "b", "b", other, 1000_00, 36))
    household = Household(
        date(2027, 1, 15), cash_fen=2500_00, emergency_fund_fen=300_00, emergency_fund_months=1, debts=debts
    )
    outcome = run(problem_of(household), BASELINES[3])
    assert any(payment.extra for payment in outcome.payments)
    early = {month_of(payment.on) for payment in outcome.payments if payment.extra}
    assert min(row.end_fen for row in outcome.cash if row.month in early) >= 300_00
