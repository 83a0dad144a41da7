"""What a replay knows of the months ahead: flows with the levers used, dues, and the cash to keep for them."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month
from ashore.household.flows import PROTECTED, Flow, FlowKind, sale_fen
from ashore.loans.concessions import Account
from ashore.planning.cashpath import Purse, lowest_ahead
from ashore.planning.friend import draw_day
from ashore.planning.harm import DAY_90
from ashore.planning.policy import Policy, Runner, tier_of, weight_of
from ashore.planning.problem import Problem, needs_by_month
from ashore.planning.record import Record
from ashore.planning.reserve import dues_ahead, project, reserve_fen

DAY: Final = timedelta(days=1)
SPENT: Final[tuple[FlowKind, ...]] = (*PROTECTED, "other", "family")


class Ahead:
    """The state of a replay and what is known of the months ahead."""

    def __init__(self, problem: Problem, policy: Policy) -> None:
        """Copy the debts and begin at the end of `as_of`."""
        self.problem, self.policy = problem, policy
        self.cash_fen = problem.household.cash_fen + problem.extra_cash_fen
        self.runners: list[Runner] = [self._runner(index) for index in range(len(problem.accounts))]
        self.needs = needs_by_month(problem)
        self.all_needs = needs_by_month(problem, SPENT)
        self.record = Record(problem, self.runners)
        self.pending = list(policy.offers)
        self.levers: dict[int, list[Flow]] = {}
        self.sold: list[Flow] = []
        self.first_minimums: dict[int, int] = {}
        self.frugal = False
        """Whether nothing is repaid early this month."""
        self._plan_levers()

    def _runner(self, index: int) -> Runner:
        debt, account = self.problem.household.debts[index], self.problem.accounts[index].copy()
        late = account.arrears_fen > 0
        return Runner(
            debt.id, index, debt, account, weight_of(debt), late, late, account.days_past_due > DAY_90
        )

    def _plan_levers(self) -> None:
        """Count sales and side work as income of their months, for what is kept back as well."""
        household, first = self.problem.household, self.problem.first
        for asset_index, index in self.policy.sales.items():
            asset, month = household.assets[asset_index], first.plus(index)
            fen = sale_fen(asset, index)
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

    def flows(self, index: int) -> list[Flow]:
        """Return a month's flows with those of the levers, in order; after the real days all money is there at once."""
        flows = [*self.levers.get(index, []), *self.problem.flows[index]]
        if index >= self.problem.daily_months:
            first = max(self.problem.first.plus(index).first, self.problem.as_of + DAY)
            flows = [
                Flow(first, flow.kind, flow.fen, flow.name, flow.extra_fen)
                if flow.kind == "income" or flow.kind in PROTECTED
                else flow
                for flow in flows
            ]
        return sorted(flows, key=lambda flow: (flow.on, flow.kind != "income"))

    def later(self, index: int) -> list[Flow]:
        """Return the flows of the later months whose days are real, as far as the horizon reaches."""
        end = min(self.problem.daily_months, len(self.problem.flows))
        return [flow for later in range(index + 1, end) for flow in self.flows(later)]

    def sure(self, flows: Sequence[Flow]) -> list[Flow]:
        """Return the flows that may be counted on before their day: all but the money of things not yet sold."""
        return [flow for flow in flows if not any(flow is sale for sale in self.sold)]

    def first_days(self, index: int) -> int:
        """Return the cash to hold at the month's end so that protected spending is paid before next month's money.

        The months ahead are counted whole, but people eat on the days before payday as well.
        """
        later = index + 1
        if not self.problem.daily_months or later >= len(self.problem.flows):
            return 0
        flows = sorted(self.problem.flows[later], key=lambda flow: (flow.on, flow.kind != "income"))
        return -lowest_ahead(0, flows, self.problem.first.plus(index).last)

    def with_dues(self, flows: Sequence[Flow], runners: Sequence[Runner]) -> list[Flow]:
        """Return the flows with the dues of these debts on the real days, in order."""
        last = self.problem.first.plus(self.problem.daily_months - 1).last
        dues = [flow for runner in runners for flow in dues_ahead(runner, self.problem, last)]
        return sorted([*flows, *dues], key=lambda flow: (flow.on, flow.kind != "income"))

    def claims(self, flows: Sequence[Flow]) -> dict[int, Sequence[Flow]]:
        """Return by group of debts what comes before it: these flows and, day by day, the dues of the groups before."""
        groups = {tier_of(runner, self.policy) for runner in self.runners}
        return {group: self.with_dues(flows, self._before(group)) for group in groups}

    def _before(self, group: int) -> list[Runner]:
        return [runner for runner in self.runners if tier_of(runner, self.policy) < group]

    def days_ahead(self, index: int, runners: Sequence[Runner], kinds: Sequence[FlowKind] = PROTECTED) -> int:
        """Return the cash to hold at the month's end for such spending and these debts' dues of the real days ahead."""
        if index >= self.problem.daily_months:
            return 0
        month_end = self.problem.first.plus(index).last
        return -lowest_ahead(0, self.with_dues(self.later(index), runners), month_end, kinds)

    def room(
        self, day: date, purse: Purse, ahead: Sequence[Flow], kinds: Sequence[FlowKind] = PROTECTED
    ) -> int:
        """Return the cash usable on a day that leaves stock money and every payment of these kinds ahead covered."""
        return max(0, lowest_ahead(purse.cash_fen, ahead, day, kinds) - self.problem.stock_fen)

    def promised(self, runner: Runner | None = None) -> int:
        """Return what is kept for concessions not accepted yet; a debt that is not overdue comes before them."""
        if runner is not None and not runner.overdue_at_start:
            return 0
        return sum(offer.needs_of(self.accounts) for offer in self.pending)

    @property
    def accounts(self) -> list[Account]:
        """Return the debts' accounts as they stand, by index."""
        return [runner.account for runner in self.runners]


class Reserve:
    """What to keep at a month's end for later spending, as a function of the debts whose later dues are to be met.

    `held_fen` is what is kept already for the days of the next months, and not asked for twice.
    """

    def __init__(self, replay: Ahead, index: int, needs: Sequence[int], held_fen: int) -> None:
        """Remember the month, later spending less income by month, and what is held."""
        self.replay, self.index, self.needs, self.held_fen = replay, index, needs, held_fen

    def __call__(self, runners: Sequence[Runner], until: int | None = None) -> int:
        """Return the cash to keep on top of what is held, in fen; of months before `until` only, if given."""
        replay = self.replay
        dues = [project(runner, replay.problem) for runner in runners if not runner.account.closed]
        keep = reserve_fen(self.needs[:until], dues, self.index, replay.policy.reserve_months)
        if replay.policy.careful:
            keep = max(keep, replay.days_ahead(self.index, runners))
        return max(0, keep - self.held_fen)
