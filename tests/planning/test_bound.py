"""The bound of a plan: figures on paper, and never above the cost of any plan that works (SPEC §6)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Household
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.baselines import BASELINES, CANDIDATES, sell_all, with_sales
from ashore.planning.bound import SCALE, bound_fen, falling
from ashore.planning.certificate import certify, recomputed_fen
from ashore.planning.plan import make_plan
from ashore.planning.problem import Problem, problem_of
from ashore.planning.relaxed import relax, span_of
from ashore.planning.replay import run
from planning.small import HALF_PER_MILLE, debt, follow, living, wage, yuan
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


@pytest.mark.parametrize("status", ["offered", "agreed-verbal"])
def test_no_bound_is_shown_while_an_offer_is_open(status):
    one = priced(1200, 12, concessions=(Concession("defer", status, until=date(2027, 3, 1), months=1),))
    _, plan = problem_and_plan(Household(AS_OF, cash_fen=yuan(5000), debts=(one,)))
    assert plan.certificate is None


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
    """Yield what many ways of paying lead to: with and without an emergency fund, by days and by whole months."""
    bare = replace(problem.household, emergency_fund_fen=0)
    for home in (problem.household, bare):
        for days in (problem.daily_months, 0):
            other = replace(problem_of(home, problem.horizon), daily_months=days)
            for policy in (*BASELINES, *CANDIDATES):
                yield run(other, with_sales(policy, sell_all(problem)))


@pytest.mark.property
@given(households(debts_max=3), horizons())
def test_no_plan_that_works_costs_less_than_the_bound(household: Household, horizon: int):
    problem, plan = problem_and_plan(household, horizon)
    if plan.certificate is None:
        return
    assert plan.certificate.bound_fen <= plan.outcome.net_fen
    assert recomputed_fen(problem, plan.certificate) == plan.certificate.bound_fen
    months = len(plan.certificate.prices)
    for outcome in comparators(problem):
        as_long = len(outcome.cash) >= months
        if outcome.works and as_long and outcome.goals[:4] <= plan.outcome.goals[:4]:
            assert plan.certificate.bound_fen <= outcome.net_fen


@pytest.mark.property
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
