"""All rates r > −1 at which Σ a·(1 + r)^−t is zero, each with a certificate.

Times are whole steps of a fraction of a year. With x = (1 + r)^(−step) the sum is a polynomial in x with few terms
and a high degree (36,500 for a century in days). Rates ≥ 0 are x ≤ 1; rates < 0 are the same question for the
amounts in reverse order. One sign change in time order leaves exactly one root (Descartes), found by Newton's
method on the logarithms and proved by the signs beside it. Else the sums up to each date (for rates > 0) or from
each date on (for rates < 0) decide if they change sign once or never (Laguerre); if not, `isolate` finds all.
"""

from collections.abc import Iterable, Sequence
from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_EVEN,
    ROUND_UP,
    Context,
    Decimal,
)
from fractions import Fraction
from functools import reduce
from itertools import accumulate, pairwise
from math import exp, frexp, gcd, lcm, ldexp, log
from typing import Final

from ashore.loans.yearly.answers import Answer, Found, NoRate, Root
from ashore.loans.yearly.curves import Discounts
from ashore.loans.yearly.isolate import isolate
from ashore.loans.yearly.tighten import Between, tighten

NARROW_BITS: Final = 90
NARROW: Final = 2.0**-NARROW_BITS  # of log(1 + r), so about 1e-27 of 1 + r
FLOAT_STEPS: Final = 8
GUESS_BITS: Final = 60
SPARE_BITS: Final = 150
MORE_BITS: Final = 260  # to see a curve that touches zero for what it is
WIDE: Final = Context(prec=60, Emax=MAX_EMAX, Emin=MIN_EMIN)
DIGITS: Final = 34
SHORT: Final = Context(prec=6, rounding=ROUND_UP, Emax=MAX_EMAX, Emin=MIN_EMIN)
ROUNDED: Final = Decimal("1e-45")
ZERO: Final = Root(Decimal(0), Decimal(0), Decimal(0), Decimal(0))


def rates_at(amounts: Sequence[int | Fraction], years: Sequence[Fraction]) -> Answer:
    """Return all yearly rates for amounts at exact times in years; the answer is as that of `rates_of`."""
    steps_a_year = lcm(1, *(time.denominator for time in years))
    return rates_of(amounts, [int(time * steps_a_year) for time in years], steps_a_year)


def rates_of(amounts: Sequence[int | Fraction], steps: Sequence[int], steps_a_year: int | Fraction) -> Answer:
    """Return all yearly rates r > −1 with Σ amount·(1 + r)^(−step / steps_a_year) = 0, or why there is none.

    Amounts are exact, in any order and of any sign; steps are whole (days with 365 steps a year, months with 12).
    Each root is known within 1e-26 of 1 + r and proved by the signs of the sum beside it. Raises ValueError where
    there are not as many steps as amounts.
    """
    whole, first = _whole(amounts), min(steps, default=0)
    merged: dict[int, int] = {}
    for amount, step in zip(whole, steps, strict=True):
        merged[step - first] = merged.get(step - first, 0) + amount
    kept = sorted((step, amount) for step, amount in merged.items() if amount)
    if not kept:
        return NoRate("every-rate" if any(whole) else "no-amounts")
    if len(kept) == 1:
        return NoRate("one-date")
    return _solved(kept, steps_a_year, Fraction(max(map(abs, amounts))) / max(map(abs, whole)))


