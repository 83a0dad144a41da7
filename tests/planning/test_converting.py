"""Households of the generator as files: valid, the same when read back, and with the generator's own dues."""

import pytest

from ashore.household import read_parsed, read_source
from ashore.household.flows import flows_of
from ashore.household.position import open_debt
from ashore.loans.acceptance import accept_paying
from ashore.loans.schedule import dues_of
from ashore.packs.files import jurisdictions
from ashore.packs.products import all_products
from benching.converting import AS_OF, FIRST, converted, file_text
from benching.generator import FAMILIES, PLACE, generator
from needs import needs

pytestmark = needs(
    PLACE, "optional: the generator of instances is research code that lies beside the project"
)
SIZES = (3, 8, 15, 30)


def read(household, months):
    """Return how the household's file reads."""
    return read_parsed(read_source(file_text(household, months).encode()), all_products(), jurisdictions())


def check_file(family, debts, months, seed):
    household = converted(family, debts, months, seed)
    reading = read(household, months)
    assert reading.household == household
    assert {one.code for one in reading.findings} <= {"settle-on-current"}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_file_reads_as_the_household_without_a_finding_that_stops(family):
    for debts in SIZES:
        check_file(family, debts, 60, 1)


@pytest.mark.long
@pytest.mark.parametrize("family", FAMILIES)
def test_files_of_many_seeds_are_valid(family):
    for seed in range(20):
        for debts in SIZES:
            for months in (36, 60, 120):
                check_file(family, debts, months, seed)


@pytest.mark.parametrize("family", FAMILIES)
def test_money_in_and_out_is_the_generators_month_by_month(family):
    for seed in range(3):
        instance = generator().household(family, 3, 60, seed)
        flows = flows_of(converted(family, 3, 60, seed), 61)
        for month in range(60):
            own = FIRST.plus(month + 1)
            for kind, key in (("income", "income"), ("essential", "essential")):
                fen = sum(one.fen for one in flows if one.kind == kind and own.first <= one.on <= own.last)
                assert abs(fen - round(instance[key][month] * 100)) <= 1, (seed, month, key)


@pytest.mark.parametrize("family", FAMILIES)
def test_dues_by_contract_and_under_each_offer_are_the_generators(family):
    """The generator works in floats by month; rounding each due to the fen may carry a fen a month along.

    A lower rate holds from acceptance here, twenty days into the running month, and for all of it there.
    """
    checked = 0
    for seed in range(3):
        for debts in (3, 8):
            instance = generator().household(family, debts, 60, seed)
            for debt, choices in zip(
                converted(family, debts, 60, seed).debts, generator().schedules(instance), strict=True
            ):
                for place, unit in enumerate(one for one in choices if not one.get("settle")):
                    if debt.arrears is None:
                        check_dues(debt, place, unit)
                        checked += 1
    assert checked > 20


def check_dues(debt, place, unit):
    """Compare every due of the first 60 months with the generator's."""
    account, slack_fen = open_debt(debt, AS_OF), 2
    if place:
        terms = debt.concessions[place - 1]
        account, paid = accept_paying(account, terms)
        assert sum(paid) == round(unit["fee"] * 100)
        if terms.rate is not None:
            lowered = float(debt.terms.rate.per_month() - terms.rate.per_month())
            slack_fen += debt.balance_fen * lowered * 20 / 30 * (1 + lowered) ** 60
    dues = {row.due.replace(day=1): row.total_fen for row in dues_of(account)}
    for month in range(60):
        found = dues.pop(FIRST.plus(month + 1).first, 0)
        expected = unit["due"][month] * 100
        assert abs(found - expected) <= slack_fen + month, (debt.name, place, month)
