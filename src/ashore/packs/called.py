"""What a lender or its product may be called in a bill: the words by which a repayment finds its debt."""

import re
from collections.abc import Mapping
from typing import Final

from ashore.household.model import Debt, Household
from ashore.packs.products import load_product

BETWEEN: Final = re.compile(r"[/()（）、,，;；·]+")
SHORTEST: Final = 2


def called_in_bills(household: Household) -> Mapping[str, tuple[str, ...]]:
    """Return the words for each debt: what the person calls it, its creditor, its product, each part of a name too.

    Words that stand for several debts are left in: a repayment that names two alike is matched to neither.
    """
    return {debt.id: _words(debt) for debt in household.debts}


def _words(debt: Debt) -> tuple[str, ...]:
    names = [debt.name, debt.creditor]
    if debt.product:
        names += load_product(debt.product).names.values()
    parts = [part for name in names for part in (name, *BETWEEN.split(name))]
    return tuple(dict.fromkeys(part for part in parts if len(part) >= SHORTEST))
