"""A holding plan may meet last what it cannot put in order, so that others are in order."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ashore.household.model import Debt, Household
from ashore.money import Rate
from ashore.planning.baselines import CANDIDATES, HOLDING
from ashore.planning.candidates import Choice
from ashore.planning.holding import Holding
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem, problem_of
from ashore.planning.replay import run
from planning.small import debt, living, wage

AS_OF = date(2027, 1, 31)
NOVEMBER, DECEMBER = date(2026, 11, 15), date(2026, 12, 15)
MONTHS = 24


def problem(month: float, *debts: Debt) -> Problem:
    """Return the household of these debts, with so many yuan a month left for them."""
    return problem_of(
        Household(AS_OF, incomes=(wage(month + 500),), spendings=(living(500),), debts=debts), MONTHS
    )


def held(problem: Problem) -> Choice:
    """Return the holding plan."""
    return Holding(problem, CANDIDATES[0]).best()


def by_order(problem: Problem) -> Outcome:
    """Return where the holding order alone leads."""
    return run(problem, HOLDING)


def late_at(outcome: Outcome, name: str) -> list[int]:
    """Return the months (0 is that of `as_of`) at whose end a debt is overdue."""
    return [index for index, end in enumerate(outcome.ends) if name in end.overdue]


def falls(outcome: Outcome, clean: list[str]) -> int:
    """Return how many of the debts that were in order become overdue."""
    return sum(bool(late_at(outcome, one)) for one in clean)


def short(**told: str) -> Problem:
    """¥200 a month are left after the debt in order: too little for ¥300 due on `c`, enough for ¥100 on `a`."""
    whole = debt("c", 7200, 24, late=300, since=NOVEMBER, **({"priority": "credit-record"} | told))
    in_order = debt("b", 7200, 24, priority="credit-record")
    small = debt("a", 2400, 24, late=200, since=DECEMBER, priority="family")
    return problem(500, whole, in_order, small)


def test_what_cannot_be_cured_waits_for_what_can():
    """¥200 a month go to `a`: ¥200 of ¥300 in February, ¥200 of ¥200 in March; `c` would never be in order anyway."""
    choice = held(short())
    assert choice.policy.last == {"c"}
    assert late_at(choice.outcome, "a") == [0, 1]
    assert late_at(choice.outcome, "b") == []
    assert late_at(by_order(short()), "a") == late_at(choice.outcome, "c") == list(range(MONTHS + 1))


@pytest.mark.parametrize("stage", ["mediation", "payment-order", "sued", "judgment", "enforcement"])
def test_what_a_court_has_is_not_met_last(stage: str):
    assert "c" not in held(short(stage=stage)).policy.last


def out_of_reach(name: str, months: int) -> Debt:
    """Return ¥10,000 that fall due in one sum; until then ¥300 a month."""
    rate = Rate(Decimal("0.36"), "year")
    return debt(name, 10000, months, method="interest-only", rate=rate, priority="family")


def test_a_debt_in_order_is_kept_so_for_as_long_as_the_money_reaches():
    """¥10,000 fall due in July and cannot be met: until then they are in order, whatever their ¥300 would cure."""
    late = debt("a", 2400, 12, late=600, since=DECEMBER, priority="family")
    small = debt("b", 2400, 12, priority="none")
    household = problem(520, late, small, out_of_reach("c", 6))
    gone = run(household, replace(HOLDING, last=frozenset({"c"})))
    choice = held(household)
    assert late_at(gone, "c")[0] == 1
    assert gone.goals < choice.outcome.goals
    assert late_at(choice.outcome, "c")[0] == late_at(by_order(household), "c")[0] == 6


def test_it_falls_sooner_only_where_fewer_fall():
    """¥420 a month: ¥300 on the sum that cannot be met in October let ¥300 on `c` fall; without, `c` stays in order."""
    late = debt("b", 2400, 24, late=1000, since=NOVEMBER, priority="family")
    household = problem(420, out_of_reach("a", 9), late, debt("c", 3600, 12, priority="family"))
    choice = held(household)
    assert late_at(by_order(household), "c")[0] == 1
    assert late_at(choice.outcome, "c") == []
    assert len(late_at(choice.outcome, "b")) < len(late_at(by_order(household), "b"))


DEBTS = st.tuples(
    st.sampled_from((6, 12, 24)),
    st.sampled_from((100, 200, 300, 500, 700)),
    st.sampled_from((0, 0, 300, 600, 1000)),
    st.sampled_from(("credit-record", "none", "family", "guarantor")),
    st.sampled_from((NOVEMBER, DECEMBER)),
)


@pytest.mark.long
@pytest.mark.property
@settings(max_examples=100)
@given(st.lists(DEBTS, min_size=2, max_size=4), st.sampled_from((500, 700, 900, 1100)))
def test_nothing_in_order_falls_sooner_and_nothing_counts_for_more(
    rows: list[tuple[int, int, int, str, date]], month: int
):
    debts = [
        debt(f"d{place}", periods * due, periods, priority=priority, late=late, since=since if late else None)
        for place, (periods, due, late, priority, since) in enumerate(rows)
    ]
    household = problem(month, *debts)
    choice, order = held(household), by_order(household)
    assert choice.outcome.goals <= order.goals
    assert len(choice.policy.last) < len(debts)
    clean = [one.id for one in debts if not one.arrears]
    if choice.policy.last and falls(choice.outcome, clean) >= falls(order, clean):
        for one in clean:
            kept = late_at(choice.outcome, one)[:1] or [MONTHS + 1]
            assert kept >= (late_at(order, one)[:1] or [MONTHS + 1])
