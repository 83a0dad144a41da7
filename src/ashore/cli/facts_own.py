"""A person's own values as `ashore facts --file` prints them: beside what each is about, never in its place."""

from ashore.cli.facts_block import Block, block
from ashore.errors import Fact, Message
from ashore.household.model import Own
from ashore.money import format_yuan
from ashore.packs.listing import Listed
from ashore.packs.own import doubt_of, own_decimal
from ashore.texts import say
from ashore.texts.language import Language
from ashore.texts.rule_values import rule_value_text


def own_lines(listed: Listed, about: str, language: Language) -> list[str]:
    """Return a sentence for each own value about a fact or product, with why it is not used where it is not."""
    return [
        text
        for own in listed.owns
        if own.about == about
        for text in (say(_beside(own, language), language), own.note, _doubt(own, listed, language))
        if text
    ]


def other_own_blocks(listed: Listed, language: Language) -> list[Block]:
    """Return a block for each own value that is about nothing in the pack."""
    known = {*listed.pack.facts, *listed.pack.products}
    return [
        block(own.about, [say(_beside(own, language), language), own.note, _doubt(own, listed, language)], [])
        for own in listed.owns
        if own.about not in known
    ]


def _doubt(own: Own, listed: Listed, language: Language) -> str:
    doubt = doubt_of(own, listed.pack)
    return say(doubt, language) if doubt else ""


def _beside(own: Own, language: Language) -> Message:
    facts: dict[str, Fact] = {"value": _value(own, language), "seen": own.seen_on, "since": own.since}
    return Message("own-beside-from" if own.since else "own-beside", facts)


def _value(own: Own, language: Language) -> str:
    if own.rate_per_year is not None:
        return rule_value_text(own_decimal(own.rate_per_year), "per-year", language)
    return own.text if own.amount_fen is None else format_yuan(own.amount_fen)
