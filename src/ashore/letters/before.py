"""What a person is told before a letter is sent: it stands beside the paper and never on it."""

from collections.abc import Iterator, Mapping
from typing import Final

from ashore.errors import Message
from ashore.household.model import Debt
from ashore.letters.asked import named_plan
from ashore.letters.case import Case, facts_of
from ashore.letters.kinds import BlockName, Kind
from ashore.planning.urgent import COURT_STAGES

GUARANTOR: Final = "guarantor:"
COUNTED: Final[Mapping[str, str]] = {"record": "dispute_ndays"}
"""Notes that name a number of the pack; where it has none that holds today, a note without it stands in their place."""
AFTERWARDS: Final = frozenset({"statement"})
"""Notes on what to do once the answer is there: they stand last."""
FIGURES: Final[frozenset[BlockName]] = frozenset({"position", "payments", "budget", "script"})
"""Blocks that name what the file says is owed, earned or paid."""
OLD_DAYS: Final = 1
"""After so many days the figures are looked at again before they go out."""


def before(kind: Kind, case: Case) -> Iterator[Message]:
    """Yield what to know before a letter is sent, the gravest first."""
    facts = facts_of(case)
    if case.is_silent:
        known = case.rules.limitation_years is not None
        yield Message("letter-before-silent" if known else "letter-before-silent-open", facts)
    if case.debt.stage in COURT_STAGES:
        yield Message("letter-before-court", facts)
    if kind.changes:
        yield from consents(case.debt)
    if kind.name == "proposal":
        yield _why(case)
        yield from _plan(case)
    named = named_plan(kind, case)
    if kind.name != "call" and named and named.rests and named.payments:
        yield Message("letter-before-rests", {"names": named.rests})
    yield from _old(kind, case)
    yield from _typed(kind, case)
    for note in kind.notes:
        known = note not in COUNTED or facts[COUNTED[note]] is not None
        if note not in AFTERWARDS:
            yield Message(f"letter-note-{note}" if known else f"letter-note-{note}-open", facts)
    if kind.name != "call":
        yield from _sending(case)
    yield from (Message(f"letter-note-{note}", facts) for note in kind.notes if note in AFTERWARDS)


def _old(kind: Kind, case: Case) -> Iterator[Message]:
    """Yield that the figures are not today's, and what that keeps out of the letter, where one names any."""
    if not FIGURES.intersection(kind.blocks):
        return
    if case.passed:
        yield Message("letter-before-passed", facts_of(case))
    elif (case.day - case.as_of).days > OLD_DAYS:
        yield Message("letter-before-old-figures", facts_of(case))


def consents(debt: Debt) -> Iterator[Message]:
    """Yield whose consent the terms of a debt need before they change (practice §2, H2 and H5)."""
    names = tuple(who.removeprefix(GUARANTOR) for who in debt.liable if who.startswith(GUARANTOR))
    if names:
        yield Message("consent-guarantor", {"debt": debt.name, "names": names})
    elif "guarantor" in debt.liable:
        yield Message("letter-before-guarantor", {"debt": debt.name})
    if debt.secured_by in {"home", "second-charge"}:
        yield Message("consent-home", {"debt": debt.name})
    if debt.secured_by == "car":
        yield Message("consent-car", {"debt": debt.name})
    if "spouse" in debt.liable:
        yield Message("consent-spouse", {"debt": debt.name})


def _typed(kind: Kind, case: Case) -> Iterator[Message]:
    """Yield what to look at again of what the person alone puts into the letter."""
    if "contract" in kind.blocks and _has_more(case):
        yield Message("letter-before-which", {"creditor": case.debt.creditor})
    if "cause" in kind.blocks and case.typed.cause and not case.typed.evidence:
        yield Message("letter-before-no-evidence")
    if "own" in kind.blocks and case.typed.own.strip():
        yield Message("letter-before-own")


def _has_more(case: Case) -> bool:
    """Return whether the same lender has another debt of the person: then the letter alone does not say which."""
    lenders = [one.creditor for one in case.household.debts if one.creditor]
    return lenders.count(case.debt.creditor) > 1


def _why(case: Case) -> Message:
    """Return which of the proposals it is, and by which day."""
    facts = facts_of(case)
    if case.since:
        return Message("letter-before-after", facts)
    if case.in_time and case.is_agreed:
        return Message("letter-before-agreed", facts)
    if case.in_time:
        return Message("letter-before-card" if case.is_card else "letter-before-in-time", facts)
    return Message("letter-before-due-passed" if case.standing.next_due else "letter-before-no-due", facts)


def _plan(case: Case) -> Iterator[Message]:
    one = case.proposed
    if one is None:
        return
    if one.works and one.concession is None:
        yield Message("letter-before-works-late" if case.since else "letter-before-works", facts_of(case))
    if not one.works:
        yield Message("letter-before-holding" if one.payments else "letter-before-nothing")
    if one.concession is not None and one.concession.kind == "settle":
        yield Message("letter-note-settle-written")


def _sending(case: Case) -> Iterator[Message]:
    """Yield to whom it goes, that only what is true is said, and what is kept (H14)."""
    stage = case.debt.stage
    if stage in {"outsourced", "assigned"}:
        yield Message(f"letter-before-{stage}")
    yield Message("letter-before-channel")
    yield Message("letter-before-true")
    yield Message("letter-before-keep")
