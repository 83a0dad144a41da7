"""What a first plan says of itself: what was taken, what to look up first, and what it kept nothing back for."""

from dataclasses import replace
from datetime import date

import pytest

from ashore.documents.answer.estimated import estimates_of, looking_first, without_debts, without_money
from ashore.documents.answer.today import today_parts
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Column, Part, Say, Table
from ashore.errors import Message
from ashore.household import read_household, read_parsed, read_source
from ashore.packs.estimates import estimates_for
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.texts.sentences import say

HEAD = 'format = "ashore/1"\n[household]\nas_of = 2026-11-27\n'
DEBT = '[[debt]]\nid = "d"\nname = "网商贷"\nproduct = "cn/mybank-wangshangdai"\nbalance = 6000.00\n'
CARD = '[[debt]]\nid = "c"\nname = "card"\nproduct = "cn/credit-card"\nbalance = 900.00\ndue_day = 9\n'
KNOWN = "due_day = 15\nperiods_left = 6\n"
LIVING = '[[spending]]\nname = "food"\namount = 2000.00\n'
WAGE = 'cash = 500.00\n[[income]]\nname = "wage"\namount = 9000.00\nday = 10\n'
IN_ORDER = "counted as not overdue"


def taken(text):
    """Return what was taken of each debt, in English, by its name."""
    source = read_source(text.encode())
    strict = read_household(text.encode(), all_products())
    found = read_parsed(source, all_products(), (), estimates_for("cn", date(2026, 11, 27)))
    assert found.household is not None
    return {
        debt.name: [say(one, "en") for one in words]
        for debt, words in estimates_of(found.household, strict.findings)
    }


def test_what_was_taken_is_told_and_nothing_that_a_product_says():
    assert taken(HEAD + DEBT + CARD) == {
        "网商贷": ["instalments left: 12", "due on day 12 of the month", IN_ORDER]
    }


def test_a_known_contract_has_none():
    assert taken(HEAD + DEBT + KNOWN + CARD) == {}


def test_a_due_day_that_the_first_missed_one_shows_is_no_estimate():
    assert taken(HEAD + DEBT + "arrears = {since = 2026-10-08}\n") == {"网商贷": ["instalments left: 12"]}


def test_that_a_debt_is_taken_as_not_overdue_is_told_unless_somebody_said_so():
    """Left empty, the first missed day may be unknown as well as none: whoever is overdue must see what was taken."""
    assert taken(HEAD + DEBT)["网商贷"][-1] == IN_ORDER
    for said in ("arrears = {since = 2026-10-08}\n", 'stage = "outsourced"\n'):
        assert IN_ORDER not in taken(HEAD + DEBT + said)["网商贷"]


def test_a_loan_of_which_nothing_is_known_tells_rate_and_method_too():
    found = taken(HEAD + '[[debt]]\nid = "b"\nproduct = "cn/bank-consumer-loan"\nbalance = 900.00\n')
    assert found == {
        "b": [
            "interest 24% a year",
            "level payments",
            "instalments left: 12",
            "due on day 12 of the month",
            IN_ORDER,
        ]
    }


PARTS = (
    Part("answer-head-urgent", "first", ()),
    Part("answer-head-step", "first", (Say(Message("next-pay"), "lead"), Say(Message("step-asks-below")))),
)


def plan_saying(step, urgent):
    """Return a plan whose step and urgent thing have these codes."""
    household = read_household((HEAD + WAGE + LIVING + DEBT + KNOWN).encode(), all_products()).household
    assert household is not None
    return replace(plan_of(household), next_step=Message(step), urgent=Message(urgent))


def owed(*names, lender_kind="bank"):
    """Return debts of these names."""
    (debt,) = plan_saying("next-pay", "urgent-nothing").household.debts
    return [replace(debt, name=name, lender_kind=lender_kind) for name in names]


@pytest.mark.parametrize("step", ["next-pay", "next-nothing-due", "next-write", "next-write-before"])
def test_the_one_step_is_to_look_it_up(step):
    first, second = looking_first(PARTS, plan_saying(step, "urgent-deadline"), owed("网商贷"))
    assert first is PARTS[0]
    assert second.blocks == (Say(Message("estimate-step", {"debt": "网商贷"}), "lead"),)


@pytest.mark.parametrize("kind", ["friend", "private"])
def test_who_has_no_app_is_not_looked_up_in_one(kind):
    plan = plan_saying("next-pay", "urgent-nothing")
    people = owed("supplier", "brother", lender_kind=kind)
    _, step = looking_first(PARTS, plan, people)
    assert step.blocks == (Say(Message("estimate-step-person", {"debt": "supplier"}), "lead"),)
    _, step = looking_first(PARTS, plan, [*people, *owed("网商贷")])
    assert step.blocks == (Say(Message("estimate-step", {"debt": "网商贷"}), "lead"),)


