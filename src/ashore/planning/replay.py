"""A policy followed month by month through the exact loans: the one judge of every plan (SPEC §5).

Each month: income, protected spending, then dues in the policy's order as far as cash goes, then other spending, then
extra repayment if no debt ends the month overdue.  In the first three months money moves on its real day; from then on
a month's income is there on its first day.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month
from ashore.household.flows import PROTECTED, Flow, FlowKind, sale_fen
from ashore.loans.acceptance import accept_paying
from ashore.loans.parts import add_parts
from ashore.planning.budget import find_needs, set_budgets
from ashore.planning.cashpath import Purse, lowest_ahead
from ashore.planning.extra import early_principal, extra_order, extra_room, pro_rata
from ashore.planning.friend import draw_day, friend_runner
from ashore.planning.harm import DAY_90
from ashore.planning.offers import Offer, Taken
from ashore.planning.outcome import Outcome
from ashore.planning.policy import Policy, Runner, in_order, tier_of, weight_of
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.record import Record
from ashore.planning.reserve import dues_ahead, project, reserve_fen

DAY = timedelta(days=1)
SPENT: Final[tuple[FlowKind, ...]] = (*PROTECTED, "other", "family")


Stop = Callable[[Record], bool]
"""Whether a search has seen enough of a run: counts only grow, so a run once too bad stays too bad."""


def run(problem: Problem, policy: Policy, stop: Stop | None = None) -> Outcome:
    """Return the outcome of following `policy` over the horizon, ending early when the last debt is closed.

    With `stop` the run also ends after a month at whose end it holds: for searches, never for an answer.
    """
    return Replay(problem, policy).run(stop)


class Replay:
    """One run of one policy."""

    def __init__(self, problem: Problem, policy: Policy) -> None:
        """Copy the debts and begin at the end of `as_of`."""
        self.problem, self.policy = problem, policy
        self.cash_fen = problem.household.cash_fen + problem.extra_cash_fen
        self.runners = [self._runner(index) for index in range(len(problem.accounts))]
        self.needs = needs_by_month(problem)
        self.all_needs = needs_by_month(problem, SPENT)
        self.record = Record(problem, self.runners)
        self.pending = list(policy.offers)
        self.levers: dict[int, list[Flow]] = {}
        self.sold: list[Flow] = []
        self._plan_levers()

    def _runner(self, index: int) -> Runner:
        debt, account = self.problem.household.debts[index], self.problem.accounts[index].copy()
        late = account.arrears_fen
        return Runner(
            debt.id,
            index,
            debt,
            account,
            weight_of(debt),
            late > 0,
            late > 0,
            account.days_past_due > DAY_90,
            late,
        )

    def _plan_levers(self) -> None:
        """Count sales and side work as income of their months, for what is kept back as well."""
        household, first = self.problem.household, self.problem.first
        for asset_index, index in self.policy.sales.items():
            asset, month = household.assets[asset_index], first.plus(index)
            fen = sale_fen(asset.value_fen, asset.decay, index)
            self.record.sell(month, asset.name, fen)
            self.sold.append(Flow(month.first, "income", fen, asset.name))
            self._lever(index, self.sold[-1])
        for (lever, index), hours in self.policy.hours.items():
            work, month = household.side_work[lever], first.plus(index)
            self.record.work(month, work.name, hours, hours * work.hourly_fen)
            self._lever(index, Flow(month.last, "income", hours * work.hourly_fen, work.name))
        for lever, fen in self.policy.draws.items():
            day = draw_day(household.friend_loans[lever], self.problem.as_of)
            self._lever(
                Month(day.year, day.month).minus(first),
                Flow(day, "income", fen, household.friend_loans[lever].name),
            )

    def _lever(self, index: int, flow: Flow) -> None:
        if index < len(self.needs):
            self.levers.setdefault(index, []).append(flow)
            self.needs[index] -= flow.fen
            self.all_needs[index] -= flow.fen

    def run(self, stop: Stop | None = None) -> Outcome:
        """Go month by month until every debt is closed, the horizon ends, or `stop` holds.  Returns the outcome."""
        for index in range(self.problem.horizon + 1):
            self._month(index)
            if all(runner.account.closed for runner in self.runners) or (stop and stop(self.record)):
                break
        return self.record.outcome(self.policy, self.runners)

    def _flows(self, index: int) -> list[Flow]:
        flows = [*self.levers.get(index, []), *self.problem.flows[index]]
        if index >= self.problem.daily_months:
            first = max(self.problem.first.plus(index).first, self.problem.as_of + DAY)
            flows = [
                replace(flow, on=first) if flow.kind == "income" or flow.kind in PROTECTED else flow
                for flow in flows
            ]
        return sorted(flows, key=lambda flow: (flow.on, flow.kind != "income"))

    def _month(self, index: int) -> None:
        month = self.problem.first.plus(index)
        self._draw_friend_loans(month)
        flows = self._flows(index)
        start, purse = self.cash_fen, Purse(self.cash_fen)
        self._accept_early(index, month, flows, purse)
        allowance = self._decide(index, month, flows)
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

    # concessions

    def _accept_early(self, index: int, month: Month, flows: Sequence[Flow], purse: Purse) -> None:
        """Accept at the month's start what the cash there allows, before anything is decided."""
        ahead = self._sure([*flows, *self._later(index)])
        self._accept(max(self.problem.as_of + DAY, month.first), purse, ahead)
        self.cash_fen = purse.cash_fen

    def _accept(self, day: date, purse: Purse, ahead: Sequence[Flow]) -> list[Runner]:
        """Accept every open concession whose sum is there.  Returns the debts it reaches."""
        reached: list[Runner] = []
        self.pending = [offer for offer in self.pending if offer.open_on(day)]
        for offer in self.pending[:]:
            if offer.needs_fen <= self._room(day, purse, ahead):
                self.pending.remove(offer)
                self.record.taken.append(Taken(offer, day))
                reached += [self._change(offer, member, day, purse) for member in offer.members]
        return reached

    def _change(self, offer: Offer, member: int, day: date, purse: Purse) -> Runner:
        runner, terms = self.runners[member], offer.concession
        runner.account.advance(day)
        late = runner.account.days_past_due
        asked = terms if member == offer.debt else replace(terms, upfront_fen=0, fee_fen=0)
        runner.account, paid = accept_paying(runner.account, asked)
        runner.projection = None
        if fen := sum(paid):
            purse.pay_debt(fen)
            self.record.payment(runner, day, paid, late=late)
        return runner

    def _promised(self, runner: Runner | None = None) -> int:
        """Return what is kept for concessions not accepted yet; a debt that is not overdue comes before them."""
        if runner is not None and not runner.overdue_at_start:
            return 0
        return sum(offer.needs_fen for offer in self.pending)

    def _waits(self, runner: Runner) -> bool:
        """Return whether an overdue debt waits for its concession instead of being paid."""
        reached = any(runner.index in offer.members for offer in self.pending)
        return reached and runner.overdue_at_start

    # what is decided at the month's start

    def _decide(self, index: int, month: Month, flows: Sequence[Flow]) -> int:
        """Set the month's budgets and extra amounts.  Returns what other spending may use."""
        by_day = index < self.problem.daily_months
        cash = self.cash_fen
        for flow in flows:
            cash += flow.fen if flow.kind == "income" else -flow.fen if flow.kind in PROTECTED else 0
        cash = max(0, cash)
        held = cash - lowest_ahead(cash, self._sure(self._later(index)), month.last) if by_day else 0
        find_needs(self.runners, month, by_day=by_day)
        spendable = max(0, cash - held - self.problem.stock_fen)
        reserve = Reserve(self, index, self.needs, held)
        left = set_budgets(self.runners, self.policy, spendable, reserve)
        keep = reserve(self.runners) if self.policy.reserve else 0
        left -= self._promised()
        allowance = max(0, left - keep)
        other = sum(flow.fen for flow in flows if flow.kind in ("other", "family"))
        if self.policy.spares:
            keep = Reserve(self, index, self.all_needs, held)(self.runners)
            keep = max(keep, self.days_ahead(index, self.runners, SPENT) - held)
        keep = max(keep, self.problem.emergency_target_fen(index) - held, self._first_days(index) - held)
        self._set_extra(index, left - min(allowance, other) - keep)
        return allowance

    def days_ahead(self, index: int, runners: Sequence[Runner], kinds: Sequence[FlowKind] = PROTECTED) -> int:
        """Return the cash to hold at the month's end for such spending and these debts' dues of the real days ahead."""
        if index >= self.problem.daily_months:
            return 0
        month_end = self.problem.first.plus(index).last
        return -lowest_ahead(0, self._with_dues(self._later(index), runners), month_end, kinds)

    def _sure(self, flows: Sequence[Flow]) -> list[Flow]:
        """Return the flows that may be counted on before their day: all but the money of things not yet sold."""
        return [flow for flow in flows if not any(flow is sale for sale in self.sold)]

    def _first_days(self, index: int) -> int:
        """Return the cash to hold at the month's end so that protected spending is paid before next month's money.

        The months ahead are counted whole, but people eat on the days before payday as well.
        """
        later = index + 1
        if not self.problem.daily_months or later >= len(self.problem.flows):
            return 0
        flows = sorted(self.problem.flows[later], key=lambda flow: (flow.on, flow.kind != "income"))
        return -lowest_ahead(0, flows, self.problem.first.plus(index).last)

    def _with_dues(self, flows: Sequence[Flow], runners: Sequence[Runner]) -> list[Flow]:
        """Return the flows with the dues of these debts on the real days, in order."""
        last = self.problem.first.plus(self.problem.daily_months - 1).last
        dues = [flow for runner in runners for flow in dues_ahead(runner, last)]
        return sorted([*flows, *dues], key=lambda flow: (flow.on, flow.kind != "income"))

    def _claims(self, flows: Sequence[Flow]) -> dict[int, Sequence[Flow]]:
        """Return by group of debts what comes before it: these flows and, day by day, the dues of the groups before."""
        groups = {tier_of(runner, self.policy.order) for runner in self.runners}
        return {group: self._with_dues(flows, self._before(group)) for group in groups}

    def _before(self, group: int) -> list[Runner]:
        return [runner for runner in self.runners if tier_of(runner, self.policy.order) < group]

    def _later(self, index: int) -> list[Flow]:
        """Return the flows of the later months whose days are real, as far as the horizon reaches."""
        end = min(self.problem.daily_months, len(self.problem.flows))
        return [flow for later in range(index + 1, end) for flow in self._flows(later)]

    def _set_extra(self, index: int, surplus: int) -> None:
        for runner in self.runners:
            runner.extra_fen = 0
        short = any(runner.budget_fen < runner.need_fen for runner in self.runners)
        month = self.problem.first.plus(index)
        talking = any(offer.talked_until(self.problem.as_of) >= month.first for offer in self.policy.offers)
        if self.policy.extra == "none" or short or talking or surplus <= 0:
            return
        if self.policy.extra == "pro-rata":
            for place, share in pro_rata(self.runners, month, surplus).items():
                self.runners[place].extra_fen = share
            return
        for runner in extra_order(self.runners, self.policy.extra):
            runner.extra_fen = extra_room(runner.account, month, surplus)
            surplus -= runner.extra_fen

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

    # the days of the month

    def _days(self, index: int, month: Month, flows: Sequence[Flow]) -> list[date]:
        start = self.problem.as_of + timedelta(days=1) if index == 0 else month.first
        days = {start, *(flow.on for flow in flows)}
        for runner in self.runners:
            days.update(runner.pay_days)
        return sorted(day for day in days if start <= day <= month.last)

    def _by_day(
        self, index: int, month: Month, flows: Sequence[Flow], purse: Purse, allowance_fen: int
    ) -> None:
        """Go through the month's days, paying what was decided as soon as cash allows."""
        by_day = index < self.problem.daily_months
        ahead = self._sure([*flows, *(self._later(index) if by_day else ())])
        ranked = in_order(self.runners, self.policy.order)
        claims = self._claims(ahead) if by_day and self.policy.careful else {}
        days = self._days(index, month, flows)
        for day in days:
            self._receive(flows, day, purse)
            if reached := self._accept(day, purse, ahead):
                days[:] = sorted({*days, *self._take_in(reached, month, day, by_day=by_day)})
            for runner in ranked:
                if runner.account.day <= day:
                    first = claims.get(tier_of(runner, self.policy.order), ahead)
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
            runner.budget_fen = runner.need_fen
        return [one for runner in reached for one in runner.pay_days if one > day]

    def _room(self, day: date, purse: Purse, ahead: Sequence[Flow]) -> int:
        """Return the cash usable on a day that leaves stock money and every protected payment ahead covered."""
        return max(0, lowest_ahead(purse.cash_fen, ahead, day) - self.problem.stock_fen)

    def _pay_due(
        self, runner: Runner, day: date, purse: Purse, ahead: Sequence[Flow], *, by_day: bool
    ) -> None:
        account = runner.account
        if account.closed or self._waits(runner) or not (by_day or day in runner.pay_days):
            return
        account.advance(day)
        room = self._room(day, purse, ahead) - self._promised(runner)
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

    def _spend(self, flow: Flow, day: date, purse: Purse, ahead: Sequence[Flow], allowance_fen: int) -> int:
        before = purse.cash_fen
        purse.spend(flow, min(allowance_fen, self._room(day, purse, ahead)))
        return before - purse.cash_fen

    def _prepay(self, runner: Runner, day: date, purse: Purse, ahead: Sequence[Flow]) -> None:
        """Repay early on this debt's last due date of the month, after its dues, from cash that no due needs."""
        account = runner.account
        if runner.extra_fen <= 0 or account.day != day or account.due_fen or day != runner.pay_days[-1]:
            return
        kept = sum(one.budget_fen for one in self.runners)
        cash = min(runner.extra_fen, self._room(day, purse, ahead) - kept)
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


class Reserve:
    """What to keep at a month's end for later spending, as a function of the debts whose later dues are to be met.

    `held_fen` is what is kept already for the days of the next months, and not asked for twice.
    """

    def __init__(self, replay: Replay, index: int, needs: Sequence[int], held_fen: int) -> None:
        """Remember the month, later spending less income by month, and what is held."""
        self.replay, self.index, self.needs, self.held_fen = replay, index, needs, held_fen

    def __call__(self, runners: Sequence[Runner]) -> int:
        """Return the cash to keep on top of what is held, in fen."""
        replay = self.replay
        dues = [project(runner, replay.problem) for runner in runners if not runner.account.closed]
        keep = reserve_fen(self.needs, dues, self.index, replay.policy.reserve_months)
        if replay.policy.careful:
            keep = max(keep, replay.days_ahead(self.index, runners))
        return max(0, keep - self.held_fen)
