"""Loans with several agreements, calls and odd dues one after another; every sum is worked out by hand beside it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import permutations

import pytest

from ashore.household.model import Debt
from ashore.household.position import open_debt
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, accelerate, accept
from ashore.loans.cost import yearly_rates
from ashore.loans.ledger import charge, replay
from ashore.loans.opening import open_account
from ashore.loans.schedule import dues_of
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    Event,
    Instalment,
    Minimum,
    Opening,
    Penalty,
    Prepayment,
    Terms,
)
from ashore.money import Rate

AS_OF, LAST_DUE = date(2026, 11, 23), date(2026, 11, 15)
YEARLY = Rate(Decimal("0.12"), "year")
HALF = Rate(Decimal("0.06"), "year")
PLAIN = Terms("interest-only", YEARLY, due_day=15)
CARD = Terms(
    "revolving",
    Rate(Decimal("0.0005"), "day"),
    accrual="daily",
    due_day=15,
    minimum=Minimum(Fraction(1, 10), floor_fen=100_00),
)
BY_WRITING = "agreed-written"


def loan(terms: Terms = PLAIN, *arrears: Arrears, periods: int = 6) -> Account:
    """Return a loan of ¥12,000.00 at the end of 23 November 2026, last due on the 15th."""
    return open_account(terms, Opening(AS_OF, 12000_00, periods, LAST_DUE, arrears))


def story(terms: Terms, *events: Event, until: date, arrears: tuple[Arrears, ...] = ()) -> Account:
    """Return such a loan after what happened."""
    return replay(terms, Opening(AS_OF, 12000_00, 6, LAST_DUE, arrears), events, until).account


def dues(account: Account, count: int) -> list[tuple[str, int]]:
    """Return the first dues ahead: day and sum."""
    return [(row.due.isoformat(), row.total_fen) for row in dues_of(account)[:count]]


def defer(months: int, interest: str = "accrue", **more: object) -> Concession:
    """Return a deferral agreed in writing."""
    return replace(Concession("defer", BY_WRITING, months=months), interest=interest, **more)


def settle(fen: int, until: date, instalments: int = 1) -> Concession:
    """Return a settlement agreed in writing."""
    return Concession("settle", BY_WRITING, until, settle_fen=fen, instalments=instalments)


def test_of_two_agreed_rates_for_one_period_the_last_holds() -> None:
    """1 % of 12,000 is 120.00 up to the next due, 0.5 % from then on: 60.00."""
    account = loan()
    account = accept(account, Concession("rate", BY_WRITING, rate=Rate(Decimal("0.10"), "year")))
    account = accept(account, Concession("rate", BY_WRITING, rate=HALF))
    assert dues(account, 2) == [("2026-12-15", 120_00), ("2027-01-15", 60_00)]


def test_what_a_deferral_waived_stays_waived_under_the_next_one() -> None:
    """Waived to 5 December; 10 of 30 days of 120.00 from then on are 40.00, paid with January's 120.00."""
    account = story(
        PLAIN,
        Event(date(2026, 11, 24), "agree", concession=defer(2, "waive")),
        Event(date(2026, 12, 5), "agree", concession=defer(1)),
        until=date(2026, 12, 5),
    )
    assert dues(account, 2) == [("2027-01-15", 160_00), ("2027-02-15", 120_00)]


def test_a_cards_waived_days_stay_waived_too() -> None:
    """6.00 a day from 5 December: 60.00 on the statement of the 15th."""
    account = story(
        CARD,
        Event(date(2026, 11, 24), "agree", concession=defer(2, "waive")),
        Event(date(2026, 12, 5), "agree", concession=defer(1)),
        until=date(2026, 12, 15),
    )
    assert account.payoff_fen() == 12000_00 + 60_00


def test_a_waivers_amount_is_for_all_its_parts() -> None:
    """50.00 off fees of 40.00, then penalty of 30.00: 20.00 of penalty is left, and the interest."""
    late = Arrears(date(2026, 10, 15), interest_fen=60_00, penalty_fen=30_00, fees_fen=40_00)
    waiver = Event(date(2026, 11, 24), "waive", 50_00, parts=("fee", "penalty", "interest"))
    owed = story(PLAIN, waiver, until=date(2026, 11, 24), arrears=(late,)).owed()
    assert (owed.fees_fen, owed.penalty_fen, owed.interest_fen) == (0, 20_00, 60_00)


def test_a_card_called_while_its_interest_is_waived_bears_interest_again() -> None:
    """Called on 25 November with 12,000.00; 20 days at 6.00 to 15 December are 120.00, all of it due."""
    account = story(
        CARD,
        Event(date(2026, 11, 24), "agree", concession=defer(3, "waive")),
        Event(date(2026, 11, 25), "accelerate"),
        until=date(2026, 12, 15),
    )
    assert account.payoff_fen() == 12120_00
    assert account.due_fen == 12120_00


