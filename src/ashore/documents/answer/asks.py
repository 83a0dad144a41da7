"""What to ask of whom so that the plan works, what it leads to, and what to ask if the first is refused."""

from collections.abc import Iterator

from ashore.documents.answer.asked import ask_message, ask_notes
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.planning.ask_options import Ask
from ashore.planning.ask_received import instalment_fen
from ashore.planning.asks import AskSet
from ashore.planning.offer_reasons import conditions
from ashore.texts.facts import as_rate

GUARANTOR = "guarantor:"


def asks(view: View) -> Part:
    """Return the smallest asks with which each one could be paid, or that even all of them do not help."""
    sets = view.plan.asks
    if not sets:
        return Part("answer-head-asks", "path", (Say(Message("asks-none")),))
    blocks: list[Block] = [*first_set(view)]
    blocks += [Say(message, "note") for message in _receives(view)]
    blocks += [*other_sets(view), Say(Message("asks-note"), "note")]
    return Part("answer-head-asks", "path", tuple(blocks))


def first_set(view: View) -> Iterator[Block]:
    """Yield the smallest asks, where they lead, and whether smaller ones were excluded."""
    yield Say(Message("asks-lead"))
    yield from ask_set(view, view.plan.asks[0])


def other_sets(view: View) -> Iterator[Block]:
    """Yield what to ask instead where the ask before is refused."""
    for other in view.plan.asks[1:]:
        refused = other.without
        assert refused is not None
        debt = view.plan.household.debts[refused.offer.debt]
        yield Say(Message(f"asks-else-{refused.offer.concession.kind}", {"debt": debt.name}))
        yield from ask_set(view, other)


def ask_set(view: View, one: AskSet) -> Iterator[Block]:
    """Yield the asks of a set, whose consent each needs, and where they lead."""
    for ask in one.asks:
        yield from _asked(view, ask)
    if one.taken:
        yield Say(Message("asks-takes"))
    for offer in one.taken:
        for message in conditions(view.plan.household, offer):
            yield Say(view.worded(message), "item")
        yield from consents_of(view, offer.members)
    if one.outcome.debt_free is None:
        yield Say(Message("asks-lead-left"))
    else:
        yield Say(Message("asks-lead-free", {"on": one.outcome.debt_free}))
    if one.outcome.forgiven_fen:
        yield Say(_forgiven(one))
    proved = "asks-proved-else" if one.without else "asks-proved"
    yield Say(Message(proved if one.proved else "asks-not-proved"), "note")


def _asked(view: View, ask: Ask) -> Iterator[Block]:
    debts, terms = view.plan.household.debts, ask.offer.concession
    asking = view.plan.asking
    each = instalment_fen(asking.problem, ask.offer) if asking else None
    yield Say(ask_message(debts[ask.offer.debt], terms, each), "item")
    covers = tuple(debts[member].name for member in ask.offer.members[1:])
    for note in ask_notes(terms, covers):
        yield Say(note, "note")
    yield from consents_of(view, ask.offer.members)


def consents_of(view: View, places: tuple[int, ...]) -> Iterator[Block]:
    """Yield whose consent the terms of some debts need, by index."""
    for place in places:
        for note in _consents(view.plan.household.debts[place]):
            yield Say(note, "note")


def _forgiven(one: AskSet) -> Message:
    """Return what is written off: by how much less is paid than is owed today, or with the interest that would run."""
    less = one.outcome.owed_fen - one.outcome.paid_fen
    if one.outcome.left_fen == 0 and less > 0:
        return Message("asks-forgiven-today", {"less_fen": less})
    return Message("asks-forgiven", {"forgiven_fen": one.outcome.forgiven_fen})


def _receives(view: View) -> Iterator[Message]:
    """Yield what each creditor asked receives, with what is asked and if nothing is agreed."""
    asked = view.plan.asks[0].debts
    for one in view.plan.receives:
        facts: dict[str, Fact] = {
            "debt": view.plan.household.debts[one.debt].name,
            "asked_fen": one.asked_fen,
            "otherwise_fen": one.otherwise_fen,
            "at_rate": as_rate(one.rate),
            "horizon_nmonths": one.months,
        }
        if one.debt in asked and one.asked_fen != one.otherwise_fen:
            yield Message("asks-receives" if one.is_better else "asks-receives-less", facts)


def _consents(debt: Debt) -> Iterator[Message]:
    """Yield whose consent the terms of a debt need before they change (practice §2, H2 and H5)."""
    guarantors = tuple(who.removeprefix(GUARANTOR) for who in debt.liable if who.startswith(GUARANTOR))
    if guarantors:
        yield Message("consent-guarantor", {"debt": debt.name, "names": guarantors})
    if debt.secured_by in {"home", "second-charge"}:
        yield Message("consent-home", {"debt": debt.name})
    if debt.secured_by == "car":
        yield Message("consent-car", {"debt": debt.name})
    if "spouse" in debt.liable:
        yield Message("consent-spouse", {"debt": debt.name})
