"""No amount stands in a letter that is not in the plan, in what is owed, or typed for it."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.documents.letters import case_of, with_plan
from ashore.documents.sheets.text import sheet_text
from ashore.letters.case import Typed
from ashore.letters.fitting import NotThisLetter
from ashore.letters.kinds import KINDS
from ashore.letters.letter import letter
from ashore.loans.terms import Concession
from ashore.packs.planned import plan_of
from ashore.planning.plan import Plan
from letters.cases import AS_OF, DAY, FULL, case, household_of, made, named, planned
from properties.examples import PLANNED

AMOUNT = re.compile(r"¥([\d,]+)(?:\.(\d\d))?")
SMALL = """
format = "ashore/1"
[household]
as_of = 2026-11-23
cash = {cash}.00
[[income]]
name = "Pay"
amount = {income}.00
day = 10
[[spending]]
name = "Food"
category = "food"
amount = 1800.00
day = 1
[[debt]]
id = "one"
name = "One"
creditor = "Bank"
lender_kind = "bank"
balance = {balance}.00
rate = "{rate}%/year"
method = "level-payment"
periods_left = {periods}
due_day = {due_day}
penalty = "x1.5"
{arrears}
"""


def nothing() -> Plan:
    """Return a plan that asks for nothing and pays nothing."""
    return replace(planned(), asks=(), outcome=replace(planned().outcome, payments=()))


def amounts(text):
    """Return every amount that stands in a text, in fen."""
    return {int(yuan.replace(",", "")) * 100 + int(fen or 0) for yuan, fen in AMOUNT.findall(text)}


def known(at, plan):
    """Return every amount that a letter about a debt may name: what is owed, the plan's payments, what was typed."""
    owed, outcome = at.standing.owed, plan.asks[0].outcome if plan.asks else plan.outcome
    fen = {
        owed.principal_fen, owed.interest_fen, owed.penalty_fen, owed.compound_fen, owed.damages_fen, owed.fees_fen,
        owed.total_fen, owed.arrears_fen, at.standing.next_fen, at.typed.amount_fen,
        owed.penalty_fen + owed.compound_fen + owed.damages_fen + owed.fees_fen,
    }  # fmt: skip
    for one in (outcome, plan.outcome):
        mine = [
            (payment.on, payment.fen)
            for payment in one.payments
            if payment.debt == at.debt.id and not payment.extra
        ]
        fen |= {sum(sum_ for day, sum_ in mine if str(day)[:7] == str(on)[:7]) for on, _ in mine}
        fen.add(sum(sum_ for _, sum_ in mine))
    return fen


@pytest.mark.parametrize("typed", [Typed(), FULL, replace(FULL, months=24)], ids=["nothing", "all", "term"])
def test_no_amount_of_a_letter_is_its_own(typed):
    seen = 0
    for debt, kind, sheet, at in made(typed):
        if kind.name in {"budget", "complaint"}:  # their figures are tested by hand
            continue
        found = amounts(sheet_text(sheet, "en"))
        seen += len(found)
        assert found <= known(at, planned()), (debt, kind.name)
    assert seen > 40


@pytest.mark.property
@PLANNED
@given(
    cash=st.integers(0, 6000),
    income=st.integers(1500, 9000),
    balance=st.integers(1_000, 60_000),
    rate=st.integers(1, 24),
    periods=st.integers(2, 24),
    due_day=st.integers(1, 28),
    late=st.booleans(),
    sum_fen=st.none() | st.integers(1, 1_000_00),
)
def test_whatever_the_household_no_amount_is_a_letters_own(
    cash, income, balance, rate, periods, due_day, late, sum_fen
):
    arrears = f"arrears = {{since = 2026-09-{due_day:02d}, principal = {balance // 10}.00, interest = 12.34}}"
    text = SMALL.format(
        cash=cash,
        income=income,
        balance=balance,
        rate=rate,
        periods=periods,
        due_day=due_day,
        arrears=arrears if late else "",
    )
    household = household_of(text)
    plan = plan_of(household, months=36, asked_if="no-contract")
    typed = Typed(amount_fen=sum_fen, by=date(2027, 1, 5), own="own", due_day=due_day % 28 + 1)
    at = with_plan(case_of(household, household.debts[0], DAY, typed), plan)
    for kind in KINDS:
        if kind.name == "budget":
            continue
        try:
            sheet = letter(kind, at)
        except NotThisLetter:
            continue
        assert amounts(sheet_text(sheet, "en")) <= known(at, plan), kind.name


