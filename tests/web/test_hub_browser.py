"""Five entries of the navigation on a narrow screen; a goal kept and let go with the keyboard alone."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState, sync_playwright

from ashore.texts.language import Language
from ashore.texts.sentences import word
from browser_checks import TOO_WIDE
from needs import ROOT, needs
from web.serving import Served, launch, let_in, make_book, served, window

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]
LEAST_GAP = 4
LATE = ROOT / "src" / "ashore" / "examples" / "deferral.toml"


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Browser, Served, StorageState]]:
    """Return a browser that was let in before a book of its own."""
    folder: Path = tmp_path_factory.mktemp("hub") / "book"
    with sync_playwright() as playwright, served(folder) as at:
        browser = launch(playwright)
        cookies = let_in(browser, at)
        page = window(browser, at, cookies, "zh", "light", 390).new_page()
        make_book(page, at, LATE)
        yield browser, at, cookies
        browser.close()


@pytest.mark.parametrize("width", [320, 360, 390, 540, 600])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_entry_of_the_navigation_touches_the_next(
    opened: tuple[Browser, Served, StorageState], language: Language, width: int
) -> None:
    browser, at, cookies = opened
    page = window(browser, at, cookies, language, "light", width).new_page()
    page.goto(f"{at.home}/wellbeing")
    spans = page.locator(".top nav a").evaluate_all(
        """all => all.map((one) => {
            const range = document.createRange(); range.selectNodeContents(one);
            const box = range.getBoundingClientRect(); return [box.left, box.right, box.top];
        })"""
    )
    assert len(spans) == 5
    assert len({round(top) for _, _, top in spans}) == 1, "in one row"
    gaps = [after[0] - before[1] for before, after in pairwise(spans)]
    assert min(gaps) >= LEAST_GAP, gaps
    assert page.evaluate(TOO_WIDE) == []
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_goal_is_chosen_and_let_go_with_the_keyboard(
    opened: tuple[Browser, Served, StorageState], language: Language
) -> None:
    browser, at, cookies = opened
    page = window(browser, at, cookies, language, "dark", 320).new_page()
    page.goto(f"{at.home}/wellbeing/goal")
    page.locator("#own").focus()
    page.keyboard.type("a few words")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{at.home}/wellbeing")
    assert "a few words" in page.locator("main").inner_text()
    page.get_by_role("button", name=word("aim-done", language)).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{at.home}/wellbeing?told=done")
    assert "a few words" not in page.locator("main").inner_text()
    assert page.get_by_role("status").inner_text() == word("aim-told-done", language)
    page.context.close()
