"""The answer about a message or an offer as parts: what it comes to, by which words, what to do, why, sources."""

from collections.abc import Iterator
from datetime import date

from ashore.documents.blocks import Block, Part, Say, call_on
from ashore.documents.first_words import about_messages, source_text
from ashore.errors import Fact, Message
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.rules.helpline import HELPLINE_KINDS
from ashore.texts.facts import SEPARATORS, format_facts
from ashore.texts.language import Language
from ashore.texts.sentences import word
from ashore.traps.answer import Answer, Numbers
from ashore.traps.reading import Heard

CALLED = ("fraud", "police")
"""The help lines shown beside what to do now."""
RESTS_ON = ("report-fraud", "court-message-check")
"""The facts behind the sentences that every answer has, as far as a pack has them."""


def numbers_of(pack: Pack) -> Numbers:
    """Return the help lines' numbers as the sentences name them (`fraud_number`)."""
    lines = first_of_kind(pack)
    return {
        f"{kind.replace('-', '_')}_number": lines[kind].number if kind in lines else None
        for kind in HELPLINE_KINDS
    }


def trap_parts(answer: Answer, pack: Pack, today: date, language: Language) -> tuple[Part, ...]:
    """Return all that is said, in order; nothing of it says that anything is safe."""
    parts = (
        Part(
            "trap-head-found",
            "first",
            (
                Say(answer.verdict, "lead"),
                *_likeness(answer, language),
                *_missed(answer, pack),
                *_shown(answer, language),
            ),
        ),
        Part(
            "trap-head-wants",
            "first",
            tuple(_wanted(answer, language)),
        ),
        Part("trap-head-now", "first", (*_items(answer.now), *_calls(answer, pack, today))),
        Part("trap-head-done", "path", _done(answer)),
        Part("trap-head-checks", "first", _items(answer.checks)),
        Part("trap-head-official", "path", _official(answer)),
        Part("trap-head-signs", "details", tuple(_signs(answer, pack, today, language))),
        Part("paper-head-about", "about", _about(answer, pack, today, language)),
    )
    return tuple(part for part in parts if part.blocks)


def _missed(answer: Answer, pack: Pack) -> Iterator[Block]:
    """Yield how often the check was wrong at worst, where no sign was found; that nobody measured it, where so."""
    tried = pack.tried()
    if not answer.found:
        yield Say(Message("trap-missed", tried.facts()) if tried else Message("trap-unmeasured"))


def _likeness(answer: Answer, language: Language) -> Iterator[Block]:
    """Yield that it is worded like a trap, by which of its words, and what to leave until it has been checked."""
    if answer.worded:
        yield Say(Message("trap-worded", {"words": _quoted(answer.worded, language)}), "item")


def _shown(answer: Answer, language: Language) -> Iterator[Block]:
    """Yield each sign with the message's own words that show it, or that its question was answered yes."""
    for one in answer.found:
        facts: dict[str, Fact] = {"name": one.sign.names[language]}
        quoted = _quoted(one.words, language)
        code = "trap-words" if quoted else "trap-ticked"
        yield Say(Message(code, {**facts, "words": quoted} if quoted else facts), "item")


def _wanted(answer: Answer, language: Language) -> Iterator[Block]:
    """Yield what the message asks of its reader, by its own words, and what never to do about each."""
    for one in answer.wants:
        facts: dict[str, Fact] = {
            "name": one.want.names[language],
            "words": _quoted(one.words, language),
            "never": one.want.never[language],
        }
        yield Say(Message("trap-wanted", facts), "item")
    if answer.wants:
        yield Say(Message("trap-wanted-all"), "note")


def _quoted(words: tuple[str, ...], language: Language) -> str:
    return SEPARATORS[language].join(f"\u201c{one}\u201d" for one in words)


def _signs(answer: Answer, pack: Pack, today: date, language: Language) -> Iterator[Block]:
    """Yield of each sign why it is one, what to do about it, and who warned of it."""
    between = word("first-about-between", language)
    for one in answer.found:
        yield Say(Message("trap-sign", {"name": one.sign.names[language]}), "head")
        yield Say(Message("trap-says", {"text": one.sign.means[language]}))
        do = one.sign.do[language].format(**format_facts(numbers_of(pack), language))
        yield Say(Message("trap-says", {"text": do}), "item")
        titles = [source_text(pack.facts[fact_id], today, language) for fact_id in one.sign.warnings]
        yield Say(Message("trap-warned", {"titles": between.join(titles)}), "note")


def _items(messages: tuple[Message, ...]) -> tuple[Block, ...]:
    return tuple(Say(one, "item") for one in messages)


def _calls(answer: Answer, pack: Pack, today: date) -> tuple[Block, ...]:
    lines = first_of_kind(pack)
    return tuple(call_on(lines[kind], today) for kind in CALLED if kind in lines) if answer.now else ()


def _done(answer: Answer) -> tuple[Block, ...]:
    return (Say(Message("trap-done-lead")), *_items(answer.done)) if answer.done else ()


def _official(answer: Answer) -> tuple[Block, ...]:
    if not answer.official:
        return ()
    head, *each = answer.official
    return (Say(head), *_items(tuple(each)), Say(Message("trap-official-papers"), "note"))


def _about(answer: Answer, pack: Pack, today: date, language: Language) -> tuple[Block, ...]:
    facts = dict.fromkeys([*answer.warned, *(fact for fact in RESTS_ON if fact in pack.facts)])
    return tuple(Say(one, "note") for one in about_messages(facts, pack, today, language))


def trap_json(answer: Answer, heard: Heard, pack: Pack) -> dict[str, object]:
    """Return the answer as JSON (`ashore-trap/1`): codes, signs with the message's words, who warned of them."""
    return {
        "format": "ashore-trap/1",
        "verdict": answer.verdict.code,
        "signs": [{"id": one.sign.id, "words": list(one.words)} for one in answer.found],
        "wants": [{"id": one.want.id, "words": list(one.words)} for one in answer.wants],
        "worded_like_a_trap": list(answer.worded),
        "senders": list(heard.senders),
        "reads_as_warning": heard.warns,
        "now": [one.code for one in answer.now],
        "done": [one.code for one in answer.done],
        "checks": [one.code for one in answer.checks],
        "official": [one.code for one in answer.official],
        "warnings": [
            {
                "id": fact_id,
                "title": pack.facts[fact_id].source.title,
                "address": pack.facts[fact_id].source.address,
                "seen_on": pack.facts[fact_id].seen_on,
                "confidence": pack.facts[fact_id].confidence,
            }
            for fact_id in answer.warned
        ],
    }
