"""What is kept back: once and no more, and extra repayment never costs a later due, a day late or a cut."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.model import Debt, Due, Household, Income, Spending
from ashore.loans.terms import Arrears, Minimum, Terms
from ashore.money import Rate
from ashore.planning.baselines import BASELINES, CANDIDATES, HOLDING
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from ashore.planning.replay import run

AS_OF = date(2026, 11, 23)
TWELVE = Rate(Decimal("0.12"), "year")
LOOK_AHEAD = BASELINES[-1]
SPARING = [policy for policy in CANDIDATES if policy.spares]


def by_policy(policies):
    """Return a parametrization over policies, each under its name."""
    return pytest.mark.parametrize("policy", policies, ids=lambda policy: policy.name)


def equal_parts(name: str, balance_fen: int, periods: int, due_day: int, rate: Rate = TWELVE) -> Debt:
    """Return a debt in equal parts of principal, on the credit record."""
    terms = Terms("equal-principal", rate, due_day=due_day)
    return Debt(name, name, name, terms, balance_fen, periods, priority="credit-record")


def in_one_sum(name: str, balance_fen: int, due_day: int) -> Debt:
    """Return a debt without interest, due in one sum on its next due day."""
    terms = Terms("bullet", Rate(Decimal(0), "year"), due_day=due_day)
    return Debt(name, name, name, terms, balance_fen, 1, priority="credit-record")


def overdue(name: str, balance_fen: int, due_day: int) -> Debt:
    """Return a debt in two equal parts of which half the balance is overdue."""
    arrears = Arrears(date(2026, 9, due_day), balance_fen // 2)
    return replace(equal_parts(name, balance_fen, 2, due_day), arrears=arrears, stage="overdue")


def revolving(name: str, balance_fen: int, due_day: int) -> Debt:
    """Return a card with a minimum of a tenth."""
    terms = Terms(
        "revolving",
        Rate(Decimal("0.0005"), "day"),
        accrual="daily",
        due_day=due_day,
        minimum=Minimum(Fraction(1, 10)),
    )
    return Debt(name, name, name, terms, balance_fen, 0, priority="credit-record")


@by_policy([LOOK_AHEAD, *CANDIDATES])
def test_what_is_held_for_the_days_ahead_is_not_kept_a_second_time(policy):
    """¥7,000 in hand, ¥3,000 to live on in December and January, a wage from 10 January: ¥1,000 is free for the due."""
    household = Household(
        AS_OF,
        cash_fen=7_000_00,
        incomes=(Income("wage", 10_000_00, day=10, since=date(2027, 1, 1)),),
        spendings=(Spending("living", 3_000_00, day=1),),
        debts=(in_one_sum("a", 1_000_00, 28),),
    )
    outcome = run(problem_of(household), policy)
    assert outcome.overdue_months == 0
    assert [(payment.on, payment.fen) for payment in outcome.payments] == [(date(2026, 11, 28), 1_000_00)]


@by_policy(SPARING)
def test_extra_repayment_leaves_what_later_spending_needs(policy):
    """No wage before June: of ¥2,100 the months until then need ¥130 each for the debt and ¥200 for the cinema."""
    household = Household(
        AS_OF,
        cash_fen=2_100_00,
        incomes=(Income("wage", 1_000_00, day=1, since=date(2027, 6, 1)),),
        spendings=(Spending("cinema", 200_00, day=20, essential=False),),
        debts=(equal_parts("a", 3_000_00, 30, 15),),
    )
    outcome = run(problem_of(household), policy)
    assert outcome.cut_fen == 0
    assert outcome.left_fen == 0


@by_policy(SPARING)
def test_extra_repayment_leaves_the_dues_that_come_before_the_money(policy):
    """¥4,000 and a wage on the 28th: b falls due on 10 December, after the rent; nothing of it may go to a early."""
    household = Household(
        AS_OF,
        cash_fen=4_000_00,
        incomes=(Income("wage", 3_000_00, day=28, since=date(2026, 12, 1)),),
        spendings=(Spending("rent", 1_000_00, day=5),),
        debts=(equal_parts("a", 5_000_00, 5, 25), in_one_sum("b", 1_500_00, 10)),
    )
    outcome = run(problem_of(household), policy)
    paid = {(payment.debt, payment.on): payment.fen for payment in outcome.payments if not payment.extra}
    assert paid["b", date(2026, 12, 10)] == 1_500_00
    assert outcome.overdue_months == 0


def test_a_holding_plan_closes_what_can_be_closed_once_the_hard_months_are_over():
    """Short only in December: after that ¥3,000 a month is left, and a card is not fed its minimum for ten years."""
    household = Household(
        AS_OF,
        cash_fen=500_00,
        incomes=(Income("wage", 6_000_00, day=10, since=date(2027, 1, 1)),),
        spendings=(Spending("living", 3_000_00, day=20, since=date(2027, 1, 1)),),
        debts=(revolving("card", 9_000_00, 15),),
    )
    plan = make_plan(household)
    assert plan.status == "does-not-work"
    assert run(problem_of(household), HOLDING).left_fen == 0
    assert plan.outcome.months is not None
    assert plan.outcome.months <= 6


@by_policy([CANDIDATES[0], HOLDING])
def test_a_due_before_its_payday_is_paid_from_the_cash_there_is(policy):
    """¥3,000 come on 30 November, a wage on 10 December: the card's ¥500 of the 8th do not go to the old arrears."""
    household = Household(
        AS_OF,
        cash_fen=0,
        incomes=(
            Income("sale", 3_000_00, every="once", on=date(2026, 11, 30)),
            Income("wage", 4_000_00, day=10, since=date(2026, 12, 1)),
        ),
        debts=(overdue("old", 6_000_00, 15), in_one_sum("card", 500_00, 8)),
    )
    outcome = run(problem_of(household), policy)
    first = {payment.debt: payment for payment in reversed(outcome.payments)}
    assert (first["card"].on, first["card"].fen, first["card"].days_late) == (date(2026, 12, 8), 500_00, 0)
    assert (first["old"].on, first["old"].fen) == (date(2026, 11, 30), 2_500_00)


