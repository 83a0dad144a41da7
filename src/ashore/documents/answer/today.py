"""What is said of a plan on one day: the urgent thing, the step, what is to be paid, what comes next."""

from ashore.dates import month_of
from ashore.documents.answer.closed import closed
from ashore.documents.answer.holding import gap, routes
from ashore.documents.answer.opening import knows_living, payments, safe, shown_until, step, urgent
from ashore.documents.answer.parts import about
from ashore.documents.answer.path import days
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Part, Say
from ashore.errors import Fact, Message


def today_parts(view: View) -> tuple[Part, ...]:
    """Return the parts of a day in their binding order (practice §2, H7)."""
    if done := closed(view):
        found = [done]
    elif view.holds:
        found = [urgent(view), safe(view), step(view), routes(view), payments(view), days(view), gap(view)]
    else:
        found = [urgent(view), step(view), payments(view), days(view), ahead(view)]
    return tuple(part for part in (*found, about(view)) if part)


def ahead(view: View) -> Part | None:
    """Return what lies ahead: what is left for living in the month, the day of the last payment."""
    said: list[Block] = []
    until = month_of(shown_until(view))
    month = next((row for row in view.outcome.cash if row.month == until), None)
    if month is not None and knows_living(view):
        facts: dict[str, Fact] = {"of_month": str(until), "spend_fen": month.essential_fen + month.other_fen}
        said.append(Say(Message("today-spend", facts), "item"))
    if view.outcome.debt_free is not None:
        said.append(Say(Message("today-free", {"on": view.outcome.debt_free}), "item"))
    return Part("today-head-ahead", "path", tuple(said)) if said else None
