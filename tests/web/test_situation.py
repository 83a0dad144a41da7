"""The situation lists everything; a debt's page says what it is made of and what was assumed."""

import uuid

import pytest

from ashore.store import book


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_entry_is_listed(owner, language):
    owner.speaks(language)
    page = owner.get("/situation")
    for entry in book.load().entries:
        if entry.section not in ("", "household", "debt", "debt.event", "debt.concession"):
            assert f"/entry/{entry.pk}" in page.text
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
