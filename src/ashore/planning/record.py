"""What happened during a replay: rows as they come, counts at each month's end, and the outcome at the end."""

from collections.abc import Sequence
from datetime import date

from ashore.dates import Month, month_of
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL, Parts
from ashore.loans.settlement import SettlingAccount
from ashore.planning.cashpath import Purse
from ashore.planning.harm import DAY_90, month_harm_halves
from ashore.planning.offers import Taken
from ashore.planning.outcome import CashRow, FriendFlow, MonthEnd, Outcome, Payment, Sale, SideWorkMonth
from ashore.planning.policy import Policy, Runner
from ashore.planning.problem import Problem

CURE_MONTHS = 6
"""So many months from the start on, arrears of the start are cleared in a plan that works (SPEC §5.4)."""


class Record:
    """The rows and counts of one replay."""

    def __init__(self, problem: Problem, runners: Sequence[Runner], since: int = 0) -> None:
        """Begin empty in month `since`; what is owed and overdue now is remembered."""
        self.problem, self.since = problem, since
        self.late = {
            runner.id: (runner.account.arrears_fen, runner.account.late_charges_fen) for runner in runners
        }
        self.dropped = dict.fromkeys(self.late, 0)
        self.owed_fen = sum(sum(runner.account.tally.began) for runner in runners)
        self.payments: list[Payment] = []
        self.cash: list[CashRow] = []
        self.ends: list[MonthEnd] = []
        self.sales: list[Sale] = []
        self.side_work: list[SideWorkMonth] = []
        self.friend: list[FriendFlow] = []
        self.taken: list[Taken] = []
        self.unpaid_fen = self.cut_fen = self.harm_halves = self.overdue_months = self.arrears_fen_months = 0
        self.lent_fen = 0
        self.works, self.missed_fund = True, False
        self.shortfall: Month | None = None
        self.essential: Month | None = None

    def sell(self, month: Month, name: str, fen: int) -> None:
        """Note a sale."""
        self.sales.append(Sale(month, name, fen))

    def work(self, month: Month, name: str, hours: int, fen: int) -> None:
        """Note hours of side work."""
        self.side_work.append(SideWorkMonth(month, name, hours, fen))

    def draw(self, month: Month, name: str, fen: int) -> None:
        """Note money drawn from a friend's loan; it is a new loan for the identity."""
        self.friend.append(FriendFlow(month, name, "draw", fen))
        self.lent_fen += fen

    def agreed(self, runner: Runner, overdue_fen: int) -> None:
        """Note a concession in effect: by how much less is overdue than before it, without a payment on a due."""
        self.dropped[runner.id] += max(0, overdue_fen - runner.account.arrears_fen)

    def payment(self, runner: Runner, day: date, paid: Parts, *, extra: bool = False, late: int = 0) -> None:
        """Note a payment with its parts."""
        self.payments.append(
            Payment(
                day,
                runner.id,
                sum(paid),
                paid[PRINCIPAL],
                paid[INTEREST],
                paid[PENALTY] + paid[COMPOUND],
                paid[FEES] + paid[DAMAGES],
                runner.account.principal_left_fen,
                extra,
                late,
            )
        )
        if runner.debt is None:
            self.friend.append(FriendFlow(month_of(day), runner.id, "repay", sum(paid)))

    def month(
        self, index: int, month: Month, start_fen: int, purse: Purse, runners: Sequence[Runner]
    ) -> None:
        """Note a month's cash and how the debts stand at its end."""
        row = CashRow(
            month,
            start_fen,
            purse.income_fen,
            purse.essential_fen,
            purse.other_fen,
            purse.debt_fen,
            purse.cash_fen,
        )
        moved = row.income_fen - row.essential_fen - row.other_fen - row.debt_fen
        assert row.start_fen + moved == row.end_fen >= 0, row
        self.cash.append(row)
        self.unpaid_fen += purse.unpaid_fen
        self.cut_fen += purse.cut_fen
        self.missed_fund |= purse.cash_fen < self.problem.emergency_target_fen(index)
        failed = purse.unpaid_fen > 0
        if failed:
            self.essential = self.essential or month
        arrears = [runner.account.arrears_fen for runner in runners]
        for runner, fen in zip(runners, arrears, strict=True):
            failed |= self._stand(index, runner, fen)
        failed |= self._broken(runners)
        if failed:
            self.works = False
            self.shortfall = self.shortfall or month
        self.ends.append(
            MonthEnd(
                month,
                tuple(runner.id for runner, fen in zip(runners, arrears, strict=True) if fen),
                sum(arrears),
                tuple(runner.account.principal_left_fen for runner in runners),
            )
        )

    def _broken(self, runners: Sequence[Runner]) -> bool:
        """Return whether a settlement that was taken has been missed: a plan keeps what it agrees to."""
        settled = {member for one in self.taken if one.offer.settles for member in one.offer.members}
        accounts = (runners[member].account for member in settled)
        return any(isinstance(account, SettlingAccount) and account.missed for account in accounts)

    def _stand(self, index: int, runner: Runner, arrears: int) -> bool:
        """Count a debt of which so much is overdue; return whether that breaks a plan that works."""
        if arrears == 0:
            runner.overdue_before = False
            return False
        days = runner.account.days_past_due
        self.overdue_months += 1
        self.arrears_fen_months += arrears
        self.harm_halves += month_harm_halves(
            runner.weight, days, overdue_before=runner.overdue_before, past_90_before=runner.past_90_before
        )
        runner.overdue_before = True
        runner.past_90_before |= days > DAY_90
        return not self._curing(index, runner, arrears)

    def _curing(self, index: int, runner: Runner, arrears_fen: int) -> bool:
        """Return whether a debt overdue from the start is on its way: in time, no later due added to what is unpaid."""
        return index - self.since < CURE_MONTHS and arrears_fen <= self.old_fen(runner)

    def old_fen(self, runner: Runner) -> int:
        """Return what may be unpaid of a debt overdue from the start without a later due among it; 0 of others.

        What an agreement wrote off or spread anew is overdue no more, and counts as due where it falls due again.
        """
        began, charges = self.late.get(runner.id, (0, 0))
        added = runner.account.late_charges_fen - charges
        return max(0, began + added - self.dropped[runner.id]) if began else 0

    def outcome(self, policy: Policy, runners: Sequence[Runner]) -> Outcome:
        """Return the outcome, with the identity of SPEC §5.6 asserted to the fen; what has accrued by now counts."""
        for runner in runners:
            runner.account.post_accrued()
        charged = [sum(runner.account.tally.charged[part] for runner in runners) for part in range(6)]
        paid = sum(payment.fen for payment in self.payments)
        forgiven = sum(sum(runner.account.tally.forgiven) for runner in runners)
        left = sum(runner.account.tally.left() - runner.account.credit_fen for runner in runners)
        for runner in runners:
            runner.account.check()
        assert self.owed_fen + sum(charged) + self.lent_fen == paid + forgiven + left
        open_debts = tuple(runner.id for runner in runners if not runner.account.closed)
        last = max((payment.on for payment in self.payments), default=None)
        end = self.cash[-1].month  # with the last debt closed nobody sells or works for it any more
        free = last if not open_debts else None
        return Outcome(
            policy=policy.name,
            payments=tuple(sorted(self.payments, key=lambda payment: payment.on)),
            cash=tuple(self.cash),
            ends=tuple(self.ends),
            sales=tuple(sale for sale in self.sales if sale.month <= end),
            side_work=tuple(work for work in self.side_work if work.month <= end),
            friend_loan=tuple(sorted(self.friend, key=lambda flow: flow.month)),
            taken=tuple(self.taken),
            debts=tuple(runner.id for runner in runners),
            owed_fen=self.owed_fen,
            lent_fen=self.lent_fen,
            principal_fen=sum(payment.principal_fen for payment in self.payments),
            interest_fen=charged[INTEREST],
            penalty_fen=charged[PENALTY] + charged[COMPOUND],
            fee_fen=charged[FEES] + charged[DAMAGES],
            paid_fen=paid,
            forgiven_fen=forgiven,
            left_fen=left,
            left_debts=open_debts,
            unpaid_essential_fen=self.unpaid_fen,
            cut_fen=self.cut_fen,
            overdue_months=self.overdue_months,
            harm_halves=self.harm_halves,
            arrears_fen_months=self.arrears_fen_months,
            months=month_of(free).minus(self.problem.first) if free else None,
            debt_free=free,
            works=self.works,
            shortfall_month=self.shortfall,
            essential_month=self.essential,
            missed_fund=self.missed_fund,
        )
