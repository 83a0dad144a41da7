"""One term of a contract read otherwise, and what figures of a statement suggest about it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.loans.audit.journal import Figure
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import INTEREST
from ashore.loans.terms import LateFee, Terms
from ashore.money import Rate, decimal_of

Change = Callable[[Basis], Basis]
RATE_PLACES: Final = Decimal("0.000001")


@dataclass(frozen=True, slots=True)
class Reading:
    """One term read otherwise: the household file's key of the term, the value read, how the basis changes."""

    key: str
    value: str
    change: Change


def of_terms(key: str, value: str, change: Callable[[Terms], Terms]) -> Reading:
    """Return a term read otherwise, by what becomes of the contract."""
    return Reading(key, value, lambda basis: replace(basis, terms=change(basis.terms)))


def of_field(key: str, value: str, **fields: object) -> Reading:
    """Return a term read otherwise, by the fields of the contract that change."""
    return of_terms(key, value, lambda terms: replace(terms, **fields))  # type: ignore[arg-type]  # names of Terms


def rates(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield the rate that the largest figure of interest comes out at."""
    rate = basis.terms.rate
    if ratio := ratio_of(claims, ours, {INTEREST}):
        value = decimal_of(Fraction(rate.value) * ratio, RATE_PLACES).normalize()
        yield of_field("rate", f"{(value * 100).normalize():f}%/{rate.per}", rate=Rate(value, rate.per))


def without_least(terms: Terms) -> Iterator[Reading]:
    """Yield damages without a least amount, where the contract has one."""
    fee = terms.late_fee
    if fee is not None and fee.min_fen:
        yield of_field("late_fee", "no-minimum", late_fee=LateFee(fee.share, 0, fee.max_fen))


def ratio_of(claims: Sequence[Claim], ours: Sequence[Figure], parts: set[int]) -> Fraction | None:
    """Return stated ÷ ours of the largest figure about these parts, None where there is none."""
    pairs = [
        (figure.fen, claim.fen)
        for claim, figure in zip(claims, ours, strict=True)
        if figure.fen and claim.fen and set(claim.parts) <= parts and claim.kind in {"due", "late", "charged"}
    ]
    if not pairs:
        return None
    mine, theirs = max(pairs)
    return Fraction(theirs, mine)


def percent(share: Fraction) -> str:
    """Return a share as a percentage: `3%`."""
    return f"{decimal_of(share * 100, RATE_PLACES).normalize():f}%"
