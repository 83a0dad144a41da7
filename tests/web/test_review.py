"""The month's review: asked for, shown to the owner alone, and taken into the book only through the check-in."""

import re
import uuid
from datetime import date, timedelta

import pytest

from ashore.store import book
from ashore.store.private.bills import taught
from ashore.web import guard, session
from calendars import read
from web.asking import ORIGIN
from web.made_bills import HOUSEHOLD, Paid, alipay, year_of_life
from web.test_bills import keep, look_at


@pytest.fixture
def since(owner):
    """Return an owner whose figures are of September and whose bills go to the end of October."""
    book.replace_all(uuid.uuid4(), HOUSEHOLD)
    rows = [*year_of_life(), Paid(date(2026, 10, 31), "早点", "6.00")]
    look_at(owner, ("一年.csv", alipay(rows)))
    keep(owner)
    return owner


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_is_asked_and_sees_the_review_in_either_language(since, language):
    since.speaks(language)
    before = book.load().text
    asked = since.get("/review")
    assert (asked.status, 'action="/review"' in asked.text) == (200, True)
    page = since.send("/review", {})
    assert page.status == 200
    for one in (asked, page):
        assert not re.search(r"\b(budget|bills|review)-[a-z]", one.words)
        assert not [word for word in ("ashore ", "--", "FILE") if word in one.words]
        assert ("不要拿给贷款机构" if language == "zh" else "Do not show these pages") in one.words
    assert book.load().text == before


def test_without_a_bill_beyond_the_figures_it_says_so(owner):
    page = owner.get("/review")
    assert 'href="/bills"' in page.text
    assert 'action="/review"' not in page.text


@pytest.mark.parametrize(
    "typed",
    [{"until": "soon"}, {"until": "2026-09-10"}, {"until": "2030-01-01"}, {"cash": "much"}, {"said-": "x"}],
)
def test_what_cannot_be_read_is_said_and_what_was_typed_stays(since, typed):
    form = since.get("/review").form("/review")
    if "said-" in typed:
        name = next(one for one in form if one.startswith("said-"))
        typed = {name: "x"}
    page = since.post("/review", {**form, **typed})
    assert (page.status, 'role="alert"' in page.text) == (400, True)
    for name, text in typed.items():
        assert page.form("/review")[name] == text


def test_a_lenders_other_balance_is_named(since):
    form = since.get("/review").form("/review")
    name = next(one for one in form if one.startswith("said-"))
    agreed = since.post("/review", form).words
    differs = since.post("/review", {**form, name: "1.00"}).words
    assert "按合同算的少 ¥" in differs
    assert differs != agreed


def test_its_repayments_go_into_the_book_through_the_check_in_and_nothing_else_does(since):
    page = since.send("/review", {"until": "2026-10-20"})
    form = page.form("/checkin")
    assert form["day"] == "2026-10-20"
    assert not [value for value in form.values() if "烧烤" in str(value) or "游戏" in str(value)]
    answer = since.post("/checkin", {**form, "show": "1"})
    assert answer.status == 200
    assert "烧烤" not in answer.text
    assert book.load().text == HOUSEHOLD
    filled = answer.form("/checkin")
    assert [value for name, value in filled.items() if name.startswith("amount-")][:2] == ["900.00", "900.00"]
    assert since.post("/checkin", filled).status in (200, 302)
    text = book.load().text
    assert "as_of = 2026-10-20" in text
    assert text.count("[[debt.event]]") == 2
    assert not [word for word in ("烧烤", "游戏", "超市", "房东") if word in text]
    assert since.get("/plan").status == 200


def test_a_reviewed_month_is_kept_beside_the_bills(since):
    since.send("/review", {})
    assert "2026-10" in taught.texts_of("reviewed")["reviewed"]


def test_a_stranger_gets_404_no_phone_and_nobody_who_looks_on_sees_it(stranger, since):
    for method in ("get", "post"):
        assert getattr(stranger, method)("/review", headers={"Origin": ORIGIN}).status_code == 404
    assert "review" not in guard.FOR_THE_PHONE
    since.client.cookies[session.COVER] = "1"
    assert since.get("/review").where == "/"


def test_nothing_is_shown_without_the_forms_own_mark(since):
    form = since.get("/review").form("/review")
    form.pop("csrfmiddlewaretoken")
    assert since.post("/review", form).status == 403


@pytest.mark.parametrize(("language", "title"), [("zh", "发钱的日子"), ("en", "Paydays")])
def test_paydays_are_offered_before_and_after_the_review(since, language, title):
    since.speaks(language)
    for page in (since.get("/review"), since.send("/review", {})):
        assert title in page.words
        assert 'href="/review/paydays"' in page.text


def test_the_paydays_file_names_neither_amount_nor_name_and_reminds_on_the_day(since):
    """The wage comes on the fifth of each month; a year has twelve or thirteen of them."""
    answer = since.get("/review/paydays")
    assert answer.headers["Content-Type"] == "text/calendar"
    found = read(answer.data)
    assert 12 <= len(found) <= 13
    assert {one.day.day for one in found} == {5}
    assert {one.reminders for one in found} == {(timedelta(hours=9),)}
    assert len({one.summary for one in found}) == 1
    assert not [word for one in found for word in ("工资", "6500", "6,500") if word in one.summary]


def test_where_nothing_comes_in_regularly_no_payday_is_offered(owner):
    book.replace_all(
        uuid.uuid4(), HOUSEHOLD.replace('every = "month"\nday = 5', 'every = "once"\non = 2026-12-01')
    )
    assert "/review/paydays" not in owner.get("/review").text


def test_the_paydays_file_is_the_owners_alone(stranger, since):
    assert stranger.get("/review/paydays", headers={"Origin": ORIGIN}).status_code == 404
    assert "review-paydays" not in guard.FOR_THE_PHONE
    since.client.cookies[session.COVER] = "1"
    assert since.get("/review/paydays").where == "/"
