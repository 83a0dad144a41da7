"""What a plan leads to in a future: lived month by month, and what is kept of it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final, Protocol, TypeVar

from ashore.dates import Month, WorkingDays
from ashore.household.flows import Flow
from ashore.household.model import Household
from ashore.planning.harm import DAY_90
from ashore.planning.levers import failed
from ashore.planning.policy import Policy, Runner
from ashore.planning.problem import Problem, problem_of
from ashore.scenarios.future import Future
from ashore.scenarios.living import Living

CHUNK: Final = 8
"""So many lives are one piece of work, however many workers there are."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What every life begins with: the household, its way of paying, whether that works as the file stands."""

    household: Household
    policy: Policy
    works: bool
    horizon: int
    working_days: WorkingDays

    def problem(self) -> Problem:
        """Return the household ready to be replayed."""
        return problem_of(self.household, self.horizon, self.working_days)


@dataclass(frozen=True, slots=True)
class Life:
    """What a future led to, in fen.

    `holds`: everything essential and every due was paid as in a plan that works.  `breaks`: the first month in which
    something was not.  `changes`: months in which another way was chosen.  `owed_fen`, `cash_fen`: by month from
    month 0 on, principal left and cash at the month's end.  `past_90`: debts that passed 90 days past due on the way.
    """

    holds: bool
    breaks: Month | None
    overdue_months: int
    harm_halves: int
    unpaid_essential_fen: int
    cut_fen: int
    cost_fen: int
    forgiven_fen: int
    left_fen: int
    debt_free: date | None
    changes: tuple[Month, ...]
    owed_fen: tuple[int, ...]
    cash_fen: tuple[int, ...]
    left_debts: tuple[str, ...]
    past_90: tuple[str, ...]

    @property
    def net_fen(self) -> int:
        """Return interest, penalty and fees less what was written off."""
        return self.cost_fen - self.forgiven_fen


def live(problem: Problem, setting: Setting, future: Future) -> Life:
    """Return what a future leads to."""
    living = Living(problem, setting.policy, future, works=setting.works)
    outcome = living.run()
    fees = sum(loan.fee_fen for loans in future.loans.values() for loan in loans)
    return Life(
        holds=outcome.works,
        breaks=outcome.shortfall_month,
        overdue_months=outcome.overdue_months,
        harm_halves=outcome.harm_halves,
        unpaid_essential_fen=outcome.unpaid_essential_fen,
        cut_fen=outcome.cut_fen,
        cost_fen=outcome.cost_fen + fees,
        forgiven_fen=outcome.forgiven_fen,
        left_fen=outcome.left_fen,
        debt_free=outcome.debt_free,
        changes=tuple(living.changes),
        owed_fen=tuple(sum(end.left_fen) for end in outcome.ends),
        cash_fen=tuple(row.end_fen for row in outcome.cash),
        left_debts=outcome.left_debts,
        past_90=tuple(
            one.id for one in living.runners if one.past_90_before and not _was_past_90(problem, one)
        ),
    )


def _was_past_90(problem: Problem, runner: Runner) -> bool:
    known = runner.index < len(problem.accounts)
    return known and problem.accounts[runner.index].days_past_due > DAY_90


def holds(problem: Problem, setting: Setting, future: Future) -> bool:
    """Return whether everything is paid in a future as in a plan that works; the run ends where that is not so."""
    living = Living(problem, setting.policy, future, works=setting.works)
    living.go(0, failed)
    return living.record.works


Task = TypeVar("Task")
Answer = TypeVar("Answer")


class Each(Protocol):
    """Does pieces of work and gives their answers in the order of the pieces: `map`, or one with many workers."""

    def __call__(
        self, work: Callable[[Sequence[Task]], list[Answer]], pieces: Iterable[Sequence[Task]], /
    ) -> Iterable[list[Answer]]:
        """Return each piece's answers."""
        ...


def in_pieces(
    work: Callable[[Sequence[Task]], list[Answer]], tasks: Sequence[Task], each: Each
) -> list[Answer]:
    """Return the answer of each task, in their order, whoever does the work."""
    pieces = [tasks[start : start + CHUNK] for start in range(0, len(tasks), CHUNK)]
    return [answer for piece in each(work, pieces) for answer in piece]


def lives(setting: Setting, futures: Sequence[Future], each: Each = map) -> list[Life]:
    """Return what each future leads to."""
    return in_pieces(partial(_lives, setting), futures, each)


def _lives(setting: Setting, futures: Sequence[Future]) -> list[Life]:
    problem = setting.problem()
    return [live(problem, setting, future) for future in futures]


def unpaid_fen(lived: Sequence[Life]) -> int:
    """Return the essential spending left unpaid in these lives on average, rounded down to the fen."""
    return sum(life.unpaid_essential_fen for life in lived) // len(lived)


def with_money(future: Future, problem: Problem, index: int, fen: int) -> Future:
    """Return the future with so much more on the first day of a month, not known before."""
    month = problem.first.plus(index)
    flows = future.flows.get(index, problem.flows[index])
    more = Flow(month.first, "income", fen, "")
    return replace(future, flows={**future.flows, index: (more, *flows)})
