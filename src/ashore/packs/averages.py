"""The official averages that a budget is held beside, as far as they may be used today."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from ashore.letters.budget import CATEGORIES as LINES
from ashore.money import fen_from_yuan
from ashore.packs.entry import Entry, read_entry
from ashore.packs.files import SHIPPED
from ashore.packs.pack import Pack
from ashore.rules.average import Average
from ashore.rules.fact import FactNotUsable

AVERAGES: Final = "averages"


def averages_of(pack: Pack, today: date) -> Mapping[Average, int]:
    """Return what a head spends in a year, in fen by average; one whose fact is past its review day is left out."""
    found: dict[Average, int] = {}
    for average in load_averages(pack.id):
        try:
            value = pack.facts[average.fact].use(today)
        except FactNotUsable:
            continue
        assert isinstance(value, int | Decimal)
        found[average] = fen_from_yuan(Decimal(value))
    return found


@cache
def load_averages(jurisdiction: str, root: Path = SHIPPED) -> tuple[Average, ...]:
    """Return the averages of a jurisdiction's pack.  Raises BrokenPack."""
    return read_averages(read_entry(root / jurisdiction, AVERAGES))


def read_averages(entry: Entry) -> tuple[Average, ...]:
    """Return the averages of a file, in its order.  Raises BrokenPack."""
    return tuple(read_average(one, fact_id) for fact_id, one in entry.subs().items())


def read_average(one: Entry, fact_id: str) -> Average:
    """Return what the average of a fact is about, its categories unchecked: a letter reads this too (practice H1).

    Raises BrokenPack.
    """
    line = one.choice("line", LINES) if one.has("line") else ""
    return Average(fact_id, one.texts("categories"), line)
