"""The way walked, held against months worked out by hand in fractions and days counted one by one."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.advance import Paid, advance
from ashore.household.model import Debt, Household
from ashore.household.moved import moved_household
from ashore.loans.terms import Event, Prepayment
from ashore.money import Rate
from ashore.planning.plan import Plan, make_plan
from ashore.planning.progress import (
    Told,
    is_paid_up,
    progress_of,
    told_in,
)
from ashore.planning.walked import Parted, Span, followed, payments_told, walked
from planning.small import HALF_PER_MILLE, debt, living, wage
from properties.examples import SHOWN
from properties.households import households

BEFORE, NOW = date(2026, 6, 30), date(2026, 10, 10)
ONE_PER_CENT = Rate(Decimal("0.12"), "year")
JULY, LATE_AUGUST = date(2026, 7, 15), date(2026, 8, 20)


def home(*debts: Debt, as_of: date = BEFORE, cash_fen: int = 9_000_00, **more: object) -> Household:
    """Return a household with a wage of ¥3,000 and ¥1,000 to live on."""
    made = Household(as_of, cash_fen=cash_fen, incomes=(wage(3000),), spendings=(living(1000),), debts=debts)
    return replace(made, **more)


def after(before: Household, *paid: Paid, to: date = NOW) -> Household:
    """Return the household as the app keeps it once payments were told up to a day."""
    moved = advance(before, to, paid)
    now = moved_household(before, to, moved, before.cash_fen)
    told = {
        one.id: tuple(Event(p.on, "payment", p.fen) for p in paid if p.debt == one.id) for one in now.debts
    }
    return replace(now, debts=tuple(replace(one, events=told[one.id]) for one in now.debts))


def walk(before: Household, *paid: Paid, since: date | None = None):
    """Return what is behind, after these payments."""
    now = after(before, *paid)
    found = progress_of(any_plan(), now, told_in(before, now), since).behind
    assert found is not None
    return found


@cache
def any_plan() -> Plan:
    """Return a plan, where what is behind is looked at alone: it depends on none."""
    return make_plan(LATE)


LATE = home(debt(penalty=HALF_PER_MILLE))
"""¥1,200 without interest, ¥100 due on each 15th; ¥0.05 a day for each ¥100 that is late."""
TWO_PAID = (Paid("a", JULY, 100_00), Paid("a", LATE_AUGUST, 100_25))


def test_a_payment_in_time_and_one_five_days_late():
    """Of ¥200.25 a quarter is the penalty of five days; September's ¥100 is late by 25 days today."""
    found = walk(LATE, *TWO_PAID)
    assert (found.payments, found.paid) == (2, Parted(principal_fen=200_00, penalty_fen=25))
    assert [(one.then_fen, one.now_fen) for one in found.steps] == [(1200_00, 1000_00)]


def test_what_the_payments_spared_is_the_penalty_of_each_day():
    """Nothing paid: July's due is late by 87 days, August's by 56, September's by 25, at 5 fen a day."""
    days = [(NOW - date(2026, month, 15)).days for month in (7, 8, 9)]
    nothing, paid = 5 * sum(days), 25 + 5 * days[2]
    assert walk(LATE, *TWO_PAID).avoided == Parted(penalty_fen=nothing - paid)


def test_only_what_was_paid_since_a_day_counts():
    """Without August's payment its due would be late by 56 days instead of 5."""
    found = walk(LATE, *TWO_PAID, since=date(2026, 8, 1))
    assert (found.payments, found.paid.fen, found.since) == (1, 100_25, date(2026, 8, 1))
    assert found.avoided.cost_fen == 5 * 56 - 25
    assert (found.then_fen, found.now_fen) == (1100_00, 1000_00)


def test_a_payment_on_the_day_of_the_earlier_figures_counts():
    """¥60 of the ¥100 that were late, paid on the day after the figures were written down."""
    before = home(debt(late=100, since=date(2026, 6, 15)))
    found = walk(before, Paid("a", BEFORE, 60_00))
    assert (found.since, found.payments, found.paid) == (BEFORE, 1, Parted(principal_fen=60_00))
    assert (found.aside, [(one.then_fen, one.now_fen) for one in found.steps]) == ((), [(1200_00, 1140_00)])


