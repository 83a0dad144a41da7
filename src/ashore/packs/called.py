"""What a bill may call a lender, its product, or what was bought on it: by that a payment finds its debt."""

import re
from collections.abc import Mapping
from typing import Final

from ashore.household.model import Debt, Household
from ashore.household.product import BoughtOn
from ashore.packs.products import load_product

BETWEEN: Final = re.compile(r"[/()（）、,，;；·]+")
SHORTEST: Final = 2


def called_in_bills(household: Household) -> Mapping[str, tuple[str, ...]]:
    """Return the words for each debt: what the person calls it, its creditor, its product, each part of a name too.

    Words that stand for several debts are left in: a repayment that names two alike is matched to neither.
    """
    return {debt.id: _words(debt) for debt in household.debts}


def bought_on(household: Household) -> Mapping[str, BoughtOn]:
    """Return what bills call the purchases of a debt, by its id: of debts whose product something is bought on."""
    found: dict[str, BoughtOn] = {}
    for debt in household.debts:
        credit = load_product(debt.product).bought_on if debt.product else None
        if credit:
            found[debt.id] = credit
    return found


def _words(debt: Debt) -> tuple[str, ...]:
    names = [debt.name, debt.creditor]
    if debt.product:
        names += load_product(debt.product).names.values()
    parts = [part for name in names for part in (name, *BETWEEN.split(name))]
    return tuple(dict.fromkeys(part for part in parts if len(part) >= SHORTEST))
