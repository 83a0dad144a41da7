"""The figure beside an entry of the situation, and of how long or of which day it is."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from ashore.errors import Message
from ashore.texts.facts import format_day
from ashore.texts.language import Language
from ashore.texts.sentences import say, word
from ashore.web.fields import choice_word

FIGURES: Final[Mapping[str, tuple[str, ...]]] = {
    "income": ("amount",),
    "spending": ("amount",),
    "asset": ("value",),
    "account": ("balance",),
    "business": ("takings",),
    "due": ("amount",),
    "debt": ("balance",),
    "own": ("amount",),
    "lever": ("hourly", "amount_max"),
}
"""Under which key the figure of an entry stands; of a lever, by its kind."""
SAID: Final[Mapping[str, str]] = {"takings": "key-takings", "amount_max": "situation-most"}
"""What a figure is that is no plain sum, by its key."""
WEEK: Final = timedelta(days=7)


def figure_of(section: str, values: Mapping[str, object]) -> object:
    """Return the figure that stands beside an entry, as it was typed; None where it has none."""
    return values.get(_key(section, values))


def rhythm_of(section: str, values: Mapping[str, object], as_of: object, language: Language) -> list[str]:
    """Return what an entry's figure is of, in the reader's language: each week, a day, until when; often nothing."""
    key = _key(section, values)
    found = [word(SAID[key], language)] if key in SAID and key in values else []
    if key == "hourly" and isinstance(hours := values.get("hours_month"), int):
        found.append(say(Message("situation-hours", {"hours_count": hours}), language))
    if section in {"income", "spending"}:
        found += _times(values, language)
    if section in {"income", "spending", "due"} and isinstance(on := values.get("on"), date):
        found.append(format_day(on, language))
    if section in {"income", "spending", "lever"}:
        found += _between(values, as_of, language)
    return found


def _key(section: str, values: Mapping[str, object]) -> str:
    keys = FIGURES.get(section, ())
    return next((one for one in keys if one in values), keys[0] if keys else "")


def _times(values: Mapping[str, object], language: Language) -> list[str]:
    """Return how often it comes; of what comes once, its day says it."""
    every = str(values.get("every", "month"))
    return [] if every == "once" and "on" in values else [choice_word("every", every, language)]


def _between(values: Mapping[str, object], as_of: object, language: Language) -> list[str]:
    """Return from when where that is still to come, and until when.

    The day of a weekly sum says on which weekday it falls: within a week of the figures it is no beginning.
    """
    found: list[str] = []
    since, until = values.get("from"), values.get("until")
    near = WEEK if values.get("every") == "week" else timedelta(0)
    if isinstance(since, date) and isinstance(as_of, date) and since > as_of + near:
        found.append(say(Message("situation-from", {"since": since}), language))
    if isinstance(until, date):
        found.append(say(Message("situation-until", {"until": until}), language))
    return found
