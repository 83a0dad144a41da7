"""What to ask of whom so that the plan works, what it leads to, and what to ask if the first is refused."""

from collections.abc import Iterator
from fractions import Fraction

from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.loans.terms import Concession
from ashore.planning.ask_options import Ask
from ashore.planning.asks import AskSet
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
    yield from _set(view, view.plan.asks[0])


def other_sets(view: View) -> Iterator[Block]:
    """Yield what to ask instead where the ask before is refused."""
    for other in view.plan.asks[1:]:
        refused = other.without
        assert refused is not None
        debt = view.plan.household.debts[refused.offer.debt]
        yield Say(Message(f"asks-else-{refused.offer.concession.kind}", {"debt": debt.name}))
        yield from _set(view, other)


def _set(view: View, one: AskSet) -> Iterator[Block]:
    """Yield the asks of a set, whose consent each needs, and where they lead."""
    for ask in one.asks:
        debt = view.plan.household.debts[ask.offer.debt]
        yield Say(ask_message(debt, ask), "item")
        for note in _consents(debt):
            yield Say(note, "note")
    if one.outcome.debt_free is None:
        yield Say(Message("asks-lead-left"))
    else:
        yield Say(Message("asks-lead-free", {"on": one.outcome.debt_free}))
    if one.outcome.forgiven_fen:
        yield Say(_forgiven(one))
    proved = "asks-proved-else" if one.without else "asks-proved"
    yield Say(Message(proved if one.proved else "asks-not-proved"), "note")


def _forgiven(one: AskSet) -> Message:
    """Return what is written off: by how much less is paid than is owed today, or with the interest that would run."""
    less = one.outcome.owed_fen - one.outcome.paid_fen
    if one.outcome.left_fen == 0 and less > 0:
        return Message("asks-forgiven-today", {"less_fen": less})
    return Message("asks-forgiven", {"forgiven_fen": one.outcome.forgiven_fen})


def ask_message(debt: Debt, ask: Ask) -> Message:
    """Return what is asked on a debt."""
    terms = ask.offer.concession
    facts: dict[str, Fact] = {"debt": debt.name}
    if terms.kind == "defer":
        return Message("ask-defer", facts | {"put_off_nmonths": terms.months})
    if terms.kind == "extend" and terms.months:
        return _extend(terms, facts)
    if terms.kind == "rate" and terms.rate is not None:
        rate = as_rate(terms.rate.per_year())
        return Message("ask-rate" if rate else "ask-rate-free", facts | {"new_rate": rate})
    if terms.kind == "settle" and terms.settle_share is not None:
        return _settle(terms, facts)
    return Message("ask-waive" if terms.kind == "waive" else "ask-typed", facts)


def _extend(terms: Concession, facts: dict[str, Fact]) -> Message:
    facts |= {"periods_count": terms.months}
    if terms.rate is None:
        return Message("ask-extend", facts)
    rate = as_rate(terms.rate.per_year())
    return Message("ask-extend-rate" if rate else "ask-extend-free", facts | {"new_rate": rate})


def _settle(terms: Concession, facts: dict[str, Fact]) -> Message:
    facts |= {"share_rate": as_rate(terms.settle_share or Fraction(1)), "periods_count": terms.instalments}
    if terms.instalments > 1:
        return Message("ask-settle-parts", facts)
    return Message("ask-settle", facts | {"on": terms.until})


def _receives(view: View) -> Iterator[Message]:
    """Yield what each creditor asked receives, with what is asked and if nothing is agreed."""
    asked = view.plan.asks[0].debts
    for one in view.plan.receives:
        facts: dict[str, Fact] = {
            "debt": view.plan.household.debts[one.debt].name,
            "asked_fen": one.asked_fen,
            "otherwise_fen": one.otherwise_fen,
            "at_rate": as_rate(one.rate),
        }
        if one.debt in asked and one.asked_fen != one.otherwise_fen:
            yield Message(
                "asks-receives" if one.asked_fen > one.otherwise_fen else "asks-receives-less", facts
            )


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
