"""Each convention against figures that others have published."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest

from ashore.loans.yearly import conventions
from ashore.loans.yearly.answers import NoRate
from ashore.loans.yearly.conventions import (
    YearlyRate,
    effective,
    europe,
    europe_1998,
    flat,
    nominal,
    united_kingdom,
    xirr,
)
from ashore.loans.yearly.flows import Flow
from ashore.loans.yearly.intervals import years_between


def percent(rate: YearlyRate | NoRate, places: str = "0.01") -> str:
    """Return a rate in per cent, half up."""
    assert isinstance(rate, YearlyRate), rate
    return str((rate.rate * 100).quantize(Decimal(places), ROUND_HALF_UP))


def flows(*pairs: tuple[str, int]) -> list[Flow]:
    return [Flow(date.fromisoformat(on), yuan * 100) for on, yuan in pairs]


@pytest.mark.parametrize(
    ("lent", "paid", "wanted"),
    [
        ([("1994-01-01", 1000)], [("1995-07-01", 1200)], "12.96"),
        ([("1994-01-01", 950)], [("1995-07-01", 1200)], "16.90"),
        ([("1994-01-01", 1000)], [("1995-01-01", 600), ("1996-01-01", 600)], "13.07"),
    ],
)
def test_directive_98_7_on_days(lent: list[tuple[str, int]], paid: list[tuple[str, int]], wanted: str):
    """Directive 98/7/EC, Annex III: 12.96 %, 16.9 % and 13.07 %."""
    assert percent(europe_1998(flows(*lent, *[(on, -yuan) for on, yuan in paid]))) == wanted


@pytest.mark.parametrize(("lent", "wanted"), [(1000, "12.92"), (950, "16.85")])
def test_directive_98_7_on_equal_months(lent: int, wanted: str):
    """The same two loans over a year and a half of equal months."""
    assert percent(europe(flows(("1994-01-01", lent), ("1995-07-01", -1200)))) == wanted


@pytest.mark.parametrize(
    ("period", "start", "end", "years"),
    [
        ("year", "2019-01-12", "2020-01-12", "1"),
        ("year", "2012-01-12", "2012-02-15", "34/365"),
        ("year", "2019-02-28", "2020-02-29", "1"),
        ("year", "2020-02-29", "2021-02-28", "1"),
        ("month", "2019-01-12", "2020-01-12", "1"),
        ("month", "2012-01-12", "2012-02-15", "1/12 + 3/365"),
        ("month", "2012-01-12", "2012-03-15", "2/12 + 3/365"),
        ("month", "2012-01-12", "2012-04-15", "3/12 + 3/365"),
        ("month", "2013-01-12", "2013-02-15", "1/12 + 3/366"),
        ("month", "2013-01-12", "2013-03-15", "2/12 + 3/366"),
        ("month", "2013-01-12", "2013-04-15", "3/12 + 3/366"),
        ("month", "2013-02-25", "2013-03-28", "1/12 + 3/366"),
        ("month", "2013-02-26", "2013-03-29", "1/12 + 2/366"),
        ("month", "2012-02-26", "2012-03-29", "1/12 + 3/366"),
        ("month", "2012-02-26", "2012-02-26", "0"),
        ("month", "2024-12-31", "2025-02-28", "2/12"),
        ("month", "2024-02-29", "2025-03-31", "13/12"),
        ("month", "2024-02-28", "2025-02-27", "11/12 + 28/366"),
        ("month", "2024-02-28", "2025-02-28", "1"),
        ("month", "2024-02-29", "2025-02-28", "1"),
        ("month", "2023-02-28", "2024-02-28", "1"),
        ("month", "2023-02-28", "2024-02-29", "1"),
        ("week", "2012-01-12", "2012-01-26", "2/52"),
        ("week", "2012-01-12", "2013-01-10", "1"),
        ("week", "2012-01-12", "2012-01-30", "2/52 + 4/365"),
        ("week", "2012-01-12", "2013-01-12", "1 + 2/365"),
    ],
)
def test_european_intervals(period: conventions.Period, start: str, end: str, years: str):
    """After the examples of the Commission's guidelines, SWD(2012) 128, 4.1.1, as the tests of curo 1.0.0 hold them."""
    wanted = sum((Fraction(part) for part in years.split(" + ")), Fraction(0))
    assert years_between(date.fromisoformat(start), date.fromisoformat(end), period) == wanted


def test_a_fee_before_the_first_drawdown_lies_before_it():
    early = europe(flows(("2024-03-01", -50), ("2024-06-01", 1000), ("2025-06-01", -1100)))
    at_once = europe(flows(("2024-06-01", -50), ("2024-06-01", 1000), ("2025-06-01", -1100)))
    assert isinstance(early, YearlyRate)
    assert isinstance(at_once, YearlyRate)
    growth = 1 + early.rate
    assert abs(-50 * growth ** (Decimal(3) / 12) + 1000 - 1100 / growth) < Decimal("1e-8")
    assert early.rate > at_once.rate


