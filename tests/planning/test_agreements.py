"""An instalment of an agreement that the money will not reach is warned of before its day, and nothing else is."""

import json
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from ashore.dates import month_of
from ashore.documents.answer.view import View, help_of
from ashore.household.model import Household
from ashore.loans.terms import Concession, ConcessionStatus
from ashore.planning.agenda import Span, agenda_of
from ashore.planning.agreements import agreed_debts, missed_of
from ashore.planning.plan import make_plan
from ashore.planning.problem import HORIZON_MONTHS, problem_of
from ashore.planning.shape import plan_json
from ashore.texts import Language, say
from documents.households import NAMES, plan_of
from planning.small import debt, gift, wage

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
THREE: dict[str, Any] = {"settle_share": Fraction(45, 100), "until": date(2027, 4, 15), "instalments": 3}


def under(kind, status: ConcessionStatus = "agreed-written", late=0, **more):
    """Return a debt of ¥20,000 under an agreement."""
    return debt(
        balance=20_000,
        periods=20,
        late=late,
        since=SINCE if late else None,
        concessions=(Concession(kind, status, **more),),
    )


def missed(one, *incomes, cash=0):
    """Return the days and sums that a plan would miss, in yuan, and the code of its urgent thing.

    Each sum is ¥1,000 or ¥3,000 a month less what the plan's own payments bring by its day.
    """
    plan = make_plan(Household(AS_OF, cash_fen=cash * 100, incomes=incomes, debts=(one,)), horizon=6)
    for row in plan.missed:
        monthly = 3000 if one.concessions[0].kind == "settle" else 1000
        due = monthly * (month_of(row.on).minus(month_of(AS_OF)))
        paid = sum(each.fen for each in plan.outcome.payments if each.on <= row.on)
        assert row.fen == due * 100 - paid
    return [(row.on, row.fen // 100) for row in plan.missed], plan.urgent.code


def test_a_settlements_first_sum_that_is_not_there():
    """45 % of ¥20,000 in three: ¥3,000 on 15 February; ¥1,000 are there."""
    days, code = missed(under("settle", late=5000, **THREE), cash=1000)
    assert [on for on, _ in days] == [date(2027, 2, 15)]
    assert code == "urgent-agreement-missed"


def test_the_second_sum_is_warned_of_while_the_first_is_paid():
    """¥3,000 in February are there, ¥3,000 on 15 March are not: 43 days ahead."""
    days, code = missed(under("settle", late=5000, **THREE), cash=3000)
    assert days == [(date(2027, 3, 15), 3000)]
    assert code == "urgent-agreement-missed"


def test_what_comes_in_time_is_no_warning():
    days, code = missed(under("settle", late=5000, **THREE), wage(3000))
    assert days == []
    assert code != "urgent-agreement-missed"


@pytest.mark.parametrize(("day", "warned"), [(date(2027, 2, 15), False), (date(2027, 2, 16), True)])
def test_money_of_the_day_itself_is_in_time_and_of_the_day_after_is_not(day, warned):
    """¥20,000 over 20 instalments of ¥1,000, the first on 15 February."""
    days, _ = missed(under("extend", months=20), gift(50_000, day))
    assert bool(days) is warned
    assert not warned or days == [(date(2027, 2, 15), 1000)]


@pytest.mark.parametrize(
    "one",
    [
        under("extend", "offered", months=20),
        under("extend", "refused", months=20),
        under("waive", waives=(("penalty", None),)),
        debt(balance=20_000, periods=20),
    ],
    ids=["offered", "refused", "waiver", "contract"],
)
def test_what_is_not_agreed_in_writing_on_instalments_is_no_agreement(one):
    assert missed(one)[0] == []


def test_an_agreement_by_word_only_is_warned_of_too_and_marked():
    """¥20,000 over 20 instalments of ¥1,000, the first on 15 February; ¥400 are there."""
    plan = make_plan(
        Household(AS_OF, cash_fen=400_00, debts=(under("extend", "agreed-verbal", months=20),)), horizon=6
    )
    assert [(one.on, one.what, one.fen) for one in plan.missed] == [
        (date(2027, 2, 15), "agreement-missed-by-word", 600_00)
    ]
    assert plan.urgent.code == "urgent-agreement-missed-by-word"
    words: dict[Language, str] = {"zh": "口头", "en": "by word only"}
    for language, says in words.items():
        event = next(
            one for one in agenda_of(plan, Span(AS_OF)) if one.message.code.startswith("agenda-missed")
        )
        assert says in say(event.message, language)
        assert says in say(View(plan, help_of("cn")).worded(plan.urgent), language)


def test_one_by_word_that_is_kept_is_no_warning():
    one = under("extend", "agreed-verbal", months=20)
    plan = make_plan(Household(AS_OF, incomes=(wage(3000),), debts=(one,)), horizon=24)
    assert plan.missed == ()


def test_one_in_writing_goes_before_one_by_word_on_the_same_debt():
    both = replace(
        under("extend", months=20),
        concessions=(
            Concession("extend", "agreed-written", months=20),
            Concession("defer", "agreed-verbal", months=3),
        ),
    )
    plan = make_plan(Household(AS_OF, debts=(both,)), horizon=6)
    assert [one.what for one in plan.missed] == ["agreement-missed"]


def test_one_by_word_for_which_something_must_be_paid_first_is_not_in_force():
    one = under("extend", "agreed-verbal", months=20, upfront_fen=5_000_00)
    assert make_plan(Household(AS_OF, debts=(one,)), horizon=6).missed == ()


def test_one_by_word_whose_day_is_over_is_none():
    one = under("extend", "agreed-verbal", months=20, until=date(2027, 1, 10))
    assert make_plan(Household(AS_OF, debts=(one,)), horizon=6).missed == ()


@pytest.mark.parametrize(
    ("cash", "missing"),
    [
        (1000, (date(2027, 2, 15), 2000)),
        (3000, (date(2027, 3, 15), 3000)),
        (4000, (date(2027, 3, 15), 2000)),
        (6000, None),
    ],
)
def test_a_settlement_by_word_is_followed_sum_by_sum(cash, missing):
    """45 % of ¥20,000 in three sums of ¥3,000 on the 15th of February, March and April; two lie within 45 days."""
    one = under("settle", "agreed-verbal", late=5000, **THREE)
    plan = make_plan(Household(AS_OF, cash_fen=cash * 100, debts=(one,)), horizon=6)
    expected = [(missing[0], "agreement-missed-by-word", missing[1] * 100)] if missing else []
    assert [(each.on, each.what, each.fen) for each in plan.missed] == expected


@pytest.mark.parametrize(("status", "by_word"), [("agreed-written", False), ("agreed-verbal", True)])
def test_the_plans_json_has_what_would_be_missed(status, by_word):
    plan = make_plan(Household(AS_OF, debts=(under("extend", status, months=20),)), horizon=6)
    told = json.loads(json.dumps(plan_json(plan), default=str))
    assert told["missed"] == [{"date": "2027-02-15", "debt": "a", "missing_fen": 1000_00, "by_word": by_word}]
    assert (
        json.loads(json.dumps(plan_json(make_plan(Household(AS_OF), horizon=6)), default=str))["missed"] == []
    )


def test_a_debt_that_is_behind_already_is_not_warned_of():
    assert missed(under("rate", late=5000, rate=debt().terms.rate))[0] == []


def test_a_deferral_is_kept_while_nothing_is_due():
    """Nothing is due for three months, so the next 45 days hold no instalment."""
    assert missed(under("defer", months=3))[0] == []


def test_an_agreement_reaches_the_debts_that_it_covers():
    first = under("extend", months=20, covers=("a", "b"))
    assert agreed_debts(Household(AS_OF, debts=(first, debt("b"), debt("c")))) == {"a", "b"}


def test_a_court_and_living_costs_come_first():
    sued = replace(debt("b"), stage="sued")
    household = Household(AS_OF, debts=(under("extend", months=20), sued))
    plan = make_plan(household, horizon=6)
    assert plan.missed
    assert plan.urgent.code == "urgent-sued"


@pytest.mark.parametrize("cash", [0, 1, 400, 999])
def test_however_little_is_missing(cash):
    days, _ = missed(under("extend", months=20), cash=cash)
    assert [on for on, _ in days] == [date(2027, 2, 15)]


@pytest.mark.parametrize("name", NAMES[::9])
def test_in_the_examples_it_is_what_the_months_show(name):
    """With every contract taken for an agreement, a debt is warned of where the first months' ends show it overdue."""
    plan = plan_of(name)
    agreed = Concession("defer", "agreed-written")
    marked = tuple(replace(one, concessions=(*one.concessions, agreed)) for one in plan.household.debts)
    problem = problem_of(plan.household, HORIZON_MONTHS)
    found = {
        one.debt: one.on
        for one in missed_of(
            replace(problem, household=replace(problem.household, debts=marked)), plan.outcome
        )
    }
    last = plan.as_of + timedelta(days=45)
    taken = {plan.household.debts[index].id for one in plan.outcome.taken for index in one.offer.members}
    ends = [end for end in plan.outcome.ends if end.month.last <= last]
    for one, account in zip(plan.household.debts, problem.accounts, strict=True):
        if account.arrears_fen or one.id in taken:
            continue
        overdue = [end.month for end in ends if one.id in end.overdue]
        if overdue:
            assert month_of(found[one.id]) <= overdue[0]
        elif one.id in found:
            assert month_of(found[one.id]).last > last or any(
                row.debt == one.id and row.days_late for row in plan.outcome.payments
            )
