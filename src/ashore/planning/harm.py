"""How much an overdue month hurts, by what the debt hangs on (SPEC §5.2, decision 0001 rule 21)."""

from collections.abc import Mapping
from typing import Final

from ashore.household.model import Priority

WEIGHTS: Final[Mapping[Priority, int]] = {
    "home": 30,
    "utilities": 20,
    "court": 20,
    "guarantor": 15,
    "credit-record": 10,
    "family": 3,
    "none": 2,
}
DAY_90: Final = 90
FIRST_MONTH_HALVES: Final = 10
LATER_MONTH_HALVES: Final = 4
PAST_DAY_90_HALVES: Final = 1
PASSING_DAY_90_HALVES: Final = 10


def month_harm_halves(weight: int, days_past_due: int, *, overdue_before: bool, past_90_before: bool) -> int:
    """Return the harm of one debt that ends a month overdue, in halves (the weights count 5, 2, 0.5 and 5 more)."""
    if days_past_due > DAY_90:
        passing = 0 if past_90_before else PASSING_DAY_90_HALVES
        return weight * (PAST_DAY_90_HALVES + passing)
    return weight * (LATER_MONTH_HALVES if overdue_before else FIRST_MONTH_HALVES)
