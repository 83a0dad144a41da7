"""Ways of paying with what is asked granted: as plans are paid, and as the programme of the months would pay."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.household.flows import Flow
from ashore.planning.ahead import SPENT
from ashore.planning.ask_early import Early, Pattern
from ashore.planning.ask_paths import Path
from ashore.planning.baselines import CANDIDATES, MODEL, ways_of
from ashore.planning.cashpath import Purse
from ashore.planning.extra import after_dues, excess_fen, extra_order, repay
from ashore.planning.goals import goal_key
from ashore.planning.levers import failed
from ashore.planning.offers import Selection
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Order, Policy, Runner
from ashore.planning.problem import Problem
from ashore.planning.record import Record
from ashore.planning.replay import Replay, run

SPARE_FEN: Final = 20_00
"""Cash that the programme leaves at each month's end, for the days and fen it does not see."""
SPARES_FEN: Final = (0, SPARE_FEN, 50_00, 100_00)
"""What is left at each month's end where months for early repayment are chosen, one after another."""
ENDS: Final = replace(CANDIDATES[1], name="clean-first-ends", ends=True)
"""Repays every debt early from its end on with cash that waits for a later due."""
ORDERS: Final[tuple[Order, ...]] = ("clean-first", "oldest")
Tried = tuple[Policy, Outcome]


class Follow(Replay):
    """A replay that repays early just what the policy's targets say, whatever later months then still lack.

    The programme has seen that all its repayments together make the later months fit; one alone need not.
    """

    def _repay_to_targets(self, index: int, left: int, held: int) -> None:
        """Repay each debt early down to its target, the dearest first; the emergency fund and living stay."""
        self._share(index, left - max(0, self._kept(index) - held))

    def _kept(self, index: int) -> int:
        return max(
            self.days_ahead(index, self.runners, SPENT),
            self.problem.emergency_target_fen(index),
            self.first_days(index),
        )

    def _share(self, index: int, left: int) -> None:
        month = self.problem.first.plus(index)
        for runner in extra_order(self.runners, "dearest"):
            target, there = self.policy.targets.get((runner.id, index)), after_dues(runner.account, month)
            if target is not None and there and left > 0:
                runner.extra_fen = repay(there, min(left, excess_fen(there, target)))
                left -= runner.extra_fen

    def _rehearse(self, index: int, month: Month, flows: Sequence[Flow], allowance_fen: int) -> None:
        """Go through the month's days on copies; share what is then really left, as budgets count penalties to come."""
        real, record, pending = self.runners, self.record, self.pending[:]
        self.runners = [replace(one, account=one.account.copy(), extra_fen=0) for one in real]
        self.record, purse = Record(self.problem, self.runners), Purse(self.cash_fen)
        self._by_day(index, month, flows, purse, allowance_fen)
        overdue = any(one.account.arrears_fen for one in self.runners)
        self.runners, self.record, self.pending = real, record, pending
        for runner in real:
            runner.extra_fen = 0
        if not overdue:
            self._share(index, purse.cash_fen - self.problem.stock_fen - self._kept(index))

    def _pay_due(
        self, runner: Runner, day: date, purse: Purse, ahead: Sequence[Flow], *, by_day: bool
    ) -> None:
        """Pay what is due; once nothing more is to come in the month, nothing is set aside for it any longer."""
        super()._pay_due(runner, day, purse, ahead, by_day=by_day)
        if not runner.account.due_fen and all(later <= day for later in runner.pay_days):
            runner.budget_fen = 0


@dataclass(slots=True)
class Trial:
    """A set of asks tried: how each debt then stands, and what there is for debts.

    `policy`: the sales and side work that stay.  `paths`: by debt.  `cash_fen`: what may have gone to debts by each
    month's end.  `fund_fen`: what of it is the emergency fund's.  `excluded`: whether, nothing having worked, it was
    shown that nothing can.
    """

    problem: Problem
    policy: Policy
    offers: Selection
    paths: Mapping[int, Path]
    cash_fen: Sequence[int]
    fund_fen: Sequence[int]
    excluded: bool = False

    def best(self, *, thorough: bool = True) -> Tried | None:
        """Return the best way of paying that works, of those tried; None if none does.

        `thorough`: months for early repayment are chosen where nothing else works, which is slow.
        """
        usual = [self._with(one) for one in (*ways_of(self.problem), ENDS) if one.extra == "dearest"]
        found = list(_working(self._run(one) for one in usual[:1]))
        pattern = self.early(SPARE_FEN).cheapest() or self.early(0).cheapest()
        if pattern is not None:
            found += _first(self._follow(pattern))
        if not found:
            found = _first(self._run(one) for one in usual[1:])
        if not found and thorough:
            found = _first(self._chosen())
        return min(found, key=lambda tried: goal_key(tried[1], "cheapest"), default=None)

    def _chosen(self) -> Iterator[Tried]:
        """Yield the ways of paying early in months chosen so that the rest fits, or show that there is none."""
        for spare in SPARES_FEN:
            early = self.early(spare)
            fits = early.choose()
            self.excluded |= fits is False and not spare
            pattern = early.cheapest() if fits else None
            if pattern is None:
                return
            yield from self._follow(pattern)

    def _with(self, policy: Policy) -> Policy:
        return replace(policy, sales=self.policy.sales, hours=self.policy.hours, offers=self.offers)

    def _run(self, policy: Policy) -> Tried:
        return policy, run(self.problem, policy, failed)

    def early(self, spare_fen: int) -> Early:
        """Return how its months could be paid early, so much left over at each month's end."""
        first, as_of = self.problem.first, self.problem.as_of
        talked = max((month_of(one.talked_until(as_of)) for one in self.offers), default=first.plus(-1))
        paths = tuple(self.paths.values())
        return Early(paths, self.cash_fen, self.fund_fen, talked.minus(first), spare_fen)

    def _follow(self, pattern: Pattern) -> Iterator[Tried]:
        debts = self.problem.household.debts
        pairs = zip(self.paths, pattern, strict=True)
        targets = {(debts[debt].id, month): fen for debt, one in pairs for month, fen in one.items()}
        late = any(account.arrears_fen for account in self.problem.accounts)
        for order in ORDERS if late else ORDERS[:1]:
            policy = replace(self._with(MODEL), order=order, targets=targets)
            yield policy, Follow(self.problem, policy).run(failed)


def _working(tries: Iterable[Tried]) -> Iterator[Tried]:
    return (tried for tried in tries if tried[1].works)


def _first(tries: Iterable[Tried]) -> list[Tried]:
    """Return the first way that works, if one does."""
    for one in tries:
        if one[1].works:
            return [one]
    return []
