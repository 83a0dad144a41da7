"""What a yuan is worth in each month, found by a linear programme of the relaxed household (HiGHS)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Relaxed, Stretch

INFINITY = 1e30


@dataclass(slots=True)
class _Columns:
    """A programme as columns: cost, bounds, and entries (row, factor) of each."""

    cost: list[float] = field(default_factory=list[float])
    low: list[float] = field(default_factory=list[float])
    high: list[float] = field(default_factory=list[float])
    entries: list[list[tuple[int, float]]] = field(default_factory=list[list[tuple[int, float]]])

    def add(self, cost: float, low: float, high: float, entries: Sequence[tuple[int, float]]) -> int:
        """Add a column.  Returns its place."""
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        sums: dict[int, float] = {}
        for row, factor in entries:
            if row >= 0:
                sums[row] = sums.get(row, 0.0) + factor
        self.entries.append(list(sums.items()))
        return len(self.cost) - 1


class _Programme:
    """Cash month by month, principal due by due: rows are the months, then that no share rises."""

    def __init__(self, household: Relaxed) -> None:
        """Write the rows and columns of a household; amounts in yuan."""
        self.months = len(household.net_fen)
        self.columns = _Columns()
        self.rhs = [net / 100 for net in household.net_fen]
        if self.months:
            self.rhs[0] += household.cash_fen / 100
        self.low: list[float] = []
        self.cuts_row = -1
        for month in range(self.months):
            self.columns.add(0, 0, INFINITY, ((month, 1), (self._row(month + 1), -1)))
        for stretch in household.stretches:
            self._stretch(stretch)
        self._sales(household)
        self._cuts(household)

    def _row(self, month: int) -> int:
        return month if month < self.months else -1

    def _falls(self) -> int:
        """Return a new row that asks its sum to be at most 0."""
        self.low.append(0.0)
        return self.months + len(self.low) - 1

    def _pay(self, month: int, yuan: float) -> None:
        if month < self.months:
            self.rhs[month] -= yuan

    def _stretch(self, stretch: Stretch) -> None:
        """Add the share of the contract's principal left after each due; what the first due asks is fixed."""
        points = stretch.points
        if points:
            first, principal = points[0], stretch.principal_fen / 100
            self._pay(first.month, principal + stretch.first_fen / 100)
            self._pay(first.paid_in, principal * float(first.rate))
        before = -1
        for index, point in enumerate(points):
            left, cost = point.left_fen / 100, 0.0
            entries = [(self._row(point.month), -left)]
            if index + 1 < len(points):
                after = points[index + 1]
                cost = float(after.rate) * left
                entries += [(self._row(after.month), left), (self._row(after.paid_in), cost)]
            if before >= 0:
                entries.append((before, 1.0))
            before = self._falls()
            entries.append((before, -1.0))
            self.columns.add(cost, 1.0 if point.locked else 0.0, 1.0, entries)
        if stretch.late:
            self._late(stretch)

    def _late(self, stretch: Stretch) -> None:
        assert stretch.late is not None
        self._pay(CURE_MONTHS, stretch.late.fen / 100)
        for month, (principal, penalty) in enumerate(stretch.late.bearing):
            entries = ((self._row(month), 1.0), (self._row(month + 1), -1.0))
            self.columns.add(-float(penalty), 0, principal / 100, entries)

    def _sales(self, household: Relaxed) -> None:
        for one in household.sales:
            once = self._falls()
            self.low[-1] = 1.0
            for month, fen in enumerate(one):
                if fen:
                    self.columns.add(0, 0, 1, ((month, -fen / 100), (once, 1.0)))

    def _cuts(self, household: Relaxed) -> None:
        limit = -1
        if household.cuts_max_fen is not None:
            limit = self._falls()
            self.low[-1] = household.cuts_max_fen / 100
        for month, fen in enumerate(household.cuts_fen):
            if fen:
                self.columns.add(0, 0, fen / 100, ((month, -1.0), (limit, 1.0)))


def prices_of(household: Relaxed) -> list[float] | None:
    """Return the worth of a yuan in each month, in yuan of cost; None if the solver finds no solution."""
    import highspy
    import numpy as np

    programme = _Programme(household)
    columns = programme.columns
    model: Any = highspy.HighsLp()
    model.num_col_ = len(columns.cost)
    model.num_row_ = programme.months + len(programme.low)
    model.col_cost_ = np.array(columns.cost)
    model.col_lower_, model.col_upper_ = np.array(columns.low), np.array(columns.high)
    # A month's row: what is kept and paid is at most what is there.
    model.row_lower_ = np.full(model.num_row_, -INFINITY)
    model.row_upper_ = np.array([*programme.rhs, *programme.low])
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    counts = [len(entries) for entries in columns.entries]
    model.a_matrix_.start_ = np.concatenate(([0], np.cumsum(counts)))
    model.a_matrix_.index_ = np.array([row for entries in columns.entries for row, _ in entries])
    model.a_matrix_.value_ = np.array([factor for entries in columns.entries for _, factor in entries])
    solver: Any = highspy.Highs()
    solver.silent()
    solver.setOptionValue("threads", 1)
    solver.passModel(model)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    duals = list(solver.getSolution().row_dual)
    return [-float(dual) for dual in duals[: programme.months]]
