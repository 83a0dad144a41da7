"""A thing's page: sold, what it fetched counts once where the money is, the plan follows, and it is undone as one."""

import re
import uuid
from datetime import date

import pytest

from ashore.packs.planned import plan_of
from ashore.store import book
from ashore.web import guard, session
from web.asking import ORIGIN

HOME = """format = "ashore/1"
[household]
as_of = 2026-11-23
cash = 500.00
[[income]]
name = "wage"
amount = 3000.00
day = 10
[[spending]]
name = "living"
amount = 2900.00
[[asset]]
name = "scooter"
value = 1500.00
asked = 1800.00
selling = "listed"
note = "charger is in the drawer"
sell = true
[[asset]]
name = "phone"
value = 600.00
[[debt]]
id = "a"
name = "bank"
balance = 1200.00
periods_left = 12
due_day = 15
rate = "12%/year"
method = "equal-principal"
"""
ACCOUNTS = """[[account]]
id = "wallet"
balance = 120.00
[[account]]
id = "card"
balance = 380.00
"""
ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"


@pytest.fixture
def seller(owner):
    """Return a browser before a household with two things."""
    book.replace_all(uuid.uuid4(), HOME)
    return owner


def thing(name="scooter"):
    """Return the path of a thing's page."""
    return next(
        f"/things/{one.pk}" for one in book.load().of("asset") if book.entry_values(one).get("name") == name
    )


def household():
    """Return the household as the book says it."""
    found = book.load().reading().household
    assert found is not None
    return found


def sell(seller, fetched="1350.50", where="cash", name="scooter"):
    """Say that a thing is sold, on its page."""
    path = thing(name)
    return seller.send(path, {"fetched": fetched, "where": where}, f"{path}/sold")


def undo(seller):
    """Undo the last change."""
    change = book.last_change()
    assert change is not None
    seller.send("/situation", {}, f"/undo/{change.pk}")


@pytest.mark.parametrize(("language", "status"), [("zh", "已经挂出"), ("en", "put up for sale")])
def test_the_owner_sees_what_there_is_of_a_thing(seller, language, status):
    seller.speaks(language)
    page = seller.get(thing())
    assert page.status == 200
    assert not re.search(r"\b(thing|photos?|key)-[a-z]", page.words)
    for word in ("scooter", "¥1,500", "¥1,800", "charger is in the drawer", status):
        assert word in page.words
    assert 'href="/help"' in page.text
    for leads in ("/situation", "/money"):
        assert f'href="{thing()}"' in seller.get(leads).text


def test_a_stranger_gets_404(stranger, seller):
    for path in (thing(), f"{thing()}/sold"):
        for method in ("get", "post"):
            answer = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (answer.status_code, answer.content) == (404, b"")


