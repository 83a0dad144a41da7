"""What is asked is told with its own terms and figures; what is offered already is taken, or is enough."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ashore.documents.answer.ask_details import ask_parts
from ashore.documents.answer.asked import ask_message, ask_notes
from ashore.documents.answer.asks import asks
from ashore.documents.answer.futures import futures_parts
from ashore.documents.answer.holding import gap
from ashore.documents.answer.opening import safe
from ashore.documents.answer.path import path
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Part, Say
from ashore.household.model import Household
from ashore.letters.proposed import proposed_of
from ashore.loans.terms import Concession, Prepayment
from ashore.loans.terms import Part as LoanPart
from ashore.money import Rate
from ashore.packs.limits import grants_of
from ashore.planning.ask_answer import answer_of
from ashore.planning.ask_received import Money, Received, instalment_fen
from ashore.planning.ask_shape import asks_json
from ashore.planning.gap import living_short_fen
from ashore.planning.offers import Offer
from ashore.planning.plan import Plan, make_plan
from ashore.planning.problem import problem_of
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.futures import Draws, futures_of
from ashore.texts import say
from planning.small import debt, living, wage, yuan

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
LOAN = debt()
HALF = Rate(Decimal("0.06"), "year")
UNTIL = date(2027, 6, 30)
INTEREST: tuple[LoanPart, int | None] = ("interest", None)
CHARGES: tuple[tuple[LoanPart, int | None], ...] = (("penalty", None), ("fee", None))
TYPED = (
    (Concession("defer", "to-ask", months=3), "off for 3 months; the interest goes on", "利息照算"),
    (Concession("defer", "to-ask", months=3, interest="waive"), "without interest for", "这期间不计利息"),
    (Concession("defer", "to-ask", months=3, interest="add"), "added to what is owed", "加进本金"),
    (Concession("defer", "to-ask", months=3, interest="pay"), "put the principal off for 3", "利息每月照付"),
    (
        Concession("extend", "to-ask", months=24),
        "24 instalments of about ¥50 each.",
        "24 期还，每期大约 ¥50。",
    ),
    (Concession("extend", "to-ask", months=24, rate=HALF), "¥50 each, at 6% a year", "年利率降到 6%"),
    (Concession("extend", "to-ask", payment_fen=80_00), "the instalment to ¥80.", "每期要还的降到 ¥80。"),
    (Concession("rate", "to-ask", rate=HALF), "lower the rate to 6% a year.", "把年利率降到 6%。"),
    (Concession("rate", "to-ask", rate=HALF, until=UNTIL), "until 30 Jun 2027", "到 2027年6月30日为止"),
    (
        Concession("settle", "to-ask", settle_share=Fraction(3, 4)),
        "for 75% of all that is owed, about ¥50,",
        "75%（大约 ¥50）一次结清。",
    ),
    (
        Concession("settle", "to-ask", settle_fen=700_00, until=UNTIL),
        "¥700, paid at once by",
        "付 ¥700 一次结清",
    ),
    (Concession("settle", "to-ask", settle_fen=600_00, instalments=12), "12 equal parts of", "分 12 期付"),
    (
        Concession("waive", "to-ask", waives=CHARGES),
        "penalty interest, damages and fees",
        "罚息、违约金和费用",
    ),
    (Concession("waive", "to-ask", waives=(INTEREST,)), "waive the interest run up", "减免已经产生的利息"),
    (Concession("waive", "to-ask", waives=(("interest", 20_00),)), "waive ¥20 of the interest", "减免 ¥20"),
)


@pytest.mark.parametrize(("terms", "english", "chinese"), TYPED)
def test_what_the_person_means_to_ask_is_told_with_its_own_terms(terms, english, chinese):
    message = ask_message(LOAN, terms, yuan(50))
    assert english in say(message, "en")
    assert chinese in say(message, "zh")
    assert "None" not in say(message, "en") + say(message, "zh")


def test_sums_on_the_day_and_other_debts_it_covers_stand_below():
    terms = Concession(
        "extend", "to-ask", months=24, upfront_fen=yuan(300), fee_fen=yuan(20), if_paid_by=UNTIL
    )
    told = [say(one, "en") for one in ask_notes(terms, ("loan b",))]
    assert [any(words in line for line in told) for words in ("¥300", "¥20", "30 Jun 2027", "loan b")] == [
        True
    ] * 4
    assert list(ask_notes(Concession("extend", "to-ask", months=24), ())) == []


@pytest.mark.parametrize(
    ("terms", "late", "fen"),
    [
        (Concession("extend", "to-ask", months=24), 0, yuan(50)),
        (Concession("settle", "to-ask", settle_share=Fraction(3, 4), instalments=6), 300, yuan(150)),
        (Concession("settle", "to-ask", settle_share=Fraction(3, 4), until=UNTIL), 300, yuan(900)),
        (Concession("extend", "to-ask", months=2, upfront_fen=yuan(200)), 0, yuan(500)),
    ],
)
def test_an_instalment_is_what_is_left_shared_over_its_months(terms, late, fen):
    """¥1,200 without interest over 24 parts; three quarters of it, ¥900, in six or at once; ¥1,000 in two."""
    made = debt(balance=1200, late=late, since=SINCE if late else None)
    problem = problem_of(Household(AS_OF, debts=(made,)), 36)
    assert instalment_fen(problem, Offer(0, -1, terms, (0,))) == fen


def test_an_instalment_with_interest_is_the_annuitys():
    """¥1,200 at 1 % a month in 24 level parts: the annuity to the fen, once the days before the first are past."""
    made = debt(balance=1200, method="level-payment", rate=Rate(Decimal("0.01"), "month"))
    problem = problem_of(Household(AS_OF, debts=(made,)), 36)
    factor = Fraction(101, 100)
    annuity = yuan(1200) * Fraction(1, 100) / (1 - factor**-24)
    told = instalment_fen(problem, Offer(0, -1, Concession("extend", "to-ask", months=24), (0,)))
    assert told is not None
    assert abs(told - annuity) <= 1


def view(plan: Plan) -> View:
    """Return a plan as it is told."""
    return View(plan, help_of(plan.household.jurisdiction))


def codes(part: Part) -> list[str]:
    """Return what a part says, by code."""
    return [block.message.code for block in part.blocks if isinstance(block, Say)]


def told_json(plan: Plan) -> dict[str, Any]:
    """Return what is told of a plan's asks as JSON."""
    return dict(asks_json(answer_of(plan, {}, None)))


