"""Where the plan leads, and the days to keep in mind on the way."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from ashore.dates import Month, month_of
from ashore.documents.answer.besides import late_months, living_days, tight
from ashore.documents.answer.opening import knows_living
from ashore.documents.answer.view import View
from ashore.documents.blocks import Bar, Bars, Block, Column, Part, Say, Table
from ashore.errors import Message
from ashore.planning.cliffs import Cliff
from ashore.planning.problem import HORIZON_MONTHS

RELIED_ON: Final = frozenset({
    "reason-sale", "reason-side-work", "reason-friend-loan", "reason-take-defer", "reason-take-extend",
    "reason-take-rate", "reason-take-extend-other", "reason-take-waive-other", "reason-take-settle-other",
    "reason-take-since", "reason-take-since-until", "reason-take-upfront", "reason-take-verbal",
    "reason-take-waive-paid", "reason-cuts", "reason-cuts-family",
})  # fmt: skip
"""Reasons that are conditions: said with the path itself."""
BARS_MAX: Final = 8
CLIFFS_MAX: Final = 8
POINTS_MIN: Final = 2


def path(view: View) -> Part:
    """Return where a plan that works leads, and when the last debt is closed."""
    blocks: list[Block] = [Say(message) for message in _sentences(view)]
    blocks += relied_on(view)
    if bars := bars_of(view):
        blocks.append(bars)
    return Part("answer-head-path", "path", tuple(blocks))


def relied_on(view: View) -> list[Block]:
    """Return what must happen besides for this to hold: things sold, side work, a friend's loan, what is not spent."""
    found = [Say(message, "item") for message in _levers(view)]
    return [Say(Message("path-relies")), *found] if found else []


def _levers(view: View) -> Iterator[Message]:
    for reason in view.plan.reasons:
        if reason.code == "reason-side-work" and view.holds:
            yield from _side_work_shown(view)
        elif reason.code in RELIED_ON:
            yield view.worded(reason)


def _side_work_shown(view: View) -> Iterator[Message]:
    """Yield the side work of the months that a holding plan tells."""
    shown = [work for work in view.outcome.side_work if work.month <= view.last_shown]
    if shown:
        last = max(work.month for work in shown)
        facts = {"hours_count": sum(work.hours for work in shown), "last_month": str(last)}
        yield view.worded(Message("reason-side-work-now", facts))


def _sentences(view: View) -> Iterator[Message]:
    yield _end(view)
    yield from living_days(view, "path-living-days")
    if view.plan.set_aside:
        yield Message("path-aside", {"debts": tuple(one.debt.name for one in view.plan.set_aside)})
    if view.plan.status == "works-with-concessions":
        yield Message("path-concessions")
    overdue = view.overdue_now()
    cleared = [day for debt_id in overdue if (day := view.cleared_on(debt_id))]
    if cleared:
        yield Message("path-cleared", {"on": max(cleared)})
        yield from late_months(view)
    elif not overdue:
        yield Message("path-clean")
    yield from tight(view)
    if view.plan.horizon < HORIZON_MONTHS and view.outcome.debt_free is None:
        last = str(view.first.plus(view.plan.horizon))
        yield Message("path-horizon", {"looked_nmonths": view.plan.horizon, "last_month": last})
    if view.plan.variable_fen:
        yield Message("path-variable", {"more_fen": view.plan.variable_fen})


def _end(view: View) -> Message:
    """Return when the last debt is closed, or which debts go on beyond the horizon."""
    outcome = view.outcome
    if outcome.debt_free is None:
        last = str(view.first.plus(view.plan.horizon))
        left = view.names(outcome.left_debts)
        if not left:
            return Message("path-nothing-left")
        code = "path-left-all" if len(left) == len(outcome.debts) else "path-left"
        return Message(code, {"debts": left, "last_month": last})
    months = outcome.months or 0
    code = "path-end-now" if months == 0 else "path-end-one" if len(outcome.debts) == 1 else "path-end"
    code += "" if knows_living(view) else "-unknown"
    return Message(code, {"on": outcome.debt_free, "ahead_nmonths": months})


