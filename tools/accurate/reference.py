"""The rates of flows a second time, with 50 digits of mpmath, sharing nothing with the product.

One sign change: the one root. Else a dense scan of the sum over all rates beyond which one end outweighs the rest;
each change of sign is a root, and each place where the sum comes near zero without changing sign is looked at with
50 digits. The scan is strong evidence, not proof: a difference is looked at more closely, never assumed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import log
from typing import Final

from accurate.fifty import DIGITS, Real, exp, real

POINTS: Final = 6_000
FEW_POINTS: Final = 100
HALVINGS: Final = 180
SECTIONS: Final = 120
UNSURE: Final = 1e-9  # of the sum of sizes: nearer to 0, floats do not tell the sign
NEAR: Final = 1e-4
DAYS_A_YEAR: Final = 365
GOLDEN: Final = 0.6180339887498949


@dataclass(frozen=True, slots=True)
class Sum:
    """Σ amount·e^(−y·days/365), merged by day and in order from day 0; y is log(1 + rate)."""

    amounts: tuple[Fraction, ...]
    days: tuple[int, ...]

    def at(self, y: Real) -> tuple[Real, Real]:
        """Return the sum and its derivative in y."""
        daily = exp(-y / DAYS_A_YEAR)
        powers: dict[int, Real] = {}
        value, slope = real(0), real(0)
        weight, before = real(1), 0
        for amount, day in zip(self.amounts, self.days, strict=True):
            gap = day - before
            if gap not in powers:
                powers[gap] = daily**gap
            weight, before = weight * powers[gap], day
            term = weight * amount.numerator / amount.denominator
            value += term
            slope -= term * day
        return value, slope / DAYS_A_YEAR

    def value(self, y: Real) -> Real:
        """Return the sum."""
        return self.at(y)[0]

    @property
    def one_sign_change(self) -> bool:
        """Return whether the amounts change sign once in order of time."""
        return sum(before * after < 0 for before, after in pairwise(self.amounts)) == 1


def merged(amounts: Sequence[Fraction], days: Sequence[int]) -> Sum:
    """Return the amounts of each day together, without zeros, from the first day on."""
    total: dict[int, Fraction] = {}
    for amount, day in zip(amounts, days, strict=True):
        total[day] = total.get(day, Fraction(0)) + amount
    kept = sorted(day for day, amount in total.items() if amount)
    return Sum(tuple(total[day] for day in kept), tuple(day - kept[0] for day in kept))


def roots(amounts: Sequence[Fraction], days: Sequence[int]) -> list[Real]:
    """Return 1 + rate for all yearly rates above −1 that fit, rising, to 50 digits."""
    flows = merged(amounts, days)
    if len(flows.days) < 2:  # noqa: PLR2004 - one date has no rate
        return []
    places = _scan(flows)
    found = [real(y) for y, value in places if value == 0]
    found += [
        _between(flows, real(low), real(high))
        for (low, here), (high, there) in pairwise(places)
        if here * there < 0
    ]
    for (low, before), (_, here), (high, after) in zip(places, places[1:], places[2:], strict=False):
        nearest = abs(here) <= min(abs(before), abs(after), NEAR)
        if nearest and before * here > 0 and here * after > 0:
            found += _touching(flows, real(low), real(high))
    return sorted(map(exp, found), key=_itself)


def _itself(number: Real) -> Real:
    return number


def chosen(growths: Sequence[Real]) -> Real | None:
    """Return 1 + rate for the rate that counts: 0 or the least positive one, else the greatest negative one."""
    least = 1 - real(10) ** (15 - DIGITS)
    positive = [growth for growth in growths if growth >= least]
    if positive:
        return positive[0]
    return growths[-1] if growths else None


def _scan(flows: Sum) -> list[tuple[float, float]]:
    """Return places y, rising, from where the last amount outweighs the rest to where the first does, dense near 0.

    With each goes the sum over the sum of sizes, between −1 and 1; its sign is right.
    """
    import numpy as np

    sizes = [float(abs(amount)) for amount in flows.amounts]
    first_gap, last_gap = flows.days[1], flows.days[-1] - flows.days[-2]
    up, down = (
        DAYS_A_YEAR * log(sum(sizes) / size + 1) / gap + 1
        for size, gap in ((sizes[0], first_gap), (sizes[-1], last_gap))
    )
    least = 1e-6 * DAYS_A_YEAR / flows.days[-1]
    grid = np.array([*(-y for y in reversed(_steps(flows, least, down))), 0.0, *_steps(flows, least, up)])
    years = np.array(flows.days) / DAYS_A_YEAR
    amounts = np.array([float(amount) for amount in flows.amounts])
    powers = -grid[:, None] * years[None, :]
    weights = np.exp(powers - powers.max(axis=1, keepdims=True))
    values = (weights * amounts).sum(axis=1) / (weights * np.abs(amounts)).sum(axis=1)
    pairs: list[tuple[float, float]] = list(zip(grid.tolist(), values.tolist(), strict=True))
    return [(y, value if abs(value) > UNSURE else _signed(flows, y, value)) for y, value in pairs]


def _steps(flows: Sum, least: float, most: float) -> list[float]:
    """Return places from `least` to `most`, each the same factor farther out."""
    points = FEW_POINTS if flows.one_sign_change else POINTS
    return [least * (most / least) ** (place / (points - 1)) for place in range(points)]


def _signed(flows: Sum, y: float, size: float) -> float:
    """Return a small value with the sign that 50 digits give it; exactly 0 only at y = 0."""
    if y == 0:
        total = sum(flows.amounts, Fraction(0))
        return float(total / sum(map(abs, flows.amounts)))
    return max(abs(size), 1e-18) * (1 if flows.value(real(y)) > 0 else -1)


def _between(flows: Sum, left: Real, right: Real) -> Real:
    """Return the root between two places of opposite sign: Newton's steps, halving where they leave."""
    rises = flows.value(left) < 0
    y = (left + right) / 2
    for _ in range(HALVINGS):
        value, slope = flows.at(y)
        if (value < 0) == rises:
            left = y
        else:
            right = y
        following = y - value / slope if abs(slope) > 0 else left
        if abs(following - y) < real(10) ** (5 - DIGITS) * (1 + abs(y)):
            return following
        y = following if left < following < right else (left + right) / 2
    return y


def _touching(flows: Sum, left: Real, right: Real) -> list[Real]:
    """Return what roots there are between two places of one sign where the sum is least between them."""
    low, high = left, right
    side = 1 if flows.value(left) > 0 else -1
    for _ in range(SECTIONS):
        first, second = high - (high - low) * GOLDEN, low + (high - low) * GOLDEN
        if flows.value(first) * side < flows.value(second) * side:
            high = second
        else:
            low = first
    y = (low + high) / 2
    value = flows.value(y) * side
    if value < 0:
        return [_between(flows, left, y), _between(flows, y, right)]
    size = sum(float(abs(amount)) for amount in flows.amounts)
    most = max(1.0, float(exp(-y * flows.days[-1] / DAYS_A_YEAR)))
    return [y] if value < real(10) ** -30 * size * most else []