def asked_part(plan: Plan) -> Part:
    """Return the part that says what to ask for."""
    parts = ask_parts(view(plan), answer_of(plan, {}, None), (), "en")
    return next(part for part in parts if part.code == "answer-head-asks")


OFFER = Concession("extend", "offered", months=24, until=UNTIL)


def short(*offers: Concession, income: float = 150) -> Household:
    """Return three debts that take ¥200, ¥100 and ¥50 a month; the first lender offers something."""
    first = debt("a", 1200, 6, concessions=offers)
    return Household(
        AS_OF,
        incomes=(wage(income),),
        debts=(first, debt("b", 600, 6, liable=("self", "spouse")), debt("c", 300, 6)),
        cause="structural",
    )


@pytest.mark.long
def test_what_is_offered_and_not_enough_is_taken_and_the_rest_asked_for():
    """With ¥50 a month on the first and ¥50 on the third, ¥50 are left for the second: twelve parts, 3 + 6/12."""
    plan = make_plan(short(OFFER), horizon=36)
    first = plan.asks[0]
    assert [(one.offer.debt, one.offer.concession.months, one.weight) for one in first.asks] == [
        (1, 12, Fraction(7, 2))
    ]
    assert ([one.debt for one in first.taken], first.outcome.works, first.proved) == ([0], True, True)
    alone = make_plan(short(), horizon=36).asks[0]
    assert (alone.taken, alone.weight > first.weight) == ((), True)


@pytest.mark.long
def test_what_is_taken_besides_is_told_with_whose_consent_is_needed():
    plan = make_plan(short(OFFER), horizon=36)
    told = codes(asks(view(plan)))
    assert told[:5] == ["asks-lead", "ask-extend", "consent-spouse", "asks-takes", "reason-take-extend"]
    taken = told_json(plan)["asks"][0]["taken"]
    assert [(one["debt"], one["kind"], one["status"]) for one in taken] == [("a", "extend", "offered")]
    letter = proposed_of(plan, "a")
    assert letter is not None
    assert (letter.concession, letter.offered) == (OFFER, True)


@pytest.mark.long
def test_an_offer_whose_sum_is_never_there_is_not_relied_on():
    """¥1,100 first, and ¥150 a month: asks are found as if nobody had offered anything."""
    dear = replace(OFFER, upfront_fen=yuan(1100))
    found, alone = (make_plan(home, horizon=36).asks for home in (short(dear), short()))
    assert [one.taken for one in found] == [()] * len(found)
    assert [one.outcome.works for one in found] == [True] * len(found)
    assert found[0].weight == alone[0].weight


