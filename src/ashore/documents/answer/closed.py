"""What is said when every debt of a household is closed: what to keep, what to look at once more, what comes now."""

from ashore.documents.answer.view import View
from ashore.documents.blocks import Part, Say
from ashore.errors import Message

LEFT = ("closed-proof", "closed-debits", "closed-record", "closed-fund")


def is_closed(view: View) -> bool:
    """Return whether the household had debts and owes nothing on any of them."""
    home = view.plan.household
    owes = any(debt.balance_fen or debt.arrears for debt in home.debts)
    return bool(home.debts) and not owes and not view.plan.set_aside


def closed(view: View) -> Part | None:
    """Return what is left to do once nothing is owed; None while something is."""
    if not is_closed(view):
        return None
    items = tuple(Say(Message(code), "item") for code in LEFT)
    return Part("answer-head-closed", "first", (Say(Message("closed-lead"), "lead"), *items))
