"""A plan lived through futures that can be worked out on paper; nobody knows a later month."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.dates import Month
from ashore.household.model import Household
from ashore.loans.terms import Prepayment
from ashore.money import Rate
from ashore.planning.replay import run
from ashore.scenarios.future import QUIET, Future, NewLoan
from ashore.scenarios.living import Living
from planning.small import CLEAN_FIRST, HALF_PER_MILLE, debt, living, wage, yuan
from scenarios.futures import bringing, lived, problem_in, without

AS_OF = date(2027, 1, 31)
PERCENT = Rate(Decimal("0.01"), "month")
HOME = Household(
    AS_OF,
    cash_fen=yuan(3000),
    incomes=(wage(1500),),
    spendings=(living(1000),),
    debts=(debt(balance=1200, periods=12),),
)
"""Each month 1,500 come, 1,000 are needed to live, 100 are due on the 15th: 400 stay."""


def test_a_quiet_future_is_the_plan():
    problem = problem_in(HOME)
    assert Living(problem, CLEAN_FIRST, QUIET).run() == run(problem, CLEAN_FIRST)


def test_two_months_without_a_wage_are_carried_by_3_000():
    """3,000 − 1,100 − 1,100 = 800, then 400 more each month; the last due is that of January 2028."""
    life = lived(HOME, without("wage", problem_in(HOME), (1, 2)))
    assert life.holds
    assert life.cash_fen[1:4] == (yuan(1900), yuan(800), yuan(1200))
    assert (life.breaks, life.debt_free, life.changes) == (None, date(2028, 1, 15), ())


def test_a_third_month_without_it_leaves_200_of_living_unpaid_and_one_due():
    """800 are left in April for 1,000 of living; May's 1,500 pay its living and both dues, 300 stay."""
    life = lived(HOME, without("wage", problem_in(HOME), (1, 2, 3)))
    assert not life.holds
    assert life.breaks == Month(2027, 4)
    assert life.unpaid_essential_fen == yuan(200)
    assert life.overdue_months == 1
    assert life.cash_fen[3:5] == (0, yuan(1500 - 1000 - 200))


def test_nothing_is_repaid_early_in_a_month_that_brings_less_than_expected():
    """A loan at 1 % a month is repaid early from what stays; in February, without the wage, only its due is paid."""
    dear = debt(balance=1200, periods=12, rate=PERCENT, prepayment=Prepayment())
    home = replace(HOME, debts=(dear,))
    problem = problem_in(home)
    quiet = Living(problem, CLEAN_FIRST, QUIET).run()
    short = Living(problem, CLEAN_FIRST, without("wage", problem, (1,))).run()
    assert {row.on for row in quiet.payments if row.extra} >= {date(2027, 2, 15)}
    assert not [row for row in short.payments if row.extra and row.on < date(2027, 3, 1)]


def test_a_called_loan_is_due_whole_and_its_penalty_runs():
    """2,000 are called on 1 February with 500 in hand: what living leaves goes there until it is paid."""
    home = replace(HOME, cash_fen=yuan(500), debts=(debt(balance=2000, periods=20, penalty=HALF_PER_MILLE),))
    life = lived(home, Future(calls={1: (0,)}))
    assert (life.holds, life.breaks) == (False, Month(2027, 2))
    assert life.debt_free is not None
    assert life.debt_free < date(2027, 6, 1)
    assert life.net_fen > 0


def test_a_loan_to_pay_loans_with_costs_its_fee_and_its_interest():
    """1,000 signed for, 30 kept back, 1 % a month on 1,000 for three months and all at the end: 60 in all."""
    loan = NewLoan("bridge", "credit-record", yuan(1000), yuan(30), PERCENT, 3, at_end=True)
    life = lived(HOME, Future(loans={1: (loan,)}))
    assert life.holds
    assert life.net_fen == yuan(60)


@pytest.mark.parametrize("month", [1, 2, 5])
def test_money_that_comes_unexpectedly_stays_in_hand(month: int):
    """The loan may not be repaid early, so ¥70 more are ¥70 more at the end."""
    life = lived(HOME, bringing(problem_in(HOME), {month: 70}))
    quiet = lived(HOME, QUIET)
    assert life.cash_fen[-1] - quiet.cash_fen[-1] == yuan(70)
    assert (life.holds, life.debt_free) == (True, quiet.debt_free)


def test_a_household_that_cannot_pay_looks_again_when_money_comes():
    """1,000 come and 1,000 are needed: the 100 due fail.  ¥1,500 in April pay them all; from then on it works."""
    poor = replace(HOME, cash_fen=0, incomes=(wage(1000),))
    problem = problem_in(poor)
    life = Living(problem, CLEAN_FIRST, bringing(problem, {3: 1500}), works=False)
    outcome = life.run()
    assert life.settled
    assert outcome.debt_free == date(2028, 1, 15)
    assert all(not end.overdue for end in outcome.ends if end.month > Month(2027, 4))