def test_nothing_is_written_without_the_forms_own_mark(seller):
    before = book.load().text
    answer = seller.client.post(f"{thing()}/sold", {"key": ID}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403
    assert book.load().text == before


def test_there_is_no_other_thing(seller):
    assert seller.get(f"/things/{ID}").status == 404
    debt = book.load().of("debt")[0].pk
    assert seller.get(f"/things/{debt}").status == 404


def test_sold_counts_in_the_cash_of_the_day_and_the_plan_follows(seller):
    before = plan_of(household())
    assert sell(seller).where == "/"
    now = household()
    assert now.cash_fen == 500_00 + 1350_50
    one = now.assets[0]
    assert (one.name, one.selling, one.value_fen, one.for_sale) == ("scooter", "sold", 1350_50, False)
    after = plan_of(now)
    assert after.outcome.sales == ()
    assert after.outcome.cash[0].start_fen - before.outcome.cash[0].start_fen == 1350_50
    assert now.as_of == date(2026, 11, 23)


def test_it_is_undone_as_one(seller):
    before = book.load().text
    sell(seller)
    undo(seller)
    assert book.load().text == before


def test_with_accounts_the_sum_is_where_the_money_is(seller):
    book.replace_all(uuid.uuid4(), HOME.replace("cash = 500.00\n", "") + ACCOUNTS)
    card = next(one for one in book.load().of("account") if book.entry_values(one)["id"] == "card")
    page = seller.get(thing())
    assert "wallet" in page.words
    assert 'value="cash"' not in page.text
    sell(seller, where=str(card.pk))
    assert {one.id: one.balance_fen for one in household().accounts} == {"wallet": 120_00, "card": 1730_50}
    assert household().cash_fen == 500_00 + 1350_50


def test_money_that_the_figures_have_already_is_not_counted_twice(seller):
    sell(seller, where="counted")
    now = household()
    assert (now.cash_fen, now.assets[0].selling) == (500_00, "sold")


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_what_is_not_clear_is_said_and_nothing_saved(seller, language):
    seller.speaks(language)
    before = book.load().text
    for fetched, where in (("", "cash"), ("lots", "cash"), ("-5", "cash"), ("800", ""), ("800", ID)):
        page = sell(seller, fetched, where)
        assert page.status == 400
        assert 'role="alert"' in page.text
        assert not re.search(r"\bthing-[a-z]", page.words)
        assert page.form(f"{thing()}/sold")["fetched"] == fetched
    assert book.load().text == before


def test_sent_twice_it_counts_once(seller):
    path = thing()
    form = {**seller.get(path).form(f"{path}/sold"), "fetched": "800", "where": "cash"}
    for _ in range(2):
        assert seller.post(f"{path}/sold", form).where == "/"
    assert household().cash_fen == 1300_00


def test_sold_from_two_windows_counts_once(seller):
    path = thing()
    forms = [{**seller.get(path).form(f"{path}/sold"), "fetched": "800", "where": "cash"} for _ in range(2)]
    assert seller.post(f"{path}/sold", forms[0]).status == 302
    assert seller.post(f"{path}/sold", forms[1]).status == 409
    assert household().cash_fen == 1300_00


def test_a_page_from_before_another_change_is_refused(seller):
    path = thing()
    form = {**seller.get(path).form(f"{path}/sold"), "fetched": "800", "where": "cash"}
    sell(seller, "100", name="phone")
    page = seller.post(f"{path}/sold", form)
    assert page.status == 409
    assert page.form(f"{path}/sold")["fetched"] == "800"
    assert household().cash_fen == 600_00


def test_choosing_sold_in_the_form_of_the_entry_asks_what_it_fetched(seller):
    path = f"/entry/{thing().removeprefix('/things/')}"
    answer = seller.send(path, {"selling": "sold", "note": "sold to a neighbour"})
    assert answer.where == f"{thing()}#sold"
    one = household().assets[0]
    assert (one.selling, one.note) == ("listed", "sold to a neighbour")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_once_sold_the_page_says_so_and_asks_no_more(seller, language):
    sell(seller)
    seller.speaks(language)
    page = seller.get(thing())
    assert f'action="{thing()}/sold"' not in page.text
    sold = {"zh": "已卖掉", "en": "sold"}[language]
    assert sold in seller.get("/situation").words
    assert sold in seller.get("/money").words


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "已经到了法院"), ("en", "A court has one of the debts")]
)
def test_once_a_court_has_a_debt_the_page_says_how_to_sell(seller, language, word):
    seller.speaks(language)
    assert word not in seller.get(thing()).words
    book.replace_all(uuid.uuid4(), HOME + 'stage = "sued"\n')
    assert word in seller.get(thing()).words


def test_nothing_is_written_while_somebody_looks_on(seller):
    path = thing()
    form = {**seller.get(path).form(f"{path}/sold"), "fetched": "800", "where": "cash"}
    seller.client.cookies[session.COVER] = "1"
    before = book.load().text
    assert "¥1,500" not in seller.get(path).words
    assert seller.post(f"{path}/sold", form).where == "/"
    assert book.load().text == before


def test_a_phone_may_tell_of_a_sale(seller):
    assert {"thing", "thing-sold"} <= guard.FOR_THE_PHONE
