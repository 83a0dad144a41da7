"""Futures drawn from the household's own variable incomes: each month brings the low or the usual amount, by chance.

The words come from Philox keyed by (seed, household id, path): no worker, order or way of paying changes them.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ashore.dates import month_of
from ashore.household.flows import SAME_DAY, Flow, flows_of
from ashore.household.model import Household, Income
from ashore.scenarios.future import Future
from ashore.simulation.philox import draw

TAG: Final = 1
"""What the words are for: months of variable incomes."""
WORDS: Final = 4
WORD_VALUES: Final = 1 << 32


def variable_incomes(household: Household) -> tuple[int, ...]:
    """Return which incomes vary, by their place in the file."""
    return tuple(
        place
        for place, one in enumerate(household.incomes)
        if one.certainty == "variable" and one.low_fen is not None and one.low_fen != one.amount_fen
    )


class Luck:
    """A household's months with each variable income low or usual, put together path by path."""

    def __init__(self, household: Household, months: int, seed: int, low_chance: Fraction) -> None:
        """Lay out the flows of each income once, at its low and as usual; `months` from `as_of`'s own on."""
        self.id, self.months, self.seed, self.low_chance = household.id, months, seed, low_chance
        self.variable = variable_incomes(household)
        self.order = range(len(household.incomes))
        self.low = [self._flows(household, (one,)) for one in household.incomes]
        usual = {place: replace(household.incomes[place], low_fen=None) for place in self.variable}
        self.usual = {place: self._flows(household, (one,)) for place, one in usual.items()}
        rest = replace(household, incomes=())
        self.rest = self._by_month(rest)

    def _flows(self, household: Household, incomes: tuple[Income, ...]) -> list[list[Flow]]:
        alone = Household(household.as_of, incomes=incomes)
        return self._by_month(alone)

    def _by_month(self, household: Household) -> list[list[Flow]]:
        found: list[list[Flow]] = [[] for _ in range(self.months)]
        first = month_of(household.as_of)
        for flow in flows_of(household, self.months):
            found[month_of(flow.on).minus(first)].append(flow)
        return found

    def is_low(self, path: int, month: int, place: int) -> bool:
        """Return whether an income is low in a month of a path; months and incomes do not touch each other."""
        number = month * len(self.order) + place
        words = [0] * WORDS
        draw(words, self.seed, self.id, path, TAG, number // WORDS)
        word = words[number % WORDS]
        return word * self.low_chance.denominator < self.low_chance.numerator * WORD_VALUES

    def future(self, path: int, until: int = 0) -> Future:
        """Return the future of a path, followed up to month `until` in any case."""
        months = {month: tuple(self._month(path, month)) for month in range(self.months)}
        return Future(months, until=until)

    def _month(self, path: int, month: int) -> Sequence[Flow]:
        flows = list[Flow]()
        for place in self.order:
            usual = place in self.usual and not self.is_low(path, month, place)
            flows += (self.usual[place] if usual else self.low[place])[month]
        return sorted([*flows, *self.rest[month]], key=lambda flow: (flow.on, SAME_DAY.index(flow.kind)))
