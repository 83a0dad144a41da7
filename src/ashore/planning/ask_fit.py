"""Whether the months fit: a linear programme of what some debts ask at least, against the cash of each month."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ashore.planning.ask_paths import Path
from ashore.planning.record import CURE_MONTHS
from ashore.planning.solver import INFINITY, Programme

FEN: Final = 100
LEAST_YUAN: Final = 0.01
"""Less than a fen is not missing."""


@dataclass(slots=True)
class Fit:
    """The months of some debts as a linear programme: the least cash missing, and the month it is missing in.

    `carry`: the columns of what is left over at each month's end, by month.  `shares`: for each path the columns of
    what is left of its principal after its steps; `follows`: the rows in which each is at most the one before it.
    `late`: by month the columns of what is paid of the principal that was overdue by its end.
    """

    cash_fen: Sequence[int]
    programme: Programme = field(default_factory=Programme)
    carry: list[int] = field(default_factory=list[int])
    shares: list[list[int]] = field(default_factory=list[list[int]])
    follows: list[list[int]] = field(default_factory=list[list[int]])
    late: dict[int, list[int]] = field(default_factory=dict[int, list[int]])
    missing: int = -1

    def __post_init__(self) -> None:
        """Write one row for each month: what has been paid by its end, at most what was there."""
        for month, fen in enumerate(self.cash_fen):
            before = self.cash_fen[month - 1] if month else 0
            self.programme.row((fen - before) / FEN)
        for month in range(self.months - 1):  # what is left over goes to the next month
            self.carry.append(self.programme.column(((month, 1.0), (month + 1, -1.0))))
        self.missing = self.programme.column(((0, -1.0),), 1.0)

    @property
    def months(self) -> int:
        """Return how many months there are."""
        return len(self.cash_fen)

    def pay(self, month: int, fen: float) -> None:
        """Let fen be paid in a month whatever else."""
        self.programme.row_high[min(month, self.months - 1)] -= fen / FEN

    def add(self, path: Path, share: float = 1.0) -> None:
        """Let a share of a path be paid."""
        for month, fen in enumerate(path.fixed_fen):
            if fen:
                self.pay(month, fen * share)
        self._add_steps(path, share)
        self._add_late(path, share)

    def _add_steps(self, path: Path, share: float) -> None:
        programme, follows = self.programme, -1
        self.shares.append([])
        self.follows.append([])
        if path.steps:
            self.pay(path.steps[0].month, path.begin_fen * share)
        for index, step in enumerate(path.steps):
            left = step.left_fen * share / FEN
            if not left:
                break
            entries = [(step.month, -left), (follows, 1.0)]
            if index + 1 < len(path.steps):
                after = path.steps[index + 1]
                entries += [(after.month, left), (after.paid_in, after.rate * left)]
            self.follows[-1].append(follows)
            follows = programme.row(0.0)
            entries.append((follows, -1.0))
            self.shares[-1].append(programme.column(entries, 0.0, 1.0 if step.locked else 0.0, 1.0))

    def _add_late(self, path: Path, share: float) -> None:
        if path.late is None:
            return
        cure = min(CURE_MONTHS, self.months - 1)
        self.pay(cure, path.late.fen * share)
        for month, principal, penalty in path.late.bearing:
            if month < cure:
                self.pay(cure, float(penalty) * principal * share)
                entries = ((month, 1.0), (month + 1, -1.0), (cure, -float(penalty)))
                column = self.programme.column(entries, 0.0, 0.0, principal * share / FEN)
                self.late.setdefault(month, []).append(column)


def short_month(paths: Sequence[Path], cash_fen: Sequence[int], yuan: float) -> int:
    """Return the first month by whose end so much is missing at least, whatever money came after it."""
    fit = Fit(cash_fen)
    for path in paths:
        fit.add(path)
    limits = fit.programme.row_high[: fit.months]
    low, high = 0, fit.months - 1
    while low < high:
        middle = (low + high) // 2
        fit.programme.row_high[: fit.months] = [
            *limits[: middle + 1],
            *[INFINITY] * (fit.months - middle - 1),
        ]
        found = fit.programme.solve()
        assert found is not None
        low, high = (low, middle) if found.values[fit.missing] >= yuan - LEAST_YUAN else (middle + 1, high)
    return high


def missing(
    paths: Sequence[Path], cash_fen: Sequence[int], shares: Sequence[float] | None = None
) -> tuple[float, list[float]] | None:
    """Return the least cash missing in yuan, and by how much prices fall after each month; None if none is missing.

    `shares`: how much of each path counts; all of it if not given.
    """
    fit = Fit(cash_fen)
    for path, share in zip(paths, shares or [1.0] * len(paths), strict=True):
        fit.add(path, share)
    found = fit.programme.solve()
    if found is None or found.values[fit.missing] <= LEAST_YUAN:
        return None
    prices = [-dual for dual in found.duals[: fit.months]]
    falls = [early - late for early, late in zip(prices, [*prices[1:], 0.0], strict=True)]
    return found.values[fit.missing], falls
