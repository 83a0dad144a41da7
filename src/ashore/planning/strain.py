"""How low the highest month can be kept: what a later month would have to bear is repaid in parts before it."""

from collections.abc import Iterator
from dataclasses import replace

from ashore.planning.goals import LEVEL, peak_of
from ashore.planning.levers import STEP_FEN, smallest
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run


def leveled(problem: Problem, policy: Policy) -> Iterator[Policy]:
    """Yield the way of paying whose highest month is least (to ¥100), if early repayment makes it less.

    With the sales, side work and concessions of `policy`.  No more is repaid early, and no longer, than that takes.
    """
    level = replace(LEVEL, sales=policy.sales, hours=policy.hours, offers=policy.offers)
    plain, _ = peak_of(run(problem, replace(level, early_months=0)))

    def keeps(steps: int, months: int | None = None) -> bool:
        tried = replace(level, most_fen=steps * STEP_FEN, early_months=months)
        outcome = run(problem, tried)
        return outcome.works and peak_of(outcome)[0] <= steps * STEP_FEN

    steps = smallest(keeps, plain // STEP_FEN)
    if steps is None:
        return
    months = smallest(lambda count: keeps(steps, count), problem.horizon + 1)
    if months is not None:
        yield replace(level, most_fen=steps * STEP_FEN, early_months=months)
