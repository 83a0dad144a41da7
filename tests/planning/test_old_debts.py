"""A debt nobody has asked for in three years is set aside until it was asked about, with its sum (practice, H10)."""

import json
from dataclasses import replace
from datetime import date

import click
import pytest

from ashore.cli.plan_view import show_plan
from ashore.household.model import Deadline, Household
from ashore.household.standing import is_old
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import intentions_of
from ashore.planning.judging.verdict import judge
from ashore.planning.plan import make_plan
from ashore.planning.shape import plan_json
from planning.small import debt, wage, yuan

AS_OF = date(2027, 1, 31)
LONG_AGO = {"last_demand": date(2023, 5, 1), "last_payment": date(2022, 1, 1)}
OLD = debt("old", 200, 0, late=200, since=date(2022, 2, 15), stage="overdue", **LONG_AGO)
CLEAN = debt("a", 600, 6)
HOME = Household(AS_OF, incomes=(wage(100),), debts=(OLD, CLEAN))


def test_nothing_is_paid_on_it_and_its_sum_stands_apart():
    """¥100 a month are just enough for the other debt: with the old one's ¥200 nothing would work."""
    plan = make_plan(HOME, horizon=24)
    assert plan.status == "works"
    assert {row.debt for row in plan.outcome.payments} == {"a"}
    assert [(one.debt.id, one.owed.total_fen) for one in plan.set_aside] == [("old", yuan(200))]
    assert (
        make_plan(replace(HOME, debts=(replace(OLD, last_demand=None, last_payment=None), CLEAN))).status
        != "works"
    )


def test_the_identity_holds_without_it_and_the_judge_agrees():
    """Owed ¥600 = paid ¥600; every baseline leaves the old debt out as well."""
    plan = make_plan(HOME, horizon=24)
    told = json.loads(json.dumps(plan_json(plan), default=str))
    assert (told["owed_fen"], told["paid_fen"], told["left_fen"]) == (yuan(600), yuan(600), 0)
    assert told["set_aside"] == [{"debt": "old", "owed_fen": yuan(200)}]
    assert all(one["left_fen"] == 0 for one in told["baselines"].values())
    assert disagreements(told, judge(HOME, intentions_of(told))) == []


def test_a_plan_of_another_tool_that_pays_it_is_judged_with_it():
    told = json.loads(json.dumps(plan_json(make_plan(HOME, horizon=24)), default=str))
    told["payments"].append({"date": "2027-02-01", "debt": "old", "fen": 100})
    assert judge(HOME, intentions_of(told)).owed_fen == yuan(800)


@pytest.mark.parametrize(
    "change",
    [
        {"stage": "sued"},
        {"stage": "enforcement"},
        {"secured_by": "home"},
        {"priority": "utilities"},
        {"deadline": Deadline(date(2027, 2, 9), "objection")},
        {"last_demand": date(2026, 12, 1)},
        {"balance_fen": yuan(300), "periods_left": 3},
        {"arrears": None},
    ],
)
def test_what_a_court_the_home_or_a_later_instalment_hangs_on_is_never_set_aside(change):
    assert is_old(OLD, AS_OF)
    assert not is_old(replace(OLD, **change), AS_OF)


def test_one_day_decides():
    """Silent for three years and a day it may still be paid on; the day after that it is asked about first."""
    since = date(2022, 2, 15)
    on_the_day = debt("old", 200, 0, late=200, since=since, last_demand=date(2024, 1, 31))
    assert not is_old(on_the_day, date(2027, 1, 31))
    assert is_old(on_the_day, date(2027, 2, 1))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_is_told_with_its_sum_and_a_question_and_never_as_solved(language):
    plan = make_plan(HOME, horizon=24)
    text = "".join(click.unstyle(line).strip() + " " for line in show_plan(plan, language))
    assert "¥200" in text
    assert "12348" in text
    for word in {"zh": ["没有了结", "没有算"], "en": ["not settled", "Not counted"]}[language]:
        assert word in text
    for word in ("不用还", "不必还", "need not pay", "do not pay"):
        assert word not in text


def test_alone_it_is_the_next_step():
    plan = make_plan(Household(AS_OF, incomes=(wage(100),), debts=(OLD,)), horizon=24)
    text = " ".join(click.unstyle(line).strip() for line in show_plan(plan, "en"))
    assert "Before you answer or pay" in text
    assert "There is no debt" not in text
