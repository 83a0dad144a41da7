"""The one-page table of all costs that a lender must give with a personal loan (综合融资成本明示表), as values."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Literal

from ashore.loans.terms import Method, Penalty
from ashore.loans.truecost import Charges
from ashore.money import Rate

When = Literal["withheld", "start", "each", "end"]


@dataclass(frozen=True, slots=True)
class DisclosedItem:
    """One cost of the table, in fen: kept back from what is paid out, or paid at the start, with each due, at the end.

    `payer`, `payee`, `standard`: who pays whom, by what measure, as the table says.
    """

    name: str
    amount_fen: int
    when: When
    payer: str = ""
    payee: str = ""
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Contingent:
    """A cost that arises only if something goes wrong (penalty interest, damages), with its measure as written."""

    name: str
    standard: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """A lender's table: what is lent, what arrives, how it is repaid, each cost, its own yearly total.

    `payment_fen`: one instalment with everything in it, the costs of each due included.  `rate` to `fee_per_period`:
    terms of the contract, where the table names them.
    """

    principal_fen: int = 0
    on: date | None = None
    received_fen: int | None = None
    periods: int | None = None
    first_due: date | None = None
    payment_fen: int | None = None
    yearly: Rate | None = None
    rate: Rate | None = None
    method: Method | None = None
    penalty: Penalty | None = None
    fee_per_period: Fraction | None = None
    items: tuple[DisclosedItem, ...] = ()
    contingent: tuple[Contingent, ...] = ()

    @property
    def charges(self) -> Charges:
        """Return the costs by when they are paid; what did not arrive and no item names counts as kept back."""
        by_when = {when: sum(one.amount_fen for one in self.items if one.when == when) for when in WHENS}
        kept = by_when["withheld"]
        if self.received_fen is not None:
            kept = max(kept, self.principal_fen - self.received_fen - by_when["start"])
        return Charges(kept, by_when["start"], by_when["each"], by_when["end"])

    @property
    def unnamed_fen(self) -> int | None:
        """Return what did not arrive and stands in no row, below 0 where the rows keep back more; None if unsaid."""
        if self.received_fen is None:
            return None
        kept = sum(one.amount_fen for one in self.items if one.when in {"withheld", "start"})
        return self.principal_fen - self.received_fen - kept


WHENS: tuple[When, ...] = ("withheld", "start", "each", "end")
