"""What is paid on the day a concession is accepted: its fee, and the sum that is part of the condition (SPEC §4)."""

from dataclasses import replace

from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, accept, waive
from ashore.loans.parts import FEES, PRINCIPAL, Parts, add_parts, no_parts
from ashore.loans.terms import Concession, Prepayment


def accept_paying(account: Account, concession: Concession) -> tuple[Account, Parts]:
    """Return the loan with the concession in effect from today, and what was paid for it, by part.

    The fee is charged and paid today.  The upfront sum pays what is due, then principal, without a fee for paying
    early; of a settlement it is the first part, and no more than all of it.  What is waived only if the rest is paid by
    a day is written off at this payment, which is all that is then due.  Their sum must be there: nothing is owed for
    it.
    """
    paid = _pay_fee(account, concession.fee_fen)
    if concession.if_paid_by is not None:
        add_parts(paid, _pay_waiving(account, concession))
        return account, paid
    if concession.kind == "settle":
        account = accept(account, concession)
        upfront = min(concession.upfront_fen, account.payoff_fen())
        add_parts(paid, _exactly(account.pay(upfront), upfront))
        return account, paid
    add_parts(paid, _pay_upfront(account, concession.upfront_fen))
    return accept(account, concession), paid


def _pay_waiving(account: Account, concession: Concession) -> Parts:
    """Write off what is waived if the rest is paid by a day, and pay the rest of what is due, today (SPEC §4.5)."""
    for part, amount in concession.waives:
        waive(account, part, amount)
    return _pay_upfront(account, max(concession.upfront_fen, account.due_fen))


def _pay_fee(account: Account, fee_fen: int) -> Parts:
    paid = no_parts()
    paid[FEES] = fee_fen
    account.tally.charged[FEES] += fee_fen
    account.tally.paid[FEES] += fee_fen
    return paid


def _pay_upfront(account: Account, amount_fen: int) -> Parts:
    if not isinstance(account, TermAccount):
        return _exactly(account.pay(amount_fen), amount_fen) if amount_fen else no_parts()
    due = min(amount_fen, account.due_fen)
    paid = account.pay(due) if due else no_parts()
    early = min(amount_fen - due, account.principal_fen)
    if early:
        terms, account.terms = account.terms, replace(account.terms, prepayment=Prepayment())
        add_parts(paid, account.prepay(early))
        account.terms = terms
    return paid


def _exactly(paid: Parts, amount_fen: int) -> Parts:
    """Return the parts with what the loan holds for its next due counted as principal."""
    paid[PRINCIPAL] += max(0, amount_fen - sum(paid))
    return paid
