"""Day counts against QuantLib: its published tables, and the library itself over random days."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
import QuantLib as ql  # noqa: N813 - its own habit
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import year_fraction
from ashore.loans.yearly.day_counts import actual_afb, actual_icma, thirty_isda, thirty_italian, thirty_us

Count = Callable[[date, date], Fraction]


def bond(start: date, end: date) -> Fraction:
    return year_fraction(start, end, "30/360")


def eurobond(start: date, end: date) -> Fraction:
    return year_fraction(start, end, "30E/360")


def isda(start: date, end: date) -> Fraction:
    return year_fraction(start, end, "act/act")


# QuantLib test-suite/daycounters.cpp, testThirty360_BondBasis, _EurobondBasis and _ISDA: days, after ISDA's examples
# of 22 December 2008. The third and fourth numbers are the days of 30/360 bond basis and of 30E/360.
THIRTY = """
2006-08-20 2007-02-20 180 180
2007-02-20 2007-08-20 180 180
2008-02-20 2008-08-20 180 180
2006-08-31 2007-02-28 178 178
2007-02-28 2007-08-31 183 182
2007-08-31 2008-02-29 179 179
2008-02-29 2008-08-31 182 181
2008-08-31 2009-02-28 178 178
2009-02-28 2009-08-31 183 182
2006-01-31 2006-02-28 28 28
2006-01-30 2006-02-28 28 28
2006-02-28 2006-03-03 5 5
2006-02-14 2006-02-28 14 14
2006-09-30 2006-10-31 30 30
2006-10-31 2006-11-28 28 28
2007-08-31 2008-02-28 178 178
2008-02-28 2008-08-28 180 180
2008-02-28 2008-08-30 182 182
2008-02-28 2008-08-31 183 182
2007-02-26 2008-02-28 362 362
2007-02-26 2008-02-29 363 363
2008-02-29 2009-02-28 359 359
2008-02-28 2008-03-30 32 32
2008-02-28 2008-03-31 33 32
"""
# The same suite, 30E/360 ISDA: start, end, termination, days.
THIRTY_ISDA = """
2006-02-28 2006-08-31 2012-02-29 180
2006-08-31 2007-02-28 2012-02-29 180
2008-02-29 2008-08-31 2012-02-29 180
2011-08-31 2012-02-29 2012-02-29 179
2006-01-31 2006-02-28 2008-02-29 30
2006-02-28 2006-03-03 2008-02-29 3
2006-02-14 2006-02-28 2008-02-29 16
2006-10-31 2006-11-28 2008-02-29 28
2007-08-31 2008-02-28 2008-02-29 178
2008-02-28 2008-08-31 2008-02-29 182
2007-02-28 2008-02-28 2008-02-29 358
2007-02-28 2008-02-29 2008-02-29 359
2008-02-29 2009-02-28 2008-02-29 360
2008-02-29 2008-03-30 2008-02-29 30
2008-02-29 2008-03-31 2008-02-29 30
"""
# The same suite, testActualActual: start, end, reference period of ISMA, years by ISDA, ISMA, AFB.
ACTUAL = """
2003-11-01 2004-05-01 2003-11-01 2004-05-01 0.497724380567 0.500000000000 0.497267759563
1999-02-01 1999-07-01 1998-07-01 1999-07-01 0.410958904110 0.410958904110 0.410958904110
1999-07-01 2000-07-01 1999-07-01 2000-07-01 1.001377348600 1.000000000000 1.000000000000
2002-08-15 2003-07-15 2003-01-15 2003-07-15 0.915068493151 0.915760869565 0.915068493151
2003-07-15 2004-01-15 2003-07-15 2004-01-15 0.504004790778 0.500000000000 0.504109589041
1999-07-30 2000-01-30 1999-07-30 2000-01-30 0.503892506924 0.500000000000 0.504109589041
2000-01-30 2000-06-30 2000-01-30 2000-07-30 0.415300546448 0.417582417582 0.41530054644
"""


def lines(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize(("start", "end", "bond_days", "euro_days"), lines(THIRTY))
def test_thirty_360_tables(start: str, end: str, bond_days: str, euro_days: str):
    days = date.fromisoformat(start), date.fromisoformat(end)
    assert bond(*days) * 360 == int(bond_days)
    assert eurobond(*days) * 360 == int(euro_days)


@pytest.mark.parametrize(("start", "end", "termination", "days"), lines(THIRTY_ISDA))
def test_thirty_isda_table(start: str, end: str, termination: str, days: str):
    assert thirty_isda(*map(date.fromisoformat, (start, end, termination))) * 360 == int(days)


@pytest.mark.parametrize(("start", "end", "since", "until", "by_isda", "by_icma", "by_afb"), lines(ACTUAL))
def test_actual_actual_table(
    start: str, end: str, since: str, until: str, by_isda: str, by_icma: str, by_afb: str
):
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    period = date.fromisoformat(since), date.fromisoformat(until)
    assert abs(isda(first, last) - Fraction(by_isda)) < Fraction(1, 10**10)
    assert abs(actual_icma(first, last, *period) - Fraction(by_icma)) < Fraction(1, 10**10)
    assert abs(actual_afb(first, last) - Fraction(by_afb)) < Fraction(1, 10**10)


def quantlib(day: date) -> ql.Date:
    return ql.Date(day.day, day.month, day.year)


DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))
COUNTERS: list[tuple[Count, Callable[[], object]]] = [
    (bond, lambda: ql.Thirty360(ql.Thirty360.BondBasis)),
    (eurobond, lambda: ql.Thirty360(ql.Thirty360.EurobondBasis)),
    (thirty_us, lambda: ql.Thirty360(ql.Thirty360.USA)),
    (thirty_italian, lambda: ql.Thirty360(ql.Thirty360.Italian)),
    (isda, lambda: ql.ActualActual(ql.ActualActual.ISDA)),
    (actual_afb, lambda: ql.ActualActual(ql.ActualActual.AFB)),
    (lambda start, end: year_fraction(start, end, "act/360"), ql.Actual360),
    (lambda start, end: year_fraction(start, end, "act/365"), ql.Actual365Fixed),
]


@pytest.mark.property
@pytest.mark.parametrize(("count", "counter"), COUNTERS)
@given(pair=st.tuples(DAYS, DAYS).map(sorted))
def test_quantlib_counts_the_same(count: Count, counter: Callable[[], ql.DayCounter], pair: list[date]):
    start, end = pair
    assert float(count(start, end)) == pytest.approx(
        counter().yearFraction(quantlib(start), quantlib(end)), abs=1e-12
    )


@pytest.mark.parametrize(("count", "counter"), COUNTERS)
@pytest.mark.parametrize("year", [2023, 2024])
def test_quantlib_counts_the_same_around_the_ends_of_months(
    count: Count, counter: Callable[[], ql.DayCounter], year: int
):
    edges = [date(year, 1, 30), date(year, 1, 31), date(year, 2, 27), date(year, 2, 28), date(year, 3, 1)]
    edges += [
        date(year, 8, 30),
        date(year, 8, 31),
        date(year + 1, 2, 28),
        date(year + 4, 2, 28),
        date(2028, 2, 29),
    ]
    for start in edges:
        for end in [date(2024, 2, 29), *edges]:
            if start <= end:
                wanted = counter().yearFraction(quantlib(start), quantlib(end))
                assert float(count(start, end)) == pytest.approx(wanted, abs=1e-12), (start, end)


@pytest.mark.property
@given(pair=st.tuples(DAYS, DAYS).map(sorted), later=st.integers(0, 3000))
def test_quantlib_counts_the_same_by_30e_360_isda(pair: list[date], later: int):
    start, end = pair
    termination = end if later % 2 else date.fromordinal(end.toordinal() + later)
    counter = ql.Thirty360(ql.Thirty360.ISDA, quantlib(termination))
    wanted = counter.dayCount(quantlib(start), quantlib(end))
    assert thirty_isda(start, end, termination) * 360 == wanted
