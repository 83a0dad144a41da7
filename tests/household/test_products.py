"""A product lies under what the person typed; whatever came from it or from nowhere is listed as assumed."""

import dataclasses
from decimal import Decimal
from fractions import Fraction

import pytest

from ashore.household.dumping import dump_household
from ashore.loans.terms import LateFee, Penalty
from ashore.money import Rate
from household.files import BUSINESS_LOAN, HEAD, codes, read

PRODUCTS = {BUSINESS_LOAN.id: BUSINESS_LOAN}
BARE = (
    HEAD
    + '\n[[debt]]\nid = "shop"\nproduct = "toyland/shop-loan"\nbalance = 9000.00\nperiods_left = 9\ndue_day = 5\n'
)


def test_what_nobody_typed_comes_from_the_product():
    (debt,) = read(BARE, PRODUCTS).debts
    assert (debt.creditor, debt.terms.method) == ("Toy Bank", "equal-principal")
    assert debt.terms.penalty == Penalty(multiple=Fraction(3, 2))
    assert debt.terms.compound
    assert debt.terms.late_fee == LateFee(Fraction(5, 100), 1_000)
    assert debt.priority == "credit-record"


def test_an_unknown_rate_takes_the_top_of_the_range():
    (debt,) = read(BARE, PRODUCTS).debts
    assert debt.terms.rate == Rate(Decimal("0.0005"), "day")
    assert debt.terms.accrual == "daily"


def test_a_product_without_a_range_gives_its_usual_rate():
    product = dataclasses.replace(BUSINESS_LOAN, rate_top=None)
    (debt,) = read(BARE, {product.id: product}).debts
    assert debt.terms.rate == Rate(Decimal("0.0003"), "day")


def test_what_came_from_the_product_or_from_nowhere_is_assumed_and_has_its_source():
    (debt,) = read(BARE, PRODUCTS).debts
    supplied = ("creditor", "method", "rate", "penalty", "compound", "late_fee", "priority")
    assert debt.assumed == (*supplied[:6], "prepayment", "priority")
    assert debt.sources == dict.fromkeys(supplied, "toyland/shop-loan")


def test_what_the_person_typed_wins_and_is_not_assumed():
    typed = 'rate = "14%/year"\npenalty = "none"\ncompound = false\nsource = {rate = "contract"}\n'
    (debt,) = read(BARE + typed, PRODUCTS).debts
    assert (debt.terms.rate, debt.terms.accrual) == (Rate(Decimal("0.14"), "year"), "monthly")
    assert (debt.terms.penalty, debt.terms.compound) == (Penalty(), False)
    assert debt.assumed == ("creditor", "method", "late_fee", "prepayment", "priority")
    assert debt.sources["rate"] == "contract"
    assert "penalty" not in debt.sources


def test_a_typed_table_replaces_the_products_whole():
    (debt,) = read(BARE + 'late_fee = {percent = "2%"}\n', PRODUCTS).debts
    assert debt.terms.late_fee == LateFee(Fraction(2, 100))


def test_a_range_of_damages_holds_where_the_product_gives_them_and_nobody_typed_them():
    ends = (LateFee(Fraction(5, 100)), LateFee(Fraction(5, 100), 2_000))
    product = dataclasses.replace(BUSINESS_LOAN, late_fee_range=ends)
    (debt,) = read(BARE, {product.id: product}).debts
    assert debt.late_fee_range == ends
    (typed,) = read(BARE + "late_fee = {amount = 20.00}\n", {product.id: product}).debts
    assert (typed.terms.late_fee, typed.late_fee_range) == (LateFee(Fraction(0), 2_000, 2_000), None)


@pytest.mark.parametrize("typed", ["", 'compound = false\npenalty = "none"\nallocation = []\n'])
def test_a_file_written_from_what_was_read_gives_the_same_with_the_same_product(typed):
    household = read(BARE + typed, PRODUCTS)
    assert read(dump_household(household), PRODUCTS) == household


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("", ["product-unknown-near", "method-missing", "rate-missing"]),
        ('rate = "1%/month"\n', ["product-unknown-near", "method-missing"]),
        ('rate = "1%/month"\nmethod = "bullet"\n', ["product-unknown-near"]),
    ],
)
def test_an_unknown_product_stops_only_where_its_rate_or_method_would_be_needed(lines, found):
    text = BARE.replace("shop-loan", "shop-laon") + lines
    assert sorted(code for code, _ in codes(text, PRODUCTS)) == sorted(found)


def test_an_unknown_field_never_blocks_a_plan_if_a_product_supplies_it():
    defaults = {"method": "revolving", "minimum": {"percent": "10%"}, "due_day": 9}
    product = dataclasses.replace(BUSINESS_LOAN, defaults=defaults)
    text = HEAD + '\n[[debt]]\nid = "c"\nproduct = "toyland/shop-loan"\nbalance = 100.00\n'
    (debt,) = read(text, {product.id: product}).debts
    assert (debt.terms.due_day, debt.terms.method) == (9, "revolving")
    assert codes(text, {product.id: product}) == []


def test_what_the_method_does_not_use_is_not_asked_for_in_a_product():
    defaults = {**BUSINESS_LOAN.defaults, "minimum": {"percent": "10%"}}
    product = dataclasses.replace(BUSINESS_LOAN, defaults=defaults)
    assert codes(BARE, {product.id: product}) == []
