"""The order of approach: stories with the order a counsellor would take, and what holds for every household."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given

from ashore.creditors.order import approaches
from ashore.household import read_parsed, read_source
from ashore.packs.files import jurisdictions
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.planning.plan import make_plan
from properties.examples import SHOWN
from properties.households import households

AS_OF = date(2026, 11, 23)
HEAD = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 3000.00
[[income]]
name = "wage"
amount = {wage}.00
day = 10
[[spending]]
name = "living"
amount = 2000.00
"""
DEBT = """[[debt]]
id = "{id}"
name = "{id}"
balance = 12000.00
periods_left = 6
due_day = 15
rate = "12%/year"
method = "{method}"
lender_kind = "bank"
"""
LATE = "arrears = {{ principal = 1900.00, since = {since} }}\n"


def debt(ident, *lines, method="level-payment", late=None):
    """Return a debt's table; `late`: for how many days it has been overdue."""
    arrears = LATE.format(since=AS_OF - timedelta(days=late)) if late else ""
    return DEBT.format(id=ident, method=method) + arrears + "".join(f"{line}\n" for line in lines)


def household_of(*debts, wage=9000):
    """Return a household with these debts."""
    text = HEAD.format(wage=wage) + "".join(debts)
    reading = read_parsed(read_source(text.encode()), all_products(), jurisdictions())
    assert reading.household is not None, reading.findings
    return reading.household


def order(*debts, wage=9000):
    """Return (debt, why, by) in order."""
    return [(one.debt.id, one.why, one.by) for one in approaches(plan_of(household_of(*debts, wage=wage)))]


COURT = 'stage = "sued"', 'deadline = { on = 2026-12-05, what = "answer" }'
OFFER = "[[debt.concession]]", 'kind = "defer"', "months = 3", "from = 2026-12-01"


def test_the_gravest_consequence_is_first_whatever_the_order_of_the_file():
    debts = [
        debt("fine"),
        debt("late", late=100),
        debt("court", *COURT, late=200),
        debt("flat", 'priority = "home"', late=40),
        debt("brother", 'liable = ["self", "guarantor:B"]', late=50),
    ]
    told = [name for name, _, _ in order(*debts)]
    assert told == ["court", "flat", "brother", "late", "fine"]
    assert [name for name, _, _ in order(*debts[::-1])] == told


def test_the_nearest_day_is_first_among_the_same():
    found = order(debt("a", late=20), debt("b", late=28), debt("c", late=85))
    assert found == [
        ("b", "worse-on", AS_OF + timedelta(days=2)),
        ("c", "worse-on", AS_OF + timedelta(days=5)),
        ("a", "worse-on", AS_OF + timedelta(days=10)),
    ]


def test_a_court_without_a_day_still_comes_before_a_day_of_the_lenders():
    assert [name for name, _, _ in order(debt("a", late=28), debt("b", 'stage = "judgment"', late=300))] == [
        "b",
        "a",
    ]


def test_a_clean_debt_is_asked_about_before_the_day_on_which_the_money_will_not_reach():
    [(name, why, by)] = order(debt("a"), wage=2000)
    assert (name, why) == ("a", "before-due")
    assert by in {date(2026, 12, 15), date(2027, 1, 15)}


def test_what_is_far_ahead_waits_until_those_who_press_were_spoken_to():
    found = order(debt("far", method="bullet"), debt("late", late=100), wage=2100)
    assert [(name, why) for name, why, _ in found] == [("late", "overdue"), ("far", "later")]
    assert found[-1][-1] is not None
    assert found[-1][-1] > AS_OF + timedelta(days=45)


@pytest.mark.parametrize(
    ("status", "until", "why"),
    [
        ("offered", "2026-12-01", "offer-ends"),
        ("agreed-verbal", "2027-03-01", "offer-ends"),
        ("agreed-written", None, "agreed"),
    ],
)
def test_offers_and_agreements_have_their_own_reason(status, until, why):
    lines = [*OFFER, f'status = "{status}"', *([f"until = {until}"] if until else [])]
    assert [found for _, found, _ in order(debt("a", *lines))] == [why]


def test_an_agreement_that_was_not_kept_is_overdue():
    lines = [*OFFER, 'status = "agreed-written"']
    assert [found for _, found, _ in order(debt("a", *lines, late=100))] == ["overdue"]


def test_a_debt_long_silent_is_asked_about_and_approached_by_nobody():
    old = (
        debt(
            "old",
            "last_payment = 2022-01-01",
            "last_demand = 2022-02-01",
            method="bullet",
            late=1700,
        )
        .replace("periods_left = 6", "periods_left = 1")
        .replace("principal = 1900.00", "principal = 12000.00")
    )
    found = order(old, debt("fine"))
    assert [(name, why) for name, why, _ in found] == [("fine", "as-due"), ("old", "old")]


@pytest.mark.property
@SHOWN
@given(households())
def test_every_debt_is_told_once_and_nothing_graver_comes_later(household):
    """A second reading of the gravest things, straight from the household."""
    plan = make_plan(household, horizon=24)
    found = approaches(plan)
    assert sorted(one.debt.id for one in found) == sorted(
        one.id for one in (*plan.household.debts, *(aside.debt for aside in plan.set_aside))
    )
    for one in found:
        debt = one.debt
        if debt.deadline and debt.deadline.on >= plan.as_of:
            assert (one.why, one.by) == ("paper-day", debt.deadline.on)
        if one.why == "as-due":
            assert not debt.arrears, "what is overdue is to be approached"
            assert not any(debt.id in end.overdue for end in plan.outcome.ends)
    for before, after in pairwise(found):
        assert before.to_approach or not after.to_approach
        if before.why == after.why and after.by:
            assert before.by is not None
            assert before.by <= after.by


def test_without_a_debt_there_is_nobody():
    assert order() == []


def test_an_approach_says_whether_somebody_is_approached():
    debts = [debt("fine"), debt("late", late=100)]
    found = approaches(plan_of(household_of(*debts)))
    assert [(one.debt.id, one.to_approach) for one in found] == [("late", True), ("fine", False)]
