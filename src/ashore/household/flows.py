"""Money in and out by day: income, shop, essential spending, dues that are not debts, other spending."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from ashore.dates import Month, month_of, months_from
from ashore.household.model import Asset, Business, Due, Household, Income, Spending
from ashore.money import divide, round_half_up

FlowKind = Literal["income", "essential", "due", "other", "family"]
WEEK = timedelta(days=7)
PROTECTED: tuple[FlowKind, ...] = ("essential", "due")
"""Kinds paid before any debt: essential spending, and dues kept for home, law or the shop."""
SAME_DAY: tuple[FlowKind, ...] = ("income", "essential", "due", "other", "family")


@dataclass(frozen=True, slots=True)
class Flow:
    """Money that moves on a day, in fen ≥ 0; `extra_fen` is what an average month would bring on top."""

    on: date
    kind: FlowKind
    fen: int
    name: str
    extra_fen: int = 0


def _days(item: Income | Spending, as_of: date, months: int, default_day: int) -> Iterator[date]:
    """Yield the days on which a regular flow falls, after `as_of`, within the months."""
    first = month_of(as_of)
    if item.every == "once":
        days: Iterator[date] = iter([item.on] if item.on else [])
    elif item.every == "week":
        days = _weekly(item.since or as_of, first.plus(months - 1).last)
    elif item.every == "year":
        start = item.since or as_of
        days = (
            Month(year, start.month).day(start.day) for year in range(start.year, first.plus(months).year + 1)
        )
    else:
        days = (month.day(item.day or default_day) for month in months_from(first, months))
    last = first.plus(months - 1).last
    for day in days:
        inside = (item.since is None or day >= item.since) and (item.until is None or day <= item.until)
        if inside and as_of < day <= last:
            yield day


def _weekly(start: date, last: date) -> Iterator[date]:
    while start <= last:
        yield start
        start += WEEK


def _incomes(income: Income, as_of: date, months: int) -> Iterator[Flow]:
    counted = (
        income.low_fen if income.certainty == "variable" and income.low_fen is not None else income.amount_fen
    )
    for day in _days(income, as_of, months, 31):
        yield Flow(day, "income", counted, income.name, income.amount_fen - counted)


def _spendings(spending: Spending, as_of: date, months: int) -> Iterator[Flow]:
    kind: FlowKind = "essential" if spending.essential else "other"
    for day in _days(spending, as_of, months, 1):
        yield Flow(day, kind, spending.amount_fen, spending.name)


def contribution_fen(business: Business, month: Month) -> int:
    """Return what the shop brings in a month: takings × season × (1 − cost share) − fixed, half up; may be negative."""
    season = Fraction(business.season[month.month - 1] if business.season else Decimal(1))
    margin = business.takings_fen * season * (1 - business.cost_share)
    return round_half_up(margin.numerator, margin.denominator) - business.fixed_fen


def _business(business: Business, as_of: date, months: int) -> Iterator[Flow]:
    for month in months_from(month_of(as_of), months):
        fen = contribution_fen(business, month)
        if month.last > as_of and fen:
            yield Flow(month.last, "income" if fen > 0 else "essential", abs(fen), business.name)


def _due(due: Due) -> Flow:
    return Flow(due.on, "family" if due.keep == "family" else "due", due.amount_fen, due.name)


def flows_of(household: Household, months: int) -> tuple[Flow, ...]:
    """Return every flow after `as_of` within `months` calendar months (the first is `as_of`'s), in date order.

    Income without a day falls on the month's last day, spending on its first (SPEC §2.3).
    """
    as_of, flows = household.as_of, list[Flow]()
    last = month_of(as_of).plus(months - 1).last
    for income in household.incomes:
        flows.extend(_incomes(income, as_of, months))
    for spending in household.spendings:
        flows.extend(_spendings(spending, as_of, months))
    for business in household.businesses:
        flows.extend(_business(business, as_of, months))
    flows.extend(_due(due) for due in household.dues if as_of < due.on <= last)
    return tuple(sorted(flows, key=lambda flow: (flow.on, SAME_DAY.index(flow.kind))))


def sale_fen(asset: Asset, month_index: int) -> int:
    """Return what a thing brings when sold in month k: floor(value × (1 − decay)^k × (1 − fee))."""
    price = asset.value_fen * (1 - asset.decay) ** month_index * (1 - asset.fee)
    return divide(price.numerator, price.denominator, "down")
