"""Other readings of a card's contract: what bears interest, the rate, the minimum, the damages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from ashore.loans.audit.journal import Figure
from ashore.loans.audit.reading import Reading, of_field, percent, rates, without_least
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim
from ashore.loans.terms import Grace


def _card(value: str, **fields: object) -> Reading:
    return Reading(
        "card-interest",
        value,
        lambda basis: replace(basis, card_rule=replace(basis.card_rule, **fields)),  # type: ignore[arg-type]  # names of CardRule
    )


CARD: Final[tuple[Reading, ...]] = (
    _card("unpaid", charging="unpaid"),
    _card("from-due", charging="from-due"),
    _card("interest-free", on_interest=False),
    of_field("rounding", "down", rounding="down"),
    of_field("rounding", "up", rounding="up"),
    of_field("grace", "none", grace=None),
    *(of_field("grace", f"{days}", grace=Grace(days, "waive")) for days in (1, 3)),
    of_field("late_fee", "none", late_fee=None),
)
"""Readings of a card's statement that need no figure of it."""


def card_readings(basis: Basis, claims: Sequence[Claim], ours: Sequence[Figure]) -> Iterator[Reading]:
    """Yield readings of a card: the fixed ones, then the rate, the minimum's share and the damages suggested."""
    yield from CARD
    yield from rates(basis, claims, ours)
    yield from without_least(basis.terms)
    rule = basis.terms.minimum
    pairs = (
        [
            (bill.total_fen, bill.minimum_fen)
            for bill in basis.card.bills
            if bill.minimum_fen and bill.total_fen
        ]
        if basis.card
        else []
    )
    if rule and pairs:
        total, least = max(pairs)
        share = Fraction(round(Fraction(least * 100, total)), 100)
        yield of_field("minimum", f"{percent(share)}", minimum=replace(rule, share=share))
        yield of_field("minimum", "before-interest", minimum=replace(rule, base="before-interest"))
        yield of_field("minimum", "statement", minimum=replace(rule, base="statement"))
