"""The bound of a plan: figures on paper, and never above the cost of any plan that works (SPEC §6)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import FriendLoan, Household
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.baselines import BASELINES, CANDIDATES, MODEL, sell_all, with_sales
from ashore.planning.bound import SCALE, bound_fen, falling
from ashore.planning.certificate import Certificate, certify
from ashore.planning.judging.proof import proved_fen
from ashore.planning.offers import offers_of
from ashore.planning.plan import make_plan
from ashore.planning.problem import Problem, problem_of
from ashore.planning.relaxed import Relaxed, span_of
from ashore.planning.relaxing import hangs_on_payment, relax, relax_debts
from ashore.planning.replay import run
from planning.small import HALF_PER_MILLE, debt, follow, living, wage, yuan
from properties.examples import PLANNED
from properties.households import horizons, households

AS_OF = date(2027, 1, 31)
ONE_PERCENT = Rate(Decimal("0.01"), "month")


def priced(balance: float, periods: int, **more):
    """Return a debt at 1 % a month in equal parts that may be repaid early."""
    return debt(balance=balance, periods=periods, rate=ONE_PERCENT, prepayment=Prepayment(), **more)


def problem_and_plan(household: Household, horizon: int = 24):
    """Return a household's problem and its plan."""
    return problem_of(household, horizon), make_plan(household, horizon=horizon)


def test_with_all_the_money_there_the_first_due_is_all_it_costs():
    """¥1,200 at 1 % a month: ¥12 of interest at the first due, then nothing is left."""
    _, plan = problem_and_plan(Household(AS_OF, cash_fen=yuan(5000), debts=(priced(1200, 12),)))
    assert plan.outcome.net_fen == yuan(12)
    assert plan.certificate is not None
    assert yuan(11) < plan.certificate.bound_fen <= yuan(12)


def test_with_no_money_to_spare_the_contract_is_all_there_is():
    """¥300 in three parts of ¥100 from a wage of just that much: 3 + 2 + 1 of interest, and no way around it."""
    home = Household(
        AS_OF,
        incomes=(wage(103, until=date(2027, 2, 28)), wage(102, since=date(2027, 3, 1))),
        debts=(priced(300, 3),),
    )
    _, plan = problem_and_plan(home)
    assert plan.outcome.net_fen == yuan(6)
    assert plan.certificate is not None
    assert yuan(5.5) < plan.certificate.bound_fen <= yuan(6)


def test_what_is_overdue_costs_its_penalty_until_money_comes():
    """¥1,000 overdue at 0.05 % a day, ¥1,020 of wage on 1 March: 29 days at least, of which February counts."""
    one = debt(balance=1000, periods=0, penalty=HALF_PER_MILLE, late=1000, since=date(2027, 1, 15))
    home = Household(AS_OF, incomes=(wage(1020, since=date(2027, 3, 1)),), debts=(one,))
    _, plan = problem_and_plan(home)
    assert plan.status == "works"
    assert plan.certificate is not None
    assert yuan(13.9) < plan.certificate.bound_fen <= plan.outcome.net_fen == yuan(14.5)


def test_an_open_offer_is_counted_in_the_bound():
    """¥1,200 in 12 parts at 1 %, ¥50 a month short of them: half the rate saves ¥39 of ¥78, whoever pays when."""
    cut = Concession(
        "rate", "offered", until=date(2027, 3, 20), rate=Rate(Decimal("0.005"), "month"), fee_fen=yuan(1)
    )
    home = Household(
        AS_OF, cash_fen=yuan(2), incomes=(wage(112),), debts=(priced(1200, 12, concessions=(cut,)),)
    )
    _, plan = problem_and_plan(home)
    assert [taken.offer.concession.kind for taken in plan.outcome.taken] == ["rate"]
    assert plan.certificate is not None
    assert plan.certificate.bound_fen <= plan.outcome.net_fen < plan.certificate.bound_fen + yuan(1)


