"""One language of the first page as it stands without its script: the card for no answer, and all there is to read.

Every function returns HTML with its texts escaped.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Final

from ashore.documents.first_words import about_messages, checked_text, source_text
from ashore.documents.words import Whose, words_on
from ashore.errors import Message
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.planning.triage import Card, Step
from ashore.planning.triage_rules import AVOID, TODAY, Rule
from ashore.rules.fact import RuleFact
from ashore.rules.helpline import Helpline
from ashore.texts import Language, say

TOPICS: Final = ("paper", "money", "agent", "current", "liable", "list")
BESIDE: Final = {"agent": "first-page-signs"}
"""What stands above the rules of a topic."""
MORE_FACTS: Final = ("limitation-years", "limitation-restarts")
"""Facts on which only the part to read rests."""
HTML_LANGUAGES: Final[dict[Language, str]] = {"zh": "zh-Hans", "en": "en"}


@dataclass(frozen=True, slots=True)
class Section:
    """What one language's section is written from."""

    card: Card
    pack: Pack
    today: date
    language: Language

    def say(self, message: Message) -> str:
        """Return a sentence."""
        return escape(say(message, self.language))

    def word(self, code: str) -> str:
        """Return a sentence without facts of its own; the card's facts are filled in."""
        return self.say(Message(code, self.card.facts))


def still_section(section: Section) -> str:
    """Return the section of one language."""
    language = section.language
    return "".join((
        f'<section id="{language}" lang="{HTML_LANGUAGES[language]}">',
        f"<h1>{section.word('first-title')}</h1>",
        _paragraph(section.word("first-lead"), "lead"),
        _paragraph(section.word("first-page-still"), "still"),
        '<div class="ask" hidden></div><p class="said quiet" role="status"></p>',
        f'<article class="card" tabindex="-1">{card_html(section)}</article>',
        '<details class="figures" hidden></details>',
        f'<button type="button" class="print" hidden>{section.word("first-page-print")}</button>',
        f'<div class="more"><h2>{section.word("first-page-more")}</h2>{_more(section)}</div>',
        "</section>",
    ))  # fmt: skip


def _paragraph(text: str, name: str = "") -> str:
    return f'<p class="{name}">{text}</p>' if name else f"<p>{text}</p>"


def _list(items: Iterable[str], tag: str, name: str) -> str:
    return f'<{tag} class="{name}">' + "".join(f"<li>{item}</li>" for item in items) + f"</{tag}>"


def card_html(section: Section) -> str:
    """Return the card: what to do today, what not, a sentence for the phone, whom to call, about this information.

    Where somebody is not safe tonight that is spoken to first, and whom to call; all else waits, closed and short.
    """
    card = section.card
    tonight = "".join(_paragraph(section.say(message)) for message in card.tonight)
    return "".join((
        f'<div class="tonight">{tonight}</div>' if tonight else "",
        f"{_help_block(section)}{_later(section)}" if card.short else _today(section) + _help_block(section),
        _paragraph(section.word("first-last"), "last"),
        f'<div class="about"><h2>{section.word("first-about")}</h2>{_about(section)}</div>',
    ))  # fmt: skip


def _today(section: Section) -> str:
    return f"<h2>{section.word('first-head-today')}</h2>{_body(section)}"


def _later(section: Section) -> str:
    return (
        f'<details class="later"><summary>{section.word("first-head-later")}</summary>'
        f"{_body(section)}</details>"
    )


def _body(section: Section) -> str:
    """Return what to do, what not to do, and the sentence for the phone."""
    phone, *never = section.card.phone
    return "".join((
        _list((_step(section, step) for step in section.card.today), "ol", "today"),
        f"<h2>{section.word('first-head-avoid')}</h2>",
        _list((section.say(message) for message in section.card.avoid), "ul", "avoid"),
        f"<h2>{section.word('first-head-phone')}</h2>",
        f'<blockquote class="phone">{section.say(phone)}</blockquote>',
        *(_paragraph(section.say(message), "never") for message in never),
    ))  # fmt: skip


