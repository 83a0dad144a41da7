"""The dues of a loan in its plainest state, quickly: what a look ahead needs a thousand times."""

from datetime import date
from typing import Final

from ashore.dates import add_months
from ashore.loans.account import TermAccount
from ashore.loans.accrual import span_interest
from ashore.loans.concessions import Account
from ashore.loans.methods import DueContext, principal_due
from ashore.loans.parts import INTEREST, PRINCIPAL
from ashore.loans.position import INTEREST_FREE
from ashore.loans.revolving import RevolvingAccount, minimum_fen
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Minimum

STEADY: Final = ("level-payment", "equal-principal", "interest-only", "daily", "flat-fee")


def due_sums(account: Account, dues_max: int) -> list[tuple[date, int]]:
    """Return what falls due on each day if every due is paid on its day, in fen; `dues_max` periods are looked at.

    The same as the totals of `schedule.dues_of`, without its rows where the loan is plain.
    """
    if isinstance(account, TermAccount) and _plain(account):
        return _plain_sums(account, dues_max)
    if isinstance(account, RevolvingAccount) and _plain_card(account):
        return _card_sums(account, dues_max)
    return [(row.due, row.total_fen) for row in dues_of(account, dues_max)]


def _plain(account: TermAccount) -> bool:
    """Return whether nothing but the contract's own instalments at one rate lies ahead."""
    terms = account.terms
    changes = account.deferred or account.rows or not _one_rate(account)
    stands = account.items or account.credit_fen or any(account.held)
    return terms.method in STEADY and not changes and not stands


def _one_rate(account: TermAccount | RevolvingAccount) -> bool:
    """Return whether the rate in force stays: every dated one has begun and none ends."""
    dated = (*account.terms.rates, *account.overrides)
    return all(one.until is None and one.since is not None and one.since <= account.day for one in dated)


def _plain_card(account: RevolvingAccount) -> bool:
    return not (account.deferred or account.minimums or account.credit_fen) and _one_rate(account)


def _card_sums(account: RevolvingAccount, dues_max: int) -> list[tuple[date, int]]:
    terms, found = account.terms, list[tuple[date, int]]()
    rule = terms.minimum or Minimum(share=terms.fee_per_period)
    principal, carried = account.parts[PRINCIPAL], account.parts[INTEREST]
    charges = sum(account.parts) - principal - carried
    run, start, span, due = account.run_fen, account.period_from, account.span_from, account.next_due
    for _ in range(dues_max):
        if not (principal or carried or charges or run):
            break
        before = principal + carried + charges
        carried += run + span_interest(
            principal + carried,
            account.rate,
            terms.accrual,
            terms.day_count,
            terms.due_day,
            (start, due),
            (span, due),
            terms.rounding,
        )
        least = left = minimum_fen(rule, principal + carried + charges, before)
        if least:
            found.append((due, least))
        paid = min(charges, left)
        charges, left = charges - paid, left - paid
        paid = min(carried, left)
        carried, principal, run = carried - paid, principal - (left - paid), 0
        start, span, due = due, max(span, due), add_months(due, 1, terms.due_day)
    return found


def _plain_sums(account: TermAccount, dues_max: int) -> list[tuple[date, int]]:
    terms, found = account.terms, list[tuple[date, int]]()
    principal, accrued, left = account.principal_fen, account.accrued_fen, account.periods_left
    start, span, due = account.period_from, account.span_from, account.next_due
    for _ in range(dues_max):
        if not (principal or accrued):
            break
        if terms.method not in INTEREST_FREE:
            accrued += span_interest(
                principal,
                account.rate,
                terms.accrual,
                terms.day_count,
                terms.due_day,
                (start, due),
                (span, due),
                terms.rounding,
            )
        repaid = principal_due(
            terms.method, DueContext(principal, accrued, left, account.payment_fen, account.part_fen)
        )
        if asked := repaid + accrued + (account.period_fee_fen if principal else 0):
            found.append((due, asked))
        principal, accrued, left = principal - repaid, 0, max(0, left - 1)
        start, span, due = due, max(span, due), add_months(due, 1, terms.due_day)
    return found
