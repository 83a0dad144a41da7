"""Hand cases: whole plans whose every figure is worked out on paper."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.model import Household
from ashore.loans.terms import Concession, DatedRate, Prepayment
from ashore.money import Rate
from ashore.planning.plan import make_plan
from planning.small import debt, follow, gift, living, paid, wage, yuan

AS_OF = date(2027, 1, 31)
SINCE = date(2026, 12, 15)
EARLY = Prepayment()


def monthly(percent: str) -> Rate:
    """Return a rate by the month."""
    return Rate(Decimal(percent) / 100, "month")


def plan_of(*debts, horizon: int = 24, **home):
    """Return the plan of a household with these debts."""
    return make_plan(Household(AS_OF, debts=debts, **home), horizon=horizon)


def test_debts_without_interest_cost_nothing_and_are_paid_by_contract_or_sooner():
    """¥600 and ¥1,200 without interest, ¥300 a month: six months, and not a fen of cost."""
    plan = plan_of(
        debt("a", 600, 6, prepayment=EARLY), debt("b", 1200, 12, prepayment=EARLY), incomes=(wage(300),)
    )
    assert (plan.status, plan.outcome.cost_fen, plan.outcome.paid_fen) == ("works", 0, yuan(1800))
    assert plan.outcome.months == 6


def test_of_equal_rates_the_order_changes_nothing():
    """Two debts of ¥600 in six parts at 1 %, ¥400 a month.

    February: ¥1,200 → interest 12, repaid 388, left 812.  March: 8.12, 391.88, left 420.12.  April: 4.20, by debt and
    each rounded, left 24.32; May: 0.24.  In all 24.56 or 24.57, and the same whichever is named first.
    """
    both = (
        debt("a", 600, 6, rate=monthly("1"), prepayment=EARLY),
        debt("b", 600, 6, rate=monthly("1"), prepayment=EARLY),
    )
    one, other = (plan_of(*order, incomes=(wage(400),)) for order in (both, both[::-1]))
    assert one.outcome.cost_fen == other.outcome.cost_fen
    assert one.outcome.cost_fen in {24_56, 24_57}
    assert one.outcome.months == 4


def test_one_debt_is_paid_as_its_contract_says_where_no_more_is_there():
    """¥1,200 in 12 parts at 1 %: interest 12, 11, … 1; ¥112 at most a month, and just that comes in."""
    plan = plan_of(debt(balance=1200, rate=monthly("1")), incomes=(wage(112),), emergency_fund_fen=yuan(100))
    assert paid(plan.outcome) == [
        (f"{2027 + month // 12}-{month % 12 + 1:02}-15", 112 - index)
        for index, month in enumerate(range(1, 13))
    ]
    assert (plan.outcome.interest_fen, plan.outcome.months) == (yuan(78), 12)


@pytest.mark.parametrize(("cash", "status"), [(910, "works"), (909.99, "does-not-work")])
def test_a_bullet_next_month_is_paid_from_what_is_there_to_the_fen(cash, status):
    """¥1,000 at 1 % since 15 January: ¥1,010 on 15 February; ¥100 come in on the first."""
    bullet = debt(balance=1000, periods=1, method="bullet", rate=monthly("1"), start=date(2027, 1, 15))
    plan = plan_of(bullet, cash_fen=yuan(cash), incomes=(gift(100, date(2027, 2, 1)),))
    assert plan.status == status
    if status == "works":
        assert paid(plan.outcome) == [("2027-02-15", 1010)]


@pytest.mark.parametrize(("until", "taken"), [(AS_OF, 0), (date(2027, 2, 1), 1)])
def test_a_settlement_that_ends_today_is_gone_and_one_that_ends_tomorrow_is_not(until, taken):
    """¥300 for ¥1,200.  Today's end is past: what is not paid by then is owed in full."""
    terms = Concession("settle", "offered", until=until, settle_fen=yuan(300))
    plan = plan_of(
        debt(late=100, since=SINCE, concessions=(terms,)), cash_fen=yuan(300), incomes=(wage(200),)
    )
    assert len(plan.outcome.taken) == taken
    assert plan.outcome.forgiven_fen == yuan(900) * taken
    assert plan.outcome.paid_fen == (yuan(300) if taken else yuan(1200))


def test_without_income_the_money_there_keeps_living_and_the_answer_is_an_honest_no():
    """¥500 in hand, ¥100 a month to live, dues of ¥100: living is paid for five months, nothing to the debt."""
    plan = plan_of(debt(balance=1200), cash_fen=yuan(500), spendings=(living(100),), horizon=4)
    assert plan.status == "does-not-work"
    assert plan.outcome.unpaid_essential_fen == 0
    assert plan.outcome.paid_fen + sum(row.essential_fen for row in plan.outcome.cash) <= yuan(500)
    assert plan.shortfall_fen > 0


