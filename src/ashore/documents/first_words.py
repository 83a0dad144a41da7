"""Sentences of the first card that need the pack beside the card, for the terminal and the page alike."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from ashore.documents.laws import joined_titles
from ashore.errors import Message
from ashore.packs.pack import Pack
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.texts import Language, say
from ashore.texts.sentences import word


def checked_text(line: Helpline, today: date, language: Language) -> str:
    """Return on which day a help line was last checked, and that it should be again after 90 days."""
    code = "first-checked-stale" if line.stale(today) else "first-checked"
    return say(Message(code, {"checked": line.checked_on}), language)


def source_text(fact: RuleFact, today: date, language: Language) -> str:
    """Return a fact's source, and that it needs checking when it does."""
    title = (fact.source.title_en if language == "en" else None) or fact.source.title
    return say(Message("first-about-stale", {"name": title}), language) if fact.stale(today) else title


def about_messages(
    fact_ids: Iterable[str], pack: Pack, today: date, language: Language, *, joined: bool = True
) -> list[Message]:
    """Return "About this information": for each day its sources, then what it is not, then that it is free."""
    sources = source_messages(fact_ids, pack, today, language, joined=joined)
    return [*sources, Message("first-about-not"), Message("first-about-free")]


def source_messages(
    fact_ids: Iterable[str], pack: Pack, today: date, language: Language, *, joined: bool = True
) -> list[Message]:
    """Return the sources of facts, a message for each day on which they were seen.

    `joined`: the articles of one law together; the first card, which its page also makes itself, names them apart.
    """
    facts = sorted((pack.facts[fact_id] for fact_id in fact_ids), key=lambda fact: fact.seen_on)
    between = word("first-about-between", language)
    messages: list[Message] = []
    translated = any(fact.source.title_en for fact in facts)
    for seen, together in groupby(facts, key=lambda fact: fact.seen_on):
        titles = dict.fromkeys(source_text(fact, today, language) for fact in together)
        code = "first-about-sources" + ("-translated" if language == "en" and translated else "")
        named = joined_titles(titles) if joined else titles
        messages.append(Message(code, {"seen": seen, "sources": between.join(named)}))
    return messages
