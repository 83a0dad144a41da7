"""The household's cash under a plan's intentions, day by day in the first months (decision 0001 rules 23 to 25)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ashore.dates import Month, month_of

DAILY_MONTHS = 3
RANKS: Mapping[str, int] = {"income": 0, "essential": 1, "due": 1, "debt": 2, "other": 3, "family": 3}
"""The order on one day: money in, what is protected, debts, the rest."""
OPTIONAL = 3


@dataclass(frozen=True, slots=True)
class Move:
    """Money that is meant to move on a day, in fen; `payment` counts the plan's payments, −1 for the rest."""

    on: date
    kind: str
    fen: int
    payment: int = -1

    @property
    def rank(self) -> int:
        """Return its place among what moves on the same day."""
        return RANKS[self.kind]


@dataclass(slots=True)
class CashMonth:
    """A calendar month of cash as it comes to pass, in fen."""

    month: Month
    start_fen: int
    moved_fen: dict[str, int] = field(default_factory=dict[str, int])
    unpaid_fen: int = 0
    cut_fen: int = 0

    def of(self, *kinds: str) -> int:
        """Return what moved of some kinds."""
        return sum(self.moved_fen.get(kind, 0) for kind in kinds)

    @property
    def end_fen(self) -> int:
        """Return what is there at the month's end."""
        return self.start_fen + self.of("income") - self.of("essential", "due", "debt", "other", "family")


@dataclass(frozen=True, slots=True)
class Cash:
    """All months of cash, and what could be paid of each payment meant."""

    months: tuple[CashMonth, ...]
    paid_fen: Mapping[int, int]


def in_order(moves: Sequence[Move], first: Month) -> list[Move]:
    """Return the moves in the order in which they happen.

    By day in months 0 to 2; later, a month's income and what is protected come on its first day.
    """

    def key(move: Move) -> tuple[date, int, date]:
        month = month_of(move.on)
        early = month.minus(first) >= DAILY_MONTHS and move.rank <= RANKS["due"]
        return (month.first if early else move.on), move.rank, move.on

    return sorted(moves, key=key)


def needed_after(moves: Sequence[Move], told: Mapping[Month, int]) -> list[int]:
    """Return for each move the cash that all later ones need; a month whose other spending is told ends alone."""
    needs, need, month = [0] * len(moves), 0, None
    for index in range(len(moves) - 1, -1, -1):
        move = moves[index]
        here = month_of(move.on)
        need = 0 if here != month and here in told else need
        month = here
        needs[index] = need
        if move.rank < OPTIONAL:
            need = max(0, need - move.fen if move.kind == "income" else need + move.fen)
    return needs


def cash_through(
    moves: Sequence[Move], cash_fen: int, stock_fen: int, first: Month, months: int, told: Mapping[Month, int]
) -> Cash:
    """Return the cash of all months; what cannot be paid stays unpaid, optional spending takes what no one needs.

    `stock_fen` of it buys a shop's stock: only what is protected may use it.
    """
    ordered = in_order(moves, first)
    needs, rows, paid = needed_after(ordered, told), list[CashMonth](), dict[int, int]()
    by_month: dict[Month, list[int]] = {}
    for index, move in enumerate(ordered):
        by_month.setdefault(month_of(move.on), []).append(index)
    for index in range(months + 1):
        month = first.plus(index)
        steps = [(ordered[place], stock_fen + needs[place]) for place in by_month.get(month, [])]
        dues = _walk(CashMonth(month, cash_fen), steps, stock_fen, 0, {}).of("due")
        allowed = max(0, told[month] - dues) if month in told else None
        rows.append(_walk(CashMonth(month, cash_fen), steps, stock_fen, allowed, paid))
        cash_fen = rows[-1].end_fen
    return Cash(tuple(rows), paid)


def _walk(
    row: CashMonth,
    steps: Sequence[tuple[Move, int]],
    stock_fen: int,
    allowed: int | None,
    paid: dict[int, int],
) -> CashMonth:
    """Go through a month's moves, each with the cash that later ones need; at most `allowed` is optional spending."""
    waiting: list[Move] = []
    for move, need in _with_waiting(steps, waiting):
        cash = row.end_fen
        fen = move.fen if move.kind == "income" else min(cash, move.fen)
        if move.rank == OPTIONAL:
            fen = max(0, min(fen, cash - need))
            fen = fen if allowed is None else min(fen, allowed - row.of("other", "family"))
            row.cut_fen += move.fen - fen
        elif move.kind == "debt":
            fen = max(0, min(fen, cash - stock_fen))
            paid[move.payment] = fen
        elif move.kind != "income" and fen < move.fen:
            waiting.append(replace(move, fen=move.fen - fen))
        row.moved_fen[move.kind] = row.of(move.kind) + fen
    row.unpaid_fen += sum(move.fen for move in waiting)
    return row


def _with_waiting(steps: Sequence[tuple[Move, int]], waiting: list[Move]) -> Iterator[tuple[Move, int]]:
    """Yield the month's moves; after money has come, what was left of living and dues before it is tried again."""
    for move, need in steps:
        yield move, need
        if move.kind == "income" and waiting:
            again = waiting[:]
            waiting.clear()
            yield from ((one, 0) for one in again)
