"""The rules and numbers of a pack."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final, cast

from ashore.packs.entry import Entry
from ashore.rules.dated import Dated, Step
from ashore.rules.fact import RuleFact, RuleValue

UNITS: Final = (
    "multiple",
    "per-year",
    "per-day",
    "share",
    "years",
    "months",
    "days",
    "hours",
    "count",
    "yuan",
    "article",
    "date",
    "time",
    "text",
)


def read_facts(entry: Entry) -> Mapping[str, RuleFact]:
    """Return the facts of a file by id, in its order.  Raises BrokenPack."""
    return {key: read_fact(fact, key) for key, fact in entry.subs().items()}


def read_fact(fact: Entry, fact_id: str) -> RuleFact:
    """Return one fact.  Raises BrokenPack."""
    return RuleFact(
        id=fact_id,
        names=fact.bilingual("names"),
        value=_history(fact) if fact.has("steps") else _value(fact),
        unit=fact.choice("unit", UNITS),
        source=fact.source(),
        seen_on=fact.day("seen_on"),
        confidence=fact.confidence(),
        review_by=fact.day("review_by"),
        valid_from=_optional_day(fact, "valid_from"),
        valid_to=_optional_day(fact, "valid_to"),
        note=fact.bilingual("note") if fact.has("note") else {},
    )


def _optional_day(fact: Entry, key: str) -> date | None:
    return fact.day(key) if fact.has(key) else None


def _history(fact: Entry) -> Dated[Decimal]:
    steps = tuple(Step(row.day("since"), row.number("value")) for row in fact.rows("steps"))
    return Dated(steps, fact.day("last_seen"))


def _value(fact: Entry) -> RuleValue:
    value = fact.raw("value")
    if isinstance(value, list) and all(isinstance(item, str) for item in cast(list[object], value)):
        return tuple(cast(list[str], value))
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str | date):
        raise fact.fail("pack-field-wrong", "value", expected="value")
    return value
