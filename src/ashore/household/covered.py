"""Which other debts one agreement reaches, and how it reaches each of them (SPEC §1)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from ashore.household.model import Debt
from ashore.household.position import arrears_of, owed_fen
from ashore.loans.terms import Arrears, Concession, Part
from ashore.money import share_out


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


def shared(concession: Concession, debts: Sequence[Debt], as_of: date) -> tuple[Concession, ...]:
    """Return an agreement as it reaches each of some debts: its sums are for all of them together, to the fen.

    A settlement's amount, a fixed instalment and what is paid on acceptance are shared out by what is owed on each at
    the end of `as_of`, what is waived of a part by how much of it is overdue on each.  The fee is paid with the first.
    """
    if len(debts) == 1:
        return (concession,)
    owed = [owed_fen(debt, as_of) for debt in debts]
    settle, payment = _split(concession.settle_fen, owed), _split(concession.payment_fen, owed)
    upfront = share_out(concession.upfront_fen, _weights(owed))
    waives = [
        _split(fen, [_overdue_fen(debt, part, as_of) for debt in debts]) for part, fen in concession.waives
    ]
    return tuple(
        replace(
            concession,
            settle_fen=settle[place],
            payment_fen=payment[place],
            upfront_fen=upfront[place],
            fee_fen=0 if place else concession.fee_fen,
            waives=tuple(
                (part, fen[place]) for (part, _), fen in zip(concession.waives, waives, strict=True)
            ),
            covers=(),
        )
        for place in range(len(debts))
    )


def _split(fen: int | None, weights: Sequence[int]) -> Sequence[int | None]:
    return [None] * len(weights) if fen is None else share_out(fen, _weights(weights))


def _weights(weights: Sequence[int]) -> tuple[int, ...]:
    return tuple(weights) if any(weights) else (1,) * len(weights)


def _overdue_fen(debt: Debt, part: Part, as_of: date) -> int:
    return sum(_parts(one)[part] for one in arrears_of(debt, as_of))


def _parts(one: Arrears) -> dict[Part, int]:
    """Return what is overdue by the words of an order of payment."""
    return {
        "fee": one.fees_fen + one.damages_fen,
        "penalty": one.penalty_fen + one.compound_fen,
        "interest": one.interest_fen,
        "principal": one.principal_fen,
    }


def with_reached(debts: Sequence[Debt], as_of: date) -> tuple[Debt, ...]:
    """Return the debts, each with the agreements that it shares with others: those of others once in writing."""
    found: list[list[Concession]] = [[] for _ in debts]
    own: list[dict[Concession, Concession]] = [{} for _ in debts]
    for index, debt in enumerate(debts):
        for one in debt.concessions:
            if places := covered(debts, index, one):
                own[index][one], *parts = shared(one, [debts[place] for place in (index, *places)], as_of)
                for place, part in zip(places, parts, strict=True):
                    found[place] += (part,) if one.status == "agreed-written" else ()
    return tuple(
        replace(debt, reached=tuple(more), shared=mine) if more or mine else debt
        for debt, more, mine in zip(debts, found, own, strict=True)
    )
