"""What a change is worth to a plan: money in a month, a thing sold, spending less, another due day, a friend's loan.

Each is found by paying again with the change, the plan's own way or a better one of those tried for every plan;
nothing is estimated.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from ashore.dates import Month, WorkingDays, month_of
from ashore.household.flows import sale_fen
from ashore.household.model import Household, Income, SideWork
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.baselines import ways_of
from ashore.planning.goals import goal_key
from ashore.planning.levers import STEP_FEN, Hours, failed, open_months, repays_friends, smallest
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem, problem_of
from ashore.planning.replay import run

MONTHS: Final = 12
MONEY_FEN: Final = 100_00
Kind = Literal["money", "side-work", "sale", "spending", "due-day", "friend"]
FRIEND_STEPS: Final = 10
"""So many sizes of a friend's loan are tried to find from where on more no longer helps."""


@dataclass(frozen=True, slots=True)
class Worth:
    """What one change is worth.

    `name`: of the thing, spending, debt or friend.  `month`: when; for a sale the last month in which it is still worth
    as much.  `fen`: what is put in.  `saved_fen`: how much less the plan costs, negative where it costs more.
    `hours`: of side work, `month` its last.  `until_fen`: from which sum on more of a friend's money no longer helps.
    `fewer_overdue`: month ends at which one debt fewer is overdue.  `works`: whether the plan works with it.
    """

    kind: Kind
    name: str
    month: Month | None
    fen: int
    saved_fen: int
    fewer_overdue: int
    works: bool
    day: int = 0
    hours: int = 0
    until_fen: int = 0


