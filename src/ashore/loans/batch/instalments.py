"""The schedules of loans by whole months, row after row: plain loops, to be run as they stand or compiled."""

from typing import Final

LEVEL: Final = 0
EQUAL: Final = 1
COLUMNS: Final = 3
UNSURE: Final = -1
"""Instead of an instalment: the float is too near a half to say to which fen it is rounded."""
SURE_MAX: Final = 2.0**50
ULPS: Final = 2.0**-49
PRODUCT_MAX: Final = 2**61


def write_instalments(
    method: int,
    principals: list[int],
    nums: list[int],
    dens: list[int],
    periods: list[int],
    instalments: list[int],
) -> int:
    """Return how many loans' fixed sums are unsure, having written each in fen, or UNSURE.

    It is the level payment, or with EQUAL the principal of each period; half up.
    """
    unsure = 0
    for row in range(len(instalments)):
        principal, count = principals[row], periods[row]
        if method == EQUAL or nums[row] == 0:
            instalments[row] = (2 * principal + count) // (2 * count)
        else:
            instalments[row] = level_payment(principal, nums[row] / dens[row], count)
            unsure += instalments[row] == UNSURE
    return unsure


def level_payment(principal: int, rate: float, periods: int) -> int:
    """Return P·r·(1 + 1/u) half up, u = (1 + r)^n − 1, or UNSURE.

    Only positive numbers are added: u is off by at most 11n half-ulps, the payment by 16(n + 1).
    """
    grown = 0.0
    bit = 1
    while bit <= periods:
        bit *= 2
    while bit > 1:
        bit //= 2
        grown *= 2 + grown
        if periods & bit:
            grown += rate + rate * grown
    payment = principal * rate * (1 + 1 / grown)
    if not payment < SURE_MAX:
        return UNSURE
    off = payment * (periods + 1) * ULPS
    above = payment + 0.5
    fen = int(above)
    return UNSURE if above - fen < off or above - fen > 1 - off else fen


def write_schedules(
    method: int,
    principals: list[int],
    nums: list[int],
    dens: list[int],
    offsets: list[int],
    instalments: list[int],
    dues: list[int],
) -> int:
    """Return the number of dues, having written what falls due: all interest, all principal, all balances after it.

    Interest is balance × num / den half up; a balance whose product with num could leave 64 bits is split at den.
    """
    count = len(dues) // COLUMNS
    for row in range(len(instalments)):
        left, num, den, fixed = principals[row], nums[row], dens[row], instalments[row]
        inverse, most, last = 1 / den, PRODUCT_MAX // (num + 1), offsets[row + 1] - 1
        for place in range(offsets[row], last + 1):
            whole = 0 if left <= most else left // den
            interest = whole * num + divided((left - whole * den) * num + (den >> 1), den, inverse)
            part = fixed if method == EQUAL else max(0, fixed - interest)
            if part > left or place == last:
                part = left
            left -= part
            dues[place] = interest
            dues[count + place] = part
            dues[2 * count + place] = left
    return count


def divided(number: int, den: int, inverse: float) -> int:
    """Return number / den rounded down, for number ≥ 0: a float's guess, set right in whole numbers."""
    quotient = int(number * inverse)
    rest = number - quotient * den
    while rest < 0:
        rest += den
        quotient -= 1
    while rest >= den:
        rest -= den
        quotient += 1
    return quotient
