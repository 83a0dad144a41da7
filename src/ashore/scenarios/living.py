"""A plan lived through one future: each month's real money shows as the month begins, and the person plans again.

Nothing here looks at a later month of the future.  What is expected of later months is what the file says.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month
from ashore.household.flows import Flow
from ashore.loans.concessions import accelerate
from ashore.planning.baselines import CANDIDATES, HOLDING
from ashore.planning.levers import failed
from ashore.planning.outcome import Goals
from ashore.planning.policy import Policy
from ashore.planning.problem import Problem
from ashore.planning.record import Record
from ashore.planning.replay import Replay
from ashore.scenarios.future import Future, runner_of

LOOK_MONTHS: Final = 24
"""So many months ahead are looked at when planning again."""
LOOKS_MAX: Final = 12
"""So many months in a row a way is looked for where none works, until something unexpected comes."""
LOOKED: Final = (CANDIDATES[0], CANDIDATES[2])
"""The ways looked at first: debts in order first, or the longest overdue first."""
DAY: Final = timedelta(days=1)


class Living(Replay):
    """A run whose policy may change: the person plans again when what is expected cannot be met any more.

    `settled`: whether the way followed meets everything if the months bring what is expected.  Where it does not, a
    way that does is looked for each month, for a year after the last surprise; meanwhile the holding plan holds.
    """

    def __init__(self, problem: Problem, policy: Policy, future: Future, *, works: bool = True) -> None:
        """Begin with a plan's policy."""
        super().__init__(problem, policy)
        self.future, self.settled = future, works
        self.looks = LOOKS_MAX
        self.changes: list[Month] = []

    def done(self, index: int) -> bool:
        """Return whether every debt is closed and the future tells of no later month."""
        return index >= self.future.until and super().done(index)

    def begin_month(self, index: int) -> None:
        """Learn what the month brings, plan again where that is needed, then begin as planned."""
        if self._learn(index):
            self._think(index)
        elif self.looks > 0 and not self.settled:
            self._look(index)
        super().begin_month(index)

    def _learn(self, index: int) -> bool:
        """Take in the month's real money, calls and loans.  Returns whether something came that was not expected.

        More money than expected changes no plan that works; less does, and nothing is repaid early in that month.
        """
        expected = self.problem.flows[index]
        real = self.future.flows.get(index, expected)
        self.frugal = falls_short(expected, real)
        loans = self.future.loans.get(index, ())
        month = self.problem.first.plus(index)
        for loan in loans:
            self.runners.append(runner_of(loan, self.problem, month, len(self.runners)))
            self.record.draw(month, loan.id, loan.fen)
            fee = Flow(month.first, "essential", loan.fee_fen, loan.id)
            real = (Flow(month.first, "income", loan.fen, loan.id), fee, *real)
        if real != expected:
            self.looks = LOOKS_MAX
            flows = (*self.problem.flows[:index], real, *self.problem.flows[index + 1 :])
            self.problem = replace(self.problem, flows=flows)
        calls = [one for one in self.future.calls.get(index, ()) if not self.runners[one].account.closed]
        for debt in calls:
            self._call(debt, max(month.first, self.problem.as_of + DAY))
        return self.frugal or bool(loans or calls)

    def _call(self, debt: int, day: date) -> None:
        account = self.runners[debt].account
        account.advance(day)
        accelerate(account)
        self.runners[debt].projection = None

    def _think(self, index: int) -> None:
        """Go on as before where that meets everything, else change to the best way that does, else hold."""
        self.settled = self._ahead(index, self.policy) is not None
        if not self.settled:
            self._choose(index)

    def _look(self, index: int) -> None:
        """Where the holding plan holds, change to the first way that the money of the month lets work again."""
        self.looks -= 1
        for way in LOOKED:
            if self._ahead(index, with_levers_of(way, self.policy)) is not None:
                self.settled = True
                self._follow(index, way)
                break

    def _choose(self, index: int) -> None:
        """Change to the best way that meets everything, else hold."""
        ways = [(goals, place) for place, goals in enumerate(self._each(index)) if goals is not None]
        self.settled = bool(ways)
        self._follow(index, CANDIDATES[min(ways)[1]] if ways else HOLDING)

    def _follow(self, index: int, chosen: Policy) -> None:
        if chosen.name != self.policy.name:
            self.changes.append(self.problem.first.plus(index))
        self.policy = with_levers_of(chosen, self.policy)
        for runner in self.runners:
            runner.overdue_at_start = runner.account.arrears_fen > 0

    def _each(self, index: int) -> Iterator[Goals | None]:
        return (self._ahead(index, with_levers_of(one, self.policy)) for one in CANDIDATES)

    def _ahead(self, index: int, policy: Policy) -> Goals | None:
        """Return what a way leads to from here if the months bring what is expected; None if it does not work.

        Judged as a plan made today: what is overdue now may be cured within six months.
        """
        twin = self._twin(index, policy)
        twin.go(index, failed)
        return goals_of(twin) if twin.record.works else None

    def _twin(self, index: int, policy: Policy) -> Replay:
        """Return a run on copies, from here on, that knows what the person knows."""
        twin = Replay.__new__(Replay)
        twin.__dict__.update(self.__dict__)
        twin.policy, twin.pending = policy, self.pending[:]
        last = min(self.problem.horizon, index + LOOK_MONTHS)
        twin.problem = replace(self.problem, horizon=last, flows=self.problem.flows[: last + 1])
        twin.needs, twin.all_needs = self.needs[: last + 1], self.all_needs[: last + 1]
        twin.runners = [
            replace(one, account=one.account.copy(), overdue_at_start=one.account.arrears_fen > 0)
            for one in self.runners
        ]
        twin.record = Record(twin.problem, twin.runners, since=index)
        return twin


def falls_short(expected: Sequence[Flow], real: Sequence[Flow]) -> bool:
    """Return whether some income brings less than expected, or some spending takes more."""
    if real is expected:
        return False
    change = Counter[tuple[str, str]]()
    for flows, sign in ((real, 1), (expected, -1)):
        for flow in flows:
            change[flow.kind, flow.name] += sign * flow.fen
    return any(fen < 0 if kind == "income" else fen > 0 for (kind, _), fen in change.items())


def with_levers_of(policy: Policy, own: Policy) -> Policy:
    """Return another way of paying with the sales, side work, friend's loans and offers of one's own."""
    return replace(policy, sales=own.sales, hours=own.hours, draws=own.draws, offers=own.offers)


def goals_of(run: Replay) -> Goals:
    """Return the goals of a run so far, in their order."""
    for runner in run.runners:
        runner.account.post_accrued()
    tallies = [runner.account.tally for runner in run.runners]
    net = sum(sum(tally.charged) - sum(tally.forgiven) for tally in tallies)
    record = run.record
    return record.unpaid_fen, record.harm_halves, record.arrears_fen_months, record.cut_fen, net