@pytest.mark.long
def test_an_offer_that_is_enough_is_named_before_what_to_ask_if_it_falls_through():
    """¥200 a month and ¥50 on the first: all three can be paid, by the offer alone."""
    home = short(OFFER, income=210)
    plan = make_plan(home, horizon=36, asked_if="no-contract")
    assert plan.status == "works-with-concessions"
    assert plan.asks
    assert all(one.taken == () for one in plan.asks)
    part = asked_part(plan)
    assert codes(part)[:2] == ["asks-offered", "asks-lead"]
    said = next(one for one in part.blocks if isinstance(one, Say))
    assert "debt a" in say(said.message, "en")
    poor = make_plan(short(OFFER), horizon=36, asked_if="no-contract")
    assert "asks-offered" not in codes(asked_part(poor))


def test_the_proposal_to_all_names_whose_consent_it_needs():
    plan = make_plan(short(), horizon=36)
    parts = ask_parts(view(plan), answer_of(plan, {}, None), (), "en")
    alike = next(one for one in parts if one.code == "asks-head-alike")
    assert "consent-spouse" in codes(alike)


@pytest.mark.parametrize(
    ("otherwise", "left", "better"), [(700, 0, True), (700, 300, False), (700, 199, True)]
)
def test_nobody_is_told_that_less_is_better_for_them(otherwise, left, better):
    """¥900 with the asks; otherwise ¥700 and, at the horizon, what is left: without interest worth as much as today."""

    def money(worth: float, later: float = 0) -> Money:
        return Money(yuan(worth), yuan(worth), None, None, (), yuan(later))

    one = Received(0, Fraction(0), money(900), money(otherwise, left), 36)
    assert one.is_better is better


def test_what_is_left_at_the_horizon_is_named_beside_the_values():
    """A loan of ten years beside a short one: it is not repaid within three years either way."""
    house = debt("house", 12000, 120, prepayment=Prepayment(allowed=False))
    home = Household(
        AS_OF,
        incomes=(wage(250),),
        spendings=(living(50),),
        debts=(house, debt("b", 1200, 8)),
        cause="structural",
    )
    plan = make_plan(home, horizon=36)
    parts = ask_parts(view(plan), answer_of(plan, {}, None), (), "en")
    received = next(one for one in parts if one.code == "asks-head-received")
    assert codes(received) == ["received-note", "received-left"]


def poor(living_fen: float, cash: float = 0, day: int = 1) -> Household:
    """Return a household with ¥2,200 a month that owes ¥1,200 in twelve parts."""
    return Household(
        AS_OF,
        cash_fen=yuan(cash),
        incomes=(wage(2200, day=day),),
        spendings=(living(living_fen),),
        debts=(debt(),),
        cause="structural",
    )


@pytest.mark.parametrize(("costs", "missing"), [(2900, yuan(700)), (2200, 0), (2150, 0)])
def test_living_above_income_is_counted_by_the_month(costs, missing):
    assert living_short_fen(problem_of(poor(costs), 36)) == missing


def test_a_year_without_work_is_no_gap_that_stays():
    """¥2,900 a month from ¥2,200 for a year, from ¥4,000 afterwards: over three years it is made up for."""
    work = replace(wage(1800), name="work", since=date(2028, 2, 1))
    home = replace(poor(2900), incomes=(wage(2200), work))
    assert living_short_fen(problem_of(home, 36)) == 0
    assert living_short_fen(problem_of(home, 18)) == yuan(700)


def test_where_living_takes_more_than_comes_in_no_sum_is_named():
    """¥700 a month are missing for living: over three years ¥25,200 and the debt, a figure that helps nobody."""
    plan = make_plan(poor(2900), horizon=36)
    answer = answer_of(plan, {}, None)
    assert answer.missing is not None
    assert (answer.missing.living_fen, answer.missing.asked) == (yuan(700), None)
    told = ask_parts(view(plan), answer, (), "en")[0]
    assert codes(told) == ["asks-none", "gap-living"]
    assert [code for code in codes(gap(view(plan))) if code.startswith("gap-")] == ["gap-living"]
    assert told_json(plan)["missing"]["living_short_fen"] == yuan(700)
    said = next(one for one in told.blocks[1:] if isinstance(one, Say))
    assert "¥700" in say(said.message, "zh")


