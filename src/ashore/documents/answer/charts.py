"""The figures behind the pictures of a page, each with the table that says the same."""

from collections.abc import Sequence
from typing import Final

from ashore.documents.answer.details import cash_table
from ashore.documents.answer.view import View
from ashore.documents.blocks import Band, CashChart, Column, DebtsChart, Part, Table
from ashore.errors import Message
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.planning.problem import Problem

BANDS_MAX: Final = 6
POINTS_MIN: Final = 2


def debts_chart(view: View) -> Part | None:
    """Return the debts' principal falling month by month, None where there are too few months to see anything."""
    ends = [end for end in view.outcome.ends if end.month <= view.last_shown]
    if len(ends) < POINTS_MIN:
        return None
    bands = _bands(view, [end.left_fen for end in ends])
    months = tuple(end.month for end in ends)
    total = [sum(band.left_fen[index] for band in bands) for index in range(len(months))]
    rows = tuple(
        (month, *(band.left_fen[index] for band in bands), total[index]) for index, month in enumerate(months)
    )
    columns = (
        Column("column-month", "month"),
        *(Column(_head(band), "fen") for band in bands),
        Column("column-left", "fen"),
    )
    caption = Message("chart-debts", {"first_month": str(months[0]), "last_month": str(months[-1])})
    table = Table(Message("chart-debts-table"), columns, rows)
    summary = _debts_summary(view, total)
    return Part("answer-head-chart-debts", "path", (DebtsChart(caption, summary, months, bands, table),))


def _debts_summary(view: View, total: Sequence[int]) -> Message:
    facts = {"last_month": str(view.last_shown), "open_ndebts": _open(view)}
    return Message("chart-debts-open" if total[-1] else "chart-debts-done", facts)


def _open(view: View) -> int:
    end = next(end for end in reversed(view.outcome.ends) if end.month <= view.last_shown)
    return sum(left > 0 for left in end.left_fen)


def _bands(view: View, left: Sequence[Sequence[int]]) -> tuple[Band, ...]:
    """Return each debt's line, largest first; beyond six debts the smaller ones together."""
    bands = sorted(
        (_band(view, index, left) for index in range(len(view.outcome.debts))), key=_most, reverse=True
    )
    if len(bands) <= BANDS_MAX:
        return tuple(bands)
    kept, rest = bands[: BANDS_MAX - 1], bands[BANDS_MAX - 1 :]
    together = tuple(sum(band.left_fen[index] for band in rest) for index in range(len(left)))
    start = sum(band.start_fen for band in rest)
    return (*kept, Band(Message("chart-rest", {"rest_ndebts": len(rest)}), start, together))


def _band(view: View, index: int, left: Sequence[Sequence[int]]) -> Band:
    debt_id = view.outcome.debts[index]
    debt = view.debt(debt_id)
    ends = tuple(row[index] if index < len(row) else 0 for row in left)
    return Band(view.name(debt_id), debt.balance_fen if debt else 0, ends)


def _head(band: Band) -> Message:
    """Return a band's name as a column's heading, which is a message where it is no code."""
    return band.name if isinstance(band.name, Message) else Message("named", {"name": band.name})


def _most(band: Band) -> int:
    return max(band.start_fen, *band.left_fen)


def cash_chart(view: View) -> Part | None:
    """Return the cash at each month's end beside the emergency fund aimed at."""
    rows = [row for row in view.outcome.cash if row.month <= view.last_shown]
    if len(rows) < POINTS_MIN:
        return None
    home = view.plan.household
    problem = Problem(home, view.plan.horizon, EVERY_DAY_WORKS, (), ())
    targets = tuple(problem.emergency_target_fen(index) for index in range(len(rows)))
    months, cash = tuple(row.month for row in rows), tuple(row.end_fen for row in rows)
    table = cash_table(view, months[-1], targets if home.emergency_fund_fen else None)
    facts = {
        "low_fen": min(cash),
        "low_month": str(months[cash.index(min(cash))]),
        "target_fen": home.emergency_fund_fen,
    }
    summary = Message(
        "chart-cash-summary" if home.emergency_fund_fen else "chart-cash-summary-no-fund", facts
    )
    caption = Message("chart-cash", {"first_month": str(months[0]), "last_month": str(months[-1])})
    return Part(
        "answer-head-chart-cash", "path", (CashChart(caption, summary, months, cash, targets, table),)
    )
