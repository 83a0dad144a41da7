"""The contacts that a complaint about collection names: those of a log that go beyond the industry's own rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ashore.creditors.conduct import Beyond, conduct_of, standing
from ashore.creditors.contacts import Contact
from ashore.creditors.log_file import Logged
from ashore.errors import Message
from ashore.letters.case import Case, Reached
from ashore.packs.pack import load_pack

TAKEN: Final = {True: "-taken", False: "-missed", None: ""}


def with_log(case: Case, entries: Sequence[Logged]) -> Case:
    """Return the case with the contacts about its debt that go beyond a rule, in the order of their days and times.

    Held against the rules that a pack has on the letter's day; what was put right later stands as it was put right.
    """
    contacts = {one.number: one.contact for one in standing(entries)}
    facts = load_pack(case.household.jurisdiction).facts
    found = [
        one
        for one in conduct_of(entries, facts, case.day).found
        if all(contacts[number].debt == case.debt.id for number in one.entries)
    ]
    numbers = sorted({number for one in found for number in one.entries})
    named = sorted(_reached([contacts[number] for number in numbers]), key=lambda one: (one.on, str(one.at)))
    rests = dict.fromkeys(name for one in found for name in one.fact_ids)
    return replace(case, contacts=tuple(named), beyond=tuple(_rules(found)), beyond_facts=tuple(rests))


def _reached(contacts: Sequence[Contact]) -> Iterator[Reached]:
    """Yield how each contact of a collector was made, without the name of anybody who was reached."""
    for one in contacts:
        if one.from_collector:
            yield Reached(one.on, one.at, Message(f"letter-contact-{_how(one)}"), one.evidence != "none")


def _how(contact: Contact) -> str:
    if contact.reached != "self":
        return "other-told" if contact.told else "other"
    return f"call{TAKEN[contact.answered]}" if contact.channel == "call" else contact.channel


def _rules(found: Sequence[Beyond]) -> Iterator[Message]:
    """Yield each rule that is to be looked at once, with the figures that it sets, in the order of what was found."""
    yield from {one.code: Message(f"letter-{one.code}", one.told) for one in found}.values()
