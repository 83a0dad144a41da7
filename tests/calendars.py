"""A calendar file as another program reads it: its entries as plain values."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import icalendar


@dataclass(frozen=True)
class Shown:
    """One entry."""

    day: date
    end: date
    summary: str
    uid: str
    stamp: datetime
    kind: str
    busy: str
    reminders: tuple[timedelta, ...]


def read(data: bytes) -> list[Shown]:
    """Return the entries of a file, in its order."""
    calendar = icalendar.Calendar.from_ical(data)
    return [
        Shown(
            one.decoded("dtstart"),
            one.decoded("dtend"),
            str(one["summary"]),
            str(one["uid"]),
            one.decoded("dtstamp"),
            str(one["class"]),
            str(one["transp"]),
            tuple(alarm.decoded("trigger") for alarm in one.walk("VALARM")),
        )
        for one in calendar.walk("VEVENT")
    ]


def texts(data: bytes) -> list[str]:
    """Return every value of a file as text, unfolded, as it was before it was escaped."""

    calendar = icalendar.Calendar.from_ical(data)
    parts = (calendar, *calendar.walk("VEVENT"), *calendar.walk("VALARM"))
    return [str(value) for part in parts for _, value in part.property_items(recursive=False)]
