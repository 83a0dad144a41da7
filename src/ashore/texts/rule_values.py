"""A rule's value with its unit as text, exactly as it stands in the pack."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.errors import Fact, Message
from ashore.rules.fact import RuleValue
from ashore.texts.facts import format_fact
from ashore.texts.language import Language
from ashore.texts.sentences import say

SPOKEN: Final = frozenset({"multiple", "per-year", "per-month", "per-day", "hours"})
"""Units whose value needs a sentence of its own."""
SUFFIXES: Final[Mapping[str, str]] = {
    "years": "nyears",
    "months": "nmonths",
    "days": "ndays",
    "share": "percent",
}
"""Units that a fact's key knows how to print."""
NO_NUMBER: Final = frozenset({"article", "text"})
"""Units whose rule is told by its name alone: a number here would be an article's."""


def rule_value_text(value: RuleValue, unit: str, language: Language) -> str:
    """Return a value that does not change: `24% a year`, `4 times`, `5 years`; empty where the name says it all."""
    if unit in NO_NUMBER:
        return ""
    shown = _number(value)
    if unit in SPOKEN:
        return say(Message(f"facts-value-{unit}", {"value": shown, "value_percent": shown}), language)
    if unit == "yuan":
        return f"¥{shown:,}" if isinstance(shown, int | Decimal) else str(shown)
    return format_fact(f"value_{SUFFIXES.get(unit, unit)}", shown, language)


def _number(value: RuleValue) -> Fact:
    """Return a value as a fact; Dated ones are shown step by step."""
    assert isinstance(value, int | Decimal | str | date | tuple)
    return value