@pytest.mark.parametrize("step", ["next-accept", "next-ask-first", "next-no-debt"])
def test_another_step_stays(step):
    assert looking_first(PARTS, plan_saying(step, "urgent-deadline"), owed("网商贷")) == PARTS


@pytest.mark.parametrize("urgent", ["urgent-nothing", "urgent-next-payment"])
def test_that_nothing_presses_is_said_of_papers_alone(urgent):
    first, _ = looking_first(PARTS, plan_saying("next-accept", urgent), owed("网商贷"))
    assert first.blocks == (Say(Message("estimate-urgent"), "lead"),)


def test_a_day_on_which_a_debt_ends_is_no_day_where_nobody_knows_it():
    """An estimated last day is neither the urgent thing nor a day to remember; that of a known contract is."""
    on = date(2026, 12, 12)
    rows = (
        (on, "网商贷", Message("cliff-maturity", {"amount_fen": 1})),
        (on, "网商贷", Message("cliff-maturity-closed", {"closed": on})),
        (on, "网商贷", Message("cliff-day-30")),
        (on, "card", Message("cliff-maturity", {"amount_fen": 2})),
    )
    table = Table(Message("days-caption"), (Column("column-day", "date"), Column("a"), Column("b")), rows)
    days = Part("answer-head-days", "path", (table,))
    urgent = Message("urgent-maturity", {"debt": "网商贷", "on": on, "amount_fen": 1})
    plan = replace(plan_saying("next-accept", "urgent-nothing"), urgent=urgent)
    first, _, left = looking_first((*PARTS, days), plan, owed("网商贷"))
    assert first.blocks == (Say(Message("estimate-urgent"), "lead"),)
    assert [block.rows for block in left.blocks if isinstance(block, Table)] == [rows[2:]]
    first, _, left = looking_first((*PARTS, days), plan, owed("card"))
    assert first is PARTS[0]
    assert [block.rows for block in left.blocks if isinstance(block, Table)] == [rows[:3]]
    none = replace(days, blocks=(replace(table, rows=rows[:2]),))
    assert looking_first((none,), plan, owed("网商贷")) == ()


def test_of_a_household_without_a_debt_it_is_not_said_that_nothing_is_to_be_paid():
    ahead = Part("today-head-ahead", "path", ())
    assert without_debts((*PARTS, ahead), plan_saying("next-no-debt", "urgent-nothing")) == (ahead,)
    pressing = plan_saying("next-no-debt", "urgent-essentials")
    assert without_debts((*PARTS, ahead), pressing) == (PARTS[0], ahead)


def test_what_counts_on_money_is_left_out_where_nothing_is_known_of_any():
    safe = Part(
        "answer-head-safe", "first", (Say(Message("safe-living-unknown")), Say(Message("safe-falls")))
    )
    gap, routes = Part("answer-head-gap", "path", ()), Part("answer-head-routes", "path", ())
    assert without_money((safe, gap, routes)) == (replace(safe, blocks=safe.blocks[:1]), routes)


def said(text):
    """Return the codes that Today says."""
    household = read_household(text.encode(), all_products()).household
    assert household is not None
    parts = today_parts(View(plan_of(household), help_of("cn"), today=date(2026, 11, 27)))
    return {block.message.code for part in parts for block in part.blocks if isinstance(block, Say)}


def test_where_nobody_said_what_living_takes_nothing_is_said_to_be_kept():
    unknown = said(HEAD + WAGE + DEBT + KNOWN)
    assert "payments-living-unknown" in unknown
    assert "today-spend" not in unknown
    known = said(HEAD + WAGE + LIVING + DEBT + KNOWN)
    assert "payments-living-unknown" not in known
    assert "today-spend" in known


def test_what_a_shop_spends_is_no_living():
    text = WAGE + LIVING.replace("amount", "business = true\namount") + DEBT + KNOWN
    assert "payments-living-unknown" in said(HEAD + text)


def test_where_it_does_not_work_living_comes_first_in_any_case():
    assert "safe-living-unknown" in said(HEAD + DEBT + KNOWN)
    assert {"safe-living", "safe-living-until"} & said(HEAD + LIVING + DEBT + KNOWN)


def test_without_a_word_of_money_nobody_is_told_not_to_pay():
    found = said(HEAD + DEBT + KNOWN)
    assert "payments-no-money" in found
    assert "payments-none-holding" not in found
