"""The product's answers to a case, in the oracle's words, read as an overdue case of the conformance suite."""

from datetime import date
from typing import Any

from ashore.dates import WorkingDays
from ashore.loans.terms import Event
from conforming.overdue_contract import KEYS, opening_of, terms_of
from conforming.overdue_events import event_of as read_event
from conforming.overdue_owed import owed, schedule, state
from conforming.reading import At

__all__ = ["answers", "event_of", "schedule", "state"]
Words = dict[str, Any]


def plain(value: Any) -> Any:
    """Return words as JSON holds them: days as text."""
    if isinstance(value, dict):
        return {"periods_left" if word == "periods" else word: plain(inner) for word, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def event_of(words: Words) -> Event:
    """Return an event."""
    return read_event(At("event", plain(words)))


def answers(words: Words, events: list[Words], days: list[date]) -> Words:
    """Return the product's schedule and owed rows."""
    table = At("terms", plain(words)).table(KEYS)
    terms = terms_of(table)
    opening = opening_of(table, terms, WorkingDays())
    accounts = owed(terms, opening, [event_of(event) for event in events], days, WorkingDays())
    rows = None if terms.method == "revolving" else schedule(terms, opening)
    return {
        "schedule": rows,
        "owed": {day.isoformat(): state(account) for day, account in accounts.items()},
    }