def test_cash_is_said_to_be_kept_for_dues_only():
    """Nothing large falls due; that a month uses ¥4,000 of cash to repay early is no reason to have kept it."""
    household = Household(
        AS_OF,
        cash_fen=4_000_00,
        incomes=(Income("wage", 3_000_00, day=5),),
        spendings=(Spending("living", 2_500_00, day=6),),
        debts=(equal_parts("a", 6_000_00, 30, 15),),
    )
    plan = make_plan(household)
    assert any(payment.extra for payment in plan.outcome.payments)
    assert "reason-cash-kept" not in [reason.code for reason in plan.reasons]


def test_cash_is_said_to_be_kept_for_a_large_due():
    """¥3,000 fall due in June at once, and about ¥500 a month is left until then."""
    household = Household(
        AS_OF,
        cash_fen=0,
        incomes=(Income("wage", 3_000_00, day=5),),
        spendings=(Spending("living", 2_000_00, day=6),),
        dues=(Due("school", 3_000_00, date(2027, 6, 20), "law"),),
        debts=(equal_parts("a", 14_400_00, 36, 15),),
    )
    reasons = {reason.code: reason.facts for reason in make_plan(household).reasons}
    assert reasons["reason-cash-kept"]["due_month"] == "2027-06"


def test_a_holding_plan_spoils_one_record_rather_than_both_in_turn():
    """¥650 a month for two dues of ¥500 until March: the debt that fell behind waits, the other stays clean."""
    household = Household(
        AS_OF,
        cash_fen=0,
        incomes=(
            Income("sick pay", 650_00, day=5, until=date(2027, 3, 31)),
            Income("wage", 3_000_00, day=5, since=date(2027, 4, 1)),
        ),
        debts=(
            equal_parts("a", 10_000_00, 20, 10, Rate(Decimal(0), "year")),
            equal_parts("b", 10_000_00, 20, 15, Rate(Decimal(0), "year")),
        ),
    )
    outcome = run(problem_of(household), HOLDING)
    behind = {debt for end in outcome.ends for debt in end.overdue}
    assert len(behind) == 1