def test_the_payments_named_are_those_of_the_plan_in_order():
    at = case("shop")
    assert at.proposed is not None
    outcome = planned().asks[0].outcome if planned().asks else planned().outcome
    days = [one.on for one in outcome.payments if one.debt == "shop" and not one.extra]
    assert [day for day, _ in at.proposed.payments] == sorted(set(days))
    assert all(day > AS_OF for day, _ in at.proposed.payments)


PAID = (
    (date(2026, 11, 24), 2_660_00),
    (date(2026, 11, 30), 11_824_81),
    (date(2026, 12, 15), 500_00),
    (date(2027, 1, 15), 500_00),
    (date(2027, 3, 15), 500_00),
)


def proposing(payments, **more):
    """Return the case of an overdue debt on which a plan pays these."""
    at = case("shop")
    assert at.proposed is not None
    return replace(at, proposed=replace(at.proposed, payments=payments, ends=payments[-1][0], **more))


def test_a_month_is_one_row_by_its_last_day_and_equal_months_are_one():
    text = sheet_text(letter(named("proposal"), proposing(PAID, concession=None)), "zh")
    rows = text.partition("我能做到的还款安排\n")[2].split("\n\n")[0].splitlines()[1:]
    assert rows == [
        "2026年11月30日：¥14,484.81",
        "2026年12月15日至2027年1月15日，每月一次，共 2 次：¥500.00",
        "2027年3月15日：¥500.00",  # nothing in February, so it is no run
    ]


def test_the_months_are_the_payments_and_nothing_else():
    at = proposing(PAID)
    assert at.proposed is not None
    assert sum(fen for _, fen in at.proposed.months) == sum(fen for _, fen in PAID)
    assert len(replace(at.proposed, ends=None, payments=PAID).shown) == 4


def test_a_payment_whose_day_is_over_stands_in_no_letter():
    at = case_of(case("shop").household, case("shop").debt, date(2026, 12, 2))
    passed = with_plan(at, planned())
    sheet = letter(named("proposal"), passed)
    assert amounts(sheet_text(sheet, "zh")) <= known(replace(passed, proposed=None), nothing())
    codes = [one.code for one in sheet.before]
    assert "letter-before-passed" in codes
    assert "letter-before-old-figures" not in codes


def test_who_else_must_agree_is_said_beside_the_amounts():
    told = [
        one for one in letter(named("proposal"), case("shop")).before if one.code == "letter-before-rests"
    ]
    (one,) = told
    asked = {place for ask in planned().asks[0].asks for place in ask.offer.members}
    others = {debt.name for place, debt in enumerate(planned().household.debts) if place in asked}
    names = one.facts["names"]
    assert isinstance(names, tuple)
    assert set(names) == others - {case("shop").debt.name}


def test_a_debt_that_the_plan_pays_by_its_contract_proposes_nothing():
    """The letter says that it cannot be paid as agreed: the very instalments of the contract may not stand below."""
    sheet = letter(named("proposal"), case("card"))
    text = sheet_text(sheet, "zh")
    assert "我能做到的还款安排" not in text
    assert "下面的还款安排" not in text
    assert {"letter-before-works", "letter-before-rests"} & {one.code for one in sheet.before} == {
        "letter-before-works"
    }
    assert "¥" not in sheet_text(letter(named("call"), case("card")), "zh")


def test_what_closes_a_debt_for_less_does_not_repay_all_of_it():
    at = proposing(PAID, concession=Concession("settle", "to-ask", instalments=6), offered=False)
    text = sheet_text(letter(named("proposal"), at), "zh")
    assert "付清上面写的金额" in text
    assert "全部还清" not in text


def test_on_the_telephone_no_sum_is_named_that_hangs_on_another_creditor():
    at = case("shop")
    assert at.proposed is not None
    assert at.proposed.rests
    text = sheet_text(letter(named("call"), at), "zh")
    assert amounts(text) == {at.standing.owed.arrears_fen}
    free = sheet_text(letter(named("call"), replace(at, proposed=replace(at.proposed, rests=()))), "zh")
    assert "我能还 ¥" in free or "每个月能还 ¥" in free


def test_a_cards_instalments_are_never_those_of_a_settlement():
    """They would come to less than is owed, and nothing in that letter asks to waive the rest."""
    at = case("card")
    assert at.proposed is not None
    settling = replace(at.proposed, payments=PAID, concession=Concession("settle", "to-ask", instalments=5))
    text = sheet_text(letter(named("card-instalments"), replace(at, proposed=settling)), "zh")
    assert "最晚还款日" not in text
