"""The first day, after the months whose days are real, on which something is due before the money for it is there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.household.flows import PROTECTED
from ashore.household.model import Household
from ashore.planning.cliffs import MATURING
from ashore.planning.outcome import CashRow, Outcome
from ashore.planning.problem import Problem

LOOKED_MONTHS: Final = 12
"""So many months ahead are looked at: by then there is a new plan."""
Move = tuple[date, int, str, bool]
"""Money that comes (more than 0) or goes on a day, in fen, what for, and whether one may ask for it to wait.

What for: a debt's id, or a spending's name.
"""


@dataclass(frozen=True, slots=True)
class TightDay:
    """The first day of some on which cash does not reach, though the month's money will.

    `item`: what takes it by then and may wait if asked, a debt's id or a due's name, else the spending that is short.
    `money_on`: when the money has caught up.  `kept_month`, `kept_fen`: at which month's end how much in hand would
    do.  `early_fen`: what the plan repays early up to that month's end and could keep.
    """

    on: date
    item: str
    money_on: date
    missing_fen: int
    kept_month: Month
    kept_fen: int
    early_fen: int


def tight_day(problem: Problem, outcome: Outcome) -> TightDay | None:
    """Return the first such day in a year, None if none; a plan counts the money of those months as there at once."""
    for row in outcome.cash[problem.daily_months : LOOKED_MONTHS + 1]:
        if found := _in_month(problem, outcome, row):
            return found
    return None


def _in_month(problem: Problem, outcome: Outcome, row: CashRow) -> TightDay | None:
    cash, missing, first, asked = row.start_fen, 0, None, ""
    for on, fen, item, waits in sorted(
        _moves(problem, outcome, row.month), key=lambda one: (one[0], -one[1])
    ):
        cash += fen
        asked = item if waits and not first else asked
        if cash < 0:
            first, missing = first or (on, asked or item), max(missing, -cash)
        elif first:
            before = row.month.plus(-1)
            early = could_be_kept_fen(problem.household, outcome, before.last)
            return TightDay(*first, on, missing, before, row.start_fen + missing, early)
    return None


def could_be_kept_fen(household: Household, outcome: Outcome, last: date) -> int:
    """Return what is repaid early up to a day and would be in hand if it were not.

    What is repaid early of a debt that ends in one large due makes that due smaller, and helps as much there.
    """
    ids = {debt.id for debt in household.debts if debt.terms.method not in MATURING}
    return sum(row.fen for row in outcome.payments if row.extra and row.on <= last and row.debt in ids)


def _moves(problem: Problem, outcome: Outcome, month: Month) -> Iterator[Move]:
    """Yield a month's money in, protected spending and dues on their real days; nothing that can wait."""
    for flow in problem.flows[month.minus(problem.first)]:
        if flow.kind == "income":
            yield flow.on, flow.fen, flow.name, False
        elif flow.kind in PROTECTED:
            yield flow.on, -flow.fen, flow.name, flow.kind == "due"
    yield from ((month.first, sale.fen, sale.asset, False) for sale in outcome.sales if sale.month == month)
    yield from (
        (month.last, work.fen, work.lever, False) for work in outcome.side_work if work.month == month
    )
    yield from (
        (month.first, one.fen, one.lever, False)
        for one in outcome.friend_loan
        if one.kind == "draw" and one.month == month
    )
    yield from (
        (row.on, -row.fen, row.debt, True)
        for row in outcome.payments
        if month_of(row.on) == month and not row.extra
    )
