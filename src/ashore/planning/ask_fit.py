"""Whether the months fit: a linear programme of what some debts ask at least, against the cash of each month."""

from collections.abc import Sequence
from typing import Final

from ashore.planning.ask_paths import Path
from ashore.planning.record import CURE_MONTHS
from ashore.planning.solver import Programme

FEN: Final = 100
LEAST_YUAN: Final = 0.01
"""Less than a fen is not missing."""


class _Fit:
    """The months of one selection as a linear programme: the least cash missing, and the month it is missing in."""

    def __init__(self, cash_fen: Sequence[int]) -> None:
        """Write one row for each month: what has been paid by its end, at most what was there."""
        self.programme, self.months = Programme(), len(cash_fen)
        for month, fen in enumerate(cash_fen):
            before = cash_fen[month - 1] if month else 0
            self.programme.row((fen - before) / FEN)
        for month in range(self.months - 1):  # what is left over goes to the next month
            self.programme.column(((month, 1.0), (month + 1, -1.0)))
        self.missing = self.programme.column(((0, -1.0),), 1.0)

    def pay(self, month: int, fen: float) -> None:
        """Let fen be paid in a month whatever else."""
        self.programme.row_high[min(month, self.months - 1)] -= fen / FEN


def missing(
    paths: Sequence[Path], cash_fen: Sequence[int], shares: Sequence[float] | None = None
) -> tuple[float, list[float]] | None:
    """Return the least cash missing in yuan, and by how much prices fall after each month; None if none is missing.

    `shares`: how much of each path counts; all of it if not given.
    """
    fit = _Fit(cash_fen)
    for path, share in zip(paths, shares or [1.0] * len(paths), strict=True):
        for month, fen in enumerate(path.fixed_fen):
            if fen:
                fit.pay(month, fen * share)
        _add_steps(fit, path, share)
        _add_late(fit, path, share)
    found = fit.programme.solve()
    if found is None or found.values[fit.missing] <= LEAST_YUAN:
        return None
    prices = [-dual for dual in found.duals[: fit.months]]
    falls = [early - late for early, late in zip(prices, [*prices[1:], 0.0], strict=True)]
    return found.values[fit.missing], falls


def _add_steps(fit: _Fit, path: Path, share: float) -> None:
    programme, follows = fit.programme, -1
    if path.steps:
        fit.pay(path.steps[0].month, path.begin_fen * share)
    for index, step in enumerate(path.steps):
        left = step.left_fen * share / FEN
        if not left:
            break
        entries = [(step.month, -left), (follows, 1.0)]
        if index + 1 < len(path.steps):
            after = path.steps[index + 1]
            entries += [(after.month, left), (after.paid_in, after.rate * left)]
        follows = programme.row(0.0)
        entries.append((follows, -1.0))
        programme.column(entries, 0.0, 1.0 if step.locked else 0.0, 1.0)


def _add_late(fit: _Fit, path: Path, share: float) -> None:
    if path.late is None:
        return
    cure = min(CURE_MONTHS, fit.months - 1)
    fit.pay(cure, path.late.fen * share)
    for month, principal, penalty in path.late.bearing:
        if month < cure:
            fit.pay(cure, float(penalty) * principal * share)
            entries = ((month, 1.0), (month + 1, -1.0), (cure, -float(penalty)))
            fit.programme.column(entries, 0.0, 0.0, principal * share / FEN)
