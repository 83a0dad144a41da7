"""What a yuan is worth in each month, found by a linear programme of the relaxed household."""

from collections.abc import Sequence
from dataclasses import dataclass

from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Group, Late, Point, Relaxed, Stretch
from ashore.planning.solver import Programme

FEN = 100


@dataclass(frozen=True, slots=True)
class Early:
    """What may be repaid early with a due: the row that says so, the columns of the shares before and after it.

    `left`: what is left after it by contract, in yuan.  `low`: how low the row may be where nothing is repaid early.
    """

    row: int
    before: int
    after: int
    left: float
    low: float

    def repaid(self, values: Sequence[float]) -> float:
        """Return what is repaid early, in yuan."""
        return (values[self.before] - values[self.after]) * self.left


class Cash:
    """Cash month by month, principal due by due: rows are the months, then which way each debt goes, then its shares.

    `ways`: which way of a debt a column stands for; `shares`: the columns of what is left after each of its points.
    `chosen`: by group and selection, the columns that stand for it: the selection's own, if any, and those of its ways.
    `cash`: the column of the cash at each month's end.  `early`: by month, what may be repaid early in it.
    """

    def __init__(self, household: Relaxed, cut_cost: float = 0.0, short_cost: float | None = None) -> None:
        """Write the rows and columns of a household; amounts in yuan.

        `cut_cost`: what cutting a yuan counts.  `short_cost`: what a yuan that is missing counts; None: none may be.
        """
        self.programme, self.cut_cost = Programme(), cut_cost
        self.ways: dict[int, Stretch] = {}
        self.shares: dict[int, list[int]] = {}
        self.chosen: list[list[list[int]]] = []
        self.cash: list[int] = []
        self.early: dict[int, list[Early]] = {}
        self.months = len(household.net_fen)
        for net in household.net_fen:
            self.programme.row(net / FEN)
        if self.months:
            self.programme.row_high[0] += household.cash_fen / FEN
        for month, floor in enumerate(household.floor_fen):
            if short_cost is not None:
                self.programme.column(((month, -1.0),), short_cost)
            left = self.programme.column(((month, 1), (self._row(month + 1), -1)), 0, floor / FEN)
            self.cash.append(left)
        for group in household.groups:
            self._group(group)
        self._sales(household)
        self._cuts(household)

    def _row(self, month: int) -> int:
        return month if month < self.months else -1

    def _group(self, group: Group) -> None:
        """Choose one selection of concessions, and one way for each of its debts; a share of several is as good."""
        one = self.programme.row(1.0, 1.0)
        self.chosen.append([])
        for selection in group.selections:
            self.chosen[-1].append([])
            rows = [one] if len(selection) == 1 else [self.programme.row(0.0, 0.0) for _ in selection]
            if len(selection) > 1:
                taken = self.programme.column([(one, 1.0), *((row, -1.0) for row in rows)], 0, 0, 1)
                self.chosen[-1][-1].append(taken)
            for row, ways in zip(rows, selection, strict=True):
                for way in ways:
                    self._way(way, row)

    def _way(self, way: Stretch, chosen: int) -> None:
        """Add the share of a debt that goes a way, and the share of its principal left after each due."""
        cost, entries = way.cost_fen / FEN, [(chosen, 1.0)]
        entries += [(self._row(month), fen / FEN) for month, fen in way.paid]
        principal = way.principal_fen / FEN
        if way.points:
            cost += self._owing(way.points[0], principal, entries)
            cost += self._early_fee(way.points[0], 1, entries)
        if way.late:
            entries.append((self._row(CURE_MONTHS), way.late.fen / FEN))
        follows = self.programme.row(0.0) if way.points else -1
        column = self.programme.column([*entries, (follows, -1.0)], cost, 0, 1)
        self.ways[column] = way
        self.chosen[-1][-1].append(column)
        self.shares[column], earlier = [], column
        for index, point in enumerate(way.points):
            left = point.left_fen / FEN
            entries = [(self._row(point.month), -left), (follows, 1.0)]
            cost = self._early_fee(point, -1, entries)
            if index + 1 < len(way.points):
                cost += self._owing(way.points[index + 1], left, entries)
                cost += self._early_fee(way.points[index + 1], 1, entries)
            # Where nothing may be repaid early the share stays what it was.
            before, follows = follows, self.programme.row(0.0)
            share = self.programme.column([*entries, (follows, -1.0)], cost, 0, 1)
            if point.locked:
                self.programme.row_low[before] = 0.0
            elif point.early_in >= 0:
                early = Early(before, earlier, share, left, -float(point.beyond))
                self.early.setdefault(point.early_in, []).append(early)
            earlier = share
            self.shares[column].append(share)
        if way.late:
            self._late(way.late)

    def _owing(self, point: Point, principal: float, entries: list[tuple[int, float]]) -> float:
        """Let principal before a due enter the months in which it and its interest are paid.  Returns its cost."""
        grown, interest = principal * float(point.grown), principal * float(point.rate)
        entries += [(self._row(point.month), principal + grown), (self._row(point.paid_in), interest)]
        return grown + interest

    def _early_fee(self, point: Point, sign: int, entries: list[tuple[int, float]]) -> float:
        """Let the fee for a share repaid early with a due enter its month: the share before it less the one after."""
        fee = sign * point.left_fen / FEN * float(point.fee)
        if fee:
            entries.append((self._row(point.month), fee))
        return fee

    def _late(self, late: Late) -> None:
        """Add what of the overdue principal is paid by each month's end; all that is overdue is paid in month 6."""
        for month, principal, penalty in late.bearing:
            entries = ((self._row(month), 1.0), (self._row(month + 1), -1.0))
            self.programme.column(entries, -float(penalty), 0, principal / FEN)

    def _sales(self, household: Relaxed) -> None:
        for one in household.sales:
            once = self.programme.row(1.0)
            for month, fen in enumerate(one):
                if fen:
                    self.programme.column(((month, -fen / FEN), (once, 1.0)), 0, 0, 1)

    def _cuts(self, household: Relaxed) -> None:
        most = household.cuts_max_fen
        limit = -1 if most is None else self.programme.row(most / FEN)
        for month, fen in enumerate(household.cuts_fen):
            if fen:
                self.programme.column(((month, -1.0), (limit, 1.0)), self.cut_cost, 0, fen / FEN)


def prices_of(household: Relaxed) -> list[float] | None:
    """Return the worth of a yuan in each month, in yuan of cost; None if the solver finds no solution."""
    cash = Cash(household)
    found = cash.programme.solve()
    return None if found is None else [-dual for dual in found.duals[: cash.months]]
