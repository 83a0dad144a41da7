"""What a contract says: its terms, and the refusal of terms that cannot be followed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Literal

from ashore.loans.unrounded.counting import DayCount
from ashore.loans.unrounded.moments import Repeat
from ashore.loans.unrounded.shifting import Shift

Kind = Literal["PAM", "ANN", "LAM", "NAM"]
Base = Literal["NT", "NTIED", "NTL"]
ZERO = Fraction(0)
ONE = Fraction(1)
Observe = Callable[[str, datetime], Fraction]


class UnfitTerms(ValueError):
    """Terms that no event can be computed from, as a code with the term it is about."""

    def __init__(self, code: str, term: str) -> None:
        """Keep the code (`missing-term`, `unknown-cycle`, …) and the term or value."""
        super().__init__(f"{code}: {term}")
        self.code = code
        self.term = term


@dataclass(frozen=True, slots=True, kw_only=True)
class Reset:
    """How the rate is set anew: index × multiplier + spread, within caps and floors; the next one may be fixed."""

    repeat: Repeat
    index: str = ""
    multiplier: Fraction = ONE
    spread: Fraction = ZERO
    next_rate: Fraction | None = None
    life_cap: Fraction | None = None
    life_floor: Fraction | None = None
    period_cap: Fraction | None = None
    period_floor: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scaling:
    """Which payments follow an index, and how far they do so already."""

    repeat: Repeat
    index: str
    at_deal: Fraction | None
    principal: bool
    interest: bool
    principal_now: Fraction = ONE
    interest_now: Fraction = ONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """A fee that recurs: an amount each time, or a yearly share of the principal."""

    repeat: Repeat
    rate: Fraction
    of_principal: bool
    accrued: Fraction = ZERO


@dataclass(frozen=True, slots=True)
class Deal:
    """The purchase or the sale of the contract: when, and at what price besides the interest accrued."""

    on: datetime
    price: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """The terms of one contract; amounts and rates are exact, a yearly rate of 0.08 is 8 %.

    `sign` is 1 for the one who lends, −1 for the one who borrows.  `interest`, `repayment` and `base_resets` say when;
    until `capital_until` interest joins the principal.  `instalment` is principal alone for LAM, and holds interest for
    NAM and ANN.
    """

    kind: Kind
    sign: Literal[1, -1]
    as_of: datetime
    lent_on: datetime
    principal: Fraction
    rate_per_year: Fraction | None
    day_count: DayCount
    premium: Fraction = ZERO
    matures: datetime | None = None
    amortises_until: datetime | None = None
    interest: Repeat | None = None
    capital_until: datetime | None = None
    accrued: Fraction | None = None
    repayment: Repeat | None = None
    instalment: Fraction | None = None
    base: Base = "NT"
    base_amount: Fraction | None = None
    base_resets: Repeat | None = None
    reset: Reset | None = None
    scaling: Scaling | None = None
    fee: Fee | None = None
    bought: Deal | None = None
    sold: Deal | None = None
    month_end: bool = False
    shift: Shift | None = None
