"""What to ask of whom so that the plan works, what it leads to, and what to ask if the first is refused."""

from collections.abc import Iterator
from decimal import Decimal

from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.errors import Fact, Message
from ashore.household.model import Debt
from ashore.planning.ask_options import Ask
from ashore.planning.asks import AskSet

PLACES = Decimal("0.00001")


def asks(view: View) -> Part:
    """Return the smallest asks with which each one could be paid, or that even all of them do not help."""
    sets = view.plan.asks
    if not sets:
        return Part("answer-head-asks", "path", (Say(Message("asks-none")),))
    blocks: list[Block] = [Say(Message("asks-lead")), *_set(view, sets[0])]
    blocks += [Say(message, "note") for message in _receives(view)]
    for other in sets[1:]:
        blocks += [Say(Message("asks-else")), *_set(view, other)]
    blocks.append(Say(Message("asks-note"), "note"))
    return Part("answer-head-asks", "path", tuple(blocks))


def _set(view: View, one: AskSet) -> Iterator[Block]:
    """Yield the asks of a set and where they lead."""
    for ask in one.asks:
        yield Say(_ask(view.plan.household.debts[ask.offer.debt], ask), "item")
    if one.outcome.debt_free is None:
        yield Say(Message("asks-lead-left"))
    else:
        yield Say(Message("asks-lead-free", {"on": one.outcome.debt_free}))
    for note in _consents(view, one):
        yield Say(note, "note")


def _ask(debt: Debt, ask: Ask) -> Message:
    terms = ask.offer.concession
    facts: dict[str, Fact] = {"debt": debt.name}
    if terms.kind == "defer":
        return Message("ask-defer", facts | {"put_off_nmonths": terms.months})
    if terms.kind == "extend" and terms.months:
        return Message("ask-extend", facts | {"periods_count": terms.months})
    if terms.kind == "rate" and terms.rate is not None:
        yearly = terms.rate.per_year()
        rate = (Decimal(yearly.numerator) / Decimal(yearly.denominator)).quantize(PLACES)
        return Message("ask-rate" if rate else "ask-rate-free", facts | {"new_rate": rate})
    return Message("ask-waive" if terms.kind == "waive" else "ask-typed", facts)


def _receives(view: View) -> Iterator[Message]:
    """Yield what each creditor asked receives, with what is asked and if nothing is agreed."""
    for one in view.plan.receives:
        facts: dict[str, Fact] = {
            "debt": view.plan.household.debts[one.debt].name,
            "asked_fen": one.asked_fen,
            "otherwise_fen": one.otherwise_fen,
        }
        yield Message("asks-receives" if one.asked_fen > one.otherwise_fen else "asks-receives-less", facts)


def _consents(view: View, one: AskSet) -> Iterator[Message]:
    """Yield whose consent terms need before they change, each once (practice §2, H2 and H5)."""
    debts = [view.plan.household.debts[ask.offer.debt] for ask in one.asks]
    if any(who.startswith("guarantor") for debt in debts for who in debt.liable):
        yield Message("note-guarantor")
    if any(debt.secured_by in {"home", "second-charge"} for debt in debts):
        yield Message("note-home")
    if any("spouse" in debt.liable for debt in debts):
        yield Message("note-spouse")
