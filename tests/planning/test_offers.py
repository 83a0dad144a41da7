"""Concessions as choices: open ones only, sums on acceptance, nobody harmed for one, by figures on paper (SPEC §4)."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.household.model import Household, SideWork
from ashore.loans.terms import Concession
from ashore.planning.choosing import climb, every, switched
from ashore.planning.judging.claims import disagreements
from ashore.planning.judging.intentions import BadPlan, intentions_of
from ashore.planning.judging.verdict import judge
from ashore.planning.offers import Offer, fits
from ashore.planning.plan import make_plan
from ashore.planning.shape import plan_json
from planning.small import CLEAN_FIRST, HALF_PER_MILLE, debt, follow, gift, living, paid, wage

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
SOON = date(2027, 2, 28)
DEFER = Concession("defer", "offered", until=SOON, months=3)


def short(*concessions: Concession, **more) -> Household:
    """Return a household that can pay the due of ¥100 from May on only: ¥600 in six parts, money from May on."""
    one = debt(balance=600, periods=6, concessions=concessions, priority="credit-record")
    return Household(AS_OF, incomes=(wage(100, since=date(2027, 5, 1)),), debts=(one,), **more)


def test_a_deferral_is_taken_where_nothing_else_works():
    plan = make_plan(short(DEFER))
    assert plan.status == "works-with-concessions"
    assert paid(plan.outcome)[0] == ("2027-05-15", 100)
    assert [(one.offer.place, one.on) for one in plan.outcome.taken] == [(0, date(2027, 2, 1))]
    assert "reason-taken-works" in [reason.code for reason in plan.reasons]


@pytest.mark.parametrize("status", ["to-ask", "refused"])
def test_what_is_refused_or_only_to_be_asked_is_never_taken(status):
    plan = make_plan(short(replace(DEFER, status=status)))
    assert (plan.status, plan.outcome.taken, plan.weighed) == ("does-not-work", (), ())


@pytest.mark.parametrize(
    ("until", "status"), [(AS_OF, "does-not-work"), (date(2027, 2, 1), "works-with-concessions")]
)
def test_an_offer_of_today_is_gone_and_one_of_tomorrow_is_not(until, status):
    assert make_plan(short(replace(DEFER, until=until))).status == status


def test_a_word_is_flagged_and_a_paper_is_the_contract():
    by_word = make_plan(short(replace(DEFER, status="agreed-verbal")))
    assert "reason-take-verbal" in [reason.code for reason in by_word.reasons]
    written = make_plan(short(replace(DEFER, status="agreed-written")))
    assert (written.status, written.outcome.taken) == ("works", ())
    assert written.outcome.payments == by_word.outcome.payments


def taking(household: Household, place: int = 0):
    """Return what taking the first debt's concession leads to."""
    offer = Offer(0, place, household.debts[0].concessions[place], (0,))
    return follow(household, replace(CLEAN_FIRST, offers=(offer,)))


def test_what_acceptance_needs_waits_for_the_money_and_is_paid_that_day():
    """¥50 upfront and a fee of ¥10 on 20 February; ¥1,150 left in 23 parts of ¥50 from 15 March on."""
    terms = Concession("extend", "offered", until=SOON, months=23, upfront_fen=50_00, fee_fen=10_00)
    one = debt(late=200, since=SINCE, concessions=(terms,))
    home = Household(
        AS_OF, incomes=(gift(60, date(2027, 2, 20)), wage(50, since=date(2027, 3, 1))), debts=(one,)
    )
    outcome = taking(home)
    assert [one.on for one in outcome.taken] == [date(2027, 2, 20)]
    assert paid(outcome)[:3] == [("2027-02-20", 60), ("2027-03-15", 50), ("2027-04-15", 50)]
    assert (outcome.payments[0].principal_fen, outcome.payments[0].fee_fen) == (50_00, 10_00)
    assert (outcome.fee_fen, outcome.principal_fen) == (10_00, 1200_00)


