"""What closes a debt on a day, held against fractions by hand and against the loan paid off with that very sum."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month
from ashore.errors import AshoreError
from ashore.household.model import Debt
from ashore.household.position import opening_of
from ashore.loans.ledger import replay
from ashore.loans.terms import Arrears, Concession, Event, Penalty, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.closing import (
    Sale,
    checks_of,
    closed_on,
    default_ended,
    is_reported,
    overdue_cleared,
    payoff_on,
    settlements_of,
)
from documents.households import AS_OF, HOUSEHOLDS, NAMES, loan, plan_of
from properties.households import households

CENT = Fraction(1, 100)


def half_up(fen: Fraction) -> int:
    """Return a fraction of a fen rounded half up."""
    return int(fen + Fraction(1, 2))


@given(st.integers(1_000_00, 500_000_00), st.integers(2, 36), st.integers(0, 900))
def test_a_level_loan_at_one_per_cent_a_month(balance: int, periods: int, ahead: int):
    """Due on the 15th, a month's interest on what is left, a part of a month by its days."""
    debt, day = loan(balance=balance, periods=periods), AS_OF + timedelta(days=ahead)
    growth = (1 + CENT) ** periods
    payment = half_up(balance * CENT * growth / (growth - 1))
    left, paid, due, period = balance, 0, date(2026, 12, 15), periods
    while due < day and left:
        interest = half_up(left * CENT)
        principal = left if period == 1 else min(left, payment - interest)
        left, paid, period = left - principal, paid + principal + interest, period - 1
        due = date(due.year + due.month // 12, due.month % 12 + 1, 15)
    begun = date(due.year - (due.month == 1), (due.month - 2) % 12 + 1, 15)
    run = half_up(left * CENT * (day - begun).days / (due - begun).days) if left else 0
    found = payoff_on(debt, AS_OF, day)
    assert (found.principal_fen, found.interest_fen) == (left, run)
    assert (found.fen, found.before_fen) == (left + run, paid)


@given(st.integers(100_00, 900_000_00), st.integers(0, 21))
def test_a_daily_loan_by_its_days(balance: int, ahead: int):
    """Before the next due on 15 December: eight days had run on 23 November, then a day's interest each day."""
    terms = Terms("daily", Rate(Decimal("0.0005"), "day"), accrual="daily", due_day=15)
    debt = Debt("a", "a", "", terms, balance, 12)
    found = payoff_on(debt, AS_OF, AS_OF + timedelta(days=ahead))
    daily = balance * Fraction(5, 10_000)
    assert found.interest_fen == half_up(daily * 8) + half_up(daily * ahead)
    assert found.principal_fen == balance


def test_a_penalty_of_one_due_by_hand():
    """A bullet of ¥50,000 and its ¥500 due on 20 December: by 30 December ten days at 0.05 % on ¥50,500."""
    terms = Terms(
        "bullet",
        Rate(Decimal("0.12"), "year"),
        due_day=20,
        penalty=Penalty(rate=Rate(Decimal("0.0005"), "day")),
    )
    debt = Debt("a", "a", "", terms, 50_000_00, 1)
    found = payoff_on(debt, AS_OF, date(2026, 12, 30), keeps_up=False)
    assert (found.principal_fen, found.interest_fen) == (50_000_00, 500_00)
    assert found.penalty_fen == 50_000_00 * 10 * 5 // 10_000
    assert found.fen == 50_000_00 + 500_00 + 250_00


def test_the_fee_for_paying_early_is_on_top_and_told():
    """3 % of ¥10,000 that is not due yet."""
    terms = replace(loan().terms, prepayment=Prepayment(fee=Fraction(3, 100)))
    debt = replace(loan(balance=10_000_00, periods=10), terms=terms)
    found = payoff_on(debt, AS_OF, AS_OF)
    plain = payoff_on(loan(balance=10_000_00, periods=10), AS_OF, AS_OF)
    assert found.early_fee_fen == found.fee_fen == 300_00
    assert found.fen == plain.fen + 300_00


@pytest.mark.parametrize(
    ("rule", "allowed"),
    [
        (Prepayment(), True),
        (Prepayment(allowed=False), False),
        (Prepayment(lock_until=date(2027, 6, 30)), False),
        (Prepayment(lock_until=date(2026, 11, 30)), True),
    ],
)
def test_what_the_contract_does_not_allow_is_told(rule, allowed):
    debt = replace(loan(), terms=replace(loan().terms, prepayment=rule))
    assert payoff_on(debt, AS_OF, date(2026, 12, 1)).allowed is allowed


def test_after_the_last_due_nothing_is_left_to_repay_early():
    debt = replace(
        loan(balance=900_00, periods=1), terms=replace(loan().terms, prepayment=Prepayment(allowed=False))
    )
    found = payoff_on(debt, AS_OF, date(2027, 2, 1), keeps_up=False)
    assert found.allowed
    assert found.principal_fen == 900_00


@pytest.mark.parametrize("day", [date(2026, 11, 22), date(2056, 11, 24), date(2199, 1, 1)])
def test_a_day_that_cannot_be_counted_to(day):
    with pytest.raises(AshoreError) as found:
        payoff_on(loan(), AS_OF, day)
    assert found.value.code in {"closing-day-before", "closing-day-far"}


@given(households(), st.integers(0, 500), st.booleans())
def test_the_parts_come_to_the_sum(household, ahead, keeps):
    for debt in household.debts:
        found = payoff_on(debt, household.as_of, household.as_of + timedelta(days=ahead), keeps_up=keeps)
        parts = found.principal_fen + found.interest_fen + found.penalty_fen + found.fee_fen
        assert parts - found.held_fen == found.fen >= 0
        assert found.held_fen >= 0
        assert 0 <= found.early_fee_fen <= found.fee_fen


@given(households(), st.integers(1, 200))
def test_that_sum_closes_the_loan_and_a_fen_less_does_not(household, ahead):
    """The loan's own ledger, given one payment of the sum on that day."""
    for debt in household.debts:
        if any(one.status == "agreed-written" for one in debt.concessions):
            continue
        day = household.as_of + timedelta(days=ahead)
        found = payoff_on(debt, household.as_of, day, keeps_up=False)
        if not found.fen or not found.allowed:
            continue
        opening = opening_of(debt, household.as_of)
        left = [
            replay(debt.terms, opening, [Event(day, "payment", fen)], day).account
            for fen in (found.fen, found.fen - 1)
        ]
        assert left[0].closed
        assert left[0].credit_fen == 0
        assert not left[1].closed


def settled(**more) -> Debt:
    """Return a debt of ¥10,000 overdue, with a settlement."""
    arrears = Arrears(date(2026, 9, 15), 2_000_00, 100_00, 20_00)
    offer = Concession("settle", "offered", until=date(2026, 12, 20), settle_fen=6_000_00)
    return replace(
        loan(balance=10_000_00), arrears=arrears, stage="overdue", concessions=(replace(offer, **more),)
    )


def test_what_is_forgiven_stands_alone():
    (found,) = settlements_of(settled(), AS_OF)
    assert found.fen == 6_000_00
    assert found.forgiven_fen == found.standing_fen - 6_000_00
    assert found.standing_fen >= 10_000_00 + 120_00
    assert (found.last, found.payments, found.written) == (date(2026, 12, 20), 1, False)
    assert found.reported_as == "unknown"


def test_a_settlement_in_parts_ends_with_its_last_part():
    (found,) = settlements_of(settled(instalments=3, until=None), AS_OF)
    assert (found.fen, found.payments, found.last) == (6_000_00, 3, date(2027, 2, 15))


def test_once_agreed_in_writing_its_sum_closes_the_debt():
    debt = settled(status="agreed-written", reported_as="settled for less")
    (found,) = settlements_of(debt, AS_OF)
    assert (found.written, found.reported_as) == (True, "settled for less")
    payoff = payoff_on(debt, AS_OF, date(2026, 12, 1))
    assert (payoff.fen, payoff.settles, payoff.allowed) == (6_000_00, True, True)


@pytest.mark.parametrize("status", ["refused", "to-ask"])
def test_what_is_not_talked_of_is_no_ending(status):
    assert settlements_of(settled(status=status), AS_OF) == ()


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_of_a_sale_one_side_is_left(price, payoff):
    sale = Sale(price, payoff)
    assert price - payoff == sale.over_fen - sale.left_fen
    assert min(sale.over_fen, sale.left_fen) == 0


def test_the_days_to_look_again():
    found = checks_of(loan(), date(2027, 1, 31), date(2024, 2, 29), 5)
    assert [(one.kind, one.on) for one in found] == [
        ("proof", date(2027, 2, 7)),
        ("report", date(2027, 3, 31)),
        ("record", date(2029, 3, 1)),
    ]


@pytest.mark.parametrize(("ended", "years"), [(None, 5), (date(2026, 1, 1), None)])
def test_without_a_default_or_a_law_no_record_is_looked_for(ended, years):
    assert [one.kind for one in checks_of(loan(), AS_OF, ended, years)] == ["proof", "report"]


@pytest.mark.parametrize("kind", ["private", "friend"])
def test_what_people_lent_stands_in_no_report(kind):
    debt = loan(lender_kind=kind)
    assert not is_reported(debt)
    assert [one.kind for one in checks_of(debt, AS_OF, AS_OF, 5)] == ["proof"]


@pytest.mark.parametrize("name", NAMES)
def test_the_end_of_a_default_is_never_before_a_late_payment_nor_after_the_close(name):
    plan = plan_of(name)
    for debt in plan.household.debts:
        rows = [row for row in plan.outcome.payments if row.debt == debt.id]
        late_days = [row.on for row in rows if row.days_late]
        ended, closed = default_ended(plan.outcome, debt), closed_on(plan.outcome, debt.id)
        if not (late_days or debt.arrears or any(debt.id in end.overdue for end in plan.outcome.ends)):
            assert ended is None
        if ended:
            assert ended >= max(late_days, default=ended)
            assert closed is None or ended <= closed
            after = Month(ended.year, ended.month)
            assert not [end for end in plan.outcome.ends if end.month > after and debt.id in end.overdue]


def test_what_is_overdue_is_cleared_on_the_day_of_its_last_late_payment():
    outcome = plan_of("cured").outcome
    rows = [
        row
        for row in outcome.payments
        if row.debt == "网商贷" and row.on - timedelta(days=row.days_late) <= AS_OF
    ]
    assert overdue_cleared(outcome, "网商贷", AS_OF) == max(row.on for row in rows if row.days_late)
    assert overdue_cleared(outcome, "信用卡", AS_OF) is None


def test_a_debt_that_stays_overdue_has_no_end():
    outcome, debt = plan_of("starving").outcome, HOUSEHOLDS["starving"].debts[0]
    assert debt.id in outcome.left_debts
    assert default_ended(outcome, debt) is None
    assert closed_on(outcome, debt.id) is None
