"""What a replay decides as a month begins: concessions taken, budgets of the dues, what is repaid early."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from ashore.dates import Month
from ashore.household.flows import PROTECTED, Flow
from ashore.loans.acceptance import accept_paying
from ashore.loans.concessions import Account
from ashore.planning.ahead import SPENT, Ahead, Reserve
from ashore.planning.budget import find_needs, set_budgets
from ashore.planning.cashpath import Purse, lowest_ahead
from ashore.planning.chord import largest
from ashore.planning.cliffs import MATURING
from ashore.planning.extra import after_dues, excess_fen, extra_order, extra_room, pro_rata, repay
from ashore.planning.offers import Offer, Taken
from ashore.planning.policy import Runner
from ashore.planning.reserve import last_due_month, project

NO_LIMIT_FEN: Final = 1 << 62


class Deciding(Ahead):
    """A replay that decides; the days of the month then follow what was decided."""

    def accept(self, day: date, purse: Purse, ahead: Sequence[Flow], after: date) -> list[Runner]:
        """Accept each open concession whose sum is there above what flows after a day need.  Returns debts reached."""
        reached: list[Runner] = []
        self.pending = [offer for offer in self.pending if day <= offer.open_until(self.problem.as_of)]
        for offer in self.pending[:]:
            if not offer.open_on(day, self.problem.as_of):
                continue
            if offer.needs_of(self.accounts, day) <= self.room(after, purse, ahead):
                self.pending.remove(offer)
                self.record.taken.append(Taken(offer, day))
                reached += [self._change(offer, member, day, purse) for member in offer.members]
        return reached

    def _change(self, offer: Offer, member: int, day: date, purse: Purse) -> Runner:
        runner = self.runners[member]
        runner.account.advance(day)
        late, overdue = runner.account.days_past_due, runner.account.arrears_fen
        runner.account, paid = accept_paying(runner.account, offer.asked(member))
        self.record.agreed(runner, overdue)
        runner.projection = None
        if fen := sum(paid):
            purse.pay_debt(fen)
            self.record.payment(runner, day, paid, late=late)
        return runner

    def waits(self, runner: Runner) -> bool:
        """Return whether an overdue debt waits for its concession instead of being paid."""
        if not self.pending:
            return False
        at_once = (offer for offer in self.pending if offer.since is None)
        reached = any(runner.index in offer.members for offer in at_once)
        return reached and runner.overdue_at_start

    def decide(self, index: int, month: Month, flows: Sequence[Flow]) -> int:
        """Set the month's budgets and extra amounts.  Returns what other spending may use."""
        by_day = index < self.problem.daily_months
        cash = self.cash_fen
        for flow in flows:
            cash += flow.fen if flow.kind == "income" else -flow.fen if flow.kind in PROTECTED else 0
        cash = max(0, cash)
        held = cash - lowest_ahead(cash, self.sure(self.later(index)), month.last) if by_day else 0
        find_needs(self.runners, month, by_day=by_day)
        for runner in self.runners:
            runner.dues_fen = max(0, runner.need_fen - self.record.old_fen(runner))
        spendable = max(0, cash - held - self.problem.stock_fen)
        reserve = Reserve(self, index, self.needs, held)
        left = set_budgets(self.runners, self.policy, spendable, reserve)
        for runner in self.runners:
            runner.short_fen = runner.need_fen - runner.budget_fen
        left -= self.promised()
        keep = reserve(self.runners) if self.policy.reserve else 0
        allowance = max(0, left - keep)
        other = sum(flow.fen for flow in flows if flow.kind in ("other", "family"))
        self._set_extra(index, left - min(allowance, other), held, lumps=allowance >= other)
        return allowance

    def _keep(
        self, index: int, held: int, until: int | None = None, runners: Sequence[Runner] | None = None
    ) -> int:
        """Return the cash that early repayment leaves, on top of what is held; of months before `until`, if given.

        `runners`: the debts as they would stand.
        """
        runners = self.runners if runners is None else runners
        needs = self.all_needs if self.policy.spares else self.needs
        keep = Reserve(self, index, needs, held)(runners, until) if self.policy.reserve else 0
        if self.policy.spares:
            keep = max(keep, self.days_ahead(index, runners, SPENT) - held)
        return max(keep, self.problem.emergency_target_fen(index) - held, self.first_days(index) - held)

    def _set_extra(self, index: int, left: int, held: int, *, lumps: bool) -> None:
        """Set what each debt is repaid early out of what is left after dues and other spending.

        `lumps`: whether cash that waits may be used; not in a month whose spending is cut.
        """
        for runner in self.runners:
            runner.extra_fen = 0
        short = any(runner.budget_fen < runner.need_fen for runner in self.runners)
        month = self.problem.first.plus(index)
        talking = any(offer.talked_until(self.problem.as_of) >= month.first for offer in self.policy.offers)
        if self.policy.extra == "none" or short or talking or self.frugal:
            return
        if self.policy.extra == "model":
            self._repay_to_targets(index, left, held)
            return
        room = self._month_room()
        surplus = min(left - self._keep(index, held), room)
        if self.policy.extra == "pro-rata":
            for place, share in pro_rata(self.runners, month, max(0, surplus)).items():
                self.runners[place].extra_fen = share
            return
        early = self.policy.early_months is None or index < self.policy.early_months
        for runner in extra_order(self.runners, self.policy.extra):
            most = surplus if early else min(surplus, self._steady(runner))
            runner.extra_fen = extra_room(runner.account, month, most)
            surplus -= runner.extra_fen
        if self.policy.lumps and lumps and early:
            self._repay_lumps(index, left, held, room)

    def _repay_to_targets(self, index: int, left: int, held: int) -> None:
        """Repay each debt early as far as the model does, the dearest first, and as far as later months allow.

        What is repaid makes later dues smaller or fewer: what must be kept is looked at anew with it.  What the model
        leaves and no later month needs goes to the dearest debt, as ever.
        """
        month, runners = self.problem.first.plus(index), self.runners[:]
        paid = {runner.index: after_dues(runner.account, month) for runner in runners}
        order = extra_order(self.runners, "dearest")
        for runner in order:
            target, there = self.policy.targets.get((runner.id, index)), paid[runner.index]
            most = min(left, excess_fen(there, target)) if there and target is not None else 0
            if there and most > 0:
                amount = self._affordable(index, left, held, runners, (runner.index, there), most)
                after = there.copy()
                runner.extra_fen = repay(after, amount)
                runners[runner.index] = replace(runner, account=after, projection=None)
                left -= runner.extra_fen
        surplus = left - self._keep(index, held, None, runners)
        for runner in order:
            there = paid[runner.index]
            if surplus > 0 and there:
                before = runner.extra_fen
                runner.extra_fen = max(before, repay(there, before + surplus))
                surplus -= runner.extra_fen - before

    def _affordable(
        self,
        index: int,
        left: int,
        held: int,
        runners: Sequence[Runner],
        debt: tuple[int, Account],
        most: int,
    ) -> int:
        """Return as much of `most` as a debt (its place, as it stands after its dues) can be repaid early.

        So that nothing is missed that comes later.
        """
        place, account = debt

        def slack(amount: int) -> int:
            after = account.copy()
            repay(after, amount)
            others = list(runners)
            others[place] = replace(others[place], account=after, projection=None)
            return left - amount - self._keep(index, held, None, others)

        return largest(slack, most)

    def _steady(self, runner: Runner) -> int:
        """Return what a card's first minimum was above this one, if it is still paid that (`steady`)."""
        card = self.policy.steady and runner.account.terms.method == "revolving"
        if not card or not runner.need_fen or runner.account.arrears_fen:
            return 0
        first = self.first_minimums.setdefault(runner.index, runner.need_fen)
        return max(0, first - runner.need_fen)

    def _month_room(self) -> int:
        """Return how much may be repaid early this month without its payments coming to more than they may."""
        if self.policy.most_fen is None:
            return NO_LIMIT_FEN
        return max(0, self.policy.most_fen - sum(runner.budget_fen for runner in self.runners))

    def _repay_lumps(self, index: int, left: int, held: int, most: int) -> None:
        """Use cash that waits for a debt's last large due to repay that debt now: the due shrinks by as much.

        Only what no month before that due needs is used.
        """
        month = self.problem.first.plus(index)
        for runner in extra_order(self.runners, self.policy.extra):
            last = last_due_month(project(runner, self.problem))
            if (self.policy.ends or runner.account.terms.method in MATURING) and last > index:
                used = sum(one.extra_fen for one in self.runners if one is not runner)
                room = min(left - self._keep(index, held, last), most) - used
                runner.extra_fen = max(runner.extra_fen, extra_room(runner.account, month, room))
