"""What a plan wanted paid held against the repayments of a ledger: matched by creditor, sum and day; never guessed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ashore.diagnosis.category_rules import holds, plain, searched
from ashore.household.transactions import Transaction
from ashore.planning.outcome import Payment

NEAR_DAYS: Final = 7
"""A repayment that names nobody is taken for a planned one of the same sum at most a week away."""
How = Literal["name", "sum", ""]
Status = Literal["paid", "late", "part", "missed", "extra"]
"""`extra`: an early repayment that was not made in full, for which nothing is overdue."""


@dataclass(frozen=True, slots=True)
class Repaid:
    """A repayment of the ledger, the debt it was for (None where that is not certain), and what said so."""

    row: Transaction
    debt: str | None
    how: How


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A payment that the plan wanted: what of it was paid, in fen, and on which day it was complete."""

    debt: str
    on: date
    fen: int
    paid_fen: int
    done_on: date | None
    extra: bool = False

    @property
    def status(self) -> Status:
        """Return how it went; a payment that was complete after its day was late."""
        if self.done_on is not None:
            return "paid" if self.extra or self.done_on <= self.on else "late"
        if self.extra:
            return "extra"
        return "part" if self.paid_fen else "missed"


@dataclass(frozen=True, slots=True)
class Matched:
    """Planned payments with what came of them, by day; every repayment; what was paid beyond the plan, by debt."""

    lines: tuple[PlanLine, ...]
    repaid: tuple[Repaid, ...]
    beyond: Mapping[str, int]

    @property
    def unmatched(self) -> tuple[Transaction, ...]:
        """Return the repayments of which nobody knows the debt."""
        return tuple(one.row for one in self.repaid if one.debt is None)


def match_repayments(
    planned: Sequence[Payment], ledger: Sequence[Transaction], words: Mapping[str, tuple[str, ...]]
) -> Matched:
    """Return the planned payments beside the ledger's repayments; the order of either does not matter.

    `words`: what a debt's lender or product may be called in a bill, by debt.  A repayment belongs to the debt whose
    longest word it names; else to the one debt with a planned payment of exactly its sum within a week.  Within a debt
    the oldest planned payment is met first, of one day the dues before early repayments and the smallest first.
    """
    rows = sorted((row for row in ledger if row.kind == "repayment"), key=_place)
    plain_words = {debt: tuple(plain(word) for word in some if plain(word)) for debt, some in words.items()}
    named = [_named(row, plain_words) for row in rows]
    debts = _by_sum(rows, named, planned)
    repaid = tuple(
        Repaid(row, debt, "name" if name else "sum" if debt else "")
        for row, name, debt in zip(rows, named, debts, strict=True)
    )
    lines, beyond = _met(planned, repaid)
    return Matched(
        tuple(sorted(lines, key=lambda one: (one.on, one.debt, one.extra, one.fen))), repaid, beyond
    )


def _place(row: Transaction) -> tuple[object, ...]:
    return (row.day, row.amount_fen, row.counterparty, row.text, row.source, row.order, row.file, row.row)


def _named(row: Transaction, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """Return the debt whose longest word a repayment names; None for none, and where two are named alike.

    Its method is not looked at: that is the account it was paid from, often of a bank that lends as well.
    """
    text = f"{searched(row.counterparty, row.text)} {plain(row.said_category)}"
    found = {
        debt: max((len(word) for word in some if holds(word, text)), default=0)
        for debt, some in words.items()
    }
    longest = max(found.values(), default=0)
    best = [debt for debt, long in found.items() if long == longest]
    return best[0] if longest and len(best) == 1 else None


def _by_sum(
    rows: Sequence[Transaction], named: Sequence[str | None], planned: Sequence[Payment]
) -> list[str | None]:
    """Return each repayment's debt; those that name none by a planned sum, where one debt alone has it open."""
    taken = [(debt, row.amount_fen) for row, debt in zip(rows, named, strict=True) if debt]
    open_: list[Payment] = []
    for one in sorted(planned, key=lambda each: (each.on, each.debt)):
        if (one.debt, one.fen) in taken:
            taken.remove((one.debt, one.fen))
        else:
            open_.append(one)
    found: list[str | None] = []
    for row, debt in zip(rows, named, strict=True):
        near = [
            one for one in open_ if one.fen == row.amount_fen and abs((one.on - row.day).days) <= NEAR_DAYS
        ]
        if debt is None and len({one.debt for one in near}) == 1:
            open_.remove(near[0])
            debt = near[0].debt  # noqa: PLW2901 - found out here
        found.append(debt)
    return found


def _met(planned: Sequence[Payment], repaid: Sequence[Repaid]) -> tuple[list[PlanLine], Mapping[str, int]]:
    """Return each planned payment with what of it was paid, and what is left over by debt."""
    paid: dict[str, list[tuple[date, int]]] = defaultdict(list)
    for one in repaid:
        if one.debt is not None:
            paid[one.debt].append((one.row.day, one.row.amount_fen))
    lines: list[PlanLine] = []
    for debt in dict.fromkeys(one.debt for one in planned):
        of_debt = sorted((one for one in planned if one.debt == debt), key=_turn)
        lines += _of_debt(of_debt, paid[debt])
    beyond = {debt: left for debt, moves in paid.items() if (left := sum(fen for _, fen in moves))}
    return lines, beyond


def _turn(one: Payment) -> tuple[date, bool, int]:
    """Return when a planned payment is met: of a day the dues first, of these the smallest."""
    return (one.on, one.extra, one.fen)


def _of_debt(planned: Sequence[Payment], moves: list[tuple[date, int]]) -> Iterator[PlanLine]:
    """Yield a debt's planned payments, the oldest met first; what they take is taken off `moves`."""
    for one in planned:
        need, done = one.fen, None
        while need and moves:
            day, fen = moves[0]
            part = min(need, fen)
            need -= part
            moves[0] = (day, fen - part)
            if fen == part:
                moves.pop(0)
            done = day if need == 0 else None
        yield PlanLine(one.debt, one.on, one.fen, one.fen - need, done, one.extra)
