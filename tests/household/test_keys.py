"""The key tables and the values agree: every key fills a field, every field has a key."""

import dataclasses
from collections.abc import Iterator

import pytest

from ashore.household.keys.agreements import CONCESSION, EVENT
from ashore.household.keys.contract import (
    ARREARS,
    DATED_RATE,
    DEADLINE,
    GRACE,
    INSTALMENT,
    LATE_FEE,
    MINIMUM,
    PREPAYMENT,
    PROMO,
)
from ashore.household.keys.debt_keys import DEBT_KEYS
from ashore.household.keys.sections import (
    ACCOUNT,
    ALTERNATIVE,
    ASSET,
    BUSINESS,
    DUE,
    HOUSEHOLD,
    INCOME,
    LEVER,
    OWN,
    SPENDING,
)
from ashore.household.keys.tables import Key, Table
from ashore.household.model import (
    Account,
    Alternative,
    Asset,
    Business,
    Deadline,
    Debt,
    Due,
    FriendLoan,
    Household,
    Income,
    Own,
    SideWork,
    Spending,
)
from ashore.loans.terms import (
    Arrears,
    Concession,
    DatedRate,
    Event,
    Grace,
    Instalment,
    LateFee,
    Minimum,
    Prepayment,
    Terms,
)

SECTIONS_OF_HOUSEHOLD = {
    "incomes", "spendings", "assets", "accounts", "businesses", "dues", "debts", "side_work", "friend_loans",
    "owns",
}  # fmt: skip
DEBT_MADE = {"terms", "arrears_total_fen", "arrears_typed", "assumed", "late_fee_range", "reached", "shared"}
TERMS_MADE = {"rates", "allocation_after_days", "allocation_after"}


def fields(value_class: type) -> set[str]:
    """Return the names of a value class's fields."""
    return {field.name for field in dataclasses.fields(value_class)}


def targets(keys: tuple[Key, ...]) -> set[str]:
    """Return the fields that keys fill."""
    return {key.target for key in keys}


@pytest.mark.parametrize(
    ("table", "value_class", "beside"),
    [
        (INCOME, Income, set()),
        (SPENDING, Spending, set()),
        (ASSET, Asset, set()),
        (ACCOUNT, Account, set()),
        (ALTERNATIVE, Alternative, set()),
        (BUSINESS, Business, set()),
        (DUE, Due, set()),
        (OWN, Own, set()),
        (DEADLINE, Deadline, set()),
        (HOUSEHOLD, Household, SECTIONS_OF_HOUSEHOLD),
        (LEVER.tables["side-work"], SideWork, set()),
        (LEVER.tables["friend-loan"], FriendLoan, set()),
        (GRACE, Grace, set()),
        (MINIMUM, Minimum, set()),
        (PREPAYMENT, Prepayment, set()),
        (INSTALMENT, Instalment, set()),
        (DATED_RATE, DatedRate, {"until"}),
        (PROMO, DatedRate, {"since"}),
    ],
)
def test_every_field_has_a_key_and_every_key_a_field(
    table: Table[object], value_class: type, beside: set[str]
):
    assert targets(table.keys) == fields(value_class) - beside


def test_arrears_and_late_fee():
    assert targets(ARREARS.keys) == (fields(Arrears) - {"late"}) | {"total_fen"}
    assert targets(LATE_FEE.keys) == fields(LateFee) | {"of", "fixed_fen"}


def test_every_field_of_a_debt_and_its_terms_has_a_key():
    found = targets(DEBT_KEYS)
    terms = {name.removeprefix("terms.") for name in found if name.startswith("terms.")}
    assert terms == fields(Terms) - TERMS_MADE
    own = {name for name in found if not name.startswith("terms.")}
    assert own == (fields(Debt) - DEBT_MADE) | {"rates", "promo", "allocation_after"}


def test_every_field_of_a_concession_and_an_event_has_a_key():
    concession = {name for table in CONCESSION.tables.values() for name in targets(table.keys)}
    made = {name for name in concession if name.startswith("waive_")}
    assert concession - made == fields(Concession) - {"kind", "waives"}
    assert made == {"waive_penalty", "waive_fee", "waive_interest", "waive_principal"}
    event = {name for table in EVENT.tables.values() for name in targets(table.keys)}
    assert event == fields(Event) - {"kind"}


def names(keys: tuple[Key, ...]) -> Iterator[str]:
    """Yield the keys' names."""
    return (key.name for key in keys)


def test_no_key_stands_twice():
    for table in (INCOME, SPENDING, ASSET, ACCOUNT, BUSINESS, DUE, HOUSEHOLD, OWN):
        assert len(set(names(table.keys))) == len(table.keys)
    assert len(set(names(DEBT_KEYS))) == len(DEBT_KEYS)
