"""Early repayment that makes the months of a set fit: the cheapest, with the emergency fund left where it is done.

In a month in which something is repaid early the emergency fund is there at its end and nothing is overdue (SPEC §5.3,
§5.8).  So each month is one of two: nothing is repaid early, or both hold.  The cheapest pattern is first looked for
without that; where it cannot be followed, a choice in whole numbers finds one that can, or shows that there is none.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from ashore.planning.ask_fit import FEN, LEAST_YUAN, Fit
from ashore.planning.ask_needs import ROUNDING_FEN
from ashore.planning.ask_paths import Path
from ashore.planning.record import CURE_MONTHS
from ashore.planning.solver import Opened, Solution

HELD: Final = 1e-5
"""What a yuan kept for a month more counts: nothing is repaid early that saves less."""
HALF: Final = 0.5
NODES_MAX: Final = 2000
"""Branches that the choice of months looks at."""

Pattern = list[dict[int, int]]
"""For each path the principal left after its dues, in fen by month."""


@dataclass(slots=True)
class Early:
    """The months of some paths, with what must be there at the end of a month in which something is repaid early.

    `fund_fen`: by month.  `talked`: up to this month nothing is repaid early (decision 0002 rule 30).  `spare_fen` is
    left over at each month's end.  `over`: the column of what is left over in the end;
    `chosen`: those of the months in which something may be repaid early.
    """

    paths: Sequence[Path]
    cash_fen: Sequence[int]
    fund_fen: Sequence[int]
    talked: int
    spare_fen: int = 0
    fit: Fit = field(init=False)
    over: int = -1
    chosen: dict[int, int] = field(default_factory=dict[int, int])

    def __post_init__(self) -> None:
        """Write the programme."""
        self.paths = [_locked(path, self.talked) for path in self.paths]
        self.fit = Fit([fen - self.spare_fen for fen in self.cash_fen])
        for path in self.paths:
            self.fit.add(path)
        self.over = self.fit.programme.column(((self.fit.months - 1, 1.0),))

    def _loosen(self) -> None:
        """Let each month's end lack what rounding may come to by then, of dues and of what is left of principal.

        Up to its first early repayment a debt goes by its contract, to the fen.
        """
        steps = Counter(step.on for path in self.paths for step in path.steps if not step.locked)
        steps[0] += sum(1 + (CURE_MONTHS if path.late else 0) for path in self.paths)
        for month, count in steps.items():
            self.fit.programme.row_high[month] += ROUNDING_FEN * count / FEN

    def cheapest(self) -> Pattern | None:
        """Return the cheapest pattern; None if cash is missing.

        Before `choose` it may use the fund; after it, early repayment is in the months chosen.
        """
        programme, fit = self.fit.programme, self.fit
        programme.cost = [0.0] * len(programme.cost)
        programme.high[fit.missing] = LEAST_YUAN if self.chosen else 0.0
        for column in fit.carry:
            programme.cost[column] = -HELD
        programme.cost[self.over] = -1.0
        for path, columns in zip(self.paths, fit.shares, strict=True):
            if columns:  # what is still owed then
                programme.cost[columns[-1]] = path.steps[len(columns) - 1].left_fen / FEN
        found = programme.solve()
        return self._pattern(found) if found else None

    def choose(self) -> bool | None:
        """Return whether months of early repayment can be chosen so that the months fit; None if a limit came first."""
        programme = self.fit.programme
        self.chosen = {month: programme.column((), 0.0, 0.0, 1.0) for month in range(self._last_short + 1)}
        self._link()
        self._loosen()
        programme.cost = [0.0] * len(programme.cost)
        programme.high[self.fit.missing] = LEAST_YUAN
        programme.wholes = set(self.chosen.values())
        opened = Opened(programme)
        opened.limit_nodes(NODES_MAX)
        found = opened.solve()
        programme.wholes = set()
        if found is None:
            return False if opened.impossible else None
        for column in self.chosen.values():
            programme.low[column] = programme.high[column] = float(found.values[column] > HALF)
        return True

    @property
    def _last_short(self) -> int:
        """Return the last month by whose end cash is missing if nothing is repaid early: later ones are left free."""
        dues = [sum(fen) for fen in zip(*(path.dues_fen for path in self.paths), strict=True)]
        pairs = zip(accumulate(dues), self.cash_fen, strict=True)
        return max((month for month, (due, cash) in enumerate(pairs) if due > cash), default=-1)

    def _link(self) -> None:
        """Let nothing be repaid early in a month not chosen; in one that is the fund is there, nothing overdue."""
        programme, fit = self.fit.programme, self.fit
        for place, path in enumerate(self.paths):
            for index, column in enumerate(fit.shares[place]):
                if path.steps[index].on in self.chosen:
                    self._link_step(path, index, column, fit.shares[place][index - 1] if index else -1)
        for month, carry in enumerate(fit.carry[: len(self.chosen)]):
            row = programme.row(0.0)
            for column in (carry, *fit.late.get(month, ())):
                programme.rows[row][column] = -1.0
            kept = max(0, self.fund_fen[month] - self.spare_fen - 1) / FEN
            programme.rows[row][self.chosen[month]] = kept + self._late(month)

    def _link_step(self, path: Path, index: int, column: int, before: int) -> None:
        """Let a debt be paid no more than its due, with what the due is after early repayment or by contract."""
        step, programme = path.steps[index], self.fit.programme
        left = path.steps[index - 1].left_fen if index else path.begin_fen
        if not left:
            return
        grown = left * (1 + step.rate) if index else float(left)
        if path.lowers:  # its share stays what it was
            row = programme.row(0.0 if index else -1.0)
            programme.rows[row] = {column: -1.0, self.chosen[step.on]: -1.0}
            if index:
                programme.rows[row][before] = 1.0
            return
        row = programme.row((grown - step.left_fen + ROUNDING_FEN) / FEN - (0.0 if index else left / FEN))
        programme.rows[row] = {column: -step.left_fen / FEN, self.chosen[step.on]: -left / FEN}
        if index:
            programme.rows[row][before] = grown / FEN

    def _late(self, month: int) -> float:
        cure = min(CURE_MONTHS, self.fit.months - 1)
        return sum(path.late.fen for path in self.paths if path.late) / FEN if month < cure else 0.0

    def _pattern(self, found: Solution) -> Pattern:
        return [
            {
                step.on: -int(-found.values[column] * step.left_fen // 1)
                for step, column in zip(path.steps, columns, strict=False)
            }
            for path, columns in zip(self.paths, self.fit.shares, strict=True)
        ]


def _locked(path: Path, talked: int) -> Path:
    steps = tuple(
        step if step.locked or step.on > talked else replace(step, locked=True) for step in path.steps
    )
    return replace(path, steps=steps)