def _help_block(section: Section) -> str:
    known = first_of_kind(section.pack)
    lines = _list((_help(section, known[kind]) for kind in section.card.help_kinds), "ul", "help")
    return f'<h2 id="help-{section.language}">{section.word("first-head-help")}</h2>{lines}'


def _step(section: Section, step: Step) -> str:
    detail = "" if section.card.short else _paragraph(section.say(step.detail))
    return f"<b>{section.say(step.title)}</b>{detail}"


def _help(section: Section, line: Helpline, extra: Sequence[str] = ()) -> str:
    checked = checked_text(line, section.today, section.language)
    small = " · ".join((line.hours[section.language], checked))
    more = "".join(f"<small>{escape(text)}</small>" for text in (small, *extra))
    name = escape(line.names[section.language])
    return f'<a href="tel:{line.number.replace("-", "")}"><b>{line.number}</b> <span>{name}</span>{more}</a>'


def _about(section: Section) -> str:
    messages = about_messages(
        section.card.fact_ids, section.pack, section.today, section.language, joined=False
    )
    return "".join(_paragraph(section.say(message)) for message in messages)


def _more(section: Section) -> str:
    topics = (_details(section, f"first-page-more-{topic}", _topic(section, topic)) for topic in TOPICS)
    avoid = _list(_once(section.word(rule.say) for rule in AVOID), "ul", "avoid")
    old = _paragraph(section.word("first-page-old"))
    read = "".join((
        *topics,
        _details(section, "first-page-more-avoid", avoid),
        _details(section, "first-page-more-old", old),
    ))  # fmt: skip
    return "".join((
        read,
        _words(section, card_html(section) + read),
        _details(section, "first-page-help-all", _all_help(section)),
        _details(section, "first-page-sources", _all_sources(section)),
    ))  # fmt: skip


def _words(section: Section, read: str) -> str:
    """Return what the words mean that stand in the card and in what there is to read, closed; nothing without any."""
    whose, language = Whose(section.pack.id, section.today), section.language
    words = words_on(read, whose.jurisdiction, language)
    if not words:
        return ""
    heading = section.say(Message("words-here", {"words_count": len(words)}))
    meanings = "".join(
        f"<dt>{escape(word.names[language])}</dt><dd>{escape(whose.says(word, language))}</dd>"
        for word in words
    )
    return f'<details><summary>{heading}</summary><dl class="meanings">{meanings}</dl></details>'


def _details(section: Section, code: str, body: str) -> str:
    return f"<details><summary>{section.word(code)}</summary>{body}</details>"


def _topic(section: Section, topic: str) -> str:
    above = _paragraph(section.word(BESIDE[topic])) if topic in BESIDE else ""
    rules = (rule for rule in TODAY if rule.topic == topic and not _needs_a_day(rule))
    return above + "".join(
        f"<h3>{section.word(rule.say)}</h3>{_paragraph(section.word(f'{rule.say}-how'))}" for rule in rules
    )


def _needs_a_day(rule: Rule) -> bool:
    """Return whether a rule is about a day counted from a typed one, which nobody has typed here."""
    return "deadline" in rule.when


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _all_help(section: Section) -> str:
    language = section.language
    lines = section.pack.helplines.values()
    return _list(
        (_help(section, line, (line.purpose[language], line.limits[language])) for line in lines),
        "ul",
        "help",
    )


def _all_sources(section: Section) -> str:
    ids = _once([*(fact for rule in (*TODAY, *AVOID) for fact in rule.facts), *MORE_FACTS])
    return _list((_source(section, section.pack.facts[fact_id]) for fact_id in ids), "ul", "sources")


def _source(section: Section, fact: RuleFact) -> str:
    title = source_text(fact, section.today, section.language)
    facts = {"name": fact.names[section.language], "source": title, "seen": fact.seen_on}
    return section.say(Message("first-page-source", facts))
