"""A contract with what follows from its terms alone: its maturity, its schedules, its level instalment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from itertools import islice, pairwise
from math import ceil
from typing import Final

from ashore.loans.unrounded.counting import years_between
from ashore.loans.unrounded.moments import Repeat, later, recurring, schedule
from ashore.loans.unrounded.terms import Terms, UnfitTerms

# So many that no contract has more: 100 years of monthly ones.
INSTALMENTS_MAX: Final = 1_200


@dataclass(frozen=True, slots=True)
class Contract:
    """Terms, and the moment at which the contract ends by them."""

    terms: Terms
    matures: datetime

    def years(self, start: datetime, end: datetime) -> Fraction:
        """Return the part of a year for which interest is counted between two agreed moments."""
        shift = self.terms.shift
        return (
            self.count(start, end) if shift is None else self.count(shift.counted(start), shift.counted(end))
        )

    def count(self, start: datetime, end: datetime) -> Fraction:
        """Return the part of a year between two moments as they stand."""
        return years_between(start, end, self.terms.day_count, self.matures)

    def moments(
        self, repeat: Repeat | None, *, with_end: bool, until: datetime | None = None
    ) -> list[datetime]:
        """Return the agreed moments of something that recurs until the maturity (or `until`), in order."""
        if repeat is None:
            return []
        end = until or self.matures
        month_end = self.terms.month_end
        return schedule(anchor(self.terms, repeat), repeat.cycle, end, month_end=month_end, with_end=with_end)

    def repayments(self) -> list[datetime]:
        """Return the moments at which principal is repaid, the last instalment included, in order."""
        return self.moments(self.terms.repayment, with_end=True, until=self.terms.amortises_until)


def agreed(terms: Terms) -> Contract:
    """Return the contract, its maturity computed where the terms leave it open.

    Raises UnfitTerms: `missing-term` where it cannot be, `never-repaid` where 1,200 instalments are too few.
    """
    matures = terms.matures or (terms.amortises_until if terms.kind == "ANN" else None)
    if terms.kind != "PAM" and terms.repayment is None:
        raise UnfitTerms("missing-term", "repayment")
    return Contract(terms, matures or _matures(terms))


def anchor(terms: Terms, repeat: Repeat) -> datetime:
    """Return the first moment: the one agreed, or one cycle after the loan is paid out."""
    if repeat.anchor is not None:
        return repeat.anchor
    if repeat.cycle is None:
        raise UnfitTerms("missing-term", "cycle or anchor")
    return later(terms.lent_on, repeat.cycle)


def level_instalment(
    contract: Contract,
    dues: Sequence[datetime],
    at: datetime,
    owed: tuple[Fraction, Fraction],
    rate: Fraction,
) -> Fraction:
    """Return the instalment, interest included, that repays everything when paid at each of `dues` (one or more).

    `owed` is the principal and the interest accrued at `at`; the principal bears interest until the first instalment.
    With the growths g₂ … gₘ from one instalment to the next it is what is owed then × g₂…gₘ / (1 + gₘ + gₘ₋₁gₘ + …):
    the sum of what one unit paid each time has grown to at the end.
    """
    principal, accrued = owed
    total = principal + accrued + contract.count(at, dues[0]) * rate * principal
    units = Fraction(1)
    for start, end in pairwise(dues):
        growth = 1 + rate * contract.count(start, end)
        total *= growth
        units = units * growth + 1
    return total / units


def equal_instalment(contract: Contract) -> Fraction:
    """Return the principal of each instalment if all that are left are equal; all of it if none is left."""
    left = [due for due in contract.repayments() if due > contract.terms.as_of]
    return contract.terms.principal / max(1, len(left))


def _matures(terms: Terms) -> datetime:
    """Return the moment of the last instalment that is needed, one cycle of interest taken off each for NAM and ANN."""
    if terms.kind == "PAM" or terms.repayment is None or terms.repayment.cycle is None:
        raise UnfitTerms("missing-term", "matures")
    if terms.instalment is None:
        raise UnfitTerms("missing-term", "instalment")
    first, cycle = anchor(terms, terms.repayment), terms.repayment.cycle
    dues = recurring(first, cycle, month_end=terms.month_end)
    due = next(due for due in dues if due >= terms.as_of)
    repaid = terms.instalment
    if terms.kind != "LAM":
        years = years_between(due, later(due, cycle), terms.day_count, None)
        repaid -= terms.principal * years * (terms.rate_per_year or 0)
    if repaid <= 0:
        raise UnfitTerms("never-repaid", str(terms.instalment))
    more = ceil(terms.principal / repaid) - 1
    if more > INSTALMENTS_MAX:
        raise UnfitTerms("never-repaid", str(terms.instalment))
    return next(islice(dues, more - 1, None)) if more else due
