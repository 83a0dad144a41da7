"""Channels and wrong common claims as `ashore facts` prints them, each with its source below it."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from ashore.cli.facts_block import DOT, Block, block, due_line, source_line
from ashore.errors import Fact, Message
from ashore.packs.listing import Listed
from ashore.rules.channel import Channel
from ashore.rules.negative import NegativeFact
from ashore.rules.source import Evidence
from ashore.texts import say
from ashore.texts.cells import SEMICOLONS
from ashore.texts.facts import SEPARATORS
from ashore.texts.language import Language
from ashore.texts.rule_values import rule_value_text
from ashore.texts.sentences import word

RESTS: Final = "facts-ceiling-rests"


def negative_lines(claim: NegativeFact, listed: Listed, language: Language) -> Block:
    """Return a wrong common claim, what is true instead, and what says so."""
    facts = [listed.pack.facts[one] for one in claim.facts]
    return block(
        _say("facts-claim", language, claim=claim.claim[language]),
        [_say("facts-truth", language, truth=claim.truth[language])],
        _sources(claim.evidence, claim.id, claim.facts, listed.today, language),
        due_line([claim.evidence, *facts], listed.today, language),
    )


def channel_lines(channel: Channel, listed: Listed, language: Language) -> Block:
    """Return a channel: its number, what it is for, what comes before it, and by when it has to answer."""
    pack, between = listed.pack, SEPARATORS[language]
    facts = [pack.facts[one] for one in channel.fact_ids]
    number = pack.helplines[channel.helpline].number if channel.helpline else ""
    matters = between.join(word(f"facts-matter-{one}", language) for one in channel.matters)
    after = pack.channels[channel.after].names[language] if channel.after else ""
    answers = [pack.facts[one] for one in channel.answer]
    usual = [rule_value_text(one.value, one.unit, language) for one in answers[:1]]
    within = SEMICOLONS[language].join([*usual, *(one.names[language] for one in answers[1:])])
    return block(
        "  ".join(part for part in (number, channel.names[language]) if part),
        [
            channel.purpose[language],
            channel.write.get(language, ""),
            _say("facts-channel-matters", language, matters=matters),
            _say("facts-channel-after", language, name=after) if after else "",
            _say("facts-channel-answer", language, within=within) if within else "",
        ],
        _sources(channel.evidence, channel.id, channel.fact_ids, listed.today, language),
        due_line([channel.evidence, *facts], listed.today, language),
    )


def _sources(
    evidence: Evidence, entry_id: str, facts: Sequence[str], today: date, language: Language
) -> list[str]:
    seen = [
        _say("facts-seen", language, seen=evidence.seen_on),
        word(f"facts-confidence-{evidence.confidence}", language),
    ]
    if not evidence.stale(today):
        seen.append(_say("facts-review", language, review_by=evidence.review_by))
    rests = [_say(RESTS, language, facts=tuple(facts))] if facts else []
    return [source_line(evidence.source, language), *rests, DOT.join([*seen, entry_id])]


def _say(code: str, language: Language, **facts: Fact) -> str:
    return say(Message(code, facts), language)
