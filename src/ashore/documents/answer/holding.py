"""When no plan works: what each creditor can be paid while you talk, what is missing, and ways on from here."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from ashore.dates import Month, month_of, months_from
from ashore.documents.answer.path import relied_on
from ashore.documents.answer.view import View
from ashore.documents.blocks import Block, Column, Part, Say, Table, call_on
from ashore.errors import Message
from ashore.planning.gap import living_short_fen

SHOWN_MONTHS: Final = 4
SOON: Final = timedelta(days=7)


def holding(view: View) -> Part:
    """Return what each creditor can be paid in the next months, labelled a proposal."""
    months = _months(view)
    rows = tuple(
        (debt.name, *(_paid(view, debt.id, month) for month in months)) for debt in view.plan.household.debts
    )
    columns = (Column("column-creditor"), *(Column(month, "fen") for month in months))
    totals = (sum(_paid(view, debt.id, month) for debt in view.plan.household.debts) for month in months)
    needs = relied_on(view)
    if not any(isinstance(cell, int) and cell for row in rows for cell in row):
        return Part("answer-head-holding", "path", (Say(Message("holding-nothing")), *needs))
    total = (Message("row-together"), *totals) if len(rows) > 1 else None
    table = Table(Message("holding-caption"), columns, rows, total)
    # Another way of paying may have taken the order's place; then the order told would not be the one paid.
    ordered = view.outcome.policy == "holding" and len(rows) > 1
    order = [Say(Message("holding-order"), "note")] if ordered else []
    order += [Say(one, "note") for one in view.plan.reasons if one.code == "reason-met-last"]
    return Part("answer-head-holding", "path", (table, *needs, *order))


def _months(view: View) -> tuple[Month, ...]:
    """Return the months shown: this one too if something is paid in it."""
    now = any(month_of(row.on) == view.first for row in view.outcome.payments)
    return tuple(months_from(view.first if now else view.first.plus(1), SHOWN_MONTHS))


def _paid(view: View, debt_id: str, month: Month) -> int:
    return sum(row.fen for row in view.outcome.payments if row.debt == debt_id and month_of(row.on) == month)


def gap(view: View) -> Part:
    """Return how much is missing and from when: the number behind, after what is safe and the step."""
    plan = view.plan
    blocks: list[Block] = []
    living = living_short_fen(plan.asking.problem) if plan.asking else 0
    if living:
        blocks.append(Say(view.worded(Message("gap-living", {"short_fen": living}))))
    elif plan.shortfall_month:
        facts = {"missing_fen": plan.shortfall_fen, "first_month": str(plan.shortfall_month)}
        blocks.append(Say(Message("gap-lump" if plan.shortfall_fen else "gap-every-month", facts)))
    blocks += [Say(view.worded(reason)) for reason in plan.reasons if reason.code == "reason-monthly-gap"]
    if plan.variable_fen:
        blocks.append(Say(Message("path-variable", {"more_fen": plan.variable_fen})))
    if not living:
        blocks.append(Say(Message("gap-meaning")))
    return Part("answer-head-gap", "path", tuple(blocks))


def routes(view: View) -> Part:
    """Return the ways on from here, each with whom to ask and a day, and a line to call when it is too much."""
    plan = view.plan
    code = "route-lender-shock" if plan.household.cause == "shock" else "route-lender"
    blocks: list[Block] = [Say(Message(code, {"by": ask_by(view)}), "item")]
    blocks += [call_on(view.help[kind], view.read_on) for kind in _kinds(view) if kind in view.help]
    for shop in plan.shops:
        if shop.closed and shop.closed.works:
            blocks.append(Say(Message("route-shop", {"shop": shop.name}), "item"))
    return Part("answer-head-routes", "path", tuple(blocks))


def _kinds(view: View) -> Iterator[str]:
    """Yield the kinds of help lines that a household without a plan that works may need, the nearest first."""
    if view.outcome.essential_month:
        yield "city"
    if view.sued:
        yield "court"
    yield "legal"
    if view.plan.household.cause == "shock":
        yield "social"
    yield "mental-health"


def ask_by(view: View) -> date:
    """Return the day by which to have asked: the next cliff or deadline, at most a week from now."""
    days = [one.on for one in (*view.plan.deadlines, *view.plan.cliffs) if one.on > view.read_on]
    return min([view.read_on + SOON, *days])
