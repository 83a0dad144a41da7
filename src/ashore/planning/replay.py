"""A policy followed month by month through the exact loans: the one judge of every plan (SPEC §5).

Each month: income, protected spending, then dues in the policy's order as far as cash goes, then other spending, then
extra repayment if no debt ends the month overdue.  In the first three months money moves on its real day; from then on
a month's income is there on its first day.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ashore.dates import Month
from ashore.household.flows import PROTECTED, Flow
from ashore.loans.parts import add_parts
from ashore.planning.ahead import DAY, SPENT
from ashore.planning.budget import find_needs, release
from ashore.planning.cashpath import Purse
from ashore.planning.deciding import Deciding
from ashore.planning.extra import early_principal
from ashore.planning.friend import friend_runner
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy, Runner, in_order, tier_of
from ashore.planning.problem import Problem
from ashore.planning.record import Record

Stop = Callable[[Record], bool]
"""Whether a search has seen enough of a run: counts only grow, so a run once too bad stays too bad."""


def run(problem: Problem, policy: Policy, stop: Stop | None = None) -> Outcome:
    """Return the outcome of following `policy` over the horizon, ending early when the last debt is closed.

    With `stop` the run also ends after a month at whose end it holds: for searches, never for an answer.
    """
    return Replay(problem, policy).run(stop)


class Replay(Deciding):
    """One run of one policy."""

    def run(self, stop: Stop | None = None) -> Outcome:
        """Go month by month until every debt is closed, the horizon ends, or `stop` holds.  Returns the outcome."""
        self.go(0, stop)
        return self.record.outcome(self.policy, self.runners)

    def go(self, start: int, stop: Stop | None = None) -> None:
        """Go on from month `start`, all months before it done, until every debt is closed or `stop` holds."""
        for index in range(start, self.problem.horizon + 1):
            self._month(index)
            if self.done(index) or (stop and stop(self.record)):
                break

    def done(self, index: int) -> bool:
        """Return whether nothing is left to follow after month `index`."""
        return all(runner.account.closed for runner in self.runners)

    def begin_month(self, index: int) -> None:
        """Do what happens as a month begins, before anything is decided: a friend's loan comes."""
        self._draw_friend_loans(self.problem.first.plus(index))

    def _month(self, index: int) -> None:
        month = self.problem.first.plus(index)
        self.begin_month(index)
        flows = self.flows(index)
        start, purse = self.cash_fen, Purse(self.cash_fen)
        self._accept_early(index, month, flows, purse)
        allowance = self.decide(index, month, flows)
        if index < self.problem.daily_months and any(runner.extra_fen for runner in self.runners):
            self._rehearse(index, month, flows, allowance)
        self._by_day(index, month, flows, purse, allowance)
        self.cash_fen = purse.cash_fen
        self.record.month(index, month, start, purse, self.runners)

    def _draw_friend_loans(self, month: Month) -> None:
        for lever, fen in self.policy.draws.items():
            runner = friend_runner(self.problem, lever, fen, month, len(self.runners))
            if runner:
                self.runners.append(runner)
                self.record.draw(month, runner.id, fen)

    def _accept_early(self, index: int, month: Month, flows: Sequence[Flow], purse: Purse) -> None:
        """Accept at the month's start what the cash there allows, before anything is decided."""
        ahead = self.sure([*flows, *self.later(index)])
        day = max(self.problem.as_of + DAY, month.first)
        if day <= month.last:
            self.accept(day, purse, ahead, day - DAY)
        self.cash_fen = purse.cash_fen

    def _rehearse(self, index: int, month: Month, flows: Sequence[Flow], allowance_fen: int) -> None:
        """Go through the month's days on copies, without extra repayment; if a debt ends overdue, allow none."""
        real, record, pending = self.runners, self.record, self.pending[:]
        self.runners = [replace(one, account=one.account.copy(), extra_fen=0) for one in real]
        self.record = Record(self.problem, self.runners)
        self._by_day(index, month, flows, Purse(self.cash_fen), allowance_fen)
        overdue = any(one.account.arrears_fen for one in self.runners)
        self.runners, self.record, self.pending = real, record, pending
        if overdue:
            for runner in real:
                runner.extra_fen = 0

    def _days(self, index: int, month: Month, flows: Sequence[Flow]) -> list[date]:
        start = self.problem.as_of + timedelta(days=1) if index == 0 else month.first
        days = {start, *(flow.on for flow in flows)}
        for runner in self.runners:
            days.update(runner.pay_days)
        days.update(offer.since for offer in self.pending if offer.since)
        return sorted(day for day in days if start <= day <= month.last)

    def _by_day(
        self, index: int, month: Month, flows: Sequence[Flow], purse: Purse, allowance_fen: int
    ) -> None:
        """Go through the month's days, paying what was decided as soon as cash allows."""
        by_day = index < self.problem.daily_months
        ahead = self.sure([*flows, *(self.later(index) if by_day else ())])
        ranked = in_order(self.runners, self.policy)
        claims = self.claims(ahead) if by_day and self.policy.careful else {}
        days = self._days(index, month, flows)
        for day in days:
            self._receive(flows, day, purse)
            if reached := self.accept(day, purse, ahead, day):
                days[:] = sorted({*days, *self._take_in(reached, month, day, by_day=by_day)})
            for runner in ranked:
                if runner.account.day <= day:
                    first = claims.get(tier_of(runner, self.policy), ahead)
                    self._pay_due(runner, day, purse, first, by_day=by_day)
            for flow in flows:
                if flow.on == day and flow.kind not in PROTECTED and flow.kind != "income":
                    allowance_fen -= self._spend(flow, day, purse, ahead, allowance_fen)
            for runner in ranked:
                self._prepay(runner, day, purse, ahead)
        self._end_month(month)

    def _receive(self, flows: Sequence[Flow], day: date, purse: Purse) -> None:
        """Take in the day's money and pay its protected spending, in the order of the flows."""
        for flow in flows:
            if flow.on == day and flow.kind == "income":
                purse.receive(flow.fen)
            elif flow.on == day and flow.kind in PROTECTED:
                purse.settle(flow)

    def _take_in(self, reached: Sequence[Runner], month: Month, day: date, *, by_day: bool) -> list[date]:
        """Set what debts under a new concession need this month.  Returns the days still ahead to pay them on."""
        find_needs(reached, month, by_day=by_day)
        for runner in reached:
            runner.budget_fen, runner.short_fen, runner.extra_fen = runner.need_fen, 0, 0
        return [one for runner in reached for one in runner.pay_days if day < one <= month.last]

    def _pay_due(
        self, runner: Runner, day: date, purse: Purse, ahead: Sequence[Flow], *, by_day: bool
    ) -> None:
        account = runner.account
        if not (by_day or day in runner.pay_days) or account.closed or self.waits(runner):
            return
        account.advance(day)
        if runner.budget_fen <= 0:
            return
        room = self.room(day, purse, ahead) - self.promised(runner)
        amount = min(account.due_fen, runner.budget_fen, room)
        if amount <= 0:
            return
        late = account.days_past_due
        whole = amount == account.due_fen
        purse.pay_debt(amount)
        runner.budget_fen -= amount
        paid = account.pay(amount)
        if not whole or late:
            runner.projection = None
        self.record.payment(runner, day, paid, late=late)
        if whole and day >= runner.pay_days[-1]:
            release(runner, self.runners, self.policy)

    def _spend(self, flow: Flow, day: date, purse: Purse, ahead: Sequence[Flow], allowance_fen: int) -> int:
        before = purse.cash_fen
        purse.spend(flow, min(allowance_fen, self.room(day, purse, ahead)))
        return before - purse.cash_fen

    def _prepay(self, runner: Runner, day: date, purse: Purse, ahead: Sequence[Flow]) -> None:
        """Repay early on this debt's last due date of the month, after its dues, from cash that no due needs."""
        account = runner.account
        if runner.extra_fen <= 0 or account.day != day or account.due_fen or day != runner.pay_days[-1]:
            return
        kept = sum(one.budget_fen for one in self.runners)
        kinds = SPENT if self.policy.spares else PROTECTED
        cash = min(runner.extra_fen, self.room(day, purse, ahead, kinds) - kept)
        principal = early_principal(account, max(0, cash))
        if principal <= 0:
            return
        paid = account.prepay(principal)
        if fees := account.due_fen:
            add_parts(paid, account.pay(fees))
        purse.pay_debt(sum(paid))
        runner.extra_fen = 0
        runner.projection = None
        self.record.payment(runner, day, paid, extra=True)

    def _end_month(self, month: Month) -> None:
        for runner in self.runners:
            if runner.account.day <= month.last:
                runner.account.advance(month.last)
                runner.account.end_of_day()
