"""The report in a browser with the network cut: it asks for nothing, fits a small phone, prints whole."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from ashore.documents.report import futures_html, report_html
from ashore.scenarios.assumed import assumed_with
from ashore.scenarios.futures import Draws, Futures, futures_of
from ashore.texts import Language
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from documents.audits import audit_page
from documents.households import plan_of, view_of
from needs import needs

CHROMIUM = "chromium"
pytestmark = needs(CHROMIUM, "the report is tried in a browser")

NAMES = (
    "empty",
    "cured",
    "does-not-work",
    "long-names",
    "thirty",
    "large",
    "variable",
    "variable-short",
    "futures",
)
TOUCHING = """
() => [...document.querySelectorAll("svg.chart")].filter((one) => one.getClientRects().length)
  .flatMap((drawing) => [...drawing.querySelectorAll("text")].map((one) => [one, one.getBoundingClientRect()]))
  .flatMap(([one, box], place, all) => all.slice(place + 1)
    .filter(([, next]) => box.left < next.right + 2 && next.left < box.right + 2
      && box.top < next.bottom && next.top < box.bottom)
    .map(([next]) => `${one.textContent} ${next.textContent}`))
"""
"""Pairs of a drawing's labels that touch each other."""
SEEN = """
() => Array.from(document.querySelectorAll("details > :not(summary)"))
  .every((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's browser."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield started
        started.close()


@cache
def futures() -> Futures:
    """Return the futures of the household whose income varies."""
    return futures_of(plan_of("variable"), assumed_with(), Draws(4, 1))


def page_of(name: str, language: Language) -> str:
    """Return a household's report, or by the names `futures` and `audit` the pages of these."""
    if name == "audit":
        return audit_page(language)
    if name == "futures":
        return futures_html(view_of("variable"), futures(), language)
    return report_html(view_of(name), language)


class Opened:
    """A report opened with the network cut, every request and complaint noted."""

    def __init__(self, context: BrowserContext, path: Path) -> None:
        """Open the page."""
        context.set_offline(offline=True)
        self.page: Page = context.new_page()
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.goto(path.as_uri())


def opened(
    browser: Browser, path: Path, name: str, language: Language, width: int, scheme: Literal["light", "dark"]
) -> Opened:
    """Return a household's report opened at a width."""
    path = path / "report.html"
    path.write_text(page_of(name, language), encoding="utf-8")
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    return Opened(context, path)


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("name", [*NAMES, "audit"])
def test_the_page_asks_for_nothing_and_fits_a_small_phone(browser, tmp_path, name, language):
    found = opened(browser, tmp_path, name, language, 320, "dark")
    assert found.page.evaluate(TOO_WIDE) == []
    found.page.evaluate(OPEN_ALL)
    assert found.page.evaluate(TOO_WIDE) == []
    assert found.page.evaluate("document.documentElement.scrollWidth") <= 320
    assert len(found.requests) == 1
    assert found.complaints == []
    found.page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["cured", "does-not-work", "variable", "futures", "audit"])
def test_every_text_can_be_read_in_light_and_dark_and_on_paper(browser, tmp_path, name, scheme):
    page = opened(browser, tmp_path, name, "zh", 800, scheme).page
    page.evaluate(OPEN_ALL)
    assert page.evaluate(LOW_CONTRAST) == []
    page.emulate_media(media="print", color_scheme=scheme)
    assert page.evaluate(LOW_CONTRAST) == []
    page.context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_on_paper_the_wide_drawing_stands_and_nothing_that_asks_for_a_tap(browser, tmp_path, width):
    page = opened(browser, tmp_path, "variable", "zh", width, "dark").page
    page.emulate_media(media="print", color_scheme="dark")
    kinds = page.evaluate(
        "Array.from(document.querySelectorAll('svg.chart')).filter((one) => one.checkVisibility())"
        ".map((one) => one.classList[1])"
    )
    assert kinds == ["wide"] * 4
    taps = page.evaluate(
        "Array.from(document.querySelectorAll('details:not(.fold) > summary'))"
        ".filter((one) => one.checkVisibility()).length"
    )
    assert taps == 0
    dark = page.evaluate(
        "Array.from(document.querySelectorAll('html, body, section, details, table, .scroll, figure'))"
        ".map((one) => getComputedStyle(one).backgroundColor)"
        ".filter((one) => !['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)'].includes(one))"
    )
    assert dark == []
    band = page.evaluate("getComputedStyle(document.querySelector('.wide .spread')).fill")
    assert band != "rgb(255, 255, 255)", "a band as white as the paper is not seen"
    page.context.close()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_region_that_scrolls_has_a_name_of_its_own(browser, tmp_path, language):
    page = opened(browser, tmp_path, "variable", language, 320, "light").page
    names = page.evaluate(
        "Array.from(document.querySelectorAll('[role=region]')).map((one) => one.getAttribute('aria-label'))"
    )
    assert len(names) == len(set(names)) > 4
    page.context.close()


@pytest.mark.parametrize(("width", "kind"), [(320, "narrow"), (1280, "wide")])
def test_one_of_two_drawings_is_shown_and_its_letters_can_be_read(browser, tmp_path, width, kind):
    page = opened(browser, tmp_path, "cured", "zh", width, "light").page
    shown = page.evaluate(
        "Array.from(document.querySelectorAll('svg.chart')).filter((one) => one.getClientRects().length)"
        ".map((one) => one.classList[1])"
    )
    assert shown == [kind, kind]
    height = page.evaluate(f"document.querySelector('svg.{kind} text').getBoundingClientRect().height")
    assert 12 <= height <= 24
    assert page.evaluate(TOUCHING) == []
    page.context.close()


def test_light_and_dark_follow_the_reader(browser, tmp_path):
    colours = {
        scheme: opened(browser, tmp_path, "cured", "zh", 800, scheme).page.evaluate(
            "getComputedStyle(document.body).backgroundColor"
        )
        for scheme in ("light", "dark")
    }
    assert colours["light"] != colours["dark"]


@pytest.mark.parametrize("name", ["cured", "does-not-work"])
def test_what_is_closed_on_a_screen_is_open_in_print_on_white(browser, tmp_path, name):
    page = opened(browser, tmp_path, name, "zh", 1000, "dark").page
    assert not page.evaluate(SEEN)
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(SEEN)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert len(page.pdf(prefer_css_page_size=True)) > 10_000
    page.context.close()


def test_everything_that_can_be_used_can_be_reached_by_keyboard(browser, tmp_path):
    page = opened(browser, tmp_path, "cured", "zh", 800, "light").page
    visible = page.evaluate(
        "Array.from(document.querySelectorAll('summary, a, .scroll')).filter((one) => one.checkVisibility()).length"
    )
    reached = set()
    for _ in range(visible + 2):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate("Array.from(document.querySelectorAll('*')).indexOf(document.activeElement)")
        )
    assert len(reached) >= visible
    page.context.close()
