"""Where a complaint goes, in which order, and how long each has to answer: as a pack's channels say it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ashore.errors import Fact, Message
from ashore.household.model import LenderKind
from ashore.packs.channels import channels_for
from ashore.packs.first import first_of_kind
from ashore.packs.limits import LICENSED
from ashore.packs.pack import Pack, load_pack
from ashore.rules.channel import Channel, Matter
from ashore.rules.fact import FactNotUsable
from ashore.texts.language import Language

TERMS: Final = ("usual_ndays", "complex_ndays", "longest_ndays")
"""What a channel's terms are, in the order in which a pack names them."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Who lent, the day the lender was first asked about it if that is known, and the day on which it is read."""

    jurisdiction: str
    lender_kind: LenderKind | None
    asked_on: date | None
    today: date


def way_messages(one: Complaint, language: Language, matter: Matter = "loan") -> tuple[Message, ...]:
    """Return to whom a complaint goes, one after the other, and how long each has to answer.

    The order is the pack's.  A lender that the rules on complaints do not bind is given no term, and nobody is named
    to go to after it; a term that needs checking is not named, and that is said.
    """
    pack = load_pack(one.jurisdiction)
    return tuple(_all(one, pack, _in_turn(channels_for(pack.channels, matter)), language))


def _in_turn(channels: Sequence[Channel]) -> list[Channel]:
    """Return the first channel and those that come after it, one by one; a channel beside them is no step of it."""
    found = list(channels[:1])
    for channel in channels[1:]:
        if channel.after in {one.id for one in found}:
            found.append(channel)
    return found


def _all(one: Complaint, pack: Pack, channels: Sequence[Channel], language: Language) -> Iterator[Message]:
    bound = one.lender_kind in LICENSED
    for channel in channels if bound else channels[:1]:
        days, stale = _terms(channel, pack, one.today) if bound else ({}, False)
        facts: dict[str, Fact] = {"channel": channel.names[language], **days}
        line = pack.helplines.get(channel.helpline or "")
        if channel.after:
            apart = line is not None and line.number not in channel.names[language]
            number = line.number if line else None
            yield Message(
                "complain-next-call" if apart else "complain-next", facts | {"channel_number": number}
            )
            if channel.write:
                yield Message("complain-write", {"told": channel.write[language]})
        else:
            yield Message(_first(days), facts)
            yield from _until(one, days)
        if stale or channel.stale(one.today) or (line and line.stale(one.today)):
            yield Message("complain-check", facts)
    if not bound:
        lines = first_of_kind(pack)
        yield Message(
            "complain-unbound", {"legal_number": lines["legal"].number if "legal" in lines else None}
        )


def _first(days: dict[str, Fact]) -> str:
    """Return the code of the first step: with all terms that a pack may name, with the usual one, or with none."""
    if all(name in days for name in TERMS):
        return "complain-first-longer"
    return "complain-first" if TERMS[0] in days else "complain-first-open"


def _until(one: Complaint, days: dict[str, Fact]) -> Iterator[Message]:
    """Yield on which day the usual term is over, counted from the day on which the lender was asked."""
    usual = days.get(TERMS[0])
    if one.asked_on and isinstance(usual, int):
        until = one.asked_on + timedelta(days=usual)
        code = "complain-over" if until < one.today else "complain-until"
        yield Message(code, {"asked_on": one.asked_on, "until": until, "usual_ndays": usual})


def _terms(channel: Channel, pack: Pack, today: date) -> tuple[dict[str, Fact], bool]:
    """Return a channel's terms in days by name, and whether one of them needs checking."""
    found: dict[str, Fact] = {}
    stale = False
    for name, fact_id in zip(TERMS, channel.answer, strict=False):
        fact = pack.facts.get(fact_id)
        try:
            value = fact.use(today) if fact else None
        except FactNotUsable:
            stale = True
            continue
        if isinstance(value, int):
            found[name] = value
    return found, stale
