"""The details: what each debt takes, totals part by part, days, cash, the shop, levers, reasons, how it was counted."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ashore.dates import Month, month_of
from ashore.documents.answer.assumed import assumed_of
from ashore.documents.answer.opening import paid_for
from ashore.documents.answer.path import RELIED_ON
from ashore.documents.answer.view import HOLDING_MONTHS, View
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.errors import Message
from ashore.planning.goals import peak_of
from ashore.planning.outcome import Payment
from ashore.planning.shop import ShopCompare

DAYS_MONTHS: Final = 2
"""Payments are listed by day up to the end of this month (SPEC §5.1: the days of months 0, 1 and 2 are real)."""
CASH_MONTHS: Final = 6
PARTS: Final = ("principal", "interest", "penalty", "fee")
TOLD_ELSEWHERE: Final = RELIED_ON | {"reason-monthly-gap", "reason-met-last"}


def details(view: View, *, page: bool) -> Iterator[Part]:
    """Yield the parts of the details; a page shows every month, a terminal the first ones."""
    plan = view.plan
    if plan.household.debts:
        yield Part("answer-head-totals", "details", tuple(_totals(view)))
        if view.payments:
            yield _calendar(view, page=page)
        if view.outcome.cash and not page:
            until = min(view.last_shown, view.first.plus(CASH_MONTHS))
            yield Part("answer-head-cash", "details", (cash_table(view, until),))
    for shop in plan.shops:
        yield Part("answer-head-shop", "details", tuple(Say(view.worded(one)) for one in shop_messages(shop)))
    if plan.household.debts:
        yield from _why(view)


def _why(view: View) -> Iterator[Part]:
    """Yield why the plan is so, what was assumed, how it was counted."""
    if reasons := tuple(_reasons(view)):
        yield Part("answer-head-reasons", "details", tuple(Say(view.worded(one), "item") for one in reasons))
    listed = assumed_of(view)
    if listed:
        yield Part("answer-head-assumed", "details", (Say(Message("assumed-lead")), *listed))
    yield Part("answer-head-convention", "details", tuple(Say(one, "item") for one in _convention(view)))


def _totals(view: View) -> Iterator[Block]:
    """Yield what each debt takes, what is new from today on, what is forgiven and left, and what is owed today."""
    outcome = view.outcome
    if view.payments:
        yield _by_debt(view)
        yield Say(Message("totals-parts"), "note")
    if not view.holds:
        facts = {f"{part}_fen": getattr(outcome, f"{part}_fen") for part in PARTS[1:]}
        yield Say(Message("totals-new", {**facts, "cost_fen": outcome.cost_fen}))
    if outcome.forgiven_fen:
        yield Say(Message("totals-forgiven", {"forgiven_fen": outcome.forgiven_fen}))
    if outcome.lent_fen:
        yield Say(Message("totals-lent", {"lent_fen": outcome.lent_fen}))
    if outcome.left_fen and not view.holds:
        last = str(view.first.plus(view.plan.horizon))
        left = view.names(outcome.left_debts)
        yield Say(Message("totals-left", {"left_fen": outcome.left_fen, "last_month": last, "debts": left}))
    yield Say(Message("totals-owed", {"owed_fen": outcome.owed_fen, "as_of": view.as_of}))


def _by_debt(view: View) -> Table:
    rows = tuple(_debt_row(view, debt_id) for debt_id in view.outcome.debts)
    sums = _sums(view.payments)
    columns = (
        Column("column-debt"),
        Column("column-paid", "fen"),
        *(Column(f"column-{part}", "fen") for part in PARTS),
        Column("column-closes", "month"),
    )
    code = "totals-caption-holding" if view.holds else "totals-caption"
    total = (Message("row-together"), *sums, None) if len(rows) > 1 else None
    return Table(Message(code, {"last_month": str(view.last_shown)}), columns, rows, total)


def _debt_row(view: View, debt_id: str) -> tuple[Cell, ...]:
    closed = view.closed_on(debt_id)
    closes = month_of(closed) if closed and month_of(closed) <= view.last_shown else None
    return (view.name(debt_id), *_sums(row for row in view.payments if row.debt == debt_id), closes)


def _sums(rows: Iterable[Payment]) -> tuple[int, ...]:
    """Return what these payments come to: the whole, then each part."""
    listed = tuple(rows)
    return tuple(
        sum(getattr(row, name) for row in listed) for name in ("fen", *(f"{part}_fen" for part in PARTS))
    )


def _calendar(view: View, *, page: bool) -> Part:
    """Return the payments by day: the first months in a terminal, all of them on a page."""
    last = view.last_shown if page else min(view.last_shown, view.first.plus(DAYS_MONTHS))
    shown = [row for row in view.payments if month_of(row.on) <= last]
    columns = (
        Column("column-day", "date" if page else "day"),
        Column("column-debt"),
        Column("column-amount", "fen"),
        *(Column(f"column-{part}", "fen") for part in PARTS),
        *((Column("column-left", "fen"), Column("column-for")) if page else ()),
    )
    table = Table(
        Message("calendar-caption", {"last_month": str(last)}),
        columns,
        tuple(_row(view, row, page) for row in shown),
    )
    return Part("answer-head-calendar", "details", (table,))


def _row(view: View, row: Payment, page: bool) -> tuple[Cell, ...]:  # noqa: FBT001 - which columns are shown
    parts = (row.fen, row.principal_fen, row.interest_fen, row.penalty_fen, row.fee_fen)
    more = (row.balance_fen, paid_for(view, row)) if page else ()
    return (row.on, view.name(row.debt), *parts, *more)


def cash_table(view: View, until: Month, targets_fen: Sequence[int] | None = None) -> Table:
    """Return the cash of each month up to `until`, beside the emergency fund aimed at where it is given."""
    shown = [row for row in view.outcome.cash if row.month <= until]
    rows = tuple(
        (row.month, row.income_fen, row.essential_fen, row.other_fen, row.debt_fen, row.end_fen)
        for row in shown
    )
    names = ["income", "essential", "other", "debts", "end"]
    if targets_fen is not None:
        rows = tuple((*row, target) for row, target in zip(rows, targets_fen, strict=True))
        names.append("target")
    columns = (Column("column-month", "month"), *(Column(f"column-{name}", "fen") for name in names))
    start = view.outcome.cash[0].start_fen
    return Table(Message("cash-caption", {"last_month": str(until), "start_fen": start}), columns, rows)


# sentences


def _reasons(view: View) -> Iterator[Message]:
    """Yield why the plan is so, with the price of the person's goal first; a figure of zero is said in words."""
    plan = view.plan
    if plan.goal != "cheapest" and not view.holds:
        peak, month = peak_of(plan.outcome)
        facts = {"price_fen": plan.price_fen, "peak_fen": peak, "peak_month": str(month or view.first)}
        yield Message(f"goal-{plan.goal}" + ("" if plan.price_fen else "-free"), facts)
    for reason in plan.reasons:
        if reason.code == "reason-avalanche-as-good" and not reason.facts["difference_fen"]:
            yield Message("reason-avalanche-same")
        elif reason.code == "reason-essentials-kept" and not reason.facts["unpaid_fen"]:
            yield Message("reason-less-harm")
        elif reason.code not in TOLD_ELSEWHERE:
            yield reason


