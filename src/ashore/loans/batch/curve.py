"""The one rate of a row of flows that change sign once: plain loops, to be run as they stand or compiled.

Unknown is the discount v of one day.  With x = −ln v, f(x) = ln(worth of the later side / worth of the earlier side)
falls throughout and is nearly straight; its derivatives are cumulants of the days, weighed by what each flow is
worth.  A step is the root of its Taylor polynomial of the fourth degree, by reversion of the series.

No logarithm and no power is asked of a library: v is a number as it stands, and its powers are products.  So both
bindings give the same on every machine, and no rounding of v comes into the rate.
"""

from math import inf
from typing import Final

SWEEPS_MAX: Final = 24
STEP_ERROR: Final = 1e-16  # of x, a day's logarithm: 4e-14 of a year's
SERIES_REACH: Final = 0.25
FAR: Final = 8.0
STEP_MAX: Final = 0.5
HALF_ULP: Final = 2.0**-53
OTHER_ROUNDING: Final = 8
RATIO_MAX: Final = 1e280
SQRT_2: Final = 1.4142135623730951
LN_2: Final = 0.6931471805599453
SHORTEST_MONTH: Final = 28
LONGEST_MONTH: Final = 31
DAY: Final = 4
"""The powers of v for a month's days lie at those days less 28, v itself here."""
POWERS: Final = 5
FOUND: Final = 3
SIDE_MAX: Final = 2.0**52
DAY_MAX: Final = 2**31

Sums = tuple[float, float, float, float, float]


def solve_rows(
    days: list[int], amounts: list[int], offsets: list[int], powers: list[float], found: list[float]
) -> int:
    """Return how many rows there are, having written all v, all last steps of x, and all bounds of its error.

    Solved are rows whose days rise, in which no flow is nothing, and whose sign changes once; for others the bound is
    infinite.  `powers` is room.
    """
    rows = len(offsets) - 1
    for row in range(rows):
        start, stop = offsets[row], offsets[row + 1]
        v, step, error = 1.0, 0.0, inf
        turn, early = side(days, amounts, start, stop, start)
        if start < turn < stop:
            end, late = side(days, amounts, turn, stop, start)
            if end == stop and max(abs(early[0]), abs(late[0])) < SIDE_MAX:
                v, step, error = rate_of(days, amounts, start, turn, stop, early, late, powers)
        found[row] = v
        found[rows + row] = step
        found[2 * rows + row] = error
    return rows


def side(days: list[int], amounts: list[int], begin: int, stop: int, start: int) -> tuple[int, Sums]:
    """Return where the flows of one sign that begin here end, and their Σ a·tⁿ; −1 if the row is not tidy."""
    zero = one = two = three = four = 0.0
    end = -1
    if begin < stop and days[start] >= -DAY_MAX and days[stop - 1] <= DAY_MAX:
        first = days[start]
        before = days[begin - 1] if begin > start else first - 1
        positive = amounts[begin] > 0
        end = stop
        for place in range(begin, stop):
            amount, day = amounts[place], days[place]
            if (amount > 0) != positive:
                end = place
                break
            if amount == 0 or day <= before:
                end = -1
                break
            before = day
            t = float(day - first)
            weight = float(amount)
            zero += weight
            weight *= t
            one += weight
            weight *= t
            two += weight
            weight *= t
            three += weight
            four += weight * t
    return end, (zero, one, two, three, four)


