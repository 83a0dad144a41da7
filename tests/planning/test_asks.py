"""The smallest asks: weights on paper, the grid by hand, and no smaller set found by trying every one (SPEC §7)."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise, product

import pytest

from ashore.household.model import Cause, Household
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Concession, Prepayment
from ashore.money import Rate
from ashore.planning.ask_model import stream_of
from ashore.planning.ask_options import Ask, asks_for, weight_of
from ashore.planning.asks import find_asks, worth_fen
from ashore.planning.baselines import CANDIDATES
from ashore.planning.plan import make_plan
from ashore.planning.policy import Policy
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from planning.small import debt, gift, living, wage, yuan

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
ALONE = Policy("alone", "clean-first")
TEN = Rate(Decimal("0.12"), "year")


def home(income: float, *debts, cause: Cause = "structural", **more) -> Household:
    """Return a household with an income and debts."""
    return Household(AS_OF, incomes=(wage(income),), debts=debts, cause=cause, **more)


def asked(household: Household, horizon: int = 36):
    """Return the sets found."""
    return find_asks(problem_of(household, horizon), ALONE, {})


@pytest.mark.parametrize(
    ("terms", "cause", "weight"),
    [
        (Concession("waive", "to-ask"), "structural", Fraction(1)),
        (Concession("rate", "to-ask", rate=Rate(Decimal("0.09"), "year")), "structural", Fraction(2)),
        (Concession("rate", "to-ask", rate=Rate(Decimal(0), "year")), "structural", Fraction(8)),
        (Concession("extend", "to-ask", months=18), "structural", Fraction(7, 2)),
        (Concession("defer", "to-ask", months=3), "shock", Fraction(3, 2)),
        (Concession("defer", "to-ask", months=3), "structural", Fraction(13, 2)),
        (Concession("settle", "to-ask", settle_share=Fraction(7, 10)), "structural", Fraction(12)),
    ],
)
def test_what_an_ask_weighs(terms, cause, weight):
    problem = problem_of(home(0, debt(rate=TEN)), 12)
    assert weight_of(terms, problem.accounts[0], cause) == weight


def test_a_gap_that_stays_needs_a_longer_term():
    """¥600 in six parts of ¥100 from ¥50 a month: twelve parts of ¥50 are the least that fits."""
    first = asked(home(50, debt(balance=600, periods=6)))[0]
    assert [(ask.offer.concession.kind, ask.offer.concession.months) for ask in first.asks] == [
        ("extend", 12)
    ]
    assert first.weight == Fraction(7, 2)
    assert first.outcome.works


def test_a_month_without_pay_needs_a_deferral():
    """¥100 a month from April on only, a shock: dues of February and March are put off, weight 1 + 2/6."""
    one = debt(balance=600, periods=6)
    household = Household(AS_OF, incomes=(wage(110, since=date(2027, 4, 1)),), debts=(one,), cause="shock")
    first = asked(household)[0]
    assert [(ask.offer.concession.kind, ask.offer.concession.months) for ask in first.asks] == [("defer", 2)]
    assert first.weight == Fraction(4, 3)


def test_each_later_set_does_without_the_heaviest_ask_of_the_one_before():
    sets = asked(home(50, debt(balance=600, periods=6), cause="shock"))
    for earlier, later in pairwise(sets):
        kinds = {(ask.offer.debt, ask.offer.concession.kind) for ask in later.asks}
        assert {(ask.offer.debt, ask.offer.concession.kind) for ask in earlier.asks} != kinds


def grid(household: Household, limits=None) -> list[Ask]:
    """Return what could be asked on the first debt."""
    return asks_for(problem_of(household, 12), 0, limits or {})


def test_what_was_refused_is_not_asked_again_and_what_is_meant_is():
    refused = Concession("extend", "refused", months=12)
    meant = Concession("defer", "to-ask", months=4)
    found = grid(home(50, debt(concessions=(refused, meant))))
    assert "extend" not in {ask.offer.concession.kind for ask in found}
    assert meant in [ask.offer.concession for ask in found]


def test_a_term_stays_within_what_the_lender_may_grant():
    found = grid(home(50, debt()), {"a": 24})
    assert {ask.offer.concession.months for ask in found if ask.offer.concession.kind == "extend"} == {18, 24}


def test_a_debt_silent_for_years_is_not_written_to():
    old = debt(last_demand=date(2023, 1, 1), last_payment=date(2022, 1, 1))
    assert grid(home(50, old)) == []


def test_a_friend_is_not_asked_and_a_rate_of_nothing_is_not_lowered():
    assert grid(home(50, debt(lender_kind="friend"))) == []
    assert "rate" not in {ask.offer.concession.kind for ask in grid(home(50, debt()))}


@pytest.mark.parametrize("made", [debt(rate=TEN), debt(rate=TEN, method="level-payment"), debt(periods=3)])
def test_a_stream_is_the_dues_by_month(made):
    problem = problem_of(home(50, made), 36)
    rows = dues_of(problem.accounts[0])
    assert sum(stream_of(problem.accounts[0], problem)) == sum(row.total_fen for row in rows)


def test_what_is_overdue_is_asked_in_month_six():
    made = debt(late=300, since=SINCE)
    problem = problem_of(home(50, made), 36)
    stream = stream_of(problem.accounts[0], problem)
    assert stream[6] == stream[5] + yuan(300)


@pytest.mark.parametrize("income", [60, 75, 90, 105, 120, 140, 160])
@pytest.mark.parametrize("cause", ["shock", "structural"])
def test_no_smaller_set_is_found_by_trying_every_one(income, cause):
    """Two debts of two creditors: every pair of asks (or none) is replayed; the first set is as small as any."""
    more = {"prepayment": Prepayment(allowed=False), "rate": TEN}
    household = home(
        income,
        debt("a", balance=600, periods=6, **more),
        debt("b", balance=720, periods=9, **more),
        cause=cause,
        spendings=(living(10),),
        cash_fen=yuan(40),
    )
    problem = problem_of(household, 30)
    if run(problem, CANDIDATES[0]).works:
        pytest.skip("optional: it works by contract")
    options = [[None, *asks_for(problem, index, {})] for index in range(2)]
    best = None
    for pair in product(*options):
        chosen = [ask for ask in pair if ask]
        size = (len(chosen), sum((ask.weight for ask in chosen), Fraction(0)))
        if chosen and (best is None or size < best):
            policy = replace(CANDIDATES[0], offers=tuple(ask.offer for ask in chosen))
            if run(problem, policy).works:
                best = size
    found = find_asks(problem, ALONE, {})
    assert (None if not found else (len(found[0].asks), found[0].weight)) == best


def test_a_plan_that_does_not_work_names_its_asks_and_one_that_works_does_not():
    short = make_plan(home(50, debt(balance=600, periods=6)))
    assert short.status == "does-not-work"
    assert short.asks
    assert [one.debt for one in short.receives] == list(short.asks[0].debts)
    fine = make_plan(home(150, debt(balance=600, periods=6)))
    assert (fine.status, fine.asks, fine.receives) == ("works", (), ())


def test_what_a_creditor_receives_is_a_value_at_the_contracts_rate():
    """¥101 in a month and ¥102.01 in two, at 1 % a month, are worth ¥100 each today."""
    made = debt(balance=200, periods=2, rate=TEN)
    household = Household(AS_OF, incomes=(gift(500, date(2027, 2, 1)),), debts=(made,))
    problem = problem_of(household, 12)
    outcome = run(problem, CANDIDATES[0])
    assert [row.fen for row in outcome.payments] == [yuan(102), yuan(101)]
    value = Fraction(yuan(102)) / Fraction(101, 100) + Fraction(yuan(101)) / Fraction(101, 100) ** 2
    assert worth_fen(problem, outcome, 0) == round(value)