def shop_messages(shop: ShopCompare) -> Iterator[Message]:
    """Yield what a shop brings and what closing it would change; nobody is told to close it."""
    code = "shop-brings" if shop.year_fen >= 0 else "shop-costs"
    yield Message(code, {"shop": shop.name, "year_fen": abs(shop.year_fen)})
    if shop.even_fen is not None:
        yield Message("shop-even", {"even_fen": _whole_yuan(shop.even_fen)})
    if shop.closed is None:
        yield Message("shop-alternative-missing")
        return
    facts = {
        "wage_fen": shop.wage_year_fen,
        "stock_fen": shop.stock_fen,
        "deposit_fen": shop.lost_deposit_fen,
    }
    yield Message("shop-instead", facts)
    if shop.wage_even_fen is not None:
        yield Message("shop-even-wage", {"even_fen": _whole_yuan(shop.wage_even_fen)})
    if not shop.closed.works:
        yield Message("shop-closed-short")
    elif shop.closed.months is None:
        yield Message("shop-closed-works")
    else:
        yield Message(
            "shop-closed-end", {"ahead_nmonths": shop.closed.months, "cost_fen": shop.closed.cost_fen}
        )
    yield Message("shop-choice")


def _whole_yuan(fen: int) -> int:
    """Return takings up to the next whole yuan: nobody aims at fen."""
    return -(-fen // 100) * 100


def _convention(view: View) -> Iterator[Message]:
    """Yield how the figures were counted."""
    household = view.plan.household
    yield Message("convention-fen", {"as_of": view.as_of})
    if not view.holds:
        yield Message("convention-months")
    if any(income.certainty == "variable" and income.low_fen is not None for income in household.incomes):
        yield Message("convention-low")
    yield Message("convention-order")
    if view.holds:
        yield Message("convention-holding", {"holding_nmonths": HOLDING_MONTHS})
    elif (proof := view.plan.certificate) is None:
        yield Message("convention-tier")
    else:
        gap = view.outcome.net_fen - proof.bound_fen
        code = "convention-bound-work" if household.side_work else "convention-bound"
        yield Message(code, {"gap_fen": gap, "bound_fen": proof.bound_fen})
