"""When money for living runs out before the next money comes: found day by day, before a debt is paid anything."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ashore.household.flows import PROTECTED, Flow
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem


@dataclass(frozen=True, slots=True)
class LivingGap:
    """Days on which protected spending waits for money: the first one, the day that makes up for it, the most missing.

    `until`: None where nothing makes up for it within the months whose days are real.
    """

    on: date
    until: date | None
    missing_fen: int


def living_gap(problem: Problem, outcome: Outcome) -> LivingGap | None:
    """Return the first days, in the months whose days are real, on which there is not enough to live on; None if none.

    Money of things sold and of side work counts on its day, a friend's loan does not.  A shop takes money on many days
    and has it counted at its month's end (SPEC §5.11): of a household with one nothing is said.
    """
    if problem.household.businesses:
        return None
    on, missing = None, 0
    for day, cash in _days(problem, outcome):
        if cash < 0:
            on, missing = on or day, max(missing, -cash)
        elif on:
            return LivingGap(on, day, missing)
    return LivingGap(on, None, missing) if on else None


def _days(problem: Problem, outcome: Outcome) -> Iterator[tuple[date, int]]:
    """Yield the days on which money moves and the cash at the end of each, as if no debt were paid."""
    flows = sorted([*_own(problem), *_earned(problem, outcome)], key=lambda flow: flow.on)
    cash = problem.household.cash_fen
    for place, flow in enumerate(flows):
        cash += flow.fen if flow.kind == "income" else -flow.fen
        if place + 1 == len(flows) or flows[place + 1].on > flow.on:
            yield flow.on, cash


def _own(problem: Problem) -> Iterator[Flow]:
    """Yield income and protected spending of the months whose days are real."""
    for month in problem.flows[: problem.daily_months]:
        yield from (flow for flow in month if flow.kind == "income" or flow.kind in PROTECTED)


def _earned(problem: Problem, outcome: Outcome) -> Iterator[Flow]:
    """Yield what the plan sells and earns besides in these months."""
    last = problem.first.plus(problem.daily_months - 1)
    for sale in outcome.sales:
        if sale.month <= last:
            yield Flow(sale.month.first, "income", sale.fen, sale.asset)
    for work in outcome.side_work:
        if work.month <= last:
            yield Flow(work.month.last, "income", work.fen, work.lever)
