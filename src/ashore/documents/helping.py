"""Help lines where they stand beside something else: their numbers in sentences, and a line of them on every page."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from ashore.documents.blocks import Call, Part, call_on
from ashore.documents.html import Html, tag
from ashore.documents.report_blocks import blocks_html
from ashore.errors import Fact, Message
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.rules.helpline import Helpline
from ashore.rules.source import Source
from ashore.texts.language import Language
from ashore.texts.sentences import word

NUMBERS: Final[Mapping[str, str]] = {
    "mental_number": "mental-health",
    "emergency_number": "emergency",
    "police_number": "police",
    "fraud_number": "fraud",
    "legal_number": "legal",
    "city_number": "city",
}
"""The kind of help line by the fact that names its number."""
ALWAYS: Final = ("mental-health", "emergency", "police")
"""Kinds of help lines that stand on every page: to talk with somebody, and for when a life is in danger."""


def numbers_of(pack: Pack) -> dict[str, Fact]:
    """Return the numbers that sentences may name; None where the pack has no line of the kind."""
    lines = first_of_kind(pack)
    return {fact: lines[kind].number if kind in lines else None for fact, kind in NUMBERS.items()}


def checked_lines(
    pack: Pack, today: date, language: Language, kinds: Iterable[str] = ALWAYS
) -> tuple[Message, ...]:
    """Return of each number on a paper whose it is, when it answers, where that was read and on which day."""
    lines = first_of_kind(pack)
    return tuple(_checked(lines[kind], today, language) for kind in kinds if kind in lines)


def _checked(line: Helpline, today: date, language: Language) -> Message:
    facts: dict[str, Fact] = {
        "number": line.number,
        "name": line.names[language],
        "hours": line.hours[language],
        "source": source_title(line.source, language),
        "checked_on": line.checked_on,
    }
    return Message("pack-line-due" if line.stale(today) else "pack-line", facts)


def calls_of(lines: Mapping[str, Helpline], today: date) -> tuple[Call, ...]:
    """Return the help lines that stand on every page, as they are named on a day."""
    return tuple(call_on(line, today) for line in always_of(lines))


def always_of(lines: Mapping[str, Helpline]) -> tuple[Helpline, ...]:
    """Return the help lines that stand on every page, of those offered first by kind."""
    return tuple(lines[kind] for kind in ALWAYS if kind in lines)


def dial(line: Helpline) -> str:
    """Return the address that dials a line."""
    return f"tel:{line.number.replace('-', '')}"


def source_title(source: Source, language: Language) -> str:
    """Return a source's title, in English where it has one and English is spoken."""
    return (source.title_en if language == "en" else None) or source.title


def to_call_html(calls: Sequence[Call], language: Language) -> Html:
    """Return the numbers to call as one line, each a link that dials; nothing where there are none to name."""
    links = [
        (" ", tag("span", tag("a", one.line.number, href=dial(one.line)), " ", one.line.names[language]))
        for one in calls
    ]
    return tag("p", word("help-strip-head", language), links, class_="to-call") if links else Html("")


def calls_html(parts: Sequence[Part], calls: Sequence[Call], language: Language) -> Html:
    """Return the same lines with hours and the day of their check; nothing where a part says so already."""
    told = any(isinstance(block, Call) for part in parts for block in part.blocks)
    if told or not calls:
        return Html("")
    return tag("section", blocks_html(calls, language), class_="part about")
