"""What the question for a rate is answered with: every root with its certificate, or why there is none."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Why = Literal["no-amounts", "one-date", "every-rate", "no-sign-change", "no-root"]


@dataclass(frozen=True, slots=True)
class Root:
    """A rate at which the sum of the discounted amounts is zero, as a fraction, with what proves it.

    `low` ≤ `rate` ≤ `high`: the sum has opposite signs at `low` and at `high` (all three are equal where it is zero
    exactly). With `touches` it has the same sign at both: it touches zero between them, or misses it by less than
    any finite precision can tell, and counts as one root. `value` is the sum at `rate`, in the unit of the amounts,
    seen from the first date for rates ≥ 0 and from the last for rates < 0, so that no amount weighs more than
    itself; it is an upper bound on its size, with the sign that was found.
    """

    rate: Decimal
    low: Decimal
    high: Decimal
    value: Decimal
    touches: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """All rates above −1 that fit, rising, and the one that counts.

    `chosen` is 0 if that fits, else the positive one nearest to 0, else the negative one nearest to 0 (FCA Handbook,
    MCOB 10.3.1B (2), with 0 as the nearest of all). `sign_changes` is how often the amounts change sign in time.
    """

    chosen: Root
    roots: tuple[Root, ...]
    sign_changes: int

    @property
    def rate(self) -> Decimal:
        """Return the rate that counts, as a fraction."""
        return self.chosen.rate

    @property
    def several(self) -> bool:
        """Return whether more than one rate fits."""
        return len(self.roots) > 1


@dataclass(frozen=True, slots=True)
class NoRate:
    """No rate is the answer, and why.

    no-amounts: nothing, or only zeros, was given. one-date: everything falls on one date and does not cancel out.
    every-rate: the amounts of every date cancel out, so any rate fits. no-sign-change: money goes one way only.
    no-root: it goes both ways, and a proof says that no rate above −1 fits.
    """

    why: Why
    sign_changes: int = 0


Answer = Found | NoRate
