"""What a lender may grant at most, as far as a rule says so; types only."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Final


@dataclass(frozen=True, slots=True)
class Grants:
    """How far one lender may go on one debt.

    `term_months`: instalments left in all, None without a limit.  `cut_share`: what share of all that is owed a
    settlement may write off.  `rate_share`: by what share the rate may fall.  `defer_months`: how long dues may be
    put off.  `sources`: the ids of the rules behind it, for showing.  `unsure`: rules that would bound it and need
    checking, so that nothing rests on them.
    """

    term_months: int | None = 60
    cut_share: Fraction = Fraction(1, 2)
    rate_share: Fraction = Fraction(1)
    defer_months: int = 12
    sources: tuple[str, ...] = ()
    unsure: tuple[str, ...] = ()


UNLIMITED: Final = Grants()
"""What may be asked where no rule says more: the grid of SPEC §7, at most 60 instalments."""
