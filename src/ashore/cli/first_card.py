"""The first card as lines for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import date

from ashore.cli.terminal import COLUMNS, hang, wrap
from ashore.documents.first_words import about_messages, checked_text
from ashore.errors import Message
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.planning.triage import Card
from ashore.texts import Language, say
from ashore.texts.sentences import word

HEADING = "head"
BODY = "body"
SCREEN = 40
Line = tuple[str, str]
"""What a line is (`head` or `body`), and its text."""


def card_lines(card: Card, pack: Pack, today: date, language: Language) -> list[Line]:
    """Return the card as lines of at most 80 columns, marked as heading or body."""
    blocks = [_top(card, language), _today(card, language), _avoid(card, language), _phone(card, language)]
    help_block = _help(card, pack, today, language)
    place = 1 if card.short else len(blocks)
    blocks[place:place] = [help_block]
    return _on_a_screen([*blocks, _end(card, language), _about(card, pack, today, language)])


def _on_a_screen(blocks: list[list[Line]]) -> list[Line]:
    """Return the blocks one below the other, with empty lines between, from the top, as a screen has room."""
    room = SCREEN - sum(len(block) for block in blocks)
    lines = list(blocks[0])
    for number, block in enumerate(blocks[1:]):
        lines += [(BODY, ""), *block] if number < room else block
    return lines


def _block(heading: str, lines: Iterable[str]) -> list[Line]:
    return [(HEADING, heading), *((BODY, line) for line in lines)]


def _paragraphs(messages: Iterable[Message], language: Language, indent: str = "") -> Iterator[str]:
    for message in messages:
        yield from wrap(say(message, language), COLUMNS, indent)


def _top(card: Card, language: Language) -> list[Line]:
    opening = card.tonight or (Message("first-lead"),)
    return _block(word("first-title", language), _paragraphs(opening, language))


def _today(card: Card, language: Language) -> list[Line]:
    lines: list[str] = []
    for number, step in enumerate(card.today, 1):
        lines += hang(f"{number}. ", say(step.title, language))
        if not card.short:
            lines += wrap(say(step.detail, language), COLUMNS, "   ")
    return _block(word("first-head-later" if card.short else "first-head-today", language), lines)


def _avoid(card: Card, language: Language) -> list[Line]:
    lines = (line for message in card.avoid for line in hang("-  ", say(message, language)))
    return _block(word("first-head-avoid", language), lines)


def _phone(card: Card, language: Language) -> list[Line]:
    return _block(word("first-head-phone", language), _paragraphs(card.phone, language, "   "))


def _help(card: Card, pack: Pack, today: date, language: Language) -> list[Line]:
    known = first_of_kind(pack)
    chosen = [known[kind] for kind in card.help_kinds if kind in known]
    days = {line.checked_on for line in chosen}
    shared = checked_text(chosen[0], today, language) if len(days) == 1 else ""
    heading = word("first-head-help", language)
    if shared:
        heading = say(Message("first-head-help-checked", {"heading": heading, "note": shared}), language)
    lines: list[str] = []
    for line in chosen:
        text = f"{line.names[language]} · {line.hours[language]}"
        text += "" if shared else f" · {checked_text(line, today, language)}"
        lines += hang(f"   {line.number}  ", text)
    return _block(heading, lines)


def _end(card: Card, language: Language) -> list[Line]:
    messages = [*([card.rough] if card.rough else []), Message("first-last")]
    return [(BODY, line) for line in _paragraphs(messages, language)]


def _about(card: Card, pack: Pack, today: date, language: Language) -> list[Line]:
    messages = about_messages(card.fact_ids, pack, today, language, joined=False)
    return _block(word("first-about", language), _paragraphs(messages, language))
