"""Contracts small enough to be worked by hand, against closed formulas and figures written down here."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest

from ashore.dates import WorkingDays
from ashore.loans.unrounded.counting import years_between
from ashore.loans.unrounded.moments import Cycle, Repeat
from ashore.loans.unrounded.running import events
from ashore.loans.unrounded.shifting import Shift
from ashore.loans.unrounded.terms import Deal, Fee, Reset, Scaling
from loans.unrounded.case import loan, monthly, on, short, told


@pytest.mark.parametrize(("months", "rate"), [(3, "0.12"), (36, "0.2388"), (360, "0.0415")])
def test_a_level_instalment_is_that_of_the_closed_formula(months: int, rate: str):
    years, month = divmod(months, 12)
    end = on(f"{2021 + years}-{1 + month:02}-01")
    terms = loan(kind="ANN", rate_per_year=Fraction(rate), matures=end)
    paid = [event for event in events(terms, {}) if event.kind in {"PR", "IP", "MD"}]
    with localcontext(prec=60):
        monthly_rate = Decimal(rate) / 12
        level = 1200 * monthly_rate / (1 - (1 + monthly_rate) ** -months)
        for day in {event.at for event in paid}:
            found = sum(event.payoff for event in paid if event.at == day)
            assert abs(Decimal(found.numerator) / found.denominator - level) < Decimal("1e-40")
    assert len({event.at for event in paid}) == months


def test_equal_principal_bears_interest_on_what_is_left():
    assert told(loan(instalment=Fraction(400))) == [
        ("2021-01-01", "IED", -1200),
        ("2021-02-01", "PR", 400),
        ("2021-02-01", "IP", 12),
        ("2021-03-01", "PR", 400),
        ("2021-03-01", "IP", 8),
        ("2021-04-01", "IP", 4),
        ("2021-04-01", "MD", 400),
    ]


def test_equal_parts_are_found_where_only_the_end_is_agreed():
    assert told(loan(matures=on("2021-04-01"))) == told(loan(instalment=Fraction(400)))


def test_an_instalment_below_the_interest_adds_to_the_principal():
    """12 of interest and 2 paid: 1,210 are owed; then 12.10 and 2: 1,220.10."""
    terms = loan(kind="NAM", instalment=Fraction(2), matures=on("2021-04-01"))
    assert [event.after.principal for event in events(terms, {}) if event.kind == "PR"] == [
        1210,
        Fraction("1220.1"),
    ]


def test_interest_is_added_until_the_day_agreed_and_paid_after_it():
    terms = loan(kind="PAM", matures=on("2021-04-01"), capital_until=on("2021-03-01"), repayment=None)
    assert told(terms)[1:] == [
        ("2021-02-01", "IPCI", 0),
        ("2021-03-01", "IPCI", 0),
        ("2021-04-01", "IP", Fraction("12.2412")),
        ("2021-04-01", "MD", Fraction("1224.12")),
    ]


def test_interest_on_the_principal_lent_stays_until_its_base_is_reset():
    terms = loan(
        instalment=Fraction(400), base="NTL", base_amount=Fraction(1200), base_resets=Repeat(on("2021-03-01"))
    )
    assert [row[2] for row in told(terms) if row[1] == "IP"] == [12, 12, 4]


@pytest.mark.parametrize(
    ("changes", "rates"),
    [
        ({}, ["0.1", "0.3"]),
        ({"multiplier": Fraction(2), "spread": Fraction("0.01")}, ["0.21", "0.61"]),
        ({"life_cap": Fraction("0.2")}, ["0.1", "0.2"]),
        ({"life_floor": Fraction("0.15")}, ["0.15", "0.3"]),
        ({"period_cap": Fraction("0.05")}, ["0.1", "0.15"]),
        ({"period_floor": Fraction("-0.01")}, ["0.11", "0.3"]),
        ({"next_rate": Fraction("0.5")}, ["0.5", "0.3"]),
    ],
)
def test_a_rate_is_reset_from_its_index_within_its_bounds(changes: dict[str, Fraction], rates: list[str]):
    index = {"I": [(on("2021-02-15"), Fraction("0.3")), (on("2021-01-15"), Fraction("0.1"))]}
    reset = Reset(repeat=monthly(), index="I", **changes)
    terms = loan(kind="PAM", repayment=None, matures=on("2021-04-01"), reset=reset)
    found = [event.after.rate for event in events(terms, index) if event.kind in {"RR", "RRF"}]
    assert found == [Fraction(rate) for rate in rates]


def test_a_level_instalment_is_set_anew_after_its_rate():
    """800 is left after 1 March (1,200 less 400, at no interest); at 24 % two months on: x = 800 × 1.02² / 2.02."""
    reset = Reset(repeat=Repeat(on("2021-02-01")), index="I")
    terms = loan(kind="ANN", rate_per_year=Fraction(0), matures=on("2021-04-01"), reset=reset)
    found = told(terms, {"I": [(on("2021-01-01"), Fraction("0.24"))]})
    level = 800 * Fraction("1.02") ** 2 / Fraction("2.02")
    assert [row[2] for row in found if row[0] == "2021-02-01"] == [400, 0, 0, 0]
    assert sum(row[2] for row in found if row[0] == "2021-03-01") == level
    assert sum(row[2] for row in found if row[0] == "2021-04-01") == level


def test_payments_follow_an_index_as_far_as_agreed():
    scaling = Scaling(
        repeat=Repeat(on("2021-02-01")), index="I", at_deal=Fraction(100), principal=True, interest=False
    )
    terms = loan(instalment=Fraction(400), scaling=scaling)
    rows = told(terms, {"I": [(on("2021-01-01"), Fraction(150))]})
    assert [row[2] for row in rows if row[1] in {"PR", "MD"}] == [400, 600, 600]
    assert [row[2] for row in rows if row[1] == "IP"] == [12, 8, 4]


@pytest.mark.parametrize(
    ("of_principal", "rate", "fees"), [(False, 7, [7, 7, 7]), (True, Fraction("0.06"), [6, 4, 2])]
)
def test_a_fee_is_an_amount_or_a_share_of_the_principal(of_principal, rate, fees):
    terms = loan(
        instalment=Fraction(400), fee=Fee(repeat=monthly(), rate=Fraction(rate), of_principal=of_principal)
    )
    assert [row[2] for row in told(terms) if row[1] == "FP"] == fees


def test_a_contract_bought_and_sold_has_the_events_between_with_interest_accrued():
    terms = loan(
        instalment=Fraction(400),
        sign=-1,
        bought=Deal(on("2021-02-16"), Fraction(1000)),
        sold=Deal(on("2021-03-11"), Fraction(500)),
    )
    assert told(terms) == [
        ("2021-02-16", "PRD", 996),
        ("2021-03-01", "PR", -400),
        ("2021-03-01", "IP", -8),
        ("2021-03-11", "TD", Fraction(-1496, 3)),
    ]


@pytest.mark.parametrize(
    ("forward", "modified", "day"),
    [
        (True, False, "2021-05-03"),
        (True, True, "2021-05-03"),
        (False, False, "2021-04-30"),
        (False, True, "2021-05-03"),
    ],
)
@pytest.mark.parametrize("counts_shifted", [True, False])
def test_a_saturday_moves_and_interest_with_it_if_agreed(forward, modified, day, counts_shifted):
    """1 May 2021 is a Saturday; 30E/360 counts 30 days to it, 32 to 3 May, 29 to 30 April."""
    shift = Shift(WorkingDays(), forward, modified, counts_shifted)
    terms = loan(
        kind="PAM", repayment=None, interest=monthly("2021-04-01"), matures=on("2021-06-01"), shift=shift
    )
    row = [short(event) for event in events(terms, {}) if event.kind == "IP"][1]
    days = {"2021-05-03": 32, "2021-04-30": 29}[day] if counts_shifted else 30
    assert row == (day, "IP", 1200 * Fraction("0.12") * days / 360)


@pytest.mark.parametrize(
    ("long_stub", "days"),
    [(True, ["02-01", "03-20"]), (False, ["02-01", "03-01", "03-20"])],
)
def test_a_broken_last_period_joins_the_one_before_or_stands_alone(long_stub: bool, days: list[str]):
    interest = Repeat(on("2021-02-01"), Cycle(months=1, long_stub=long_stub))
    terms = loan(kind="PAM", repayment=None, interest=interest, matures=on("2021-03-20"))
    assert [row[0][5:] for row in told(terms) if row[1] == "IP"] == days


@pytest.mark.parametrize(("month_end", "days"), [(True, ["28", "31", "30"]), (False, ["28", "28", "28"])])
def test_a_month_end_stays_one_if_agreed(month_end: bool, days: list[str]):
    terms = loan(
        kind="PAM",
        repayment=None,
        interest=monthly("2021-02-28"),
        matures=on("2021-05-01"),
        month_end=month_end,
    )
    assert [row[0][8:] for row in told(terms) if row[1] == "IP"][:-1] == days


@pytest.mark.parametrize(
    ("start", "end", "matures", "days"),
    [
        ("2011-02-28", "2011-03-31", None, 30),
        ("2011-01-31", "2011-02-28", None, 30),
        ("2011-01-31", "2011-02-28", "2011-02-28", 28),
        ("2011-01-15", "2011-03-31", "2011-03-31", 75),
    ],
)
def test_the_last_day_of_a_month_is_its_thirtieth(start, end, matures, days):
    until = on(matures) if matures else None
    assert years_between(on(start), on(end), "30E/360-isda", until) == Fraction(days, 360)


@pytest.mark.parametrize(
    ("end", "days"), [("2021-01-31T23:59:59", 31), ("2021-02-01T12:00", 31), ("2021-01-31T23:29", 30)]
)
def test_the_last_second_of_a_day_is_the_next_midnight(end: str, days: int):
    assert years_between(on("2021-01-01"), on(end), "act/365", None) == Fraction(days, 365)


def test_a_level_instalment_due_on_the_day_of_the_payout_is_set_from_the_start():
    """Three payments on the first of January, February and March: x + x/1.01 + x/1.01² = 1,200."""
    first, last, told_on = monthly("2021-01-01"), on("2021-03-01"), on("2020-12-01")
    terms = loan(kind="ANN", as_of=told_on, interest=None, repayment=first, matures=last)
    level = 1200 * Fraction("1.01") ** 2 / Fraction("3.0301")
    rows = [row for row in told(terms) if row[1] != "IED"]
    assert {row[1] for row in rows} == {"PR", "IP", "MD"}
    for day in ("2021-01-01", "2021-02-01", "2021-03-01"):
        assert sum(row[2] for row in rows if row[0] == day) == level


def test_a_running_contract_has_interest_since_it_was_last_due():
    terms = loan(kind="PAM", repayment=None, as_of=on("2021-02-16"), matures=on("2021-03-01"))
    assert told(terms) == [("2021-03-01", "IP", 12), ("2021-03-01", "MD", 1200)]


def test_interest_accrues_from_the_start_of_its_cycle_before_the_payout():
    terms = loan(kind="PAM", repayment=None, interest=monthly("2020-12-16"), matures=on("2021-01-16"))
    assert [row[2] for row in told(terms) if row[1] == "IP"] == [12]


def test_a_fixed_rate_is_that_of_the_next_reset():
    reset = Reset(repeat=monthly(), index="I", next_rate=Fraction("0.5"))
    index = {"I": [(on("2021-01-01"), Fraction("0.2"))]}
    terms = loan(kind="PAM", repayment=None, as_of=on("2021-02-10"), matures=on("2021-05-01"), reset=reset)
    assert [(row[0], row[1]) for row in told(terms, index) if row[1] in {"RR", "RRF"}] == [
        ("2021-03-01", "RRF"),
        ("2021-04-01", "RR"),
    ]


@pytest.mark.parametrize(
    ("interest", "days"),
    [
        ("2021-02-01", ["02-01", "03-01", "04-01", "05-01"]),
        ("2021-01-20", ["01-20", "02-20", "03-01", "04-01", "05-01"]),
        ("2021-03-15", ["03-15", "04-01", "05-01"]),
    ],
)
def test_interest_is_due_before_the_instalments_and_then_with_them(interest: str, days: list[str]):
    terms = loan(
        kind="NAM",
        instalment=Fraction(100),
        interest=monthly(interest),
        repayment=monthly("2021-04-01"),
        matures=on("2021-05-01"),
    )
    assert [row[0][5:] for row in told(terms) if row[1] == "IP"] == days
