"""The benchmark's plain model and its table, by hand: what it costs, what it sends to the judge, what a row says."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ashore.household.model import FriendLoan, Household, SideWork
from ashore.loans.terms import Concession, LateFee, Prepayment
from ashore.money import Rate
from ashore.planning.judging.verdict import Verdict
from ashore.planning.problem import problem_of
from benching.plain_model import PlainModel, solve
from benching.plain_replay import replayed
from benching.plan_run import Instance, Judged, Ours, Plain, Row
from benching.plan_table import (
    as_good,
    behind,
    broken,
    close,
    dearer,
    gap,
    losses,
    misses,
    ratio,
    table,
    worse_goals,
)
from planning.small import NEVER_EARLY, debt, gift, living, wage, yuan

AS_OF = date(2027, 1, 31)
ONE_PERCENT = Rate(Decimal("0.01"), "month")


def found(household: Household, months: int = 12, *, punctual: bool = False) -> tuple[float, Verdict, Any]:
    """Return the model's cost in yuan, the verdict on its plan, and the plan."""
    model = PlainModel(problem_of(household, months), punctual=punctual)
    solved = solve(model.programme, 10)
    return solved.objective + model.constant, *replayed(model, solved)


def test_the_contract_costs_what_it_costs():
    """¥300 in three parts of ¥100 from a wage of just that much: 3 + 2 + 1 of interest."""
    one = debt(balance=300, periods=3, rate=ONE_PERCENT, prepayment=NEVER_EARLY)
    cost, verdict, plan = found(Household(AS_OF, cash_fen=yuan(50), incomes=(wage(110),), debts=(one,)))
    assert cost == pytest.approx(6, abs=0.5)
    assert verdict.goals["net_fen"] == yuan(6)
    assert [row["fen"] for row in plan["payments"]] == [10300, 10200, 10100]


def test_it_repays_early_and_pays_the_fee_for_it():
    """¥1,200 at 1 %, a fee of 1 %: ¥12 of interest, ¥100 due, then the other ¥1,100 with ¥11 of fee; else 66 more."""
    one = debt(balance=1200, rate=ONE_PERCENT, prepayment=Prepayment(fee=Fraction(1, 100)))
    cost, verdict, _ = found(Household(AS_OF, cash_fen=yuan(5000), debts=(one,)))
    assert cost == pytest.approx(23)
    assert verdict.goals["net_fen"] == yuan(23)
    assert verdict.wrong == ()


def test_a_late_month_costs_its_harm_once_weighed():
    """¥100 due in February, ¥60 there, ¥60 more in March: late at the end of February, weight 2 × 5 × ¥30, fee ¥4."""
    one = debt(balance=100, periods=1, late_fee=LateFee(Fraction(1, 10)))
    home = Household(AS_OF, cash_fen=yuan(60), incomes=(gift(60, date(2027, 3, 1)),), debts=(one,))
    cost, verdict, _ = found(home, 3)
    assert verdict.goals["harm"] == 10
    assert verdict.goals["net_fen"] == yuan(4)
    assert cost == pytest.approx(300 + 4, abs=0.5)


def test_a_deferral_spares_the_late_month_for_its_fee():
    """The same with one month's deferral for ¥5: ¥5 and nothing late."""
    offer = Concession("defer", "offered", date(2027, 2, 28), 1, fee_fen=yuan(5))
    one = debt(balance=100, periods=1, concessions=(offer,))
    home = Household(AS_OF, cash_fen=yuan(60), incomes=(gift(60, date(2027, 3, 1)),), debts=(one,))
    cost, verdict, plan = found(home, 3, punctual=True)
    assert cost == pytest.approx(5, abs=0.5)
    assert verdict.works
    assert plan["choices"] == [{"date": "2027-02-01", "debt": "a", "concession": 0}]


def test_side_work_and_a_friend_come_only_where_something_would_be_late():
    """With enough there neither is used; short of ¥40 in April the model works for it."""
    work, friend = SideWork("work", yuan(20), 10), FriendLoan("friend", yuan(500), Fraction(0), 10)
    home = Household(
        AS_OF,
        cash_fen=yuan(400),
        debts=(debt(balance=300, periods=3),),
        side_work=(work,),
        friend_loans=(friend,),
    )
    _, _, rich = found(home, 4)
    assert rich["side_work"] == rich["friend_loan"] == []
    _, verdict, poor = found(replace(home, cash_fen=yuan(260)), 4)
    assert verdict.works
    assert sum(row["hours"] for row in poor["side_work"]) == 2 or poor["friend_loan"]


