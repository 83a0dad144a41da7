"""Whole-number arithmetic that stays inside 64 bits and rounds as the contract says.

Bounds: amounts below 2**39 fen, numerators up to about their denominators, denominators below 2**31; beyond that
`bounds` looks at a household's own numbers before they are given to a compiler.
"""

from ashore.simulation import layout as at

SHARE_BITS = 22


def times(base: int, num: int, den: int, rounding: int) -> int:
    """Return base × num / den as a whole number: half up, down or up; exact for every base ≥ 0.

    The base is split at `den`, so that no product exceeds den × num.
    """
    more = 0
    if rounding == at.HALF_UP:
        more = den >> 1
    elif rounding == at.UP:
        more = den - 1
    whole = base // den
    return whole * num + ((base - whole * den) * num + more) // den


def share(total: int, weight: int, whole: int) -> int:
    """Return total × weight / whole rounded down, for 0 ≤ weight ≤ whole: a long division in two steps."""
    high = total >> SHARE_BITS
    first = high * weight
    quotient = first // whole
    rest = (first - quotient * whole) << SHARE_BITS
    return (quotient << SHARE_BITS) + (rest + (total - (high << SHARE_BITS)) * weight) // whole


def share_out(total: int, state: list[int], slots: int, size: int, weight: int, part: int) -> None:
    """Write `total` split by weight into field `part` of each slot, losing nothing; some weight must be above 0.

    Leftover fen go one each to the first slots with weight.  `weight` and `part` are fields of slots of `size`.
    """
    whole, left = 0, total
    for index in range(slots):
        whole += state[index * size + weight]
    for index in range(slots):
        own = share(total, state[index * size + weight], whole)
        state[index * size + part] = own
        left -= own
    for index in range(slots):
        if left and state[index * size + weight]:
            state[index * size + part] += 1
            left -= 1


def by_limbs(base: int, data: list[int], place: int) -> int:
    """Return base × a factor rounded half up; the factor lies at `place` as a whole part and fractions, rounded up.

    Rounded up in its last of 96 bits, so that an exact half stays a half.
    """
    product = 0
    for limb in range(at.LIMBS - 1, 0, -1):
        product = base * data[place + limb] + (product >> at.LIMB_BITS)
    half = 1 << (at.LIMB_BITS - 1)
    return base * data[place] + ((product + half) >> at.LIMB_BITS)
