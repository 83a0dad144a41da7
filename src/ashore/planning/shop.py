"""What a shop brings beside what closing it would change; a plan never closes a shop (SPEC §5.11)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from fractions import Fraction
from math import ceil

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
    `even_fen`: the takings of a usual month, before season, from which on it pays for itself in these twelve months;
    `wage_even_fen`: from which on it brings as much as that wage.  None where no takings would do.
    """

    name: str
    year_fen: int
    wage_year_fen: int
    stock_fen: int
    lost_deposit_fen: int
    closed: Outcome | None
    even_fen: int | None = None
    wage_even_fen: int | None = None


def shops_of(household: Household, outcome_of: Callable[[Household], Outcome]) -> tuple[ShopCompare, ...]:
    """Return each shop beside its closing; `outcome_of` plans the household without it."""
    return tuple(_compare(household, index, outcome_of) for index in range(len(household.businesses)))


def _compare(household: Household, index: int, outcome_of: Callable[[Household], Outcome]) -> ShopCompare:
    shop = household.businesses[index]
    year, even = year_fen(household, shop), takings_for(household, shop, 0)
    if shop.alternative is None:
        return ShopCompare(shop.name, year, 0, 0, 0, None, even)
    other = shop.alternative
    closed = outcome_of(without_shop(household, index))
    wage = other.wage_fen * YEAR_MONTHS
    beside = takings_for(household, shop, wage)
    return ShopCompare(shop.name, year, wage, other.stock_fen, other.lost_deposit_fen, closed, even, beside)


def year_fen(household: Household, shop: Business) -> int:
    """Return what a shop leaves in the next twelve months after stock, fixed costs and own dues; may be negative."""
    first = month_of(household.as_of).plus(1)
    brings = sum(contribution_fen(shop, month) for month in months_from(first, YEAR_MONTHS))
    last = first.plus(YEAR_MONTHS - 1).last
    dues = sum(
        due.amount_fen for due in household.dues if due.keep == "shop" and household.as_of < due.on <= last
    )
    return brings - dues


def takings_for(household: Household, shop: Business, aim_fen: int) -> int | None:
    """Return the least takings of a usual month, before season, with which a shop leaves at least `aim_fen` in a year.

    The next twelve months are meant, counted as `year_fen` counts them.  None where takings bring nothing: what is sold
    costs all that it brings, or no month has a season.
    """
    first = month_of(household.as_of).plus(1)
    months = list(months_from(first, YEAR_MONTHS))
    seasons = sum(Fraction(shop.season[month.month - 1] if shop.season else 1) for month in months)
    share = seasons * (1 - shop.cost_share)
    if share <= 0:
        return None
    missing = aim_fen - year_fen(household, replace(shop, takings_fen=0))
    least = max(0, ceil(missing / share))
    # Each month is rounded to the fen: the sum of twelve may lie a few fen beside the exact one.
    while year_fen(household, replace(shop, takings_fen=least)) < aim_fen:
        least += 1
    while least and year_fen(household, replace(shop, takings_fen=least - 1)) >= aim_fen:
        least -= 1
    return least


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