def test_a_settlement_costs_what_is_paid_less_what_was_owed():
    """¥1,000 overdue, settled for ¥400 by 1 March: ¥600 is written off, and no plan does better."""
    one = debt(
        balance=1000,
        periods=0,
        penalty=HALF_PER_MILLE,
        late=1000,
        since=date(2027, 1, 15),
        concessions=(Concession("settle", "offered", until=date(2027, 3, 1), settle_fen=yuan(400)),),
    )
    _, plan = problem_and_plan(Household(AS_OF, incomes=(wage(450, since=date(2027, 2, 1)),), debts=(one,)))
    assert plan.outcome.net_fen == -yuan(600)
    assert plan.certificate is not None
    assert plan.certificate.bound_fen == -yuan(600)


def test_a_settlement_agreed_in_writing_may_also_be_missed():
    """¥900 by 15 February close a debt of ¥1,000: ¥100 written off, or, missed, nothing at all."""
    agreed = Concession("settle", "agreed-written", until=date(2027, 2, 15), settle_fen=yuan(900))
    one = debt(balance=1000, periods=0, late=1000, since=date(2027, 1, 15), concessions=(agreed,))
    (group,) = relax_debts(problem_of(Household(AS_OF, debts=(one,)), 12))
    ((ways,),) = group.selections
    assert [(way.cost_fen, way.paid, way.odd) for way in ways] == [
        (-yuan(100), ((1, yuan(900)),), False),
        (0, (), True),
    ]


def test_what_the_emergency_fund_costs_is_in_the_bound():
    """¥1,200 in 12 parts at 1 % beside ¥5,000 of cash that must stay: nothing is repaid early, ¥78 of interest."""
    home = Household(
        AS_OF,
        cash_fen=yuan(5000),
        emergency_fund_fen=yuan(5000),
        emergency_fund_months=1,
        incomes=(
            wage(112, until=date(2027, 2, 28)),
            wage(111, since=date(2027, 3, 1), until=date(2027, 3, 31)),
        ),
        debts=(priced(1200, 12),),
    )
    problem, plan = problem_and_plan(home)
    assert plan.certificate is not None
    bare = certify(problem_of(replace(home, emergency_fund_fen=0), 24), plan.outcome)
    assert bare is not None
    assert bare.bound_fen < yuan(15)
    assert plan.certificate.bound_fen <= plan.outcome.net_fen
    assert problem.emergency_target_fen(0) == yuan(5000)


def test_a_fee_for_paying_early_is_in_the_bound():
    """¥1,200 at 1 % a month for 12 months, ¥5,000 there: ¥12 and a fee of 3 % on ¥1,100, or ¥78 by contract."""
    lower = Prepayment(effect="lower", fee=Fraction(3, 100))
    one = debt(balance=1200, periods=12, rate=ONE_PERCENT, prepayment=lower)
    _, plan = problem_and_plan(Household(AS_OF, cash_fen=yuan(5000), debts=(one,)))
    assert plan.outcome.net_fen == yuan(12 + 33)
    assert plan.certificate is not None
    assert yuan(44) < plan.certificate.bound_fen <= yuan(45)


def test_no_more_of_a_friends_loan_is_counted_than_the_plan_draws():
    """¥600 at 2 % a month, no wage before April: ¥400 bridge the dues, all of the ¥1,000 would pay much of it early."""
    two_percent = Rate(Decimal("0.02"), "month")
    home = Household(
        AS_OF,
        incomes=(wage(114, since=date(2027, 4, 1)),),
        debts=(debt(balance=600, periods=6, rate=two_percent, prepayment=Prepayment()),),
        friend_loans=(FriendLoan("Li", yuan(1000), Fraction(0), 10),),
    )
    _, plan = problem_and_plan(home)
    assert plan.outcome.works
    assert plan.certificate is not None
    assert plan.certificate.span.lent_fen == plan.outcome.lent_fen == yuan(400)
    assert plan.certificate.bound_fen > plan.outcome.net_fen - yuan(15)


def test_no_bound_is_shown_where_nothing_works():
    _, plan = problem_and_plan(Household(AS_OF, spendings=(living(10),), debts=(priced(1200, 12),)))
    assert (plan.status, plan.certificate) == ("does-not-work", None)


