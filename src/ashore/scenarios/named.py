"""Each named shock lived from several months on: where the plan holds, where it breaks first, how much is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ashore.dates import Month
from ashore.planning.levers import smallest
from ashore.planning.problem import Problem
from ashore.scenarios.assumed import Assumed
from ashore.scenarios.future import QUIET, Future, NewLoan, dues_on
from ashore.scenarios.lives import Each, Life, Setting, holds, lives, with_money
from ashore.scenarios.shocks import Shock, future_of, income_hit, shocks_of, warnings_of

STARTS: Final = (1, 4, 7, 10)
"""Months in which a shock is let begin: next month, and every third after it within a year."""
STEP_FEN: Final = 100_00
STEPS_MAX: Final = 1 << 14


@dataclass(frozen=True, slots=True)
class Trial:
    """A shock that begins in one month, and what it leads to; `income`: the one that is hit, empty where none is."""

    start: Month
    income: str
    life: Life


@dataclass(frozen=True, slots=True)
class Named:
    """A shock from every month tried; `missing_fen`: the sum that would be needed in the worst of them, 0 where none.

    Money that is there only when the shock begins; found to within ¥100, None where no sum helps.
    """

    shock: Shock
    trials: tuple[Trial, ...]
    worst: Trial
    missing_fen: int | None

    @property
    def held(self) -> int:
        """Return from how many of the starts the plan holds."""
        return sum(trial.life.holds for trial in self.trials)


@dataclass(frozen=True, slots=True)
class Warned:
    """A loan taken next month to pay other loans with, and what it leads to; `dues_fen`: what is paid back on it."""

    shock: Shock
    start: Month
    loan: NewLoan
    dues_fen: int
    life: Life


def badness(life: Life) -> tuple[int, ...]:
    """Return what shocks are ranked by, the worst last."""
    return (not life.holds, life.unpaid_essential_fen, life.harm_halves, life.overdue_months, life.net_fen)


def starts_of(setting: Setting, quiet: Life) -> tuple[int, ...]:
    """Return the months tried: those in which debts are open; only the first where no plan works to begin with."""
    last = len(quiet.owed_fen) - 1 if setting.works else STARTS[0]
    return tuple(index for index in STARTS if index <= min(last, setting.horizon)) or STARTS[:1]


def named_of(setting: Setting, quiet: Life, assumed: Assumed, each: Each = map) -> tuple[Named, ...]:
    """Return every shock that fits the household; of debts that could be called but are not overdue, the worst."""
    problem = setting.problem()
    starts = starts_of(setting, quiet)
    shocks = shocks_of(problem)
    futures = [future_of(shock, problem, start, assumed) for shock in shocks for start in starts]
    lived = lives(setting, futures, each)
    found: list[Named] = []
    for place, shock in enumerate(shocks):
        part = slice(place * len(starts), (place + 1) * len(starts))
        found.append(_named(setting, problem, shock, assumed, starts, futures[part], lived[part]))
    return tuple(_worst_call(problem, found))


def _named(
    setting: Setting,
    problem: Problem,
    shock: Shock,
    assumed: Assumed,
    starts: Sequence[int],
    futures: Sequence[Future],
    lived: Sequence[Life],
) -> Named:
    worst = max(range(len(starts)), key=lambda place: badness(lived[place]))
    trials = tuple(
        Trial(problem.first.plus(start), income_hit(shock, problem, start, assumed), life)
        for start, life in zip(starts, lived, strict=True)
    )
    missing = 0
    if not lived[worst].holds and setting.works:
        missing = _missing(setting, problem, futures[worst], starts[worst])
    return Named(shock, trials, trials[worst], missing)


def _worst_call(problem: Problem, found: Sequence[Named]) -> list[Named]:
    """Return the shocks with each overdue debt's call, or else only the call that hurts most."""
    calls = [one for one in found if one.shock.kind == "called"]
    rest = [one for one in found if one.shock.kind != "called"]
    if any(problem.accounts[one.shock.debt or 0].arrears_fen for one in calls):
        return [*rest, *calls]
    return [*rest, *sorted(calls, key=lambda one: badness(one.worst.life))[-1:]]


def _missing(setting: Setting, problem: Problem, future: Future, start: int) -> int | None:
    """Return the least money on the shock's first day with which the plan holds, in steps of ¥100."""

    def enough(steps: int) -> bool:
        return holds(problem, setting, with_money(future, problem, start, steps * STEP_FEN))

    most = 1
    while most < STEPS_MAX and not enough(most):
        most *= 4
    steps = smallest(enough, most)
    return None if steps is None else steps * STEP_FEN


def warned_of(setting: Setting, assumed: Assumed, each: Each = map) -> tuple[Warned, ...]:
    """Return what a loan taken next month to pay other loans with would do."""
    problem = setting.problem()
    shocks = warnings_of(problem)
    futures = [future_of(shock, problem, STARTS[0], assumed) for shock in shocks]
    start = problem.first.plus(STARTS[0])
    return tuple(
        Warned(shock, start, loan, sum(dues_on(loan, problem, start)), life)
        for shock, future, life in zip(shocks, futures, lives(setting, futures, each), strict=True)
        for loan in future.loans.get(STARTS[0], ())
    )


def quiet_of(setting: Setting) -> Life:
    """Return what the plan leads to when everything comes as expected."""
    return lives(setting, [QUIET])[0]