def rate_of(
    days: list[int],
    amounts: list[int],
    start: int,
    turn: int,
    stop: int,
    early: Sums,
    late: Sums,
    powers: list[float],
) -> tuple[float, float, float]:
    """Return v, the last step of x and the bound of its error, infinite where none is reached.

    `early`, `late`: the sums of both sides at v = 1.  With S the days of the row, D the difference of the means,
    g = f/D and q = S²·|g|/D ≤ 1/4, the series leaves out less than |g|·q⁴/16.  Both sides lie within S, beside each
    other, so that the differences of their cumulants are at most S²/4, S³/10, S⁴/8 and S⁵/3; with D ≤ S the
    coefficient of the fifth degree is then below q⁴/60, and the rest falls by more than q.  Rounding: a product of
    powers for t days is off by t half-ulps at most, a sum by one for each flow; so f by both means and the flows.
    """
    first = days[start]
    span = float(days[stop - 1] - first)
    v, low, high = 1.0, 0.0, -1.0
    for _ in range(SWEEPS_MAX):
        ratio = -late[0] / early[0]
        if not 1 / RATIO_MAX < ratio < RATIO_MAX:
            break
        before, two_before, three_before, four_before = cumulants(early)
        after, two_after, three_after, four_after = cumulants(late)
        if not after > before:
            break
        inverse = 1 / (after - before)
        near = log_of(ratio) * inverse
        reach = span * span * abs(near) * inverse
        square = reach * reach
        left_out = abs(near) * square * square / 16
        step = near
        if reach < FAR:
            a = (two_after - two_before) * inverse / 2
            b = (three_before - three_after) * inverse / 6
            c = (four_after - four_before) * inverse / 24
            step = near * (1 + near * (a + near * (2 * a * a + b + near * (5 * a * (a * a + b) + c))))
        if left_out < STEP_ERROR and reach <= SERIES_REACH:
            return v, step, left_out + (before + after + (stop - start) + OTHER_ROUNDING) * HALF_ULP * inverse
        if near > 0:
            high = v
        else:
            low = v
        v = stepped(v, step, low, high)
        set_powers(powers, v)
        power = 1.0
        if turn - start > 1:  # else the one flow of the first day, whatever v
            power, early = worth(days, amounts, start, turn, start, power, v, powers)
        power, late = worth(days, amounts, turn, stop, start, power, v, powers)
    return 1.0, 0.0, inf


def stepped(v: float, step: float, low: float, high: float) -> float:
    """Return v·e^−step, or the middle of the bracket where that leaves it; `high` < 0: none known yet."""
    short = max(-STEP_MAX, min(STEP_MAX, step))
    after = v * (1 - short * (1 - short / 2 * (1 - short * (1 / 3))))
    return (low + high) / 2 if high > 0 and not low < after < high else after


def set_powers(powers: list[float], v: float) -> None:
    """Write the powers of v for the days of a month, and v."""
    two = v * v
    four = two * two
    eight = four * four
    month = eight * eight * eight * four
    powers[0] = month
    month *= v
    powers[1] = month
    month *= v
    powers[2] = month
    powers[3] = month * v
    powers[DAY] = v


def worth(
    days: list[int],
    amounts: list[int],
    begin: int,
    end: int,
    start: int,
    power: float,
    v: float,
    powers: list[float],
) -> tuple[float, Sums]:
    """Return v^t of the last of some flows, and their Σ a·v^t·tⁿ; `power` is v^t of the flow before them."""
    zero = one = two = three = four = 0.0
    first = days[start]
    before = days[begin - 1] if begin > start else first
    for place in range(begin, end):
        day = days[place]
        gap = day - before
        before = day
        if SHORTEST_MONTH <= gap <= LONGEST_MONTH:
            power *= powers[gap - SHORTEST_MONTH]
        else:
            power *= power_of(v, gap)
        t = float(day - first)
        weight = amounts[place] * power
        zero += weight
        weight *= t
        one += weight
        weight *= t
        two += weight
        weight *= t
        three += weight
        four += weight * t
    return power, (zero, one, two, three, four)


def power_of(base: float, exponent: int) -> float:
    """Return base to a whole power ≥ 0 by squaring."""
    power = 1.0
    while exponent > 0:
        if exponent & 1:
            power *= base
        base *= base
        exponent >>= 1
    return power


def cumulants(sums: Sums) -> tuple[float, float, float, float]:
    """Return the first four cumulants from weighed sums of powers."""
    inverse = 1 / sums[0]
    mean, two, three, four = sums[1] * inverse, sums[2] * inverse, sums[3] * inverse, sums[4] * inverse
    square = mean * mean
    variance = two - square
    third = three - mean * (3 * two - 2 * square)
    fourth = four - mean * (4 * three - mean * (6 * two - 3 * square)) - 3 * variance * variance
    return mean, variance, third, fourth


def log_of(ratio: float) -> float:
    """Return the natural logarithm: to rounding near 1, to 1e-9 elsewhere, where it only guides a step."""
    whole = 0.0
    while ratio > SQRT_2:
        ratio /= 2
        whole += LN_2
    while ratio < 1 / SQRT_2:
        ratio *= 2
        whole -= LN_2
    part = (ratio - 1) / (ratio + 1)
    square = part * part
    return whole + 2 * part * (1 + square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square * (1 / 9)))))
