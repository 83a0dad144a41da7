"""Which other debts one agreement reaches: the draws that it names, one by one or by their line (SPEC §1)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ashore.household.model import Debt
from ashore.loans.terms import Concession


def covered(debts: Sequence[Debt], index: int, concession: Concession) -> tuple[int, ...]:
    """Return the places of the other debts that a concession on one reaches, as it names them, none twice.

    A name that is no debt's id is that of a line.  Names of debts that are not there reach nothing.
    """
    found = (place for name in concession.covers for place in _named(debts, name))
    return tuple(dict.fromkeys(place for place in found if place != index))


def _named(debts: Sequence[Debt], name: str) -> Iterator[int]:
    ids = [debt.id for debt in debts]
    names = ids if name in ids else [debt.line for debt in debts]
    return (place for place, one in enumerate(names) if one == name)


def with_reached(debts: Sequence[Debt]) -> tuple[Debt, ...]:
    """Return the debts, each with the agreements in writing on another that reach it; their sums are paid there."""
    found: list[list[Concession]] = [[] for _ in debts]
    for index, debt in enumerate(debts):
        for one in debt.concessions:
            for place in covered(debts, index, one) if one.status == "agreed-written" else ():
                found[place].append(replace(one, upfront_fen=0, fee_fen=0, covers=()))
    return tuple(
        replace(debt, reached=tuple(more)) if more else debt for debt, more in zip(debts, found, strict=True)
    )
