"""A code of a credit report as a range of days, against a walk over every day; what is kept in a debt and read back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.dates import Month
from ashore.household import credit_report
from ashore.household.credit_report import PARTS, Seen, days_of, is_likely, month_from, seen_in, since_between

CODES = ["1-30", "31-60", "61-90", "91-120", "121-150", "151-180", "181-"]
months = st.builds(Month, st.integers(2001, 2099), st.integers(1, 12))
texts = st.text(st.characters(exclude_characters=";"), max_size=30).map(str.strip)
found = st.builds(
    Seen,
    st.dates(date(2000, 1, 1), date(2099, 12, 31)),
    st.sets(st.sampled_from(PARTS), min_size=1).map(lambda some: tuple(one for one in PARTS if one in some)),
    st.booleans(),
)


def missed_days(code: str, month: Month) -> list[date]:
    """Return every day so many days before some day of the month, by trying each."""
    least, _, most = code.partition("-")
    days = [date(month.year, month.month, 1)]
    while (days[-1] + timedelta(days=1)).month == month.month:
        days.append(days[-1] + timedelta(days=1))
    late = range(int(least), (int(most) if most else 400) + 1)
    return sorted({day - timedelta(days=count) for day in days for count in late})


@pytest.mark.parametrize("code", CODES)
@given(month=months)
def test_the_range_holds_every_day_that_the_code_allows_and_no_other(code, month):
    days = days_of(code)
    assert days is not None
    since, tried = since_between(days, month), missed_days(code, month)
    assert since.last == tried[-1]
    assert since.first == (None if code == "181-" else tried[0])


def test_a_range_counted_by_hand():
    # Code 2 in October 2026: 60 days before 1 October is 2 August, 31 days before 31 October is 30 September.
    since = since_between((31, 60), Month(2026, 10))
    assert (since.first, since.last) == (date(2026, 8, 2), date(2026, 9, 30))


@pytest.mark.parametrize("text", ["", "N", "*", "-30", "1", "a-b", "1-30-"])
def test_what_is_no_range_of_days_is_none(text):
    assert days_of(text) is None


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("2026-10", Month(2026, 10)),
        (" 2026.1 ", Month(2026, 1)),
        ("2026/09", Month(2026, 9)),
        ("2026\u5e7410\u6708", Month(2026, 10)),
        ("2026-13", None),
        ("2026-00", None),
        ("1890-01", None),
        ("10-2026", None),
        ("", None),
    ],
)
def test_a_month_as_it_is_written(text, month):
    assert month_from(text) == month


@given(seen=found, other=texts, rate=texts)
def test_what_was_found_is_kept_beside_what_stood_there_and_taken_away_again(seen, other, rate):
    before = {"source": {"id": other, "rate": rate}}
    source = credit_report.with_seen(before, seen)
    assert source is not None
    assert source["rate"] == rate
    assert seen_in({"source": source}) == seen
    after = credit_report.with_seen({"source": source}, None)
    assert after == {"rate": rate, **({"id": other} if other else {})}


def test_a_debt_without_a_word_on_it_gets_none():
    assert credit_report.with_seen({}, None) is None
    assert seen_in({}) is None
    assert seen_in({"source": "typed by hand"}) is None
    assert seen_in({"source": {"id": "credit-report 2026-02-30: loan"}}) is None


@pytest.mark.parametrize(
    ("values", "parts"),
    [
        ({"method": "revolving", "product": "cn/credit-card", "lender_kind": "bank"}, {"card"}),
        ({"product": "cn/credit-card-instalment", "method": "flat-fee"}, {"card"}),
        ({"method": "revolving", "lender_kind": "consumer-finance"}, {"card", "loan"}),
        ({"method": "level-payment", "lender_kind": "bank"}, {"loan"}),
        ({"method": "level-payment", "lender_kind": "bank", "stage": "judgment"}, {"loan", "public"}),
        ({"method": "level-payment", "stage": "assigned"}, {"taken"}),
        ({"lender_kind": "amc"}, {"taken"}),
        ({"lender_kind": "friend", "method": "bullet"}, set()),
        ({"lender_kind": "private", "method": "revolving"}, set()),
        ({}, {"loan"}),
    ],
)
def test_in_which_parts_a_debt_is_looked_for(values, parts):
    assert {part for part in PARTS if is_likely(part, values)} == parts