@pytest.mark.long
def test_where_a_sum_would_do_the_asks_that_do_with_it_are_named():
    """¥1,000 due at once and nothing more to be put off: half of it in one payment is ¥500, and ¥400 are there."""
    one = debt(balance=1000, periods=0, late=1000, since=SINCE)
    plan = make_plan(Household(AS_OF, debts=(one,), cash_fen=yuan(400)), horizon=70)
    answer = answer_of(plan, {}, None)
    assert answer.missing is not None
    assert answer.missing.enough_fen == yuan(100)
    assert answer.missing.asked is not None
    terms = answer.missing.asked.asks[0].offer.concession
    assert (terms.kind, terms.settle_share) == ("settle", Fraction(1, 2))
    assert codes(asked_part(plan))[:3] == ["asks-none", "asks-missing-with", "ask-settle"]


@pytest.mark.parametrize(("day", "code"), [(10, "safe-living-days-until"), (1, "safe-living-until")])
def test_days_without_money_before_the_first_short_month_are_said_where_living_is(day, code):
    """¥3,000 in hand and ¥2,900 due on the first of each month: paid on the 10th, it does not reach from March on."""
    plan = make_plan(poor(2900, cash=3000, day=day), horizon=36)
    assert codes(safe(view(plan)))[0] == code


@pytest.mark.parametrize(("language", "words"), [("zh", "一般不超过 5 年"), ("en", "five years at most")])
def test_the_rules_that_bound_the_asks_are_named_with_their_sources(language, words):
    """A bank's loan for spending is asked over more instalments: five years at most, by the rules on personal loans."""
    home = replace(short(), debts=(replace(short().debts[0], lender_kind="bank"),), incomes=(wage(100),))
    grants = grants_of(home)
    plan = make_plan(home, horizon=36, limits=grants)
    answer = answer_of(plan, grants, None)
    assert answer.rules == ("consumer-loan-term",)
    assert asks_json(answer)["limits"] == ["consumer-loan-term"]
    part = next(one for one in ask_parts(view(plan), answer, (), language) if one.code == "asks-head-rules")
    assert words in [say(one.message, language) for one in part.blocks if isinstance(one, Say)][1]
    assert answer_of(plan, {}, None).rules == ()


def unfilled(income: float, *debts) -> Household:
    """Return a household of which nobody said what living takes."""
    return Household(AS_OF, incomes=(wage(income),), debts=debts or (debt(),), cause="structural")


@pytest.mark.parametrize(
    ("home", "code"),
    [
        (unfilled(150), "path-end-one-unknown"),
        (unfilled(400, debt(), debt("b")), "path-end-unknown"),
        (replace(unfilled(0, debt(prepayment=Prepayment())), cash_fen=yuan(2000)), "path-end-one-unknown"),
        (unfilled(100, debt(balance=100, periods=1, due_day=28)), "path-end-one-unknown"),
    ],
)
def test_where_living_is_not_filled_in_no_plan_says_that_it_is_kept(home, code):
    assert codes(path(view(make_plan(home, horizon=24))))[0] == code
    filled = replace(home, incomes=(wage(600),), spendings=(living(50),))
    assert codes(path(view(make_plan(filled, horizon=24))))[0] == code.removesuffix("-unknown")


def test_where_living_is_not_filled_in_nobody_is_told_that_nothing_needs_to_be_asked():
    fine = make_plan(unfilled(150), horizon=24, asked_if="no-contract")
    parts = ask_parts(view(fine), answer_of(fine, {}, None), (), "en")
    assert [part.code for part in parts] == ["answer-head-living", "answer-head-asks", "answer-head-about"]
    assert codes(parts[1]) == ["asks-not-needed-unknown"]
    poor_one = make_plan(unfilled(50, debt(balance=600, periods=6)), horizon=24, asked_if="no-contract")
    assert poor_one.asks
    told = ask_parts(view(poor_one), answer_of(poor_one, {}, None), (), "en")
    assert told[0].code == "answer-head-living"
    filled = replace(unfilled(150), spendings=(living(40),))
    plan = make_plan(filled, horizon=24, asked_if="no-contract")
    assert ask_parts(view(plan), answer_of(plan, {}, None), (), "en")[0].code == "answer-head-asks"


def test_what_could_come_says_first_that_living_is_not_filled_in():
    plan = make_plan(unfilled(150), horizon=24)
    futures = futures_of(plan, assumed_with(), Draws(0, 1))
    assert futures_parts(view(plan), futures, page=False)[0].code == "answer-head-living"
