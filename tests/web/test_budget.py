"""The budget: the owner's own page, from the own past, averages said to be averages."""

import re
import uuid

import pytest

from ashore.store import book
from ashore.web import guard, session
from web.asking import ORIGIN
from web.made_bills import HOUSEHOLD, alipay, year_of_life
from web.test_bills import keep, look_at


@pytest.fixture(autouse=True)
def small(owner):
    """Put a small household into the book: its plan is there at once."""
    book.replace_all(uuid.uuid4(), HOUSEHOLD)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_it_in_either_language_with_and_without_bills(owner, language):
    owner.speaks(language)
    before = book.load().text
    empty = owner.get("/budget")
    look_at(owner, ("一年.csv", alipay(year_of_life())))
    keep(owner)
    page = owner.get("/budget")
    for one in (empty, page):
        assert one.status == 200
        assert not re.search(r"\b(budget|bills|review)-[a-z]", one.words)
        assert not [word for word in ("ashore ", "--", "FILE") if word in one.words]
        assert ("不要拿给贷款机构" if language == "zh" else "Do not show these pages") in one.words
    assert ("买菜做饭" if language == "zh" else "Food at home") in page.words
    assert book.load().text == before


def test_the_own_share_is_counted_and_nonsense_is_all_of_it(owner):
    look_at(owner, ("一年.csv", alipay(year_of_life())))
    keep(owner)
    assert owner.get("/budget?share=50").words != owner.get("/budget").words
    for typed in ("0", "101", "-5", "x", "9" * 30, "\u0665"):
        page = owner.get(f"/budget?share={typed}")
        assert (page.status, 'name="share" value="100"' in page.text) == (200, True)


def test_a_stranger_gets_404_no_phone_and_nobody_who_looks_on_sees_it(stranger, owner):
    assert stranger.get("/budget", headers={"Origin": ORIGIN}).status_code == 404
    assert "budget" not in guard.FOR_THE_PHONE
    owner.client.cookies[session.COVER] = "1"
    assert owner.get("/budget").where == "/"
