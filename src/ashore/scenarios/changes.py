"""Which single change helps most: each thing the household could do, tried against the same shocks and futures."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ashore.household.flows import sale_fen
from ashore.planning.asks import AskSet
from ashore.planning.baselines import ways_of
from ashore.planning.goals import goal_key
from ashore.planning.levers import hours_of
from ashore.planning.plan import Plan
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.replay import run
from ashore.scenarios.future import QUIET, Future
from ashore.scenarios.lives import Each, Setting, lives, unpaid_fen
from ashore.scenarios.living import with_levers_of

ChangeKind = Literal["side-work", "sale", "spending", "ask", "friend-loan"]
FRIEND: Final = "friend:"
REPAID_OF_5: Final = 4
"""A friend's loan is told only where it is repaid in at least so many of five futures (practice §2, H4)."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing done differently: whose way of paying that is, and what it takes.

    `name`: of the work, thing, spending, debt asked about or friend; `fen`: the sale, the spending, the loan; `hours`
    a month of side work.
    """

    kind: ChangeKind
    names: tuple[str, ...]
    setting: Setting
    fen: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class Helped:
    """A change with what it does in the futures tried, and whether the plan works with it when all is quiet.

    `held`: in how many of them everything is paid; `unpaid_fen`: the living money missing on average.
    """

    change: Change
    held: int
    unpaid_fen: int
    works: bool


@dataclass(frozen=True, slots=True)
class Changes:
    """What holds without a change, of how many futures tried, and each change, the one that helps most first.

    A friend's loan comes last, whatever it does (practice §2, H4).
    """

    tried: int
    held: int
    unpaid_fen: int
    helped: tuple[Helped, ...]


Cases = Callable[[Setting], list[Future]]
"""The futures in which a change is tried, for the household as it then is."""


def changes_of(plan: Plan, setting: Setting, cases: Cases, each: Each = map) -> Changes | None:
    """Return what each single change does in these futures; None where there is none to try or to try it in."""
    found = [*_own(setting), *_asked(plan, setting), *_friends(setting)]
    futures = cases(setting)
    if not futures or not found:
        return None
    lived = lives(setting, futures, each)
    helped = [one for one in (_helped(change, cases(change.setting), each) for change in found) if one]
    return Changes(
        len(futures),
        sum(life.holds for life in lived),
        unpaid_fen(lived),
        tuple(sorted(helped, key=lambda one: (one.change.kind == "friend-loan", -one.held, one.unpaid_fen))),
    )


def _helped(change: Change, futures: Sequence[Future], each: Each) -> Helped | None:
    """Return what a change does; None for a friend's loan that would not come back often enough."""
    quiet = lives(change.setting, [QUIET])[0]
    lived = lives(change.setting, futures, each)
    repaid = sum(not any(debt.startswith(FRIEND) for debt in life.left_debts) for life in lived)
    lends = change.kind == "friend-loan"
    if lends and (not quiet.holds or repaid * 5 < len(lived) * REPAID_OF_5):
        return None
    return Helped(change, sum(life.holds for life in lived), unpaid_fen(lived), quiet.holds)


def _own(setting: Setting) -> Iterator[Change]:
    """Yield what the household can do by itself: work more, sell what it would sell, do without what can wait."""
    home, policy = setting.household, setting.policy
    if hours := sum(work.hours_month for work in home.side_work):
        most = hours_of(setting.problem(), hours * setting.horizon)
        if most != policy.hours:
            names = tuple(work.name for work in home.side_work)
            yield Change(
                "side-work", names, replace(setting, policy=replace(policy, hours=most)), hours=hours
            )
    unsold = {
        index: 1 for index, asset in enumerate(home.assets) if asset.for_sale and index not in policy.sales
    }
    if unsold:
        sold = replace(setting, policy=replace(policy, sales={**policy.sales, **unsold}))
        fen = sum(sale_fen(home.assets[index], 1) for index in unsold)
        yield Change("sale", tuple(home.assets[index].name for index in unsold), sold, fen)
    waiting = [one for one in home.spendings if not one.essential]
    if waiting:
        kept = tuple(one for one in home.spendings if one.essential)
        less = replace(setting, household=replace(home, spendings=kept))
        yield Change("spending", tuple(one.name for one in waiting), less)


def _asked(plan: Plan, setting: Setting) -> Iterator[Change]:
    """Yield the smallest ask with which the plan works, as if agreed, where the contract alone does not."""
    for one in plan.asks[:1]:
        names = tuple(plan.household.debts[debt].name for debt in one.debts)
        policy, works = _paid_with(setting.problem(), one)
        yield Change("ask", names, replace(setting, policy=policy, works=works))


def _paid_with(problem: Problem, asked: AskSet) -> tuple[Policy, bool]:
    """Return the best way of paying with what is asked granted that can be lived month by month; whether it works.

    That is the set's own way, or a usual one where early repayment in the months of its programme cannot be lived so.
    """
    ways = (asked.policy, *(with_levers_of(one, asked.policy) for one in ways_of(problem)))
    led = [(way, run(problem, way)) for way in ways]
    best, outcome = min(led, key=lambda one: goal_key(one[1], "cheapest"))
    return best, outcome.works


def _friends(setting: Setting) -> Iterator[Change]:
    """Yield a friend's loan, all of it, last; never where what is missing each month stays missing."""
    home, policy = setting.household, setting.policy
    if home.cause == "structural" or policy.draws:
        return
    for index, lever in enumerate(home.friend_loans):
        drawn = replace(setting, policy=replace(policy, draws={index: lever.amount_fen_max}))
        yield Change("friend-loan", (lever.name,), drawn, lever.amount_fen_max)
