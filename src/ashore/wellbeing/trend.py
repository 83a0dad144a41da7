"""Several sums beside one another, with what is only noise between them; none where no source says how much that is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Final, Literal

from ashore.wellbeing.screener import Noise, Screener

Change = Literal["first", "noise", "lower", "higher"]
NoTrend = Literal["no-figure", "too-few"]
LEAST: Final = 2


@dataclass(frozen=True, slots=True)
class Point:
    """A sum on a day, and how it stands to the one before: the first, within the noise, lower or higher than that."""

    day: date
    total: int
    change: Change
    points: int


@dataclass(frozen=True, slots=True)
class Trend:
    """Sums in the order of their days, and the noise between two of them."""

    points: tuple[Point, ...]
    noise: Noise


def trend_of(screener: Screener, sums: Iterable[tuple[date, int]]) -> Trend | NoTrend:
    """Return the sums compared, or why there is no comparison.

    A change counts only where it is more than the noise: one of exactly so many points may be none.
    """
    if screener.noise is None:
        return "no-figure"
    ordered = sorted(sums, key=lambda one: one[0])
    if len(ordered) < LEAST:
        return "too-few"
    noise = screener.noise
    day, total = ordered[0]
    later = (_point(on, now, now - before, noise) for (_, before), (on, now) in pairwise(ordered))
    return Trend((Point(day, total, "first", 0), *later), noise)


def _point(day: date, total: int, moved: int, noise: Noise) -> Point:
    if abs(moved) <= noise.points:
        return Point(day, total, "noise", abs(moved))
    return Point(day, total, "higher" if moved > 0 else "lower", abs(moved))