def test_without_debts_there_is_nothing_to_pay_and_nothing_to_do():
    plan = plan_of(cash_fen=yuan(10), incomes=(wage(100),))
    assert (plan.status, plan.outcome.payments, plan.outcome.cost_fen) == ("works", (), 0)
    assert plan.next_step.code == "next-no-debt"


def test_nothing_is_charged_while_a_promo_runs():
    """a: free until 15 April, then 2 % a month; b: 1 %.  Both ¥600 in six parts; ¥350 a month come in.

    By contract a bears 2 % on 300, 200, 100 from May on: ¥12; b 1 % on 600 … 100: ¥21.  With ¥150 a month more it
    is less than ¥33, and no dearer than any usual way of paying.
    """
    promo = DatedRate(Rate(Decimal(0), "year"), None, date(2027, 4, 15))
    a = debt("a", 600, 6, rate=monthly("2"), rates=(promo,), prepayment=EARLY)
    b = debt("b", 600, 6, rate=monthly("1"), prepayment=EARLY)
    plan = plan_of(a, b, incomes=(wage(350),))
    assert plan.status == "works"
    # nothing of a's bears interest before its due in May: the first three dues are principal only
    early = [row for row in plan.outcome.payments if row.debt == "a" and row.on <= date(2027, 4, 15)]
    assert sum(row.interest_fen for row in early) == 0
    assert plan.outcome.cost_fen < yuan(33)
    assert plan.outcome.net_fen <= min(one.net_fen for one in plan.baselines.values() if one.works)


@pytest.mark.parametrize(("fee", "early"), [(Fraction(1, 10), False), (Fraction(1, 1000), True)])
def test_a_fee_above_the_interest_left_is_never_paid(fee, early):
    """¥600 in six parts at 1 %: ¥600 repaid today save at most 1 % a month for 6 months, less than a fee of 10 %."""
    terms = Prepayment(fee=fee)
    plan = plan_of(debt(balance=600, periods=6, rate=monthly("1"), prepayment=terms), cash_fen=yuan(1000))
    assert any(row.extra for row in plan.outcome.payments) is early
    assert plan.outcome.fee_fen == 0 or early
    by_contract = yuan(6 + 5 + 4 + 3 + 2 + 1)
    assert plan.outcome.cost_fen <= by_contract
    assert early or plan.outcome.cost_fen == by_contract


def test_a_fee_is_held_against_what_the_smaller_instalments_still_save():
    """¥1,500 in five parts at 1 %, ¥1,200 left after the first due: a fee of ¥36 for 12 + 9 + 6 + 3 = ¥30 of interest.

    Each yuan repaid early is spared for two and a half months on average, not for all four.
    """
    terms = Prepayment(fee=Fraction(3, 100), effect="lower")
    one = debt(balance=1500, periods=5, rate=Rate(Decimal("0.01"), "month"), prepayment=terms)
    outcome = follow(Household(AS_OF, cash_fen=yuan(2000), debts=(one,)))
    assert (outcome.fee_fen, outcome.cost_fen) == (0, yuan(45))


def test_with_all_concessions_refused_the_plan_is_the_contracts():
    refused = tuple(Concession(kind, "refused", months=3) for kind in ("defer", "extend"))
    with_them = plan_of(debt(concessions=refused), incomes=(wage(100),))
    without = plan_of(debt(), incomes=(wage(100),))
    assert with_them.weighed == ()
    assert with_them.outcome.payments == without.outcome.payments
    poor = plan_of(debt(concessions=refused), incomes=(wage(50),))
    assert (poor.status, poor.outcome.taken) == ("does-not-work", ())


def test_a_mortgage_longer_than_the_horizon_is_on_contract_and_told_apart():
    """¥120,000 in 240 parts of ¥500: after 12 months ¥6,000 are paid and ¥114,000 left, by contract."""
    house = debt("house", 120000, 240, priority="home", secured_by="home")
    plan = plan_of(house, incomes=(wage(500),), horizon=12)
    assert plan.status == "works"
    assert (plan.outcome.paid_fen, plan.outcome.left_fen) == (yuan(6000), yuan(114000))
    assert (plan.outcome.months, plan.outcome.debt_free, plan.outcome.left_debts) == (None, None, ("house",))


def test_a_house_is_kept_before_a_card_where_only_one_can_be():
    """¥500 a month for two dues of ¥500: the home's is paid every month."""
    house = debt("house", 6000, 12, priority="home")
    card = debt("card", 6000, 12, priority="credit-record")
    plan = plan_of(card, house, incomes=(wage(500),), horizon=12)
    assert plan.status == "does-not-work"
    assert sum(fen for _, fen in paid(plan.outcome, "house")) == 6000
    assert all("house" not in end.overdue for end in plan.outcome.ends)
