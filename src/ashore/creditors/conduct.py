"""Which contacts of collectors go beyond the industry's own rules, with the entries they rest on and what is not known.

The rules are the industry's, not law: a finding is something to quote in a complaint, never a verdict.  A rule whose
fact is missing, due for another look, or was not in force on the day is not applied, and that is said.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
NOTICES: Final = "notice-calls-a-day"
STOP: Final = "contacts-stop"
BANKS: Final = "quiet-hours-banks"
RULES: Final = (*HOURS, CALLS, TRIES, OTHERS, TRIED, NOTICES, STOP, BANKS)
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
    are counted by day and debt; where no debt is named, by day and the name that was told.  One that only gave notice
    is no collection, and is counted with the notices.
    """
    usable = {name: fact for name, fact in facts.items() if name in RULES and not fact.stale(today)}
    seen = [one for one in standing(entries) if one.contact.from_collector]
    found = (
        *_at_night(seen, usable),
        *_too_often(seen, usable),
        *_others(seen, usable),
        *_stopped(seen, standing(entries), usable),
    )
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
    """Yield contacts from the evening hour on and before the morning hour, that were not agreed to."""
    for one in seen:
        at, contact = one.contact.at, one.contact
        if at is None or contact.channel not in SPOKEN or contact.agreed or contact.purpose == "notice":
            continue
        rested = _hours_on(facts, contact.on)
        if rested and _inside(at, *rested.hours):
            since, until = rested.hours
            told: dict[str, Fact] = {
                "at": f"{at:%H:%M}",
                "since": f"{since:%H:%M}",
                "until": f"{until:%H:%M}",
            }
            unsure = (*rested.open, *_unsure(contact))
            yield Beyond("conduct-hours", contact.on, rested.fact_ids, (one.number,), told, unsure)


@dataclass(frozen=True, slots=True)
class _Quiet:
    """The hours in which nobody is contacted, the facts they rest on, what about these is not known."""

    hours: tuple[time, time]
    fact_ids: tuple[str, ...]
    open: tuple[str, ...] = ()


def _hours_on(facts: Facts, day: date) -> _Quiet | None:
    """Return the quiet hours of a day: those of all collectors, where known, else those of the banks' own guide."""
    banks = (BANKS,) if BANKS in facts and _known_on(facts[BANKS], day) else ()
    if _holds(facts, HOURS, day):
        since, until = (_clock(facts[name]) for name in HOURS)
        return _Quiet((since, until), (*HOURS, *banks))
    if not banks:
        return None
    value = facts[BANKS].value
    assert isinstance(value, str), BANKS
    since, until = (time.fromisoformat(one) for one in value.split("-"))
    return _Quiet((since, until), banks, ("conduct-open-bank",))


def _known_on(fact: RuleFact, day: date) -> bool:
    """Return whether a rule is known to hold on a day: one whose first day nobody found, from when it was seen on."""
    return fact.in_force(day) and (fact.valid_from or fact.seen_on) <= day


def _unsure(contact: Contact) -> Iterator[str]:
    if contact.agreed is None:
        yield "conduct-open-agreed"
    if contact.purpose is None:
        yield "conduct-open-asked"


def _inside(at: time, since: time, until: time) -> bool:
    return since <= at < until if since <= until else at >= since or at < until


def _too_often(seen: Sequence[Seen], facts: Facts) -> Iterator[Beyond]:
    """Yield the days with more calls that were taken, more that were not, or more notices than the rules allow."""
    for code, name, counts in COUNTED:
        if name not in facts:
            continue
        most = facts[name].value
        assert isinstance(most, int), name
        for on, calls in _by_day(seen, counts):
            if len(calls) > most and _holds(facts, (name,), on):
                told: dict[str, Fact] = {"calls_count": len(calls), "most_count": most}
                asked = all(one.contact.purpose for one in calls)
                unsure = (
                    ("conduct-open-effective",) if asked else ("conduct-open-asked", "conduct-open-effective")
                )
                yield Beyond(code, on, (name,), tuple(one.number for one in calls), told, unsure)


COUNTED: Final[tuple[tuple[str, str, Callable[[Contact], bool]], ...]] = (
    ("conduct-calls", CALLS, lambda one: one.answered is True and one.purpose != "notice"),
    ("conduct-tries", TRIES, lambda one: one.answered is False),
    ("conduct-notices", NOTICES, lambda one: one.purpose == "notice" and one.answered is not False),
)
"""What is counted by the day: the code of its finding, its rule, and which calls to the person it counts."""


def _by_day(
    seen: Sequence[Seen], counts: Callable[[Contact], bool]
) -> Iterator[tuple[date, tuple[Seen, ...]]]:
    groups: dict[tuple[date, str, str], list[Seen]] = {}
    for one in seen:
        contact = one.contact
        if contact.channel == "call" and contact.reached == "self" and counts(contact):
            groups.setdefault((contact.on, *_about(one)), []).append(one)
    yield from ((on, tuple(calls)) for (on, _, _), calls in groups.items())


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


def _stopped(seen: Sequence[Seen], every: Sequence[Seen], facts: Facts) -> Iterator[Beyond]:
    """Yield contacts with somebody who had said before, about the same debt, that they are not to be contacted."""
    refusals = [one for one in every if one.contact.refused and one.contact.whom.strip()]
    for one in seen:
        if one.contact.reached == "self" or not _holds(facts, (STOP,), one.contact.on):
            continue
        before = [each for each in refusals if _when(each) < _when(one) and _same_person(each, one)]
        if before:
            first = min(before, key=_when)
            told: dict[str, Fact] = {"refused_on": first.contact.on}
            yield Beyond("conduct-stopped", one.contact.on, (STOP,), (first.number, one.number), told)


def _same_person(one: Seen, other: Seen) -> bool:
    same = one.contact.whom.strip() == other.contact.whom.strip()
    return same and (
        one.contact.debt == other.contact.debt if one.contact.debt else _about(one) == _about(other)
    )


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
