"""Other readings of what a card charges for a minimum not paid: none, a fixed sum, another share, another least."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ashore.loans.audit.journal import Figure
from ashore.loans.audit.reading import Reading, percent
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import DAMAGES
from ashore.loans.running import late_fee_fen
from ashore.loans.terms import LateFee, fixed_late_fee
from ashore.money import format_fen

SHARE_STEP: Final = 1_000
"""Shares are looked for in steps of 0.1 %."""
AGREE_LEAST: Final = 2
"""How many stated figures a rule must give before it is named: one alone fits any rule."""


def late_fee_readings(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield other rules for damages: none, without a least sum, and those that at least two stated figures follow."""
    fee = basis.terms.late_fee
    yield _reading("none", None)
    if fee is not None and fee.min_fen:
        yield _reading("no-minimum", LateFee(fee.share, 0, fee.max_fen))
    pairs = _pairs(claims, ours)
    for value, rule in _suggested(pairs, fee):
        if sum(late_fee_fen(rule, unpaid) == stated for unpaid, stated in pairs) >= AGREE_LEAST:
            yield _reading(value, rule)


def _reading(value: str, rule: LateFee | None) -> Reading:
    """Return the damages read otherwise; a range of typical terms does not count beside a rule that was named."""
    return Reading(
        "late_fee",
        value,
        lambda basis: replace(basis, terms=replace(basis.terms, late_fee=rule), late_fees=None),
    )


def _pairs(claims: Sequence[Claim], ours: Sequence[Figure]) -> list[tuple[int, int]]:
    """Return what of each minimum was not paid, with the damages stated on it."""
    found: list[tuple[int, int]] = []
    for claim, figure in zip(claims, ours, strict=True):
        if claim.parts == (DAMAGES,) and claim.fen:
            found += [(one.principal_fen, claim.fen) for one in figure.entries if one.kind == "unpaid"]
    return found


def _suggested(pairs: Sequence[tuple[int, int]], fee: LateFee | None) -> Iterator[tuple[str, LateFee]]:
    """Yield a least sum beside the contract's share, a fixed sum, a share off the largest figure, also with a least."""
    if not pairs:
        return
    stated = [fen for _, fen in pairs]
    if fee is not None and fee.share:
        yield f"least {format_fen(min(stated))}", LateFee(fee.share, min(stated), fee.max_fen)
    yield f"fixed {format_fen(max(stated))}", fixed_late_fee(max(stated))
    unpaid, most = max(pairs)
    share = Fraction(round(Fraction(most * SHARE_STEP, unpaid)), SHARE_STEP)
    bounds = (fee.min_fen, fee.max_fen) if fee else (0, None)
    yield f"share {percent(share)}", LateFee(share, *bounds)
    yield f"share {percent(share)}, least {format_fen(min(stated))}", LateFee(share, min(stated))
