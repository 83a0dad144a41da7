"""No plan is worse than any way of paying that people use, by the second judge's figures (SPEC §5.3, §5.9)."""

from dataclasses import replace

import pytest
from hypothesis import given, seed, settings

from ashore.household.model import Household
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import Verdict, judge
from ashore.planning.outcome import Outcome
from ashore.planning.plan import Plan, make_plan
from ashore.planning.policy import HOLD_FIRST
from benching.converting import converted
from benching.generator import FAMILIES, PLACE
from needs import needs
from properties.examples import DRAWN
from properties.households import horizons, households
from properties.replays import as_json

FEW, BLOCK = 60, 100
"""Households of one test: 60 in `make test`, ten times 100 in `make check`, where any worker can take the next."""
GOALS = ("unpaid_essential_fen", "harm", "arrears_fen_months", "cut_fen", "net_fen")
generated = needs(PLACE, "optional: the generator of instances is research code that lies beside the project")


def judged(plan: Plan, outcome: Outcome) -> Verdict:
    """Return the judge's verdict on the payments of a plan or a baseline."""
    claims = as_json(replace(plan, outcome=outcome, asks=(), receives=()))
    return judge(plan.household, intentions_of(claims))


def goals(verdict: Verdict) -> tuple[float, ...]:
    """Return the goals in their order; less is better."""
    return tuple(float(str(verdict.goals[name])) for name in GOALS)


def check(household: Household, horizon: int) -> None:
    """Assert that a plan that works is best in the goals, and that one that does not leaves nobody hungrier.

    A holding plan keeps an order of its own (SPEC §5.4): there the first goal alone can be compared, and every goal
    with what keeps to that order as well, where neither offers nor side work make the money another.
    """
    plan = make_plan(household, horizon=horizon)
    own = judged(plan, plan.outcome)
    assert own.works == (plan.status != "does-not-work")
    for name, outcome in plan.baselines.items():
        other = judged(plan, outcome)
        if own.works:
            assert not other.works or goals(own) <= goals(other), name
        else:
            assert not other.works, name
            assert goals(own)[0] <= goals(other)[0], name
            assert name == "pro-rata" or not _keeps_order(plan, outcome) or goals(own) <= goals(other), name


def _keeps_order(plan: Plan, outcome: Outcome) -> bool:
    """Return whether no other debt becomes late, and home, court and guarantor are late in no other month."""
    other_money = (
        plan.household.side_work or plan.weighed or plan.outcome.taken or outcome.sales != plan.outcome.sales
    )
    late, ours = (
        {(debt, end.month) for end in one.ends for debt in end.overdue} for one in (outcome, plan.outcome)
    )
    first = {debt.id for debt in plan.household.debts if debt.priority in HOLD_FIRST}
    debts = {debt for debt, _ in late} <= {debt for debt, _ in ours}
    return not other_money and debts and {one for one in late if one[0] in first} <= ours


@settings(max_examples=FEW)
@given(households(), horizons())
def test_a_plan_is_never_worse_than_what_people_do(household: Household, horizon: int):
    check(household, horizon)


@pytest.mark.long
@pytest.mark.property
@pytest.mark.parametrize("number", range(1_000 // BLOCK))
def test_nor_for_a_thousand_households(number: int):
    drawn = settings(max_examples=max(BLOCK, DRAWN // 50))
    seed(number)(drawn(given(households(), horizons())(check)))()


@generated
@pytest.mark.parametrize("family", ["steady", "promo"])
def test_nor_for_a_household_of_the_generator(family: str):
    check(converted(family, 3, 24, 5), 24)


@generated
@pytest.mark.long
@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("debts", [3, 4])
def test_nor_for_twelve_households_of_the_generator(family: str, debts: int):
    check(converted(family, debts, 36, 6), 36)
