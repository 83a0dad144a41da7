"""Where somebody helps and how to judge a group, as parts of an answer; a small circle's page as parts."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from typing import Final

from ashore.documents.blocks import Block, Part, Say, call_on
from ashore.documents.first_words import about_messages
from ashore.documents.helping import ALWAYS, calls_of, checked_lines, numbers_of, source_title
from ashore.errors import Message
from ashore.letters.circle import CIRCLE, circle_items, circle_sheet
from ashore.letters.sheet import Sheet
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.rules.support import Support
from ashore.texts.language import Language
from ashore.texts.sentences import word

GOOD: Final = ("free", "asks", "who", "rules", "leave", "danger")
HARM: Final = ("fee", "private", "papers", "forged", "promise", "borrow", "hurry", "cruel")
LOCAL: Final = "debt"
"""The kind that is there in some places only: what there is elsewhere is said after it."""
CIRCLE_LINES: Final = (*ALWAYS, "fraud")
"""Kinds of help lines that the page of a small circle names."""


def support_parts(pack: Pack, today: date, language: Language) -> tuple[Part, ...]:
    """Return whom to call first, then each kind of help in the pack's order, then what all of it rests on."""
    calls = calls_of(first_of_kind(pack), today)
    head = Say(Message("help-person-head"), "head")
    trusted = (head, Say(Message("help-person")), Say(Message("crisis-message"), "item"))
    first = Part("support-title", "first", (Say(Message("support-lead"), "lead"), *calls, *trusted))
    kinds = groupby(pack.supports.values(), key=lambda one: one.kind)
    places = [_kind(kind, tuple(these), pack, today, language) for kind, these in kinds]
    return (first, *places, _about(pack, today, language))


def group_parts(pack: Pack) -> tuple[Part, ...]:
    """Return how to judge a group: signs that are no proof, signs to leave, and that none is named here."""
    numbers = numbers_of(pack)
    good = tuple(Say(Message(f"group-good-{one}"), "item") for one in GOOD)
    harm = tuple(Say(Message(f"group-harm-{one}"), "item") for one in HARM)
    paid = Say(Message("group-paid", numbers))
    return (
        Part("group-head", "first", (Say(Message("group-lead")), Say(Message("group-none"), "note"))),
        Part("group-head-harm", "path", (*harm, paid)),
        Part("group-head-good", "path", good),
    )


def circle_paper(pack: Pack, today: date, language: Language) -> Sheet:
    """Return a small circle's page to print, with where each number on it was read and on which day."""
    return circle_sheet(today, numbers_of(pack), checked_lines(pack, today, language, CIRCLE_LINES))


def circle_parts(pack: Pack, today: date) -> tuple[Part, ...]:
    """Return a small circle's page: how, the rules, in danger, the first meeting, the numbers, what is known of it."""
    numbers, lines = numbers_of(pack), first_of_kind(pack)
    calls = tuple(call_on(lines[kind], today) for kind in CIRCLE_LINES if kind in lines)
    listed = [
        Part(f"circle-head-{head}", "path", tuple(Say(one, "item") for one in circle_items(head, numbers)))
        for head in CIRCLE
    ]
    called = Part("pack-head-lines", "path", calls)
    return (*listed, called, Part("page-about", "about", (Say(Message("circle-about"), "note"),)))


def _kind(kind: str, these: tuple[Support, ...], pack: Pack, today: date, language: Language) -> Part:
    blocks = [block for one in these for block in _place(one, today, language)]
    if kind == LOCAL:
        blocks.append(Say(Message("support-debt-elsewhere", numbers_of(pack))))
    return Part(f"support-kind-{kind}", "details", tuple(blocks))


def _place(one: Support, today: date, language: Language) -> Iterator[Block]:
    """Yield one place: when to go, how, what to say first, what it costs, what is secret, what it cannot do."""
    yield Say(Message("support-name", {"name": one.names[language]}), "head")
    if one.where:
        yield _text("where", one.where, language)
    yield _text("purpose", one.purpose, language)
    yield from (_text("step", step, language, item=True) for step in one.steps)
    yield from (_text("say", said, language) for said in one.say)
    if one.bring:
        yield _text("bring", one.bring, language)
    for part, text in (("cost", one.cost), ("secret", one.secret), ("limits", one.limits)):
        yield _text(part, text, language)
    yield Say(checked_message(one, today, language), "note")


def _text(part: str, text: Mapping[str, str], language: Language, *, item: bool = False) -> Say:
    return Say(Message(f"support-{part}", {"text": text[language]}), "item" if item else "plain")


def checked_message(one: Support, today: date, language: Language) -> Message:
    """Return where an entry was read, how sure that is and on which day; that it is due where it is."""
    facts = {
        "source": source_title(one.source, language),
        "address": one.source.address,
        "sure": word(f"help-sure-{one.confidence}", language),
        "checked": one.checked_on,
    }
    return Message("support-checked-stale" if one.stale(today) else "support-checked", facts)


def _about(pack: Pack, today: date, language: Language) -> Part:
    ids = dict.fromkeys(fact for one in pack.supports.values() for fact in one.facts)
    said = [Message("support-free-warn"), *about_messages(list(ids), pack, today, language)]
    return Part("page-about", "about", tuple(Say(one, "note") for one in said))


def support_json(pack: Pack, today: date) -> dict[str, object]:
    """Return the lines and places as JSON (`ashore-support/1`), each with its source, its day and whether it is due."""
    lines = [
        {
            "number": line.number, "kind": line.kind, "names": line.names, "hours": line.hours,
            "purpose": line.purpose, "limits": line.limits, "source": line.source.title,
            "address": line.source.address, "checked_on": line.checked_on, "confidence": line.confidence,
            "stale": line.stale(today),
        }
        for line in pack.helplines.values()
    ]  # fmt: skip
    places = [
        {
            "id": one.id, "kind": one.kind, "names": one.names, "where": one.where, "purpose": one.purpose,
            "steps": list(one.steps), "say": list(one.say), "bring": one.bring, "cost": one.cost,
            "secret": one.secret, "limits": one.limits, "helpline": one.helpline, "facts": list(one.facts),
            "source": one.source.title, "address": one.source.address, "checked_on": one.checked_on,
            "confidence": one.confidence, "stale": one.stale(today),
        }
        for one in pack.supports.values()
    ]  # fmt: skip
    return {"format": "ashore-support/1", "lines": lines, "places": places}
