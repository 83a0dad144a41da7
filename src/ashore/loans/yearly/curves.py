"""Sums of discounted amounts in whole numbers, with proven bounds: what the proof of all roots stands on.

Everything at a place is known between two whole numbers, in units of 2^-bits; no rounding of a processor or of a
library takes part in a proof, but for a few float comparisons with a margin far above their rounding.
"""

from dataclasses import dataclass
from math import expm1, isqrt, log, log1p
from operator import mul
from typing import Final

SURE: Final = (
    1e-9  # far more than the few float operations between whole numbers and a comparison can be wrong by
)
LOG_2: Final = log(2)
NEAR_ONE: Final = 0.5
LARGE: Final = 30.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number that lies between two whole ones (in units of 2^-bits)."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Point:
    """A sum at one place: its positive and its negative part, and the slope in s of the logarithm of each."""

    at: int
    gains: Bounds
    costs: Bounds
    gains_slope: Bounds
    costs_slope: Bounds
    lead_low: int

    @property
    def sign(self) -> int:
        """Return the proven sign of the sum, or 0 where the bounds do not tell."""
        if self.gains.low > self.costs.high:
            return 1
        return -1 if self.costs.low > self.gains.high else 0

    @property
    def decided(self) -> bool:
        """Return whether the leading term outweighs all of the other sign, here and from here on."""
        return self.lead_low > (self.costs.high if self.sign > 0 else self.gains.high)


def log_of(above: int, below: int) -> float:
    """Return log(above / below), roughly, near 1 to full relative precision."""
    small = (above - below) / below if above < 2 * below else 1.0
    if abs(small) < NEAR_ONE:
        return log1p(small)
    shift = above.bit_length() - below.bit_length()
    return log((above << max(0, -shift)) / (below << max(0, shift))) + shift * LOG_2


def quotient(above: Bounds, below: Bounds, bits: int, widest: int) -> Bounds:
    """Return above / below in units of 2^-bits, above ≤ 0 and below ≥ 0, which is −`widest` at least."""
    least = -widest << bits
    if below.low <= 0:
        return Bounds(least, 0)
    return Bounds(max(least, (above.low << bits) // below.low), -((-above.high << bits) // below.high))


def power(base: int, exponent: int, bits: int) -> int:
    """Return base^exponent in units of 2^-bits, rounded down at each multiplication; 0 ≤ base ≤ 1, exponent ≥ 1.

    Its error is less than `exponent` units: that of a product is at most the errors of both and 1 more.
    """
    found = base
    for digit in bin(exponent)[3:]:
        found = found * found >> bits
        if digit == "1":
            found = found * base >> bits
    return found


@dataclass(frozen=True, slots=True)
class Discounts:
    """Σ a·x^n for whole amounts a and whole steps n ≥ 0, along x = e^-s from s = 0 (x = 1) to infinity.

    `steps` rise from 0; no amount is 0. A place is x in units of 2^-bits.
    """

    amounts: tuple[int, ...]
    steps: tuple[int, ...]
    bits: int

    @property
    def span(self) -> int:
        """Return the number of steps from the first amount to the last."""
        return self.steps[-1]

    @property
    def start(self) -> int:
        """Return x = 1."""
        return 1 << self.bits

    def farther(self, at: int) -> int:
        """Return x², or a first place about 1/span away from x = 1."""
        if at == self.start:
            return at * self.span // (self.span + 1)
        return at * at >> self.bits

    def middle(self, near: int, far: int) -> int:
        """Return the geometric middle."""
        return isqrt(near * far)

    def width(self, near: int, far: int) -> float:
        """Return at least log(near / far)."""
        return (near - far) / far * (1 + SURE) if far else float("inf")

    def shifted(self, at: int, by: float) -> int:
        """Return x·e^-by, roughly."""
        factor = -expm1(min(-by, LARGE))
        above, below = factor.as_integer_ratio()
        return at - at * above // below

    def weights(self, at: int) -> list[int]:
        """Return x^n for each step, rounded down; each is less than n units too small."""
        bits = self.bits
        powers: dict[int, int] = {}
        weight, before = 1 << bits, 0
        found: list[int] = []
        for step in self.steps:
            gap = step - before
            if gap:
                if gap not in powers:
                    powers[gap] = power(at, gap, bits)
                weight = weight * powers[gap] >> bits
                before = step
            found.append(weight)
        return found

    def newton(self, at: int) -> float:
        """Return how far in s Newton's step on log(gains) − log(costs) goes, roughly; 0.0 where there is none."""
        point = self.point(at)
        gains, costs = point.gains.low, point.costs.low
        slope = (point.gains_slope.low - point.costs_slope.low) / (1 << self.bits)
        if not gains or not costs or not slope:
            return 0.0
        return -log_of(gains, costs) / slope

    def sign(self, at: int) -> int:
        """Return the proven sign of the sum, or 0 where the bounds do not tell."""
        value = self.value(at)
        if abs(value) <= self.slack:
            return 0
        return 1 if value > 0 else -1

    @property
    def slack(self) -> int:
        """Return by how many units of 2^-bits a value may be wrong, at most."""
        return sum(map(abs, self.amounts)) * self.span

    def derivatives(self, at: int, count: int) -> list[tuple[float, float]]:
        """Return the sizes of the first `count` derivatives in s·span, the sum itself first, each with its slack.

        They are parts of Σ|a|, so that no float is too small for one of them.
        """
        worth = list(map(mul, self.amounts, self.weights(at)))
        size = list(map(abs, self.amounts))
        whole = sum(size) << self.bits
        found: list[tuple[float, float]] = []
        for _ in range(count):
            found.append((abs(sum(worth)) / whole, sum(size) * self.span / whole))
            worth = list(map(mul, worth, self.steps))
            size = list(map(mul, size, self.steps))
            whole *= self.span
        return found

    def steepest(self, at: int, order: int) -> float:
        """Return an upper bound on the size of a derivative in s·span, here and everywhere beyond, as part of Σ|a|."""
        size = list(map(abs, self.amounts))
        powers = [step**order for step in self.steps]
        upper = [weight + self.span for weight in self.weights(at)]
        return sum(map(mul, map(mul, size, powers), upper)) / (sum(size) * self.span**order << self.bits)

    def value(self, at: int) -> int:
        """Return the sum in units of 2^-bits, less than Σ|a|·span units from the truth."""
        return sum(map(mul, self.amounts, self.weights(at)))

    def point(self, at: int) -> Point:
        """Return the sum and its slopes at a place."""
        gains = costs = gains_time = costs_time = 0
        all_gains = all_costs = 0
        for amount, step, weight in zip(self.amounts, self.steps, self.weights(at), strict=True):
            worth = amount * weight
            if amount > 0:
                gains += worth
                gains_time += worth * step
                all_gains += amount
            else:
                costs -= worth
                costs_time -= worth * step
                all_costs -= amount
        span = self.span
        plus = Bounds(gains, gains + all_gains * span)
        minus = Bounds(costs, costs + all_costs * span)
        plus_time = Bounds(-gains_time - all_gains * span * span, -gains_time)
        minus_time = Bounds(-costs_time - all_costs * span * span, -costs_time)
        return Point(
            at,
            plus,
            minus,
            quotient(plus_time, plus, self.bits, span),
            quotient(minus_time, minus, self.bits, span),
            abs(self.amounts[0]) << self.bits,
        )