def _solved(kept: list[tuple[int, int]], steps_a_year: int | Fraction, unit: Fraction) -> Answer:
    """Return the roots for amounts ≠ 0, merged by step and in order of time."""
    offset = kept[0][0]
    stride = reduce(gcd, (step - offset for step, _ in kept))
    steps = tuple((step - offset) // stride for step, _ in kept)
    amounts = tuple(amount for _, amount in kept)
    changes = variations(amounts)
    if changes == 0:
        return NoRate("no-sign-change")
    year = Fraction(steps_a_year) / stride
    roots = [ZERO] if sum(amounts) == 0 else []
    if changes > 1 or not roots:
        roots += _beyond(amounts, steps, changes, year, unit, later=True)
        back = tuple(steps[-1] - step for step in reversed(steps))
        roots += _beyond(amounts[::-1], back, changes, year, unit, later=False)
    if not roots:
        return NoRate("no-root", changes)
    roots.sort(key=lambda root: root.rate)
    chosen = next((root for root in roots if root.rate >= 0), roots[-1])
    return Found(chosen, tuple(roots), changes)


def _whole(amounts: Sequence[int | Fraction]) -> list[int]:
    """Return the amounts as whole numbers, all multiplied by the same factor."""
    below = lcm(1, *(amount.denominator for amount in amounts))
    return [amount.numerator * (below // amount.denominator) for amount in amounts]


def variations(numbers: Iterable[int]) -> int:
    """Return how often the sign changes from one number to the next, zeros left out."""
    signs = [number > 0 for number in numbers if number]
    return sum(before != after for before, after in pairwise(signs))


def _beyond(
    amounts: tuple[int, ...],
    steps: tuple[int, ...],
    changes: int,
    year: Fraction,
    unit: Fraction,
    *,
    later: bool,
) -> list[Root]:
    """Return the roots with x strictly between 0 and 1, for amounts in the order that makes x ≤ 1 that side.

    By Laguerre's theorem they are at most as many as the sign changes of the running sums, and as many but for an
    even number; the last running sum is the sum at x = 1.
    """
    running = list(accumulate(amounts))
    most = min(changes, variations(running))
    if most == 0:
        return []
    enough = NARROW / float(year)
    ratio = sum(map(abs, amounts)).bit_length() - abs(amounts[0]).bit_length()
    bits = SPARE_BITS + 2 * steps[-1].bit_length() + 2 * ratio
    curve = Discounts(amounts, steps, bits + max(0, -frexp(enough)[1] - NARROW_BITS))
    if most == 1 and running[-1]:
        near, far = tighten(curve, Between(curve.start, 1 if running[-1] > 0 else -1), _guess(curve), enough)
        if far and curve.width(near, far) <= enough:
            return [_root(curve, near, far, year, unit, later=later)]
    curve = Discounts(amounts, steps, curve.bits + MORE_BITS)
    roots: list[Root] = []
    for cell in isolate(curve):
        near, far = cell.near.at, cell.far.at
        if cell.settled:
            near, far = tighten(curve, Between(near, cell.near.sign, far), None, enough)
        roots.append(_root(curve, near, far, year, unit, later=later, touches=cell.touches))
    return roots


def _guess(curve: Discounts) -> int | None:
    """Return roughly the one root, by Newton's method in floats on log(gains) − log(costs); None where they fail."""
    top = max(map(abs, curve.amounts))
    terms = [(amount / top, float(step)) for amount, step in zip(curve.amounts, curve.steps, strict=True)]
    rate = 0.0
    for _ in range(FLOAT_STEPS):
        gains = costs = gains_time = costs_time = 0.0
        for amount, step in terms:
            worth = amount * exp(-rate * step)
            if worth > 0:
                gains += worth
                gains_time += worth * step
            else:
                costs -= worth
                costs_time -= worth * step
        if gains <= 0 or costs <= 0:
            return None
        slope = costs_time / costs - gains_time / gains
        if not slope:
            return None
        move = -log(gains / costs) / slope
        rate += move
        if not 0 <= rate < GUESS_BITS:
            return None
        if abs(move) < 1e-15 * rate:
            break
    mantissa = int(ldexp(exp(-rate), GUESS_BITS + 40))
    return mantissa << curve.bits - GUESS_BITS - 40 if mantissa else None


def _root(
    curve: Discounts,
    near: int,
    far: int,
    year: Fraction,
    unit: Fraction,
    *,
    later: bool,
    touches: bool = False,
) -> Root:
    """Return the root between two places as a yearly rate with its certificate."""
    middle = (near + far) // 2
    growth = _growth(middle, curve.bits, year, later=later)
    # Relative: the places' distance, and the rounding of logarithm and power.
    wide = WIDE.add(Decimal(curve.width(near, far) * float(year)), ROUNDED)
    ends = WIDE.multiply(growth, WIDE.subtract(1, wide)), growth, WIDE.multiply(growth, WIDE.add(1, wide))
    low, rate, high = map(_less_one, ends, (ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_CEILING))
    value = curve.value(middle)
    size = Fraction(value + (curve.slack if value >= 0 else -curve.slack), curve.start) * unit
    return Root(rate, low, high, SHORT.divide(size.numerator, size.denominator), touches)


def _less_one(growth: Decimal, rounding: str) -> Decimal:
    """Return a rate from 1 + rate, to 34 digits of the greater of rate and 1 + rate."""
    digits = DIGITS + max(0, -growth.adjusted())
    return Context(prec=digits, rounding=rounding, Emax=MAX_EMAX, Emin=MIN_EMIN).subtract(growth, 1)


def _growth(at: int, bits: int, year: Fraction, *, later: bool) -> Decimal:
    """Return 1 + r for x = at / 2^bits, to 50 digits: x^−year, or x^year for amounts in reverse order."""
    base = WIDE.divide(Decimal(at), Decimal(1 << bits))
    exponent = -year if later else year
    if exponent.denominator == 1:
        return WIDE.power(base, int(exponent))
    power = WIDE.divide(exponent.numerator, exponent.denominator)
    return WIDE.exp(WIDE.multiply(WIDE.ln(base), power))
