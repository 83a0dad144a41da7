"""What a statement says was repaid early, taken as the lender took it: on its day, the principal that it names."""

from typing import Literal

from ashore.loans.accrual import span_interest
from ashore.loans.allocation import allocate, order_for
from ashore.loans.audit.journal import Entry, JournaledAccount
from ashore.loans.audit.stated import Early
from ashore.loans.parts import FEES, INTEREST, PRINCIPAL, Parts, add_parts

EarlyInterest = Literal["stays", "part", "all"]
"""What becomes of interest run up to an early repayment: due with the next instalment, or paid with it: that on the
principal repaid, or all of it."""


def repay_early(
    account: JournaledAccount, amount_fen: int, early: Early, mode: EarlyInterest | None
) -> Parts:
    """Return what an early repayment of today paid, by part: after what is due, principal.

    The principal is what the statement names, less what dues took of it; else as much as the amount pays with its fee
    and interest.  Interest that the statement names was paid along, whichever of the two sums is nearer to it; `mode`
    decides where it names none, without one it stays (decision 0001 rule 14).  What is left over is held.
    """
    account.close_spans()
    account.post_run()
    paid = allocate(account.items, amount_fen, order_for(account.terms, account.days_past_due))
    account.items = [item for item in account.items if item.unpaid_fen]
    add_parts(account.tally.paid, paid)
    ahead = amount_fen - sum(paid) + account.credit_fen
    account.credit_fen = 0
    named = None if early.principal_fen is None else max(0, early.principal_fen - paid[PRINCIPAL])
    asked = max(0, early.interest_fen - paid[INTEREST])
    principal = _principal(account, ahead, mode or "stays") if named is None else named
    principal = min(principal, account.principal_fen, ahead)
    interest = _interest(account, principal, asked, mode)
    interest = min(interest, ahead - principal)
    account.accrued_fen -= interest
    account.tally.paid[INTEREST] += interest
    paid[INTEREST] += interest
    left = ahead - principal - interest
    if principal:
        more = account.prepay(principal)
        left -= more[FEES]
        add_parts(paid, more)
    account.credit_fen = max(0, left)
    return paid


def _interest(
    account: JournaledAccount, principal_fen: int, asked_fen: int, mode: EarlyInterest | None
) -> int:
    """Return the interest that is paid along with principal repaid early, in fen."""
    part, whole = run_on(account, principal_fen), account.accrued_fen
    if asked_fen:
        return min((part, whole), key=lambda fen: abs(fen - asked_fen))
    return {"part": part, "all": whole}.get(mode or "stays", 0)


def run_on(account: JournaledAccount, principal_fen: int) -> int:
    """Return the interest of the running period on a part of the principal up to today, never more than all has run."""
    terms = account.terms
    span = (account.period_from, account.day)
    if terms.method == "schedule" or not principal_fen:
        return 0
    run = span_interest(
        principal_fen,
        account.rate,
        terms.accrual,
        terms.day_count,
        terms.due_day,
        (account.period_from, account.period_end()),
        span,
        terms.rounding,
    )
    return min(run, account.accrued_fen)


def _principal(account: JournaledAccount, amount_fen: int, mode: EarlyInterest) -> int:
    """Return the most principal that an amount repays with its fee, and with its interest where that is paid along."""
    most, least = min(amount_fen, account.principal_fen), 0
    while least < most:
        middle = (least + most + 1) // 2
        asked = middle + account.prepayment_fee(middle) + _interest(account, middle, 0, mode)
        least, most = (middle, most) if asked <= amount_fen else (least, middle - 1)
    return least


def close_early(account: JournaledAccount, line: int) -> Parts:
    """Return what closes the loan today, by part; it is paid, whatever the lender took.

    It is noted as what closes the loan.  What the lender took beyond it is no part of the loan.
    """
    account.close_spans()
    paid, held = account.pay_off(), account.credit_fen
    account.credit_fen = 0
    account.journal.append(Entry("closing", account.day, tuple(paid), line=line, held_fen=held))
    return paid
