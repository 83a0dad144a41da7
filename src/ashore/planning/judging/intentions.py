"""What a plan means to do, read from its JSON: payments, sales, side work, a friend's loan, optional spending."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from ashore.dates import Month

FORMAT = "ashore-plan/1"
HORIZON_MONTHS = 120
HORIZON_MAX = 1200
Json = Mapping[str, object]


class BadPlan(Exception):
    """A plan that cannot be judged: it is not of the shape, or names what the household does not have."""


@dataclass(frozen=True, slots=True)
class Payment:
    """Money meant for one debt on one day, in fen."""

    on: date
    debt: str
    fen: int


@dataclass(frozen=True, slots=True)
class Lever:
    """A sale, hours of side work (`amount` counts hours) or a friend's loan drawn (`amount` in fen) in a month."""

    month: Month
    name: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Chosen:
    """A concession of a debt, by its place there, accepted on a day."""

    on: date
    debt: str
    place: int


@dataclass(frozen=True, slots=True)
class Intentions:
    """What a plan means to do.

    `other_fen`: by month, what goes to other spending and dues that are no debts.  A month without it spends as
    much as the payments leave.
    """

    as_of: date
    horizon: int
    payments: tuple[Payment, ...]
    sales: tuple[Lever, ...]
    side_work: tuple[Lever, ...]
    draws: tuple[Lever, ...]
    other_fen: Mapping[Month, int]
    choices: tuple[Chosen, ...] = ()


def read_plan(text: str) -> Json:
    """Return the plan in a JSON text.  Raises BadPlan if it is not one of our shape."""
    try:
        plan: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise BadPlan(f"no JSON: {error}") from error
    if not isinstance(plan, dict) or cast(Json, plan).get("format") != FORMAT:
        raise BadPlan(f"the format is not {FORMAT}")
    return cast(Json, plan)


def intentions_of(plan: Json) -> Intentions:
    """Return what the plan means to do; of its figures only those are believed."""
    horizon = whole(plan, "horizon") if "horizon" in plan else HORIZON_MONTHS
    if not 1 <= horizon <= HORIZON_MAX:
        raise BadPlan(f"horizon: {horizon} is not from 1 to {HORIZON_MAX}")
    payments = [
        Payment(day(row, "date"), word(row, "debt"), whole(row, "fen")) for row in entries(plan, "payments")
    ]
    loans = [row for row in entries(plan, "friend_loan") if word(row, "kind") == "draw"]
    return Intentions(
        as_of=day(plan, "as_of"),
        horizon=horizon,
        payments=tuple(sorted(payments, key=lambda payment: payment.on)),
        sales=tuple(Lever(month(row), word(row, "asset")) for row in entries(plan, "sales")),
        side_work=tuple(
            Lever(month(row), word(row, "lever"), whole(row, "hours")) for row in entries(plan, "side_work")
        ),
        draws=tuple(Lever(month(row), word(row, "lever"), whole(row, "fen")) for row in loans),
        other_fen={
            month(row): whole(row, "other_fen") for row in entries(plan, "cash") if "other_fen" in row
        },
        choices=tuple(
            Chosen(day(row, "date"), word(row, "debt"), whole(row, "concession"))
            for row in entries(plan, "choices")
        ),
    )


def entries(plan: Json, key: str) -> list[Json]:
    """Return the objects of a list, none if it is not there."""
    rows = plan.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in cast(list[object], rows)):
        raise BadPlan(f"{key}: not a list of objects")
    return cast(list[Json], rows)


def word(row: Json, key: str) -> str:
    """Return a text."""
    value = row.get(key)
    if not isinstance(value, str):
        raise BadPlan(f"{key}: no text: {value!r}")
    return value


def words(row: Json, key: str) -> list[str]:
    """Return a list of texts."""
    value = row.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in cast(list[object], value)):
        raise BadPlan(f"{key}: no list of texts: {value!r}")
    return cast(list[str], value)


def whole(row: Json, key: str) -> int:
    """Return a whole number ≥ 0."""
    value = row.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadPlan(f"{key}: no whole number from 0 on: {value!r}")
    return value


def day(row: Json, key: str) -> date:
    """Return a date."""
    try:
        return date.fromisoformat(word(row, key))
    except ValueError as error:
        raise BadPlan(f"{key}: no date: {row[key]!r}") from error


def month(row: Json) -> Month:
    """Return the calendar month of a row."""
    try:
        first = date.fromisoformat(word(row, "month") + "-01")
    except ValueError as error:
        raise BadPlan(f"month: no month: {row['month']!r}") from error
    return Month(first.year, first.month)
