"""Concessions that a plan accepts: each must be open on its day, and no debt is reached twice."""

from collections.abc import Sequence
from datetime import timedelta

from ashore.household.covered import covered, shared
from ashore.household.model import Household
from ashore.planning.judging.debts import Followed
from ashore.planning.judging.intentions import BadPlan, Chosen, Intentions

OPEN = ("offered", "agreed-verbal")
TALKING = timedelta(days=31)
"""How long a concession without a last day stays open (decision 0002 rule 37)."""


def accept_choices(household: Household, plan: Intentions, debts: Sequence[Followed]) -> None:
    """Note with each debt the concession it gets.  Raises BadPlan for one that is not there, closed or doubled."""
    by_id = {debt.id: debt for debt in debts}
    for choice in plan.choices:
        _accept(household, choice, by_id)


def _accept(household: Household, choice: Chosen, debts: dict[str, Followed]) -> None:
    where = f"choices: {choice.debt} {choice.place}"
    debt = next((one for one in household.debts if one.id == choice.debt), None)
    if debt is None or choice.place >= len(debt.concessions):
        raise BadPlan(f"{where}: there is no such concession")
    terms = debt.concessions[choice.place]
    last = terms.until or household.as_of + TALKING
    late = choice.on > min(last, terms.if_paid_by or last)
    if terms.status not in OPEN or late or choice.on <= household.as_of:
        raise BadPlan(f"{where}: not open on {choice.on}")
    if terms.kind == "settle" and not debts[choice.debt].account.arrears_fen:
        raise BadPlan(f"{where}: a settlement is for a debt that is overdue")
    others = covered(household.debts, household.debts.index(debt), terms)
    members = [debt, *(household.debts[place] for place in others)]
    for member, own in zip(members, shared(terms, members, household.as_of), strict=True):
        if debts[member.id].accepts:
            raise BadPlan(f"{where}: {member.id} has a concession already")
        debts[member.id].accepts = (choice.on, own)
