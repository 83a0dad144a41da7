"""What a lender's statement says: single figures (claims) with their lines, and what happened (events)."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from ashore.loans.audit.bills import Card
from ashore.loans.parts import COMPOUND, DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.settlement import Sum
from ashore.loans.terms import Event

ClaimKind = Literal[
    "due", "late", "charged", "paid", "closing", "left", "owed", "minimum", "agreed", "forgiven"
]
"""`due`: what fell due on a day.  `late`: what being late added to the due of `due`, until `on`.
`charged`: what was posted since the claim of the same parts before.  `paid`: how the payment of the line was used.
`closing`: what the payment of the line took to close the loan.  `left`: the principal left at the day's end.  `owed`:
all that is owed at the day's end.  `minimum`: the least to pay of a card's bill.  `agreed`: what a settlement of the
day asks for in all.  `forgiven`: all that was written off until the day's end.
"""
ALL: Final = (PRINCIPAL, INTEREST, PENALTY, COMPOUND, DAMAGES, FEES)


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure of a statement, in fen: of which line, about which parts of the debt, on which day."""

    line: int
    kind: ClaimKind
    on: date
    fen: int
    parts: tuple[int, ...] = ALL
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Early:
    """That a payment repaid principal before its time: what of it the statement names, in fen.

    `closes`: all that was left was paid.  Interest that is not named counts as none.
    """

    closes: bool = False
    principal_fen: int | None = None
    interest_fen: int = 0


@dataclass(frozen=True, slots=True)
class Happened:
    """An event with the statement's line that tells of it; 0: the household file does.

    `settled`: the sums of a settlement that the statement says was agreed.  An event of the kind `close` says that all
    that was left was forgiven.
    """

    line: int
    event: Event
    early: Early | None = None
    settled: tuple[Sum, ...] = ()

    @property
    def settles(self) -> bool:
        """Return whether a settlement was agreed here."""
        concession = self.event.concession
        return bool(self.settled) or (concession is not None and concession.kind == "settle")


@dataclass(frozen=True, slots=True)
class SumClaim:
    """A total that stands beside its parts in one line, or below them under the heading `of`, in fen."""

    line: int
    on: date | None
    total_fen: int
    parts_fen: int
    of: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement: its claims and events in the order of its lines, and the totals beside their parts.

    `lent_fen`, `lent_on`: what was paid out and when, where the statement says so.  `instalments`: how many dues
    it lists, 0 where it lists none.  `received_fen`: what arrived, where the statement says so.  `card`: a card's bills
    and postings.
    """

    claims: tuple[Claim, ...] = ()
    events: tuple[Happened, ...] = ()
    sums: tuple[SumClaim, ...] = ()
    lent_fen: int | None = None
    lent_on: date | None = None
    received_fen: int | None = None
    instalments: int = 0
    card: Card | None = None
