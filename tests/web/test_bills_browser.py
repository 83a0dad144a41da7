"""One way in a real browser: a bill is dropped, the causes, the budget, the review, the new plan; and how it looks."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, expect

from ashore.texts.sentences import word
from needs import needs
from web.made_bills import HOUSEHOLD, Paid, alipay, year_of_life
from web.serving import Watched, make_book
from web.test_bills import HOSTILE
from web.test_hostile import bill as hostile_bill
from web.test_hostile import household as hostile_household
from web.test_pages_browser import Opened, looks_right

pytestmark = needs("chromium", "the app is tried in a browser")
PAGES = (
    "/bills",
    "/bills/payments?month=2026-03&row=40",
    "/why",
    "/budget",
    "/review",
    "/bills/banks",
    "/bills/read",
)


@pytest.fixture
def bill(tmp_path: Path) -> Path:
    """Return a bill of a year, to be dropped."""
    path = tmp_path / "账单.csv"
    path.write_bytes(alipay([*year_of_life(), Paid(date(2026, 10, 31), "早点", "6.00")]))
    return path


@pytest.fixture
def household(tmp_path: Path) -> Path:
    """Return the file of a household whose figures are of September."""
    path = tmp_path / "household.toml"
    path.write_text(HOUSEHOLD, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_from_a_dropped_bill_to_the_new_plan(browser, server, bill, household, language):
    person = Watched(browser, server, language)
    page, home = person.page, server.home
    page.goto(server.address)
    page.wait_for_url(f"{home}/first")
    make_book(page, server, household)
    before = plan_of(person)
    drop(person, bill)
    person.tap("bills-see-why", "link")
    person.at_path("/why")
    assert page.locator("svg.chart").count() == 2
    expect(page.locator("main")).to_contain_text(word("why-cause-income-fell", language))
    person.tap("why-set-go")
    person.at_path("/why")
    expect(page.locator("form[action='/why/cause']")).to_have_count(0)
    page.goto(f"{home}/budget")
    expect(page.locator("main")).to_contain_text("1,800.00")
    person.tap("bills-see-review", "link")
    person.at_path("/review")
    page.locator("input[name='said-wsd']").fill("8200")
    person.tap("review-go")
    expect(page.locator("main")).to_contain_text(word("review-take", language))
    person.tap("review-take-go")
    person.at_path("/checkin")
    expect(page.locator("input[name='amount-0']")).to_have_value("900.00")
    page.locator("form[action='/checkin'] button.main").click()
    page.wait_for_load_state()
    assert plan_of(person) != before
    page.goto(f"{home}/situation")
    assert not [text for text in ("烧烤", "游戏", "房东") if text in person.words()]
    person.nothing_went_wrong()
    person.context.close()


def plan_of(person: Watched) -> str:
    """Return what the plan says."""
    person.page.goto(f"{person.at.home}/plan")
    return person.words()


def drop(person: Watched, bill: Path) -> None:
    """Drop a bill on the field, see what is in it, keep it."""
    page = person.page
    page.goto(f"{person.at.home}/bills")
    page.locator("#files").set_input_files(bill)
    person.tap("bills-read-go")
    person.at_path("/bills/read")
    assert bill.name in person.words()
    assert "52,000.00" in person.words()
    person.tap("bills-keep-go")
    person.at_path("/bills")


@pytest.mark.long
@pytest.mark.parametrize("how", [("zh", "dark", 320), ("en", "light", 1280)])
def test_the_pages_fit_and_can_be_read_with_bills_in_them(browser, server, bill, household, how):
    person = Watched(browser, server, how[0])
    person.page.goto(server.address)
    person.page.wait_for_url(f"{server.home}/first")
    make_book(person.page, server, household)
    drop(person, bill)
    person.page.goto(f"{server.home}/bills")
    other = bill.with_name("其他.csv")
    closed = Paid(date(2026, 3, 2), "早" * 60, "6.00", status="交易关闭", way="不计收支")
    other.write_bytes(alipay([closed, Paid(date(2026, 3, 3), "店", "7.00")], 900))
    person.page.locator("#files").set_input_files(other)
    person.tap("bills-read-go")
    person.at_path("/bills/read")
    book = Opened(server, person.context.storage_state(), {})
    for path in PAGES:
        looks_right(browser, book, path, *how)
    person.context.close()


@pytest.mark.long
def test_hostile_names_run_nothing_in_a_real_page(browser, server, tmp_path):
    """What a book and a bill say is text to the browser, too: no dialog, no request, no complaint of its rules."""
    person = Watched(browser, server, "zh")
    page, dialogs = person.page, list[str]()

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismissed)
    page.goto(server.address)
    page.wait_for_url(f"{server.home}/first")
    home, given = tmp_path / "h.toml", tmp_path / "a.csv"
    home.write_text(hostile_household(), encoding="utf-8")
    given.write_bytes(hostile_bill())
    make_book(page, server, home)
    page.goto(f"{server.home}/bills")
    page.locator("#files").set_input_files(given)
    person.tap("bills-read-go")
    person.at_path("/bills/read")
    person.tap("bills-keep-go")
    person.at_path("/bills")
    page.goto(f"{server.home}/why")
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    assert len([text for text in HOSTILE if text in page.locator("main").inner_text()]) > 6
    page.locator("a[href^='/bills/payments?at=']").first.click()
    expect(page.locator("tr.here")).to_be_in_viewport()
    for path in ("/budget", "/review"):
        page.goto(f"{server.home}{path}")
    person.tap("review-go")
    expect(page.locator("main")).to_contain_text(HOSTILE[0])
    assert dialogs == []
    person.nothing_went_wrong()
    person.context.close()


@pytest.mark.long
@pytest.mark.parametrize("how", [("zh", "dark", 320), ("en", "light", 1280)])
def test_the_pages_of_the_example_fit_and_can_be_read(browser, server, how):
    person = Watched(browser, server, how[0])
    person.page.goto(server.address)
    person.page.wait_for_url(f"{server.home}/first")
    person.page.goto(f"{server.home}/unlock")
    person.page.locator("form[action='/example'] button").click()
    person.at_path("/")
    book = Opened(server, person.context.storage_state(), {})
    for path in ("/why", "/budget", "/review", "/bills/payments?at=40"):
        looks_right(browser, book, path, *how)
    person.context.close()
