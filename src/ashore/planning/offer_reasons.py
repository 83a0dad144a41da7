"""What a plan says of the concessions open to a household: taken on what condition, left for what reason."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ashore.errors import Fact, Message
from ashore.household.model import Household
from ashore.planning.candidates import WEIGHED_MAX, Choice, Weighed, newly_overdue
from ashore.planning.offers import Offer, Selection, fits
from ashore.planning.outcome import Outcome
from ashore.planning.problem import Problem
from ashore.planning.replay import run

RATE_PLACES = Decimal("0.00000001")


def offer_reasons(household: Household, outcome: Outcome, weighed: Sequence[Weighed]) -> Iterator[Message]:
    """Yield each concession that the plan rests on with its conditions, then why each is taken or left."""
    for taken in outcome.taken:
        yield from conditions(household, taken.offer)
    for one in weighed:
        name = household.debts[one.offer.debt].name
        yield (
            _why_taken(name, outcome, one.otherwise) if one.taken else _why_left(name, outcome, one.otherwise)
        )


def conditions(household: Household, offer: Offer) -> Iterator[Message]:
    """Yield what the concession is, what it costs on acceptance, and that a word is not yet a paper."""
    terms, name = offer.concession, household.debts[offer.debt].name
    facts: dict[str, Fact] = {"debt": name}
    if terms.kind == "defer":
        yield Message("reason-take-defer", facts | {"put_off_nmonths": terms.months})
    elif terms.kind == "extend" and terms.months:
        yield Message("reason-take-extend", facts | {"periods_count": terms.months})
    elif terms.kind == "rate" and terms.rate is not None:
        yearly = terms.rate.per_year()
        rate = (Decimal(yearly.numerator) / Decimal(yearly.denominator)).quantize(RATE_PLACES)
        yield Message("reason-take-rate", facts | {"new_rate": rate})
    elif terms.if_paid_by is not None:
        yield Message("reason-take-waive-paid", facts | {"paid_by": terms.if_paid_by})
    else:
        yield Message(f"reason-take-{terms.kind}-other", facts)
    if offer.since:
        until: dict[str, Fact] = {"until": terms.until} if terms.until else {}
        name_of = "reason-take-since-until" if until else "reason-take-since"
        yield Message(name_of, facts | {"since": offer.since} | until)
    if offer.needs_fen:
        yield Message("reason-take-upfront", facts | {"amount_fen": offer.needs_fen})
    if terms.status == "agreed-verbal":
        yield Message("reason-take-verbal", facts)


def held_reasons(problem: Problem, held: Choice, offers: Selection) -> Iterator[Message]:
    """Yield which debts the holding plan meets last, and of each concession open whether it takes it, and why.

    The reason compares with the same way of paying and the concession the other way round.
    """
    household = problem.household
    if last := tuple(debt.name for debt in household.debts if debt.id in held.policy.last):
        yield Message("reason-met-last", {"debts": last})
    for taken in held.outcome.taken:
        yield from conditions(household, taken.offer)
    for offer in offers[:WEIGHED_MAX]:
        policy, name = held.policy, household.debts[offer.debt].name
        if offer in policy.offers:
            without = tuple(one for one in policy.offers if not one.same(offer))
            other = run(problem, replace(policy, offers=without))
            yield _why_taken(name, held.outcome, other)
        else:
            kept = tuple(one for one in policy.offers if fits((one, offer)))
            more = tuple(one for one in offers if one is offer or one in kept)
            other = run(problem, replace(policy, offers=more))
            yield _why_held(problem, offer, held.outcome, other)


def _why_held(problem: Problem, offer: Offer, plan: Outcome, with_it: Outcome) -> Message:
    """Return why a holding plan leaves a concession: the first of its reasons in the order of the goals."""
    facts: dict[str, Fact] = {"debt": problem.household.debts[offer.debt].name}
    if offer not in [taken.offer for taken in with_it.taken]:
        return _sum_not_there(offer, facts)
    harmed = newly_overdue(problem, with_it) - newly_overdue(problem, plan)
    if harmed:
        debts = {debt.id: debt.name for debt in problem.household.debts}
        first = min(harmed, key=lambda one: (one[1], one[0]))
        return Message("reason-held-clean", facts | {"other": debts[first[0]], "first_month": first[1]})
    more = with_it.unpaid_essential_fen - plan.unpaid_essential_fen
    if more > 0:
        return Message("reason-held-living", facts | {"more_fen": more})
    if with_it.harm_halves > plan.harm_halves:
        return Message("reason-held-harm", facts)
    dearer = with_it.net_fen - plan.net_fen
    if dearer > 0 and (with_it.arrears_fen_months, with_it.cut_fen) == (
        plan.arrears_fen_months,
        plan.cut_fen,
    ):
        return Message("reason-left-dearer", facts | {"more_fen": dearer})
    return Message("reason-held-same" if with_it.goals == plan.goals else "reason-held-later", facts)


def _sum_not_there(offer: Offer, facts: dict[str, Fact]) -> Message:
    by = offer.concession.if_paid_by
    if by is not None:
        return Message("reason-held-paid", facts | {"paid_by": by})
    return Message("reason-held-sum", facts | {"needs_fen": offer.needs_fen})


def _why_taken(name: str, plan: Outcome, without: Outcome) -> Message:
    facts: dict[str, Fact] = {"debt": name}
    more_overdue = without.overdue_months - plan.overdue_months
    if plan.works and not without.works:
        return Message("reason-taken-works", facts)
    if more_overdue > 0:
        return Message("reason-taken-overdue", facts | {"more_count": more_overdue})
    if plan.forgiven_fen > without.forgiven_fen:
        return Message("reason-taken-forgiven", facts | {"forgiven_fen": plan.forgiven_fen})
    less = without.net_fen - plan.net_fen
    if less < 0:
        return Message("reason-taken-dearer", facts | {"more_fen": -less})
    return Message(
        "reason-taken-cheaper" if less > 0 else "reason-taken-better", facts | {"less_fen": max(0, less)}
    )


def _why_left(name: str, plan: Outcome, with_it: Outcome) -> Message:
    facts: dict[str, Fact] = {"debt": name}
    more_overdue = with_it.overdue_months - plan.overdue_months
    if plan.works and not with_it.works:
        return Message("reason-left-fails", facts)
    if more_overdue > 0:
        return Message("reason-left-overdue", facts | {"more_count": more_overdue})
    dearer = with_it.net_fen - plan.net_fen
    return Message(
        "reason-left-dearer" if dearer > 0 else "reason-left-same", facts | {"more_fen": max(0, dearer)}
    )
