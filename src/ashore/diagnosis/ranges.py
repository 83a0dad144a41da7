"""A sum that is not known to the fen: the likeliest, and between which two it lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import isqrt
from statistics import median_low


@dataclass(frozen=True, slots=True)
class Range:
    """A sum in fen with what it can be at least and at most: `low_fen ≤ fen ≤ high_fen`."""

    fen: int
    low_fen: int
    high_fen: int

    @classmethod
    def around(cls, fen: int, *others: int) -> "Range":
        """Return a sum that may also be any of the others."""
        return cls(fen, min(fen, *others, fen), max(fen, *others, fen))

    def plus(self, other: "Range") -> "Range":
        """Return the sum of both, which may be off in the same direction."""
        return Range(self.fen + other.fen, self.low_fen + other.low_fen, self.high_fen + other.high_fen)

    def wider(self, low_fen: int, high_fen: int) -> "Range":
        """Return it with `low_fen` (at most 0) more room below and `high_fen` (at least 0) above."""
        return Range(self.fen, self.low_fen + min(0, low_fen), self.high_fen + max(0, high_fen))

    def between(self, least_fen: int | None, most_fen: int | None) -> "Range":
        """Return it without what lies below `least_fen` or above `most_fen`, all three sums moved there."""
        found = [self.fen, self.low_fen, self.high_fen]
        if least_fen is not None:
            found = [max(least_fen, one) for one in found]
        if most_fen is not None:
            found = [min(most_fen, one) for one in found]
        return Range(*found)


NOTHING = Range(0, 0, 0)


def rounded(fen: Fraction) -> int:
    """Return whole fen, half up, of sums below zero too."""
    return (2 * fen.numerator + fen.denominator) // (2 * fen.denominator)


def median_fen(sums: Sequence[int]) -> int:
    """Return the middle of some sums (the lower of two); 0 of none."""
    return median_low(sorted(sums)) if sums else 0


def spread_fen(sums: Sequence[int]) -> int:
    """Return how far some sums usually lie from their middle: 1.4826 times the middle distance, as for a bell curve."""
    middle = median_fen(sums)
    return median_fen([abs(one - middle) for one in sums]) * 14826 // 10000


def unseen(series: Sequence[int], months: int) -> tuple[int, int]:
    """Return how little and how much so many months more would add, going by those that were seen, in fen.

    Their mean times the months, and one and a half deviations of such a sum to both sides; 0 months add nothing.
    """
    if not series or not months:
        return (0, 0)
    count, total = len(series), sum(series)
    scatter = sum((one * count - total) ** 2 for one in series)
    deviation = isqrt(scatter * months // count) // count
    mean = rounded(Fraction(total * months, count))
    room = deviation * 3 // 2
    return (mean - room, mean + room)
