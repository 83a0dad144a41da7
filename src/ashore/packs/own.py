"""A person's own values beside a pack: which fact or product each is about, and where it may be used."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.errors import Finding, Message, Place
from ashore.household.model import Own
from ashore.packs.pack import Pack
from ashore.rules.dated import Dated
from ashore.rules.source import Bilingual

LOCAL_FLOOR: Final = "floor-living-costs"
"""The fact on what enforcement leaves to live on, whose amount each place sets for itself."""
RATES: Final = frozenset({"per-year", "per-day"})
"""Units of which an own value must be a rate."""


def subjects_of(pack: Pack) -> dict[str, Bilingual]:
    """Return what a person may well look up, by id with its name: moving rates, the local floor, the products."""
    facts = {
        key: one.names
        for key, one in pack.facts.items()
        if isinstance(one.value, Dated) or key == LOCAL_FLOOR
    }
    return {**facts, **{key: one.names for key, one in pack.products.items()}}


def doubt_of(own: Own, pack: Pack) -> Message | None:
    """Return why an own value cannot be used: nothing is called so, or it is of another kind; None where it can."""
    about = {"about": own.about}
    if own.about in pack.products:
        return None if own.text else Message("own-unfit", about)
    fact = pack.facts.get(own.about)
    if fact is None:
        return Message("own-unknown", about)
    moving = isinstance(fact.value, Dated) or fact.unit in RATES
    return Message("own-unfit", about) if moving != (own.rate_per_year is not None) else None


def own_findings(owns: Iterable[Own], pack: Pack) -> tuple[Finding, ...]:
    """Return a note for each own value that cannot be used, at its place in the household file."""
    doubts = ((index, doubt_of(own, pack)) for index, own in enumerate(owns))
    return tuple(
        Finding(doubt.code, "note", Place(f"own[{index}].about"), {**doubt.facts, "key": "about"})
        for index, doubt in doubts
        if doubt
    )


def own_rate(owns: Iterable[Own], fact_id: str, day: date) -> Fraction | None:
    """Return the yearly rate that the person saw in force on a day, the latest seen first; None where there is none.

    It is never carried on past the day on which it was looked up, as the pack's own values are not.
    """
    found = own_value(owns, fact_id, day)
    return found.rate_per_year if found else None


def own_value(owns: Iterable[Own], fact_id: str, day: date) -> Own | None:
    """Return the value that holds that rate, with the day on which it was looked up."""
    fitting = [
        one for one in owns if one.about == fact_id and one.rate_per_year is not None and one.holds(day)
    ]
    return max(fitting, key=lambda one: (one.since or one.seen_on, one.seen_on), default=None)


def own_decimal(rate: Fraction) -> Decimal:
    """Return a rate that was typed as a percentage as the exact decimal it is."""
    return Decimal(rate.numerator) / Decimal(rate.denominator)
