"""The fast tier by hand: what it takes, as few hours and as small a loan as it needs, and what it leaves to others."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.model import FriendLoan, Household, SideWork
from ashore.loans.terms import Concession
from ashore.money import Rate
from ashore.planning.fast import Fast, FastTier
from ashore.planning.problem import problem_of
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
    return replace(SHORT, debts=(debt(balance=600, periods=6, concessions=concessions, **more),))


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
