"""Drawn loans of a person's book: each figure of a lesson against the second computation, and only where it fits."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.by_hand import half_up, halved, interest, later, stretched
from lessons.figured import figure, from_text, of_debt

AS_OF = date(2026, 11, 23)
HOME = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 900.00
[[debt]]
id = "one"
name = "借款"
creditor = "某银行"
lender_kind = "bank"
balance = {balance}.00
rate = "{rate}"
method = "{method}"
periods_left = {periods}
due_day = {day}
penalty = "x1.5"
compound = {compound}
{more}
"""
RATES = st.sampled_from(["0.02%/day", "0.045%/day", "0.0501%/day", "3.3%/year", "17.77%/year", "24%/year"])
MORE = st.sampled_from([
    "",
    'grace = {days = 3, effect = "waive"}',
    "arrears = {since = 2026-10-05, principal = 100.00, interest = 20.00}",
])  # fmt: skip
METHODS = ("level-payment", "equal-principal", "interest-only", "daily")
LOANS = st.fixed_dictionaries({
    "balance": st.integers(500, 400_000),
    "rate": RATES,
    "method": st.sampled_from(METHODS),
    "periods": st.integers(2, 60),
    "day": st.integers(1, 31),
    "compound": st.sampled_from(["true", "false"]),
    "more": MORE,
})  # fmt: skip


@pytest.mark.property
@given(LOANS, st.integers(1, 90), st.integers(1, 6))
def test_a_drawn_loan_late_and_unpaid(loan, days, months):
    household = from_text(HOME.format(**loan))
    hand = of_debt(household.debts[0], AS_OF)
    dues = hand.dues()
    found = figure("penalty-interest", household, days)
    alone, compound = hand.late(dues[0], days)
    assert (found.own, found.facts["due_fen"], found.facts["due_on"]) == (True, dues[0].total, dues[0].on)
    assert (found.facts["turned_penalty_fen"], found.facts["turned_compound_fen"]) == (alone, compound)
    found = figure("compound-interest", household, months)
    assert found.own == hand.compound
    if found.own:
        end = later(dues[0].on, months, hand.due_day)
        late = [
            (due, *hand.late(due, (end - due.on).days)) for due in dues if (end - due.on).days > hand.grace
        ]
        assert found.facts["turned_interest_fen"] == sum(due.interest for due, _, _ in late)
        assert found.facts["turned_penalty_fen"] == sum(fen for _, fen, _ in late)
        assert found.facts["turned_compound_fen"] == sum(fen for _, _, fen in late)
    found = figure("daily-rate", household, days)
    assert found.own == loan["rate"].endswith("day")
    if found.own:
        assert found.facts["turned_fen"] == half_up(hand.principal * hand.rate * days)


@pytest.mark.property
@given(LOANS, st.integers(1, 12))
def test_a_drawn_loan_deferred_stretched_and_at_half_its_rate(loan, months):
    household = from_text(HOME.format(**loan))
    hand = of_debt(household.debts[0], AS_OF)
    usual = hand.dues()
    total = sum(due.total for due in usual)
    found = figure("deferral-cost", household, months)
    assert (found.own, found.facts["ends_on"]) == (True, usual[-1].on)
    for mode, (_, _, more) in zip(("pay", "accrue", "add"), found.rows, strict=True):
        assert more == sum(due.total for due in hand.deferred(months, mode)) - total, mode
    found = figure("rate-or-instalment", household, months)
    assert found.own == (loan["method"] in METHODS[:2])
    if found.own:
        assert found.facts["interest_fen"] == interest(usual)
        assert found.facts["turned_interest_fen"] == interest(stretched(hand, months))
        assert found.facts["lower_interest_fen"] == interest(halved(hand))
        assert Fraction(found.facts["half_rate"]) * 2 == Fraction(found.facts["yearly_rate"])
