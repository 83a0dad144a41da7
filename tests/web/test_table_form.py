"""The lender's table as a form: what is in the book comes back as it was, and findings stand on their fields."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ashore.errors import Finding, Place
from ashore.loans.disclosed import WHENS
from ashore.web.table_form import (
    METHODS,
    PERIODS,
    ROWS_MAX,
    fields_of_table,
    found_on,
    rows_of_table,
    table_of,
    texts_of,
)

WORDS = st.text("担保费abc 7", min_size=1, max_size=12).map(str.strip).filter(bool)
AMOUNTS = st.integers(0, 10**9).map(lambda fen: Decimal(fen).scaleb(-2))
PERCENTS = st.decimals("0", "99", places=4).map(lambda value: f"{value.normalize():f}")
DAYS = st.dates(date(2020, 1, 1), date(2050, 12, 31))
ITEMS = st.fixed_dictionaries(
    {"name": WORDS, "amount": AMOUNTS, "when": st.sampled_from(WHENS)},
    optional={"payee": WORDS, "payer": WORDS, "standard": WORDS},
)
TABLES = st.fixed_dictionaries(
    {"principal": AMOUNTS},
    optional={
        "received": AMOUNTS,
        "on": DAYS,
        "periods": st.integers(1, 600),
        "first_due": DAYS,
        "payment": AMOUNTS,
        "yearly": PERCENTS.map("{}%/year".format),
        "rate": st.builds("{}%/{}".format, PERCENTS, st.sampled_from(PERIODS)),
        "method": st.sampled_from(METHODS),
        "penalty": st.just("x1.5"),
        "fee_per_period": PERCENTS.map("{}%".format),
        "items": st.lists(ITEMS, min_size=1, max_size=ROWS_MAX, unique_by=lambda row: row["name"]),
        "contingent": st.lists(
            st.fixed_dictionaries({"name": WORDS}, optional={"standard": WORDS}), min_size=1, max_size=4
        ),
    },
)


@pytest.mark.property
@given(TABLES)
def test_a_table_goes_through_the_form_unchanged(table):
    assert table_of(texts_of(table), table) == table


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ({"rate": "12"}, "12%/year"),
        ({"rate": "0.6%", "rate_per": "month"}, "0.6%/month"),
        ({"rate": "0.05％", "rate_per": "day"}, "0.05%/day"),
        ({"rate": "12", "rate_per": "decade"}, "12%/year"),
        ({"rate": "1.5%/month", "rate_per": "year"}, "1.5%/month"),
    ],
)
def test_a_rate_takes_the_period_beside_it_unless_it_names_its_own(typed, stands):
    assert table_of(typed, None) == {"rate": stands}


def test_rows_left_empty_are_none_and_a_word_for_when_alone_makes_no_row():
    typed = {"items-0-when": "each", "items-3-name": "担保费", "items-3-amount": "60", "items-3-when": "each"}
    assert table_of(typed, None) == {
        "items": [{"name": "担保费", "amount": Decimal("60.00"), "when": "each"}]
    }
    assert table_of({}, None) == {}


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("debt[0].disclosure", ("", "", 0)),
        ("debt[0].disclosure.principal", ("principal", "table-principal", 0)),
        ("debt[0].disclosure.items[0]", ("items-2-", "table-items", 3)),
        ("debt[0].disclosure.items[0].amount", ("items-2-amount", "table-items-amount", 3)),
    ],
)
def test_a_finding_stands_on_its_field_by_the_row_of_the_form(path, field):
    found = Finding("amount-wrong", "stop", Place(path))
    assert found_on(found, "debt[0].disclosure", {"items-2-name": "x", "items-0-when": "each"}) == field


def test_the_form_holds_what_was_typed_and_says_what_is_wrong():
    fields = {
        one.name: one for one in fields_of_table({"principal": "abc", "on": "soon"}, {"principal"}, "zh")
    }
    assert (fields["principal"].value, fields["principal"].wrong, fields["rate"].wrong) == (
        "abc",
        True,
        False,
    )
    assert fields["on"].unclear
    assert [value for value, _ in fields["rate_per"].choices] == list(PERIODS)
    full = {f"items-{place}-name": "x" for place in range(ROWS_MAX)}
    assert len(rows_of_table("items", full, (), "en")) == ROWS_MAX
    assert len(rows_of_table("items", {}, (), "en")) == 4
