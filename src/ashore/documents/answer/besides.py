"""What is said besides the plan's own tables: exposed money, days before the money, months paid late, whom to pay."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.documents.answer.view import View, due_of
from ashore.errors import Fact, Message
from ashore.planning.outcome import Payment
from ashore.planning.tight import could_be_kept_fen
from ashore.planning.urgent import COURT_STAGES, debits_of

HUNDRED_FEN: Final = 100_00
NEAR_MONTHS: Final = 5
"""A tight day further ahead is met by a plan of its own before it comes."""
LATE_TOLD: Final = 3
"""So many months that are paid up later are told, the nearest."""


def exposed(view: View) -> Iterator[Message]:
    """Yield living or stock money that a lender may debit, where something else is the urgent thing."""
    if not view.plan.urgent.code.startswith("urgent-debit-"):
        yield from (view.worded(message) for message in debits_of(view.plan.household))


def living_days(view: View, code: str) -> Iterator[Message]:
    """Yield that living is short for some days before the next money, in the words of a place."""
    gap = view.plan.living_gap
    if gap and gap.until:
        yield Message(code, {"on": gap.on, "money_on": gap.until, "missing_fen": gap.missing_fen})


def tight(view: View) -> Iterator[Message]:
    """Yield the first day, later on, on which something is due before that month's money is there, and what helps."""
    one = view.plan.tight
    if one is None:
        return
    facts: dict[str, Fact] = {
        "item": view.names((one.item,))[0],
        "on": one.on,
        "money_on": one.money_on,
        "missing_fen": one.missing_fen,
        "kept_month": str(one.kept_month),
        "kept_fen": one.kept_fen,
    }
    enough = "keep" if one.early_fen >= one.missing_fen else "both" if one.early_fen else "ask"
    yield Message(f"path-tight-{enough}", facts)


def kept_back(view: View, until: date) -> Iterator[Message]:
    """Yield how much of what is repaid early now is better kept for a tight day, about.

    What a card is not repaid early, its minimum asks for in part before that day: a third more is kept, in whole ¥100.
    """
    one = view.plan.tight
    if one is None or month_of(one.on).minus(view.first) > NEAR_MONTHS:
        return
    early = could_be_kept_fen(view.plan.household, view.outcome, min(until, one.kept_month.last))
    held = -(-one.missing_fen * 4 // (3 * HUNDRED_FEN)) * HUNDRED_FEN
    if early:
        yield Message("note-early-kept", {"held_fen": min(early, held), "on": one.on})


def late_months(view: View) -> Iterator[Message]:
    """Yield the instalments of a plan that works which are not paid in full within their month, and when they are."""
    found: list[tuple[Month, str, date]] = []
    for debt_id in view.overdue_now():
        cleared = view.cleared_on(debt_id)
        for end in view.outcome.ends:
            if cleared and debt_id in end.overdue and end.month.last >= cleared:
                paid = [row.on for row in _paid_after(view, debt_id, end.month)]
                found += [(end.month, debt_id, max(paid))] if paid else []
    for month, debt_id, on in sorted(found)[:LATE_TOLD]:
        (name,) = view.names((debt_id,))
        yield Message("path-late", {"debt": name, "late_month": str(month), "on": on})


def _paid_after(view: View, debt_id: str, month: Month) -> Iterator[Payment]:
    """Yield the payments after a month that pay what fell due in it."""
    for row in view.outcome.payments:
        if row.debt == debt_id and row.on > month.last >= due_of(row) and row.days_late:
            yield row


def whom_to_pay(view: View, until: date) -> Iterator[Message]:
    """Yield what to ask before a debt is paid that a court has, or that somebody else collects."""
    paid = {row.debt for row in view.outcome.payments if row.on <= until}
    debts = [debt for debt in view.plan.household.debts if debt.id in paid]
    for code, stages in (
        ("court", COURT_STAGES),
        ("outsourced", ("outsourced",)),
        ("assigned", ("assigned",)),
    ):
        names = view.names(tuple(debt.id for debt in debts if debt.stage in stages))
        if names:
            yield view.worded(Message(f"note-pay-{code}", {"debts": names}))


def kept_for(view: View, until: date) -> Message:
    """Return that nothing is paid until a day, and what the money waits for where that is known."""
    ahead = [due for due in view.plan.household.dues if due.on > until and due.keep != "family"]
    nearest = min(ahead, key=lambda due: due.on, default=None)
    if nearest is None or nearest.on > view.last_shown.last:
        return Message("payments-none-holding", {"until": until})
    facts: dict[str, Fact] = {"until": until, "for": nearest.name, "due_on": nearest.on}
    return Message("payments-none-holding-for", facts | {"amount_fen": nearest.amount_fen})
