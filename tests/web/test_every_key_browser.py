"""Every page by the Tab key alone: each thing that can be used is reached, can be seen there, and lets go again."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from needs import ROOT, needs
from web.serving import OUTSIDE, book_pages, let_in, make_book, served, window

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]

MARK = """
() => {
  const used = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  const all = Array.from(document.querySelectorAll(used))
    .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0);
  const forms = Array.from(document.forms);
  all.forEach((one, at) => {
    one.dataset.k = one.type === "radio" ? `radio ${forms.indexOf(one.form)} ${one.name}` : `${one.tagName} ${at}`;
  });
  return Array.from(new Set(all.map((one) => one.dataset.k)));
}
"""
"""Marks what can be used with a key; the choices of one question are one stop."""
HERE = """
() => {
  const one = document.activeElement, box = one.getBoundingClientRect(), look = getComputedStyle(one);
  const seen = box.bottom > 0 && box.top < innerHeight && look.outlineStyle !== "none"
    && parseFloat(look.outlineWidth) > 0;
  return [one.dataset.k || "", seen];
}
"""
"""Where the focus is, and whether it can be seen there."""
ARRIVED = "() => !document.querySelector('[data-fetch]') || document.getElementById('told').textContent"
"""Whether a part that is worked out after the page has opened stands in its place."""
WAIT_MS = 180_000
TIMES = 4
"""A field for a day takes several steps; so many times the number of stops are enough for any page."""


@pytest.fixture(scope="module")
def page_and_paths(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Page, str, dict[str, str]]]:
    """Return a window on the example's book, the address of the app, and each page's path by a name."""
    with served(tmp_path_factory.mktemp("keys") / "book") as at:
        cookies = let_in(browser, at)
        page = window(browser, at, cookies, "en", "light", 1280).new_page()
        make_book(page, at, ROOT / "examples" / "demo.toml")
        yield page, at.home, book_pages(page, at)
        page.context.close()


def missed(page: Page) -> tuple[list[str], list[str]]:
    """Return what Tab does not reach on a page, and what it reaches but does not show.

    A field for a day has a stop for each of its parts; the last of them, its calendar, draws a ring of its own.
    """
    wanted = set[str](page.evaluate(MARK))
    left, shown, reached = set(wanted), set[str](), set[str]()
    for _ in range(TIMES * len(wanted) + TIMES):
        page.keyboard.press("Tab")
        here, seen = page.evaluate(HERE)
        left.discard(here)
        if here:
            (shown if seen else reached).add(here)
        if not left:
            break
    return sorted(left), sorted(reached - shown)


def test_the_tab_key_reaches_all_of_every_page(page_and_paths: tuple[Page, str, dict[str, str]]):
    page, home, paths = page_and_paths
    found: dict[str, tuple[list[str], list[str]]] = {}
    for name, path in paths.items():
        page.goto(f"{home}{path}")
        page.wait_for_function(ARRIVED, timeout=WAIT_MS)
        if any(told := missed(page)):
            found[name] = told
    assert found == {}
    assert set(OUTSIDE) <= set(paths)


def test_what_is_out_of_reach_is_found(browser: Browser, tmp_path: Path):
    """A link that takes no focus, one whose focus does not show, a field that keeps it."""
    planted = tmp_path / "page.html"
    planted.write_text(
        '<a href="#a">a</a><a href="#b" style="outline: none">b</a>'
        "<input onkeydown=\"if (event.key === 'Tab') event.preventDefault()\"><button>c</button>",
        "utf-8",
    )
    page = browser.new_page()
    page.goto(planted.as_uri())
    assert missed(page) == (["BUTTON 3"], ["A 1"])
    page.context.close()