def test_an_offer_whose_sum_never_comes_lapses_and_the_contract_stays():
    terms = replace(DEFER, upfront_fen=500_00)
    home = short(terms)
    assert taking(home).taken == ()
    assert taking(home).payments == follow(home).payments


def test_a_settlement_is_for_what_is_overdue_and_the_rest_is_forgiven():
    """¥400 of ¥1,200, paid by 28 February from a gift on the 20th."""
    terms = Concession("settle", "offered", until=SOON, settle_fen=400_00)
    clean = Household(AS_OF, cash_fen=400_00, debts=(debt(concessions=(terms,)),))
    assert make_plan(clean).weighed == ()
    late = debt(late=100, since=SINCE, concessions=(terms,))
    plan = make_plan(Household(AS_OF, incomes=(gift(400, date(2027, 2, 20)),), debts=(late,)))
    assert paid(plan.outcome) == [("2027-02-28", 400)]
    assert (plan.outcome.forgiven_fen, plan.outcome.cost_fen, plan.outcome.net_fen) == (800_00, 0, -800_00)
    assert "reason-taken-works" in [reason.code for reason in plan.reasons]


def test_a_first_sum_above_the_settlement_is_no_more_than_the_settlement():
    """¥1,000 overdue, to be settled for ¥400 with ¥600 on acceptance: ¥400 close it, nothing is paid for nothing."""
    terms = Concession("settle", "offered", until=date(2027, 3, 1), settle_fen=400_00, upfront_fen=600_00)
    one = debt(balance=1000, periods=0, late=1000, since=date(2027, 1, 15), concessions=(terms,))
    outcome = make_plan(Household(AS_OF, cash_fen=700_00, debts=(one,)), horizon=3).outcome
    assert (outcome.paid_fen, outcome.forgiven_fen, outcome.left_fen) == (400_00, 600_00, 0)


def test_a_settlement_that_cannot_be_paid_is_not_what_a_plan_rests_on():
    """¥600 by 20 May would settle ¥1,000; only ¥300 come.  Nothing is late while it stands, yet no plan works."""
    terms = Concession("settle", "offered", until=date(2027, 5, 20), settle_fen=600_00)
    one = debt(balance=1000, periods=0, late=1000, since=SINCE, concessions=(terms,))
    home = Household(AS_OF, incomes=(gift(300, date(2027, 5, 1)),), debts=(one,))
    outcome = taking(home)
    assert [taken.offer.settles for taken in outcome.taken] == [True]
    assert not outcome.works
    assert make_plan(home, horizon=6).status == "does-not-work"


def test_one_agreement_reaches_every_draw_it_covers():
    terms = replace(DEFER, covers=("b",))
    first = debt(balance=600, periods=6, concessions=(terms,), priority="credit-record")
    second = debt("b", balance=600, periods=6, priority="credit-record")
    home = Household(AS_OF, incomes=(wage(200, since=date(2027, 5, 1)),), debts=(first, second))
    plan = make_plan(home)
    assert plan.status == "works-with-concessions"
    assert paid(plan.outcome, "b")[0] == ("2027-05-15", 100)


def test_one_settlement_of_two_draws_needs_its_amount_once():
    """¥900 and ¥300 overdue, both closed for ¥400 together: ¥300 and ¥100, and the judge finds the same."""
    terms = Concession("settle", "offered", until=SOON, settle_fen=400_00, covers=("b",))
    first = debt(balance=900, periods=0, late=900, since=SINCE, concessions=(terms,))
    second = debt("b", balance=300, periods=0, late=300, since=SINCE)
    home = Household(AS_OF, cash_fen=400_00, debts=(first, second))
    plan = make_plan(home, horizon=6)
    assert plan.status == "works-with-concessions"
    assert [paid(plan.outcome, name) for name in "ab"] == [[("2027-02-28", 300)], [("2027-02-28", 100)]]
    assert plan.outcome.forgiven_fen == 800_00
    told = json.loads(json.dumps(plan_json(plan), default=str))
    assert disagreements(told, judge(home, intentions_of(told))) == []


