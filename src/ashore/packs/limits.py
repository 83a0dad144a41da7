"""How long a term a lender may grant at most, by debt, from the rules of a jurisdiction's pack."""

from collections.abc import Mapping
from typing import Final

from ashore.household.model import Debt, Household
from ashore.packs.pack import load_pack
from ashore.rules.fact import FactNotUsable, RuleFact

CARD: Final = "card-personal-instalments-max"
BUSINESS: Final = "business-loan-term"
CONSUMER: Final = "consumer-loan-term"
MONTHS: Final[Mapping[str, int]] = {"months": 1, "years": 12}


def term_limits(household: Household) -> dict[str, int]:
    """Return by debt how many instalments its lender may grant at most; debts without a rule in force are left out."""
    facts = load_pack(household.jurisdiction).facts
    found: dict[str, int] = {}
    for debt in household.debts:
        fact = facts.get(_rule_of(debt))
        months = _months(fact, household) if fact else None
        if months is not None:
            found[debt.id] = months
    return found


def _rule_of(debt: Debt) -> str:
    if debt.terms.method == "revolving":
        return CARD
    return BUSINESS if debt.business else CONSUMER


def _months(fact: RuleFact, household: Household) -> int | None:
    """Return the fact in months; None where it needs checking or is not in force."""
    try:
        value = fact.use(household.as_of)
    except FactNotUsable:
        return None
    return value * MONTHS[fact.unit] if isinstance(value, int) and fact.unit in MONTHS else None
