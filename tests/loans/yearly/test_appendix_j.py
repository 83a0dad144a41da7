"""US Regulation Z, Appendix J: the published examples, unit-periods, and what is not one."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import add_months
from ashore.loans.yearly.answers import Found
from ashore.loans.yearly.appendix_j import (
    Kind,
    Position,
    UnitPeriod,
    position,
    positions,
    unit_period_of,
    unit_rate_at,
)
from ashore.loans.yearly.conventions import YearlyRate, united_states
from ashore.loans.yearly.flows import Flow
from conforming import appendix_j
from needs import ROOT

EXAMPLES = Path(__file__).with_name("appendix_j.json")


def loan(start: str, dates: Sequence[date], lent: int = 1000, each: int = -100) -> list[Flow]:
    return [Flow(date.fromisoformat(start), lent), *[Flow(on, each) for on in dates]]


def monthly(first: str, count: int, months: int = 1) -> list[date]:
    return [add_months(date.fromisoformat(first), months * place) for place in range(count)]


def test_all_seventeen_published_examples():
    told = {outcome.name: outcome.differences for outcome in appendix_j.outcomes(EXAMPLES)}
    assert len(told) == 17
    assert {name: lines for name, lines in told.items() if lines} == {}


def test_a_wrong_case_fails_and_a_misshapen_one_says_where(tmp_path: Path):
    file = tmp_path / "cases.json"
    advance = '{"on": "1978-01-10", "amount": 5000}'
    series = '{"first": "1978-02-10", "count": 24, "every": "month", "amount": 230.00}'
    file.write_text(
        f"""[{{"name": "a", "advances": [{advance}], "payments": [{series}], "apr_percent": 9.70}},
        {{"name": "b", "advances": [{advance}], "payments": [{{"on": "1978-02-30", "amount": 1}}], "apr_percent": 1}},
        {{"name": "c", "advances": [{advance}], "payments": [], "apr_percent": 1}},
        {{"name": "d", "advances": [{{"whole": 0, "amount": "1.001"}}], "payments": [], "unit_period": "year",
          "apr_percent": 1}},
        {{"name": "e", "advances": [{{"whole": 0, "amount": 1}}], "payments": [], "apr_percent": 1}},
        {{"name": "f", "advances": [], "payments": [], "unit_period": "fortnight", "apr_percent": 1}}]"""
    )
    lines = [line for outcome in appendix_j.outcomes(file) for line in outcome.differences]
    assert lines[0] == "9.69 %, but the file says 9.70 %"
    assert lines[1].startswith("cases[1].payments[0].on:")
    assert lines[2] == "no rate (one-date), but the file says 1.00 %"
    assert lines[3].startswith("cases[3].advances[0].amount:")
    assert "need a unit_period" in lines[4]
    assert lines[5].startswith("cases[5].unit_period:")


@pytest.mark.parametrize(
    ("kind", "count", "start", "on", "whole", "fraction"),
    [
        ("month", 1, "1978-02-10", "1978-04-01", 1, "19/30"),
        ("semimonth", 1, "1978-02-23", "1978-03-01", 0, "6/15"),
        ("semimonth", 1, "1978-02-23", "1978-03-16", 1, "6/15"),
        ("semimonth", 1, "1978-02-23", "1978-04-01", 2, "6/15"),
        ("month", 3, "1978-05-23", "1978-10-01", 1, "39/90"),
        ("month", 2, "1978-01-10", "1978-03-01", 0, "52/60"),
        ("week", 1, "1978-03-20", "1978-04-21", 4, "4/7"),
        ("week", 4, "1978-03-18", "1978-04-20", 1, "5/28"),
        ("week", 2, "1978-04-03", "1978-04-11", 0, "8/14"),
        ("month", 12, "2024-01-15", "2026-07-15", 2, "6/12"),
        ("month", 12, "2024-01-15", "2026-07-16", 2, "183/365"),
        ("day", 1, "2024-01-15", "2024-02-15", 31, "0"),
    ],
)
def test_places_in_unit_periods(kind: Kind, count: int, start: str, on: str, whole: int, fraction: str):
    """The first nine are published with the examples of (c)(1) to (c)(4)."""
    found = position(date.fromisoformat(start), date.fromisoformat(on), UnitPeriod(kind, count))
    assert found == (whole, Fraction(fraction))


def test_month_ends_and_the_29th_and_30th_are_whole_months():
    ends = [date(2023, 2, 28), date(2023, 3, 31), date(2023, 4, 30)]
    month = UnitPeriod("month")
    assert [place.whole for place in positions(loan("2023-01-31", ends), month)] == [0, 1, 2, 3]
    assert {place.fraction for place in positions(loan("2023-01-31", ends), month)} == {0}
    thirtieth = monthly("2023-01-30", 4)
    assert thirtieth[1] == date(2023, 2, 28)
    places = positions(loan("2022-12-30", thirtieth), month)
    assert [(place.whole, place.fraction) for place in places] == [(n, 0) for n in range(5)]


@pytest.mark.parametrize(
    ("start", "dates", "unit"),
    [
        ("2026-01-10", monthly("2026-03-01", 12), UnitPeriod("month")),
        ("2026-01-31", [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)], UnitPeriod("month")),
        ("2026-01-10", monthly("2026-02-20", 5, 3), UnitPeriod("month", 3)),
        ("2026-01-10", monthly("2027-01-10", 3, 12), UnitPeriod("month", 12)),
        (
            "2026-02-01",
            [date(2026, 2, 15) + timedelta(weeks=place) for place in range(9)],
            UnitPeriod("week"),
        ),
        (
            "2026-01-20",
            [date(2026, 2, 1) + timedelta(weeks=4 * place) for place in range(9)],
            UnitPeriod("week", 4),
        ),
        ("2026-01-20", [date(2026, 2, 1) + timedelta(days=place) for place in range(9)], UnitPeriod("day")),
        (
            "2026-02-23",
            [on for month in range(3, 9) for on in (date(2026, month, 1), date(2026, month, 16))],
            UnitPeriod("semimonth"),
        ),
        ("2026-01-10", [date(2026, 7, 10)], UnitPeriod("month", 6)),
        ("1978-01-03", [date(1978, 9, 15)], UnitPeriod("day", 255)),
        ("2026-01-10", [date(2028, 1, 10)], UnitPeriod("month", 12)),
        ("2026-01-10", [date(2027, 1, 10)], UnitPeriod("month", 12)),
        (
            "2026-01-01",
            [date(2026, 2, 1), date(2026, 4, 1)],
            UnitPeriod("week", 6),
        ),  # 31 and 59 days: 45 on average
        (
            "2026-01-01",
            [date(2026, 2, 1), date(2026, 4, 1), date(2026, 5, 1), date(2026, 7, 1)],
            UnitPeriod("month"),
        ),
    ],
)
def test_the_unit_period_is_the_period_that_occurs_most(start: str, dates: list[date], unit: UnitPeriod):
    assert unit_period_of(loan(start, dates)) == unit


@pytest.mark.parametrize(
    ("kind", "count", "a_year"),
    [
        ("day", 1, "365"),
        ("day", 255, "365/255"),
        ("week", 4, "13"),
        ("semimonth", 1, "24"),
        ("month", 3, "4"),
        ("month", 12, "1"),
    ],
)
def test_unit_periods_of_a_year(kind: Kind, count: int, a_year: str):
    assert UnitPeriod(kind, count).a_year == Fraction(a_year)


@pytest.mark.property
@given(
    st.lists(
        st.builds(
            Position,
            st.integers(-10_000, 10_000),
            st.integers(0, 40),
            st.integers(0, 29).map(lambda n: Fraction(n, 30)),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_every_rate_found_solves_the_regulations_own_equation(places: list[Position]):
    """The equation as (b)(8) has it, evaluated exactly at both ends of each certificate."""
    answer = unit_rate_at(places)
    for root in answer.roots if isinstance(answer, Found) else ():

        def value(rate: Fraction) -> Fraction:
            return sum(
                (
                    place.amount / ((1 + place.fraction * rate) * (1 + rate) ** place.whole)
                    for place in places
                ),
                Fraction(0),
            )

        low, high = value(Fraction(root.low)), value(Fraction(root.high))
        assert low * high > 0 if root.touches else low * high <= 0


def test_a_second_advance_is_part_of_the_equation():
    """2,000 in two halves a month apart, 12 payments of 180: the balance, month by month, ends at 0."""
    payments = monthly("2026-03-10", 12)
    rate = united_states(
        [
            Flow(date(2026, 1, 10), 1_000_00),
            Flow(date(2026, 2, 10), 1_000_00),
            *loan("2026-01-10", payments, 0, -180_00),
        ]
    )
    assert isinstance(rate, YearlyRate)
    balance, i = Fraction(1_000_00), Fraction(rate.rate) / 12
    balance = balance * (1 + i) + 1_000_00
    for _ in payments:
        balance = balance * (1 + i) - 180_00
    assert abs(balance) < Fraction(1, 10**5)


def test_the_data_file_stands_where_the_page_says():
    assert EXAMPLES.relative_to(ROOT).as_posix() in (ROOT / "docs" / "methods" / "appendix-j.md").read_text(
        "utf-8"
    )


def test_a_file_that_is_no_json_is_a_failed_outcome(tmp_path: Path):
    place = tmp_path / "cases.json"
    place.write_text("[1")
    (outcome,) = appendix_j.outcomes(place)
    assert outcome.differences
