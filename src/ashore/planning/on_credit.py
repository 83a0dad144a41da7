"""What was bought on credit since a day: it moved no cash and raised what is owed, so a review counts it to a debt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ashore.diagnosis.category_rules import holds, plain
from ashore.household.model import Debt, Household
from ashore.household.product import BoughtOn
from ashore.household.transactions import Nature, Transaction

COSTS: Final[frozenset[Nature]] = frozenset({"interest", "fee"})
"""What a card's own export charges is no purchase: the contract gives it."""


@dataclass(frozen=True, slots=True)
class OnCredit:
    """What was bought less what came back, in fen: by the id of its debt, and on credit that is no debt of the file."""

    by_debt: Mapping[str, int] = field(default_factory=dict[str, int])
    elsewhere_fen: int = 0

    @property
    def total_fen(self) -> int:
        """Return all of it."""
        return sum(self.by_debt.values()) + self.elsewhere_fen


def bought_since(
    household: Household,
    rows: Sequence[Transaction],
    bought_on: Mapping[str, BoughtOn],
    words: Mapping[str, tuple[str, ...]],
) -> OnCredit:
    """Return what rows bought on credit; `bought_on` and `words` as bills call the debts' credit and the debts.

    A purchase is counted to the one revolving debt of its credit, of several to the one whose longest word its method
    or account names; to none where that is not certain.  What is paid by instalments is a contract of its own.
    """
    cards = [debt for debt in household.debts if debt.id in bought_on and debt.terms.method == "revolving"]
    sums: dict[str, int] = {}
    for row in rows:
        if row.credit and row.kind in {"spending", "refund"} and row.nature not in COSTS:
            fitting = [debt for debt in cards if bought_on[debt.id] == row.credit]
            debt = _debt_of(row, fitting, words)
            sums[debt] = sums.get(debt, 0) + (row.amount_fen if row.kind == "spending" else -row.amount_fen)
    elsewhere = sums.pop("", 0)
    return OnCredit(sums, elsewhere)


def _debt_of(row: Transaction, fitting: Sequence[Debt], words: Mapping[str, tuple[str, ...]]) -> str:
    """Return the id of the debt that a purchase is on, `""` where it is not certain."""
    if len(fitting) == 1:
        return fitting[0].id
    text = plain(f"{row.method} {row.account}")
    sizes = {
        debt.id: max((len(word) for word in words.get(debt.id, ()) if holds(plain(word), text)), default=0)
        for debt in fitting
    }
    longest = max(sizes.values(), default=0)
    named = [debt for debt, size in sizes.items() if size == longest]
    return named[0] if longest and len(named) == 1 else ""


def with_bought(household: Household, bought: OnCredit) -> Household:
    """Return the household with what was bought owed; never below zero where more came back."""
    return replace(household, debts=tuple(_raised(debt, bought) for debt in household.debts))


def _raised(debt: Debt, bought: OnCredit) -> Debt:
    fen = bought.by_debt.get(debt.id, 0)
    return replace(debt, balance_fen=max(0, debt.balance_fen + fen)) if fen else debt
