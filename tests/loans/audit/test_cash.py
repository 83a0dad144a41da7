"""Cash drawn on a card, and damages that are no plain share: by hand, and beside nights counted one by one."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.audit.bills import Bill, Card, CardRule, Posted
from ashore.loans.audit.card import Contract, figures_of_bills
from ashore.loans.audit.card_figures import card_figures
from ashore.loans.audit.comparing import compare
from ashore.loans.audit.recomputed import Basis
from ashore.loans.audit.stated import Claim, Statement
from ashore.loans.opening import EVERY_DAY_WORKS
from ashore.loans.parts import DAMAGES, INTEREST
from ashore.loans.terms import LateFee, Minimum, Opening, Terms, fixed_late_fee
from ashore.money import Rate

TERMS = Terms(
    "revolving", Rate(Decimal("0.0005"), "day"), accrual="daily", due_day=25, minimum=Minimum(Fraction(1, 10)),
    cash_rate=Rate(Decimal("0.0006"), "day"),
)  # fmt: skip
NIGHT = timedelta(days=1)


def day(month: int, number: int) -> date:
    """Return a day of 2026."""
    return date(2026, month, number)


BILLS = (Bill(3, day(6, 5), 600_00), Bill(7, day(7, 5), 1_015_00), Bill(10, day(8, 5), 530_55))
POSTED = (
    Posted(1, day(5, 10), "bought", 600_00),
    Posted(4, day(6, 10), "cash", 1_000_00),
    Posted(5, day(6, 25), "paid", 600_00),
    Posted(6, day(7, 5), "interest", 15_00),
    Posted(8, day(7, 25), "paid", 500_00),
    Posted(9, day(8, 5), "interest", 15_55),
)


def interest(card: Card, rule: CardRule | None = None, **terms: object) -> list[int | None]:
    """Return our figure of each bill's interest after the first."""
    contract = Contract(replace(TERMS, **terms), rule or CardRule(), EVERY_DAY_WORKS)
    return [one.interest_fen for one in figures_of_bills(card, contract)][1:]


def test_cash_bears_interest_from_its_day_though_every_bill_was_paid_in_full():
    """600.00 paid on 25 June are all of the first bill: its purchase bears nothing.  1,000.00 × 25 × 0.06 % = 15.00.

    500.00 on 25 July pay 15.00 of interest and 485.00 of the cash: 1,000.00 × 20 and 515.00 × 11 = 25,665.00 for one
    day at 0.06 %; the billed 15.00 × 20 at 0.05 %, for 1,015.00 were not paid in full: 15.399 + 0.15 = 15.55.
    """
    assert interest(Card(BILLS, POSTED)) == [15_00, 15_55]


def test_cash_at_the_card_s_own_rate_where_no_other_is_named():
    """1,000.00 × 25 × 0.05 % = 12.50."""
    assert interest(Card(BILLS, POSTED), cash_rate=None)[0] == 12_50


def test_interest_on_cash_in_a_line_of_its_own():
    """15.399 and 0.15, each rounded for itself: 15.40 and 0.15."""
    posted = (
        *POSTED[:3], Posted(6, day(7, 5), "cash-interest", 15_00), POSTED[4],
        Posted(9, day(8, 5), "cash-interest", 15_40), Posted(11, day(8, 5), "interest", 15),
    )  # fmt: skip
    card = Card(BILLS, posted)
    claims = (
        Claim(6, "charged", day(7, 5), 15_00, (INTEREST,)),
        Claim(9, "charged", day(8, 5), 15_40, (INTEREST,)),
        Claim(11, "charged", day(8, 5), 15, (INTEREST,)),
    )
    found = list(card_figures(card, Contract(TERMS, CardRule(), EVERY_DAY_WORKS), claims))
    assert [one.fen for one in found] == [15_00, 15_40, 15]
    assert [[entry.kind for entry in one.entries] for one in found] == [
        ["cash-lot", "cash-lots"], ["cash-lot", "cash-lot", "cash-lots"], ["lot", "lots"],
    ]  # fmt: skip


def test_cash_in_the_first_bill_runs_on_from_that_bill():
    """600.00 and 200.00 of cash with 1.44 of interest are the first bill, paid in full on 25 June.

    The cash bears 20 more days until then: 200.00 × 20 × 0.06 % = 2.40.
    """
    posted = (
        Posted(1, day(5, 10), "bought", 600_00), Posted(2, day(5, 24), "cash", 200_00),
        Posted(3, day(6, 5), "interest", 1_44), Posted(4, day(6, 25), "paid", 801_44),
    )  # fmt: skip
    bills = (Bill(3, day(6, 5), 801_44), Bill(5, day(7, 5), 0))
    assert interest(Card(bills, posted)) == [2_40]


