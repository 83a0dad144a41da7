"""Tiny households against every way of paying them: the bound, what works, and how far a plan is from the best."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from ashore.household.model import Debt, Household
from ashore.loans.terms import LateFee, Method, Minimum, Prepayment
from ashore.money import Rate
from ashore.planning.judging.verdict import Verdict
from ashore.planning.plan import Plan, make_plan
from planning.brute import every_way, judged
from planning.small import HALF_PER_MILLE, debt, gift, living, wage
from properties.examples import DRAWN

AS_OF = date(2027, 1, 31)
MONTHS = 5
NEAR_FEN = 500
"""How far the best on the grid was seen ahead of the plan, with room: see `event` of the property."""
METHODS: tuple[Method, ...] = ("level-payment", "equal-principal", "interest-only", "bullet", "revolving")
Draw = st.DrawFn


@st.composite
def tiny_debts(draw: Draw, name: str, periods_max: int) -> Debt:
    """Return a debt of a few dues."""
    method = draw(st.sampled_from(METHODS))
    percent = draw(st.sampled_from(("0", "0.01", "0.015", "0.03")))
    balance = draw(st.integers(20, 3000))
    late = draw(st.sampled_from((0, 0, 0.3)))
    more: dict[str, Any] = (
        {"late": int(balance * late), "since": date(2027, 1, 10)} if late and method != "revolving" else {}
    )
    if method == "revolving":
        more["minimum"] = Minimum(Fraction(draw(st.sampled_from((1, 3))), 10), floor_fen=5000)
    effect = draw(st.sampled_from(("lower", "shorten")))
    fee = Fraction(draw(st.sampled_from((0, 0, 2))), 100)
    return debt(
        name,
        balance,
        0 if method == "revolving" else draw(st.integers(1, periods_max)),
        method=method,
        rate=Rate(Decimal(percent), "month"),
        due_day=draw(st.sampled_from((5, 10, 20))),
        penalty=HALF_PER_MILLE,
        late_fee=draw(st.none() | st.just(LateFee(Fraction(1, 20), 100))),
        prepayment=Prepayment(method == "revolving" or draw(st.booleans()), fee, effect),
        start=date(2027, 1, 10) if method == "bullet" else None,
        priority=draw(st.sampled_from(("home", "credit-record", "family", "none"))),
        **more,
    )


@st.composite
def tiny_households(draw: Draw) -> Household:
    """Return a household with one debt or two, and sometimes money that comes once."""
    debts = (draw(tiny_debts("a", 3)), *([draw(tiny_debts("b", 2))] if draw(st.booleans()) else []))
    once = [gift(draw(st.integers(100, 3000)), date(2027, draw(st.integers(2, 5)), 3))]
    return Household(
        AS_OF,
        cash_fen=draw(st.integers(0, 1500)) * 100,
        incomes=(
            wage(draw(st.integers(300, 2500)), day=draw(st.sampled_from((1, 15)))),
            *once[: draw(st.integers(0, 1))],
        ),
        spendings=(living(draw(st.integers(100, 900)), day=2),),
        debts=debts,
    )


def working_ways(household: Household) -> list[Verdict]:
    """Return the verdicts on every way of paying that works."""
    verdicts = (judged(household, paid, MONTHS) for paid in every_way(household, 3))
    return [one for one in verdicts if one.works and not one.wrong]


def goals(verdict: Verdict) -> tuple[float, float, int]:
    """Return harm, arrears in fen-months and net cost."""
    found = verdict.goals
    return (float(str(found["harm"])), int(str(found["arrears_fen_months"])), int(str(found["net_fen"])))


def own_goals(plan: Plan) -> tuple[float, float, int]:
    """Return the same of our plan."""
    return (plan.outcome.harm_halves / 2, plan.outcome.arrears_fen_months, plan.outcome.net_fen)


@pytest.mark.property
@settings(max_examples=max(min(DRAWN, 50), DRAWN // 3))
@given(tiny_households())
def test_what_works_for_anyone_works_for_the_plan_and_costs_no_less_than_the_bound(household: Household):
    """The best way on the grid may be beaten by the plan (finer amounts), and is at most ¥5 ahead of it."""
    plan, ways = make_plan(household, horizon=MONTHS), working_ways(household)
    if ways:
        best = min(map(goals, ways))
        event(
            f"plan {'ahead' if own_goals(plan) < best else 'level' if own_goals(plan) == best else 'behind'}"
        )
        assert plan.status != "does-not-work"
        assert own_goals(plan)[:2] <= best[:2]
        assert own_goals(plan)[2] <= best[2] + NEAR_FEN or own_goals(plan)[:2] < best[:2]
    for way in ways:
        if plan.certificate is not None and goals(way)[0] <= own_goals(plan)[0]:
            assert goals(way)[2] >= plan.certificate.bound_fen


def test_there_are_as_many_ways_as_on_paper():
    """¥100 due on 10 February, never more: with ¥250 there, nothing or all of it; with ¥50, nothing or 50."""
    one = debt("a", 100, 1, due_day=10)
    assert [
        [row.fen for row in way] for way in every_way(Household(AS_OF, cash_fen=25000, debts=(one,)), 3)
    ] == [
        [],
        [10000],
    ]
    assert [
        [row.fen for row in way] for way in every_way(Household(AS_OF, cash_fen=5000, debts=(one,)), 3)
    ] == [
        [],
        [5000],
    ]


def test_money_that_living_needs_is_not_paid():
    """¥150 there, ¥100 of living on 2 March before the wage of 15 March: ¥50 may go to the ¥100 due in February."""
    home = Household(
        AS_OF,
        cash_fen=15000,
        incomes=(wage(200, day=15, since=date(2027, 3, 1)),),
        spendings=(living(100, day=2, since=date(2027, 3, 1)),),
        debts=(debt("a", 100, 1, due_day=10),),
    )
    assert [[row.fen for row in way] for way in every_way(home, 3)] == [[], [5000]]


def two_late_debts(pay: float, day: int, late_fee: LateFee | None) -> Household:
    """Return two debts a month late, more due in February than is there, all paid in the end."""
    late: dict[str, Any] = {
        "since": date(2027, 1, 10),
        "method": "level-payment",
        "penalty": HALF_PER_MILLE,
        "priority": "home",
    }
    one = debt("a", 1621, 1, due_day=5, late=486, **late)
    other = debt("b", 1660, 2, due_day=20, late=498, late_fee=late_fee, **late)
    return Household(
        AS_OF,
        cash_fen=130100,
        incomes=(wage(pay, day=day),),
        spendings=(living(100, day=2),),
        debts=(one, other),
    )


def test_the_bound_of_two_late_debts_is_not_above_their_plan():
    """¥16.38 is what the plan costs; paying a new due late, behind the old ones, is cheaper than the bound thinks."""
    plan = make_plan(two_late_debts(797, 1, None), horizon=MONTHS)
    assert plan.certificate is None or plan.certificate.bound_fen <= plan.outcome.net_fen


def test_a_way_that_works_for_two_late_debts_works_for_the_plan():
    """¥1,201 in February to the first, ¥695 to the second, then all of the second in March: dues kept, by rule 22."""
    home = two_late_debts(795, 15, LateFee(Fraction(1, 20), 100))
    assert working_ways(home)
    assert make_plan(home, horizon=MONTHS).status != "does-not-work"