def test_a_called_card_whose_fee_is_waived_still_asks_for_its_interest() -> None:
    """Of 12,000.00 60.00 is fees; 8 days on 11,940.00 are 47.76, called with the rest."""
    account = story(
        CARD,
        Event(date(2026, 11, 24), "accelerate"),
        Event(date(2026, 11, 25), "waive", parts=("fee",)),
        until=date(2026, 11, 25),
        arrears=(Arrears(LAST_DUE, 500_00, fees_fen=60_00),),
    )
    assert account.arrears_fen == 11940_00 + 53_73  # nine days, to the 24th
    assert account.payoff_fen() == 11940_00 + 59_70  # ten days, to the 25th


def test_what_was_paid_too_much_on_a_card_pays_a_later_fee() -> None:
    """10.00 over; of a fee of 25.00 15.00 is left, and closes the card."""
    account = loan(CARD)
    account.pay(account.payoff_fen() + 10_00)
    charge(account, 25_00)
    assert account.payoff_fen() == 15_00
    account.pay(15_00)
    account.check()
    assert account.closed
    assert account.credit_fen == 0


def test_what_is_paid_into_a_settlement_and_held_counts_once() -> None:
    """6,000.00 closes 12,000.00: after 2,000.00, which the contract holds, 4,000.00 is left to pay, not 2,000.00."""
    terms = replace(PLAIN, prepayment=Prepayment(allowed=False))
    account = accept(loan(terms), settle(6000_00, date(2026, 12, 10)))
    account.advance(date(2026, 12, 1))
    account.pay(2000_00)
    assert account.payoff_fen() == 4000_00
    account.advance(date(2026, 12, 10))
    assert account.due_fen == 4000_00
    account.pay(4000_00)
    account.check()
    assert account.closed
    assert sum(account.tally.paid) == 6000_00


def test_a_settlement_above_what_stands_closes_a_loan_that_may_not_be_repaid_early() -> None:
    """12,000.00 and 32.00 of interest (8 of 30 days) close it, though 15,000.00 was agreed."""
    terms = replace(PLAIN, prepayment=Prepayment(allowed=False, fee=Fraction(3, 100)))
    account = accept(loan(terms), settle(15000_00, date(2026, 12, 10)))
    assert account.payoff_fen() == 12032_00
    account.pay(12032_00)
    assert account.closed


def debt(
    terms: Terms, arrears: Arrears | None, *concessions: Concession, events: tuple[Event, ...] = ()
) -> Debt:
    """Return a debt of ¥12,000.00 as a file would have it."""
    return Debt("a", "a", "b", terms, 12000_00, 6, arrears=arrears, concessions=concessions, events=events)


@pytest.mark.parametrize("until", [date(2026, 11, 1), AS_OF])
def test_a_settlement_whose_day_has_passed_is_no_settlement(until: date) -> None:
    """3,000.00 overdue since October: the contract is back, and so is what is overdue."""
    account = open_debt(debt(PLAIN, Arrears(date(2026, 10, 15), 3000_00), settle(5000_00, until)), AS_OF)
    assert account.arrears_fen == 3000_00
    assert account.days_past_due == 39
    assert account.payoff_fen() > 12000_00


def test_an_extension_after_a_missed_settlement_holds() -> None:
    """Six parts of 2,000.00; on 1 January 15 days of October's overdue 3,000.00 are no more: it is merged."""
    terms = replace(PLAIN, method="equal-principal", rate=Rate(Decimal(0), "year"))
    extended = Concession("extend", BY_WRITING, months=6)
    account = story(
        terms,
        Event(date(2026, 11, 24), "agree", concession=settle(5000_00, date(2026, 12, 1))),
        Event(date(2026, 12, 2), "agree", concession=extended),
        until=date(2026, 12, 2),
        arrears=(Arrears(date(2026, 10, 15), 3000_00),),
    )
    assert account.arrears_fen == 0
    assert [fen for _, fen in dues(account, 9)] == [2000_00] * 6


def test_a_rate_posted_under_a_settlement_is_the_contracts() -> None:
    """Nothing stops; 12,000.00 at 6 % from the day on, once the settlement is missed."""
    account = story(
        PLAIN,
        Event(date(2026, 11, 24), "agree", concession=settle(5000_00, date(2026, 12, 1))),
        Event(date(2026, 11, 25), "rate", rate=HALF),
        until=date(2026, 12, 15),
    )
    assert account.due_fen == 40_00 + 40_00  # 10 of 30 days of 120.00, 20 of 30 of 60.00


