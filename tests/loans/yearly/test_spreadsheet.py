"""The spreadsheet functions: Microsoft's examples, QuantLib's payments, numpy-financial, and what must hold."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import numpy_financial as npf
import pytest
import QuantLib as ql  # noqa: N813 - its own habit
from hypothesis import given
from hypothesis import strategies as st

from ashore.loans.yearly import spreadsheet as sheet
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.flows import Flow

F = Fraction
EXAMPLE = [
    Flow(date(2008, 1, 1), -10000),
    Flow(date(2008, 3, 1), 2750),
    Flow(date(2008, 10, 30), 4250),
    Flow(date(2009, 2, 15), 3250),
    Flow(date(2009, 4, 1), 2750),
]


@pytest.mark.parametrize(
    ("found", "wanted"),
    [
        (sheet.payment(F(8, 1200), 10, F(10_000)), -1037.032089),
        (sheet.present_value(F(8, 1200), 240, F(500)), -59777.14585),
        (sheet.future_value(F(6, 1200), 10, F(-200), F(-500), begin=True), 2581.403374),
        (sheet.periods_needed(F(1, 100), F(-100), F(-1000), F(10_000), begin=True), 59.6738657),
        (sheet.interest_part(F(1, 120), 1, 36, F(8000)), -66.66666667),
        (sheet.interest_part(F(1, 10), 3, 3, F(8000)), -292.4471299),
        (sheet.principal_part(F(1, 120), 1, 24, F(2000)), -75.62318601),
        (sheet.principal_part(F(8, 100), 10, 10, F(200_000)), -27598.05346),
        (sheet.interest_of_periods(F(9, 1200), 360, F(125_000), 13, 24), -11135.23213),
        (sheet.interest_of_periods(F(9, 1200), 360, F(125_000), 1, 1), -937.50),
        (sheet.principal_of_periods(F(9, 1200), 360, F(125_000), 13, 24), -934.1071234),
        (sheet.principal_of_periods(F(9, 1200), 360, F(125_000), 1, 1), -68.27827118),
        (sheet.value_of_flows(F(9, 100), EXAMPLE), 2086.647602),
    ],
)
def test_the_examples_of_microsofts_pages(found: Fraction | Decimal | None, wanted: float):
    """The example of each function's page on support.microsoft.com."""
    assert found is not None
    assert float(found) == pytest.approx(wanted, rel=1e-9)


def test_rate_and_xirr_of_microsofts_pages():
    monthly = sheet.rate_per_period(48, F(-200), F(8000))
    assert isinstance(monthly, Found)
    assert float(monthly.rate) == pytest.approx(0.007701472, abs=5e-10)
    yearly = sheet.yearly_rate_of_flows(EXAMPLE)
    assert isinstance(yearly, Found)
    assert float(yearly.rate) == pytest.approx(0.373362535, abs=1e-8)


@pytest.mark.parametrize("percent", range(13))
def test_quantlib_amortises_a_bond_with_the_same_payment(percent: int):
    """A level-payment bond of 360 months on equal months, as QuantLib's own test has it against Excel's PMT."""
    start = ql.Date(30, 6, 2008)
    schedule = ql.sinkingSchedule(start, ql.Period(30, ql.Years), ql.Monthly, ql.NullCalendar())
    notionals = ql.sinkingNotionals(ql.Period(30, ql.Years), ql.Monthly, percent / 100, 100.0)
    counter = ql.ActualActual(ql.ActualActual.ISMA, schedule)
    bond = ql.AmortizingFixedRateBond(0, notionals, schedule, [percent / 100], counter)
    flows = [flow.amount() for flow in bond.cashflows()]
    wanted = float(-sheet.payment(F(percent, 1200), 360, F(100)))
    for interest, principal in zip(flows[0:-1:2], flows[1::2], strict=True):
        assert interest + principal == pytest.approx(wanted, abs=1e-6)


@pytest.mark.property
@given(
    permille=st.integers(-50, 300),
    periods=st.integers(1, 80),
    present=st.integers(-10_000, 10_000),
    future=st.integers(-10_000, 10_000),
    begin=st.booleans(),
)
def test_numpy_financial_and_the_accounts_agree(
    permille: int, periods: int, present: int, future: int, begin: bool
):
    rate = F(permille, 1000)
    when = "begin" if begin else "end"
    each = sheet.payment(rate, periods, F(present), F(future), begin=begin)
    wanted = npf.pmt(permille / 1000, periods, present, future, when)
    assert float(each) == pytest.approx(float(wanted), rel=1e-7, abs=1e-7)
    balance = F(present)
    for period in range(1, periods + 1):
        interest = sheet.interest_part(rate, period, periods, F(present), F(future), begin=begin)
        principal = sheet.principal_part(rate, period, periods, F(present), F(future), begin=begin)
        assert interest + principal == each
        if begin:
            assert interest == (0 if period == 1 else -balance * rate / (1 + rate))
            balance = (balance + each) * (1 + rate)
        else:
            assert interest == -balance * rate
            balance = balance * (1 + rate) + each
    assert balance == -future
    assert sheet.future_value(rate, periods, each, F(present), begin=begin) == future
    assert sheet.present_value(rate, periods, each, F(future), begin=begin) == present


@pytest.mark.parametrize("begin", [False, True])
@pytest.mark.parametrize("rate", [F(0), F(1, 200), F(9, 100), F(-1, 50)])
def test_all_interest_and_all_principal_of_a_loan(rate: Fraction, begin: bool):
    whole = sheet.principal_of_periods(rate, 24, F(5000), 1, 24, begin=begin)
    assert whole == -5000
    paid = sheet.interest_of_periods(rate, 24, F(5000), 1, 24, begin=begin)
    assert whole + paid == 24 * sheet.payment(rate, 24, F(5000), begin=begin)


@pytest.mark.parametrize("begin", [False, True])
def test_periods_and_rate_undo_the_payment(begin: bool):
    each = sheet.payment(F(7, 1000), 48, F(8000), F(-500), begin=begin)
    periods = sheet.periods_needed(F(7, 1000), each, F(8000), F(-500), begin=begin)
    assert periods is not None
    assert abs(periods - 48) < Decimal("1e-25")
    rate = sheet.rate_per_period(48, each, F(8000), F(-500), begin=begin)
    assert isinstance(rate, Found)
    assert any(abs(root.rate - Decimal("0.007")) < Decimal("1e-24") for root in rate.roots)


def test_payments_that_never_do_it_have_no_number_of_periods():
    assert sheet.periods_needed(F(1, 100), F(-50), F(10_000)) is None  # less than the interest of 100
    assert sheet.periods_needed(F(1, 100), F(-100), F(10_000)) is None  # the interest, no more
    assert sheet.periods_needed(F(0), F(0), F(10_000)) is None
    assert sheet.periods_needed(F(0), F(-100), F(10_000)) == 100


@pytest.mark.parametrize("period", [0, 25])
def test_a_period_outside_the_loan_is_our_own_bug(period: int):
    with pytest.raises(AssertionError):
        sheet.interest_part(F(1, 100), period, 24, F(1000))
    with pytest.raises(AssertionError):
        sheet.interest_of_periods(F(1, 100), 24, F(1000), 1, 25)
    with pytest.raises(AssertionError):
        sheet.principal_of_periods(F(1, 100), 24, F(1000), 3, 2)
