"""True cost against figures worked out elsewhere, by hand, and by a second computation."""

from datetime import date
from decimal import Decimal, getcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import add_months
from ashore.loans.schedule import Row
from ashore.loans.truecost import Charges, TrueCost, flows_of, level_flows, times_advertised, true_cost
from ashore.loans.yearly.answers import NoRate
from ashore.loans.yearly.conventions import YearlyRate
from ashore.loans.yearly.flows import Flow
from ashore.money import Rate

LENT = date(2026, 1, 15)


def rate(yearly) -> Decimal:
    """Return a rate that is there."""
    assert isinstance(yearly, YearlyRate)
    return yearly.rate


def card(periods: int, percent: str, withheld_fen: int = 0) -> TrueCost:
    """Return the cost of 12,000 in equal parts with a flat fee in each month, the advertised one beside it."""
    fee = 12_000_00 * Fraction(percent) / 100
    flows = level_flows(
        LENT, 12_000_00 - withheld_fen, date(2026, 2, 15), 12_000_00 // periods + int(fee), periods
    )
    return true_cost(flows, Rate(Decimal(percent) / 100, "month"))


@pytest.mark.parametrize(
    ("periods", "percent", "nominal", "effective"),
    [
        (12, "0.60", "13.034", "13.842"),
        (24, "0.60", "13.266", "14.103"),
        (3, "0.90", "16.128", "17.376"),
        (6, "0.75", "15.268", "16.383"),
    ],
)
def test_flat_fees_of_cards(periods, percent, nominal, effective):
    """The table of research, computed there by other means: what is advertised as 7.2 % costs 13 %."""
    cost = card(periods, percent)
    assert f"{rate(cost.nominal) * 100:.3f}" == nominal
    assert f"{rate(cost.effective) * 100:.3f}" == effective
    assert rate(cost.advertised_flat) == Decimal(percent) * 12 / 100


def test_money_kept_back_is_a_cost_that_no_rate_names():
    """600 of 12,000 are kept back: 11,400 arrive, 12,864 are paid; 7.2 % advertised is 22.9 % in truth."""
    cost = card(12, "0.60", 600_00)
    assert (cost.received_fen, cost.paid_fen, cost.cost_fen) == (11_400_00, 12_864_00, 1_464_00)
    assert Decimal("0.2291") < rate(cost.nominal) < Decimal("0.2292")
    assert times_advertised(cost) == Decimal("3.2")


def test_one_payment_by_hand():
    """1,000 for one month, 1,012 back: 1.2 % a month, 14.4 % simple; advertised at 1 % it would cost 10."""
    cost = true_cost(
        level_flows(LENT, 1_000_00, date(2026, 2, 15), 1_012_00, 1), Rate(Decimal("0.01"), "month")
    )
    assert rate(cost.nominal) == Decimal("0.144")
    assert cost.against is not None
    assert (cost.against.yearly, cost.against.cost_fen) == (Fraction(12, 100), 10_00)


def test_a_day_rate_is_taken_times_360():
    cost = true_cost(
        level_flows(LENT, 1_000_00, date(2026, 2, 15), 1_012_00, 1), Rate(Decimal("0.0003"), "day")
    )
    assert cost.against is not None
    assert cost.against.yearly == Fraction(108, 1000)


def test_what_comes_on_top_is_placed_where_it_is_paid():
    rows = [Row(date(2026, 2, 15), 500_00, 5_00, 0, 500_00), Row(date(2026, 3, 15), 500_00, 5_00, 2_00, 0)]
    flows = flows_of(
        LENT, 1_000_00, rows, Charges(withheld_fen=30_00, upfront_fen=20_00, each_fen=1_00, end_fen=4_00)
    )
    assert [flow.fen for flow in flows] == [950_00, -506_00, -512_00]


def test_irregular_days_have_no_monthly_rate():
    cost = true_cost([Flow(LENT, 100_00), Flow(date(2026, 2, 14), -50_00), Flow(date(2026, 3, 1), -52_00)])
    assert (cost.nominal, cost.effective, cost.against) == (None, None, None)
    assert rate(cost.xirr) > 0


def test_month_ends_are_a_month_apart():
    """31 January, 28 February, 31 March: two whole months."""
    flows = [
        Flow(date(2026, 1, 31), 1_000_00),
        Flow(date(2026, 2, 28), -500_00),
        Flow(date(2026, 3, 31), -515_00),
    ]
    assert rate(true_cost(flows).nominal) > 0


def test_nothing_paid_back_has_no_rate():
    cost = true_cost([Flow(LENT, 100_00)])
    assert isinstance(cost.xirr, NoRate)
    assert cost.cost_fen == -100_00


@pytest.mark.property
@given(
    st.integers(1_000_00, 500_000_00),
    st.integers(1, 60),
    st.integers(0, 40),
    st.integers(0, 20),
)
def test_the_rate_makes_the_payments_worth_what_arrived(lent, periods, percent, withheld_percent):
    """At the nominal rate, discounted month by month in 60 digits, the payments are worth the sum that arrived."""
    getcontext().prec = 60
    arrives = lent - lent * withheld_percent // 100
    pay = -(-lent // periods) + lent * percent // 1200
    cost = true_cost(level_flows(LENT, arrives, add_months(LENT, 1), pay, periods))
    monthly = rate(cost.nominal) / 12
    worth = sum(Decimal(pay) / (1 + monthly) ** month for month in range(1, periods + 1))
    assert abs(worth - arrives) < Decimal("0.01") * periods
    assert abs((1 + monthly) ** 12 - 1 - rate(cost.effective)) < Decimal("1e-9")


def test_an_odd_first_month_is_held_against_what_was_advertised_on_the_real_dates():
    """¥10,000 on 31 January, 888.49 from 15 February on: in floats, by the days, at 1 % a month compounded."""
    on, dues = date(2026, 1, 31), [date(2026, month, 15) for month in range(2, 13)] + [date(2027, 1, 15)]
    flows = [Flow(on, 1_000_000), *(Flow(day, -95_000) for day in dues)]
    cost = true_cost(flows, Rate(Decimal("0.01"), "month"))
    assert (cost.nominal, cost.effective) == (None, None)
    assert cost.against is not None
    assert cost.against.by_days is not None
    yearly = 1.01**12 - 1
    worth = sum(950 / (1 + yearly) ** ((day - on).days / 365) for day in dues)
    assert float(cost.against.by_days) == pytest.approx(yearly, abs=1e-12)
    assert cost.against.cost_fen == round((12 * 950 * 10_000 / worth - 10_000) * 100)
    monthly = true_cost([Flow(date(2026, 1, 15), 1_000_000), *flows[1:]], Rate(Decimal("0.01"), "month"))
    assert monthly.against is not None
    assert monthly.against.by_days is None
