"""A debt's end in the app: the day is chosen, the sum follows, and nothing is promised of the record."""

import re
import uuid
from datetime import timedelta

import pytest

from ashore.household.writing import Set
from ashore.store import book
from day import TODAY

NOBODY = "00000000-0000-4000-8000-000000000000"


def path(place=0):
    """Return the page of one debt's end."""
    return f"/debt/{book.load().of('debt')[place].pk}/closing"


def sums(page):
    """Return the amounts of the first part."""
    first = page.text.partition('class="part first')[2].partition("</section>")[0]
    return re.findall(r"¥[\d,.]+\d", first)


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("zh", ["结清要多少", "付钱之前", "付清以后", "别的了结办法"]),
        ("en", ["What closes it", "Before you pay", "After it is paid", "Other endings"]),
    ],
)
def test_it_is_told_in_the_order_in_which_it_is_needed(owner, language, heads):
    owner.speaks(language)
    page = owner.get(path())
    assert page.status == 200
    assert "closing-" not in page.words
    places = [page.words.index(head) for head in heads]
    assert places == sorted(places)


def test_another_day_is_another_sum(owner):
    near, far = TODAY + timedelta(days=1), TODAY + timedelta(days=200)
    assert sums(owner.get(f"{path()}?on={near}")) != sums(owner.get(f"{path()}?on={far}"))


@pytest.mark.parametrize("typed", ["x", "2001-01-01", "2199-01-01"])
def test_a_day_that_cannot_be_counted_to_is_said(owner, typed):
    page = owner.get(f"{path()}?on={typed}")
    assert page.status == 200
    assert 'role="alert"' in page.text
    assert sums(page)


def test_a_price_is_asked_about_only_where_something_is_pledged(owner):
    assert 'name="price"' not in owner.get(path()).text
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("secured_by", "home")])
    assert 'name="price"' in owner.get(path()).text
    assert "还差" in owner.get(f"{path()}?price=1000").words
    assert 'role="alert"' in owner.get(f"{path()}?price=x").text


def test_the_debts_page_leads_there(owner):
    entry = book.load().of("debt")[0]
    assert f'href="/debt/{entry.pk}/closing"' in owner.get(f"/debt/{entry.pk}").text


def test_while_amounts_are_covered_none_is_shown(owner):
    owner.client.cookies["cover"] = "1"
    page = owner.get(f"{path()}?price=123456")
    assert "••••" in page.words
    assert not re.search(r"\d,\d\d\d\.\d\d|123456", page.words)
    assert 'value="123456"' not in page.text


def test_a_debt_that_there_is_not_is_not_found(owner):
    assert owner.get(f"/debt/{NOBODY}/closing").status == 404


def test_what_cannot_be_read_leads_to_its_form(owner):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", "unclear")])
    assert owner.get(path()).where == f"/entry/{entry.pk}"


def test_nothing_is_taken_by_post(owner):
    assert owner.post(path(), {}).status == 403


def test_a_stranger_finds_nothing(stranger):
    assert stranger.get(f"/debt/{NOBODY}/closing").status_code == 404
