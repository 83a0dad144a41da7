"""A table's cells and headings as text, by what the column holds."""

from datetime import date
from typing import Final
from unicodedata import category

from ashore.dates import Month
from ashore.errors import Message
from ashore.money import format_fen
from ashore.rules.helpline import Helpline
from ashore.texts.facts import format_day, format_month, format_near_day
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

NOTHING = ""
OBEYED: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Kinds of signs that are not shown but do something; a space of any width is none of them."""
SEMICOLONS: dict[Language, str] = {"zh": "\uff1b", "en": "; "}


def cell_text(value: str | int | date | Month | Message | None, unit: str, language: Language) -> str:
    """Return one cell: fen with two decimals and without ¥, `day` with its weekday, `date` with its year."""
    match value:
        case None:
            return NOTHING
        case Message():
            return say(value, language)
        case Month():
            return format_month(str(value), language)
        case date():
            return format_near_day(value, language) if unit == "day" else format_day(value, language)
        case int():
            return format_fen(value) if unit == "fen" else f"{value:,}"
        case str():
            return value


def visible(text: str) -> str:
    """Return a text from elsewhere without what a terminal or a page would obey instead of showing: as spaces.

    Such signs colour a terminal, ring its bell, end a line, or turn what follows round.
    """
    if text.isprintable():
        return text
    return "".join(" " if category(sign) in OBEYED else sign for sign in text)


def head_text(head: str | Month | Message, language: Language) -> str:
    """Return a column's heading: a code's words, a month, or a message."""
    return word(head, language) if isinstance(head, str) else cell_text(head, "text", language)


def line_to_call(line: Helpline, language: Language, *, is_due: bool) -> str:
    """Return what stands behind a help line's number: whose it is, when it answers, when it was checked, what for.

    `is_due`: that day is so long ago that the number must be looked at again.
    """
    texts = {"name": line.names, "hours": line.hours, "purpose": line.purpose}
    facts = {key: text[language] for key, text in texts.items()}
    code = "help-line-due" if is_due else "help-line"
    return say(Message(code, {**facts, "checked": line.checked_on}), language)


def listed(about: str, items: list[str], language: Language) -> str:
    """Return what is listed about one thing as one sentence."""
    return say(Message("listing", {"about": about, "items": SEMICOLONS[language].join(items)}), language)
