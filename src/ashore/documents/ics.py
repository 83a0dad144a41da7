"""Days ahead as a calendar file (iCalendar, RFC 5545), in neutral words unless names and amounts are asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from itertools import groupby
from typing import Final

import icalendar

from ashore.documents.answer.agenda import event_text
from ashore.errors import Message
from ashore.planning.agenda import LAST_DAYS, Event, Kind
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

PRODUCER: Final = "-//Household book//EN"
DAY: Final = timedelta(days=1)
BEFORE: Final = timedelta(hours=-15)
"""Nine in the morning of the day before."""
SAME_DAY: Final = timedelta(hours=9)
"""Nine in the morning of the day itself."""
NEUTRAL: Final[Mapping[Kind, str]] = {
    "deadline": "last",
    "offer": "last",
    "promise": "promise",
    "payment": "pay",
    "due": "pay",
    "change": "change",
    "proof": "paper",
    "report": "look",
    "record": "look",
    "review": "review",
}
"""What an entry is called where nobody is to learn more from it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How a calendar is written: with names and amounts or not, whether each entry reminds, and when."""

    language: Language
    details: bool = False
    reminds: bool = False
    remind_at: timedelta = BEFORE


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a calendar: its day, its words, what makes it the same one in a later file, whether it reminds."""

    day: date
    summary: str
    key: tuple[str, ...]
    reminds: bool

    @property
    def uid(self) -> str:
        """Return an identity that says nothing of the person or the machine."""
        return sha256("|".join(self.key).encode()).hexdigest()[:32]


def calendar_bytes(events: Sequence[Event], made: date, shape: Shape) -> bytes:
    """Return the events from the day it is made on as a calendar file; the same events give the same bytes.

    Without details what falls together on a day in neutral words is one entry, so that it says how many there are.
    """
    calendar = icalendar.Calendar()
    _fill(
        calendar,
        {
            "prodid": PRODUCER,
            "version": "2.0",
            "calscale": "GREGORIAN",
            "x-wr-calname": word("first-page-title", shape.language),
        },
    )
    for entry in entries_of([one for one in events if one.day >= made], shape):
        event = icalendar.Event()
        _fill(event, _properties(entry, made, shape))
        if entry.reminds:
            alarm = icalendar.Alarm()
            _fill(alarm, {"action": "DISPLAY", "description": entry.summary, "trigger": shape.remind_at})
            event.add_component(alarm)
        calendar.add_component(event)
    return calendar.to_ical()


def _fill(component: icalendar.Component, values: Mapping[str, object]) -> None:
    """Set properties; the library escapes and folds them."""
    for name, value in values.items():
        component.add(name, value)  # pyright: ignore[reportUnknownMemberType] - the library leaves the value untyped


def _properties(entry: Entry, made: date, shape: Shape) -> dict[str, object]:
    """Return what is written of an entry: a whole day, private, that leaves the day free."""
    more = {} if shape.details else {"description": word("neutral-more", shape.language)}
    return {
        "uid": entry.uid,
        "dtstamp": datetime.combine(made, time(), UTC),
        "dtstart": entry.day,
        "dtend": entry.day + DAY,
        "summary": entry.summary,
        "class": "PRIVATE",
        "transp": "TRANSPARENT",
        **more,
    }


def entries_of(events: Sequence[Event], shape: Shape) -> tuple[Entry, ...]:
    """Return the entries of a calendar, in the order of the events."""
    return tuple(_detailed(events, shape) if shape.details else _neutral(events, shape))


def _detailed(events: Sequence[Event], shape: Shape) -> Iterator[Entry]:
    for one in events:
        yield Entry(one.day, event_text(one, shape.language), one.key, one.kind in LAST_DAYS or shape.reminds)


def _neutral(events: Sequence[Event], shape: Shape) -> Iterator[Entry]:
    """Yield one entry for what has the same neutral words on one day."""
    for day, together in groupby(events, key=lambda one: one.day):
        kinds: list[Kind] = [one.kind for one in together]
        names = [NEUTRAL[kind] for kind in kinds]
        for name in dict.fromkeys(names):
            count = names.count(name)
            code = f"neutral-{name}" + ("-many" if count > 1 else "")
            reminds = shape.reminds or any(kind in LAST_DAYS for kind in kinds if NEUTRAL[kind] == name)
            summary = say(Message(code, {"events_count": count}), shape.language)
            yield Entry(day, summary, (name, day.isoformat()), reminds)
