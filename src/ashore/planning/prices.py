"""What a yuan is worth in each month, found by a linear programme of the relaxed household."""

from ashore.planning.record import CURE_MONTHS
from ashore.planning.relaxed import Late, Relaxed, Stretch
from ashore.planning.solver import Programme

FEN = 100


class _Cash:
    """Cash month by month, principal due by due: rows are the months, then that no share of a contract rises."""

    def __init__(self, household: Relaxed) -> None:
        """Write the rows and columns of a household; amounts in yuan."""
        self.programme = Programme()
        self.months = len(household.net_fen)
        for net in household.net_fen:
            self.programme.row(net / FEN)
        if self.months:
            self._pay(0, -household.cash_fen / FEN)
        for month in range(self.months):
            self.programme.column(((month, 1), (self._row(month + 1), -1)))
        for stretch in household.stretches:
            self._stretch(stretch)
        self._sales(household)
        self._cuts(household)

    def _row(self, month: int) -> int:
        return month if month < self.months else -1

    def _pay(self, month: int, yuan: float) -> None:
        if month < self.months:
            self.programme.row_high[month] -= yuan

    def _stretch(self, stretch: Stretch) -> None:
        """Add the share of the contract's principal left after each due; what the first due asks is fixed."""
        points, follows = stretch.points, -1
        if points:
            first, principal = points[0], stretch.principal_fen / FEN
            self._pay(first.month, principal + stretch.first_fen / FEN)
            self._pay(first.paid_in, principal * float(first.rate))
        for index, point in enumerate(points):
            left, cost = point.left_fen / FEN, 0.0
            entries = [(self._row(point.month), -left), (follows, 1.0)]
            if index + 1 < len(points):
                after = points[index + 1]
                cost = float(after.rate) * left
                entries += [(self._row(after.month), left), (self._row(after.paid_in), cost)]
            follows = self.programme.row(0.0)
            entries.append((follows, -1.0))
            self.programme.column(entries, cost, 1.0 if point.locked else 0.0, 1.0)
        if stretch.late:
            self._late(stretch.late)

    def _late(self, late: Late) -> None:
        """Add what of the overdue principal is paid by each month's end; all that is overdue is paid in month 6."""
        self._pay(CURE_MONTHS, late.fen / FEN)
        for month, (principal, penalty) in enumerate(late.bearing):
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
                self.programme.column(((month, -1.0), (limit, 1.0)), 0, 0, fen / FEN)


def prices_of(household: Relaxed) -> list[float] | None:
    """Return the worth of a yuan in each month, in yuan of cost; None if the solver finds no solution."""
    cash = _Cash(household)
    found = cash.programme.solve()
    return None if found is None else [-dual for dual in found.duals[: cash.months]]
