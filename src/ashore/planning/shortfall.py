"""How much is missing: the smallest sum that, had it been there today, would make the plan work."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from ashore.planning.baselines import MODEL
from ashore.planning.levers import failed, smallest
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Group, Span
from ashore.planning.relaxing import relax, relax_debts
from ashore.planning.replay import run
from ashore.planning.staged import patterns

STEP_FEN = 10_00
"""What is missing is found to within ¥10, rounded up."""
STEPS_MAX = 1 << 24
SPARE_FEN = 20_00
"""Cash that the model of months leaves at each month's end, for the days and fen it does not see."""


def shortfall_fen(problem: Problem, policies: Sequence[Policy]) -> int | None:
    """Return the least extra cash at `as_of` with which the contracts can be met, to ¥10 up; None if no sum helps.

    Sums up to ¥160 million are tried with each policy; then smaller ones with the way of the model of months, with
    the sales and side work of the first policy.
    """
    found: int | None = None
    for policy in [one for place, one in enumerate(policies) if one not in policies[:place]]:
        found = _steps(found, _works(problem, lambda _, policy=policy: policy))
    if found is None:
        return None
    debts = contracts(relax_debts(problem))
    return (
        _steps(found, _works(problem, lambda richer: modelled(richer, policies[0], debts))) or found
    ) * STEP_FEN


def modelled(problem: Problem, policy: Policy, debts: Sequence[Group]) -> Policy | None:
    """Return the way of the model of months with the sales and side work of a policy; None where none fits."""
    worked = [0] * (problem.horizon + 1)
    for (lever, month), hours in policy.hours.items():
        worked[month] += hours * problem.household.side_work[lever].hourly_fen
    household = relax(problem, Span(tuple(worked), 0), debts)
    found = household and next(patterns(problem, household, (), 1, SPARE_FEN, cuts=False), None)
    return replace(MODEL, sales=policy.sales, hours=policy.hours, targets=found.targets) if found else None


def contracts(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Return the debts relaxed without the ways of any concession."""
    return tuple(map(_contract, groups))


def _contract(group: Group) -> Group:
    plain = (
        tuple(tuple(way for way in ways if way.offer < 0) for ways in selection)
        for selection in group.selections
    )
    return Group((next(selection for selection in plain if all(selection)),))


def _works(problem: Problem, way: Callable[[Problem], Policy | None]) -> Callable[[int], bool]:
    """Return whether a way of paying works with so many steps more; each number is tried once."""

    @cache
    def works(steps: int) -> bool:
        richer = replace(problem, extra_cash_fen=steps * STEP_FEN)
        policy = way(richer)
        return policy is not None and run(richer, policy, failed).works

    return works


def _steps(known: int | None, works: Callable[[int], bool]) -> int | None:
    """Return the fewest steps that work, if fewer than `known`; else `known`."""
    if known is not None:
        return smallest(works, known - 1) if known and works(known - 1) else known
    if not works(STEPS_MAX):
        return None
    most = 1
    while not works(most):
        most *= 4
    return smallest(works, min(most, STEPS_MAX))
