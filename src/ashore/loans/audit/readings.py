"""Other readings of a contract that lenders use: each changes one term, so that what it explains can be named."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.loans.audit.recomputed import Basis, Figure
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import COMPOUND, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Bucket, Grace, LateFee, Penalty, Terms
from ashore.money import Rate, format_fen

Change = Callable[[Basis], Basis]
RATE_PLACES: Final = Decimal("0.000001")
MULTIPLE_STEP: Final = 100
TOLD_MOST_DAYS: Final = 7
"""A statement of a day farther off is another statement; of one instalment alone a day proves nothing."""
PRINCIPAL_FIRST: Final[tuple[Bucket, ...]] = (
    ("past-due", "principal"), ("past-due", "interest"), ("past-due", "penalty"), ("past-due", "fee"),
)  # fmt: skip
INTEREST_FIRST: Final[tuple[Bucket, ...]] = (
    ("past-due", "interest"), ("past-due", "principal"), ("past-due", "penalty"), ("past-due", "fee"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One term read otherwise: the household file's key of the term, the value read, how the basis changes."""

    key: str
    value: str
    change: Change


def _terms(key: str, value: str, change: Callable[[Terms], Terms]) -> Reading:
    return Reading(key, value, lambda basis: replace(basis, terms=change(basis.terms)))


def _field(key: str, value: str, **fields: object) -> Reading:
    return _terms(key, value, lambda terms: replace(terms, **fields))  # type: ignore[arg-type]  # names of Terms


FIXED: Final[tuple[Reading, ...]] = (
    _field("day_count", "act/365", day_count="act/365"),
    _field("day_count", "act/360", day_count="act/360"),
    _field("day_count", "30E/360", day_count="30E/360"),
    _field("accrual", "daily", accrual="daily"),
    _field("accrual", "monthly", accrual="monthly"),
    _field("method", "level-payment", method="level-payment"),
    _field("method", "equal-principal", method="equal-principal"),
    _field("rounding", "down", rounding="down"),
    _field("rounding", "up", rounding="up"),
    _field("compound", "true", compound=True),
    _field("compound", "false", compound=False),
    _field("grace", "none", grace=None),
    _field("late_fee", "none", late_fee=None),
    _field("allocation", "oldest-first", allocation=None, allocation_after_days=None, allocation_after=()),
    _field("allocation", "principal-first", allocation=PRINCIPAL_FIRST),
    _field("allocation", "interest-first", allocation=INTEREST_FIRST),
    *(
        _field("penalty", f"x{multiple}", penalty=Penalty(multiple=Fraction(multiple)))
        for multiple in ("1", "1.3", "1.4", "1.5", "2")
    ),
    *(_field("grace", f"{days}", grace=Grace(days, "waive")) for days in (1, 3)),
    Reading("penalty-days", "both-ends", lambda basis: replace(basis, both_ends=True)),
)
"""Readings that need no figure of the statement."""


def readings(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield every reading that changes the basis; of two that explain as much the first one counts.

    First days that nobody stated, then the fixed ones, then those that the stated figures suggest.
    """
    for one in (*_days(basis, claims, ours), *FIXED, *_implied(basis, claims, ours)):
        if one.change(basis) != basis:
            yield one


def _days(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield the day on which the statement may have been made, and the one on which the money may have come."""
    until, opening = basis.until, basis.opening
    unpaid = [
        (figure.fen, claim.fen, (until - claim.due).days)
        for claim, figure in zip(claims, ours, strict=True)
        if until and claim.due and claim.on == until and claim.kind == "late" and figure.fen
    ]
    if unpaid and until:
        mine, theirs, days = max(unpaid)
        more = round(Fraction(theirs * days, mine)) - days
        told = until + timedelta(days=more)
        if len(unpaid) > 1 and abs(more) <= TOLD_MOST_DAYS:
            yield Reading("statement-day", told.isoformat(), lambda basis: replace(basis, told=told))
    dues = [
        (claim.on, figure.fen, claim.fen)
        for claim, figure in zip(claims, ours, strict=True)
        if claim.kind == "due" and claim.parts == (INTEREST,) and figure.fen and claim.fen
    ]
    if dues and not basis.start_known:
        due, mine, theirs = min(dues)
        start = due - timedelta(days=round(Fraction(theirs * (due - opening.on).days, mine)))
        begun = replace(opening, on=start, accrued_from=start)
        yield Reading("start", start.isoformat(), lambda basis: replace(basis, opening=begun))


def _payment(claims: Sequence[Claim]) -> int | None:
    """Return the instalment that most dues ask, principal and interest together; None where fewer than two agree."""
    asked: Counter[date] = Counter()
    for claim in claims:
        if claim.kind == "due" and set(claim.parts) <= {PRINCIPAL, INTEREST}:
            asked[claim.on] += claim.fen
    common = Counter(asked.values()).most_common(1)
    return common[0][0] if common and common[0][1] > 1 else None


def _implied(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield the rate, the penalty multiple, the instalment and the damages that the stated figures come out at."""
    rate, terms = basis.terms.rate, basis.terms
    if ratio := _ratio(claims, ours, {INTEREST}):
        value = _decimal(Fraction(rate.value) * ratio)
        found = Rate(value, rate.per)
        yield _field("rate", f"{(value * 100).normalize():f}%/{rate.per}", rate=found)
    if (ratio := _ratio(claims, ours, {PENALTY, COMPOUND})) and terms.penalty.multiple:
        multiple = Fraction(round(terms.penalty.multiple * ratio * MULTIPLE_STEP), MULTIPLE_STEP)
        yield _field("penalty", f"x{float(multiple):g}", penalty=Penalty(multiple=multiple))
    payment = _payment(claims)
    if terms.method == "level-payment" and payment:
        yield _field("payment", format_fen(payment), payment_fen=payment)
    fee = terms.late_fee
    if fee is not None and fee.min_fen:
        yield _field("late_fee", "no-minimum", late_fee=LateFee(fee.share, 0, fee.max_fen))


def _ratio(claims: Sequence[Claim], ours: Sequence[Figure], parts: set[int]) -> Fraction | None:
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


def _decimal(value: Fraction) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(RATE_PLACES).normalize()
