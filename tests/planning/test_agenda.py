"""The days ahead: held against a second reading of the household and the plan, day by day, and cases by hand."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from ashore.household.model import Deadline, Due, Spending
from ashore.loans.terms import Concession
from ashore.planning.agenda import KINDS, MONTHS, Beside, Event, Span, agenda_of, last_days
from ashore.planning.plan import Plan, make_plan
from documents.households import AS_OF, HOUSEHOLDS, NAMES, home, late, loan, plan_of, with_deadline
from properties.examples import SHOWN
from properties.households import households

YEARS = 5
BESIDE = Beside(YEARS)


def told(plan: Plan, months: int = MONTHS, today: date = AS_OF, **more) -> tuple[Event, ...]:
    """Return the days ahead of a plan."""
    return agenda_of(plan, Span(today, months, **more), BESIDE)


def last_of(today: date, months: int) -> date:
    """Return the last day of the month so many months later, by counting days."""
    day = today.replace(day=1)
    for _ in range(months + 1):
        day = (day + timedelta(days=31)).replace(day=1)
    return day - timedelta(days=1)


def paid_by_day(plan: Plan, first: date, last: date) -> Counter[tuple[date, str]]:
    """Return what the plan pays to each debt on each day."""
    found: Counter[tuple[date, str]] = Counter()
    for row in plan.outcome.payments:
        if first <= row.on <= last:
            found[row.on, row.debt] += row.fen
    return found


def check(plan: Plan, events: tuple[Event, ...], today: date, months: int) -> None:
    """Check the events against the household and the plan, read a second time."""
    last = last_of(today, months)
    assert paid_by_day(plan, today, last) == Counter(
        {(one.day, one.debt): one.fen for one in events if one.kind == "payment"}
    )
    dues = Counter(
        (due.on, due.name)
        for due in plan.household.dues
        if max(today, plan.as_of + timedelta(days=1)) <= due.on <= last
    )
    shown = {(one.day, one.name) for one in events if one.kind == "due"}
    assert set(dues) <= shown
    papers = {(debt.id, debt.deadline.on) for debt in plan.household.debts if debt.deadline}
    papers |= {(one.debt, one.on) for one in plan.missed if today <= one.on <= last}
    assert papers == {(one.debt, one.day) for one in events if one.kind == "deadline"}
    assert len({one.key for one in events}) == len(events)
    order = [(one.day, KINDS.index(one.kind)) for one in events]
    assert order == sorted(order)
    for one in events:
        assert one.kind == "deadline" or one.day >= today
        assert one.day <= last or one.kind in {"deadline", "proof", "report", "record"}
        assert (one.fen is not None) == (one.kind in {"payment", "due"})


@pytest.mark.parametrize("name", NAMES)
def test_it_is_what_the_household_and_the_plan_say(name):
    plan = plan_of(name)
    for today, months in ((AS_OF, 12), (AS_OF + timedelta(days=40), 3), (AS_OF, 120)):
        check(plan, told(plan, months, today), today, months)


@SHOWN
@given(households())
def test_so_it_is_for_any_household(household):
    plan = make_plan(household, horizon=24)
    check(plan, told(plan, 12, plan.as_of), plan.as_of, 12)


@pytest.mark.parametrize("name", NAMES)
def test_each_debt_that_is_closed_is_looked_at_again_and_no_other(name):
    plan = plan_of(name)
    last = {row.debt: row.on for row in plan.outcome.payments}
    closed = {
        debt.id
        for debt in plan.household.debts
        if debt.id in last and debt.id not in plan.outcome.left_debts and last[debt.id] <= last_of(AS_OF, 12)
    }
    assert {one.debt for one in told(plan) if one.kind == "proof"} == closed


def test_one_loan_that_ends_this_month_by_hand():
    found = [(one.day, one.kind, one.fen) for one in told(plan_of("one-debt-this-month"), 2)]
    assert found == [
        (date(2026, 11, 28), "payment", 909_00),
        (date(2026, 12, 1), "review", None),
        (date(2026, 12, 5), "proof", None),
        (date(2027, 1, 1), "review", None),
        (date(2027, 1, 28), "report", None),
    ]


def test_a_debt_that_was_overdue_is_looked_at_after_the_years_of_the_law():
    events = [one for one in told(plan_of("cured")) if one.kind == "record"]
    late_days = [
        row.on for row in plan_of("cured").outcome.payments if row.debt == "网商贷" and row.days_late
    ]
    ended = max(late_days)
    assert [(one.debt, one.day) for one in events] == [
        ("网商贷", ended.replace(year=ended.year + YEARS) + timedelta(days=1))
    ]
    assert events[0].message.facts["ended"] == ended


def test_without_a_law_that_is_known_no_record_is_looked_for():
    events = agenda_of(plan_of("cured"), Span(AS_OF))
    assert not [one for one in events if one.kind == "record"]


def test_a_deadline_comes_before_what_else_is_on_its_day():
    debt = replace(loan(day=9), deadline=Deadline(date(2026, 12, 9), "answer", "12368"))
    household = home(30_000_00, debt, dues=(Due("车险", 900_00, date(2026, 12, 9), "law"),))
    kinds = [one.kind for one in told(make_plan(household)) if one.day == date(2026, 12, 9)]
    assert kinds == ["deadline", "payment", "due"]


def test_a_deadline_that_has_passed_is_kept_alone_of_what_has():
    household = with_deadline("objection", date(2026, 11, 2))
    events = told(make_plan(household), today=date(2027, 1, 1))
    assert [one.day for one in events if one.day < date(2027, 1, 1)] == [date(2026, 11, 2)]


@pytest.mark.parametrize(
    ("status", "told_once"), [("offered", 1), ("agreed-verbal", 1), ("refused", 0), ("to-ask", 0)]
)
def test_the_last_day_of_an_offer_is_told_while_it_is_open(status, told_once):
    offer = Concession("defer", status, until=date(2026, 12, 15), months=3)
    events = told(make_plan(home(30_000_00, loan(concessions=(offer,)))))
    assert [one.day for one in events if one.kind == "offer"] == [date(2026, 12, 15)] * told_once


def test_a_waiver_with_a_day_to_pay_by_has_that_day():
    offer = Concession("waive", "offered", waives=(("penalty", None),), if_paid_by=date(2026, 12, 1))
    household = home(30_000_00, late(loan(concessions=(offer,)), date(2026, 9, 15)))
    assert [one.day for one in told(make_plan(household)) if one.kind == "offer"] == [date(2026, 12, 1)]


def test_bills_with_a_day_are_told_and_food_is_not():
    spendings = (
        Spending("房租", 2_000_00, "housing", day=31),
        Spending("吃饭", 1_500_00, "food", day=3),
        Spending("水电", 200_00, "utilities"),
        Spending("保险", 900_00, "other", every="year", since=date(2026, 12, 20)),
        Spending("搬家", 600_00, "other", every="once", on=date(2026, 12, 24)),
    )
    events = told(make_plan(replace(home(9_000_00, loan(balance=900_00, periods=1)), spendings=spendings)), 1)
    assert [(one.day, one.name, one.fen) for one in events if one.kind == "due"] == [
        (date(2026, 11, 30), "房租", 2_000_00),
        (date(2026, 12, 20), "保险", 900_00),
        (date(2026, 12, 24), "搬家", 600_00),
        (date(2026, 12, 31), "房租", 2_000_00),
    ]


def test_what_falls_together_is_one_event_with_the_sum():
    dues = (Due("学费", 300_00, date(2026, 12, 3)), Due("学费", 200_00, date(2026, 12, 3)))
    events = told(make_plan(home(9_000_00, loan(balance=900_00, periods=1), dues=dues)))
    assert [one.fen for one in events if one.kind == "due"] == [500_00]


def test_payments_end_with_the_month_that_is_told():
    plan = plan_of("does-not-work")
    until = plan.outcome.cash[2].month
    events = told(plan, payments_until=until)
    assert {one.day.month for one in events if one.kind == "payment"} == {11, 12, 1}
    assert max(one.day for one in events if one.kind == "review") == date(2027, 11, 1)


@pytest.mark.parametrize("name", ["day-30", "day-60", "day-90", "starving"])
def test_a_bad_day_is_told_only_where_the_plan_does_not_pay_before(name):
    plan = plan_of(name)
    for cliff in plan.cliffs:
        if cliff.what.startswith("day-"):
            rows = [
                row
                for row in plan.outcome.payments
                if row.debt == cliff.debt
                and row.days_late
                and row.on - timedelta(days=row.days_late) <= AS_OF
            ]
            ends = [
                end for end in plan.outcome.ends if rows and end.month.last >= max(row.on for row in rows)
            ]
            paid = bool(rows) and any(cliff.debt not in end.overdue for end in ends)
            expected = not (paid and max(row.on for row in rows) < cliff.on)
            shown = [one for one in told(plan, 120) if one.kind == "change" and one.day == cliff.on]
            assert bool(shown) is expected


def test_what_was_promised_is_there_and_said_as_it_was():
    promises = ((date(2026, 12, 2), "回电话"), (date(2026, 11, 1), "早就过了"))
    events = agenda_of(plan_of("two-debts"), Span(AS_OF), Beside(None, promises))
    assert [(one.day, one.message.facts) for one in events if one.kind == "promise"] == [
        (date(2026, 12, 2), {"told": "回电话"})
    ]


def test_the_month_is_looked_through_on_the_day_that_is_asked_for():
    events = agenda_of(plan_of("two-debts"), Span(AS_OF, 3, review_day=31))
    assert [one.day for one in events if one.kind == "review"] == [
        date(2026, 11, 30),
        date(2026, 12, 31),
        date(2027, 1, 31),
        date(2027, 2, 28),
    ]


def test_without_debts_nothing_is_looked_through():
    assert not [one for one in told(plan_of("no-debt")) if one.kind == "review"]


def test_a_debt_closed_before_is_looked_at_again_from_its_last_payment():
    debt = replace(loan(balance=0, periods=0), last_payment=date(2026, 11, 20))
    found = [(one.kind, one.day) for one in told(make_plan(home(9_000_00, debt))) if one.debt]
    assert found == [("proof", date(2026, 11, 27)), ("report", date(2027, 1, 20))]


def test_last_days_are_those_of_papers_and_offers():
    events = told(plan_of("offer"))
    assert [one.kind for one in last_days(events)] == ["offer"]
    assert [one.kind for one in last_days(told(plan_of("deadline")))] == ["deadline"]


def test_money_from_a_friend_is_paid_back_by_name():
    events = [one for one in told(plan_of("friend")) if one.message.code == "agenda-pay-friend"]
    assert {one.name for one in events} == {"哥哥"}
    assert HOUSEHOLDS["friend"].friend_loans[0].name == "哥哥"


def test_a_debt_that_nobody_asked_for_in_years_is_asked_about_before_it_is_paid():
    codes = {one.message.code for one in told(plan_of("old-debt-works")) if one.kind == "payment"}
    assert codes == {"agenda-pay-old"}
