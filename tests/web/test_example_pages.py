"""The example shows Why, Budget, Review and the payments behind them, all made up and said to be; it keeps nothing."""

import re
from datetime import date, timedelta
from importlib import resources
from itertools import pairwise

import pytest

from ashore.importers.bills.reading import read_bill
from ashore.store import book
from ashore.store.private.bills import imports, taught
from ashore.web import ledger, plans, session
from day import TODAY
from web.asking import ORIGIN
from web.test_hub import on_demo

SHOWN = ("/why", "/budget", "/review", "/bills/payments")
CLOSED = ("/bills", "/bills/read", "/bills/banks")
MADE_UP = {"zh": "每一笔流水都是编的", "en": "Every payment here is made up"}


@pytest.fixture
def example(owner):
    """Return a browser before the example."""
    on_demo(owner)
    return owner


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_each_page_says_first_that_every_payment_is_made_up(example, language):
    example.speaks(language)
    for path in SHOWN:
        page = example.get(path)
        assert page.status == 200, path
        main = page.words[page.words.index(MADE_UP[language]) :]
        assert len(main) > 300, path
        assert not re.search(r"\b(why|budget|review|bills)-[a-z]", page.words), path
        assert not [word for word in ("ashore ", "--", "FILE") if word in page.words], path


def test_why_names_the_fall_of_the_takings_and_leads_to_the_payments(example):
    words = example.get("/why").words
    assert "店里营业额下降后的亏损" in words
    assert "主要原因" in words
    assert 'href="/bills/payments?at=' in example.get("/why").text


def test_the_budget_says_that_the_file_hopes_for_too_much(example):
    """Takings of ¥22,000 in the middle month of the bill; by the file's seasons (45,000 + 50,000) / 2."""
    first = example.get("/budget").text.partition('<section class="part path')[0]
    assert "¥22,000" in first
    assert "¥47,500" in first


def test_nothing_lies_ahead_of_the_day_on_which_it_is_read(example):
    found = ledger.bills_of(plans.reading_of(book.load()).household).payments
    assert found
    assert max(one.day for one in found) <= TODAY


@pytest.mark.long
def test_a_review_is_shown_and_kept_nowhere(example, monkeypatch):
    monkeypatch.setattr("ashore.web.views.review.today", lambda: date(2027, 1, 5))
    monkeypatch.setattr("ashore.web.ledger.today", lambda: date(2027, 1, 5))
    ledger.forget()
    before = book.load().text
    page = example.send("/review", {})
    assert page.status == 200
    for said in ("按时", "晚了", "还了一部分", "2026年12月", "¥22,000"):
        assert said in page.words, said
    assert book.load().text == before
    assert taught.texts_of("reviewed") == {}


def test_today_leads_there_and_to_no_bill_of_ones_own(example):
    text = example.get("/").text
    assert [path for path in SHOWN[:3] if f'href="{path}"' not in text] == []
    assert 'href="/bills"' not in text


def test_what_belongs_to_ones_own_bills_is_not_there(example):
    for path in CLOSED:
        assert example.get(path).where == "/settings"
    for path in ("/why", "/review", "/bills/payments"):  # the budget has no form but that of the share
        text = example.get(path).text
        assert not [
            one for one in ('action="/why/known"', 'action="/why/cause"', "/payments/teach") if one in text
        ]
        assert 'href="/bills"' not in text
    assert imports.files() == ()
    form = example.get("/review").form("/review")
    for path in ("/why/known", "/why/cause", "/bills/payments/teach"):
        assert example.post(path, form).where == "/settings"


def test_who_looks_on_sees_none_of_it_and_a_stranger_nothing(stranger, example):
    assert stranger.get("/why", headers={"Origin": ORIGIN}).status_code == 404
    example.client.cookies[session.COVER] = "1"
    for path in SHOWN:
        assert example.get(path).where == "/"


def test_ones_own_book_knows_nothing_of_the_example(owner):
    on_demo(owner)
    owner.get("/why")
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {"passphrase": "a short sentence of mine"})
    assert 'href="/bills"' in owner.get("/why").text
    assert ledger.bills_of(None).payments == ()


def test_opening_the_example_reads_no_bill(owner, monkeypatch):
    monkeypatch.setattr(ledger, "_example", lambda _: pytest.fail("read before a page asked for payments"))
    on_demo(owner)
    assert owner.get("/situation").status == 200


def test_the_made_up_bill_is_whole_and_says_what_it_is():
    data = (resources.files("ashore") / "examples" / "demo-bill.csv").read_bytes()
    found = read_bill("demo-bill.csv", data)
    assert (found.format, found.findings, found.left_out) == ("alipay", (), ())
    text = data.decode()
    assert "都是编的" in text.splitlines()[1]
    assert "invented" in text.splitlines()[1]
    assert f"共{len(found.transactions)}笔记录" in text
    days = sorted({one.day for one in found.transactions})
    assert (days[0], days[-1]) == (date(2026, 3, 1), date(2026, 12, 31))
    assert max(there - here for here, there in pairwise(days)) <= timedelta(days=4)