def test_a_called_bullet_that_is_extended_falls_due_next_month() -> None:
    """Called two years before its end; twelve parts of 1,000.00 from 15 December on."""
    terms = Terms("bullet", Rate(Decimal(0), "year"), due_day=15)
    account = loan(terms, periods=24)
    accelerate(account)
    account = accept(account, Concession("extend", BY_WRITING, months=12, method="equal-principal"))
    assert dues(account, 2) == [("2026-12-15", 1000_00), ("2027-01-15", 1000_00)]


def test_a_deferred_bullet_that_is_extended_has_its_new_dues() -> None:
    """The deferral had moved the end; six parts of 2,000.00 from the next due on take its place."""
    account = accept(loan(Terms("bullet", Rate(Decimal(0), "year"), due_day=15)), defer(3))
    account = accept(account, Concession("extend", BY_WRITING, months=6, method="equal-principal"))
    assert dues(account, 2) == [("2026-12-15", 2000_00), ("2027-01-15", 2000_00)]


def test_a_flat_fee_that_becomes_instalments_with_interest_asks_no_fee() -> None:
    """2,000.00 a month; 22 of 30 days of 120.00 from 23 November on are 88.00; then 1 % of 10,000.00."""
    terms = Terms("flat-fee", YEARLY, due_day=15, fee_per_period=Fraction(6, 1000), original_fen=12000_00)
    account = accept(loan(terms), Concession("extend", BY_WRITING, months=6, method="equal-principal"))
    assert dues(account, 2) == [("2026-12-15", 2088_00), ("2027-01-15", 2100_00)]


def test_interest_that_has_run_stands_when_instalments_become_a_flat_fee() -> None:
    """8 of 30 days of 120.00 are 32.00, due with the first of six parts though nothing is merged."""
    extended = Concession("extend", BY_WRITING, months=6, method="flat-fee", arrears="keep")
    assert dues(accept(loan(), extended), 2) == [("2026-12-15", 2032_00), ("2027-01-15", 2000_00)]


def test_a_bullet_whose_end_moves_takes_the_rate_of_its_new_end() -> None:
    """Ends on 15 April: 8 of 151 days at 5 × 1 %, 143 at 5 × 0.5 %: 31.79 + 284.11."""
    terms = Terms("bullet", YEARLY, due_day=15, rates=(DatedRate(HALF, since=date(2027, 3, 20)),))
    account = accept(loan(terms, periods=3), defer(2))
    assert dues(account, 1) == [("2027-04-15", 12000_00 + 31_79 + 284_11)]


def test_a_deferral_passes_while_nothing_falls_due() -> None:
    """All was called; deferred two months; extended after three: the first due is next month's."""
    account = story(
        replace(PLAIN, method="equal-principal", rate=Rate(Decimal(0), "year")),
        Event(date(2026, 11, 24), "accelerate"),
        Event(date(2026, 11, 25), "agree", concession=defer(2)),
        Event(date(2027, 2, 20), "agree", concession=Concession("extend", BY_WRITING, months=12)),
        until=date(2027, 2, 20),
    )
    assert dues(account, 1) == [("2027-03-15", 1000_00)]


def test_a_card_that_is_deferred_and_extended_is_both() -> None:
    """Two dues fall away: the first of six falls due in February."""
    account = accept(loan(CARD), defer(2, "waive"))
    account = accept(account, Concession("extend", BY_WRITING, months=6))
    assert [day for day, _ in dues(account, 2)] == ["2027-02-15", "2027-03-15"]


def test_arrears_of_nothing_are_no_arrears() -> None:
    """A first missed due typed with amounts of 0.00 is no day past due."""
    account = loan(PLAIN, Arrears(date(2026, 9, 15)))
    assert account.days_past_due == 0
    account.pay(account.payoff_fen())
    assert account.closed


TYPED = (
    Instalment(date(2026, 12, 20), 5000_00, 50_00),
    Instalment(date(2027, 1, 20), 7000_00, 70_00),
    Instalment(date(2027, 1, 21), 0, 9_00, 1_00),
)


@pytest.mark.parametrize("rows", sorted(permutations(TYPED), key=repr))
def test_typed_dues_are_taken_by_date_and_none_is_forgotten(rows: tuple[Instalment, ...]) -> None:
    """What is asked after the last principal is asked with it."""
    account = loan(replace(PLAIN, method="schedule", schedule=rows))
    assert dues(account, 3) == [("2026-12-20", 5050_00), ("2027-01-20", 7080_00)]


