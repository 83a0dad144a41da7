"""One debt as parts: what a year of it costs, its days ahead, its contract's schedule, its cost in yuan."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ashore.dates import WorkingDays
from ashore.documents.blocks import Block, Cell, Column, Part, Say, Table
from ashore.documents.cost import cost_answer
from ashore.errors import Message
from ashore.household.model import Debt, Household
from ashore.household.position import open_debt
from ashore.household.standing import Standing, late_as_one
from ashore.loans.cost import later_dues
from ashore.loans.schedule import Row
from ashore.planning.cliffs import Cliff, DeadlineAhead
from ashore.texts.facts import as_rate
from ashore.texts.language import Language

SCHEDULE: Final = (
    Column("schedule-due", "date"),
    Column("schedule-total", "fen"),
    Column("schedule-principal", "fen"),
    Column("schedule-interest", "fen"),
    Column("schedule-fee", "fen"),
    Column("schedule-balance", "fen"),
)
SAID_ELSEWHERE: Final = frozenset({"cost-head-about", "cost-head-flows"})


def rate_messages(one: Standing) -> Iterator[Message]:
    """Yield what a debt's contract says of its rate, and what its remaining dues come to in a year."""
    if one.quoted_360:
        yield Message(
            "debts-quoted",
            {"bank_rate": as_rate(one.quoted_360), "calendar_rate": as_rate(one.quoted_365)},
        )
    if one.yearly is None:
        return
    if one.yearly.nominal == 0:
        yield Message("debts-free")
        return
    rates = {"nominal_rate": one.yearly.nominal, "effective_rate": one.yearly.effective}
    yield Message("debts-yearly", dict(rates))


def schedule_remarks(one: Standing, rows: Sequence[Row]) -> Iterator[Message]:
    """Yield what is to be known beside the dues to come: arrears apart, and what stays open after the last."""
    if one.owed.arrears_fen:
        yield Message("schedule-arrears", {"arrears_fen": one.owed.arrears_fen})
    if rows and one.debt.terms.method == "revolving":
        yield Message("schedule-minimum")
    if rows and rows[-1].balance_fen:
        yield Message("schedule-open", {"count": len(rows), "left_fen": rows[-1].balance_fen})


def debt_parts(
    household: Household,
    one: Standing,
    working_days: WorkingDays,
    deadlines: Sequence[DeadlineAhead],
    cliffs: Sequence[Cliff],
    language: Language,
) -> tuple[Part, ...]:
    """Return what is said of one debt beside what it is made of; the schedule and the cost in yuan are details."""
    rows = later_dues(open_debt(one.debt, household.as_of, working_days))
    as_one = late_as_one(one.debt, household.as_of)
    found = [_rates(one), _days(one.debt, deadlines, cliffs, as_one), _schedule(one, rows)]
    cost = _cost(household, one.debt, working_days, language) if rows else ()
    return (*(part for part in found if part), *cost)


def _rates(one: Standing) -> Part | None:
    said: list[Block] = [Say(message) for message in rate_messages(one)]
    return Part("debt-head-rates", "first", tuple(said)) if said else None


def _days(
    debt: Debt, deadlines: Sequence[DeadlineAhead], cliffs: Sequence[Cliff], as_one: Message | None
) -> Part | None:
    """Return the day a paper set for a debt, and the days after which it is in a worse place; from when they count."""
    papers = [
        (each.on, Message(_paper(each), {"what": each.what})) for each in deadlines if each.debt == debt.id
    ]
    changes = [
        (each.on, Message(f"cliff-{each.what}", {"amount_fen": each.fen}))
        for each in cliffs
        if each.debt == debt.id
    ]
    rows: tuple[tuple[Cell, ...], ...] = tuple(sorted((*papers, *changes), key=lambda row: row[0]))
    if not rows:
        return None
    table = Table(Message("debt-days-caption"), (Column("column-day", "date"), Column("column-what")), rows)
    return Part("answer-head-days", "first", (table, *((Say(as_one, "note"),) if as_one else ())))


def _paper(one: DeadlineAhead) -> str:
    if one.passed:
        return "day-deadline-passed"
    return "day-deadline" if one.verified else "day-deadline-unverified"


def _schedule(one: Standing, rows: Sequence[Row]) -> Part | None:
    if not rows:
        return None
    cells = tuple(
        (row.due, row.total_fen, row.principal_fen, row.interest_fen, row.fee_fen, row.balance_fen)
        for row in rows
    )
    total = (
        Message("schedule-sum"),
        sum(row.total_fen for row in rows),
        sum(row.principal_fen for row in rows),
        sum(row.interest_fen for row in rows),
        sum(row.fee_fen for row in rows),
        None,
    )
    table = Table(Message("schedule-title", {"count": len(rows)}), SCHEDULE, cells, total)
    said = [Say(message, "note") for message in schedule_remarks(one, rows)]
    return Part("debt-head-schedule", "details", (table, *said))


def _cost(
    household: Household, debt: Debt, working_days: WorkingDays, language: Language
) -> tuple[Part, ...]:
    """Return what the loan costs in yuan, or why that cannot be said."""
    parts = cost_answer(household, debt, working_days, language)
    return tuple(replace(part, place="details") for part in parts if part.code not in SAID_ELSEWHERE)
