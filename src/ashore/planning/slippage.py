"""How far months run over their budget, learnt from the person's own, so that the plan counts with it.

Only the ratio leaves this module: nothing of what money was spent on.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from ashore.dates import Month
from ashore.diagnosis.category_rules import Need
from ashore.household.model import Household
from ashore.money import round_half_up
from ashore.planning.envelopes import MONTHS_MIN, SEASONAL, envelopes_of, lumps_of
from ashore.planning.past import Past

MONTHS_LEAST: Final = 2
"""On fewer months nothing is learnt."""
RATIO_MAX: Final = Fraction(3, 2)
"""A plan never counts on more than half again: beyond it the budget itself is wrong and is to be made anew."""


@dataclass(frozen=True, slots=True)
class ReviewedMonth:
    """A month of the past: what its budget was and what was spent, in fen."""

    month: Month
    budget_fen: int
    spent_fen: int


@dataclass(frozen=True, slots=True)
class Slippage:
    """What was spent over what was meant, exactly, and on how many months it rests.

    `planned` is what a plan counts with: never below 1, so that nobody plans on spending less than the budget, and at
    most half again.  On fewer than two months both are 1.
    """

    ratio: Fraction
    planned: Fraction
    months: int


def slippage_of(reviewed: Sequence[ReviewedMonth]) -> Slippage:
    """Return the ratio of all that was spent to all that was meant; of a month told twice the last one counts.

    A month that had no budget is left out: nothing was meant.
    """
    kept = [one for one in {each.month: each for each in reviewed}.values() if one.budget_fen > 0]
    if len(kept) < MONTHS_LEAST:
        return Slippage(Fraction(1), Fraction(1), len(kept))
    ratio = Fraction(sum(one.spent_fen for one in kept), sum(one.budget_fen for one in kept))
    return Slippage(ratio, min(max(ratio, Fraction(1)), RATIO_MAX), len(kept))


def tried_months(past: Past, household: Household, needs: Mapping[str, Need]) -> Iterator[ReviewedMonth]:
    """Yield each past month beside the budget that the months before it would have given.

    A month needs three before it.  What comes once a year is in neither: a budget puts away for it.
    """
    regular = {code: _regular(past.months, sums, code) for code, sums in past.home.items()}
    for place in range(MONTHS_MIN, len(past.months)):
        before = Past(past.months[:place], {code: sums[:place] for code, sums in regular.items()}, {}, (), ())
        only = replace(household, spendings=())
        budget = sum(one.month_fen for one in envelopes_of(before, only, needs))
        spent = sum(sums[place] for sums in regular.values())
        yield ReviewedMonth(past.months[place], budget, max(0, spent))


def _regular(months: Sequence[Month], sums: Sequence[int], code: str) -> tuple[int, ...]:
    """Return what months took without what stands out in a category that has its season."""
    lumps = dict(lumps_of(months, tuple(sums))) if code in SEASONAL else {}
    return tuple(fen - lumps.get(month, 0) for month, fen in zip(months, sums, strict=True))


def with_slippage(household: Household, slippage: Slippage) -> Household:
    """Return the household with its regular home spending as it really goes: each amount × the ratio, half up."""
    spendings = tuple(
        replace(one, amount_fen=_times(one.amount_fen, slippage.planned))
        if one.every in ("month", "week") and not one.business
        else one
        for one in household.spendings
    )
    return replace(household, spendings=spendings)


def _times(fen: int, ratio: Fraction) -> int:
    exact = fen * ratio
    return round_half_up(exact.numerator, exact.denominator)