def test_a_payment_that_the_earlier_figures_had_already_does_not_count():
    known = Event(BEFORE, "payment", 60_00)
    before = home(replace(debt(late=100, since=date(2026, 6, 15)), events=(known,)))
    now = after(before, Paid("a", JULY, 100_00))
    now = replace(now, debts=tuple(replace(one, events=(known, *one.events)) for one in now.debts))
    assert told_in(before, now).payments == (Paid("a", JULY, 100_00),)


@given(st.integers(200, 90_000), st.integers(6, 60))
def test_interest_of_one_per_cent_a_month(yuan: int, periods: int):
    """Three dues of an equal-principal loan paid as they fall, worked out in fractions."""
    before = home(debt(balance=yuan, periods=periods, rate=ONE_PER_CENT), cash_fen=1_000_000_00)
    left, paid, interest = yuan * 100, [], 0
    part = int(Fraction(yuan * 100, periods) + Fraction(1, 2))
    for month in (7, 8, 9):
        due = int(Fraction(left, 100) + Fraction(1, 2))
        paid.append(Paid("a", date(2026, month, 15), part + due))
        interest, left = interest + due, left - part
    found = walk(before, *paid)
    assert found.paid == Parted(principal_fen=3 * part, interest_fen=interest)
    assert found.now_fen == left
    assert found.aside == ()


def test_what_fell_behind_and_what_caught_up():
    """One debt was late and is not; another was not and is; a third never was."""
    old = debt("old", late=100, since=date(2026, 6, 15), penalty=HALF_PER_MILLE)
    before = home(old, debt("new"), debt("even"))
    paid = [Paid(name, date(2026, month, 15), 101_00) for name in ("old", "even") for month in (7, 8, 9)]
    paid.append(Paid("old", date(2026, 7, 1), 101_00))
    found = walk(before, *paid)
    assert found.standing.overdue == found.standing.fell == ("debt new",)
    assert found.standing.caught == ("debt old",)


@pytest.mark.parametrize(("off_fen", "counted"), [(0, True), (5_00, True), (400_00, False), (-400_00, False)])
def test_figures_that_the_payments_do_not_explain_are_in_no_sum(off_fen: int, counted: bool):
    before = home(debt("a"), debt("b"))
    paid = tuple(Paid(name, date(2026, month, 15), 100_00) for name in "ab" for month in (7, 8, 9))
    now = after(before, *paid)
    first = replace(now.debts[0], balance_fen=now.debts[0].balance_fen + off_fen)
    now = replace(now, debts=(first, *now.debts[1:]))
    found = progress_of(any_plan(), now, told_in(before, now)).behind
    assert found is not None
    assert found.aside == (() if counted else ("debt a",))
    assert found.paid.principal_fen == (600_00 if counted else 300_00)
    assert found.payments == (6 if counted else 3)


def test_a_debt_that_was_closed_and_taken_out_of_the_book_still_counts():
    before = home(debt("a", balance=300, periods=3), debt("b"))
    paid = [Paid(name, date(2026, month, 15), 100_00) for name in "ab" for month in (7, 8, 9)]
    now = after(before, *paid)
    told = told_in(before, now)
    now = replace(now, debts=now.debts[1:])
    found = progress_of(any_plan(), now, told).behind
    assert found is not None
    assert [(one.debt, one.now_fen) for one in found.steps] == [("a", 0), ("b", 900_00)]


def test_without_a_payment_told_nothing_is_behind_yet():
    assert progress_of(make_plan(LATE), LATE).behind is None
    now = after(LATE)
    assert progress_of(make_plan(now), now, told_in(LATE, now)).behind is None


def test_payments_of_a_file_without_earlier_figures_are_added_up_and_not_shared_out():
    now = after(LATE, *TWO_PAID)
    found = progress_of(make_plan(now), now, since=date(2026, 8, 1))
    assert (found.behind, found.payments, found.paid_fen) == (None, 1, 100_25)


