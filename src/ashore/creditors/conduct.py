"""Which contacts of collectors go beyond the industry's own rules, with the entries they rest on and what is not known.

The rules are the industry's, not law: a finding is something to quote in a complaint, never a verdict.  A rule whose
fact is missing, due for another look, or was not in force on the day is not applied, and that is said.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import takewhile
from typing import Final

from ashore.creditors.contacts import Contact
from ashore.creditors.log_file import Logged
from ashore.errors import Fact
from ashore.rules.fact import RuleFact

HOURS: Final = ("quiet-from", "quiet-to")
CALLS: Final = "calls-a-day"
TRIES: Final = "tries-a-day"
OTHERS: Final = "third-parties"
TRIED: Final = "third-party-tries"
RULES: Final = (*HOURS, CALLS, TRIES, OTHERS, TRIED)
SPOKEN: Final = ("call", "message", "visit", "app")
"""Channels that reach a person at an hour; a letter is read when it is opened."""
Facts = Mapping[str, RuleFact]


@dataclass(frozen=True, slots=True)
class Beyond:
    """One thing that goes beyond a rule: which, on what day, the facts it rests on, the entries it was counted from.

    `told`: the figures that its sentence names.  `open`: codes of what is not known and could make it none.
    """

    code: str
    on: date
    fact_ids: tuple[str, ...]
    entries: tuple[int, ...]
    told: Mapping[str, Fact]
    open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conduct:
    """What was found, the rules that could not be applied, and the entries whose time or answer is not known."""

    found: tuple[Beyond, ...]
    unused: tuple[str, ...] = ()
    without_time: tuple[int, ...] = ()
    without_answer: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """A collector's contact with its number in the log."""

    number: int
    contact: Contact


def conduct_of(entries: Sequence[Logged], facts: Facts, today: date) -> Conduct:
    """Return how collectors' contacts stand against the rules in `facts`, in the order of their days.

    Counted are contacts in which the lender or its agency came to the person, as they stand after corrections.  Calls
    are counted by day and debt; where no debt is named, by day and the name that was told.
    """
    usable = {name: fact for name, fact in facts.items() if name in RULES and not fact.stale(today)}
    seen = [one for one in standing(entries) if one.contact.from_collector]
    found = (*_at_night(seen, usable), *_too_often(seen, usable), *_others(seen, usable))
    calls = [one for one in seen if one.contact.channel == "call"]
    return Conduct(
        tuple(sorted(found, key=lambda one: (one.on, one.entries))),
        tuple(name for name in RULES if name not in usable),
        tuple(one.number for one in seen if one.contact.at is None and one.contact.channel in SPOKEN),
        tuple(one.number for one in calls if one.contact.answered is None),
    )


def standing(entries: Sequence[Logged]) -> tuple[Seen, ...]:
    """Return the contacts as they stand: one that a later entry puts right gives way to it."""
    read = {one.number: one.contact for one in entries if one.contact}
    gone = {each.corrects for number, each in read.items() if each.corrects and each.corrects < number}
    return tuple(Seen(number, contact) for number, contact in read.items() if number not in gone)


def _at_night(seen: Sequence[Seen], facts: Facts) -> Iterator[Beyond]:
    """Yield contacts from the evening hour on and before the morning hour; both hours must be known."""
    if not all(name in facts for name in HOURS):
        return
    since, until = (_clock(facts[name]) for name in HOURS)
    for one in seen:
        at = one.contact.at
        if at is None or one.contact.channel not in SPOKEN or not _holds(facts, HOURS, one.contact.on):
            continue
        if _inside(at, since, until):
            told: dict[str, Fact] = {
                "at": f"{at:%H:%M}",
                "since": f"{since:%H:%M}",
                "until": f"{until:%H:%M}",
            }
            unsure = ("conduct-open-agreed", "conduct-open-asked")
            yield Beyond("conduct-hours", one.contact.on, HOURS, (one.number,), told, unsure)


def _inside(at: time, since: time, until: time) -> bool:
    return since <= at < until if since <= until else at >= since or at < until


def _too_often(seen: Sequence[Seen], facts: Facts) -> Iterator[Beyond]:
    """Yield the days with more calls that were taken, or more that were not, than the rules allow."""
    for code, name, answered in (("conduct-calls", CALLS, True), ("conduct-tries", TRIES, False)):
        if name not in facts:
            continue
        most = facts[name].value
        assert isinstance(most, int), name
        for on, numbers in _by_day(seen, answered=answered):
            if len(numbers) > most and _holds(facts, (name,), on):
                told: dict[str, Fact] = {"calls_count": len(numbers), "most_count": most}
                yield Beyond(
                    code, on, (name,), numbers, told, ("conduct-open-asked", "conduct-open-effective")
                )


def _by_day(seen: Sequence[Seen], *, answered: bool) -> Iterator[tuple[date, tuple[int, ...]]]:
    groups: dict[tuple[date, str, str], list[int]] = {}
    for one in seen:
        contact = one.contact
        if contact.channel == "call" and contact.answered is answered and contact.reached == "self":
            groups.setdefault((contact.on, *_about(one)), []).append(one.number)
    yield from ((on, tuple(numbers)) for (on, _, _), numbers in groups.items())


def _others(seen: Sequence[Seen], facts: Facts) -> Iterator[Beyond]:
    """Yield contacts with somebody else: one who was told of the debt, or before the person was tried often enough."""
    for one in seen:
        contact = one.contact
        if contact.reached == "self" or not _holds(facts, (OTHERS,), contact.on):
            continue
        if contact.told:
            yield Beyond("conduct-told", contact.on, (OTHERS,), (one.number,), {})
            continue
        unsure = ("conduct-open-reachable", *(("conduct-open-told",) if contact.told is None else ()))
        if not _holds(facts, (TRIED,), contact.on):
            yield Beyond("conduct-others", contact.on, (OTHERS,), (one.number,), {}, unsure)
            continue
        tries, least = _tries_before(one, seen), facts[TRIED].value
        assert isinstance(least, int), TRIED
        if tries < least:
            told: dict[str, Fact] = {"tries_count": tries, "least_count": least}
            yield Beyond("conduct-others-tries", contact.on, (OTHERS, TRIED), (one.number,), told, unsure)


def _tries_before(one: Seen, seen: Sequence[Seen]) -> int:
    """Return how many tries to reach the person about a debt had failed in a row before a contact."""
    same = sorted((each for each in seen if _about(each) == _about(one)), key=_when)
    before = [each.contact for each in same if _when(each) < _when(one) and each.contact.reached == "self"]
    missed = takewhile(lambda each: each.channel == "call" and each.answered is False, reversed(before))
    return len(list(missed))


def _about(one: Seen) -> tuple[str, str]:
    """Return what contacts are counted together by: the debt, or the name that was told where no debt is named."""
    return one.contact.debt, "" if one.contact.debt else one.contact.name.strip()


def _when(one: Seen) -> tuple[date, time, int]:
    return one.contact.on, one.contact.at or time.min, one.number


def _holds(facts: Facts, names: Sequence[str], day: date) -> bool:
    """Return whether rules are known, need no other look, and were in force on a day."""
    return all(name in facts and facts[name].in_force(day) for name in names)


def _clock(fact: RuleFact) -> time:
    assert isinstance(fact.value, str), fact.id
    return time.fromisoformat(fact.value)
