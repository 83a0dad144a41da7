"""Other readings of a contract that lenders use: each changes one term, so that what it explains can be named."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from ashore.loans.audit.card_readings import card_readings
from ashore.loans.audit.journal import Figure
from ashore.loans.audit.reading import Reading, of_field, of_terms, percent, rates, ratio_of, without_least
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim
from ashore.loans.parts import COMPOUND, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Bucket, Grace, Penalty
from ashore.money import format_fen

MULTIPLE_STEP: Final = 100
FEE_STEP: Final = 10_000
TOLD_MOST_DAYS: Final = 7
"""A statement of a day farther off is another statement; of one instalment alone a day proves nothing."""
PRINCIPAL_FIRST: Final[tuple[Bucket, ...]] = (
    ("past-due", "principal"), ("past-due", "interest"), ("past-due", "penalty"), ("past-due", "fee"),
)  # fmt: skip
INTEREST_FIRST: Final[tuple[Bucket, ...]] = (
    ("past-due", "interest"), ("past-due", "principal"), ("past-due", "penalty"), ("past-due", "fee"),
)  # fmt: skip


def _prepayment(value: str, **fields: object) -> Reading:
    return of_terms(
        "prepayment",
        value,
        lambda terms: replace(terms, prepayment=replace(terms.prepayment, **fields)),  # type: ignore[arg-type]  # names of Prepayment
    )


FIXED: Final[tuple[Reading, ...]] = (
    of_field("day_count", "act/365", day_count="act/365"),
    of_field("day_count", "act/360", day_count="act/360"),
    of_field("day_count", "30E/360", day_count="30E/360"),
    of_field("accrual", "daily", accrual="daily"),
    of_field("accrual", "monthly", accrual="monthly"),
    of_field("method", "level-payment", method="level-payment"),
    of_field("method", "equal-principal", method="equal-principal"),
    of_field("rounding", "down", rounding="down"),
    of_field("rounding", "up", rounding="up"),
    of_field("compound", "true", compound=True),
    of_field("compound", "false", compound=False),
    of_field("grace", "none", grace=None),
    of_field("late_fee", "none", late_fee=None),
    of_field("allocation", "oldest-first", allocation=None, allocation_after_days=None, allocation_after=()),
    of_field("allocation", "principal-first", allocation=PRINCIPAL_FIRST),
    of_field("allocation", "interest-first", allocation=INTEREST_FIRST),
    *(
        of_field("penalty", f"x{multiple}", penalty=Penalty(multiple=Fraction(multiple)))
        for multiple in ("1", "1.3", "1.4", "1.5", "2")
    ),
    *(of_field("grace", f"{days}", grace=Grace(days, "waive")) for days in (1, 3)),
    Reading("penalty-days", "both-ends", lambda basis: replace(basis, both_ends=True)),
    _prepayment("lower", effect="lower"),
    _prepayment("shorten", effect="shorten"),
    _prepayment("held", allowed=False),
)
"""Readings that need no figure of the statement."""
EARLY: Final[tuple[Reading, ...]] = (
    Reading("prepayment", "interest-part", lambda basis: replace(basis, early="part")),
    Reading("prepayment", "interest-all", lambda basis: replace(basis, early="all")),
)
"""Readings of a statement in which part of the principal was repaid early."""
SETTLED: Final[tuple[Reading, ...]] = (
    Reading("settlement-late", "held", lambda basis: replace(basis, settling="late")),
    Reading("settlement", "void", lambda basis: replace(basis, settling="void")),
    Reading("settlement-frozen", "frozen", lambda basis: replace(basis, settling="frozen")),
    Reading("settlement-owed", "left", lambda basis: replace(basis, settled_owed=True)),
)
"""Readings of a statement in which a settlement was agreed."""


def readings(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield every reading that changes the basis; of two that explain as much the first one counts.

    First days that nobody stated, then the fixed ones, then those that the stated figures suggest.
    """
    if basis.card is not None:
        yield from (one for one in card_readings(basis, claims, ours) if one.change(basis) != basis)
        return
    early = EARLY if any(one.early and not one.early.closes for one in basis.events) else ()
    settled = SETTLED if any(one.settles for one in basis.events) else ()
    for one in (*_days(basis, claims, ours), *settled, *FIXED, *early, *_implied(basis, claims, ours)):
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
    terms = basis.terms
    yield from rates(basis, claims, ours)
    if (fee := _fee(claims)) is not None:
        yield _prepayment(f"fee {percent(fee)}", fee=fee)
    if (ratio := ratio_of(claims, ours, {PENALTY, COMPOUND})) and terms.penalty.multiple:
        multiple = Fraction(round(terms.penalty.multiple * ratio * MULTIPLE_STEP), MULTIPLE_STEP)
        yield of_field("penalty", f"x{float(multiple):g}", penalty=Penalty(multiple=multiple))
    payment = _payment(claims)
    if terms.method == "level-payment" and payment:
        yield of_field("payment", format_fen(payment), payment_fen=payment)
    yield from without_least(terms)


def _fee(claims: Sequence[Claim]) -> Fraction | None:
    """Return the fee for repaying early as a share of the principal, off the line where it is largest, to 0.01 %."""
    paid = {(claim.line, claim.parts[0]): claim.fen for claim in claims if claim.kind == "paid"}
    early = ((line, fen) for (line, part), fen in paid.items() if part == FEES)
    fees = [(fen, principal) for line, fen in early if (principal := paid.get((line, PRINCIPAL)))]
    if not fees:
        return None
    fee, principal = max(fees)
    return Fraction(round(Fraction(fee, principal) * FEE_STEP), FEE_STEP)
