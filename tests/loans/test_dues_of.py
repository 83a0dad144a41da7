"""The dues ahead of a loan that an agreement has changed."""

from datetime import date
from decimal import Decimal

from ashore.loans.concessions import accept
from ashore.loans.opening import open_account
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Concession, Opening, Terms
from ashore.money import Rate


def test_interest_that_a_deferral_adds_is_principal_of_the_dues():
    """1 % a month on 100.00 for two deferred months: 1.00, then 1.01 on 101.00; 102.01 is repaid in two parts."""
    terms = Terms("equal-principal", Rate(Decimal("0.01"), "month"), due_day=10)
    account = open_account(terms, Opening(date(2027, 1, 15), 100_00, 2, date(2027, 1, 10)))
    account = accept(account, Concession("defer", "agreed-written", months=2, interest="add"))
    rows = dues_of(account)
    assert [row.due.isoformat() for row in rows] == ["2027-04-10", "2027-05-10"]
    assert [row.principal_fen for row in rows] == [51_01, 51_00]
    assert [row.interest_fen for row in rows] == [1_02, 51]


def test_money_held_pays_the_next_dues():
    """100.00 interest-free in four parts; 30.00 paid ahead is held, pays 25.00 due and 5.00 of the principal."""
    terms = Terms("equal-principal", Rate(Decimal(0), "year"), due_day=10)
    account = open_account(terms, Opening(date(2027, 1, 15), 100_00, 4, date(2027, 1, 10)))
    account.advance(date(2027, 1, 20))
    account.pay(30_00)
    assert [row.principal_fen for row in dues_of(account)] == [25_00, 25_00, 20_00]
