"""Gathered bills, sorted for one household: what was paid on debts first, then what each payment was for."""

from collections.abc import Sequence
from dataclasses import replace

from ashore.diagnosis.categories import Categorised, Decided, categorise
from ashore.diagnosis.category_rules import Rules
from ashore.diagnosis.corrections import Correction
from ashore.diagnosis.on_debts import on_debts
from ashore.household.model import Household
from ashore.household.transactions import Transaction
from ashore.packs.called import called_in_bills


def sort_bills(
    ledger: Sequence[Transaction],
    household: Household | None,
    rules: Rules,
    corrections: Sequence[Correction],
    *,
    trader: bool,
) -> Categorised:
    """Return a ledger with what each payment was for; what names a debt of the household is a payment on it."""
    names = (
        {word for words in called_in_bills(household).values() for word in words} if household else set[str]()
    )
    found = on_debts(ledger, corrections, sorted(names), rules.debt_signs)
    sorted_ = categorise(found.ledger, rules, corrections, trader=trader)
    decided = list(sorted_.decided)
    for place, by in found.by.items():
        decided[place] = Decided(by, decided[place].business)
    return replace(sorted_, decided=tuple(decided))
