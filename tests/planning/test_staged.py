"""The model of months: what it proposes on paper, and that replay follows it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given

from ashore.household.model import Household
from ashore.loans.terms import Concession, Minimum, Prepayment
from ashore.money import Rate
from ashore.planning.baselines import MODEL
from ashore.planning.offers import offers_of
from ashore.planning.plan import make_plan
from ashore.planning.problem import Problem, problem_of
from ashore.planning.relaxed import Span
from ashore.planning.relaxing import relax
from ashore.planning.replay import run
from ashore.planning.staged import Pattern, patterns
from planning.small import debt, wage, yuan
from properties.examples import PLANNED
from properties.households import households

AS_OF = date(2027, 1, 31)
SPARE_FEN = 20_00
ONE_PERCENT = Rate(Decimal("0.01"), "month")


def priced(balance: float, periods: int, **more):
    """Return a debt at 1 % a month in equal parts, due on the 15th, that may be repaid early."""
    return debt(balance=balance, periods=periods, rate=ONE_PERCENT, prepayment=Prepayment(), **more)


def proposed(household: Household, horizon: int = 24, most: int = 3) -> tuple[Problem, list[Pattern]]:
    """Return what the model proposes for a household without levers."""
    problem = problem_of(household, horizon)
    relaxed = relax(problem, Span((0,) * (horizon + 1), 0))
    assert relaxed is not None
    offers = offers_of(household, problem.accounts)
    return problem, list(patterns(problem, relaxed, offers, most, SPARE_FEN, cuts=False))


def test_the_model_repays_early_what_money_is_there_for():
    """¥1,200 in 12 parts with ¥620 of cash: ¥112 of the first due, all but ¥20 then brings ¥1,100 to ¥500."""
    _, (pattern,) = proposed(
        Household(AS_OF, cash_fen=yuan(620), incomes=(wage(112),), debts=(priced(1200, 12),))
    )
    assert yuan(499) < pattern.targets["a", 1] < yuan(501)
    assert pattern.offers == ()


def test_the_model_counts_on_the_dues_of_an_overdue_card():
    """1,120 of the loan and 1,000 of the card are more than 1,500 a month: six dues of the loan are put off."""
    card = debt(
        "card", 10_000, 0, method="revolving", minimum=Minimum(Fraction(0), floor_fen=yuan(1000)), late=500,
        since=date(2027, 1, 15),
    )  # fmt: skip
    put_off = Concession("defer", "offered", until=date(2027, 2, 10), months=6)
    home = Household(
        AS_OF,
        cash_fen=yuan(1_000),
        incomes=(wage(1_500),),
        debts=(card, priced(12_000, 12, concessions=(put_off,))),
    )
    _, found = proposed(home)
    assert [len(one.offers) for one in found] == [1]
    assert make_plan(home, horizon=24).status == "works-with-concessions"


def putting_off(paid_from: date) -> Household:
    """Return ¥120,000 at 1 % in 12 parts, money for one due, wages from a day on, six dues that may be put off."""
    put_off = Concession("defer", "offered", until=date(2027, 3, 5), months=6)
    one = priced(120_000, 12, concessions=(put_off,))
    return Household(AS_OF, cash_fen=yuan(11_300), incomes=(wage(60_000, since=paid_from),), debts=(one,))


def test_an_offer_is_accepted_after_a_due_where_only_that_reaches_the_money():
    """Six dues put off at once end with July's; August's comes before the wage of September."""
    _, found = proposed(putting_off(date(2027, 9, 1)))
    assert [[offer.since for offer in one.offers] for one in found] == [[date(2027, 2, 16)]]
    plan = make_plan(putting_off(date(2027, 9, 1)), horizon=24)
    assert [taken.on for taken in plan.outcome.taken] == [date(2027, 2, 16)]
    assert "reason-take-since-until" in {reason.code for reason in plan.reasons}


def test_an_offer_is_accepted_later_where_that_saves_more_than_fifty_yuan():
    """February's due repays ¥10,000; agreed at once, that may be repaid early in April only: about ¥200 more."""
    problem, found = proposed(putting_off(date(2027, 8, 1)))
    assert [[offer.since for offer in one.offers] for one in found] == [[date(2027, 2, 16)], [None]]
    later, at_once = (run(problem, replace(MODEL, offers=one.offers, targets=one.targets)) for one in found)
    assert later.works
    assert at_once.works
    assert yuan(180) < at_once.net_fen - later.net_fen < yuan(250)


def test_where_no_due_can_be_paid_the_model_proposes_nothing():
    _, found = proposed(Household(AS_OF, debts=(priced(1200, 12),)))
    assert found == []


@PLANNED
@given(households(debts_max=3))
def test_a_plan_is_no_worse_than_what_the_model_proposes(household: Household):
    problem = problem_of(household, 18)
    plan = make_plan(household, horizon=18)
    relaxed = relax(problem, Span((0,) * 19, 0))
    if relaxed is None or not plan.outcome.works:
        return
    offers = offers_of(household, problem.accounts)
    for pattern in patterns(problem, relaxed, offers, 1, SPARE_FEN, cuts=False):
        outcome = run(problem, replace(MODEL, offers=pattern.offers, targets=pattern.targets))
        if outcome.works and not pattern.offers and not plan.outcome.taken:
            assert plan.outcome.goals[:4] <= outcome.goals[:4]
