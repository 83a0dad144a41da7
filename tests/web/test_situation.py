"""The situation lists everything; a debt's page says what it is made of and what was assumed."""

import uuid
from decimal import Decimal

import pytest

from ashore.errors import Message
from ashore.household.position import open_debt
from ashore.loans.cost import later_dues
from ashore.money import format_fen
from ashore.packs.workdays import working_days_of
from ashore.planning.problem import HORIZON_MONTHS
from ashore.store import book
from ashore.texts.sentences import say, word


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_entry_is_listed(owner, language):
    owner.speaks(language)
    page = owner.get("/situation")
    for entry in book.load().entries:
        if entry.section not in ("", "household", "debt", "debt.event", "debt.concession"):
            place = "things" if entry.section == "asset" else "entry"
            assert f"/{place}/{entry.pk}" in page.text
        elif entry.section == "debt":
            assert f"/debt/{entry.pk}" in page.text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_debts_page(owner, language):
    owner.speaks(language)
    for entry in book.load().of("debt"):
        page = owner.get(f"/debt/{entry.pk}")
        assert page.status == 200
        assert str(book.entry_values(entry)["name"]) in page.words
        assert "¥" in page.words


def test_a_debt_that_is_not_there(owner):
    assert owner.get(f"/debt/{uuid.uuid4()}").status == 404


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_debts_page_has_its_rates_its_schedule_and_its_stage(owner, language):
    owner.speaks(language)
    household = book.load().reading().household
    assert household is not None
    for entry, one in zip(book.load().of("debt"), household.debts, strict=True):
        page = owner.get(f"/debt/{entry.pk}").words
        for row in later_dues(open_debt(one, household.as_of, working_days_of(household, HORIZON_MONTHS))):
            assert format_fen(row.total_fen) in page
        assert say(Message("cost-head-yuan"), language) in page
        assert word(f"choice-stage-{one.stage}", language) in page


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "可能会被直接扣走"), ("en", "a lender could take from here")]
)
def test_what_can_be_taken_tomorrow(owner, language, said):
    owner.speaks(language)
    late = next(one for one in book.load().of("debt") if "arrears" in book.entry_values(one))
    named = str(book.entry_values(late)["id"])
    book.add(uuid.uuid4(), "account", {"id": "card", "balance": Decimal("50.00"), "debited_by": [named]})
    page = owner.get("/situation").words
    assert said in page
    assert "¥50" in page
