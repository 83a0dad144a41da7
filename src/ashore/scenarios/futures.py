"""Everything that `ashore futures` says of a plan: shocks, many futures, the emergency fund, single changes."""

from dataclasses import dataclass
from functools import partial

from ashore.dates import WorkingDays
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.holding import Holding
from ashore.planning.offers import offers_of
from ashore.planning.plan import Plan
from ashore.planning.problem import problem_of
from ashore.scenarios.assumed import Assumed
from ashore.scenarios.cases import drawn_cases, shock_cases
from ashore.scenarios.changes import Changes, changes_of
from ashore.scenarios.fan import Fan, fan_of
from ashore.scenarios.funds import Funds, funds_of
from ashore.scenarios.lives import Each, Life, Setting
from ashore.scenarios.named import Named, Warned, named_of, quiet_of, warned_of


@dataclass(frozen=True, slots=True)
class Draws:
    """How many futures are drawn, and the seed."""

    paths: int
    seed: int


@dataclass(frozen=True, slots=True)
class Futures:
    """A plan under what could come.

    `quiet`: what it leads to when everything comes as the file says.  `changes`: tried against the shocks to the
    household's own money or, where no plan works yet, against the drawn futures or the quiet one.
    """

    plan: Plan
    assumed: Assumed
    quiet: Life
    named: tuple[Named, ...]
    warned: tuple[Warned, ...]
    fan: Fan | None
    funds: Funds | None
    changes: Changes | None


def setting_of(plan: Plan, working_days: WorkingDays = EVERY_DAY_WORKS) -> Setting:
    """Return what every life of a plan begins with: its policy, or that of the holding plan where none works."""
    works = plan.status != "does-not-work"
    policy = plan.policy
    if not works:
        problem = problem_of(plan.household, plan.horizon, working_days)
        taken = tuple(one.offer for one in plan.outcome.taken)
        policy = Holding(problem, policy).best(offers_of(plan.household, problem.accounts), (taken,)).policy
    return Setting(plan.household, policy, works, plan.horizon, working_days)


def futures_of(
    plan: Plan, assumed: Assumed, draws: Draws, working_days: WorkingDays = EVERY_DAY_WORKS, each: Each = map
) -> Futures:
    """Return the plan under named shocks and many futures; `each` does the work, in any number of pieces at once."""
    setting = setting_of(plan, working_days)
    quiet = quiet_of(setting)
    chance = assumed.share("low-month.chance")
    shocks = partial(shock_cases, quiet=quiet, assumed=assumed)
    drawn = partial(drawn_cases, seed=draws.seed, low_chance=chance, paths=draws.paths)
    return Futures(
        plan,
        assumed,
        quiet,
        named_of(setting, quiet, assumed, each),
        warned_of(setting, assumed, each),
        fan_of(setting, quiet, chance, draws.paths, draws.seed, each),
        funds_of(setting, shocks(setting), each),
        changes_of(plan, setting, shocks if setting.works else drawn, each),
    )
