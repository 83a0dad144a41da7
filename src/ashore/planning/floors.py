"""The least cash at each month's end in every plan: what is kept for emergencies and for stock (SPEC §5.8)."""

from collections.abc import Collection, Sequence
from fractions import Fraction
from typing import Final

from ashore.loans.account import TermAccount
from ashore.loans.concessions import Account
from ashore.loans.running import late_fee_fen
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Group, Relaxed, Stretch

DAYS_LATE_MAX: Final = 31
"""A due that leaves nothing unpaid at its month's end is late for so many days at most."""
ANYTHING_FEN: Final = 10**15
"""More than any debt asks: where it is not known what a debt may ask, no cash needs to be left."""
DAYS_CURING_MAX: Final = DAYS_LATE_MAX * (CURE_MONTHS + 1)
Funds = tuple[tuple[int, ...], tuple[int, ...]]
"""By month: what early repayment leaves, and by how much cash can fall without it."""


def funds_of(problem: Problem, groups: Sequence[Group], net_fen: Sequence[int]) -> Funds:
    """Return by month what early repayment leaves at least, and by how much cash can fall where there is none."""
    asked = _most_asked(problem, groups, len(net_fen))
    kept = (max(problem.emergency_target_fen(month), problem.stock_fen) for month in range(len(net_fen)))
    return tuple(kept), tuple(more - net for more, net in zip(asked, net_fen, strict=True))


def floors(problem: Problem, funds: Funds, cash_fen: int) -> tuple[int, ...]:
    """Return the least cash at each month's end, in fen, never below 0.

    Early repayment leaves the emergency fund; after the last month with it, or from `as_of` on, nothing goes out but
    spending and what the debts ask at most.  A debt is paid from what is above the money for stock only; below that
    cash falls by protected spending alone.
    """
    needs = needs_by_month(problem)
    found: list[int] = []
    fund = stock = cash_fen
    for month, (kept, falls) in enumerate(zip(*funds, strict=True)):
        fund = min(kept, fund - falls)
        stock = min(problem.stock_fen, stock - needs[month])
        found.append(max(0, fund, stock))
    return tuple(found)


def raised(household: Relaxed, months: Collection[int]) -> tuple[int, ...]:
    """Return the least cash at each month's end where what early repayment leaves is kept at the end of `months`."""
    found, fund = list(household.floor_fen), 0
    for month, (kept, falls) in enumerate(zip(household.fund_fen, household.falls_fen, strict=True)):
        fund = kept if month in months else min(kept, fund - falls)
        found[month] = max(found[month], fund)
    return tuple(found)


def _most_asked(problem: Problem, groups: Sequence[Group], months: int) -> list[int]:
    """Return by month the most that all debts can ask, whichever concessions are taken."""
    accounts = dict(zip((debt.id for debt in problem.household.debts), problem.accounts, strict=True))
    total = [0] * months
    for group in groups:
        most = [0] * months
        for selection in group.selections:
            whole = [0] * months
            for ways in selection:
                each = [_asked(way, accounts.get(way.debt), months) for way in ways]
                whole = [fen + max(one[month] for one in each) for month, fen in enumerate(whole)]
            most = [max(pair) for pair in zip(most, whole, strict=True)]
        total = [fen + more for fen, more in zip(total, most, strict=True)]
    return total


def _asked(way: Stretch, account: Account | None, months: int) -> list[int]:
    """Return by month the most that a debt asks on this way; what may be paid in one of several months, in each."""
    if not way.known:
        return [ANYTHING_FEN] * months
    asked = [0] * (months + 1)
    before = way.principal_fen
    movable = account is not None and (account.terms.grace or account.terms.shift != "none")
    for point in way.points:
        grown = before + _up(before * point.grown) + 1
        due = max(0, grown - point.left_fen) + 2 + point.drift_fen
        _put(asked, point.month, due, early=1 if movable else 0)
        _put(asked, point.paid_in, _up(before * point.rate) + 2, early=1 if movable else 0)
        before = point.left_fen
    asked = [fen + _in_month(account, fen) for fen in asked]
    for month, fen in way.paid:
        _put(asked, month, max(0, fen), early=month)
    asked[0] += _overdue(way, account)
    return asked[:months]


def _put(asked: list[int], month: int, fen: int, early: int) -> None:
    for one in range(max(0, month - early), month + 1):
        if one < len(asked):
            asked[one] += fen


def _up(amount: Fraction) -> int:
    return -(-amount.numerator // amount.denominator)


def _in_month(account: Account | None, due_fen: int) -> int:
    """Return what being paid late within its month adds to a due."""
    if account is None or due_fen <= 0:
        return 0
    return late_fee_fen(account.terms.late_fee, due_fen) + _penalty(account, due_fen, DAYS_LATE_MAX)


def _overdue(way: Stretch, account: Account | None) -> int:
    """Return the most that what is overdue asks until it is paid."""
    if way.late is None:
        return 0
    return way.late.fen + (_penalty(account, way.late.fen, DAYS_CURING_MAX) if account else 0)


def _penalty(account: Account, fen: int, days: int) -> int:
    if not isinstance(account, TermAccount):
        return 0
    numerator, denominator = account.penalty_per_day
    return fen * numerator * days // denominator + 1
