"""Whether a friend's loan comes back: in how many futures it is repaid in full, and what is lost in the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from ashore.dates import WorkingDays
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.baselines import ways_of
from ashore.planning.friend import FRIEND
from ashore.planning.goals import goal_key
from ashore.planning.levers import repays_friends
from ashore.planning.plan import Plan
from ashore.planning.replay import run
from ashore.planning.worth import Worth
from ashore.scenarios.assumed import Assumed
from ashore.scenarios.cases import shock_cases
from ashore.scenarios.future import Future
from ashore.scenarios.lives import Each, Setting, in_pieces
from ashore.scenarios.living import Living, with_levers_of
from ashore.scenarios.named import quiet_of

REPAID_OF_5: Final = 4
"""A friend's loan is offered only where it is repaid in at least so many of five futures (practice §2, H4)."""


@dataclass(frozen=True, slots=True)
class Gate:
    """What was found of one loan: of `tried` futures, in how many the friend was repaid in full.

    `fen`: what is lent.  `quiet`: whether the plan works, and repays it all, when everything comes as the file says.
    `lost_fen`: the most that stayed unpaid in any future tried; all of it is lost where nothing was repaid before.
    """

    name: str
    fen: int
    quiet: bool
    tried: int
    repaid: int
    lost_fen: int

    @property
    def opens(self) -> bool:
        """Return whether the loan may be offered."""
        return self.quiet and self.repaid * 5 >= self.tried * REPAID_OF_5


def gate_of(setting: Setting, index: int, fen: int, assumed: Assumed, each: Each = map) -> Gate:
    """Return what becomes of one friend's loan of `fen` in futures, paid in the setting's way or a better one.

    They are the shocks to the household's own money, from every month tried: a varying income alone brings no future
    that is worse than the plan, which counts on its low months only (SPEC §2.4).
    """
    problem, own = setting.problem(), replace(setting.policy, draws={index: fen})
    ways = (own, *(with_levers_of(one, own) for one in ways_of(problem)))
    led = [
        (goal_key(outcome, "cheapest"), place, outcome)
        for place, outcome in enumerate(run(problem, way) for way in ways)
    ]
    _, best, outcome = min(led, key=lambda one: one[:2])
    lending = replace(setting, policy=ways[best], works=True)
    quiet = repays_friends(outcome)
    futures = shock_cases(lending, quiet_of(lending), assumed) if quiet else []
    left = in_pieces(partial(_left_fen, lending), futures, each)
    name = setting.household.friend_loans[index].name
    return Gate(name, fen, quiet, len(left), left.count(0), max(left, default=0))


def _left_fen(setting: Setting, futures: Sequence[Future]) -> list[int]:
    """Return what of the friend's money is not yet repaid at the end of each future."""
    problem, found = setting.problem(), list[int]()
    for future in futures:
        living = Living(problem, setting.policy, future, works=setting.works)
        living.run()
        lent = (one.account for one in living.runners if one.debt is None and one.id.startswith(FRIEND))
        found.append(sum(account.principal_left_fen for account in lent))
    return found


def gates_of_plan(
    plan: Plan, assumed: Assumed, working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Gate, ...]:
    """Return what becomes of each friend's loan that a plan draws; nothing where it draws none."""
    setting = Setting(plan.household, plan.policy, plan.status != "does-not-work", plan.horizon, working_days)
    return tuple(gate_of(setting, index, fen, assumed) for index, fen in plan.policy.draws.items() if fen)


def gates_of_levers(
    plan: Plan, worths: tuple[Worth, ...], assumed: Assumed, working_days: WorkingDays = EVERY_DAY_WORKS
) -> tuple[Gate, ...]:
    """Return what becomes of each friend's loan that is told as a lever, at the sum told."""
    setting = Setting(plan.household, plan.policy, plan.status != "does-not-work", plan.horizon, working_days)
    names = [one.name for one in plan.household.friend_loans]
    lent = [one for one in worths if one.kind == "friend"]
    return tuple(gate_of(setting, names.index(one.name), one.fen, assumed) for one in lent)
