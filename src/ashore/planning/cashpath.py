"""Cash through the days: what is there, and what may be used on a day without leaving a protected payment uncovered."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ashore.household.flows import PROTECTED, Flow, FlowKind


@dataclass(slots=True)
class Purse:
    """Cash on hand and what has come in, gone out or stayed unpaid, in fen."""

    cash_fen: int
    income_fen: int = 0
    essential_fen: int = 0
    other_fen: int = 0
    debt_fen: int = 0
    cut_fen: int = 0
    waiting: list[Flow] = field(default_factory=list[Flow])

    @property
    def unpaid_fen(self) -> int:
        """Return what of the protected payments is not paid so far."""
        return sum(flow.fen for flow in self.waiting)

    def receive(self, fen: int) -> None:
        """Take money in; what waited for it is paid first, in the order it fell due."""
        self.cash_fen += fen
        self.income_fen += fen
        waiting, self.waiting = self.waiting, []
        for flow in waiting:
            self.settle(flow)

    def settle(self, flow: Flow) -> None:
        """Pay a protected flow as far as cash goes; what is missing waits for the next money of the month."""
        paid = min(self.cash_fen, flow.fen)
        self.cash_fen -= paid
        if flow.kind == "essential":
            self.essential_fen += paid
        else:
            self.other_fen += paid
        if paid < flow.fen:
            self.waiting.append(replace(flow, fen=flow.fen - paid))

    def spend(self, flow: Flow, most_fen: int) -> None:
        """Pay other spending as far as `most_fen` allows; the rest is a cut."""
        paid = max(0, min(self.cash_fen, flow.fen, most_fen))
        self.cash_fen -= paid
        self.other_fen += paid
        self.cut_fen += flow.fen - paid

    def pay_debt(self, fen: int) -> None:
        """Pay a creditor.  The cash must be there: asserted."""
        assert 0 <= fen <= self.cash_fen
        self.cash_fen -= fen
        self.debt_fen += fen


def lowest_ahead(
    cash_fen: int, flows: Sequence[Flow], after: date, kinds: Sequence[FlowKind] = PROTECTED
) -> int:
    """Return the least cash on any later day if only incomes and payments of these kinds move, from `cash_fen` on.

    Flows on days after `after` count, in date order, income before spending on a day.  Never more than `cash_fen`.
    """
    lowest = cash = cash_fen
    for flow in flows:
        if flow.on > after and flow.kind == "income":
            cash += flow.fen
        elif flow.on > after and flow.kind in kinds:
            cash -= flow.fen
            lowest = min(lowest, cash)
    return lowest
