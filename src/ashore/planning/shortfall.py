"""How much is missing: the smallest sum that, had it been there today, would make the plan work."""

from collections.abc import Sequence
from dataclasses import replace

from ashore.planning.levers import failed, smallest
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run

STEP_FEN = 10_00
"""What is missing is found to within ¥10, rounded up."""
STEPS_MAX = 1 << 24


def shortfall_fen(problem: Problem, policies: Sequence[Policy]) -> int | None:
    """Return the least extra cash at `as_of` with which a policy works, to ¥10 rounded up; None if no sum helps.

    Sums are tried up to ¥160 million.
    """
    found: int | None = None
    for policy in policies:
        found = _steps(problem, policy, found)
    return None if found is None else found * STEP_FEN


def _steps(problem: Problem, policy: Policy, known: int | None) -> int | None:
    """Return the fewest steps with which the policy works, if fewer than `known`; else `known`."""

    def works(steps: int) -> bool:
        return run(replace(problem, extra_cash_fen=steps * STEP_FEN), policy, failed).works

    if known is not None:
        return smallest(works, known - 1) if known and works(known - 1) else known
    if not works(STEPS_MAX):
        return None
    most = 1
    while not works(most):
        most *= 4
    return smallest(works, min(most, STEPS_MAX))
