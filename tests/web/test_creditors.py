"""Whom to talk to: the page says what the command says, leads to each debt, and is nobody else's."""

import uuid

import pytest

from ashore.documents.blocks import Say
from ashore.documents.creditors import creditor_parts
from ashore.store import book
from ashore.texts import say
from ashore.web import plans
from ashore.web.in_app import in_app


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_order_stands_there_and_leads_to_each_debt(owner, language):
    owner.speaks(language)
    page = owner.get("/creditors")
    assert page.status == 200
    now = book.load()
    for entry in now.of("debt"):
        assert f'href="/debt/{entry.pk}"' in page.text
    household = plans.reading_of(now).household
    assert household is not None
    parts = in_app(creditor_parts(plans.view_of(household), language), language)
    first = [block.message for block in parts[0].blocks if isinstance(block, Say)]
    places = [page.words.index(say(one, language)) for one in first]
    assert len(places) > 1
    assert places == sorted(places)
    assert "approach-" not in page.words


def test_today_leads_there(owner):
    assert 'href="/creditors"' in owner.get("/").text


def test_without_a_debt_it_leads_to_today(owner):
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\n')
    assert owner.get("/creditors").where == "/"


def test_a_stranger_finds_nothing(stranger):
    assert stranger.get("/creditors").status_code == 404