def test_living_comes_before_debts():
    """¥100 there, ¥80 of living and ¥100 due: the due is left late, no living unpaid."""
    one = debt(balance=100, periods=1)
    home = Household(
        AS_OF, cash_fen=yuan(100), spendings=(living(80, until=date(2027, 2, 28)),), debts=(one,)
    )
    _, verdict, _ = found(home, 1)
    assert verdict.goals["unpaid_essential_fen"] == 0
    assert verdict.goals["overdue_months"] == 1


def judged(
    net: float,
    harm: float = 0.0,
    *,
    arrears: float = 0.0,
    lent: float = 0.0,
    hours: int = 0,
    works: bool = True,
    wrong: int = 0,
) -> Judged:
    """Return a judged plan of 2 seconds; J is 30 × harm + net."""
    return Judged(
        seconds=2.0, works=works, unpaid=0.0, harm=harm, overdue_months=int(harm > 0), arrears=arrears, cut=0.0,
        net=net, weighted=30 * harm + net, wrong=wrong, choices=0, hours=hours, lent=lent,
    )  # fmt: skip


def row(ours: Judged | None, *others: Judged | None, bound: float | None = None) -> Row:
    """Return a row with a debt of ¥200,000."""
    status = "works" if ours and ours["works"] else "does-not-work"
    own = Ours(judged=ours, status=status, tier="", bound=bound, offers=0, asks=0) if ours else None
    plans = [
        Plain(judged=one, proved=True, seconds=4.0, build_seconds=0.0, objective=0.0, bound=0.0, columns=1)
        for one in others
    ]
    return Row(Instance("steady", 3, 36, 1), 200_000.0, own, plans[0], plans[1])


def test_a_row_says_how_far_ours_is_behind():
    """Ours 1,150; the others 1,000 (wrong: counts for nothing) and 30 × 1 + 900 = 930: behind by 220, over ¥200."""
    one = row(judged(1150), judged(1000, wrong=1), judged(900, 1, works=False), bound=1050)
    assert behind(one) == 220
    assert dearer(one) == 0
    assert not close(one)
    assert ratio(one) == 0.5
    assert not worse_goals(one)
    assert gap(one) == pytest.approx(100 / 200_000)
    assert not broken(one)
    assert "steady 3 36 1" in losses([one])


def test_a_plan_with_less_harm_is_only_compared_in_cost_with_those_of_as_little():
    """900 does harm 1 and 1,080 none, ours costs 1,150 without harm: dearer by 70."""
    assert dearer(row(judged(1150), judged(1080), judged(900, 1))) == 70


def test_so_is_one_with_less_arrears():
    """1,080 leaves twice as much late for as little harm: 1,100 is what ours is held against, as good within ¥200."""
    one = row(judged(1150, 5, arrears=100), judged(1080, 5, arrears=200), judged(1100, 5, arrears=100))
    assert dearer(one) == 50
    assert as_good(one)
    assert not as_good(row(judged(1350, 5, arrears=100), judged(1100, 5, arrears=100), None))
    assert not as_good(row(judged(1150, 5), judged(9000, 4), None))


def test_a_plan_with_more_side_work_or_more_lent_is_not_one_to_be_held_against():
    """SPEC §5.7: hours and a friend's loan only as far as harm needs them; with as many as ours 1,000 counts."""
    assert dearer(row(judged(1150), judged(1000, hours=3), judged(1100))) == 50
    assert dearer(row(judged(1150), judged(1000, lent=500), None)) == 0
    assert dearer(row(judged(1150, hours=3), judged(1000, hours=3), None)) == 150


def test_an_answer_that_never_comes_is_a_miss_and_infinitely_slow():
    one = row(None, None, judged(900))
    assert misses(one)
    assert ratio(one) == float("inf")
    assert behind(one) is None
    assert not close(one)
    assert "no answer" in losses([one])


def test_a_plan_below_the_bound_breaks_it():
    """A judged plan that works for 900 under a bound of 950; one that does more harm would not count."""
    assert broken(row(judged(1000), judged(900), None, bound=950))
    assert not broken(row(judged(1000), judged(900, 1), None, bound=950))
    assert not broken(row(judged(1000), judged(900, lent=500), None, bound=950))


def test_the_table_has_the_middle_and_the_worst():
    """Behind by 0 and by 100: the middle is 50."""
    rows = [row(judged(1000), judged(1000), None), row(judged(1100), judged(1000), None)]
    line = next(line for line in table(rows).splitlines() if line.startswith("| all | 2"))
    assert line.split(" | ")[2:5] == ["2", "0.5; 0.5", "50; 100"]