def test_a_clean_debt_is_never_left_unpaid_to_earn_an_offer():
    """¥100 in hand: the settlement of b wants it, the due of the clean a of 15 February as well."""
    terms = Concession("settle", "offered", until=SOON, settle_fen=100_00)
    clean = debt(balance=100, periods=1, priority="none")
    late = debt(
        "b", balance=5000, periods=50, late=1000, since=SINCE, concessions=(terms,), priority="utilities"
    )
    plan = make_plan(Household(AS_OF, cash_fen=100_00, debts=(clean, late)))
    assert not any("a" in end.overdue for end in plan.outcome.ends)
    assert paid(plan.outcome, "a") == [("2027-02-15", 100)]


def test_nothing_is_repaid_early_while_an_offer_is_being_talked_about():
    dear = debt(
        "b", balance=3000, periods=30, prepayment=debt().terms.prepayment.__class__(), priority="none"
    )
    cheap = debt(balance=600, periods=6, concessions=(replace(DEFER, until=date(2027, 4, 20)),))
    home = Household(
        AS_OF, cash_fen=900_00, incomes=(wage(300),), spendings=(living(10),), debts=(cheap, dear)
    )
    offer = Offer(0, 0, home.debts[0].concessions[0], (0,))
    outcome = follow(home, replace(CLEAN_FIRST, extra="smallest", offers=(offer,)))
    early = [row.on for row in outcome.payments if row.extra]
    assert early
    assert min(early) >= date(2027, 5, 1)


offers = st.integers(1, 7).flatmap(
    lambda count: st.lists(st.integers(-9, 9), min_size=count, max_size=count).map(
        lambda prices: tuple(
            (Offer(place % 3, place, Concession("waive", "offered"), (place % 3,)), price)
            for place, price in enumerate(prices)
        )
    )
)


@pytest.mark.property
@given(offers)
def test_steps_lead_to_the_best_of_all_combinations(priced):
    """Where prices add up and one debt takes one concession, steps of one lead to the best of all combinations."""
    price = dict(priced)

    def worth(selection: tuple[Offer, ...]) -> tuple[float, ...]:
        return (sum(price[offer] for offer in selection),)

    combined = [
        chosen for count in range(len(priced) + 1) for chosen in combinations(price, count) if fits(chosen)
    ]
    assert sorted(map(worth, every(tuple(price)))) == sorted(map(worth, combined))
    found = climb((), tuple(price), worth, 1000)
    assert fits(found)
    assert worth(found) == min(map(worth, combined))


def test_an_offer_with_another_day_is_the_same_offer():
    """Left by a step although the plan takes it later than it could; another one of the same debt takes its place."""
    first, other = (Offer(0, place, Concession("waive", "offered"), (0,)) for place in (0, 1))
    later = replace(first, since=SOON)
    assert switched((later,), first, (first, other)) == ()
    assert switched((later,), other, (first, other)) == (other,)


def test_a_share_of_what_is_owed_may_be_settled_too():
    terms = Concession("settle", "offered", until=SOON, settle_share=Fraction(1, 4))
    late = debt(late=100, since=SINCE, concessions=(terms,))
    plan = make_plan(Household(AS_OF, cash_fen=300_00, debts=(late,)))
    assert plan.outcome.forgiven_fen == 900_00


