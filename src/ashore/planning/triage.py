"""Before any number: answers to six questions become one card, by tables of rules in order of consequence.

The tables are `triage_rules`; the page for a phone carries the same tables and the same way of reading them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from ashore.errors import Fact, Facts, Message
from ashore.money import round_half_up
from ashore.planning.triage_rules import AVOID, FIGURES, HELP, LIMITS, PHONE, TODAY, TONIGHT, Rule, State

YesNo = Literal["yes", "no"]
Paper = Literal["court", "notary", "arbitration", "mediator", "collector", "none"]
Liable = Literal["spouse", "guarantor", "house"]

UNKNOWN = "unknown"
ROUGH_STEP_FEN = 10_000
"""A rough sum is told in steps of ¥100."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What a person chose to answer; None is a question left open, an empty `liable` is "none of these"."""

    safe: YesNo | None = None
    paper: Paper | None = None
    paper_received_on: date | None = None
    debit: YesNo | None = None
    asked: YesNo | None = None
    liable: frozenset[Liable] | None = None
    current: YesNo | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Three figures of one month, each ≥ 0: money in, essential spending, what the debts ask for."""

    money_in_fen: int
    essential_fen: int
    dues_fen: int


@dataclass(frozen=True, slots=True)
class Known:
    """What the jurisdiction's pack says: days to answer a court paper, a help line's number by its kind."""

    answer_days: int
    numbers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do today: what, and how; a short card shows only what."""

    title: Message
    detail: Message


@dataclass(frozen=True, slots=True)
class Card:
    """The one card.  `tonight` is filled, and `short` true, only when tonight is not safe.

    `facts` are what all its sentences may name; `state` is what the rules were asked about.
    `help_kinds` are kinds of help lines, to be offered in that order; `fact_ids` the pack's facts that the
    card rests on.
    """

    state: State
    facts: Facts
    short: bool
    tonight: tuple[Message, ...]
    today: tuple[Step, ...]
    avoid: tuple[Message, ...]
    phone: tuple[Message, ...]
    rough: Message | None
    help_kinds: tuple[str, ...]
    fact_ids: tuple[str, ...]


def first_card(answers: Answers, known: Known, today: date, figures: Figures | None = None) -> Card:
    """Return the card for what is known today; it is whole with no answer at all."""
    until = answer_until(answers, known)
    state = state_of(answers, until, today)
    limits = next(limits for limits in LIMITS if _holds(limits.when, state))
    facts: Facts = {"until": until, **facts_known(known)}
    steps, avoid = pick(TODAY, state, limits.today), pick(AVOID, state, limits.avoid)
    return Card(
        state=state,
        facts=facts,
        short=limits.short,
        tonight=_messages(pick(TONIGHT, state), facts),
        today=tuple(_step(rule, facts) for rule in steps),
        avoid=_messages(avoid, facts),
        phone=_messages(pick(PHONE, state), facts),
        rough=rough_sum(figures, known) if figures else None,
        help_kinds=tuple(rule.say for rule in pick(HELP, state, limits.help)),
        fact_ids=tuple(dict.fromkeys(fact for rule in (*steps, *avoid) for fact in rule.facts)),
    )


def answer_until(answers: Answers, known: Known) -> date | None:
    """Return the last day to answer a court's paper, None without a court's paper or its day of receipt.

    The day of receipt is not counted.  A last day that is a day off may move on; that is for the court
    to say and not done here.
    """
    if answers.paper != "court" or answers.paper_received_on is None:
        return None
    return answers.paper_received_on + timedelta(days=known.answer_days)


def state_of(answers: Answers, until: date | None, today: date) -> State:
    """Return the answers as words that the tables of rules ask for; what was left open is `unknown`."""
    deadline = "undated" if until is None else "open" if until >= today else "passed"
    return {
        "safe": answers.safe or UNKNOWN,
        "paper": answers.paper or UNKNOWN,
        "deadline": deadline,
        "debit": answers.debit or UNKNOWN,
        "asked": answers.asked or UNKNOWN,
        "liable": _liable_word(answers.liable),
        "current": answers.current or UNKNOWN,
    }


def _liable_word(liable: frozenset[Liable] | None) -> str:
    if liable is None:
        return UNKNOWN
    return {0: "none", 1: next(iter(liable), "none")}.get(len(liable), "several")


def pick(rules: Sequence[Rule], state: State, limit: int | None = None) -> tuple[Rule, ...]:
    """Return the rules that hold, in their order, the first of each topic, at most `limit`."""
    chosen: dict[str, Rule] = {}
    for rule in rules:
        if _holds(rule.when, state):
            chosen.setdefault(rule.topic, rule)
    return tuple(chosen.values())[:limit]


def _holds(when: Mapping[str, tuple[str, ...]], state: State) -> bool:
    return all(state[question] in words for question, words in when.items())


def rough_sum(figures: Figures, known: Known) -> Message:
    """Return what three figures of one month say, the difference rounded half up to ¥100."""
    gap_fen = figures.essential_fen + figures.dues_fen - figures.money_in_fen
    about_fen = round_half_up(abs(gap_fen), ROUGH_STEP_FEN) * ROUGH_STEP_FEN
    signs = {
        "gap": "even" if about_fen == 0 else "short" if gap_fen > 0 else "spare",
        "living": "short" if figures.money_in_fen < figures.essential_fen else "covered",
    }
    (rule,) = pick(FIGURES, signs)
    return Message(rule.say, {"about_fen": about_fen, **facts_known(known)})


def _step(rule: Rule, facts: Facts) -> Step:
    return Step(Message(rule.say, facts), Message(f"{rule.say}-how", facts))


def _messages(rules: Sequence[Rule], facts: Facts) -> tuple[Message, ...]:
    return tuple(Message(rule.say, facts) for rule in rules)


def facts_known(known: Known) -> dict[str, Fact]:
    """Return what the pack says as facts of a sentence: `answer_days`, `court_number`, `mental_health_number`."""
    numbers = {f"{kind.replace('-', '_')}_number": number for kind, number in known.numbers.items()}
    return {"answer_days": known.answer_days, **numbers}
