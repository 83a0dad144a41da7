"""What would be under the changes a person asks about, side by side with the plan as it is."""

from collections.abc import Iterator, Sequence
from typing import Final

from ashore.dates import month_of
from ashore.documents.answer.view import View
from ashore.documents.blocks import Cell, Column, Part, Say, Table
from ashore.errors import Fact, Message
from ashore.planning.outcome import Outcome
from ashore.planning.what_if import Outlook

COLUMNS: Final = (
    Column("column-if"),
    Column("column-closes", "month"),
    Column("column-overdue-months", "count"),
    Column("column-cost", "fen"),
    Column("column-missing", "fen"),
)


def kept_part(view: View, outcome: Outcome) -> Part:
    """Return whether the plan, followed as it is, holds under changes, and else in which month it is short."""
    if not outcome.works:
        facts: dict[str, Fact] = {"gap_month": str(outcome.shortfall_month or outcome.ends[-1].month)}
        said = Message("kept-short", facts)
    elif view.holds:
        said = Message("kept-works-now")
    elif outcome.debt_free is None:
        said = Message("kept-holds-open")
    else:
        said = Message("kept-holds", {"on": outcome.debt_free})
    return Part("answer-head-what-if", "path", (Say(said), Say(Message("kept-working"), "note")))


def what_if(view: View, outlooks: Sequence[Outlook], names: Sequence[str] = ()) -> Part:
    """Return each change as a row: until when it works, overdue month ends, cost, what is missing where anything is.

    `names`: what each change is called, where it is not called as typed.
    """
    called = names or [one.text for one in outlooks]
    own = (Message("what-if-none"), *_cells(view.plan.status != "does-not-work", view, None))
    rows = [own] + [
        (name, *_cells(one.outcome.works, view, one)) for name, one in zip(called, outlooks, strict=True)
    ]
    relied = [
        Say(said, "item")
        for name, one in zip(called, outlooks, strict=True)
        for said in _relies(view, name, one)
    ]
    if not any(row[-1] for row in rows):
        table = Table(Message("what-if-caption"), COLUMNS[:-1], tuple(row[:-1] for row in rows))
        return Part("answer-head-what-if", "path", (table, *relied))
    table = Table(Message("what-if-caption"), COLUMNS, tuple(rows))
    return Part("answer-head-what-if", "path", (table, Say(Message("what-if-note"), "note"), *relied))


def _cells(works: bool, view: View, one: Outlook | None) -> tuple[Cell, ...]:  # noqa: FBT001 - one of two rows
    outcome = one.outcome if one else view.outcome
    missing = one.shortfall_fen if one else view.plan.shortfall_fen
    if not works:
        return (Message("what-if-short"), None, None, missing)
    end = Message("months-open") if outcome.debt_free is None else month_of(outcome.debt_free)
    return (end, outcome.overdue_months, outcome.cost_fen, 0)


def _relies(view: View, name: str, one: Outlook) -> Iterator[Message]:
    """Yield what a row that works counts on and the plan as it is does not: a friend's loan, other side work."""
    if not one.outcome.works:
        return
    lent, own = _lent(one.outcome), _lent(view.outcome)
    if lent and lent != own:
        names = view.names(tuple(lent))
        yield Message("what-if-lent", {"change": name, "amount_fen": sum(lent.values()), "names": names})
    hours, own_hours = _hours(one.outcome), _hours(view.outcome)
    if hours != own_hours:
        yield Message("what-if-hours", {"change": name, "hours_count": hours, "own_count": own_hours})


def _lent(outcome: Outcome) -> dict[str, int]:
    """Return the fen drawn from each friend, by the loan's name."""
    found: dict[str, int] = {}
    for flow in outcome.friend_loan:
        if flow.kind == "draw":
            found[flow.lever] = found.get(flow.lever, 0) + flow.fen
    return found


def _hours(outcome: Outcome) -> int:
    return sum(work.hours for work in outcome.side_work)
