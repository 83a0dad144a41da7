"""Small linear programmes, perhaps in whole numbers, solved by HiGHS on one thread: the same answer every time."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

INFINITY: Final = 1e30


@dataclass(frozen=True, slots=True)
class Solution:
    """The value of each column, and of each row what one unit more of its bound changes the cost by.

    `cost`: what it costs.  `best`: whether no better one exists; not where a limit on the search was reached.
    """

    values: list[float]
    duals: list[float]
    cost: float
    best: bool


@dataclass(slots=True)
class Programme:
    """Columns with cost and bounds, rows with bounds and the columns in them; the cost is made least.

    `wholes`: columns in whole numbers.
    """

    cost: list[float] = field(default_factory=list[float])
    low: list[float] = field(default_factory=list[float])
    high: list[float] = field(default_factory=list[float])
    row_low: list[float] = field(default_factory=list[float])
    row_high: list[float] = field(default_factory=list[float])
    rows: list[dict[int, float]] = field(default_factory=list[dict[int, float]])
    wholes: set[int] = field(default_factory=set[int])

    def row(self, high: float, low: float = -INFINITY) -> int:
        """Add a row without columns.  Returns its place."""
        self.row_low.append(low)
        self.row_high.append(high)
        self.rows.append({})
        return len(self.rows) - 1

    def column(
        self, entries: Iterable[tuple[int, float]], cost: float = 0, low: float = 0, high: float = INFINITY
    ) -> int:
        """Add a column with its entries (row, factor); a row below 0 is left out.  Returns its place."""
        place = len(self.cost)
        self.cost.append(cost)
        self.low.append(low)
        self.high.append(high)
        for row, factor in entries:
            if row >= 0:
                self.rows[row][place] = self.rows[row].get(place, 0.0) + factor
        return place

    def solve(
        self, *, whole: bool = False, nodes_max: int | None = None, exact: bool = False
    ) -> Solution | None:
        """Return the best solution, every column in whole numbers with `whole`; None where there is none.

        With `nodes_max` the search ends after so many nodes with the best it has found.  `exact`: no gap is left
        to what could be better.
        """
        opened = Opened(self, whole=whole)
        if nodes_max is not None:
            opened.limit_nodes(nodes_max)
        if exact:
            opened.solver.setOptionValue("mip_rel_gap", 0.0)
            # These are small: making them smaller takes longer than solving them.
            opened.solver.setOptionValue("presolve", "off")
        return opened.solve()


class Opened:
    """A programme in the solver's hands: solved again after a change of bounds it goes on from the last solution."""

    def __init__(self, programme: Programme, *, whole: bool = False) -> None:
        """Hand the programme over as it stands."""
        import highspy
        import numpy as np

        model: Any = highspy.HighsLp()
        columns = range(len(programme.cost))
        model.num_col_, model.num_row_ = len(columns), len(programme.rows)
        model.col_cost_ = np.array(programme.cost, dtype=float)
        model.col_lower_ = np.array(programme.low, dtype=float)
        model.col_upper_ = np.array(programme.high, dtype=float)
        if whole or programme.wholes:
            kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
            model.integrality_ = [kinds[whole or place in programme.wholes] for place in columns]
        model.row_lower_ = np.array(programme.row_low, dtype=float)
        model.row_upper_ = np.array(programme.row_high, dtype=float)
        rows = programme.rows
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.concatenate(([0], np.cumsum([len(row) for row in rows])))
        model.a_matrix_.index_ = np.array([place for row in rows for place in row], dtype=np.int32)
        model.a_matrix_.value_ = np.array([one for row in rows for one in row.values()], dtype=float)
        self.solver: Any = highspy.Highs()
        self.solver.silent()
        self.solver.setOptionValue("threads", 1)
        self.solver.passModel(model)

    def limit_nodes(self, nodes_max: int) -> None:
        """Let the search end after so many nodes."""
        self.solver.setOptionValue("mip_max_nodes", nodes_max)

    @property
    def impossible(self) -> bool:
        """Return whether the last solving has shown that there is no solution at all."""
        import highspy

        return bool(self.solver.getModelStatus() == highspy.HighsModelStatus.kInfeasible)

    def bound_column(self, place: int, low: float, high: float) -> None:
        """Let a column lie between these."""
        self.solver.changeColBounds(place, low, high)

    def bound_row(self, place: int, low: float, high: float) -> None:
        """Let a row lie between these."""
        self.solver.changeRowBounds(place, low, high)

    def solve(self) -> Solution | None:
        """Return the best solution, or the best found at the end of a limit; None where there is none."""
        import highspy

        self.solver.run()
        best = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        ended = best or self.solver.getModelStatus() == highspy.HighsModelStatus.kSolutionLimit
        feasible = (
            self.solver.getInfo().primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        )
        if not (ended and feasible):
            return None
        found = self.solver.getSolution()
        cost = float(self.solver.getInfo().objective_function_value)
        return Solution(list(found.col_value), list(found.row_dual), cost, best)
