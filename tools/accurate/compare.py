"""The product's rates beside those of the second computation: what differs, as words, and by how much."""

from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Final

from accurate.fifty import DIGITS, Real, real, shown
from accurate.reference import chosen, roots
from ashore.loans.yearly.answers import Answer, Found

TOLERANCE: Final = 1e-12
LARGE_GROWTH: Final = 11
WIDE: Final = Context(prec=4000)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differed in words (empty: nothing), and the largest error: of the rate up to 1000 %, of 1 + rate beyond."""

    differences: tuple[str, ...]
    error: float
    relative: float


def compared(answer: Answer, amounts: list[Fraction], days: list[int]) -> Comparison:
    """Return the answer beside a second computation with 50 digits, for days over 365."""
    second = roots(amounts, days)
    mine = list(answer.roots) if isinstance(answer, Found) else []
    if len(mine) != len(second):
        return Comparison((f"{len(mine)} rates, but {len(second)} by 50 digits: {_shown(second)}",), 0.0, 0.0)
    differences: list[str] = []
    error = relative = 0.0
    for root, growth in zip(mine, second, strict=True):
        off = abs(growth_of(root.rate) - growth)
        relative = max(relative, float(off / growth))
        if growth <= LARGE_GROWTH:
            error = max(error, float(off))
        if off > TOLERANCE * (growth / LARGE_GROWTH if growth > LARGE_GROWTH else real(1)):
            differences.append(f"{root.rate:.15g} is off by {float(off):.2g}")
        slack = real(10) ** (8 - DIGITS) * growth
        if not growth_of(root.low) - slack <= growth or not growth <= growth_of(root.high) + slack:
            differences.append(f"{root.rate:.15g} does not lie within its certificate")
    counts = chosen(second)
    if isinstance(answer, Found) and counts is not None:
        off = float(abs(growth_of(answer.rate) / counts - 1))
        if off > TOLERANCE:
            differences.append(f"{answer.rate:.15g} chosen, but {shown(counts - 1, 15)} counts")
    return Comparison(tuple(differences), error, relative)


def growth_of(rate: Decimal) -> Real:
    """Return 1 + rate to 50 digits."""
    return real(str(WIDE.add(rate, 1)))


def _shown(growths: list[Real]) -> str:
    return ", ".join(shown(growth - 1, 12) for growth in growths)
