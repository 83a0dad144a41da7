"""The six parts of what is owed, always kept apart: principal, interest, penalty, compound, damages, fees."""

from dataclasses import dataclass
from typing import Final

from ashore.loans.terms import Part

Parts = list[int]
"""Fen by part, in the order of the constants below."""

PRINCIPAL, INTEREST, PENALTY, COMPOUND, DAMAGES, FEES = range(6)
PART_COUNT: Final = 6
MEMBERS: Final[dict[Part, tuple[int, ...]]] = {
    "fee": (FEES, DAMAGES),
    "penalty": (PENALTY, COMPOUND),
    "interest": (INTEREST,),
    "principal": (PRINCIPAL,),
}
"""Which parts a word of an order of payment stands for, in the order they are paid."""


def no_parts() -> Parts:
    """Return six zeros."""
    return [0] * PART_COUNT


def add_parts(total: Parts, more: Parts) -> None:
    """Add `more` to `total`, part by part, in place."""
    for index, fen in enumerate(more):
        total[index] += fen


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed at the end of a day, in fen.

    `principal_fen` is all principal, `overdue_principal_fen` the part of it that is overdue; `interest_fen` all
    interest, `overdue_interest_fen` the part of it that is overdue.  `arrears_fen` is everything due and not paid.
    """

    principal_fen: int
    overdue_principal_fen: int
    interest_fen: int
    overdue_interest_fen: int
    penalty_fen: int
    compound_fen: int
    damages_fen: int
    fees_fen: int
    arrears_fen: int
    days_past_due: int

    @property
    def total_fen(self) -> int:
        """Return all that is owed."""
        return (
            self.principal_fen
            + self.interest_fen
            + self.penalty_fen
            + self.compound_fen
            + self.damages_fen
            + self.fees_fen
        )


class Tally:
    """Running sums of a loan since it was opened, by part: what it began with, was charged, paid, forgiven."""

    __slots__ = ("began", "charged", "forgiven", "paid")

    def __init__(self) -> None:
        """Begin with nothing."""
        self.began, self.charged, self.paid, self.forgiven = no_parts(), no_parts(), no_parts(), no_parts()

    def copy(self) -> "Tally":
        """Return an independent copy."""
        twin = object.__new__(Tally)
        twin.began, twin.charged = self.began[:], self.charged[:]
        twin.paid, twin.forgiven = self.paid[:], self.forgiven[:]
        return twin

    def left(self) -> int:
        """Return what must still be owed: began + charged − paid − forgiven, in fen."""
        return sum(self.began) + sum(self.charged) - sum(self.paid) - sum(self.forgiven)
