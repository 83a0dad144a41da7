"""Cash that must be kept at a month's end so that what is already known can be paid later."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ashore.dates import month_of
from ashore.household.flows import Flow
from ashore.loans.schedule import dues_of
from ashore.planning.policy import Runner
from ashore.planning.problem import Problem

DUES_MAX: Final = 12
"""Dues of one debt looked at by day; the months whose days are real rarely hold more."""


def project(runner: Runner, problem: Problem) -> list[int]:
    """Return the debt's dues by month index when all that stands and every later due is paid; cached."""
    if runner.projection is None:
        dues = [0] * (problem.horizon + 1)
        account = runner.account.copy()
        if standing := account.due_fen:
            account.pay(standing)
        for row in dues_of(account, problem.horizon + 1):
            month = month_of(row.due).minus(problem.first)
            if month <= problem.horizon:
                dues[month] += row.total_fen
        runner.projection = dues
    return runner.projection


def dues_ahead(runner: Runner, last: date) -> list[Flow]:
    """Return the debt's dues up to `last` as payments on their days, when all that stands is paid."""
    account = runner.account.copy()
    if standing := account.due_fen:
        account.pay(standing)
    rows = dues_of(account, DUES_MAX)
    return [Flow(row.due, "due", row.total_fen, runner.id) for row in rows if row.due <= last]


def reserve_fen(needs: Sequence[int], dues: Sequence[Sequence[int]], index: int, months: int) -> int:
    """Return the least cash to hold at the end of month `index` so that needs and dues of later months can be met.

    `needs` is protected spending less income by month, `dues` the dues of the debts to be kept, by month.  Dues are
    looked at for `months` months; needs to the end, because nothing that is essential may go unpaid for a debt.
    """
    most = total = 0
    for month in range(index + 1, len(needs)):
        total += needs[month]
        if month <= index + months:
            total += sum(one[month] for one in dues)
        most = max(most, total)
    return most


def last_due_month(dues: Sequence[int]) -> int:
    """Return the index of the last month with a due; 0 if there is none."""
    return max((month for month, fen in enumerate(dues) if fen), default=0)
