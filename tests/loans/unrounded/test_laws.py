"""Laws of every contract: all that is lent comes back, the two sides mirror, a later description goes on the same."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ashore.loans.unrounded.moments import Cycle, Repeat
from ashore.loans.unrounded.running import events
from ashore.loans.unrounded.terms import Reset, Terms
from loans.unrounded.case import loan, on

pytestmark = pytest.mark.property
INDEX = {"I": [(on("2020-12-01"), Fraction("0.03")), (on("2021-06-15"), Fraction("0.09"))]}
DAY_COUNTS = ("act/360", "act/365", "act/act", "30E/360", "30E/360-isda")


@st.composite
def contracts(draw: st.DrawFn) -> Terms:
    """Draw a contract of any kind that ends by its terms, its rate fixed or reset."""
    repeat = Repeat(on("2021-02-01"), Cycle(months=draw(st.integers(1, 3)), long_stub=draw(st.booleans())))
    reset = (
        Reset(repeat=Repeat(on("2021-04-01"), Cycle(months=2)), index="I") if draw(st.booleans()) else None
    )
    kind = draw(st.sampled_from(["PAM", "LAM", "NAM", "ANN"]))
    return loan(
        kind=kind,
        principal=Fraction(draw(st.integers(1, 10**7)), 100),
        rate_per_year=Fraction(draw(st.integers(-100, 3600)), 10_000),
        day_count=draw(st.sampled_from(DAY_COUNTS)),
        interest=repeat,
        repayment=None if kind == "PAM" else repeat,
        instalment=Fraction(draw(st.integers(1, 10**6)), 100) if kind == "NAM" else None,
        matures=on(draw(st.sampled_from(["2021-08-01", "2021-12-20", "2022-03-01"]))),
        reset=reset,
    )


@given(contracts())
def test_all_that_is_lent_comes_back(terms: Terms):
    happened = events(terms, INDEX)
    repaid = sum(event.payoff for event in happened if event.kind in {"PR", "MD"})
    assert repaid == terms.principal
    assert happened[-1].after.principal == 0


@given(contracts())
def test_what_one_side_receives_the_other_pays(terms: Terms):
    lender, borrower = events(terms, INDEX), events(replace(terms, sign=-1), INDEX)
    assert [(event.kind, event.at) for event in lender] == [(event.kind, event.at) for event in borrower]
    assert [event.payoff for event in lender] == [-event.payoff for event in borrower]


@given(contracts())
def test_payments_are_worth_what_was_lent_at_the_contracts_own_rate(terms: Terms):
    """What is owed grows by simple interest from payment to payment at the rate of the time, and ends at nothing."""
    owed, last, rate = Fraction(0), terms.lent_on, Fraction(0)
    accrued = Fraction(0)
    for event in events(replace(terms, day_count="act/365"), INDEX):
        accrued += owed * rate * (event.at - last).days / 365
        if event.kind == "IED":
            owed -= event.payoff
        elif event.kind == "IP":
            assert event.payoff == accrued
            accrued = Fraction(0)
        elif event.kind in {"PR", "MD"}:
            owed -= event.payoff
        last, rate = event.at, event.after.rate
    assert (owed, accrued) == (0, 0)


@given(contracts(), st.integers(1, 5))
def test_a_contract_described_later_goes_on_the_same(terms: Terms, payments: int):
    whole = events(terms, INDEX)
    paid = [event for event in whole if event.kind == "IP" and event.at < whole[-1].at]
    assume(len(paid) >= payments)
    here = [event for event in whole if event.at == paid[payments - 1].at][-1]
    state = here.after
    now = replace(
        terms,
        as_of=here.at,
        principal=state.principal,
        rate_per_year=state.rate,
        accrued=Fraction(0),
        instalment=None if terms.kind == "PAM" else state.instalment,
    )
    rest = [event for event in whole if event.at > here.at]
    assert [(event.kind, event.at, event.payoff) for event in events(now, INDEX)] == [
        (event.kind, event.at, event.payoff) for event in rest
    ]


@given(contracts(), st.permutations(INDEX["I"]))
def test_the_order_in_which_values_were_observed_changes_nothing(terms: Terms, values):
    assert events(terms, {"I": values}) == events(terms, INDEX)
