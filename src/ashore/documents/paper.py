"""A paper that came, as parts: what it is and is not, by when to act, what to do, what rests on what."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ashore.creditors.papers import Paper, last_day
from ashore.documents.blocks import Block, Part, Say
from ashore.documents.first_words import about_messages
from ashore.errors import Fact, Message
from ashore.packs.first import first_of_kind
from ashore.packs.pack import Pack
from ashore.packs.workdays import days_of
from ashore.texts.language import Language

ADVICE: Final = ("support-legal-advice",)
"""What it rests on that a paper is explained free of charge, also at a desk and online."""
CHECK: Final = "court-message-check"
"""What it rests on how to find out whether a paper is real, which is said of each."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The days a paper leaves: how many, the last of them, and the day it moves to where that one is a day off."""

    days: int
    until: date
    moved: date


def counted_of(paper: Paper, received: date | None, pack: Pack) -> Counted | None:
    """Return the days that a paper leaves, None where none are counted or the day of receipt is not known."""
    if paper.days_fact is None or received is None:
        return None
    days = pack.facts[paper.days_fact].value
    assert isinstance(days, int), paper.days_fact
    offices = days_of(pack.id, range(received.year, received.year + 2))
    return Counted(days, received + timedelta(days=days), last_day(received, days, offices))


def paper_parts(
    paper: Paper, received: date | None, pack: Pack, today: date, language: Language
) -> tuple[Part, ...]:
    """Return all that is said of a paper, in order; `received`: the day it came, where it is known."""
    found = [
        Part(
            f"paper-{paper.kind}",
            "first",
            (Say(_told(paper, "is", pack), "lead"), Say(_told(paper, "not", pack))),
        ),
        _day(paper, received, pack, today, language),
        _do(paper, pack),
        _care(paper),
        _about(paper, pack, today, language),
    ]
    return tuple(part for part in found if part)


def _numbers(pack: Pack) -> dict[str, Fact]:
    lines = first_of_kind(pack)
    return {f"{kind}_number": lines[kind].number if kind in lines else None for kind in ("court", "legal")}


def _told(paper: Paper, what: str, pack: Pack) -> Message:
    return Message(f"paper-{paper.kind}-{what}", _numbers(pack))


def _day(paper: Paper, received: date | None, pack: Pack, today: date, language: Language) -> Part:
    """Return by when to act; a day that has passed is said to have, without reproach."""
    counted = counted_of(paper, received, pack)
    if counted is None:
        code = f"paper-day-{paper.urgency}"
        return Part("paper-head-day", "first", (Say(Message(code, _numbers(pack)), "lead"),))
    ahead = (counted.until - today).days
    facts: dict[str, Fact] = {
        "answer_count": counted.days,
        "received": received,
        "until": counted.until,
        "moved": counted.moved,
        "days_ahead": max(0, ahead),
        **_numbers(pack),
    }
    said: list[Block] = [Say(Message("paper-day-until" if ahead >= 0 else "paper-day-passed", facts), "lead")]
    if counted.moved != counted.until:
        said.append(Say(Message("paper-day-moved", facts), "note"))
    rule = pack.facts.get(paper.days_fact or "")
    if rule and rule.stale(today):
        said.append(Say(Message("first-about-stale", {"name": rule.names[language]}), "note"))
    return Part("paper-head-day", "first", tuple(said))


def _do(paper: Paper, pack: Pack) -> Part:
    items = [Say(_told(paper, "do", pack), "item")]
    items += [Say(Message("paper-check", _numbers(pack)), "item"), Say(Message("paper-keep"), "item")]
    if paper.from_court:
        items.append(Say(Message("paper-advice", _numbers(pack)), "item"))
    return Part("paper-head-do", "path", tuple(items))


def _care(paper: Paper) -> Part | None:
    """Return what not to do once a court stands behind a paper (practice §2, H3)."""
    if not paper.from_court:
        return None
    return Part("paper-head-care", "path", (Say(Message("paper-care")),))


def _about(paper: Paper, pack: Pack, today: date, language: Language) -> Part:
    resting = dict.fromkeys((*paper.facts, CHECK, *(ADVICE if paper.from_court else ())))
    facts = [one for one in resting if one in pack.facts]
    said = tuple(Say(one, "note") for one in about_messages(facts, pack, today, language))
    return Part("paper-head-about", "about", said)


def paper_json(paper: Paper, received: date | None, pack: Pack) -> dict[str, object]:
    """Return a paper as JSON (`ashore-paper/1`): its kind, when to act, the days counted, the stage it leads to."""
    counted = counted_of(paper, received, pack)
    return {
        "format": "ashore-paper/1",
        "kind": paper.kind,
        "act": paper.urgency,
        "received": received,
        "days": counted.days if counted else None,
        "until": counted.until if counted else None,
        "until_if_day_off": counted.moved if counted else None,
        "what": paper.what,
        "stage": paper.stage,
        "facts": list(paper.facts),
    }
