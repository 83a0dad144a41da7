"""The dues of a loan in its plainest state, quickly: what a look ahead needs a thousand times."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ashore.dates import DayCount, add_months
from ashore.loans.account import TermAccount
from ashore.loans.accrual import span_factor
from ashore.loans.concessions import Account
from ashore.loans.methods import DueContext, principal_due
from ashore.loans.parts import INTEREST, PRINCIPAL
from ashore.loans.position import INTEREST_FREE
from ashore.loans.revolving import RevolvingAccount, minimum_fen
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Accrual, Minimum
from ashore.money import Rate, divide

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


@dataclass(frozen=True, slots=True)
class _Ahead:
    """What the periods ahead look like to a plain loan; the same for every amount, and so found once."""

    rate: Rate
    accrual: Accrual
    day_count: DayCount
    due_day: int
    period_from: date
    span_from: date
    next_due: date


@lru_cache(maxsize=1 << 12)
def _periods(ahead: _Ahead, dues_max: int) -> tuple[tuple[date, int, int], ...]:
    """Return each due ahead with its interest per fen, as (day, numerator, denominator)."""
    found: list[tuple[date, int, int]] = []
    start, span, due = ahead.period_from, ahead.span_from, ahead.next_due
    for _ in range(dues_max):
        factor = span_factor(
            ahead.rate, ahead.accrual, ahead.day_count, ahead.due_day, (start, due), (span, due)
        )
        found.append((due, *factor))
        start, span, due = due, max(span, due), add_months(due, 1, ahead.due_day)
    return tuple(found)


def _periods_of(account: TermAccount | RevolvingAccount, dues_max: int) -> tuple[tuple[date, int, int], ...]:
    terms = account.terms
    return _periods(
        _Ahead(
            account.rate,
            terms.accrual,
            terms.day_count,
            terms.due_day,
            account.period_from,
            account.span_from,
            account.next_due,
        ),
        dues_max,
    )


def _card_sums(account: RevolvingAccount, dues_max: int) -> list[tuple[date, int]]:
    terms, found = account.terms, list[tuple[date, int]]()
    rule = terms.minimum or Minimum(share=terms.fee_per_period)
    principal, carried = account.parts[PRINCIPAL], account.parts[INTEREST]
    charges = sum(account.parts) - principal - carried
    run = account.run_fen
    for due, numerator, denominator in _periods_of(account, dues_max):
        if not (principal or carried or charges or run):
            break
        before = principal + carried + charges
        carried += run + divide((principal + carried) * numerator, denominator, terms.rounding)
        least = left = minimum_fen(rule, principal + carried + charges, before)
        if least:
            found.append((due, least))
        paid = min(charges, left)
        charges, left = charges - paid, left - paid
        paid = min(carried, left)
        carried, principal, run = carried - paid, principal - (left - paid), 0
    return found


def _plain_sums(account: TermAccount, dues_max: int) -> list[tuple[date, int]]:
    terms, found = account.terms, list[tuple[date, int]]()
    principal, accrued, left = account.principal_fen, account.accrued_fen, account.periods_left
    free = terms.method in INTEREST_FREE
    for due, numerator, denominator in _periods_of(account, dues_max):
        if not (principal or accrued):
            break
        if not free:
            accrued += divide(principal * numerator, denominator, terms.rounding)
        repaid = principal_due(
            terms.method, DueContext(principal, accrued, left, account.payment_fen, account.part_fen)
        )
        if asked := repaid + accrued + (account.period_fee_fen if principal else 0):
            found.append((due, asked))
        principal, accrued, left = principal - repaid, 0, max(0, left - 1)
    return found
