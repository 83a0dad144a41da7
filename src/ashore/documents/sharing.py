"""A page for somebody one trusts: what to help with and by when, amounts and names covered unless they are asked for.

It asks for no money and no signature, names no lender by itself, and says that it is not to be passed on (H13).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.documents.answer.agenda import event_message
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table, call_on
from ashore.documents.covered import covered_page
from ashore.documents.helping import calls_of
from ashore.documents.report import page_html
from ashore.errors import Fact, Message
from ashore.planning.agenda import Event, Kind
from ashore.rules.helpline import HelplineKind
from ashore.texts.counts import WHATS
from ashore.texts.language import Language

NEEDS: Final = ("papers", "call", "along", "days", "sell", "company")
"""What somebody may be asked to help with."""
MONTHS: Final = 2
SHOWN: Final[frozenset[Kind]] = frozenset({"deadline", "offer", "payment"})
LINES: Final[tuple[HelplineKind, ...]] = ("mental-health", "emergency")
PLAIN: Final = (Column("column-day", "date"), Column("column-what"))
NAMED: Final = (
    Column("column-day", "date"),
    Column("column-what"),
    Column("column-debt"),
    Column("column-amount", "fen"),
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What is shared: what help is asked for, the days ahead, and whether names and amounts are in it."""

    needs: tuple[str, ...]
    events: tuple[Event, ...]
    details: bool = False


def sharing_parts(view: View, sharing: Sharing, today: date) -> tuple[Part, ...]:
    """Return the page in order."""
    found = (
        Part("share-head-ask", "first", tuple(_asks(sharing))),
        Part("share-head-days", "path", tuple(_days(sharing, today))),
        Part("share-head-stand", "path", tuple(_stands(view, sharing))),
        Part("share-head-not", "path", (Say(Message("share-not")), Say(Message("share-keep")))),
        Part("share-head-lines", "path", tuple(_lines(view, today))),
        Part("paper-head-about", "about", (Say(Message("share-about"), "note"),)),
    )
    return tuple(part for part in found if part.blocks)


def sharing_html(view: View, sharing: Sharing, today: date, language: Language) -> str:
    """Return the page as a file of its own; amounts that are not asked for are covered, whatever was typed."""
    parts = sharing_parts(view, sharing, today)
    page = page_html(parts, Message("share-subtitle", {"today": today}), language, calls_of(view.help, today))
    return page if sharing.details else covered_page(page)


def message_to(sharing: Sharing) -> Message:
    """Return words to send before the page: nothing sends them."""
    return Message("share-message" if sharing.needs else "share-message-plain")


def _asks(sharing: Sharing) -> Iterator[Block]:
    yield Say(Message("share-lead"))
    for one in NEEDS:
        if one in sharing.needs:
            yield Say(Message(f"share-need-{one}"), "item")


def _days(sharing: Sharing, today: date) -> Iterator[Block]:
    events = [one for one in sharing.events if one.kind in SHOWN and one.day >= today]
    if not events:
        yield Say(Message("share-no-days"))
        return
    rows = [_row(one, today, details=sharing.details) for one in events]
    columns = NAMED if sharing.details else PLAIN
    yield Table(Message("share-days-caption"), columns, _once(rows))


def _once(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Return rows, those that say the same once: without names, two payments on a day read alike."""
    kept: list[tuple[Cell, ...]] = []
    for row in rows:
        if row not in kept:
            kept.append(row)
    return tuple(kept)


def _row(event: Event, today: date, *, details: bool) -> tuple[Cell, ...]:
    told = event_message(event, today)
    if details:
        return (event.day, told, event.name, event.fen)
    return (event.day, told if _is_neutral(told) else Message("share-day-paper"))


def _is_neutral(told: Message) -> bool:
    """Return whether a message says only words of ours: what a paper asks for may have been typed."""
    return all(value in WHATS for name, value in told.facts.items() if name == "what")


def _stands(view: View, sharing: Sharing) -> Iterator[Block]:
    """Yield how many debts there are and what the plan says; what is owed on each, where it was asked for."""
    debts = [debt for debt in view.plan.household.debts if debt.balance_fen]
    late = sum(debt.arrears is not None for debt in debts)
    facts: dict[str, Fact] = {"open_ndebts": len(debts), "late_count": late, "as_of": view.as_of}
    yield Say(Message("share-stand-late" if late else "share-stand", facts))
    yield Say(Message("share-plan-talks" if view.holds else "share-plan"))
    if sharing.details and debts:
        rows = tuple((debt.name, debt.creditor or None, debt.balance_fen) for debt in debts)
        columns = (Column("column-debt"), Column("share-column-lender"), Column("column-amount", "fen"))
        yield Table(Message("share-debts-caption", {"as_of": view.as_of}), columns, rows)


def _lines(view: View, today: date) -> Iterator[Block]:
    yield Say(Message("share-lines-lead"))
    for kind in LINES:
        if kind in view.help:
            yield call_on(view.help[kind], today)