def test_nobody_can_tell_where_the_first_bill_may_hold_cash_unseen():
    assert interest(Card(BILLS, POSTED[1:])) == [None, 15_55]


def compared(card: Card, *claims: Claim, **terms: object):
    """Return the differences of a card's statement."""
    basis = Basis(replace(TERMS, **terms), Opening(day(6, 5), 600_00, 1, day(6, 5)), card=card)
    return compare(basis, Statement(claims, card=card)).differences


@pytest.mark.parametrize(
    ("stated", "named"),
    [
        ((0, 15_05), {("card-cash", "as-bought")}),
        ((17_50, 18_12), {("cash_rate", "0.07%/day")}),
        ((15_00, 15_55), set()),
    ],
    ids=["like a purchase", "another rate", "right"],
)
def test_how_the_lender_counted_cash_is_named(stated, named):
    """At 0.07 %: 17.50; 25,665.00 × 0.07 % + 0.15 = 18.1155: 18.12.

    Like a purchase nothing is charged in July; in August 1,000.00 × 45 days from 10 June, 515.00 × 11 days and
    15.00 × 20 days of billed interest would be: the lender states 15.05, which that is not.
    """
    claims = [Claim(line, "charged", on, fen, (INTEREST,)) for line, on, fen in ((6, day(7, 5), stated[0]),)]
    if named != {("card-cash", "as-bought")}:
        claims.append(Claim(9, "charged", day(8, 5), stated[1], (INTEREST,)))
    found = compared(Card(BILLS, POSTED), *claims)
    assert {(reading.key, reading.value) for one in found for reading in one.readings} == named


@pytest.mark.parametrize(("first", "expected"), [("oldest", 26_71), ("cash", 26_71), ("bought", 24_19)])
def test_which_principal_a_payment_fills_first(first, expected):
    """Cash of 1,000.00 on 10 June, a purchase of 500.00 on the 12th, 300.00 paid on the 30th; no more until 5 August.

    Oldest or cash first: the purchase bears 500.00 × 54 days at 0.05 % = 13.50, the cash from the bill of 5 July on
    700.00 × 31 days at 0.06 % = 13.02.  Bought first: 200.00 × 54 days = 5.40, 1,000.00 × 31 days = 18.60.  The billed
    12.00 bear 31 days, 0.186.
    """
    posted = (
        Posted(2, day(6, 10), "cash", 1_000_00), Posted(3, day(6, 12), "bought", 500_00),
        Posted(4, day(6, 30), "paid", 300_00), Posted(5, day(7, 5), "interest", 12_00),
    )  # fmt: skip
    bills = (Bill(1, day(6, 5), 0), Bill(6, day(7, 5), 1_212_00), Bill(7, day(8, 5), 1_212_00))
    assert interest(Card(bills, posted), CardRule(principal=first))[1] == expected


def night_by_night(happens: list[tuple[int, str, int]]) -> tuple[Card, list[int]]:
    """Return a card that only cash was drawn on, with the interest of each bill, counted night by night.

    Billed interest is paid first and bears none (the reading `interest-free`); on a day it comes before what is paid.
    """
    today, cash, billed, run = day(1, 6), 0, 0, Fraction(0)
    bills, posted, expected = [Bill(0, day(1, 5), 0)], [], []
    for offset in range(120):
        if today.day == 5:
            expected.append(floor(run + Fraction(1, 2)))
            posted += [Posted(0, today, "interest", expected[-1])] if expected[-1] else []
            billed, run = billed + expected[-1], Fraction(0)
        drawn = sum(fen for at, kind, fen in happens if at == offset and kind == "cash")
        wanted = sum(fen for at, kind, fen in happens if at == offset and kind == "paid")
        paid = min(wanted, cash + drawn + billed)
        to_billed = min(paid, billed)
        billed, cash = billed - to_billed, cash + drawn - (paid - to_billed)
        posted += [Posted(0, today, "cash", drawn)] if drawn else []
        posted += [Posted(0, today, "paid", paid)] if paid else []
        bills += [Bill(0, today, cash + billed)] if today.day == 5 else []
        run += cash * Fraction(6, 10_000)
        today += NIGHT
    return Card(tuple(bills), tuple(posted)), expected


