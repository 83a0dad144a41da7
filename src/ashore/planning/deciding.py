"""What a replay decides as a month begins: concessions taken, budgets of the dues, what is repaid early."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ashore.dates import Month
from ashore.household.flows import PROTECTED, Flow
from ashore.loans.acceptance import accept_paying
from ashore.planning.ahead import SPENT, Ahead, Reserve
from ashore.planning.budget import find_needs, set_budgets
from ashore.planning.cashpath import Purse, lowest_ahead
from ashore.planning.cliffs import MATURING
from ashore.planning.extra import down_to, extra_order, extra_room, pro_rata
from ashore.planning.offers import Offer, Taken
from ashore.planning.policy import Runner
from ashore.planning.reserve import last_due_month, project


class Deciding(Ahead):
    """A replay that decides; the days of the month then follow what was decided."""

    def accept(self, day: date, purse: Purse, ahead: Sequence[Flow], after: date) -> list[Runner]:
        """Accept each open concession whose sum is there above what flows after a day need.  Returns debts reached."""
        reached: list[Runner] = []
        self.pending = [offer for offer in self.pending if day <= offer.open_until(self.problem.as_of)]
        for offer in self.pending[:]:
            if offer.open_on(day, self.problem.as_of) and offer.needs_fen <= self.room(after, purse, ahead):
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

    def waits(self, runner: Runner) -> bool:
        """Return whether an overdue debt waits for its concession instead of being paid."""
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
        spendable = max(0, cash - held - self.problem.stock_fen)
        reserve = Reserve(self, index, self.needs, held)
        left = set_budgets(self.runners, self.policy, spendable, reserve)
        left -= self.promised()
        keep = reserve(self.runners) if self.policy.reserve else 0
        allowance = max(0, left - keep)
        other = sum(flow.fen for flow in flows if flow.kind in ("other", "family"))
        self._set_extra(index, left - min(allowance, other), held)
        return allowance

    def _keep(self, index: int, held: int, until: int | None = None) -> int:
        """Return the cash that early repayment leaves, on top of what is held; of months before `until`, if given."""
        needs = self.all_needs if self.policy.spares else self.needs
        keep = Reserve(self, index, needs, held)(self.runners, until) if self.policy.reserve else 0
        if self.policy.spares:
            keep = max(keep, self.days_ahead(index, self.runners, SPENT) - held)
        return max(keep, self.problem.emergency_target_fen(index) - held, self.first_days(index) - held)

    def _set_extra(self, index: int, left: int, held: int) -> None:
        """Set what each debt is repaid early out of what is left after dues and other spending."""
        for runner in self.runners:
            runner.extra_fen = 0
        short = any(runner.budget_fen < runner.need_fen for runner in self.runners)
        month = self.problem.first.plus(index)
        talking = any(offer.talked_until(self.problem.as_of) >= month.first for offer in self.policy.offers)
        if self.policy.extra == "none" or short or talking:
            return
        if self.policy.extra == "model":
            self._repay_to_targets(index, left, held)
            return
        surplus = left - self._keep(index, held)
        if self.policy.extra == "pro-rata":
            for place, share in pro_rata(self.runners, month, max(0, surplus)).items():
                self.runners[place].extra_fen = share
            return
        for runner in extra_order(self.runners, self.policy.extra):
            runner.extra_fen = extra_room(runner.account, month, surplus)
            surplus -= runner.extra_fen
        if self.policy.lumps:
            self._repay_lumps(index, left, held)

    def _repay_to_targets(self, index: int, left: int, held: int) -> None:
        """Repay each debt early as far as the model does, the dearest first; the model knows what comes later."""
        month = self.problem.first.plus(index)
        needed = max(self.problem.emergency_target_fen(index), self.first_days(index))
        surplus = left - max(0, max(needed, self.days_ahead(index, self.runners, SPENT)) - held)
        for runner in extra_order(self.runners, "dearest"):
            target = self.policy.targets.get((runner.id, index))
            if target is not None and surplus > 0:
                most = min(surplus, down_to(runner.account, month, target))
                runner.extra_fen = extra_room(runner.account, month, most)
                surplus -= runner.extra_fen

    def _repay_lumps(self, index: int, left: int, held: int) -> None:
        """Use cash that waits for a debt's last large due to repay that debt now: the due shrinks by as much.

        Only what no month before that due needs is used.
        """
        month = self.problem.first.plus(index)
        for runner in extra_order(self.runners, self.policy.extra):
            last = last_due_month(project(runner, self.problem))
            if (self.policy.ends or runner.account.terms.method in MATURING) and last > index:
                used = sum(one.extra_fen for one in self.runners if one is not runner)
                room = left - used - self._keep(index, held, last)
                runner.extra_fen = max(runner.extra_fen, extra_room(runner.account, month, room))
