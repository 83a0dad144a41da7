"""What a shop brings beside what closing it would change; a plan never closes a shop (SPEC §5.11)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from ashore.dates import month_of, months_from
from ashore.household.flows import contribution_fen
from ashore.household.model import Business, Household, Income
from ashore.planning.outcome import Outcome

YEAR_MONTHS = 12


@dataclass(frozen=True, slots=True)
class ShopCompare:
    """A shop kept or closed, in fen.

    `year_fen`: what the shop brings in the next twelve months after its own dues and spending; `wage_year_fen`: what
    the owner could earn instead.  `closed`: what the best plan leads to without the shop (None: no alternative typed).
    """

    name: str
    year_fen: int
    wage_year_fen: int
    stock_fen: int
    lost_deposit_fen: int
    closed: Outcome | None


def shops_of(household: Household, outcome_of: Callable[[Household], Outcome]) -> tuple[ShopCompare, ...]:
    """Return each shop beside its closing; `outcome_of` plans the household without it."""
    return tuple(_compare(household, index, outcome_of) for index in range(len(household.businesses)))


def _compare(household: Household, index: int, outcome_of: Callable[[Household], Outcome]) -> ShopCompare:
    shop = household.businesses[index]
    year = _year_fen(household, shop)
    if shop.alternative is None:
        return ShopCompare(shop.name, year, 0, 0, 0, None)
    other = shop.alternative
    closed = outcome_of(without_shop(household, index))
    return ShopCompare(
        shop.name, year, other.wage_fen * YEAR_MONTHS, other.stock_fen, other.lost_deposit_fen, closed
    )


def _year_fen(household: Household, shop: Business) -> int:
    first = month_of(household.as_of).plus(1)
    brings = sum(contribution_fen(shop, month) for month in months_from(first, YEAR_MONTHS))
    last = first.plus(YEAR_MONTHS - 1).last
    dues = sum(
        due.amount_fen for due in household.dues if due.keep == "shop" and household.as_of < due.on <= last
    )
    return brings - dues


def without_shop(household: Household, index: int) -> Household:
    """Return the household with that shop closed: no takings, no shop dues; a wage and the stock's value instead."""
    shop = household.businesses[index]
    assert shop.alternative is not None
    start = household.as_of + timedelta(days=1)
    wage = Income(shop.name, shop.alternative.wage_fen, since=month_of(household.as_of).plus(1).first)
    stock = Income(shop.name, shop.alternative.stock_fen, every="once", on=month_of(start).last)
    extra = tuple(income for income in (wage, stock) if income.amount_fen)
    return replace(
        household,
        businesses=tuple(one for place, one in enumerate(household.businesses) if place != index),
        incomes=tuple(one for one in household.incomes if not one.business) + extra,
        spendings=tuple(one for one in household.spendings if not one.business),
        dues=tuple(due for due in household.dues if due.keep != "shop"),
    )
