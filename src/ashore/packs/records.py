"""How long a bad record is kept after a default has ended, from the pack of a jurisdiction."""

from datetime import date
from typing import Final

from ashore.packs.pack import load_pack
from ashore.rules.fact import FactNotUsable

RECORD: Final = "bad-record-years"


def record_years(jurisdiction: str, today: date) -> int | None:
    """Return for how many years, counted from the end of the default; None where it is not known or needs checking."""
    fact = load_pack(jurisdiction).facts.get(RECORD)
    try:
        value = fact.use(today) if fact else None
    except FactNotUsable:
        return None
    return value if isinstance(value, int) else None
