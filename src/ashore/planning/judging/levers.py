"""Sales, side work and a friend's loan that a plan means to use, held against what the household has."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from ashore.dates import Month, add_months, month_of
from ashore.household.flows import sale_fen
from ashore.household.model import FriendLoan, Household, SideWork
from ashore.loans.opening import open_account
from ashore.loans.terms import Opening, Prepayment, Terms
from ashore.money import Rate
from ashore.planning.judging.debts import Followed
from ashore.planning.judging.intentions import BadPlan, Intentions, Lever
from ashore.planning.judging.money import Move

FRIEND = "friend:"
FRIEND_WEIGHT = 3
"""A friend counts as family."""


def sales(household: Household, plan: Intentions, wrong: list[str]) -> Iterator[tuple[Lever, Move]]:
    """Yield each sale with its money, which comes on the first day of the month; each thing is sold once."""
    left = [asset for asset in household.assets if asset.for_sale]
    first = month_of(household.as_of)
    for sale in plan.sales:
        asset = next((one for one in left if one.name == sale.name), None)
        after = sale.month.minus(first)
        if asset is None:
            raise BadPlan(f"sales: there is no {sale.name!r} (any more) that may be sold")
        if after < 1:
            wrong.append(f"{sale.month} {sale.name}: sold before month 1")
        left.remove(asset)
        yield sale, Move(sale.month.first, "income", sale_fen(asset, max(1, after)))


def side_work(household: Household, plan: Intentions, wrong: list[str]) -> Iterator[tuple[Lever, Move]]:
    """Yield each month of side work with its pay, which comes on the month's last day."""
    for work in plan.side_work:
        lever = next((one for one in household.side_work if one.name == work.name), None)
        if lever is None:
            raise BadPlan(f"side_work: there is no {work.name!r}")
        if not _open(lever, work.month, household.as_of):
            wrong.append(f"{work.month} {work.name}: not to be had in this month")
        hours = sum(one.amount for one in plan.side_work if (one.month, one.name) == (work.month, work.name))
        if hours > lever.hours_month:
            wrong.append(f"{work.month} {work.name}: {hours} hours, at most {lever.hours_month}")
        yield work, Move(work.month.last, "income", work.amount * lever.hourly_fen)


def _open(lever: SideWork, month: Month, as_of: date) -> bool:
    since = month_of(lever.since) if lever.since else month
    until = month_of(lever.until) if lever.until else month
    return since <= month <= until and month > month_of(as_of)


def draws(household: Household, plan: Intentions, wrong: list[str]) -> Iterator[tuple[Lever, Move, Followed]]:
    """Yield each friend's loan drawn: its money on the day it comes, and the debt it makes."""
    for draw in plan.draws:
        name = draw.name.removeprefix(FRIEND)
        lever = next((one for one in household.friend_loans if one.name == name), None)
        if lever is None:
            raise BadPlan(f"friend_loan: there is no {name!r}")
        if draw.amount > lever.amount_fen_max:
            wrong.append(f"{draw.month} {name}: {draw.amount} fen drawn, at most {lever.amount_fen_max}")
        day = _draw_day(lever, draw.month, household.as_of)
        if month_of(day) != draw.month:
            wrong.append(f"{draw.month} {name}: cannot come before {day}")
        yield draw, Move(day, "income", draw.amount), _lent(lever, day, draw.amount, household.as_of)


def _draw_day(lever: FriendLoan, month: Month, as_of: date) -> date:
    """Return the day the money comes: the first of the month, not before `from`, not in the month of `as_of`."""
    earliest = lever.since if lever.since and lever.since > as_of else add_months(as_of, 1, 1)
    return max(earliest, month.first)


def _lent(lever: FriendLoan, day: date, fen: int, as_of: date) -> Followed:
    yearly = Decimal(lever.rate_per_year.numerator) / Decimal(lever.rate_per_year.denominator)
    terms = Terms(
        "level-payment", Rate(yearly, "year"), due_day=day.day, prepayment=Prepayment(allowed=False)
    )
    account = open_account(terms, Opening(day, fen, lever.months, day))
    began = month_of(day).minus(month_of(as_of))
    return Followed(FRIEND + lever.name, FRIEND_WEIGHT, account, began)