def test_an_agreement_on_a_months_last_day_does_not_reach_into_the_next_month():
    """The fee is there on 28 February only: what is overdue is counted to that day, and not to 1 March."""
    terms = Concession("waive", "offered", waives=(("penalty", None),), fee_fen=10_00)
    late = debt(
        balance=5000, periods=50, late=1000, since=SINCE, concessions=(terms,), penalty=HALF_PER_MILLE
    )
    home = Household(
        AS_OF,
        incomes=(gift(10, date(2027, 2, 28)),),
        debts=(late, debt("b", balance=5000, late=2000, since=SINCE, penalty=HALF_PER_MILLE)),
    )
    outcome = taking(home)
    assert [one.on for one in outcome.taken] == [date(2027, 2, 28)]
    apart = follow(Household(AS_OF, debts=home.debts[1:]))
    alone = taking(Household(AS_OF, incomes=home.incomes, debts=home.debts[:1]))
    assert outcome.ends[1].arrears_fen == apart.ends[1].arrears_fen + alone.ends[1].arrears_fen


def test_side_work_ends_with_the_last_debt():
    late = debt(balance=100, periods=1)
    home = Household(AS_OF, cash_fen=100_00, debts=(late,), side_work=(SideWork("work", 20_00, 10),))
    outcome = follow(home, replace(CLEAN_FIRST, hours={(0, 1): 5, (0, 4): 5}))
    assert [str(work.month) for work in outcome.side_work] == ["2027-02"]


def test_at_a_months_end_nothing_is_agreed_in_the_month_that_is_over():
    """As of 31 January: the first day to agree is 1 February, and February's row holds the fee."""
    terms = replace(DEFER, fee_fen=10_00)
    outcome = taking(short(terms, cash_fen=50_00))
    assert [one.on for one in outcome.taken] == [date(2027, 2, 1)]
    assert [(str(row.month), row.debt_fen) for row in outcome.cash[:2]] == [
        ("2027-01", 0),
        ("2027-02", 10_00),
    ]


def waiving(gift_yuan: float, by: date = SOON) -> Household:
    """Return ¥200 overdue with ¥30 of penalty interest, waived if the rest is paid by a day; money on 20 February."""
    terms = Concession("waive", "offered", waives=(("penalty", None),), if_paid_by=by)
    one = debt(balance=1200, periods=10, late=200, since=SINCE, concessions=(terms,), penalty=HALF_PER_MILLE)
    assert one.arrears
    one = replace(one, arrears=replace(one.arrears, penalty_fen=30_00))
    incomes = (gift(gift_yuan, date(2027, 2, 20)), wage(150, since=date(2027, 3, 1)))
    return Household(AS_OF, incomes=incomes, debts=(one,))


def test_what_is_waived_if_the_rest_is_paid_is_written_off_at_that_payment():
    """On 20 February ¥200 and February's ¥100 are paid; written off are ¥30 and the penalty since, by fractions.

    At 0.05 % a day: ¥200 for the 20 days since 31 January, ¥100 for the 5 days since the 15th.
    """
    since = Fraction(5, 10_000) * (200 * 20 + 100 * 5)
    plan = make_plan(waiving(300))
    assert plan.status == "works-with-concessions"
    assert paid(plan.outcome)[:2] == [("2027-02-20", 300), ("2027-03-15", 100)]
    assert plan.outcome.forgiven_fen == (30 + since) * 100
    assert plan.outcome.penalty_fen == since * 100
    assert "reason-take-waive-paid" in [reason.code for reason in plan.reasons]


@pytest.mark.parametrize(("gift_yuan", "by"), [(299, SOON), (300, date(2027, 2, 19))])
def test_a_yuan_too_little_or_a_day_too_late_and_nothing_is_waived(gift_yuan, by):
    plan = make_plan(waiving(gift_yuan, by))
    assert (plan.outcome.taken, plan.outcome.forgiven_fen) == ((), 0)


def test_the_judge_plays_a_waiver_that_hangs_on_a_payment():
    home = waiving(300)
    told = json.loads(json.dumps(plan_json(make_plan(home)), default=str))
    assert told["choices"][0]["date"] == "2027-02-20"
    assert disagreements(told, judge(home, intentions_of(told))) == []
    told["choices"][0]["date"] = "2027-03-01"
    with pytest.raises(BadPlan):
        judge(home, intentions_of(told))
