"""Side work as far as harm needs it, and a friend's loan last and small: both found by trying (SPEC §5.7)."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from ashore.dates import month_of
from ashore.household.model import SideWork
from ashore.planning.friend import FRIEND
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.record import Record
from ashore.planning.replay import run

STEP_FEN = 100_00
"""A friend's loan is found to within ¥100."""
Works = Callable[[int], bool]
Hours = Mapping[tuple[int, int], int]
"""Hours of side work by lever and month index."""


def failed(record: Record) -> bool:
    """Return whether a run cannot work any more."""
    return not record.works


def smallest(works: Works, most: int) -> int | None:
    """Return the smallest whole number up to `most` that works, by halving; None if `most` does not."""
    if not works(most):
        return None
    low, high = 0, most
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if works(middle) else (middle + 1, high)
    return high


def open_months(work: SideWork, problem: Problem) -> list[int]:
    """Return the month indexes in which the work could be done, month 1 at the earliest."""
    first = problem.first
    start = max(1, month_of(work.since).minus(first) if work.since else 1)
    end = min(problem.horizon, month_of(work.until).minus(first) if work.until else problem.horizon)
    return list(range(start, end + 1))


def hours_of(problem: Problem, total: int) -> Hours:
    """Return `total` hours placed as early as possible, the best paid work first."""
    works = sorted(enumerate(problem.household.side_work), key=lambda pair: (-pair[1].hourly_fen, pair[0]))
    slots = [(month, index, work) for index, work in works for month in open_months(work, problem)]
    hours: dict[tuple[int, int], int] = {}
    for month, index, work in sorted(slots, key=lambda slot: slot[0]):
        share = min(total, work.hours_month)
        if share:
            hours[index, month] = share
            total -= share
    return hours


def with_side_work(problem: Problem, policy: Policy, base: Outcome) -> tuple[Policy, Outcome]:
    """Return the policy with the fewest hours that avoid as much unpaid spending and harm as all hours would.

    Of as much harm, a plan that works is better than one that does not.
    """
    months = base.months or problem.horizon
    most = sum(
        work.hours_month * min(months, len(open_months(work, problem)))
        for work in problem.household.side_work
    )
    if most == 0 or (base.unpaid_essential_fen == 0 and base.harm_halves == 0):
        return policy, base

    def reached(outcome: Outcome) -> tuple[int, ...]:
        return not outcome.works, *outcome.goals[:2]

    def reaches(total: int, goal: tuple[int, ...]) -> bool:
        outcome = run(
            problem,
            replace(policy, hours=hours_of(problem, total)),
            lambda record: (not record.works, record.unpaid_fen, record.harm_halves) > goal,
        )
        return reached(outcome) <= goal

    goal = reached(run(problem, replace(policy, hours=hours_of(problem, most))))
    if goal >= reached(base):
        return policy, base
    fewest = smallest(lambda total: reaches(total, goal), most)
    assert fewest is not None
    chosen = replace(policy, hours=hours_of(problem, fewest))
    return chosen, run(problem, chosen)


def repays_friends(outcome: Outcome) -> bool:
    """Return whether a plan works and leaves nothing owed to a friend it borrowed from (practice §2, H4)."""
    return outcome.works and not any(debt.startswith(FRIEND) for debt in outcome.left_debts)


def with_friend_loan(problem: Problem, policy: Policy) -> tuple[Policy, Outcome] | None:
    """Return the policy with the smallest friend's loan (to ¥100) with which the plan works, or None.

    The friend is repaid in full inside the plan: a loan that runs beyond the horizon is none.
    """
    for index, lever in enumerate(problem.household.friend_loans):

        def works(steps: int, index: int = index) -> bool:
            return repays_friends(run(problem, replace(policy, draws={index: steps * STEP_FEN}), failed))

        steps = smallest(works, lever.amount_fen_max // STEP_FEN)
        if steps:
            chosen = replace(policy, draws={index: steps * STEP_FEN})
            return chosen, run(problem, chosen)
    return None
