"""Where money left over goes: extra repayment, in the policy's order, never below what must be kept."""

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Final

from ashore.dates import Month
from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account, contract_of
from ashore.money import share_out
from ashore.planning.budget import due_days
from ashore.planning.policy import Extra, Runner
from ashore.planning.policy_rank import marginal_rate, prepaying_pays

NEVER_PERIODS: Final = 1200
Rank = tuple[int | Fraction, ...]


def extra_order(runners: Sequence[Runner], extra: Extra) -> list[Runner]:
    """Return the debts that would be repaid early, first the one that comes first."""
    able = [one for one in runners if not one.account.closed and one.account.terms.prepayment.allowed]
    if extra == "dearest":
        able = [one for one in able if prepaying_pays(one.account)]
    key = EARLY_KEYS[extra]
    return sorted(able, key=lambda one: (*key(one), one.index))


def _dearest(runner: Runner) -> Rank:
    return (-marginal_rate(runner.account),)


def _smallest(runner: Runner) -> Rank:
    return (runner.account.principal_left_fen,)


def _longest(runner: Runner) -> Rank:
    return (-_periods_left(runner.account), *_dearest(runner))


def _closing(runner: Runner) -> Rank:
    """Least principal for each month that the debt would otherwise stay open."""
    return (Fraction(runner.account.principal_left_fen, max(1, _periods_left(runner.account))),)


def _periods_left(account: Account) -> int:
    """Return how many dues are left by contract; minimum payments alone seem to go on for ever."""
    contract = contract_of(account)
    return contract.periods_left if isinstance(contract, TermAccount) else NEVER_PERIODS


EARLY_KEYS: Final[Mapping[Extra, Callable[[Runner], Rank]]] = {
    "dearest": _dearest,
    "all-dearest": _dearest,
    "smallest": _smallest,
    "longest": _longest,
    "closing": _closing,
}
"""By what debts are ranked for early repayment; the least comes first."""


def pro_rata(runners: Sequence[Runner], month: Month, surplus_fen: int) -> dict[int, int]:
    """Return the surplus shared out by principal left, by debt index; a debt without a due this month waits."""
    able = [one for one in runners if not one.account.closed and one.account.terms.prepayment.allowed]
    weights = tuple(one.account.principal_left_fen for one in able)
    if not any(weights):
        return {}
    shares = share_out(surplus_fen, weights)
    return {one.index: share for one, share in zip(able, shares, strict=True) if due_days(one.account, month)}


def after_dues(account: Account, month: Month) -> Account | None:
    """Return a copy of a debt after its dues of a month, all paid; None if none is left in it."""
    days = due_days(account, month)
    probe = account.copy()
    for day in days:
        probe.advance(day)
        if probe.due_fen:
            probe.pay(probe.due_fen)
    return probe if days else None


def extra_room(account: Account, month: Month, cash_fen: int) -> int:
    """Return how much of `cash_fen` could be used on the debt's last due date this month, after its dues, with fee."""
    probe = after_dues(account, month) if cash_fen > 0 else None
    return repay(probe, cash_fen) if probe else 0


def repay(account: Account, cash_fen: int) -> int:
    """Return how much of `cash_fen` a debt took, all that this makes due at once included, and repay it early."""
    principal = account.prepayable_with(cash_fen)
    if not principal:
        return 0
    probe = account.copy()
    used = sum(probe.prepay(principal)) + probe.due_fen
    if used > cash_fen:
        return 0
    account.prepay(principal)
    return used


def excess_fen(account: Account, target_fen: int) -> int:
    """Return the cash, fee included, that brings principal down to a target, in fen."""
    excess = max(0, account.principal_left_fen - target_fen)
    fee = account.terms.prepayment.fee
    return excess + -(-excess * fee.numerator // fee.denominator)


def early_principal(account: Account, cash_fen: int) -> int:
    """Return how much principal `cash_fen` repays early today with all that this makes due at once; 0 if none."""
    principal = account.prepayable_with(cash_fen)
    if not principal:
        return 0
    probe = account.copy()
    return principal if sum(probe.prepay(principal)) + probe.due_fen <= cash_fen else 0
