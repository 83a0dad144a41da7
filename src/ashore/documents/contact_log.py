"""A contact log in words: each entry, what goes beyond the industry's rules, whether it is as it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.creditors.chain import Head, checked
from ashore.creditors.conduct import Beyond, Conduct, conduct_of
from ashore.creditors.contacts import MET, Contact, Promise
from ashore.creditors.log_file import Log, Logged
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.called import called
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Message
from ashore.household.apart import Marks, Named, ids_of
from ashore.packs.pack import Pack
from ashore.texts import say, say_finding
from ashore.texts.language import Language
from ashore.texts.sentences import BETWEEN_CHINESE, word

NO_MARKS: Final[Mapping[str, Marks]] = {}


@dataclass(frozen=True, slots=True)
class Told:
    """One entry in words: a heading, what there is to say, and whether it was promised by word only."""

    entry: Logged
    head: Message
    lines: tuple[Message, ...]
    by_word_only: bool = False


def told_of(log: Log, language: Language, marks: Mapping[str, Marks] = NO_MARKS) -> tuple[Told, ...]:
    """Return the entries of a log in words, in its order; one that was put right later says by which.

    `marks`: what is said beside the names of debts, by their ids, where the book knows it.  Two debts of one name that
    the log alone knows are told apart by their ids: the log knows nothing else of them.
    """
    later = {one.contact.corrects: one.number for one in log.entries if one.contact and one.contact.corrects}
    beside = {**ids_of(_debts(log)), **{debt: found for debt, found in marks.items() if found}}
    return tuple(_told(one, later.get(one.number), beside, language) for one in log.entries)


def _debts(log: Log) -> Iterator[Named]:
    """Yield each debt that entries speak of, by its name in the last of them."""
    last = {one.contact.debt: one.contact for one in log.entries if one.contact and one.contact.debt}
    return (Named(debt, contact.debt_name or debt) for debt, contact in last.items())


def _told(one: Logged, later: int | None, marks: Mapping[str, Marks], language: Language) -> Told:
    if one.contact is None:
        lines = (Message("log-entry-unread", {"text": one.text}),)
        return Told(one, Message("log-entry-number", {"number": one.number}), lines)
    put_right = (Message("log-put-right-by", {"number": later}),) if later else ()
    lines = (*put_right, *_lines(one.contact, marks, language))
    return Told(one, _head(one.number, one.contact, language), lines, one.contact.by_word_only and not later)


def _head(number: int, contact: Contact, language: Language) -> Message:
    facts: dict[str, Fact] = {
        "number": number,
        "on": contact.on,
        "at": f"{contact.at:%H:%M}" if contact.at else "",
        "who": word(f"log-party-{contact.party}", language),
        "channel": word(f"log-channel-{contact.channel}-{contact.direction}", language),
    }
    return Message("log-entry-at" if contact.at else "log-entry-day", facts)


def _lines(contact: Contact, marks: Mapping[str, Marks], language: Language) -> Iterator[Message]:
    yield from _who(contact, marks, language)
    if contact.said:
        yield Message("log-line-said", {"said": _exact(contact.said)})
    yield from (_promised(one) for one in contact.promises)
    if contact.promises:
        yield Message("log-line-in-writing" if contact.in_writing else "log-line-by-word")
    if contact.evidence != "none":
        yield Message("log-line-evidence", {"kept": word(f"log-evidence-{contact.evidence}", language)})
    if contact.sent:
        channel = word(f"log-channel-{contact.channel}", language)
        yield Message("log-line-sent", {"paper": contact.sent, "name": contact.name, "channel": channel})
    if contact.corrects:
        yield Message("log-line-corrects", {"number": contact.corrects})
    if contact.noted != contact.on:
        yield Message("log-line-noted", {"noted": contact.noted})


def _who(contact: Contact, marks: Mapping[str, Marks], language: Language) -> Iterator[Message]:
    """Yield which debt it is about, who spoke, and with whom."""
    if contact.debt_name or contact.debt:
        name = called(contact.debt_name or contact.debt, marks.get(contact.debt, ()), language)
        yield Message("log-line-debt", {"debt": name})
    if contact.name or contact.phone:
        yield Message(
            "log-line-name", {"told": tuple(_exact(one) for one in (contact.name, contact.phone) if one)}
        )
    if contact.channel in MET and contact.answered is not None:
        answer = "answered" if contact.answered else "unanswered"
        yield Message(f"log-line-{contact.channel}-{contact.direction}-{answer}")
    if contact.purpose:
        yield Message(f"log-line-purpose-{contact.purpose}")
    if contact.agreed is not None:
        yield Message("log-line-agreed" if contact.agreed else "log-line-not-agreed")
    if contact.reached != "self":
        yield Message(f"log-line-reached-{contact.reached}")
    if contact.whom:
        yield Message("log-line-whom", {"whom": _exact(contact.whom)})
    if contact.refused:
        yield Message("log-line-refused-self" if contact.reached == "self" else "log-line-refused")
    if contact.reached != "self" and contact.told is not None:
        yield Message("log-line-told" if contact.told else "log-line-not-told")


def _promised(one: Promise) -> Message:
    code = f"log-line-{one.by}" + ("-until" if one.until else "")
    return Message(code, {"promised": _exact(one.what), "until": one.until})


def promises_told(log: Log, language: Language) -> tuple[tuple[date, str], ...]:
    """Return what either side promised until a day, with that day; not what was put right later."""
    put_right = {one.contact.corrects for one in log.entries if one.contact}
    return tuple(
        (promise.until, say(Message(f"log-line-{promise.by}", {"promised": _exact(promise.what)}), language))
        for one in log.entries
        if one.contact and one.number not in put_right
        for promise in one.contact.promises
        if promise.until
    )


def _exact(text: str) -> str:
    """Return a person's words so that a Chinese sentence around them drops none of their spaces."""
    return BETWEEN_CHINESE.sub("\u00a0", text)


