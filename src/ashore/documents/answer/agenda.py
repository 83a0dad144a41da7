"""The days ahead as parts: what has a last day, then month by month what is to be paid and looked at."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from ashore.dates import month_of
from ashore.documents.answer.parts import about
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.errors import Message
from ashore.packs.records import record_years
from ashore.planning.agenda import LAST_DAYS, MONTHS, Beside, Event, Promise, Span, agenda_of
from ashore.texts.language import Language
from ashore.texts.sentences import say

CHECKS: Final = frozenset({"report", "record"})
LAST: Final = (Column("column-day", "date"), Column("column-debt"), Column("column-what"))
MONTHLY: Final = (
    Column("column-day", "day"),
    Column("column-to"),
    Column("column-amount", "fen"),
    Column("column-for"),
)


def days_ahead(
    view: View, today: date, months: int = MONTHS, promises: Sequence[Promise] = ()
) -> tuple[Event, ...]:
    """Return what lies ahead in so many months; payments of a holding plan for the months that it is told for."""
    span = Span(today, months, view.last_shown if view.holds else None)
    years = record_years(view.plan.household.jurisdiction, today)
    return agenda_of(view.plan, span, Beside(years, tuple(promises)))


def agenda_parts(view: View, events: Sequence[Event], today: date) -> tuple[Part, ...]:
    """Return the days ahead in order: what has a last day first, then each month."""
    if not events:
        nothing = Part("agenda-title", "first", (Say(Message("agenda-nothing")),))
        return (nothing, about(view))
    first = [one for one in events if one.kind in LAST_DAYS]
    rest = [one for one in events if one.kind not in LAST_DAYS]
    found = [_last(view, first, today) if first else None, _months(view, rest, today) if rest else None]
    return (*(part for part in found if part), about(view))


def event_message(event: Event, today: date) -> Message:
    """Return what an event is, without its name and amount; of a deadline that has passed, that it has."""
    if event.kind == "deadline" and event.day < today:
        return Message("agenda-deadline-passed", event.message.facts)
    return event.message


def event_text(event: Event, language: Language) -> str:
    """Return an event as one line, with its name and amount where it has them."""
    told = say(event.message, language)
    if event.name is None or event.kind == "promise":
        return told
    if event.fen is None:
        return say(Message("agenda-detail", {"told": told, "name": event.name}), language)
    facts = {"told": told, "name": event.name, "amount_fen": event.fen}
    return say(Message("agenda-detail-amount", facts), language)


def _last(view: View, events: Sequence[Event], today: date) -> Part:
    rows = tuple((one.day, one.name, event_message(one, today)) for one in events)
    blocks: list[Block] = [Table(Message("agenda-last-caption"), LAST, rows)]
    if any(one.day < today for one in events):
        blocks.append(Say(view.worded(Message("note-deadline-passed")), "note"))
    return Part("agenda-head-last", "first", tuple(blocks))


def _months(view: View, events: Sequence[Event], today: date) -> Part:
    blocks: list[Block] = []
    for month, together in groupby(events, key=lambda one: month_of(one.day)):
        rows = tuple(_row(one) for one in together)
        blocks.append(Table(Message("agenda-month", {"of_month": str(month)}), MONTHLY, rows))
    blocks += [Say(note, "note") for note in _notes(view, events, today)]
    return Part("agenda-head-months", "path", tuple(blocks))


def _row(one: Event) -> tuple[Cell, ...]:
    name = None if one.kind == "promise" else one.name
    return (one.day, name, one.fen, one.message)


def _notes(view: View, events: Sequence[Event], today: date) -> Iterator[Message]:
    kinds = {one.kind for one in events}
    if "payment" in kinds:
        yield Message("agenda-as-planned", {"as_of": view.as_of})
    if view.talked_about() and not view.holds:
        yield Message("payments-by-contract", {"debts": view.names(view.talked_about())})
    if view.holds:
        yield Message("agenda-holding")
    years = record_years(view.plan.household.jurisdiction, today)
    if kinds & CHECKS and years:
        yield Message("agenda-kept", {"record_nyears": years})
