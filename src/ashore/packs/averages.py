"""The official averages of a pack that a budget is held beside, as far as they may be used today."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal

from ashore.money import fen_from_yuan
from ashore.packs.pack import Pack
from ashore.rules.fact import FactNotUsable


def averages_of(pack: Pack, today: date, facts: Iterable[str]) -> Mapping[str, int]:
    """Return what a head spends in a year, in fen by fact; a fact past its review day is left out."""
    found: dict[str, int] = {}
    for fact_id in facts:
        fact = pack.facts.get(fact_id)
        if fact is None:
            continue
        try:
            value = fact.use(today)
        except FactNotUsable:
            continue
        assert isinstance(value, int | Decimal)
        found[fact_id] = fen_from_yuan(Decimal(value))
    return found
