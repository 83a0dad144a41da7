"""A settlement in a statement: by hand, beside nights counted one by one in fractions, and beside the oracle."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.audit.comparing import compare
from ashore.loans.audit.recomputed import Basis, figures
from ashore.loans.audit.settled import settlement_of
from ashore.loans.audit.stated import Claim, Early, Happened, Statement
from ashore.loans.audit.yearly import burden_of
from ashore.loans.parts import COMPOUND, INTEREST, PENALTY
from ashore.loans.settlement import Sum
from ashore.loans.terms import Concession, Event, Opening, Penalty, Terms
from ashore.money import Rate
from oracle.answers import play

LENT, DUE = date(2026, 3, 15), date(2026, 4, 15)
AGREED, FIRST, SECOND = date(2026, 7, 15), date(2026, 8, 15), date(2026, 9, 15)
TERMS = Terms(
    "equal-principal", Rate(Decimal("0.0005"), "day"), accrual="daily", due_day=15,
    penalty=Penalty(multiple=Fraction(3, 2)),
)  # fmt: skip
SUMS = (Sum(FIRST, 4_000_00), Sum(SECOND, 4_000_00))
NIGHT = timedelta(days=1)


def settled(*paid: tuple[date, int], sums: tuple[Sum, ...] = SUMS) -> Basis:
    """Return 10,000.00 due in one sum on 15 April, missed, and a settlement agreed on 15 July; what was paid for it.

    The due asks 10,000.00 and 31 days × 5.00 = 155.00; penalty interest is 7.50 a day.
    """
    events = [Happened(1, Event(AGREED, "agree"), settled=sums)]
    events += [Happened(line, Event(on, "payment", fen)) for line, (on, fen) in enumerate(paid, 5)]
    return Basis(TERMS, Opening(LENT, 10_000_00, 1, LENT), tuple(events))


IN_TIME = settled((FIRST, 4_000_00), (SECOND, 4_000_00))
LATE = settled((FIRST, 4_000_00), (SECOND + NIGHT, 4_000_00))


def fen_of(basis: Basis, *claims: Claim) -> list[int | None]:
    """Return our figures."""
    return [one.fen for one in figures(basis, claims)]


def told(basis: Basis, *claims: Claim) -> list[tuple[str, str]]:
    """Return what the differences of a statement are explained by."""
    found = compare(basis, Statement(claims)).differences
    assert found
    return [(reading.key, reading.value) for one in found for reading in one.readings]


def test_what_is_left_when_the_last_sum_is_paid_is_forgiven():
    """By 15 August 122 days × 7.50 = 915.00; of 4,000.00 these, 155.00 of interest and 2,930.00 of principal are paid.

    7,070.00 × 31 days × 0.075 % = 164.38.  Of 7,234.38 the second 4,000.00 leave 3,234.38, which are forgiven.
    """
    claims = (Claim(5, "left", FIRST, 0), Claim(6, "left", SECOND, 0), Claim(7, "forgiven", SECOND, 0))
    assert fen_of(IN_TIME, *claims) == [7_070_00, 0, 3_234_38]
    assert fen_of(IN_TIME, Claim(8, "owed", SECOND, 0), Claim(9, "owed", SECOND + NIGHT, 0)) == [0, 0]
    found = settlement_of(IN_TIME, SECOND)
    assert found is not None
    assert (found.agreed_on, found.sums, found.paid_fen, found.missed) == (AGREED, SUMS, 8_000_00, None)
    assert (found.closed_on, found.forgiven_fen) == (SECOND, 3_234_38)


def test_after_a_missed_day_the_contract_is_as_it_was():
    """32 days × 7,070.00 × 0.075 % = 169.68; of 4,000.00 3,830.32 repay principal: 3,239.68 are left."""
    day = SECOND + NIGHT
    assert fen_of(LATE, Claim(6, "left", day, 0), Claim(7, "forgiven", day, 0)) == [3_239_68, 0]
    found = settlement_of(LATE, day)
    assert found is not None
    assert (found.missed, found.closed_on, found.paid_fen) == (SUMS[1], None, 8_000_00)


def test_a_settlement_that_still_stands_misses_nothing():
    """On 20 August 7,070.00 and 5 days × 5.3025 = 26.51 are owed by the contract, 4,000.00 by the settlement."""
    day = FIRST + 5 * NIGHT
    found = settlement_of(IN_TIME, day)
    assert found is not None
    assert (found.missed, found.closed_on, found.paid_fen) == (None, None, 4_000_00)
    owed = Claim(6, "owed", day, 4_000_00)
    assert fen_of(IN_TIME, owed) == [7_096_51]
    assert told(IN_TIME, owed) == [("settlement-owed", "left")]


def test_a_sum_missed_on_its_very_day_is_seen_at_the_day_s_end():
    found = settlement_of(settled((FIRST, 3_999_99)), FIRST)
    assert found is not None
    assert found.missed == SUMS[0]


def test_no_settlement_is_none():
    plain = Basis(TERMS, Opening(LENT, 10_000_00, 1, LENT))
    assert settlement_of(plain, SECOND) is None


@pytest.mark.parametrize(
    ("basis", "claim", "named"),
    [
        (LATE, Claim(6, "left", SECOND + NIGHT, 0), ("settlement-late", "held")),
        (IN_TIME, Claim(6, "left", SECOND, 3_234_38), ("settlement", "void")),
        (IN_TIME, Claim(6, "forgiven", SECOND, 2_837_50), ("settlement-frozen", "frozen")),
    ],
    ids=["held though late", "held for nothing", "nothing ran on"],
)
def test_how_the_lender_read_the_settlement_is_named(basis, claim, named):
    """Void: 4,000.00 − 164.38 repay 3,835.62 of 7,070.00.

    Frozen on 15 July: 91 days × 7.50 = 682.50; 4,000.00 leave 6,837.50, and another 4,000.00 leave 2,837.50.
    """
    assert told(basis, claim) == [named]


def test_the_file_s_own_agreement_is_a_settlement_too():
    """One sum of 8,000.00 by 15 September: 153 days × 7.50 = 1,147.50; 11,302.50 − 8,000.00 = 3,302.50."""
    concession = Concession("settle", "agreed-written", until=SECOND, settle_fen=8_000_00)
    events = (
        Happened(0, Event(AGREED, "agree", concession=concession)),
        Happened(5, Event(SECOND, "payment", 8_000_00)),
    )
    basis = Basis(TERMS, Opening(LENT, 10_000_00, 1, LENT), events)
    claims = (Claim(5, "left", SECOND, 0), Claim(5, "forgiven", SECOND, 0), Claim(4, "agreed", AGREED, 0))
    assert fen_of(basis, *claims) == [0, 3_302_50, 8_000_00]
    assert fen_of(basis, Claim(4, "agreed", AGREED + NIGHT, 0)) == [None]


def test_what_the_lender_calls_an_early_closing_is_the_last_sum():
    paid = replace(IN_TIME.events[2], early=Early(closes=True))
    basis = replace(IN_TIME, events=(*IN_TIME.events[:2], paid))
    assert fen_of(basis, Claim(6, "closing", SECOND, 0), Claim(6, "left", SECOND, 0)) == [4_000_00, 0]


def test_the_rest_forgiven_without_a_word_of_an_agreement():
    """5,000.00 on 15 August: 915.00, 155.00 and 3,930.00 of principal; 6,070.00 are left and forgiven."""
    events = (Happened(5, Event(FIRST, "payment", 5_000_00)), Happened(6, Event(FIRST, "close")))
    basis = Basis(TERMS, Opening(LENT, 10_000_00, 1, LENT), events)
    assert fen_of(basis, Claim(6, "forgiven", FIRST, 0), Claim(6, "left", FIRST, 0)) == [6_070_00, 0]
    found = settlement_of(basis, FIRST)
    assert found is not None
    assert (found.agreed_on, found.sums, found.closed_on, found.forgiven_fen) == (None, (), FIRST, 6_070_00)


def test_money_paid_before_anything_was_due_counts_before_the_rest_is_forgiven():
    """On 1 April 17 days × 5.00 = 85.00 have run; of 6,000.00 these are paid first: 4,085.00 are left."""
    day = date(2026, 4, 1)
    events = (Happened(5, Event(day, "payment", 6_000_00)), Happened(6, Event(day, "close")))
    basis = Basis(TERMS, Opening(LENT, 10_000_00, 1, LENT), events)
    assert fen_of(basis, Claim(6, "forgiven", day, 0)) == [4_085_00]


def test_another_agreement_beneath_leaves_the_settlement_standing():
    lower = Concession("rate", "agreed-written", rate=Rate(Decimal("0.0004"), "day"))
    events = (*IN_TIME.events, Happened(0, Event(AGREED + NIGHT, "agree", concession=lower)))
    assert fen_of(replace(IN_TIME, events=events), Claim(6, "left", SECOND, 0)) == [0]


def test_charges_from_the_settlement_on_are_in_no_yearly_rate():
    """It charges 155.00 on 15 April and penalty interest until September; only what came before July counts."""
    claims = (
        Claim(2, "charged", DUE, 155_00, (INTEREST,)),
        Claim(3, "charged", date(2026, 5, 15), 225_00, (PENALTY, COMPOUND)),
        Claim(4, "charged", SECOND, 1_079_38, (PENALTY, COMPOUND)),
    )
    found = burden_of(IN_TIME, Statement(claims), date(2026, 11, 23))
    assert found is not None
    assert (found.charged_fen, found.until) == (380_00, date(2026, 5, 15))


def half_up(value: Fraction) -> int:
    """Return a fraction of a fen as whole fen."""
    return floor(value + Fraction(1, 2))


def night_by_night(paid: list[tuple[date, int]], last: date) -> int:
    """Return what is left to forgive when the last payment was made, counted night by night."""
    principal, interest, penalty = 10_000_00, 155_00, 0
    run, day = Fraction(0), DUE
    while True:
        mine = [fen for on, fen in paid if on == day]
        if mine or day == last:
            penalty, run = penalty + half_up(run), Fraction(0)
        for fen in mine:
            to_penalty = min(fen, penalty)
            to_interest = min(fen - to_penalty, interest)
            penalty, interest = penalty - to_penalty, interest - to_interest
            principal -= fen - to_penalty - to_interest
        if day == last:
            return principal + interest + penalty
        run += principal * Fraction(75, 100_000)
        day += NIGHT


PAYMENTS = st.lists(
    st.tuples(st.integers(1, 120), st.integers(100, 2_000_00)),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one[0],
)


@pytest.mark.property
@given(PAYMENTS)
def test_any_settlement_paid_in_time_beside_nights_counted_one_by_one(drawn):
    paid = sorted((AGREED + after * NIGHT, fen) for after, fen in drawn)
    basis = settled(*paid, sums=tuple(Sum(on, fen) for on, fen in paid))
    last = paid[-1][0]
    expected = night_by_night(paid, last)
    assert fen_of(basis, Claim(9, "left", last, 0), Claim(9, "forgiven", last, 0)) == [0, expected]


WORDS = {
    "method": "equal-principal", "as_of": LENT, "start": LENT, "balance": "86000.00", "periods": 10, "due_day": 15,
    "rate": "0.045%/day", "penalty": "x1.5", "compound": True,
}  # fmt: skip


@pytest.mark.parametrize("fen", [30_000_00, 86_000_00])
@pytest.mark.parametrize("until", [date(2026, 9, 20), date(2027, 2, 1)])
def test_a_settlement_of_a_running_loan_beside_the_oracle(fen, until):
    """Some instalments paid, some missed, some still to come; the settlement is paid two days before its day."""
    terms = replace(TERMS, rate=Rate(Decimal("0.00045"), "day"), compound=True)
    words = {"kind": "settle", "status": "agreed-written", "until": until, "amount": f"{fen / 100:.2f}"}
    concession = Concession("settle", "agreed-written", until=until, settle_fen=fen)
    day = until - 2 * NIGHT
    paid = ((date(2026, 4, 15), 9_799_70), (date(2026, 6, 1), 5_000_00), (day, fen))
    book = play(
        WORDS,
        [
            {"on": AGREED, "kind": "agree", "concession": words},
            *({"on": on, "kind": "payment", "amount": f"{sum_fen / 100:.2f}"} for on, sum_fen in paid),
        ],
        day,
    )
    events = (
        Happened(0, Event(AGREED, "agree", concession=concession)),
        *(Happened(line, Event(on, "payment", sum_fen)) for line, (on, sum_fen) in enumerate(paid, 5)),
    )
    basis = Basis(terms, Opening(LENT, 86_000_00, 10, LENT), events)
    assert fen_of(basis, Claim(9, "forgiven", day, 0), Claim(9, "left", day, 0)) == [book.forgiven, 0]
