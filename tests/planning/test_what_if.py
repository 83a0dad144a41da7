"""Changes as people type them, what they do to money month by month, and that the outlook is a plan's own."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ashore.dates import Month
from ashore.household.model import Household
from ashore.planning.plan import make_plan
from ashore.planning.problem import problem_of
from ashore.planning.what_if import NotAChange, changed, kept, outlook, read_change
from planning.small import debt, living, wage, yuan

AS_OF = date(2027, 1, 31)
HOME = Household(
    AS_OF,
    incomes=(wage(150), replace(wage(50), name="夜班")),
    spendings=(living(10), replace(living(30), name="fun", essential=False)),
    debts=(debt(balance=600, periods=6),),
)


@pytest.mark.parametrize(
    ("text", "target", "name", "fen", "percent", "since", "months"),
    [
        ("income -20% from 2027-02 for 3 months", "income", None, 0, -20, Month(2027, 2), 3),
        ("收入 -20% 从 2027-02 起 3 个月", "income", None, 0, -20, Month(2027, 2), 3),
        ("收入－20％从2027-2起3个月", "income", None, 0, -20, Month(2027, 2), 3),
        ("spending +300", "spending", None, yuan(300), 0, None, None),
        ("夜班 -¥50", "income", "夜班", -yuan(50), 0, None, None),
        ("fun -100% for 1 month", "spending", "fun", 0, -100, None, 1),
        ("支出 +12.34 从 2028-12", "spending", None, 1234, 0, Month(2028, 12), None),
    ],
)
def test_a_change_is_read_in_both_languages(text, target, name, fen, percent, since, months):
    found = read_change(text, HOME)
    assert (found.target, found.name, found.fen, found.percent) == (target, name, fen, Decimal(percent))
    assert (found.since, found.months) == (since, months)


@pytest.mark.parametrize(
    "text", ["", "income", "income 20%", "income -20% from 2027-13", "income -1.234", "-20%"]
)
def test_what_cannot_be_read_is_said(text):
    with pytest.raises(NotAChange) as error:
        read_change(text, HOME)
    assert error.value.code == "what-if-unread"


def test_a_name_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(NotAChange) as error:
        read_change("bonus +5%", HOME)
    assert error.value.facts["names"] == ("fun", "living", "wage", "夜班")


def sums(text: str, horizon: int = 4) -> list[tuple[int, int]]:
    """Return income and spending of the months after the first, in fen, under a change."""
    problem = changed(problem_of(HOME, horizon), [read_change(text, HOME)])
    return [
        (
            sum(flow.fen for flow in month if flow.kind == "income"),
            sum(flow.fen for flow in month if flow.kind in {"essential", "other"}),
        )
        for month in problem.flows[1:]
    ]


def test_a_share_falls_on_every_flow_of_its_kind_in_its_months():
    assert sums("income -50% from 2027-03 for 2 months") == [
        (yuan(200), yuan(40)), (yuan(100), yuan(40)), (yuan(100), yuan(40)), (yuan(200), yuan(40)),
    ]  # fmt: skip


def test_yuan_are_taken_from_what_there_is_and_never_below_nothing():
    assert sums("夜班 -80") == [(yuan(150), yuan(40))] * 4
    assert sums("spending +5 from 2027-05") == [(yuan(200), yuan(40))] * 3 + [(yuan(200), yuan(45))]


def test_a_name_is_changed_alone():
    assert sums("fun -100%") == [(yuan(200), yuan(10))] * 4


def test_the_outlook_is_the_plan_of_a_household_that_is_so():
    found = outlook(HOME, [read_change("夜班 -100%", HOME)], horizon=24)
    alone = make_plan(replace(HOME, incomes=HOME.incomes[:1]), horizon=24)
    assert found.outcome.payments == alone.outcome.payments
    assert found.shortfall_fen == 0


def test_an_outlook_that_does_not_work_says_how_much_is_missing():
    found = outlook(HOME, [read_change("income -100%", HOME)], horizon=12)
    assert not found.outcome.works
    assert found.shortfall_fen >= yuan(600)


def test_a_plan_kept_under_no_change_is_the_plan():
    plan = make_plan(HOME)
    assert kept(plan, []).payments == plan.outcome.payments


def test_a_plan_kept_with_less_money_is_short_where_its_dues_are_not_covered():
    """¥200 of income, ¥10 to live on, ¥100 a month to pay: without the whole income February is short."""
    plan = make_plan(HOME)
    assert kept(plan, [read_change("income -20%", HOME)]).works
    broken = kept(plan, [read_change("income -100%", HOME)])
    assert (broken.works, broken.shortfall_month) == (False, Month(2027, 2))


def test_the_best_plan_under_a_change_is_never_worse_than_the_plan_kept():
    plan = make_plan(HOME)
    for share in ("-60%", "-30%", "+30%"):
        change = read_change(f"income {share}", HOME)
        assert outlook(HOME, [change]).outcome.goals <= kept(plan, [change]).goals
