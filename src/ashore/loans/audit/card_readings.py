"""Other readings of a card's contract: what bears interest, the rate, money drawn, the minimum, the damages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from ashore.loans.audit.journal import Figure
from ashore.loans.audit.late_fees import late_fee_readings
from ashore.loans.audit.reading import RATE_PLACES, Reading, of_field, percent, rates
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim
from ashore.loans.terms import Grace
from ashore.money import Rate, decimal_of

USUAL_PLACES: Final = Decimal("0.00001")
"""Rates of a day are told to a thousandth of a percent; a figure of whole fen may tell a finer one wrongly."""


def _card(key: str, value: str, **fields: object) -> Reading:
    return Reading(
        key,
        value,
        lambda basis: replace(basis, card_rule=replace(basis.card_rule, **fields)),  # type: ignore[arg-type]  # names of CardRule
    )


CARD: Final[tuple[Reading, ...]] = (
    _card("card-interest", "unpaid", charging="unpaid"),
    _card("card-interest", "from-due", charging="from-due"),
    _card("card-interest", "interest-free", on_interest=False),
    of_field("rounding", "down", rounding="down"),
    of_field("rounding", "up", rounding="up"),
    of_field("grace", "none", grace=None),
    *(of_field("grace", f"{days}", grace=Grace(days, "waive")) for days in (1, 3)),
)
"""Readings of a card's statement that need no figure of it."""
CASH: Final[tuple[Reading, ...]] = (
    _card("card-cash", "as-bought", cash="as-bought"),
    _card("card-cash", "paid-first", principal="cash"),
    _card("card-cash", "paid-last", principal="bought"),
)
"""Readings of a card on which money was drawn."""


def card_readings(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield readings of a card: the fixed ones, then the rates, the damages and the minimum's share suggested."""
    yield from CARD
    if basis.card and any(one.kind == "cash" for one in basis.card.posted):
        yield from CASH
        yield from _cash_rates(claims, ours)
    yield from rates(basis, claims, ours)
    yield from late_fee_readings(basis, claims, ours)
    yield from _minimums(basis)


def _cash_rates(claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield the rate of a day at which the most money drawn makes up what the stated interest has beyond the rest."""
    found: list[tuple[int, Fraction]] = []
    for claim, figure in zip(claims, ours, strict=True):
        together = next((one for one in figure.entries if one.kind == "cash-lots"), None)
        if together is not None and figure.fen is not None and claim.kind == "charged":
            # What our figure has at our rate of the money drawn is taken off it, the rest is the other interest.
            other = figure.fen - together.principal_fen * together.rate
            found.append((together.principal_fen, (claim.fen - other) / together.principal_fen))
    if not found or max(found)[1] <= 0:
        return
    for places in (USUAL_PLACES, RATE_PLACES):
        value = decimal_of(max(found)[1], places).normalize()
        rate = f"{(value * 100).normalize():f}%/day"
        yield of_field("cash_rate", rate, cash_rate=Rate(value, "day"))


def _minimums(basis: Basis) -> Iterator[Reading]:
    """Yield the minimum's share that the largest bill suggests, and what it may be a share of."""
    rule, bills = basis.terms.minimum, basis.card.bills if basis.card else ()
    pairs = [(bill.total_fen, bill.minimum_fen) for bill in bills if bill.minimum_fen and bill.total_fen]
    if rule and pairs:
        total, least = max(pairs)
        share = Fraction(round(Fraction(least * 100, total)), 100)
        yield of_field("minimum", f"{percent(share)}", minimum=replace(rule, share=share))
        yield of_field("minimum", "before-interest", minimum=replace(rule, base="before-interest"))
        yield of_field("minimum", "statement", minimum=replace(rule, base="statement"))
