"""Numbers that rank debts for repayment, whole so that equal debts tie exactly; never shown as a cost."""

from typing import Final

from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.money import MONTHS_PER_YEAR

PER_UNIT: Final = 1_000_000
"""Ranks count millionths."""


def marginal_rate(account: Account) -> int:
    """Return about what a yuan repaid early saves per year, in millionths of a yuan; 0 where nothing is saved."""
    if isinstance(account, TermAccount):
        if account.terms.method == "flat-fee":
            return _flat_fee_rate(account)
        if account.terms.method == "schedule":
            return _typed_rate(account)
    return int(account.rate.per_year() * PER_UNIT)


def _flat_fee_rate(account: TermAccount) -> int:
    if (
        account.terms.prepayment.remaining_fees == "due"
        or not account.principal_fen
        or not account.periods_left
    ):
        return 0
    return account.period_fee_fen * MONTHS_PER_YEAR * PER_UNIT // account.principal_fen


def _typed_rate(account: TermAccount) -> int:
    """Interest and fees of the rows left, over half the time left (a row counts as a month), per yuan of principal."""
    cost = sum(row.interest_fen + row.fee_fen for row in account.rows)
    principal_months = account.principal_fen * len(account.rows)
    return cost * 2 * MONTHS_PER_YEAR * PER_UNIT // principal_months if principal_months else 0


def prepaying_pays(account: Account) -> bool:
    """Return whether interest saved until the end is more than the fee for paying early."""
    fee = account.terms.prepayment.fee
    saved = marginal_rate(account) * _half_periods_saved(account)
    return saved > 0 and saved * fee.denominator > 2 * fee.numerator * MONTHS_PER_YEAR * PER_UNIT


def _half_periods_saved(account: Account) -> int:
    """Return twice the periods for which a yuan repaid early saves interest, on average.

    Where the instalments become smaller it would have been repaid bit by bit, else at the end.
    """
    if not isinstance(account, TermAccount):
        return 2 * MONTHS_PER_YEAR
    lower = account.terms.prepayment.effect == "lower"
    in_parts = lower and account.terms.method in {"level-payment", "equal-principal"}
    return account.periods_left + 1 if in_parts else 2 * account.periods_left
