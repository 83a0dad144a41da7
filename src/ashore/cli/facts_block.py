"""One entry of `ashore facts` as lines: its name, what must be done about it, what it says, where it was read."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

import click

from ashore.cli.terminal import COLUMNS, wrap
from ashore.errors import Message
from ashore.rules.fact import RuleFact
from ashore.rules.source import Evidence, Source
from ashore.texts import say
from ashore.texts.language import Language

SET_IN: Final = "  "
DEEPER: Final = "    "
DOT: Final = " · "
Block = list[str]


def block(name: str, details: Sequence[str], sources: Sequence[str], due: str = "") -> Block:
    """Return an entry's lines: `due` is bold below the name, `sources` are dim at the end; empty texts are left out."""
    lines = [click.style(line, bold=True) for line in wrap(name, COLUMNS, SET_IN)]
    for texts, style in (([due], {"bold": True}), (details, {}), (sources, {"dim": True})):
        wrapped = [line for text in texts if text for line in wrap(text, COLUMNS, DEEPER)]
        lines += [click.style(line, **style) if style else line for line in wrapped]
    return lines


def source_line(source: Source, language: Language) -> str:
    """Return a source's title, in English where it has one, and its address."""
    title = (source.title_en if language == "en" else None) or source.title
    return f"{title}{DOT}{source.address}"


def due_line(entries: Iterable[RuleFact | Evidence], today: date, language: Language) -> str:
    """Return that something needs checking, with the earliest day that has passed; empty while nothing does."""
    days = [one.review_by for one in entries if one.stale(today)]
    return say(Message("facts-review-due", {"review_by": min(days)}), language) if days else ""
