"""The fast tier by hand: what it takes, as few hours and as small a loan as it needs, and what it leaves to others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from ashore.household.model import Account, Business, FriendLoan, Household, SideWork
from ashore.loans.terms import Concession
from ashore.money import Rate
from ashore.planning.fast import Fast, FastTier
from ashore.planning.problem import problem_of
from ashore.planning.replay import run
from ashore.planning.starts import starts
from ashore.simulation.arrays import NotSimulated
from planning.small import debt, living, wage, yuan

AS_OF = date(2027, 1, 31)
HORIZON = 24
DEFER = Concession("defer", "offered", until=date(2027, 3, 31), months=3)
HALF = Concession("settle", "offered", until=date(2027, 3, 20), settle_share=Fraction(1, 2))
FEW = SideWork("work", yuan(10), 20)
FRIEND = FriendLoan("friend", yuan(160), months=6)
SHORT = Household(
    AS_OF,
    incomes=(wage(150, since=date(2027, 3, 1)),),
    debts=(debt(balance=600, periods=6),),
)
"""A due of ¥100 in February and in each of the next five months; money from March on."""


def fast(home: Household, horizon: int = HORIZON) -> Fast:
    return FastTier(problem_of(home, horizon)).plan()


def offering(*concessions: Concession, **more) -> Household:
    one: dict[str, Any] = {"balance": 600, "periods": 6} | more
    return replace(SHORT, debts=(debt(concessions=concessions, **one),))


def test_nothing_is_taken_where_the_contract_works():
    home = replace(offering(DEFER), cash_fen=yuan(100))
    found = fast(home)
    assert (found.policy.offers, found.outcome.works, found.as_found) == ((), True, True)


def test_a_deferral_is_taken_where_the_first_due_has_no_money():
    found = fast(offering(DEFER))
    assert [one.concession.kind for one in found.policy.offers] == ["defer"]
    assert found.outcome.works
    assert found.found.works
    assert found.outcome.harm_halves == found.found.harm_halves == 0


def test_of_two_deferrals_the_one_without_a_fee_is_taken():
    dear = replace(DEFER, fee_fen=yuan(20))
    home = replace(offering(dear, DEFER), cash_fen=yuan(50))
    assert [one.place for one in fast(home).policy.offers] == [1]


def test_a_deferral_is_taken_after_a_due_that_can_be_paid_where_that_is_cheaper():
    """Money for one due, then none until May: two dues fall away, with interest on ¥500 rather than ¥600."""
    two, rate = replace(DEFER, months=2), Rate(Decimal("0.12"), "year")
    home = replace(offering(two, rate=rate), cash_fen=yuan(110), incomes=(wage(150, since=date(2027, 5, 1)),))
    found = fast(home)
    assert [taken.on for taken in found.outcome.taken] == [date(2027, 2, 16)]
    assert (found.outcome.works, found.as_found) == (True, True)
    interest_fen = sum(fen * 1 for fen in (600, 500 * 3, 400, 300, 200, 100))
    assert found.outcome.interest_fen == found.found.net_fen == interest_fen


def test_a_settlement_that_can_be_paid_is_taken_and_the_rest_is_forgiven():
    home = offering(HALF, late=100, since=date(2027, 1, 15))
    found = fast(replace(home, cash_fen=yuan(400)))
    assert [one.settles for one in found.policy.offers] == [True]
    assert found.outcome.forgiven_fen == yuan(300)
    assert found.found.net_fen == -yuan(300)
    assert fast(replace(home, cash_fen=yuan(200), incomes=())).policy.offers == ()


def test_an_offer_for_two_debts_is_taken_for_both_or_not_at_all():
    both = replace(DEFER, covers=("b",))
    debts = (debt(balance=600, periods=6, concessions=(both,)), debt("b", balance=300, periods=6))
    home = replace(SHORT, debts=debts)
    found = fast(home)
    assert [one.members for one in found.policy.offers] == [(0, 1)]
    assert found.outcome.works


def test_no_more_hours_are_worked_than_keep_everything_in_order():
    """¥100 are missing in February's month: side work pays on its last day, so in the first months nothing helps there.

    What is missing is missing in May: the wage ends, and ten hours at ¥10 bring what one due asks for.
    """
    wages = (wage(100, since=date(2027, 2, 1), until=date(2027, 4, 30)), wage(100, since=date(2027, 6, 1)))
    home = replace(SHORT, incomes=wages, side_work=(FEW,))
    found = fast(home)
    assert sum(found.policy.hours.values()) == 10
    assert found.outcome.works


def test_a_friend_lends_only_where_nothing_else_works_and_no_more_than_one_step_too_much():
    home = replace(SHORT, friend_loans=(FRIEND,))
    found = fast(home)
    assert found.policy.draws == {0: yuan(100)}
    assert found.outcome.works
    assert fast(replace(home, cash_fen=yuan(100))).policy.draws == {}
    assert fast(replace(home, cause="structural")).policy.draws == {}
    deferred = replace(offering(DEFER), friend_loans=(FRIEND,))
    assert fast(deferred).policy.draws == {}


def test_a_friend_who_lends_later_is_left_to_the_other_tiers():
    home = replace(SHORT, friend_loans=(replace(FRIEND, since=date(2027, 5, 1)),))
    assert FastTier(problem_of(home, HORIZON)).loans == ()


def test_where_nothing_works_the_least_harm_is_found_and_said():
    home = replace(SHORT, incomes=(), spendings=(living(10),))
    found = fast(home)
    assert not found.outcome.works
    assert not found.found.works
    assert found.found.unpaid_fen == found.outcome.unpaid_essential_fen > 0


def test_money_that_might_leave_64_bits_is_left_to_pythons_own_numbers():
    rich = replace(FEW, hourly_fen=1 << 38)
    assert FastTier(problem_of(SHORT, HORIZON)).searcher.menu.fits
    assert not FastTier(problem_of(replace(SHORT, side_work=(rich,)), HORIZON)).searcher.menu.fits
    assert not FastTier(problem_of(offering(replace(DEFER, fee_fen=1 << 40)), HORIZON)).searcher.menu.fits


def test_a_settlement_already_agreed_is_not_for_the_kernel():
    settled = replace(HALF, status="agreed-written", settle_share=None, settle_fen=yuan(300))
    home = offering(settled, late=100, since=date(2027, 1, 15))
    with pytest.raises(NotSimulated):
        FastTier(problem_of(home, HORIZON))
    assert starts(problem_of(home, HORIZON)) == ()


def test_a_household_without_debts_has_nothing_to_search():
    found = fast(replace(SHORT, debts=()))
    assert (found.policy.offers, found.outcome.works) == ((), True)


def test_starts_take_what_is_cheap_and_what_eases_the_first_months():
    """Half the rate costs least; where money due early has its price, five years instead of one ask for less of it."""
    rate = Rate(Decimal("0.12"), "year")
    cheap = Concession("rate", "offered", until=date(2027, 3, 31), rate=Rate(Decimal("0.06"), "year"))
    long = Concession("extend", "offered", until=date(2027, 3, 31), months=60)
    home = offering(cheap, long, method="level-payment", rate=rate)
    found = [[one.concession.kind for one in selection] for selection in starts(problem_of(home, 60))]
    assert found == [["rate"], ["extend"]]


def test_without_offers_there_are_no_starts():
    assert starts(problem_of(SHORT, HORIZON)) == ()


HOME = debt(
    "home", 20000, 20, late=2000, since=date(2026, 12, 15), priority="home",
    concessions=(Concession("extend", "offered", until=date(2027, 3, 31), months=60),),
)  # fmt: skip
CARD = debt("card", 6000, 12)


@pytest.mark.parametrize("wages", [500, 550, 650, 800])
def test_what_was_late_stays_late_for_the_order_of_payments(wages):
    """Merged into a new schedule it is in order, and still comes after what was never late, as in the replay."""
    home = Household(date(2027, 1, 30), cash_fen=yuan(100), incomes=(wage(wages),), debts=(HOME, CARD))
    found = fast(home)
    assert (
        found.outcome.harm_halves <= FastTier(problem_of(home, HORIZON)).searcher.best(offers=0).harm_halves
    )
    assert found.as_found or not found.found.works


def test_no_friend_is_asked_where_the_replay_works_without_him():
    """By days the wage comes after the due, so the replay does a little harm that the kernel does not see."""
    one = debt(balance=1260, periods=12, due_day=5, late=60, since=date(2027, 1, 5))
    home = Household(
        date(2027, 1, 10), cash_fen=yuan(200), incomes=(wage(320, day=10),), spendings=(living(200),), debts=(one,),
        friend_loans=(replace(FRIEND, amount_fen_max=yuan(480), months=20),),
    )  # fmt: skip
    found = fast(home)
    assert found.outcome.works
    assert found.policy.draws == {}


RATE = Rate(Decimal("0.12"), "year")


@pytest.mark.parametrize(
    "one",
    [
        debt(balance=600, periods=1, rate=RATE, concessions=(DEFER,)),
        debt(balance=600, periods=6, rate=RATE, due_day=28, concessions=(DEFER,)),
    ],
    ids=["the due before it is the last one", "the due before it falls in another month"],
)
def test_a_due_before_a_concession_is_paid_in_its_own_month(one):
    """No money until March: the first due cannot be paid first, so the deferral is taken at once."""
    pay = 300 if one.periods_left == 1 else 150
    home = replace(SHORT, incomes=(wage(pay, since=date(2027, 3, 1)),), debts=(one,))
    found = fast(home)
    assert [offer.since for offer in found.policy.offers] == [None]
    assert (found.outcome.works, found.as_found) == (True, True)


def test_arrears_before_a_concession_count_with_it_and_without():
    longer = Concession("extend", "offered", until=date(2027, 3, 31), months=24, fee_fen=yuan(200))
    home = replace(
        offering(longer, rate=RATE, balance=6000, late=1000, since=date(2027, 1, 15)),
        cash_fen=yuan(3000),
        incomes=(wage(2100),),
    )
    assert fast(home).policy.offers == ()


def test_a_settlement_costs_its_fee_and_forgives_what_its_first_part_leaves():
    dear, plain = replace(HALF, fee_fen=yuan(100)), replace(HALF, settle_share=Fraction(55, 100))
    late = {"late": 100, "since": date(2027, 1, 15)}
    found = fast(replace(offering(dear, plain, **late), cash_fen=yuan(700)))
    assert [one.place for one in found.policy.offers] == [1]
    assert found.found.net_fen == found.outcome.net_fen == -yuan(270)
    at_once = replace(HALF, settle_share=None, settle_fen=yuan(300), upfront_fen=yuan(300))
    closed = fast(replace(offering(at_once, **late), cash_fen=yuan(700)))
    assert closed.found.net_fen == closed.outcome.net_fen == -yuan(300)


def test_money_for_stock_pays_no_due_before_a_concession():
    one = debt(balance=6000, periods=6, rate=RATE, concessions=(DEFER,))
    home = Household(
        date(2027, 1, 30), cash_fen=yuan(3000), incomes=(wage(1200, since=date(2027, 3, 1)),),
        debts=(one,), businesses=(Business("shop", 0),), accounts=(Account("till", yuan(3000), purpose="stock"),),
    )  # fmt: skip
    assert home.stock_fen == yuan(3000)
    found = fast(home)
    assert [offer.since for offer in found.policy.offers] == [None]
    assert (found.outcome.works, found.as_found) == (True, True)


def test_a_settlement_to_be_paid_on_the_first_day_is_not_put_off():
    today = replace(HALF, settle_share=None, settle_fen=yuan(3000), until=date(2027, 2, 1))
    one = debt(balance=6000, periods=6, late=1000, since=date(2027, 1, 15), concessions=(today,))
    home = replace(SHORT, cash_fen=yuan(1000), incomes=(wage(2100, day=10),), debts=(one,))
    found = fast(home)
    assert (found.policy.offers, found.outcome.works, found.as_found) == ((), True, True)


def test_a_friend_who_is_not_repaid_inside_the_plan_is_not_asked():
    home = replace(SHORT, friend_loans=(replace(FRIEND, months=36),))
    assert FastTier(problem_of(home, 12)).loans == ()
    assert len(FastTier(problem_of(home, 48)).loans) == 16


def test_of_two_friends_the_one_who_can_lend_enough_is_asked():
    other = FriendLoan("other", yuan(16), months=6)
    found = fast(replace(SHORT, friend_loans=(FRIEND, other)))
    assert found.policy.draws == {0: yuan(100)}
    assert found.outcome.works


def test_a_concession_beyond_the_horizon_is_left_out():
    one = debt(balance=600, periods=6, rate=RATE, due_day=28, concessions=(DEFER,))
    tier = FastTier(problem_of(replace(SHORT, cash_fen=yuan(1000), debts=(one,)), 1))
    assert [offer.since for offer in tier.offers] == [None]
    assert tier.plan().outcome.works


@pytest.mark.parametrize("days", [89, 90, 91])
def test_day_90_passes_with_a_concession_as_without(days):
    """A deferral keeps what is overdue; nothing comes in, so that it stays so."""
    since = date.fromordinal(AS_OF.toordinal() - days)
    home = replace(offering(DEFER, late=100, since=since), incomes=())
    tier = FastTier(problem_of(home, HORIZON))
    found = tier.searcher.best(taken=(0,), offers=0)
    policy = replace(tier.policy()[0], offers=tier.offers[:1])
    assert found.harm_halves == run(problem_of(home, HORIZON), policy).harm_halves


def test_the_same_plan_comes_again_in_as_many_runs():
    tier = FastTier(problem_of(replace(offering(DEFER), friend_loans=(FRIEND,)), HORIZON))
    assert tier.plan() == tier.plan()
