"""What is taken for a first plan where a person does not know it yet, by the rules of a jurisdiction's pack."""

from datetime import date
from decimal import Decimal
from typing import Final

from ashore.household import Estimates
from ashore.money import Rate
from ashore.packs.pack import load_pack
from ashore.rules.fact import FactNotUsable

RATE: Final = "court-total-cap"
"""The most that a licensed lender's yearly total is left at: dearer than most loans, so that no plan is too hopeful."""


def estimates_for(jurisdiction: str, today: date) -> Estimates:
    """Return what is taken; no rate where the pack has no such rule, or it must be looked at again."""
    fact = load_pack(jurisdiction).facts.get(RATE)
    try:
        value = fact.use(today) if fact else None
    except FactNotUsable:
        value = None
    return Estimates(Rate(value, "year") if isinstance(value, Decimal) else None)