HAPPENS = st.lists(
    st.tuples(st.integers(0, 119), st.sampled_from(["cash", "paid"]), st.integers(1, 500_000)), max_size=10
)


@pytest.mark.property
@given(HAPPENS)
def test_any_cash_beside_nights_counted_one_by_one(happens):
    card, expected = night_by_night(happens)
    assert interest(card, CardRule(on_interest=False)) == expected


UNPAID = Card(
    (
        Bill(2, day(6, 5), 1_000_00, minimum_fen=100_00),
        Bill(4, day(7, 5), 1_000_00, minimum_fen=100_00),
        Bill(6, day(8, 5), 1_000_00, minimum_fen=100_00),
    ),
    (Posted(1, day(6, 1), "bought", 1_000_00), Posted(3, day(6, 20), "paid", 40_00)),
)
"""60.00 of the first minimum was not paid, all 100.00 of the second."""
FIVE = LateFee(Fraction(1, 20))


def damages(fee: LateFee | None, fees: tuple[LateFee, LateFee] | None = None):
    """Return our damages of the second and third bill, with their least where there is a range."""
    contract = Contract(replace(TERMS, late_fee=fee), CardRule(), EVERY_DAY_WORKS, fees)
    return [(one.damages_fen, one.damages_least_fen) for one in figures_of_bills(UNPAID, contract)][1:]


def test_damages_that_are_a_share_with_bounds_or_a_fixed_sum():
    """5 % of 60.00 and 100.00: 3.00 and 5.00; at least 4.00; at most 4.00; always 20.00."""
    assert damages(FIVE) == [(3_00, None), (5_00, None)]
    assert damages(LateFee(Fraction(1, 20), 4_00)) == [(4_00, None), (5_00, None)]
    assert damages(LateFee(Fraction(1, 20), 0, 4_00)) == [(3_00, None), (4_00, None)]
    assert damages(fixed_late_fee(20_00)) == [(20_00, None), (20_00, None)]
    assert (fixed_late_fee(20_00).fixed_fen, FIVE.fixed_fen) == (20_00, None)


def test_damages_by_typical_terms_lie_between_two_figures():
    fees = (FIVE, LateFee(Fraction(1, 20), 20_00))
    assert damages(FIVE, fees) == [(20_00, 3_00), (20_00, 5_00)]


def stated(first: int, second: int) -> tuple[Claim, Claim]:
    """Return the damages of two bills as a statement has them."""
    return (
        Claim(5, "charged", day(7, 1), first, (DAMAGES,)),
        Claim(7, "charged", day(8, 1), second, (DAMAGES,)),
    )


@pytest.mark.parametrize(
    ("said", "differences"),
    [
        ((10_00, 10_00), []),
        ((3_00, 20_00), []),
        ((2_99, 20_01), [(3_00, -1), (20_00, 1)]),
    ],
    ids=["between", "at both ends", "outside"],
)
def test_what_lies_in_the_range_is_not_wrong_and_what_does_not_is_held_against_its_nearer_end(
    said, differences
):
    fees = (FIVE, LateFee(Fraction(1, 20), 20_00))
    basis = Basis(
        replace(TERMS, late_fee=FIVE), Opening(day(6, 5), 0, 1, day(6, 5)), card=UNPAID, late_fees=fees
    )
    found = compare(basis, Statement(stated(*said), card=UNPAID)).differences
    assert [(one.ours.fen, one.fen) for one in found] == differences


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ((15_00, 15_00), "least 15.00"),
        ((6_00, 10_00), "share 10%"),
        ((4_50, 5_00), "least 4.50"),
        ((7_00, 10_00), "share 10%, least 7.00"),
        ((0, 0), "none"),
    ],
)
def test_the_rule_that_two_figures_follow_is_named(said, value):
    found = compared(UNPAID, *stated(*said), late_fee=FIVE)
    assert {(reading.key, reading.value) for one in found for reading in one.readings} == {
        ("late_fee", value)
    }


def test_a_fixed_sum_is_named_where_the_contract_has_no_share():
    found = compared(UNPAID, *stated(15_00, 15_00))
    assert {reading.value for one in found for reading in one.readings} == {"fixed 15.00"}


def test_one_figure_alone_fits_any_rule_and_names_none():
    found = compared(UNPAID, stated(15_00, 0)[0], late_fee=FIVE)
    assert [one.readings for one in found] == [()]
