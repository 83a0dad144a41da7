"""How far a bound can be raised by telling cases apart: concessions taken, months without early repayment (SPEC §6)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count
from typing import Final

from ashore.planning.bound import bound_fen, falling
from ashore.planning.cases import Case, Choice, branch_count, branches, months_of, restricted
from ashore.planning.certificate import Certificate, close
from ashore.planning.floors import raised
from ashore.planning.outcome import Outcome
from ashore.planning.prices import FEN, Cash
from ashore.planning.problem import Problem
from ashore.planning.relaxed import Group, Relaxed, Span, span_of
from ashore.planning.relaxing import relax
from ashore.planning.solver import INFINITY, Opened, Solution

WHOLE: Final = 1e-6
SHORT_COST: Final = 50.0
"""What a yuan that is missing counts: a case in which no plan works gets a high bound, not none."""
COLUMNS_MAX: Final = 100_000
"""So many columns are solved for the cases of a plan, all of them together: many cases of few debts."""


def proofs(problem: Problem, outcome: Outcome) -> Iterator[Certificate]:
    """Yield certificates of a plan that works, ever better but for rounding: cases that leave out no plan.

    Ends when nothing is left open in the weakest case.  Nothing where no bound can be shown.
    """
    span = span_of(problem, outcome)
    household = relax(problem, span) if span else None
    if span is None or household is None:
        return
    cases = _Cases(household)
    for told in cases.told_apart():
        yield _certificate(cases, told, span)


def proved(problem: Problem, outcome: Outcome, debts: Sequence[Group], first: Certificate) -> Certificate:
    """Return the best certificate of a plan that works after a count of cases, or once the gap is close.

    `first`: its certificate without cases.
    """
    household = relax(problem, first.span, debts)
    if household is None or close(outcome, first.bound_fen):
        return first
    cases = _Cases(household)
    most = COLUMNS_MAX // max(1, len(cases.cash.programme.cost))
    told: list[_Solved] = []
    for told in cases.told_apart():
        weakest = min(told, key=lambda one: one.cost)
        if cases.programmes >= most or close(outcome, cases.case(weakest).bound_fen):
            break
    found = _certificate(cases, told, first.span)
    return found if first.bound_fen < found.bound_fen <= outcome.net_fen else first


@dataclass(frozen=True, slots=True)
class _Solved:
    """A case as the solver leaves it: its prices, what it costs at least, and the places most open in it."""

    choices: tuple[Choice, ...]
    prices: tuple[int, ...]
    cost: float
    open: tuple[int, ...]


class _Cases:
    """The cases of a household: one programme, of which only bounds change from case to case.

    `branches`: by place of debts, the columns that stand for each of their branches; `marks`: those that add up to 1.
    `programmes`: how many were solved.
    """

    def __init__(self, household: Relaxed) -> None:
        self.household, self.cash = household, Cash(household, short_cost=SHORT_COST)
        self.opened = Opened(self.cash.programme)
        self.branches = [_columns(group, self.cash, place) for place, group in enumerate(household.groups)]
        self.marks = [
            [columns[:1] if len(group.selections[0]) > 1 else columns for columns in one]
            for group, one in zip(household.groups, self.branches, strict=True)
        ]
        self.changed: tuple[dict[int, float], dict[int, float], dict[int, float]] = ({}, {}, {})
        self.programmes = 0
        self.known: dict[tuple[Choice, ...], Case] = {}

    def told_apart(self) -> Iterator[list[_Solved]]:
        """Yield ever more cases, the weakest divided each time, until nothing is open in it."""
        order, first = count(), self.solved(())
        heap = [(first.cost, next(order), first)]
        yield [first]
        while heap[0][2].open:
            _, _, worst = heappop(heap)
            for one in self.divided(worst):
                heappush(heap, (one.cost, next(order), one))
            yield [one for _, _, one in heap]

    def case(self, solved: _Solved) -> Case:
        """Return a case with the bound that its prices prove, computed once."""
        if solved.choices not in self.known:
            bound = bound_fen(restricted(self.household, solved.choices), solved.prices)
            self.known[solved.choices] = Case(solved.choices, solved.prices, bound)
        return self.known[solved.choices]

    def divided(self, one: _Solved) -> list[_Solved]:
        """Return the cases of the open place that raises the least bound of them most."""
        tried = [
            [
                self.solved((*one.choices, (place, branch)))
                for branch in range(branch_count(self.household, place))
            ]
            for place in one.open
        ]
        return max(tried, key=lambda cases: min(case.cost for case in cases))

    def solved(self, choices: tuple[Choice, ...]) -> _Solved:
        """Return what the best prices found prove for a case, and what is open in it."""
        self._narrow(choices)
        self.programmes += 1
        found, months = self.opened.solve(), len(self.household.net_fen)
        if found is None:
            return _Solved(choices, (0,) * months, -INFINITY, ())
        prices = falling([-dual for dual in found.duals[:months]], months)
        places = tuple(self._open(found, {place for place, _ in choices}))
        return _Solved(choices, tuple(prices), found.cost, places)

    def _narrow(self, choices: Sequence[Choice]) -> None:
        """Bound the columns and rows as a case has them, and those of the case before as they were."""
        programme = self.cash.programme
        locked, funded = months_of(self.household, choices)
        floors = raised(self.household, funded) if funded else self.household.floor_fen
        lows = {
            self.cash.cash[month]: fen / FEN
            for month, (fen, usual) in enumerate(zip(floors, self.household.floor_fen, strict=True))
            if fen != usual
        }
        highs = {column: 0.0 for place, branch in choices for column in self._others(place, branch)}
        rows = {early.row: early.low for month in locked for early in self.cash.early.get(month, ())}
        was_lows, was_highs, was_rows = self.changed
        for column in {*lows, *highs, *was_lows, *was_highs}:
            low = lows.get(column, programme.low[column])
            self.opened.bound_column(column, low, highs.get(column, programme.high[column]))
        for row in rows.keys() ^ was_rows.keys():
            self.opened.bound_row(row, rows.get(row, -INFINITY), programme.row_high[row])
        self.changed = lows, highs, rows

    def _others(self, place: int, branch: int) -> Iterator[int]:
        """Yield the columns of the ways that a branch of debts leaves out."""
        if place < len(self.branches):
            kept = self.branches[place][branch]
            yield from (column for one in self.branches[place] if one is not kept for column in one)

    def _open(self, found: Solution, fixed: set[int]) -> Iterator[int]:
        """Yield the debts whose choice is most open, and the month whose early repayment most misses the fund."""
        first = len(self.branches)
        debts = {
            place: _openness(columns, found)
            for place, columns in enumerate(self.marks)
            if place not in fixed and len(columns) > 1
        }
        months = {
            first + month: self._missed(month, found)
            for month in self.cash.early
            if first + month not in fixed and month < len(self.cash.cash)
        }
        for scores in (debts, months):
            place = max(scores, key=lambda one: scores[one], default=None)
            if place is not None and scores[place] > WHOLE:
                yield place

    def _missed(self, month: int, found: Solution) -> float:
        """Return what is repaid early in a month, but no more than is missing in the emergency fund, in yuan."""
        missing = self.household.fund_fen[month] / FEN - found.values[self.cash.cash[month]]
        return min(missing, sum(early.repaid(found.values) for early in self.cash.early[month]))


def _certificate(cases: _Cases, told: Sequence[_Solved], span: Span) -> Certificate:
    """Return what the cases prove together: the least of their bounds."""
    every = sorted(map(cases.case, told), key=lambda one: one.bound_fen)
    return Certificate(every[0].bound_fen, every[0].prices, span, tuple(every))


def _columns(group: Group, cash: Cash, place: int) -> list[list[int]]:
    """Return the columns that stand for each branch of debts whose concessions hang together."""
    columns = cash.chosen[place]
    if len(columns) > 1:
        return columns
    if len(group.selections[0]) > 1:
        return [[column for one in columns for column in one]]
    taken = [one.selections[0][0][0].offer for one in branches(group)]
    return [[column for column in columns[0] if cash.ways[column].offer == offer] for offer in taken]


def _openness(columns: Sequence[Sequence[int]], found: Solution) -> float:
    """Return how far from whole the shares of branches are."""
    shares = [sum(found.values[column] for column in one) for one in columns]
    return max(min(share, 1 - share) for share in shares)
