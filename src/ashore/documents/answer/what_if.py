"""What would be under the changes a person asks about, side by side with the plan as it is."""

from collections.abc import Sequence

from ashore.dates import month_of
from ashore.documents.answer.view import View
from ashore.documents.blocks import Cell, Column, Part, Say, Table
from ashore.errors import Message
from ashore.planning.what_if import Outlook


def what_if(view: View, outlooks: Sequence[Outlook]) -> Part:
    """Return each change as a row: whether it works and until when, overdue month ends, cost, what is missing."""
    columns = (
        Column("column-if"),
        Column("column-closes", "month"),
        Column("column-overdue-months", "count"),
        Column("column-cost", "fen"),
        Column("column-missing", "fen"),
    )
    own = (Message("what-if-none"), *_cells(view.plan.status != "does-not-work", view, None))
    rows = tuple((one.text, *_cells(one.outcome.works, view, one)) for one in outlooks)
    table = Table(Message("what-if-caption"), columns, (own, *rows))
    return Part("answer-head-what-if", "path", (table, Say(Message("what-if-note"), "note")))


def _cells(works: bool, view: View, one: Outlook | None) -> tuple[Cell, ...]:  # noqa: FBT001 - one of two rows
    outcome = one.outcome if one else view.outcome
    missing = one.shortfall_fen if one else view.plan.shortfall_fen
    if not works:
        return (Message("what-if-short"), None, None, missing)
    end = Message("months-open") if outcome.debt_free is None else month_of(outcome.debt_free)
    return (end, outcome.overdue_months, outcome.cost_fen, 0)