@pytest.mark.parametrize(
    ("paid", "wanted", "places"),
    [
        ([("2012-10-15", -510)], "324.436", "0.001"),
        ([("2012-11-10", -270), ("2012-12-10", -270)], "84.63", "0.01"),
    ],
)
def test_united_kingdom(paid: list[tuple[str, int]], wanted: str, places: str):
    """Facts of the UK tests of FSharp.Finance.Personal: 500 lent on 2012-10-10."""
    assert percent(united_kingdom(flows(("2012-10-10", 500), *paid)), places) == wanted


def test_the_british_rule_takes_the_positive_rate_even_beside_zero():
    """(x − 1)·(1.1·x − 1) and its like: MCOB 10.3.1B (2) asks for the positive rate nearest to zero."""
    both = flows(("2023-01-01", -1000), ("2024-01-01", 2100), ("2024-12-31", -1100))
    assert percent(united_kingdom(both)) == "10.00"
    assert percent(xirr(both)) == "0.00"
    below = flows(("2023-01-01", -1000), ("2024-01-01", 1300), ("2024-12-31", -420))
    assert percent(united_kingdom(below)) == percent(xirr(below)) == "-30.00"


@pytest.mark.parametrize(
    ("months", "fee", "rates"),
    [
        (12, "0.0060", ("7.200", "13.034", "13.842")),
        (24, "0.0060", ("7.200", "13.266", "14.103")),
        (36, "0.0060", ("7.200", "13.174", "13.999")),
        (3, "0.0090", ("10.800", "16.128", "17.376")),
        (6, "0.0075", ("9.000", "15.268", "16.383")),
    ],
)
def test_card_instalments_cost_far_more_than_their_flat_fee(months: int, fee: str, rates: Sequence[str]):
    """Principal in equal parts and a fee of the first principal each month."""
    each = 360_000_00 // months + int(360_000_00 * Decimal(fee))
    dues = [(0, 360_000_00), *[(month, -each) for month in range(1, months + 1)]]
    made = (flat(int(360_000_00 * Decimal(fee)) * months, 360_000_00, months), nominal(dues), effective(dues))
    assert tuple(percent(rate, "0.001") for rate in made) == rates


def test_xirr_of_microsofts_example():
    """Microsoft's page on XIRR: 0.373362535, which Excel stops at; the root is 0.3733625335."""
    example = flows(
        ("2008-01-01", -10000),
        ("2008-03-01", 2750),
        ("2008-10-30", 4250),
        ("2009-02-15", 3250),
        ("2009-04-01", 2750),
    )
    rate = xirr(example)
    assert isinstance(rate, YearlyRate)
    assert abs(rate.rate - Decimal("0.373362535")) < Decimal("1e-8")
    assert round(rate.rate, 10) == Decimal("0.3733625335")


def test_names_are_told_apart_and_rates_have_twelve_places():
    loan = flows(("2024-01-31", 1000), ("2024-07-31", -600), ("2025-01-31", -600))
    months = [(0, 1000), (6, -600), (12, -600)]
    made = [
        nominal(months),
        effective(months),
        xirr(loan),
        europe(loan),
        europe_1998(loan),
        united_kingdom(loan),
    ]
    made += [conventions.united_states(loan), flat(200, 1000, 12)]
    names = [rate.convention for rate in made if isinstance(rate, YearlyRate)]
    assert names == ["nominal", "effective", "xirr", "eu-2008-48", "eu-98-7", "uk-mcob", "us-reg-z", "flat"]
    assert {rate.rate.as_tuple().exponent for rate in made if isinstance(rate, YearlyRate)} == {-12}
    assert made[-1] == YearlyRate("flat", Decimal("0.200000000000"))


def test_without_a_rate_each_convention_says_why():
    nothing = [nominal([]), effective([]), xirr([]), europe([]), europe_1998([]), united_kingdom([])]
    assert [*nothing, conventions.united_states([]), flat(1, 0, 12)] == [NoRate("no-amounts")] * 8
    gift = flows(("2024-01-01", 100), ("2024-02-01", 100))
    for rate in (xirr(gift), europe(gift), united_kingdom(gift), conventions.united_states(gift)):
        assert rate == NoRate("no-sign-change")
    assert conventions.united_states(flows(("2024-01-01", 100))) == NoRate("one-date")


def test_a_huge_yearly_rate_is_told_whole():
    rate = xirr([Flow(date(2026, 1, 1), 100), Flow(date(2026, 1, 2), -100_000_000)])
    assert isinstance(rate, YearlyRate)
    assert rate.rate.adjusted() in {2189, 2190}
