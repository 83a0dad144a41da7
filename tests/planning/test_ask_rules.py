"""What a set of asks must obey: every way of paying that works keeps within each rule, whatever its prices."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import add_months, month_of
from ashore.household.model import Household
from ashore.loans.terms import Minimum, Penalty, Prepayment
from ashore.money import Rate
from ashore.planning.ask_ways import ENDS
from ashore.planning.asks import asking_of, trial_of
from ashore.planning.baselines import ways_of
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from planning.small import debt, living, wage, yuan

AS_OF = date(2027, 1, 20)
SINCE = date(2026, 11, 15)
ALONE = Policy("alone", "clean-first")
MONTHS = 18
METHODS = ("level-payment", "equal-principal", "interest-only", "bullet", "daily", "revolving")
HALF_MORE = Penalty(multiple=Fraction(3, 2))


@st.composite
def debts(draw, name: str):
    """Return a debt of any method, perhaps overdue, perhaps not to be repaid early."""
    method = draw(st.sampled_from(METHODS))
    balance = draw(st.integers(300, 3000))
    late = draw(st.sampled_from([0, 0, balance // 5]))
    more = {"minimum": Minimum(Fraction(1, 10), floor_fen=yuan(20))} if method == "revolving" else {}
    return debt(
        name,
        balance,
        0 if method == "revolving" else draw(st.integers(2, 14)),
        method=method,
        rate=Rate(Decimal(draw(st.sampled_from(["0", "0.12", "0.24"]))), "year"),
        prepayment=Prepayment(
            allowed=draw(st.booleans()), effect=draw(st.sampled_from(["shorten", "lower"]))
        ),
        penalty=HALF_MORE,
        late=late,
        since=SINCE if late else None,
        **more,
    )


@st.composite
def households(draw):
    """Return a household with two debts and money enough for some of what could be asked to do."""
    return Household(
        AS_OF,
        cash_fen=yuan(draw(st.integers(0, 800))),
        incomes=(wage(draw(st.integers(150, 900)), day=draw(st.sampled_from([1, 10, 28]))),),
        spendings=(living(draw(st.integers(50, 140)), day=draw(st.sampled_from([1, 12, 25]))),),
        debts=(draw(debts("a")), draw(debts("b"))),
        cause=draw(st.sampled_from(["shock", "structural"])),
        emergency_fund_fen=yuan(draw(st.sampled_from([0, 200, 600]))),
        emergency_fund_months=6,
    )


def misses(outcome, offers, household) -> bool:
    """Return whether a settlement was not paid by its last day: then the contract is back, as if nobody had asked."""
    for offer in offers:
        terms, place = offer.concession, outcome.debts.index(household.debts[offer.debt].id)
        last = month_of(terms.until or add_months(AS_OF, terms.instalments + 1))
        month = next((end for end in outcome.ends if end.month == last), outcome.ends[-1])
        if terms.kind == "settle" and month.left_fen[place]:
            return True
    return False


@pytest.mark.property
@given(households(), st.data())
def test_every_way_of_paying_that_works_keeps_within_each_rule(household, data):
    problem = problem_of(household, MONTHS)
    asking = asking_of(problem, ALONE, {})
    choices = asking.choices
    chosen = [
        data.draw(st.sampled_from([place for place, one in enumerate(choices.options) if one.debt == index]))
        for index in range(2)
    ]
    offers = tuple(one.ask.offer for place in chosen if (one := choices.options[place]).ask)
    way = data.draw(st.sampled_from((*ways_of(problem), ENDS)))
    outcome = run(problem, replace(way, offers=offers))
    if not outcome.works or misses(outcome, offers, household):
        return
    for month in range(MONTHS + 1):
        choices.add_rule([float(one == month) for one in range(MONTHS + 1)])
    choices.add_rule(data.draw(st.lists(st.floats(0, 1), min_size=MONTHS + 1, max_size=MONTHS + 1)))
    for rule in choices.rules:
        assert sum(rule.needs[place] for place in chosen) <= rule.there
    assert choices.misfit(tuple(chosen)) is None
    trial = trial_of(asking, offers, [choices.options[place] for place in chosen])
    assert trial.early(0).choose() is not False
