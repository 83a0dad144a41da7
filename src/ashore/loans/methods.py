"""How much principal falls due with each method; one small function each, chosen by the contract's method."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from ashore.loans.terms import Method
from ashore.money import round_half_up


class DueContext(NamedTuple):
    """What a method looks at: principal not yet due, interest of the period, periods left, the fixed amounts."""

    principal_fen: int
    interest_fen: int
    periods_left: int
    payment_fen: int
    part_fen: int


def _level_payment(due: DueContext) -> int:
    return max(0, due.payment_fen - due.interest_fen)


def _equal_parts(due: DueContext) -> int:
    return due.part_fen


def _at_the_end(due: DueContext) -> int:
    return 0


PRINCIPAL_DUE: Final[Mapping[Method, Callable[[DueContext], int]]] = {
    "level-payment": _level_payment,
    "equal-principal": _equal_parts,
    "flat-fee": _equal_parts,
    "interest-only": _at_the_end,
    "daily": _at_the_end,
    "bullet": _at_the_end,
}


def principal_due(method: Method, due: DueContext) -> int:
    """Return the principal that falls due, in fen; the last period takes what is left."""
    if due.periods_left <= 1:
        return due.principal_fen
    return min(due.principal_fen, PRINCIPAL_DUE[method](due))


def equal_part(principal_fen: int, periods: int) -> int:
    """Return the principal of each period, P/n half up."""
    return round_half_up(principal_fen, max(1, periods))
