"""A year's total by hand: what was charged on what was owed, and for how long."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim, Early, Happened, Statement
from ashore.loans.audit.yearly import burden_of
from ashore.loans.parts import DAMAGES, FEES, INTEREST, PENALTY, PRINCIPAL
from ashore.loans.terms import Event, Opening, Terms
from ashore.money import Rate

LENT = date(2026, 1, 10)
TERMS = Terms("equal-principal", Rate(Decimal("0.12"), "year"), due_day=10)
BASIS = Basis(
    TERMS,
    Opening(LENT, 12_000_00, 12, LENT),
    (
        Happened(1, Event(date(2026, 2, 10), "payment", 1_120_00)),
        Happened(2, Event(date(2026, 3, 10), "payment", 1_110_00)),
    ),
)  # fmt: skip
CLAIMS = (
    Claim(1, "due", date(2026, 2, 10), 120_00, (INTEREST,)),
    Claim(1, "due", date(2026, 2, 10), 100_00, (FEES,)),
    Claim(2, "due", date(2026, 3, 10), 110_00, (INTEREST,)),
)


def test_charged_over_principal_and_days():
    """330.00 on 12,000 for 31 days and 11,000 for 28: 680,000 yuan-days; 330 × 365 / 680,000 = 17.7132 %."""
    burden = burden_of(BASIS, Statement(CLAIMS), date(2026, 12, 31))
    assert burden is not None
    assert (burden.charged_fen, burden.principal_fen_days) == (330_00, 680_000_00)
    assert burden.per_year == Fraction(330 * 365, 680_000)


def test_what_lies_above_a_ceiling():
    """12.4 % of 680,000 yuan-days is 231.0137: of the 330.00 98.99 lie above it (98.9863); 24 % allow 447.12."""
    burden = burden_of(BASIS, Statement(CLAIMS), date(2026, 12, 31))
    assert burden is not None
    assert burden.above_fen(Fraction(124, 1000)) == 98_99
    assert burden.above_fen(Fraction(24, 100)) == 0


def test_penalty_posted_on_its_own_does_not_hide_the_interest_that_fell_due():
    """15.00 of penalty posted beside the 330.00; interest both due and posted counts once, as posted."""
    penalty = Claim(3, "charged", date(2026, 3, 10), 15_00, (PENALTY,))
    interest = Claim(4, "charged", date(2026, 3, 10), 111_00, (INTEREST,))
    for claims, charged in (((penalty,), 345_00), ((penalty, interest), 15_00 + 111_00 + 100_00)):
        burden = burden_of(BASIS, Statement((*CLAIMS, *claims)), date(2026, 12, 31))
        assert burden is not None
        assert burden.charged_fen == charged


def test_what_falls_due_later_does_not_count():
    burden = burden_of(BASIS, Statement(CLAIMS), date(2026, 3, 1))
    assert burden is not None
    assert (burden.until, burden.charged_fen) == (date(2026, 2, 10), 220_00)


def test_a_statement_without_charges_has_no_yearly_total():
    assert burden_of(BASIS, Statement(), date(2026, 12, 31)) is None


def test_what_was_paid_along_with_an_early_repayment_counts():
    """330.00 fell due by March; with 5,000.00 repaid on 20 March 16.13 of interest and 50.00 of fee: 396.13.

    12,000.00 × 31 days, 11,000.00 × 28, 10,000.00 × 10: 780,000 yuan-days.
    """
    day, early = date(2026, 3, 20), Early(principal_fen=5_000_00, interest_fen=16_13)
    events = (*BASIS.events, Happened(3, Event(day, "payment", 5_066_13), early))
    paid = (
        Claim(3, "paid", day, 5_000_00, (PRINCIPAL,)),
        Claim(3, "paid", day, 16_13, (INTEREST,)),
        Claim(3, "paid", day, 50_00, (FEES, DAMAGES)),
    )
    burden = burden_of(
        replace(BASIS, events=events), Statement((*CLAIMS, *paid), events=events), date(2026, 12, 31)
    )
    assert burden is not None
    assert (burden.charged_fen, burden.principal_fen_days) == (396_13, 780_000_00)
