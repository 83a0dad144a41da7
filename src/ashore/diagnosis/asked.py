"""What the question why a debt grew is asked of: payments, the debts of today, and what else somebody knows.

All of it is private (practice H1) and none of it becomes part of a household.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ashore.diagnosis.category_rules import Need
from ashore.household.model import Debt, Household
from ashore.household.product import BoughtOn
from ashore.household.transactions import Transaction


@dataclass(frozen=True, slots=True)
class OwedOn:
    """What was owed on a debt at the end of a day, as a statement or the person says: all of it, arrears too."""

    debt: str
    on: date
    fen: int


@dataclass(frozen=True, slots=True)
class CashOn:
    """The money that was there at the end of a day, in all accounts together."""

    on: date
    fen: int


@dataclass(frozen=True, slots=True)
class Seen:
    """The days that one export says it covers, both included."""

    source: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Asked:
    """Everything that an answer is made from.

    `ledger` has its categories already; `needs` says of each code whether a household can do without it.  `owed` and
    `cash` are what is known of earlier days (nothing has to be), `seen` what the exports say they cover.
    `bought_on` is what bills call the purchases of a debt, by its id, for debts that something is bought on.
    `called` is what sentences call a debt, by its id, where that is not its name: payments are found by what was typed.
    """

    ledger: Sequence[Transaction]
    household: Household
    needs: Mapping[str, Need]
    owed: tuple[OwedOn, ...] = ()
    cash: tuple[CashOn, ...] = ()
    seen: tuple[Seen, ...] = field(default=())
    bought_on: Mapping[str, BoughtOn] = field(default_factory=dict[str, BoughtOn])
    called: Mapping[str, str] = field(default_factory=dict[str, str])

    def name_of(self, debt: Debt) -> str:
        """Return what sentences call a debt."""
        return self.called.get(debt.id, debt.name)