def test_closed_debts_with_their_days_where_they_are_known():
    events = (Event(date(2026, 3, 1), "payment", 50_00), Event(date(2026, 5, 2), "close"))
    debts = (
        debt("events", balance=0, events=events),
        debt("day", balance=0, last_payment=date(2026, 4, 9)),
        debt("zero", balance=0),
        debt("open", events=events),
    )
    found = progress_of(make_plan(home(*debts)), home(*debts))
    assert [(one.debt, one.on) for one in found.closed] == [
        ("events", date(2026, 5, 2)),
        ("day", date(2026, 4, 9)),
    ]
    assert found.still_open == 2
    assert [is_paid_up(one) for one in debts] == [True, True, False, False]


def test_the_last_new_debt_is_told_only_where_every_beginning_is_known():
    known = home(debt("a", start=date(2025, 6, 30)), debt("b", start=date(2026, 6, 20)))
    found = progress_of(make_plan(known), known).last_debt
    assert found is not None
    assert (found.on, found.days, found.cards) == (date(2026, 6, 20), 10, False)
    one_open = home(debt("a", start=date(2025, 6, 30)), debt("b"))
    assert progress_of(make_plan(one_open), one_open).last_debt is None
    assert progress_of(make_plan(home()), home()).last_debt is None


def test_dues_only_beside_the_plan_by_hand():
    """¥1,200 at 1 % a month: dues only, 12 + 11 + … + 1 yuan; with the money there, July's ¥12 and all is repaid."""
    household = home(debt(rate=ONE_PER_CENT, prepayment=Prepayment()))
    found = progress_of(make_plan(household), household)
    assert found.ahead is not None
    assert (found.ahead.dues_fen, found.ahead.plan_fen) == (sum(range(1, 13)) * 100, 12_00)
    assert found.ahead.avoided_fen == 66_00
    assert (found.ahead.left_fen, found.ahead.offers, str(found.ahead.until)) == (0, False, "2036-06")


def test_where_no_plan_works_nothing_is_promised():
    household = home(debt(balance=90_000, periods=12), cash_fen=0)
    found = progress_of(make_plan(household), household)
    assert (found.ahead, found.why) == (None, "no-plan")


def test_where_nothing_is_owed_there_is_nothing_to_compare():
    found = progress_of(make_plan(home()), home())
    assert (found.ahead, found.why) == (None, "nothing-owed")


def test_the_month_in_which_the_living_money_falls_short():
    """¥2,000 at hand and no wage: ¥1,000 of July and of August, and nothing for September."""
    household = replace(home(debt(prepayment=Prepayment(allowed=False)), cash_fen=2_000_00), incomes=())
    found = progress_of(make_plan(household), household).living
    assert found is not None
    assert (found.months, str(found.short)) == (3, "2026-09")


def test_a_made_up_past_is_the_plan_followed():
    plan = make_plan(LATE)
    now, paid = followed(plan, 2)
    assert now.as_of == date(2026, 8, 31)
    assert [(one.on, one.fen) for one in paid] == [(JULY, 100_00), (date(2026, 8, 15), 100_00)]
    found = progress_of(make_plan(now), now, Told(plan.household, paid)).behind
    assert found is not None
    assert (found.paid.principal_fen, found.aside) == (200_00, ())


@pytest.mark.property
@SHOWN
@given(households(), st.data())
def test_sums_hold_for_every_household(household: Household, data: st.DataObject):
    """What payments went to is no more than they were; by as much principal fell, agreements apart."""
    span = Span(household.as_of, household.as_of + timedelta(days=data.draw(st.integers(30, 200))))
    for one in household.debts:
        days = data.draw(st.lists(st.integers(1, 200), max_size=4))
        paid = [
            Paid(one.id, household.as_of + timedelta(days=day), data.draw(st.integers(1, 3_000_00)))
            for day in days
        ]
        inside = sum(each.fen for each in paid if each.on <= span.until)
        nothing, end = walked(one, span, ()), walked(one, span, paid)
        assert nothing.paid == Parted()
        assert end.paid.fen <= inside
        if not any(each.status == "agreed-written" for each in one.concessions):
            start = walked(one, Span(household.as_of, household.as_of), ())
            assert start.principal_fen - end.principal_fen == end.paid.principal_fen


def test_payments_are_read_by_day_from_the_file():
    now = after(LATE, *reversed(TWO_PAID))
    assert payments_told(now, BEFORE) == TWO_PAID
    assert payments_told(now, JULY) == TWO_PAID[1:]
