"""What debts are called where one of them is spoken of: two of one name with what tells them apart."""

from collections.abc import Mapping
from dataclasses import replace

from ashore.errors import Message
from ashore.household.apart import Marks, Named, marks_of
from ashore.household.model import Debt, Household
from ashore.packs.products import all_products
from ashore.texts.language import Language
from ashore.texts.sentences import say


def called(name: str, marks: Marks, language: Language) -> str:
    """Return what a debt is called, from its name and what is to be said beside it."""
    if not marks:
        return name
    said = tuple(say(one, language) for one in marks)
    return say(Message("apart-name", {"name": name, "marks": said}), language)


def called_by_id(household: Household, language: Language) -> Mapping[str, str]:
    """Return what each debt is called, by its id: as it was typed, unless another one has that name too."""
    marks = marks_of(_named(debt, language) for debt in household.debts)
    return {debt.id: called(debt.name, marks[debt.id], language) for debt in household.debts}


def told_apart(household: Household, language: Language) -> Household:
    """Return the household as it is spoken of to the person: no two of its debts are called alike.

    It is the same one where they are not.  Files, JSON and papers for others keep the names that were typed.
    """
    names = called_by_id(household, language)
    if all(names[debt.id] == debt.name for debt in household.debts):
        return household
    return replace(household, debts=tuple(replace(debt, name=names[debt.id]) for debt in household.debts))


def _named(debt: Debt, language: Language) -> Named:
    """Return a debt as a list names it, by what was typed of it: what a product supplied tells nothing."""
    product = all_products().get(debt.product or "")
    typed = debt.creditor if "creditor" not in debt.assumed else ""
    return Named(
        debt.id,
        debt.name,
        typed or (product.names[language] if product else debt.creditor),
        None if "due_day" in debt.assumed else debt.terms.due_day,
        None if "original" in debt.assumed else debt.terms.original_fen,
        debt.balance_fen,
    )
