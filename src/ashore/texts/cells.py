"""A table's cells and headings as text, by what the column holds."""

from datetime import date

from ashore.dates import Month
from ashore.errors import Message
from ashore.money import format_fen
from ashore.rules.helpline import Helpline
from ashore.texts.facts import format_day, format_month, format_near_day
from ashore.texts.language import Language
from ashore.texts.sentences import say, word

NOTHING = ""
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


def head_text(head: str | Month | Message, language: Language) -> str:
    """Return a column's heading: a code's words, a month, or a message."""
    return word(head, language) if isinstance(head, str) else cell_text(head, "text", language)


def line_to_call(line: Helpline, language: Language) -> str:
    """Return what stands behind a help line's number: whose it is, when it answers, when it was checked, what for."""
    texts = {"name": line.names, "hours": line.hours, "purpose": line.purpose}
    facts = {key: text[language] for key, text in texts.items()}
    return say(Message("help-line", {**facts, "checked": line.checked_on}), language)


def listed(about: str, items: list[str], language: Language) -> str:
    """Return what is listed about one thing as one sentence."""
    return say(Message("listing", {"about": about, "items": SEMICOLONS[language].join(items)}), language)
