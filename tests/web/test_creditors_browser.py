"""One way in a real browser: a court paper, its day on Today, asks, a letter, what was agreed, the plan, the agenda."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from ashore.texts.facts import format_day
from ashore.texts.language import Language
from ashore.texts.sentences import word
from day import TODAY
from needs import ROOT, needs
from web.serving import WAIT_MS, Served, let_in, make_book, served, window

pytestmark = needs("chromium", "the app is tried in a browser")

CAME = TODAY - timedelta(days=2)
UNTIL = CAME + timedelta(days=15)


@pytest.fixture(params=[pytest.param(one, marks=pytest.mark.long) for one in ("zh", "en")])
def opened(request, browser, tmp_path) -> Iterator[tuple[Page, Served, Language]]:
    """Return a page before a book for whose household nothing works, in each language."""
    with served(tmp_path / "book") as at:
        context = window(browser, at, let_in(browser, at), request.param, "light", 390)
        page = context.new_page()
        # Without the day that stands in the example: it may be nearer than the one told of here.
        text = (ROOT / "examples" / "nothing-works.toml").read_text(encoding="utf-8")
        path = tmp_path / "household.toml"
        path.write_text(re.sub(r"^deadline = .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
        make_book(page, at, path)
        yield page, at, request.param
        context.close()


def tap(page: Page, code: str, language: Language, role: Literal["button", "link"] = "link") -> None:
    """Tap what is called so."""
    page.get_by_role(role, name=word(code, language), exact=True).first.click()


def test_from_the_courts_paper_to_the_agenda(opened, tmp_path):
    page, at, language = opened
    debt = told_of_a_paper(page, at, language)
    ask(page, at, language)
    letter(page, at, language, debt, tmp_path)
    before = plan_of(page, at)
    agreed(page, at, language, debt)
    assert plan_of(page, at) != before
    agenda(page, at, language, tmp_path)


def told_of_a_paper(page: Page, at: Served, language: Language) -> str:
    """Say that a claim came; its day is the first thing on Today.  Return the debt's page."""
    page.goto(f"{at.home}/")
    tap(page, "paper-link", language)
    tap(page, "paper-claim", language)
    page.locator("#received").fill(CAME.isoformat())
    tap(page, "paper-count", language, "button")
    expect(page.locator("main")).to_contain_text(format_day(UNTIL, language))
    choice = page.locator("#debt option").nth(2)
    name, entry = choice.inner_text(), choice.get_attribute("value")
    page.locator("#debt").select_option(entry)
    tap(page, "paper-note-it", language, "button")
    page.wait_for_url(f"{at.home}/", timeout=WAIT_MS)
    first = page.locator("main section").first.inner_text()
    assert name in first
    return f"/debt/{entry}"


def ask(page: Page, at: Served, language: Language) -> None:
    """See whom to talk to first and what to ask for."""
    tap(page, "creditors-link", language)
    page.wait_for_url(f"{at.home}/creditors")
    tap(page, "deeper-asks", language)
    expect(page.locator("section.part h2").first).to_be_visible(timeout=WAIT_MS)


def letter(page: Page, at: Served, language: Language, debt: str, folder) -> None:
    """Make a letter that fits the debt, and take it out as a file."""
    page.goto(f"{at.home}{debt}")
    page.locator('main a[href^="/letters"]').first.click()
    entry = debt.removeprefix("/debt/")
    page.locator(f'a[href$="{entry}"]').first.click()
    if page.locator("#paper").count() == 0:
        page.locator("form#letter button.main").click()
    text = page.locator("#paper").input_value()
    assert len(text) > 100
    assert "Ashore" not in text
    with page.expect_download() as download:
        page.get_by_role("button", name=word("letter-as-pdf", language), exact=True).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert not re.search("债|贷|debt|loan", path.name)


def agreed(page: Page, at: Served, language: Language, debt: str) -> None:
    """Write down what was agreed in writing, and take it into the plan."""
    page.goto(f"{at.home}/log/new?debt={debt.removeprefix('/debt/')}")
    page.locator("#party").select_option("lender")
    page.locator("#direction").select_option(index=1)
    page.locator("#channel").select_option("letter")
    page.locator("#said").fill("三个月后再还")
    page.locator("#them").fill("延期三个月")
    page.locator("#in_writing").select_option("yes")
    tap(page, "log-save", language, "button")
    page.wait_for_url(re.compile(f"{at.home}/log.*"))
    tap(page, "log-into-plan", language)
    page.locator('a[href*="kind=defer"]').first.click()
    page.locator("#f-months").fill("3")
    tap(page, "entry-save", language, "button")
    page.wait_for_url(f"{at.home}{debt}", timeout=WAIT_MS)


def plan_of(page: Page, at: Served) -> str:
    """Return what the plan's page says."""
    page.goto(f"{at.home}/plan")
    return page.locator("main").inner_text()


def agenda(page: Page, at: Served, language: Language, folder) -> None:
    """See the day in the agenda, and take the agenda out without a name or an amount in it."""
    page.goto(f"{at.home}/agenda")
    expect(page.locator("main")).to_contain_text(str(UNTIL.day))
    with page.expect_download() as download:
        tap(page, "agenda-take-go", language, "button")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8")
    assert f"{UNTIL:%Y%m%d}" in text
    assert not re.search("债|贷|debt|loan", text)