def conduct_part(conduct: Conduct) -> Part | None:
    """Return what goes beyond the industry's rules, None where nothing was found and nothing is open."""
    said: list[Block] = []
    if conduct.found:
        said.append(Say(Message("conduct-lead")))
    said += [Say(_beyond(one), "item") for one in conduct.found]
    unsure = dict.fromkeys(code for one in conduct.found for code in one.open)
    said += [Say(Message(code), "note") for code in unsure]
    for code, numbers in (
        ("conduct-no-time", conduct.without_time),
        ("conduct-no-answer", conduct.without_answer),
    ):
        if numbers:
            said.append(Say(Message(code, {"numbers": _named(numbers)}), "note"))
    if conduct.unused and said:
        said.append(Say(Message("conduct-unused"), "note"))
    return Part("conduct-head", "path", tuple(said)) if said else None


def _beyond(one: Beyond) -> Message:
    return Message(one.code, {"on": one.on, "numbers": _named(one.entries), **one.told})


def _named(numbers: Sequence[int]) -> tuple[str, ...]:
    return tuple(map(str, numbers))


def about_part(conduct: Conduct, pack: Pack, today: date, language: Language) -> Part:
    """Return what the findings rest on, with the day it was seen."""
    rested = dict.fromkeys(name for one in conduct.found for name in one.fact_ids)
    about = [Say(one, "note") for one in about_messages(rested, pack, today, language)]
    return Part("log-head-about", "about", tuple(about))


def head_part(log: Log) -> Part:
    """Return how many entries there are, and the head to write down."""
    facts: dict[str, Fact] = {"entries_count": len(log.entries), "head": log.head.short}
    return Part(
        "log-head-head", "path", (Say(Message("log-head-now", facts)), Say(Message("log-head-why"), "note"))
    )


def check_part(log: Log) -> Part:
    """Return whether a log is as it was written, as far as its chain and its saved head show."""
    found = tuple(Say(Message(one.code, one.facts), "item") for one in log.findings)
    if log.is_whole:
        count: Mapping[str, Fact] = {"entries_count": len(log.entries)}
        return Part("log-head-check", "first", (Say(Message("log-whole", count), "lead"), *found))
    broken = (Say(Message("log-changed"), "lead"), *found, Say(Message("log-changed-next"), "note"))
    return Part("log-head-check", "first", broken)


def against_part(log: Log, saved: Head) -> Part:
    """Return whether a log fits a head that was kept elsewhere, as far as that one reaches."""
    found = checked([one.text for one in log.entries], [one.link for one in log.entries], saved)
    said = [Say(Message(one.code, one.facts), "item") for one in found]
    fits = Say(Message("log-head-fits", {"saved_count": saved.count}), "lead")
    return Part("log-head-check", "first", tuple(said) or (fits,))


def log_parts(
    log: Log, pack: Pack, today: date, language: Language, marks: Mapping[str, Marks] = NO_MARKS
) -> tuple[Part, ...]:
    """Return all that is said of a log: whom it is for, whether it is whole, its entries, conduct, sources.

    `marks`: as in `told_of`; a text that goes to others is given none that say more than an id.
    """
    conduct = conduct_of(log.entries, pack.facts, today)
    entries: list[Block] = []
    for one in told_of(log, language, marks):
        entries.append(Say(one.head, "head"))
        entries += [Say(line, "item") for line in one.lines]
    found = (
        Part("log-title", "first", (Say(Message("log-for-whom"), "lead"),)),
        check_part(log),
        Part("log-head-entries", "path", tuple(entries) or (Say(Message("log-none")),)),
        conduct_part(conduct),
        head_part(log),
        about_part(conduct, pack, today, language),
    )
    return tuple(part for part in found if part)


def plain_text(parts: Sequence[Part], language: Language) -> str:
    """Return parts of sentences as a text that anyone can read and print."""
    lines: list[str] = []
    for part in parts:
        lines += [word(part.code, language), ""]
        for block in part.blocks:
            assert isinstance(block, Say)
            start = {"head": "\n", "item": "- ", "note": "  "}.get(block.tone, "")
            lines.append(start + say(block.message, language))
        lines.append("")
    return "\n".join(lines)


def log_json(log: Log, pack: Pack, today: date, language: Language) -> dict[str, object]:
    """Return what was found on a log as JSON (`ashore-log-check/1`)."""
    conduct = conduct_of(log.entries, pack.facts, today)
    return {
        "format": "ashore-log-check/1",
        "whole": log.is_whole,
        "entries": len(log.entries),
        "head": {"short": log.head.short, "count": log.head.count, "digest": log.head.digest},
        "findings": [
            {
                "code": one.code,
                "level": one.level,
                "line": one.place.line,
                "path": one.place.path,
                "facts": one.facts,
                "sentence": say_finding(one, language),
            }
            for one in log.findings
        ],
        "conduct": [
            {
                "code": one.code,
                "on": one.on,
                "facts": one.told,
                "fact_ids": list(one.fact_ids),
                "entries": list(one.entries),
                "open": list(one.open),
            }
            for one in conduct.found
        ],
        "rules_not_applied": list(conduct.unused),
        "entries_without_time": list(conduct.without_time),
        "entries_without_answer": list(conduct.without_answer),
    }