class Levers:
    """A household under its plan's way of paying, followed again with one thing changed."""

    def __init__(
        self, household: Household, policy: Policy, horizon: int, working_days: WorkingDays = EVERY_DAY_WORKS
    ) -> None:
        """Follow it once without a change."""
        self.household, self.policy, self.horizon, self.working_days = (
            household,
            policy,
            horizon,
            working_days,
        )
        self.problem = problem_of(household, horizon, working_days)
        self.own = run(self.problem, policy)
        self.base = self._best(self.problem, policy)

    def all(self) -> tuple[Worth, ...]:
        """Return what each change is worth, kind by kind."""
        return (
            *self.money(),
            *self.side_work(),
            *self.sales(),
            *self.spendings(),
            *self.due_days(),
            *self.friends(),
        )

    def _worth(self, kind: Kind, name: str, fen: int, outcome: Outcome, month: Month | None = None) -> Worth:
        return Worth(
            kind,
            name,
            month,
            fen,
            self.base.net_fen - outcome.net_fen,
            self.base.overdue_months - outcome.overdue_months,
            outcome.works,
        )

    def _best(self, problem: Problem, policy: Policy) -> Outcome:
        """Return the better of the plan's own way and the others, with the same levers and concessions."""
        others = [
            replace(one, sales=policy.sales, hours=policy.hours, draws=policy.draws, offers=policy.offers)
            for one in ways_of(problem)
        ]
        outcomes = [run(problem, one) for one in (policy, *others)]
        return min(outcomes, key=lambda outcome: goal_key(outcome, "cheapest"))

    def _with(self, household: Household) -> Outcome:
        return self._best(problem_of(household, self.horizon, self.working_days), self.policy)

    def money(self) -> Iterator[Worth]:
        """Yield what ¥100 on the first day of each coming month is worth, as long as debts are open.

        The way of paying is the plan's own.
        """
        open_months = (self.base.months or self.horizon) if self.household.debts else 0
        last = min(MONTHS, open_months, self.horizon)
        for index in range(1, last + 1):
            month = self.problem.first.plus(index)
            more = Income("", MONEY_FEN, every="once", on=month.first)
            home = replace(self.household, incomes=(*self.household.incomes, more))
            outcome = run(problem_of(home, self.horizon, self.working_days), self.policy)
            worth = self._worth("money", "", MONEY_FEN, outcome, month)
            fewer = self.own.overdue_months - outcome.overdue_months
            yield replace(worth, saved_fen=self.own.net_fen - outcome.net_fen, fewer_overdue=fewer)

    def side_work(self) -> Iterator[Worth]:
        """Yield the fewest hours of each side work that change the answer as much as a year's would, else a year's."""
        for index, work in enumerate(self.household.side_work):
            months = [month for month in open_months(work, self.problem) if month <= MONTHS]
            if months and work.hours_month:
                yield self._side_work(index, work, months)

    def _side_work(self, index: int, work: SideWork, months: Sequence[int]) -> Worth:
        others = {place: hours for place, hours in self.policy.hours.items() if place[0] != index}

        def working(total: int) -> Policy:
            placed = _placed(total, index, work.hours_month, months)
            return replace(self.policy, hours={**others, **placed})

        def change(total: int) -> tuple[float, ...]:
            outcome = run(self.problem, working(total))
            return (not outcome.works, *outcome.goals[:2])

        most = work.hours_month * len(months)
        target = change(most)
        fewest = (
            smallest(lambda total: change(total) <= target, most) if target < change(0) else most
        ) or most
        without, outcome = (self._best(self.problem, working(total)) for total in (0, fewest))
        last = months[(fewest - 1) // work.hours_month]
        return Worth(
            "side-work",
            work.name,
            self.problem.first.plus(last),
            fewest * work.hourly_fen,
            without.net_fen - outcome.net_fen,
            without.overdue_months - outcome.overdue_months,
            outcome.works,
            hours=fewest,
        )

    def sales(self) -> Iterator[Worth]:
        """Yield what selling each thing is worth against keeping it, and the last month in which it does as much."""
        for index, asset in enumerate(self.household.assets):
            if asset.for_sale:
                others = {one: month for one, month in self.policy.sales.items() if one != index}
                kept = self._best(self.problem, replace(self.policy, sales=others))
                sold = self._sold(others, index, 1)
                last = self._last_useful(others, index, sold)
                fen = sale_fen(asset, 1)
                best = self._best(self.problem, replace(self.policy, sales={**others, index: 1}))
                saved, fewer = kept.net_fen - best.net_fen, kept.overdue_months - best.overdue_months
                yield Worth("sale", asset.name, last, fen, saved, fewer, best.works)

    def _sold(self, others: Mapping[int, int], index: int, month: int) -> Outcome:
        return run(self.problem, replace(self.policy, sales={**others, index: month}))

    def _last_useful(self, others: Mapping[int, int], index: int, first: Outcome) -> Month:
        """Return the last month in a row in which selling it spares as much as in the first: same status and harm."""
        last = 1
        for month in range(2, min(MONTHS, self.horizon) + 1):
            outcome = self._sold(others, index, month)
            if (outcome.works, outcome.goals[:2]) != (first.works, first.goals[:2]):
                break
            last = month
        return self.problem.first.plus(last)

    def spendings(self) -> Iterator[Worth]:
        """Yield what doing without each spending that can wait is worth."""
        for index, spending in enumerate(self.household.spendings):
            if not spending.essential:
                less = tuple(one for place, one in enumerate(self.household.spendings) if place != index)
                outcome = self._with(replace(self.household, spendings=less))
                yield self._worth("spending", spending.name, spending.amount_fen, outcome)

    def due_days(self) -> Iterator[Worth]:
        """Yield what a due day after payday is worth for each debt that would be paid late within a month."""
        late = {row.debt for row in self.base.payments if row.days_late > 0 and self._near(row.on)}
        payday = max(self.household.incomes, key=lambda income: income.amount_fen, default=None)
        if payday is None or payday.every != "month" or not payday.day:
            return
        for index, debt in enumerate(self.household.debts):
            if debt.id in late and debt.arrears is None and debt.terms.method != "schedule":
                moved = replace(debt, terms=replace(debt.terms, due_day=min(28, payday.day + 1)))
                debts = tuple(
                    moved if place == index else one for place, one in enumerate(self.household.debts)
                )
                outcome = self._with(replace(self.household, debts=debts))
                yield replace(self._worth("due-day", debt.name, 0, outcome), day=moved.terms.due_day)

    def _near(self, day: date) -> bool:
        return month_of(day).minus(self.problem.first) < self.problem.daily_months

    def friends(self) -> Iterator[Worth]:
        """Yield the smallest friend's loan with which the plan works; where it works already, the one that helps most.

        Left out where the plan would not work all the same, where the friend would not be repaid in full inside it, and
        where what is missing each month stays missing: there a loan would only move the debt (practice §2, H4).
        """
        if self.household.cause == "structural":
            return
        for index, lever in enumerate(self.household.friend_loans):
            steps = lever.amount_fen_max // STEP_FEN
            enough = None if self.base.works else self._enough(index, steps)
            until, outcome = self._most_useful(index, enough or 1, steps)
            if enough:
                outcome = self._best(self.problem, replace(self.policy, draws={index: enough * STEP_FEN}))
            fen = enough * STEP_FEN if enough else until
            if not repays_friends(outcome):
                continue
            yield replace(self._worth("friend", lever.name, fen, outcome), until_fen=until)

    def _most_useful(self, index: int, least: int, most: int) -> tuple[int, Outcome]:
        """Return the smallest of some sizes of a loan that helps as much as any, in fen, and what it leads to."""
        sizes = {least + (most - least) * place // FRIEND_STEPS for place in range(FRIEND_STEPS + 1)}
        tried = {
            size: self._best(self.problem, replace(self.policy, draws={index: size * STEP_FEN}))
            for size in sizes
        }
        best = min(tried, key=lambda size: (goal_key(tried[size], "cheapest"), size))
        return best * STEP_FEN, tried[best]

    def _enough(self, index: int, steps: int) -> int | None:
        """Return the fewest steps of a loan with which the plan works, None if all of it is not enough."""

        def works(lent: int) -> bool:
            lending = replace(self.policy, draws={index: lent * STEP_FEN})
            return repays_friends(run(self.problem, lending, failed))

        return smallest(works, steps)


def _placed(total: int, lever: int, most: int, months: Sequence[int]) -> Hours:
    """Return hours of one side work placed as early as possible."""
    return {
        (lever, month): min(most, total - most * place)
        for place, month in enumerate(months)
        if total > most * place
    }
