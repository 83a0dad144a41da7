"""The shop's own budget beside the home's: takings by season, stock, costs, yearly rent set aside, what it hands over.

Money that customers still owe comes in on its day; what suppliers lent is paid by the plan and shown beside it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.dates import Month, month_of
from ashore.household.flows import contribution_fen, flows_of
from ashore.household.model import Household
from ashore.money import round_half_up
from ashore.planning.envelopes import MONTHS_MIN, Spread, set_aside, spreads_of
from ashore.planning.past import Past, median_fen

HOPEFUL: Final = (4, 5)
"""The file hopes for too much where the past took less than this share of what it counts on."""


@dataclass(frozen=True, slots=True)
class ShopMonth:
    """One month of all shops together, in fen.

    takings + received = stock + fixed + other + set aside + hands over.  `received_fen`: other income of the business
    (money that customers still owe).  `other_fen`: the file's other spending for the shop.  `aside_fen`: put away for
    yearly rent and other known sums.  `hands_fen` goes to the home, below zero where the home has to add to it.
    `counted_fen` is what the plan counts for the shop in this month, before any setting aside.
    """

    month: Month
    takings_fen: int
    received_fen: int
    stock_fen: int
    fixed_fen: int
    other_fen: int
    aside_fen: int
    hands_fen: int
    counted_fen: int


@dataclass(frozen=True, slots=True)
class ShopBudget:
    """The shops' months, what is set aside for, the middle of past takings and stock (None where unknown).

    `filed_takings_fen` is the middle of what the file counts for the same past months, each by its season.
    """

    months: tuple[ShopMonth, ...]
    spreads: tuple[Spread, ...]
    past_takings_fen: int | None
    past_stock_fen: int | None
    filed_takings_fen: int = 0

    @property
    def is_hopeful(self) -> bool:
        """Return whether the file counts on clearly more than the shop has taken."""
        share, of = HOPEFUL
        return (
            self.past_takings_fen is not None and self.past_takings_fen * of < self.filed_takings_fen * share
        )


def shop_budget_of(household: Household, past: Past, months: Sequence[Month]) -> ShopBudget | None:
    """Return the shops' budget, None where the household has none."""
    if not has_shop(household):
        return None
    spreads = tuple(one for one in spreads_of(past, household, {}, months[0]) if one.shop)
    put = [set_aside(one, months) for one in spreads]
    rows = tuple(
        _month(household, month, sum(one[place] for one in put)) for place, month in enumerate(months)
    )
    enough = any(past.takings) and len(past.months) >= MONTHS_MIN
    takings = median_fen(past.takings) if any(past.takings) else None
    filed = median_fen([_takings_fen(household, month) for month in past.months]) if enough else 0
    stock = past.shop.get("stock")
    return ShopBudget(rows, spreads, takings, median_fen(stock) if stock else None, filed)


def has_shop(household: Household) -> bool:
    """Return whether anything in a household is for a business."""
    flows = (*household.incomes, *household.spendings)
    return bool(household.businesses) or any(one.business for one in flows)


def _month(household: Household, month: Month, aside_fen: int) -> ShopMonth:
    brings = sum(contribution_fen(shop, month) for shop in household.businesses)
    counted = sum(max(0, contribution_fen(shop, month)) for shop in household.businesses)
    fixed = sum(shop.fixed_fen for shop in household.businesses)
    takings = _takings_fen(household, month)
    received, other = _moves(household, month)
    hands = brings + received - other - aside_fen
    return ShopMonth(
        month, takings, received, takings - fixed - brings, fixed, other, aside_fen, hands, counted
    )


def _takings_fen(household: Household, month: Month) -> int:
    """Return what the file counts on as the takings of all shops in a month, by its season."""
    return sum(
        _rounded(shop.takings_fen * Fraction(shop.season[month.month - 1] if shop.season else Decimal(1)))
        for shop in household.businesses
    )


def _moves(household: Household, month: Month) -> tuple[int, int]:
    """Return what else comes in and goes out for the shop in a month, sums set aside for not counted."""
    only = replace(
        household,
        incomes=tuple(one for one in household.incomes if one.business),
        spendings=tuple(
            one for one in household.spendings if one.business and one.every in ("month", "week")
        ),
        businesses=(),
        dues=(),
    )
    flows = flows_of(only, month.minus(month_of(household.as_of)) + 1)
    inside = [one for one in flows if month.first <= one.on <= month.last]
    received = sum(one.fen for one in inside if one.kind == "income")
    return received, sum(one.fen for one in inside if one.kind != "income")


def _rounded(exact: Fraction) -> int:
    return round_half_up(exact.numerator, exact.denominator)
