"""What is said besides a plan's tables: exposed money, days before the money, months paid late, whom to pay."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from ashore.dates import Month
from ashore.documents.answer.ask_details import ask_parts
from ashore.documents.answer.besides import kept_back, late_months, tight
from ashore.documents.answer.details import details
from ashore.documents.answer.holding import routes
from ashore.documents.answer.levers import levers
from ashore.documents.answer.opening import paid_for, payments, safe, step, urgent
from ashore.documents.answer.path import path
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Part, Say
from ashore.errors import Message
from ashore.household.model import Account, Due, Household
from ashore.loans.terms import Concession
from ashore.planning.ask_answer import answer_of
from ashore.planning.living_gap import LivingGap
from ashore.planning.outcome import MonthEnd
from ashore.planning.plan import Plan, make_plan
from ashore.planning.tight import TightDay
from ashore.planning.worth import Worth
from ashore.texts import say
from documents.households import AS_OF, HOUSEHOLDS, card, home, late, loan, plan_of

NEXT = date(2026, 12, 31)


def view(plan: Plan, today: date | None = None) -> View:
    """Return a plan as it is told."""
    return View(plan, help_of(plan.household.jurisdiction), today=today)


def view_of(name: str) -> View:
    """Return the view of a household by hand."""
    return view(plan_of(name))


def codes(part: Part | None) -> list[str]:
    """Return what a part says, by code."""
    return [block.message.code for block in part.blocks if isinstance(block, Say)] if part else []


WAGES = Account("工资卡", 5_000_00, debited_by=("信用卡",), purpose="living")


@pytest.mark.parametrize("name", ["deadline", "starving"])
def test_exposed_money_is_told_after_what_is_safe_where_something_else_presses(name):
    own = replace(HOUSEHOLDS[name], accounts=(replace(WAGES, debited_by=(HOUSEHOLDS[name].debts[0].id,)),))
    shown = view(replace(plan_of(name), household=own))
    assert not codes(urgent(shown))[0].startswith("urgent-debit-")
    assert [code.startswith("urgent-debit-living") for code in codes(safe(shown))[:2]] == [False, True]


def test_exposed_money_that_is_the_urgent_thing_is_not_told_twice():
    shown = view_of("exposed-living")
    assert codes(urgent(shown)) == ["urgent-debit-living"]
    assert not [code for code in codes(payments(shown)) if code.startswith("urgent-debit-")]


GAP = LivingGap(date(2026, 12, 5), date(2026, 12, 20), 770_00)


def test_days_without_enough_to_live_on_are_not_passed_over_where_living_is_said_to_be_safe():
    assert codes(safe(view(replace(plan_of("does-not-work"), living_gap=GAP))))[0] == "safe-living-days"
    assert codes(safe(view_of("does-not-work")))[0] == "safe-living"
    assert codes(path(view(replace(plan_of("one-debt"), living_gap=GAP))))[1] == "path-living-days"


def test_days_that_are_over_are_asked_about_instead_of_told():
    pressing = Message("urgent-living-days", {"on": GAP.on, "money_on": GAP.until, "missing_fen": 770_00})
    plan = replace(plan_of("one-debt"), urgent=pressing)
    assert codes(urgent(view(plan, date(2026, 12, 5)))) == ["urgent-living-days"]
    assert codes(urgent(view(plan, date(2026, 12, 6)))) == ["urgent-old"]


@pytest.mark.parametrize(("early_fen", "code"), [(0, "ask"), (299_99, "both"), (300_00, "keep")])
def test_what_helps_on_a_tight_day_is_what_could_have_been_kept(early_fen, code):
    """¥300 missing: repaid early before were ¥0, a fen less than that, just that."""
    day = TightDay(date(2027, 4, 10), "网商贷", date(2027, 4, 20), 300_00, Month(2027, 3), 900_00, early_fen)
    (told,) = tight(view(replace(plan_of("one-debt"), tight=day)))
    assert told.code == f"path-tight-{code}"
    text = say(told, "zh")
    assert ("网商贷" in text) == (code != "keep")
    assert ("¥900" in text) == (code == "keep")


def test_months_that_are_paid_up_later_are_told_with_the_day():
    """Overdue at the end of the month it is cleared in: told with the payment after it that pays what fell due."""
    plan = plan_of("cured")
    assert not list(late_months(view(plan)))
    debt = plan.household.debts[0].id
    cleared = view(plan).cleared_on(debt)
    assert cleared is not None
    month = Month(cleared.year, cleared.month)
    after = month.plus(1)
    ends = tuple(
        MonthEnd(end.month, (debt,), 1, end.left_fen) if end.month == month else end
        for end in plan.outcome.ends
    )
    rows = [row for row in plan.outcome.payments if row.debt == debt and row.on > month.last]
    paid = replace(rows[0], days_late=(rows[0].on - month.last).days)
    others = tuple(row for row in plan.outcome.payments if row is not rows[0])
    changed = replace(plan.outcome, ends=ends, payments=(*others, paid))
    told = list(late_months(view(replace(plan, outcome=changed))))
    assert [(one.facts["late_month"], one.facts["on"]) for one in told] == [(str(month), paid.on)]
    assert paid.on >= after.first


@pytest.mark.parametrize(
    ("stage", "code"),
    [("sued", "court"), ("enforcement", "court"), ("outsourced", "outsourced"), ("assigned", "assigned")],
)
def test_before_a_debt_is_paid_that_others_have_it_is_said_whom_to_ask(stage, code):
    debt = replace(late(loan(), date(2026, 9, 15)), stage=stage)
    notes = codes(payments(view(make_plan(home(60_000_00, debt), horizon=24))))
    assert [one for one in notes if one.startswith("note-pay-")] == [f"note-pay-{code}"]


def test_a_debt_that_its_lender_alone_has_needs_no_such_note():
    assert not [one for one in codes(payments(view_of("cured"))) if one.startswith("note-pay-")]


def test_money_kept_for_a_due_is_said_to_be_kept_for_it():
    """Nothing is paid in this month and the next: the rent of the shop in January is what the money waits for."""
    rent = Due("店面季租", 7_500_00, date(2027, 1, 5), "shop")
    own = replace(HOUSEHOLDS["starving"], dues=(rent, Due("旅行", 100_00, date(2027, 1, 2), "family")))
    plan = make_plan(own, horizon=24)
    assert not [row for row in plan.outcome.payments if row.on <= NEXT]
    part = payments(view(plan))
    assert codes(part) == ["payments-none-holding-for"]
    assert part is not None
    first = part.blocks[0]
    assert isinstance(first, Say)
    assert "店面季租" in say(first.message, "zh")


def test_a_card_paid_by_agreed_instalments_is_not_said_to_be_paid_its_minimum():
    agreed = Concession("extend", "agreed-written", months=60, method="level-payment")
    for concessions, code in (((), "for-minimum"), ((agreed,), "for-due")):
        plan = make_plan(home(16_000_00, replace(card(), concessions=concessions)), horizon=120)
        first = next(row for row in plan.outcome.payments if not row.extra)
        assert paid_for(view(plan), first).code == code


@pytest.mark.parametrize(("kind", "words"), [("bank", "step-words"), ("private", "step-words-person")])
def test_a_person_or_a_shop_is_talked_to_without_an_official_channel(kind, words):
    debt = loan("货款", 60_000_00, 1, creditor="批发商", lender_kind=kind)
    part = step(view(make_plan(home(6_000_00, debt), horizon=24)))
    assert codes(part)[1] == words
    assert codes(part)[0].endswith("-person") == (kind == "private")


def test_the_step_names_the_debt_that_falls_first_with_the_day_of_its_due():
    """Both fall in December: the card is due on the 5th, the loan on the 20th."""
    own = Household(AS_OF, cash_fen=1_000_00, debts=(loan(day=20), card(day=5)))
    facts = make_plan(own, horizon=24).next_step.facts
    assert (facts["debt"], facts["on"]) == ("信用卡", date(2026, 12, 5))


@pytest.mark.parametrize(("name", "said"), [("one-debt", False), ("side-work", True)])
def test_side_work_is_named_in_the_bound_only_where_there_is_some(name, said):
    found = [code for part in details(view_of(name), page=False) for code in codes(part) if "bound" in code]
    assert found == ["convention-bound" + ("-work" if said else "")]


def test_a_table_of_zeros_is_not_shown():
    none = Worth("money", "", Month(2027, 1), 100_00, 0, 0, works=False)
    some = replace(none, saved_fen=1)
    assert [part.code for part in levers([none], {}, works=True, sued=False)] == ["levers-head-none"]
    assert [part.code for part in levers([none, some], {}, works=True, sued=False)] == ["levers-head-money"]


def test_where_no_other_ask_would_do_the_ways_on_stand_below_the_sentence_that_names_them():
    """Shown as if the first asks were the only ones."""
    plan = plan_of("just-fails")
    alone = view(replace(plan, asks=plan.asks[:1]))
    answer = answer_of(alone.plan, {}, None)
    part = next(one for one in ask_parts(alone, answer, (), "zh") if one.code == "asks-head-else")
    assert codes(part)[0] == "asks-else-none"
    assert len(part.blocks) > 1
    assert part.blocks[1:] == routes(alone).blocks


@pytest.mark.parametrize(
    ("early", "missing", "held"),
    [(0, 300, None), (1_000, 300, 400), (1_000, 301, 500), (350, 300, 350), (1_000, 74, 100)],
)
def test_what_is_repaid_early_now_is_kept_for_a_tight_day_with_a_third_more(early, missing, held):
    """¥300 and a third are ¥400; ¥301 and a third are ¥401.33, told as ¥500; never more than is repaid early."""
    plan = plan_of("one-debt")
    rows = [row for row in plan.outcome.payments if not row.extra]
    extra = replace(rows[0], fen=early * 100, extra=True, days_late=0)
    outcome = replace(plan.outcome, payments=(*rows, extra) if early else tuple(rows))
    day = TightDay(date(2027, 4, 10), "x", date(2027, 4, 20), missing * 100, Month(2027, 3), 900_00, early)
    told = list(kept_back(view(replace(plan, outcome=outcome, tight=day)), NEXT))
    assert [one.facts["held_fen"] for one in told] == ([held * 100] if held else [])


@pytest.mark.parametrize(("month", "told"), [(4, True), (5, False)])
def test_a_tight_day_that_later_plans_meet_asks_for_nothing_now(month, told):
    """November is month 0: April is the fifth after it, May the sixth."""
    plan = plan_of("one-debt")
    rows = [row for row in plan.outcome.payments if not row.extra]
    outcome = replace(plan.outcome, payments=(*rows, replace(rows[0], fen=1_000_00, extra=True)))
    day = TightDay(
        date(2027, month, 10), "x", date(2027, month, 20), 100_00, Month(2027, 3), 900_00, 1_000_00
    )
    assert bool(list(kept_back(view(replace(plan, outcome=outcome, tight=day)), NEXT))) == told


def test_days_already_past_are_said_to_be_over():
    shown = view_of("one-debt")
    first = min(row.on for row in shown.outcome.payments)
    assert "payments-past" not in codes(payments(view(shown.plan, first)))
    assert "payments-past" in codes(payments(view(shown.plan, first + timedelta(days=1))))


def test_a_part_of_what_is_due_is_called_a_part():
    """¥6,473.41 of the ¥50,000 and more that fall due in December: no instalment paid; where all is paid, no part."""
    shown = view_of("maturity")
    (row,) = [one for one in shown.outcome.payments if one.on == date(2026, 12, 20)]
    assert (row.fen, paid_for(shown, row).code) == (6_473_41, "for-due-part")
    whole = view_of("two-debts")
    assert not [row for row in whole.outcome.payments if paid_for(whole, row).code.endswith("-part")]
