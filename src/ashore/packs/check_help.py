"""What must hold of a channel, of a wrong common claim, and of a way into an app."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Final

from ashore.errors import Finding
from ashore.packs.check_values import fault, not_after
from ashore.packs.notes import ProductNotes
from ashore.rules.channel import Channel
from ashore.rules.fact import RuleFact
from ashore.rules.negative import NegativeFact
from ashore.rules.source import Evidence
from ashore.rules.support import Support

DAYS: Final = "days"
Known = Mapping[str, RuleFact | None]
"""Facts by id, None where one cannot be read."""
Names = dict[str, list[str]]
"""Ids that a channel may name, by the key that names one; none at all where their file cannot be read."""


def check_negative(claim: NegativeFact, file: str, latest: date, known: Known) -> Iterator[Finding]:
    """Yield the faults of a claim: its days, and the facts it rests on."""
    yield from _evidence(claim.evidence, file, claim.id, latest)
    yield from _facts(claim.facts, file, claim.id, known)


def check_channel(channel: Channel, file: str, latest: date, known: Known, names: Names) -> Iterator[Finding]:
    """Yield the faults of a channel: its days, the facts it rests on, days to answer that are none, what it names."""
    yield from _evidence(channel.evidence, file, channel.id, latest)
    yield from _facts(channel.fact_ids, file, channel.id, known)
    for fact_id in channel.answer:
        fact = known.get(fact_id)
        if fact and (fact.unit != DAYS or not isinstance(fact.value, int)):
            yield fault("pack-fact-unfit", file, f"{channel.id}.answer", fact=fact_id, unit=DAYS)
    if channel.helpline and names["helpline"] and channel.helpline not in names["helpline"]:
        yield fault("pack-name-unknown", file, f"{channel.id}.helpline", read=channel.helpline)
    if channel.after and channel.after not in names["after"]:
        yield fault("pack-name-unknown", file, f"{channel.id}.after", read=channel.after)


def check_support(one: Support, file: str, latest: date, known: Known, names: Names) -> Iterator[Finding]:
    """Yield the faults of a place where somebody helps: its day, the facts it rests on, a help line that is none."""
    yield from not_after(file, f"{one.id}.checked_on", one.checked_on, latest)
    yield from _facts(one.facts, file, one.id, known)
    if one.helpline and names["helpline"] and one.helpline not in names["helpline"]:
        yield fault("pack-name-unknown", file, f"{one.id}.helpline", read=one.helpline)


def check_entries(notes: ProductNotes, file: str, latest: date) -> Iterator[Finding]:
    """Yield the faults of a product's ways into its app."""
    for index, one in enumerate(notes.entries):
        yield from not_after(file, f"entries[{index}].seen_on", one.seen_on, latest)


def _evidence(one: Evidence, file: str, field: str, latest: date) -> Iterator[Finding]:
    yield from not_after(file, f"{field}.seen_on", one.seen_on, latest)
    if one.review_by < one.seen_on:
        yield fault("pack-days-reversed", file, field, first=one.seen_on, last=one.review_by)


def _facts(ids: Iterable[str], file: str, field: str, known: Known) -> Iterator[Finding]:
    for fact_id in ids:
        if fact_id not in known:
            yield fault("pack-fact-unknown", file, field, fact=fact_id)
