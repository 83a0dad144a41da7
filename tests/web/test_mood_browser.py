"""Thoughts of hurting oneself lead to help in one step: a real browser, no network, the keys alone."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from ashore.texts.language import Language
from ashore.texts.sentences import word
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from needs import ROOT, needs
from web.serving import CHROMIUM, Look, Served, let_in, make_book, served, window

pytestmark = needs("chromium", "the app is tried in a browser")
NOWHERE = "--proxy-server=127.0.0.1:9"
"""All that is not this machine goes to a port where nobody answers."""
TABS_MAX = 120
HIGHER: dict[Language, str] = {"zh": "高 14 分", "en": "14 higher"}
EVERY: list[tuple[Language, Look]] = list(product(("zh", "en"), ("light", "dark")))


@pytest.fixture(scope="module")
def cut_off() -> Iterator[Browser]:
    """Return a browser that reaches this machine and nothing else."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", NOWHERE])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def at(cut_off: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, object]]:
    """Return a server with a book open, and the cookies that it knows."""
    with served(tmp_path_factory.mktemp("mood") / "book") as running:
        cookies = let_in(cut_off, running)
        page = window(cut_off, running, cookies, "zh", "light", 390).new_page()
        make_book(page, running, Path(ROOT / "examples" / "demo.toml"))
        page.context.close()
        yield running, cookies


def looks_right(page: Page) -> None:
    """Check that a page fits, can be read with all of it open, and that axe finds nothing."""
    assert page.evaluate(TOO_WIDE) == []
    page.evaluate(OPEN_ALL)
    assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate(LOW_CONTRAST) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until a place has the focus."""
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_there_is_no_network_in_this_browser(cut_off):
    page = cut_off.new_page()
    with pytest.raises(Exception, match="ERR_"):
        page.goto("http://example.org/")
    page.context.close()


@pytest.mark.parametrize(
    ("language", "look"),
    [pytest.param(*how, marks=() if how == EVERY[0] else pytest.mark.long) for how in EVERY],
)
def test_by_keys_alone_the_ninth_question_leads_to_help_in_one_step(cut_off, at, language, look):
    running, cookies = at
    context = window(cut_off, running, cookies, language, look, 320)
    page = context.new_page()
    hosts: list[str] = []
    page.on("request", lambda request: hosts.append(request.url.split("/")[2].split(":")[0]))
    page.goto(f"{running.home}/mood/phq-9")
    looks_right(page)
    page.reload()
    tab_to(page, "input[name=a8]")
    page.keyboard.press("ArrowUp")
    assert page.locator("input[name=a8]:checked").input_value() == "3"
    tab_to(page, "form[action='/mood/phq-9'] button.main")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(word("crisis-title", language))
    words = page.locator("main").inner_text()
    assert "12356" in words
    assert word("mood-answer", language) not in words
    assert page.locator("a[href='tel:120']").first.is_visible()
    looks_right(page)
    tab_to(page, "main a.main[href='/']")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(word("rest-title", language))
    assert page.locator("a[href='/help']").first.is_visible()
    looks_right(page)
    page.locator("form[action='/mood/rest/end'] button").click()
    expect(page.get_by_role("heading", level=1, name=word("web-nav-today", language))).to_be_attached()
    assert set(hosts) == {"127.0.0.1"}
    context.close()


@pytest.mark.parametrize(
    ("language", "width"), [("zh", 320), pytest.param("en", 1280, marks=pytest.mark.long)]
)
def test_what_was_kept_can_be_read_compared_and_deleted(cut_off, at, language, width):
    running, cookies = at
    context = window(cut_off, running, cookies, language, "light", width)
    page = context.new_page()
    for value in ("0", "2"):
        page.goto(f"{running.home}/mood/gad-7")
        for item in range(7):
            page.locator(f"input[name=a{item}][value='{value}']").check()
        page.locator("input[name=keep]").check()
        page.locator("form[action='/mood/gad-7'] button.main").click()
        page.wait_for_url("**/mood/kept/*")
        looks_right(page)
    page.goto(f"{running.home}/mood")
    looks_right(page)
    page.evaluate(OPEN_ALL)
    expect(page.locator("table td").nth(3)).to_have_text(HIGHER[language])
    page.locator("form[action='/mood/delete'] button").click()
    expect(page.get_by_text(word("mood-none", language))).to_be_visible()
    context.close()
