"""What is said when every debt of a household is closed: what to keep, what to look at once more, what comes now."""

from typing import Final

from ashore.documents.answer.view import View
from ashore.documents.blocks import Part, Say
from ashore.errors import Message
from ashore.household.model import Debt

PAID: Final = frozenset({"payment", "close"})
LEFT: Final = ("closed-proof", "closed-debits", "closed-record", "closed-fund")


def is_closed(view: View) -> bool:
    """Return whether each debt is known to have been paid or settled, nothing is owed, and nothing else presses."""
    home = view.plan.household
    if not home.debts or view.plan.set_aside or view.holds or view.sued:
        return False
    return all(_is_done(debt) for debt in home.debts)


def _is_done(debt: Debt) -> bool:
    """Return whether nothing is owed on a debt of which a payment is known; a 0 alone may be a figure not known."""
    owes = debt.balance_fen or debt.arrears or debt.deadline
    paid = debt.last_payment or any(one.kind in PAID for one in debt.events)
    return not owes and bool(paid)


def closed(view: View) -> Part | None:
    """Return what is left to do once nothing is owed; None while something is."""
    if not is_closed(view):
        return None
    items = tuple(Say(Message(code), "item") for code in LEFT)
    return Part("answer-head-closed", "first", (Say(Message("closed-lead"), "lead"), *items))
