"""Whether the law of a jurisdiction knows personal insolvency, from its pack: a rule with figures, or what is known."""

from datetime import date
from decimal import Decimal
from typing import Final

from ashore.packs.pack import load_pack
from ashore.rules.fact import FactNotUsable, RuleFact
from ashore.rules.insolvency import InsolvencyRule

YEARS: Final = "insolvency-years"
PROTECTED: Final = "insolvency-protected-month"
EXEMPT: Final = "insolvency-exempt"
LOCAL: Final = "bankruptcy-"
FEN: Final = 100


def insolvency_rule(jurisdiction: str, today: date) -> InsolvencyRule | None:
    """Return the rule of a law that holds everywhere in the jurisdiction, None where there is none or it is stale."""
    facts = load_pack(jurisdiction).facts
    found = [facts.get(one) for one in (YEARS, PROTECTED, EXEMPT)]
    values = [_number(one, today) for one in found]
    if None in values:
        return None
    years, protected, exempt = (value or 0 for value in values)
    return InsolvencyRule(
        int(years), round(protected * FEN), round(exempt * FEN), tuple(one for one in found if one)
    )


def local_laws(jurisdiction: str, today: date) -> tuple[RuleFact, ...]:
    """Return what is known of laws that hold in some places only, from their first to their last day.

    One that must be looked at again is among them: whoever shows it says so.
    """
    facts = load_pack(jurisdiction).facts
    return tuple(one for key, one in facts.items() if key.startswith(LOCAL) and one.in_force(today))


def _number(fact: RuleFact | None, today: date) -> Decimal | None:
    try:
        value = fact.use(today) if fact else None
    except FactNotUsable:
        return None
    return Decimal(value) if isinstance(value, int | Decimal) else None
