"""Why the debt grew: the owner's own page; the cause enters the plan on that press alone, and nothing else does."""

import re
import uuid
from dataclasses import replace
from datetime import date

import pytest

from ashore.household.writing import Set
from ashore.store import book
from ashore.store.private.bills import imports, owed
from ashore.web import guard, ledger, plans, session
from ashore.web.views import why
from web.asking import ORIGIN
from web.made_bills import HOUSEHOLD, Paid, alipay, year_of_life
from web.test_bills import keep, look_at


@pytest.fixture
def kept(owner):
    """Return an owner who has taken in a year of bills."""
    book.replace_all(uuid.uuid4(), HOUSEHOLD)
    look_at(owner, ("一年.csv", alipay(year_of_life())))
    keep(owner)
    return owner


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_it_in_either_language(kept, language):
    kept.speaks(language)
    page = kept.get("/why")
    assert page.status == 200
    assert not re.search(r"\b(why|bills|import)-[a-z]", page.words)
    assert ("不要拿给贷款机构" if language == "zh" else "Do not show these pages") in page.words
    assert page.text.count("<svg") >= 2
    assert (
        "没有解释" in page.words or "无法解释" in page.words or "说不清" in page.words
    ) or language == "en"


def test_it_names_no_command_of_the_terminal_and_no_option(kept):
    for language in ("zh", "en"):
        kept.speaks(language)
        words = kept.get("/why").words
        assert not [one for one in ("ashore ", "--", "FILE", "[household]", "docs/") if one in words]


def test_a_stranger_gets_404_and_no_phone_is_shown_it(stranger, kept):
    for path in ("/why", "/why/cause", "/why/known"):
        for method in ("get", "post"):
            response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (response.status_code, response.content) == (404, b"")
    assert not {"why", "why-cause", "why-know"} & guard.FOR_THE_PHONE


def test_without_bills_it_says_where_they_go(owner):
    page = owner.get("/why")
    assert 'href="/bills"' in page.text
    assert "<svg" not in page.text


def test_not_enough_months_are_said(owner):
    look_at(owner, ("一个月.csv", alipay(year_of_life(months=1))))
    keep(owner)
    page = owner.get("/why")
    assert page.status == 200
    assert "<svg" not in page.text
    assert 'action="/why/cause"' not in page.text


def test_looking_changes_nothing_and_the_cause_is_set_on_the_press_alone(kept, monkeypatch):
    set_to("unknown")
    before = book.load().text
    found = force(monkeypatch, "shock")
    page = kept.get("/why")
    assert book.load().text == before
    form = page.form("/why/cause")
    assert form["cause"] == found
    assert kept.post("/why/cause", {**form, "csrfmiddlewaretoken": ""}).status == 403
    assert kept.post("/why/cause", {**form, "cause": "habits"}).where == "/why"
    assert book.load().text == before
    assert kept.post("/why/cause", form).where == "/why"
    after = book.load()
    assert book.entry_values(after.of("household")[0])["cause"] == "shock"
    assert after.text.replace('cause = "shock"', 'cause = "unknown"') == before
    assert 'action="/why/cause"' not in kept.get("/why").text


def set_to(cause):
    """Write a cause into the book."""
    home = book.load().of("household")[0]
    book.edit(uuid.uuid4(), home.pk, home.version, [Set("cause", cause)])


def force(monkeypatch, cause):
    """Have the answer name a cause, whatever the bills say: the page is tried here, not the answer."""
    made = why._made
    monkeypatch.setattr(why, "_made", lambda *given: replace(made(*given), cause=cause))
    return cause


def test_from_an_older_page_no_cause_is_set(kept, monkeypatch):
    set_to("unknown")
    force(monkeypatch, "habits")
    form = kept.get("/why").form("/why/cause")
    home = book.load().of("household")[0]
    book.edit(uuid.uuid4(), home.pk, home.version, [Set("dependants", 3)])
    before = book.load().text
    assert kept.post("/why/cause", form).where == "/why"
    assert book.load().text == before


def test_what_is_known_of_earlier_days_is_kept_beside_the_bills_and_nowhere_else(kept):
    before = book.load().text
    form = kept.get("/why").form("/why/known")
    fields = [name for name in form if name.startswith("owed-")]
    assert len(fields) > 1
    assert kept.post("/why/known", {**form, fields[0]: "12345.00", "owed-": "800"}).where == "/why"
    assert book.load().text == before
    assert {one.debt for one in owed.typed()} == {fields[0].removeprefix("owed-"), ""}
    assert kept.get("/why").form("/why/known")[fields[0]] == "12345.00"
    assert imports.files()


def test_nothing_is_shown_while_somebody_looks_on(kept):
    kept.client.cookies[session.COVER] = "1"
    assert kept.get("/why").where == "/"
    assert 'href="/why"' not in kept.get("/").text


def test_it_is_found_from_today(kept):
    for path in ("/why", "/budget", "/review", "/bills"):
        assert f'href="{path}"' in kept.get("/").text


def test_each_payment_behind_a_cause_leads_to_its_own_place_in_the_list(kept):
    page = kept.get("/why")
    links = re.findall(r'<a href="(/bills/payments\?at=(\d+)#pay-\2)">([^<]+)</a></th>(.*?)</tr>', page.text)
    assert len(links) > 12
    payments = ledger.bills_of(plans.reading_of(book.load()).household).payments
    for address, place, day, cells in links[:: len(links) // 6]:
        one = payments[int(place)]
        shown = f"{one.day.year}年{one.day.month}月{one.day.day}日"
        assert day == shown
        assert one.counterparty in cells
        assert f"{one.amount_fen // 100:,}.{one.amount_fen % 100:02}" in cells
        assert ("+" in cells) == (one.kind == "income")
        listed = kept.get(address.partition("#")[0])
        row = re.search(rf'<tr role="row" id="pay-{place}"[^>]*>(.*?)</tr>', listed.text, re.DOTALL)
        assert row is not None
        assert 'aria-current="true"' in row[0]
        assert f"{one.day:%m-%d}" in row[1]
        assert one.counterparty in row[1]
        assert listed.text.count('aria-current="true">') <= 2, "the row and the place in the navigation"
        assert 'href="/why"' in listed.text


def test_a_place_that_is_none_shows_the_list_as_it_is(kept):
    plain = kept.get("/bills/payments").words
    for place in ("99999", "-1", "x", ""):
        assert kept.get(f"/bills/payments?at={place}").words == plain


def test_a_payment_far_down_a_month_stands_on_its_own_page_of_it(owner):
    rows = [*year_of_life(), *(Paid(date(2026, 3, 10), f"店{number}", "1.00") for number in range(450))]
    look_at(owner, ("多.csv", alipay(rows)))
    keep(owner)
    payments = ledger.bills_of(None).payments
    place = next(at for at, one in enumerate(payments) if one.counterparty == "店449")
    page = owner.get(f"/bills/payments?at={place}")
    assert f'id="pay-{place}"' in page.text
    assert page.text.count("<tr role=") <= 201


def test_what_its_sentences_rest_on_is_said_beside_them(kept):
    kept.speaks("zh")
    words = kept.get("/why").words
    assert "比以前少了 1/5 以上的月份" in words
    assert "占到增加部分 1/10 的原因" in words
    assert "占到 1/3、又确实排在第一的" in words
    assert "利息可能差到 1/8" in words