def test_prices_that_rise_are_refused():
    problem, plan = problem_and_plan(Household(AS_OF, cash_fen=yuan(5000), debts=(priced(1200, 12),)))
    span = span_of(problem, plan.outcome)
    assert span is not None
    relaxed = relax(problem, span)
    assert relaxed is not None
    with pytest.raises(AssertionError):
        bound_fen(relaxed, [0] * (len(relaxed.net_fen) - 1) + [SCALE])


def comparators(problem: Problem):
    """Yield what many ways of paying lead to: with each open concession and without, by days and by whole months."""
    offers = offers_of(problem.household, problem.accounts)
    for days in (problem.daily_months, 0):
        other = replace(problem_of(problem.household, problem.horizon), daily_months=days)
        for policy in (*BASELINES, *CANDIDATES):
            for selection in ((), *((offer,) for offer in offers), offers):
                yield run(other, replace(with_sales(policy, sell_all(problem)), offers=selection))


def recomputed_fen(relaxed: Relaxed, certificate: Certificate):
    """Return the bound that the certificate's prices give."""
    cases = [(one.choices, one.prices) for one in certificate.cases]
    return proved_fen(relaxed, certificate.prices, cases)


@pytest.mark.property
@PLANNED
@given(households(debts_max=3), horizons())
def test_no_plan_that_works_costs_less_than_the_bound(household: Household, horizon: int):
    problem, plan = problem_and_plan(household, horizon)
    if not plan.outcome.works or hangs_on_payment(problem):
        assert plan.certificate is None
        return
    assert plan.certificate is not None
    assert plan.certificate.bound_fen <= plan.outcome.net_fen
    relaxed = relax(problem, plan.certificate.span)
    assert relaxed is not None
    assert recomputed_fen(relaxed, plan.certificate) == plan.certificate.bound_fen
    for outcome in comparators(problem):
        as_long = len(outcome.cash) >= len(relaxed.net_fen)
        if outcome.works and as_long and outcome.goals[:4] <= plan.outcome.goals[:4]:
            assert plan.certificate.bound_fen <= outcome.net_fen
        if outcome.works and outcome.cut_fen == 0 and not any(plan.certificate.span.worked_fen):
            ends = zip(outcome.cash, relaxed.floor_fen, strict=False)
            assert all(row.end_fen >= floor for row, floor in ends)


@pytest.mark.property
@PLANNED
@given(households(debts_max=3), st.randoms(use_true_random=False))
def test_no_months_of_early_repayment_cost_less_than_the_bound(household: Household, chance: Random):
    """Each debt is repaid early in months of its own, down to any share of what it is: nobody planned it that way."""
    problem, plan = problem_and_plan(household)
    if plan.certificate is None or plan.outcome.taken or plan.outcome.friend_loan or plan.outcome.side_work:
        return
    for _ in range(8):
        targets = {
            (one.id, month): int(one.balance_fen * chance.random() ** 2)
            for one in household.debts
            for month in range(problem.horizon)
            if chance.random() < 0.3
        }
        outcome = run(problem, replace(MODEL, sales=plan.policy.sales, targets=targets))
        as_long = len(outcome.cash) >= len(plan.certificate.span.worked_fen)
        if outcome.works and as_long and outcome.goals[:4] <= plan.outcome.goals[:4]:
            assert plan.certificate.bound_fen <= outcome.net_fen


@pytest.mark.property
@PLANNED
@given(households(debts_max=3), st.lists(st.floats(0, 2), min_size=27, max_size=27))
def test_any_falling_prices_give_a_bound(household: Household, prices: list[float]):
    problem, plan = problem_and_plan(household, 26)
    span = span_of(problem, plan.outcome)
    relaxed = relax(problem, span) if span else None
    if relaxed is not None:
        found = bound_fen(relaxed, falling(prices, len(relaxed.net_fen)))
        assert found <= plan.outcome.net_fen


def test_a_plan_is_certified_once_more_from_its_outcome():
    problem, plan = problem_and_plan(
        Household(AS_OF, cash_fen=yuan(500), incomes=(wage(300),), debts=(priced(1200, 12),))
    )
    again = certify(problem, follow(plan.household, CANDIDATES[0]))
    assert again is not None
    assert again.bound_fen <= plan.outcome.net_fen
