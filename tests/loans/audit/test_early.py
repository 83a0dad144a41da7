"""Early repayments and closings, by hand: what is left, what the next instalment asks, what the fee is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.loans.audit.comparing import compare
from ashore.loans.audit.recomputed import Basis, figures
from ashore.loans.audit.stated import ALL, Claim, Early, Happened, Statement
from ashore.loans.parts import DAMAGES, FEES, INTEREST, PRINCIPAL
from ashore.loans.terms import Event, Opening, Prepayment, Terms
from ashore.money import Rate

LENT, APRIL, MAY = date(2026, 3, 15), date(2026, 4, 15), date(2026, 5, 15)
ON = date(2026, 4, 25)
TERMS = Terms("equal-principal", Rate(Decimal("0.00045"), "day"), accrual="daily", due_day=15)
FIRST = Happened(1, Event(APRIL, "payment", 9_799_70))
"""86,000.00 × 31 days × 0.045 % = 1,199.70 of interest, 8,600.00 of principal; 77,400.00 are left."""


def basis(fen: int, early: Early, **terms: object) -> Basis:
    """Return the loan with an early repayment ten days after its first instalment."""
    events = (FIRST, Happened(2, Event(ON, "payment", fen), early))
    return Basis(replace(TERMS, **terms), Opening(LENT, 86_000_00, 10, LENT), events)


def fen_of(found: Basis, *claims: Claim) -> list[int | None]:
    """Return our figures."""
    return [one.fen for one in figures(found, claims)]


NEXT = (
    Claim(2, "left", ON, 0),
    Claim(3, "due", MAY, 0, (PRINCIPAL,)),
    Claim(3, "due", MAY, 0, (INTEREST,)),
)


def test_interest_not_paid_along_is_due_with_the_next_instalment():
    """17,400.00 repaid leave 60,000.00: 77,400.00 × 10 days = 348.30 and 60,000.00 × 20 days = 540.00 of interest."""
    assert fen_of(basis(17_400_00, Early(principal_fen=17_400_00)), *NEXT) == [60_000_00, 8_600_00, 888_30]


@pytest.mark.parametrize(
    ("stated", "taken", "later"),
    [(78_30, 78_30, 810_00), (78_00, 78_00, 810_30), (348_30, 348_30, 540_00), (350_00, 348_30, 540_00)],
)
def test_interest_that_the_statement_names_is_that_of_the_part_or_all_of_it(stated, taken, later):
    """Of the part 17,400.00 × 10 days = 78.30, of all 77,400.00 × 10 days = 348.30; what is paid is not due again."""
    found = basis(17_400_00 + stated, Early(principal_fen=17_400_00, interest_fen=stated))
    paid = Claim(2, "paid", ON, stated, (INTEREST,))
    assert fen_of(found, paid, *NEXT) == [taken, 60_000_00, 8_600_00, later]


def test_instalments_made_smaller_and_a_fee():
    """60,000.00 over the nine instalments left: 6,666.67 each; 3 % of 17,400.00 is 522.00."""
    rule = Prepayment(fee=Fraction(3, 100), effect="lower")
    found = basis(17_922_00, Early(principal_fen=17_400_00), prepayment=rule)
    fee = Claim(2, "paid", ON, 522_00, (FEES, DAMAGES))
    assert fen_of(found, fee, *NEXT) == [522_00, 60_000_00, 6_666_67, 888_30]


def test_a_sum_without_parts_repays_what_it_pays_with_its_fee():
    """1,030.00 at 3 %: 1,000.00 of principal and 30.00."""
    found = basis(1_030_00, Early(), prepayment=Prepayment(fee=Fraction(3, 100)))
    parts = (Claim(2, "paid", ON, 0, (PRINCIPAL,)), Claim(2, "paid", ON, 0, (FEES, DAMAGES)))
    assert fen_of(found, *parts, NEXT[0]) == [1_000_00, 30_00, 76_400_00]


def test_what_is_due_is_paid_before_anything_is_repaid_early():
    """Of 12,000.00 on the due day 9,799.70 are what is due; 2,200.30 repay early and leave 75,199.70."""
    events = (Happened(2, Event(APRIL, "payment", 12_000_00), Early()),)
    found = Basis(TERMS, Opening(LENT, 86_000_00, 10, LENT), events)
    assert fen_of(found, Claim(2, "left", APRIL, 0)) == [75_199_70]


def test_what_closes_the_loan():
    """77,400.00, ten days' interest 348.30, and 1 % of 77,400.00: 78,522.30."""
    found = basis(78_522_30, Early(closes=True), prepayment=Prepayment(fee=Fraction(1, 100)))
    claims = (Claim(2, "closing", ON, 78_522_30, ALL), NEXT[0], *NEXT[1:])
    assert fen_of(found, *claims) == [78_522_30, 0, None, None]


def test_all_the_interest_of_later_instalments_is_more_than_closes_the_loan():
    """The interest of all nine instalments, 8,600.00 × 30 × 45 × 0.045 % = 5,224.50, is taken; 348.30 have run."""
    taken = 77_400_00 + 5_224_50
    found = basis(taken, Early(closes=True))
    statement = Statement((Claim(2, "closing", ON, taken), Claim(2, "paid", ON, 5_224_50, (INTEREST,))))
    closing, interest = compare(found, statement).differences
    assert (closing.fen, interest.fen) == (4_876_20, 4_876_20)
    assert (closing.readings, closing.follows) == ((), None)


@pytest.mark.parametrize(
    ("said", "asked", "value"),
    [
        ((60_000_00, 6_666_67, 888_30), (None, 0), "lower"),
        ((60_000_00, 8_600_00, 810_00), (None, 0), "interest-part"),
        ((60_000_00, 8_600_00, 540_00), (None, 0), "interest-all"),
    ],
)
def test_how_the_lender_took_it_is_named(said, asked, value):
    """What a sum alone repays: 17,400.00; with the part's interest 17,478.30, with all of it 17,748.30."""
    fen = 17_400_00 + {"interest-part": 78_30, "interest-all": 348_30}.get(value, 0)
    claims = tuple(replace(claim, fen=fen) for claim, fen in zip(NEXT, said, strict=True))
    found = compare(basis(fen, Early(*(False, *asked))), Statement(claims))
    named = {(reading.key, reading.value) for one in found.differences for reading in one.readings}
    assert named == {("prepayment", value)}


def test_a_fee_that_the_contract_does_not_have_is_named_by_its_share():
    found = basis(17_922_00, Early(principal_fen=17_400_00))
    claims = (
        Claim(2, "paid", ON, 17_400_00, (PRINCIPAL,)),
        Claim(2, "paid", ON, 522_00, (FEES, DAMAGES)),
        replace(NEXT[0], fen=60_000_00),
    )
    (fee,) = compare(found, Statement(claims)).differences
    assert (fee.ours.fen, fee.fen) == (0, 522_00)
    assert [(reading.key, reading.value) for reading in fee.readings] == [("prepayment", "fee 3%")]


def test_what_is_paid_beyond_an_instalment_is_repaid_early_or_held():
    """10,000.00 on the due day: 200.30 beyond it.  Repaid early they leave 77,199.70; held, 77,400.00."""
    paid = Happened(1, Event(APRIL, "payment", 10_000_00))
    found = Basis(TERMS, Opening(LENT, 86_000_00, 10, LENT), (paid,))
    left = Claim(1, "left", APRIL, 77_199_70)
    assert compare(found, Statement((left,))).differences == ()
    (one,) = compare(found, Statement((replace(left, fen=77_400_00),))).differences
    assert [(reading.key, reading.value) for reading in one.readings] == [("prepayment", "held")]
