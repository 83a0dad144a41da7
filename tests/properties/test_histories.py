"""Laws of every history of a loan, however odd: nothing crashes, no fen is lost, order of entry means nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, contract_of
from ashore.loans.ledger import replay
from ashore.loans.plain import due_sums
from ashore.loans.schedule import dues_of
from ashore.loans.settlement import SettlingAccount
from ashore.loans.terms import Event
from properties.examples import PLANNED
from properties.histories import History, histories, known

pytestmark = pytest.mark.property
DAY = timedelta(days=1)
DUES_MOST = 60


def end_of(history: History, **changes: object) -> Account:
    """Return the account at the end of a history."""
    told = replace(history, **changes)
    return replay(told.terms, told.opening, told.events, told.until).account


def check(account: Account) -> None:
    """Assert what holds of every account at the end of its day."""
    account.check()
    contract, owed = contract_of(account), account.owed()
    assert min(owed.principal_fen, owed.interest_fen, owed.penalty_fen, owed.compound_fen) >= 0
    assert min(owed.damages_fen, owed.fees_fen, account.credit_fen, account.payoff_fen()) >= 0
    assert 0 <= account.arrears_fen <= account.due_fen <= contract.standing_fen
    assert account.arrears_fen <= owed.total_fen
    assert account.arrears_fen > 0 or owed.days_past_due == 0 or account is not contract
    if isinstance(contract, TermAccount):
        assert min(contract.principal_fen, contract.accrued_fen, contract.periods_left, *contract.held) >= 0
        assert all(min(item.parts) >= 0 and item.unpaid_fen for item in contract.items)
        assert contract.running or contract.items or contract.closed
        assert contract.next_due > contract.day or not (contract.running or contract.items)
    if account.closed:
        assert owed.total_fen == account.payoff_fen() == account.due_fen == 0


@given(histories())
def test_the_identity_holds_on_every_day(history):
    note(history)
    days = {one.on for one in history.events if history.opening.on < one.on}
    for day in sorted({*days, *(one - DAY for one in days), history.until}):
        if day >= history.opening.on:
            check(end_of(history, until=day))


@PLANNED
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_entry_means_nothing(history, dice):
    note(history)
    entered = list(history.events)
    dice.shuffle(entered)
    assert known(end_of(history, events=tuple(entered))) == known(end_of(history))


@PLANNED
@given(histories(), st.lists(st.integers(1, 420), max_size=4))
def test_asking_changes_nothing(history, asked):
    """A statement looked at on any day leaves every later figure as it is."""
    note(history)
    looks = [Event(history.opening.on + timedelta(days=count), "statement", 1) for count in asked]
    assert known(end_of(history, events=(*history.events, *looks))) == known(end_of(history))


@given(histories())
def test_what_closes_a_debt_closes_it(history):
    note(history)
    account = end_of(history)
    contract, fen = contract_of(account), account.payoff_fen()
    rule = account.terms.prepayment
    may = not isinstance(contract, TermAccount) or not contract.principal_fen
    may = may or (rule.allowed and (rule.lock_until is None or account.day > rule.lock_until))
    stands = isinstance(account, SettlingAccount) and account.settling
    account.pay(fen)
    check(account)
    assert account.payoff_fen() == 0
    if fen and (may or stands):
        assert account.closed
        assert account.credit_fen == 0


@PLANNED
@given(histories())
def test_the_dues_ahead_are_the_same_quickly_and_slowly(history):
    note(history)
    account = end_of(history)
    rows = dues_of(account, DUES_MOST)
    assert due_sums(account, DUES_MOST) == [(row.due, row.total_fen) for row in rows]
    assert [row.due for row in rows] == sorted({row.due for row in rows})


@PLANNED
@given(histories())
def test_whoever_pays_each_due_is_never_late(history):
    """Once what is overdue is paid, paying each due on its day leaves no day past due, and ends the loan."""
    note(history)
    account = end_of(history)
    account.pay(account.due_fen)
    for _ in range(DUES_MOST):
        account.advance(account.next_due)
        account.pay(account.due_fen)
        account.end_of_day()
        assert account.days_past_due == account.arrears_fen == 0
        check(account)
        if not account.running:
            break
