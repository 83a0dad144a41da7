"""What is missing each month as things stand: protected spending and the contracts' dues above income."""

from ashore.dates import month_of
from ashore.loans.schedule import dues_of
from ashore.planning.problem import Problem, needs_by_month


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