def bars_of(view: View) -> Bars | None:
    """Return the path as a picture in words: principal left at chosen months; None where there is nothing to see."""
    began = [sum(debt.balance_fen for debt in view.plan.household.debts)]
    totals = [sum(end.left_fen) for end in view.outcome.ends]
    most = max([*began, *totals])
    if most == 0 or len(totals) < POINTS_MIN:
        return None
    start = Bar(
        view.first, began[0] / most, Message("bar-now", {"open_ndebts": len(view.plan.household.debts)})
    )
    rest = (_bar(view, index, totals[index] / most) for index in _chosen(view))
    return Bars(Message("bars-caption"), (start, *rest))


def _chosen(view: View) -> Sequence[int]:
    """Return the month indexes worth a line: those that close a debt, then evenly spaced ones, in order."""
    ends = view.outcome.ends
    last = len(ends) - 1
    closing = [index for index in range(1, last) if _closed_in(view, ends[index].month)]
    fixed = {last, *closing[: BARS_MAX - 3]}
    spare = BARS_MAX - len(fixed)
    even = {round(last * place / spare) for place in range(1, spare)}
    return sorted(index for index in fixed | even if index > 0)


def _closed_in(view: View, month: Month) -> tuple[str, ...]:
    """Return the debts whose last payment is in a month."""
    ids = (
        debt_id
        for debt_id in view.outcome.debts
        if (day := view.closed_on(debt_id)) and month_of(day) == month
    )
    return view.names(tuple(ids))


def _bar(view: View, index: int, share: float) -> Bar:
    end = view.outcome.ends[index]
    closed = _closed_in(view, end.month)
    still = sum(left > 0 for left in end.left_fen)
    if still == 0:
        return Bar(end.month, share, Message("bar-done"))
    if closed:
        return Bar(end.month, share, Message("bar-closes", {"open_ndebts": still, "debts": closed[:2]}))
    return Bar(end.month, share, Message("bar-open", {"open_ndebts": still}))


def days(view: View) -> Part | None:
    """Return the days that papers set and those after which something changes, None where there are none."""
    deadlines = [
        (
            one.on,
            str(view.names((one.debt,))[0]),
            Message(_deadline_code(one.passed, one.verified), {"what": one.what}),
        )
        for one in view.plan.deadlines
    ]
    cliffs = [
        (one.on, str(view.names((one.debt,))[0]), _cliff_words(view, one))
        for one in (*view.plan.missed, *view.plan.cliffs[:CLIFFS_MAX])
    ]
    rows = tuple(sorted((*deadlines, *cliffs), key=lambda row: row[:2]))
    if not rows:
        return None
    columns = (Column("column-day", "date"), Column("column-debt"), Column("column-what"))
    blocks: list[Block] = [Table(Message("days-caption"), columns, rows)]
    if any(one.passed for one in view.plan.deadlines):
        blocks.append(Say(view.worded(Message("note-deadline-passed")), "note"))
    return Part("answer-head-days", "path", tuple(blocks))


def _deadline_code(passed: bool, verified: str | None) -> str:  # noqa: FBT001 - two facts of one typed deadline
    if passed:
        return "day-deadline-passed"
    return "day-deadline" if verified else "day-deadline-unverified"


def _cliff_words(view: View, cliff: Cliff) -> Message:
    """Return what happens on a day, and that the plan is done with it before where that is so."""
    cleared: date | None = view.cleared_on(cliff.debt)
    if cliff.what.startswith("day-") and cleared and cleared < cliff.on:
        return Message(f"cliff-{cliff.what}-cleared", {"cleared": cleared})
    closed = view.closed_on(cliff.debt)
    if cliff.what == "maturity" and closed and closed < cliff.on:
        return Message("cliff-maturity-closed", {"closed": closed})
    return Message(f"cliff-{cliff.what}", {"amount_fen": cliff.fen})
