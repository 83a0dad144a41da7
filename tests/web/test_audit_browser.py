"""One way in a real browser: a statement is dropped, the differences stand apart, the paper is taken."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from ashore.texts.sentences import word
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from documents.audits import FILE, STATEMENT
from documents.papers import flat, pdf_text
from needs import needs
from web.serving import TAGS, Watched, make_book

pytestmark = needs("chromium", "the app is tried in a browser")
NARROW = 320
TYPED = {"principal": "12000", "received": "11400", "periods": "12", "payment": "1126.19", "yearly": "30"}


@pytest.fixture
def statement(tmp_path: Path) -> Path:
    """Return what the lender gave, to be dropped."""
    path = tmp_path / "账单.csv"
    path.write_bytes(STATEMENT.encode("gbk"))
    return path


@pytest.fixture
def household(tmp_path: Path) -> Path:
    """Return the file of a household with one debt whose contract has its sources."""
    path = tmp_path / "household.toml"
    path.write_text(FILE, encoding="utf-8")
    return path


def opened(browser, server, household, language) -> Watched:
    """Return a person before their own book, on the page of its one debt."""
    person = Watched(browser, server, language, NARROW)
    person.page.goto(server.address)
    person.page.wait_for_url(f"{server.home}/first")
    make_book(person.page, server, household)
    person.page.goto(f"{server.home}/situation")
    person.page.locator("a[href^='/debt/']").first.click()
    return person


def fits(page: Page) -> None:
    """Check that a page fits a narrow screen, closed and open, and that it can be read."""
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(OPEN_ALL)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    assert page.evaluate(LOW_CONTRAST) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_from_a_dropped_statement_to_the_paper(browser, server, household, statement, language):
    person = opened(browser, server, household, language)
    page = person.page
    person.tap("audit-page-title", "link")
    page.locator("#statement").set_input_files(statement)
    person.tap("audit-page-go")
    expect(page.locator("main")).to_contain_text(word("audit-head-lender", language))
    expect(page.locator("main")).to_contain_text("146.55")
    assert page.evaluate(TOO_WIDE) == []
    if language == "en":  # read whole in the long test
        fits(page)
    with page.expect_download() as taken:
        person.tap("audit-page-as-pdf")
    text = flat(pdf_text(Path(taken.value.path()).read_bytes()))
    for part in (word("annex-title", language), "586.21", "439.66", "146.55", word("annex-only", language)):
        assert flat(part) in text
    person.nothing_went_wrong()
    person.context.close()


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_table_of_costs_is_typed_checked_and_kept(browser, server, household, language):
    person = opened(browser, server, household, language)
    page = person.page
    person.tap("cost-page-title", "link")
    page.locator("summary", has_text=word("table-type", language)).click()
    person.fill({f"t-{name}": value for name, value in TYPED.items()})
    person.tap("table-check")
    expect(page.get_by_role("status")).to_contain_text(word("table-checked", language))
    fits(page)
    person.tap("table-keep")
    expect(page.locator("main")).to_contain_text(word("table-lead-there", language))
    person.nothing_went_wrong()
    person.context.close()


@pytest.mark.long
def test_it_works_without_scripts(browser, server, household, statement):
    person = opened(browser, server, household, "zh")
    context = browser.new_context(
        java_script_enabled=False, storage_state=person.context.storage_state(), locale=TAGS["zh"]
    )
    page = context.new_page()
    page.goto(f"{person.page.url}/audit")
    page.locator("#statement").set_input_files(statement)
    page.locator("#audit button.main").click()
    expect(page.locator("main")).to_contain_text("146.55")
    with page.expect_download() as taken:
        page.locator("button[value='pdf']").click()
    assert Path(taken.value.path()).read_bytes().startswith(b"%PDF")
    context.close()
    person.context.close()
