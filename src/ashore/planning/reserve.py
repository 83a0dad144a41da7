"""Cash that must be kept at a month's end so that what is already known can be paid later."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate
from operator import add

from ashore.dates import MONTHS
from ashore.household.flows import Flow
from ashore.loans.plain import due_sums
from ashore.planning.policy import Projection, Runner
from ashore.planning.problem import Problem


def project(runner: Runner, problem: Problem) -> list[int]:
    """Return the debt's dues by month index when all that stands and every later due is paid; cached."""
    return _projection(runner, problem).by_month


def dues_ahead(runner: Runner, problem: Problem, last: date) -> list[Flow]:
    """Return the debt's dues up to `last` as payments on their days, when all that stands is paid; cached."""
    today = runner.account.day
    return [flow for flow in _projection(runner, problem).flows if today < flow.on <= last]


def _projection(runner: Runner, problem: Problem) -> Projection:
    if runner.projection is None:
        dues, flows = [0] * (problem.horizon + 1), list[Flow]()
        account = runner.account.copy()
        if standing := account.due_fen:
            account.pay(standing)
        first = problem.first
        near, before = first.plus(problem.daily_months).last, first.year * MONTHS + first.month
        for due, fen in due_sums(account, problem.horizon + 1):
            month = due.year * MONTHS + due.month - before
            if month <= problem.horizon:
                dues[month] += fen
            if due <= near:
                flows.append(Flow(due, "due", fen, runner.id))
        runner.projection = Projection(dues, flows)
    return runner.projection


def reserve_fen(needs: Sequence[int], dues: Sequence[Sequence[int]], index: int, months: int) -> int:
    """Return the least cash to hold at the end of month `index` so that needs and dues of later months can be met.

    `needs` is protected spending less income by month, `dues` the dues of the debts to be kept, by month.  Dues are
    looked at for `months` months; needs to the end, because nothing that is essential may go unpaid for a debt.
    """
    ahead = list(needs[index + 1 :])
    near = min(len(ahead), months)
    for one in dues:
        ahead[:near] = map(add, ahead[:near], one[index + 1 : index + 1 + near])
    return max(0, max(accumulate(ahead), default=0))


def last_due_month(dues: Sequence[int]) -> int:
    """Return the index of the last month with a due; 0 if there is none."""
    return max((month for month, fen in enumerate(dues) if fen), default=0)
