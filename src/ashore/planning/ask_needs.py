"""What many debts and asks need at least when a yuan has a price in each month, all of them at once in arrays."""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from ashore.planning.ask_paths import Path
from ashore.planning.record import CURE_MONTHS

ROUNDING_FEN: Final = 1
"""What each due may differ by."""
Array: TypeAlias = Any
"""Numbers of numpy, which is loaded when it is needed."""


class Needs:
    """Paths as arrays: one row for each path, its steps in columns, filled up to the longest with steps of nothing."""

    def __init__(self, paths: Sequence[Path], months: int) -> None:
        """Write the paths, over so many months."""
        import numpy as np

        steps = max((len(path.steps) for path in paths), default=0)
        shape = (len(paths), steps)
        self.dues = np.array([path.dues_fen for path in paths], dtype=float).reshape(len(paths), months)
        self.fixed = np.array([path.fixed_fen for path in paths], dtype=float).reshape(len(paths), months)
        self.begin = np.array([path.begin_fen for path in paths], dtype=float)
        self.count = np.array([len(path.steps) for path in paths], dtype=int)
        self.month, self.paid_in = np.full(shape, months), np.full(shape, months)
        self.left, self.rate = np.zeros(shape), np.zeros(shape)
        self.ends = np.zeros((len(paths), steps + 1), dtype=bool)
        for row, path in enumerate(paths):
            for column, step in enumerate(path.steps):
                self.month[row, column], self.paid_in[row, column] = step.month, step.paid_in
                self.left[row, column], self.rate[row, column] = step.left_fen, step.rate
                self.ends[row, column] = not step.locked
            self.ends[row, len(path.steps)] = True
        self._write_late(paths, months)

    def _write_late(self, paths: Sequence[Path], months: int) -> None:
        import numpy as np

        self.cure = min(CURE_MONTHS, months - 1)
        self.late = np.array([path.late.fen if path.late else 0 for path in paths], dtype=float)
        found = [
            (row, month, principal, float(penalty))
            for row, path in enumerate(paths)
            for month, principal, penalty in (path.late.bearing if path.late else ())
            if month < self.cure
        ]
        rows, at, principals, penalties = zip(*found, strict=True) if found else ((), (), (), ())
        self.late_row, self.late_month = np.array(rows, dtype=int), np.array(at, dtype=int)
        self.late_fen, self.late_rate = np.array(principals, dtype=float), np.array(penalties, dtype=float)

    def least(self, prices: Array) -> Array:
        """Return for each path the least that what it asks is worth, over all ways of repaying early.

        `prices`: by month, never rising, with 0 for the month after the last.
        """
        import numpy as np

        total = self.fixed @ prices[:-1] + self._late(prices)
        if not self.left.shape[1]:
            return total
        at, paid = prices[self.month], prices[self.paid_in]
        following = np.zeros_like(at)
        following[:, :-1] = at[:, 1:] + self.rate[:, 1:] * paid[:, 1:]
        followed = np.zeros(self.ends.shape)
        np.cumsum(self.left * (following - at), axis=1, out=followed[:, 1:])
        allowed = np.where(self.ends, followed, np.inf).min(axis=1)
        rounding = ROUNDING_FEN * (self.count + 1) * float(prices[0])
        early = self.begin * at[:, 0] + allowed - rounding
        return total + np.where(self.count > 0, early, 0.0)

    def _late(self, prices: Array) -> Array:
        """Return the least that what is overdue is worth: all of it by month 6, penalty or earlier payment before."""
        import numpy as np

        cure = float(prices[self.cure])
        sooner = prices[self.late_month] - prices[self.late_month + 1]
        waiting = np.minimum(self.late_rate * cure, sooner) * self.late_fen
        return self.late * cure + np.bincount(self.late_row, waiting, minlength=len(self.late))
