"""What is missing each month as things stand: protected spending and the contracts' dues above income."""

from typing import Final

from ashore.dates import month_of
from ashore.loans.schedule import dues_of
from ashore.planning.problem import Problem, needs_by_month

YEAR: Final = 12


def living_short_fen(problem: Problem) -> int:
    """Return by how much protected spending is above income in a month of the next year, on average, in fen.

    0 where it is not so over the next year, or over all months ahead: then money to come can make up for it.
    """
    needs = needs_by_month(problem)[1:]
    if not needs or sum(needs) <= 0:
        return 0
    near = needs[:YEAR]
    return max(0, sum(near) // len(near))


def monthly_gap_fen(problem: Problem, months: int) -> int:
    """Return the average over the next whole months of protected spending + dues − income, in fen; negative: enough.

    Arrears of today are left out: this is the gap that would grow again.
    """
    needs = sum(needs_by_month(problem)[1 : months + 1])
    dues = 0
    for account in problem.accounts:
        probe = account.copy()
        if probe.due_fen:
            probe.pay(probe.due_fen)
        for row in dues_of(probe, months + 1):
            if 1 <= month_of(row.due).minus(problem.first) <= months:
                dues += row.total_fen
    return (needs + dues) // months
