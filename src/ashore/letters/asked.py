"""What a letter asks for, one sentence each: what the plan needs, with its figures, and the rest."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from ashore.errors import Fact, Message
from ashore.letters.case import PART_NAMES, Case, as_rate, facts_of
from ashore.letters.kinds import Kind
from ashore.letters.proposed import Proposed
from ashore.letters.sums import due_day_of, payday_of, settle_by, settle_fen
from ashore.loans.allocation import order_for
from ashore.loans.concessions import merges
from ashore.loans.parts import MEMBERS
from ashore.loans.terms import Concession

CHARGES: Final = frozenset({"penalty", "fee"})
"""What a waiver of charges covers; one that covers more was spoken about and is asked for as such."""


def asks_of(kind: Kind, case: Case) -> Iterator[Message]:
    """Yield what a letter asks for, in order."""
    for name in kind.asks:
        made = MADE.get(name)
        found = made(case) if made else Message(f"letter-ask-{name}", facts_of(case))
        if found is not None:
            yield found


def named_plan(kind: Kind, case: Case) -> Proposed | None:
    """Return what the plan pays, where a letter of a kind names its payments; None where it rests on another ask."""
    one = case.proposed
    if one is None or case.is_kept or case.typed.months or case.typed.amount_fen:
        return None
    alone = one.concession is None and kind.name == "proposal"
    return one if alone or (one.concession and one.concession.kind in kind.of) else None


def concession_message(case: Case, terms: Concession) -> Message:
    """Return what a plan needs of a creditor, as it is asked for."""
    facts: dict[str, Fact] = {**facts_of(case), "periods_count": terms.months}
    if terms.kind == "rate":
        return _rate(facts, terms)
    if terms.kind == "extend":
        return _extend(facts, terms)
    if terms.kind == "settle":
        return _settle(case, facts, terms)
    if terms.kind == "waive":
        return _waive(case, facts, terms)
    return Message("letter-ask-defer" if terms.months else "letter-ask-arrange", facts)


def _waive(case: Case, facts: dict[str, Fact], terms: Concession) -> Message:
    """Return which charges a waiver covers, as far as they are owed; one that covers more was spoken about."""
    members = {PART_NAMES[index] for part, _ in terms.waives for index in MEMBERS[part]}
    owed = {name: fen for name, fen in case.charges.items() if name in members}
    whole = all(fen is None and part in CHARGES for part, fen in terms.waives)
    if not (whole and owed):
        return Message("letter-ask-waive-told", facts)
    return Message(
        "letter-ask-charges", {**facts, "charges_fen": sum(owed.values()), "charges_parts": tuple(owed)}
    )


def _rate(facts: dict[str, Fact], terms: Concession) -> Message:
    if terms.rate is None:
        return Message("letter-ask-rate-any", facts)
    rate = terms.rate.per_year()
    return Message(
        "letter-ask-rate" if rate else "letter-ask-rate-free", {**facts, "new_rate": as_rate(rate)}
    )


def _extend(facts: dict[str, Fact], terms: Concession) -> Message:
    if not terms.months:
        return Message("letter-ask-extend-any", facts)
    if terms.rate is None:
        return Message("letter-ask-extend", facts)
    rate = terms.rate.per_year()
    code = "letter-ask-extend-rate" if rate else "letter-ask-extend-free"
    return Message(code, {**facts, "new_rate": as_rate(rate)})


def _settle(case: Case, facts: dict[str, Fact], terms: Concession) -> Message:
    if terms.instalments > 1:
        paid = case.proposed.payments if case.proposed else ()
        more = {"settle_fen": sum(fen for _, fen in paid), "periods_count": terms.instalments}
        return Message("letter-ask-settle-parts", {**facts, **more})
    return _at_once(case)


def _at_once(case: Case) -> Message:
    by = settle_by(case)
    code = "letter-ask-settle" if by else "letter-ask-settle-open"
    return Message(code, {**facts_of(case), "settle_fen": settle_fen(case), "by": by})


def _of_plan(case: Case) -> Message:
    one = None if case.is_kept else case.proposed
    if one is None or one.concession is None:
        return Message(
            "letter-ask-arrange" if one and one.payments else "letter-ask-arrange-open", facts_of(case)
        )
    return concession_message(case, one.concession)


def _lower_rate(case: Case) -> Message:
    terms = _terms(case, "rate")
    return concession_message(case, terms) if terms else Message("letter-ask-rate-any", facts_of(case))


def _longer(case: Case) -> Message:
    if case.typed.months:
        return Message("letter-ask-extend", facts_of(case))
    terms = _terms(case, "extend")
    return concession_message(case, terms) if terms else Message("letter-ask-extend-any", facts_of(case))


def _card(case: Case) -> Message:
    terms = _terms(case, "extend")
    months = case.typed.months or (terms.months if terms else 0)
    most = case.rules.card_months_max
    if months and (most is None or months <= most):
        return Message("letter-ask-card", {**facts_of(case), "periods_count": months})
    return Message("letter-ask-card-any", facts_of(case))


def _due_day(case: Case) -> Message:
    facts = {**facts_of(case), "new_day_count": due_day_of(case), "payday_count": payday_of(case)}
    typed = case.typed.due_day is not None or payday_of(case) is None
    return Message("letter-ask-due-day" if typed else "letter-ask-due-day-pay", facts)


def _direct(case: Case) -> Message | None:
    """Return that the person alone is to be called, where somebody may be calling others."""
    return Message("letter-ask-direct", facts_of(case)) if case.since or case.contacts else None


def _arrears_first(case: Case) -> Message | None:
    """Return that payments go to what is overdue first, where a deferral leaves it due: they are paid meanwhile.

    Where the contract's own order has it so, by that; where no order is known, as a request.  Where it has another,
    nothing is said of it.
    """
    terms = _terms(case, "defer")
    if case.is_kept or case.since is None or terms is None or merges(terms):
        return None
    order = order_for(case.debt.terms, case.standing.owed.days_past_due)
    late = [state == "past-due" for state, _ in order or ()]
    if order is not None and not (any(late) and late == sorted(late, reverse=True)):
        return None
    by_contract = order is not None and "allocation" not in case.debt.assumed
    return Message("letter-ask-arrears-first" if by_contract else "letter-ask-arrears-first-please")


def _agreement_stays(case: Case) -> Message | None:
    """Return that the rest of an agreement holds, where it is asked before one of its days to change it."""
    return Message("letter-ask-agreement-stays") if case.is_agreed and case.in_time else None


def _pledge(case: Case) -> Message | None:
    return Message("letter-ask-pledge") if case.debt.secured_by != "none" else None


def _assigned(case: Case) -> Message | None:
    return Message("letter-ask-assigned") if case.debt.stage == "assigned" else None


def _terms(case: Case, kind: str) -> Concession | None:
    one = case.proposed
    return one.concession if one and one.concession and one.concession.kind == kind else None


MADE: Final[Mapping[str, Callable[[Case], Message | None]]] = {
    "plan": _of_plan,
    "rate": _lower_rate,
    "term": _longer,
    "card": _card,
    "due-day": _due_day,
    "settle": _at_once,
    "direct": _direct,
    "arrears-first": _arrears_first,
    "agreement-stays": _agreement_stays,
    "pledge": _pledge,
    "assigned": _assigned,
}
"""Asks whose sentence depends on the debt; every other one is its code."""
