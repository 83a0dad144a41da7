"""What a first plan rests on that nobody knows yet, each with the place where it is filled in."""

from collections.abc import Mapping, Sequence
from typing import Final

from ashore.documents.answer.estimated import estimates_of, looking_first, without_debts, without_money
from ashore.documents.answer.view import View
from ashore.documents.blocks import Part
from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.store import book
from ashore.texts.language import Language
from ashore.web import plans
from ashore.web.debt_names import entry_names

NOT_SAID: Final[Mapping[str, tuple[str, str]]] = {
    "no-income": ("estimate-no-income", "income"),
    "no-essential-spending": ("estimate-no-living", "living"),
    "cash-missing": ("estimate-no-cash", "cash"),
}
"""Findings on what the person lives on, with what is said of each and the question that asks for it."""
NO_MONEY: Final = frozenset({"no-income", "cash-missing"})
"""Findings by which nothing is known of any money."""


def shown_estimates(now: book.Book, language: Language) -> dict[str, object]:
    """Return for a page: whether the plan rests on estimates of contracts, and what was taken or left out."""
    strict, planned = plans.reading_of(now), plans.planned_from(now)
    if planned.household is None or not planned.household.debts:
        return {"is_estimate": False, "estimates": (), "not_said": ()}
    entries = {book.entry_values(entry).get("id"): entry.pk for entry in now.of("debt")}
    names = entry_names(now, language)
    found = [
        (entries[debt.id], names[entries[debt.id]], taken) for debt, taken in _taken(now, planned.household)
    ]
    codes = {one.code for one in strict.findings}
    return {
        "is_estimate": strict.household is None,
        "estimates": found,
        "not_said": [said for code, said in NOT_SAID.items() if code in codes],
    }


def _taken(now: book.Book, household: Household) -> list[tuple[Debt, tuple[Message, ...]]]:
    return list(estimates_of(household, plans.reading_of(now).findings))


def stepped(now: book.Book, parts: Sequence[Part], view: View) -> tuple[Part, ...]:
    """Return the parts of an answer as far as they can be said of what is known.

    Where the plan rests on estimates, the one step is to look up what they are of.
    """
    debts = [debt for debt, _ in _taken(now, view.plan.household)]
    known = {one.code for one in plans.reading_of(now).findings}
    if not view.plan.household.debts:
        return without_debts(parts, view.plan)
    told = without_money(parts) if known >= NO_MONEY else tuple(parts)
    return looking_first(told, view.plan, debts) if debts else told