def test_a_typed_schedule_quoted_by_the_day_goes_on_by_days() -> None:
    """8 of 35 typed days of 50.00 are 11.43; then 59 days at 6.00 to 21 January, not two months of 30."""
    terms = replace(
        PLAIN,
        method="schedule",
        rate=CARD.rate,
        accrual="daily",
        due_day=21,
        schedule=(Instalment(date(2026, 12, 20), 12000_00, 50_00),),
    )
    account = accept(loan(terms), Concession("extend", BY_WRITING, months=2, method="bullet"))
    assert dues(account, 1) == [("2027-01-21", 12000_00 + 11_43 + 354_00)]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_rates_on_one_day_the_higher_holds(turned: bool) -> None:
    """However they were entered: 8 of 30 days to the 23rd, one more at 12 %, then 21 at 24 %."""
    both = [Event(date(2026, 11, 24), "rate", rate=rate) for rate in (Rate(Decimal("0.24"), "year"), HALF)]
    account = story(PLAIN, *(reversed(both) if turned else both), until=date(2026, 12, 15))
    assert account.due_fen == 36_00 + 168_00


def test_money_held_closes_a_loan_of_which_only_interest_is_left() -> None:
    """All principal is repaid on a due day; 30 of 181 days of 6 × 120.00 are 119.34, and one payment covers them."""
    terms = replace(PLAIN, method="bullet")
    account = loan(terms)
    assert isinstance(account, TermAccount)
    account.advance(date(2026, 12, 15))
    account.pay(12000_00)
    account.advance(date(2026, 12, 20))
    assert account.payoff_fen() == 119_34
    account.pay(119_34)
    account.check()
    assert account.closed
    assert account.credit_fen == 0


def test_a_missed_settlement_that_is_agreed_anew_stands() -> None:
    """The second one asks for 5,000.00, whatever became of the first."""
    account = story(
        PLAIN,
        Event(date(2026, 11, 24), "agree", concession=settle(4000_00, date(2026, 12, 1))),
        Event(date(2026, 12, 5), "agree", concession=settle(5000_00, date(2026, 12, 20))),
        until=date(2026, 12, 6),
    )
    assert isinstance(account, SettlingAccount)
    assert account.settling
    assert account.payoff_fen() == 5000_00


def test_what_was_called_and_is_merged_is_one_instalment_more() -> None:
    """All 12,000.00 is due in one, with its fee of 72.00: that is what closes the loan before, too."""
    terms = Terms(
        "flat-fee",
        YEARLY,
        due_day=15,
        fee_per_period=Fraction(6, 1000),
        original_fen=12000_00,
        prepayment=Prepayment(remaining_fees="due"),
    )
    account = loan(terms)
    accelerate(account)
    account = accept(account, defer(1, arrears="merge"))
    assert account.payoff_fen() == 12072_00
    assert dues(account, 2) == [("2027-01-15", 12072_00)]


def test_interest_put_off_is_due_with_the_next_interest_that_is_paid() -> None:
    """December's 120.00 was put off; of the next deferral interest is paid: 240.00 in January."""
    account = story(
        PLAIN,
        Event(date(2026, 11, 24), "agree", concession=defer(1)),
        Event(date(2026, 12, 20), "agree", concession=defer(2, "pay")),
        until=date(2026, 12, 20),
    )
    assert dues(account, 2) == [("2027-01-15", 240_00), ("2027-02-15", 120_00)]


def test_what_returns_to_a_schedule_that_was_shortened_is_one_instalment() -> None:
    """9,000.00 repaid early on 15 December: the rest of 1,000.00 is January's, missed; no later month has a share."""
    terms = replace(PLAIN, method="equal-principal", rate=Rate(Decimal(0), "year"))
    account = story(
        terms,
        Event(date(2026, 12, 15), "payment", 11000_00),  # 2,000.00 due, the rest early
        Event(date(2027, 1, 20), "agree", concession=defer(1, arrears="merge")),
        until=date(2027, 1, 20),
    )
    assert dues(account, 2) == [("2027-03-15", 1000_00)]


def test_a_fee_on_the_last_fen_is_no_yearly_rate() -> None:
    """150.00 on 0.01 next month is 15,000 times it; that to the twelfth is a number of fifty digits."""
    rows = (Instalment(date(2026, 12, 15), 1, 0, 150_00),)
    account = open_account(replace(PLAIN, method="schedule", schedule=rows), Opening(AS_OF, 1, 1, LAST_DUE))
    assert yearly_rates(account, LAST_DUE) is None


def test_a_penalty_goes_on_by_days_after_everything() -> None:
    """Called on the 24th with 36.00 of interest; 18 % a year on 12,000.00 for 21 days, deferral or not: 126.00."""
    terms = replace(PLAIN, penalty=Penalty(Fraction(3, 2)))
    account = story(
        terms,
        Event(date(2026, 11, 24), "accelerate"),
        Event(date(2026, 11, 24), "agree", concession=defer(3, "waive")),
        until=date(2026, 12, 15),
    )
    assert account.arrears_fen == 12000_00 + account.owed().interest_fen + 126_00
