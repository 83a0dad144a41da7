"""How every page looks in a real browser: it fits each width, can be read, and axe finds nothing."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from itertools import cycle, product

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, StorageState

from ashore.texts.language import Language
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from needs import ROOT, needs
from web.serving import OUTSIDE, Look, Served, book_pages, let_in, make_book, served, window

pytestmark = needs("chromium", "the app is tried in a browser")

LOUD = ("error", "warning")
"""What a browser says of a page that is not as it should be: reports of the policy on what may be loaded among it."""
NAMES = (
    "today", "situation", "situation-total", "plan", "plan-compare", "plan-if", "asks", "levers",
    "futures", "deeper", "checkin", "thing", "settings", "delete", "visit-income", "visit-debt", "add-debt",
    "add-account", "kinds", "debt", "offer", "entry", "closing", "audit", "cost", "agenda", "creditors", "money",
    "iou", "papers", "paper", "log", "log-new", "report", "report-part", "report-end",
    "letter-list", "letter", "complaint", "notes", "note", "letters", "phone-door", "bills", "bills-payments",
    "wellbeing", "goal", "progress", "family", "share",
    "mood", "mood-form", "crisis",
    "bills-banks", "why", "why-statement", "support-pack", "budget", "review", *OUTSIDE,
)  # fmt: skip
PAGES = [
    *(("demo", name) for name in NAMES),
    *(("nothing-works", name) for name in ("today", "plan", "situation", "checkin")),
]
SOME: list[tuple[Language, Look, int]] = [("zh", "dark", 320), ("en", "light", 1280)]
WIDTHS = (320, 390, 1280)
LOOKS = list(product(("zh", "en"), ("light", "dark")))


@dataclass(frozen=True, slots=True)
class Opened:
    """A server with a book open: its address, the cookies that it knows, each page's path by a name."""

    at: Served
    cookies: StorageState
    paths: dict[str, str]


@pytest.fixture(scope="module")
def books(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Opened]]:
    """Return what opens a household's book, the first time it is asked for."""
    with ExitStack() as stack:

        @cache
        def opened(name: str) -> Opened:
            at = stack.enter_context(served(tmp_path_factory.mktemp("pages") / name))
            cookies = let_in(browser, at)
            page = window(browser, at, cookies, "zh", "light", 390).new_page()
            make_book(page, at, ROOT / "examples" / f"{name}.toml")
            book = Opened(at, cookies, book_pages(page, at))
            page.context.close()
            return book

        yield opened


def looks_right(
    browser: Browser, book: Opened, path: str, language: Language, look: Look, *widths: int
) -> None:
    """Check that a page fits each width and can be read, closed and with all of it open, and that axe finds nothing.

    The page is read once and drawn in the other widths where it is; axe reads it at the first width.
    """
    context = window(browser, book.at, book.cookies, language, look, widths[0])
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text) if said.type in LOUD else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{book.at.home}{path}")
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) == [], width
    page.evaluate(OPEN_ALL)
    for width in reversed(widths):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate(TOO_WIDE) == [], width
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(LOW_CONTRAST) == []
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert complaints == []
    context.close()


@pytest.mark.parametrize(
    ("household", "name", "how"),
    [
        pytest.param(*page, how, marks=() if page[0] == "demo" else pytest.mark.long)
        for page, how in zip(PAGES, cycle(SOME), strict=False)
    ],
)
def test_every_page_fits_and_can_be_read(browser, books, household, name, how):
    """One look of each page, in turn; all of them in the long test."""
    looks_right(browser, books(household), books(household).paths[name], *how)


@pytest.mark.long
@pytest.mark.parametrize(("language", "look"), LOOKS)
@pytest.mark.parametrize(("household", "name"), PAGES)
def test_every_page_fits_and_can_be_read_in_every_look(browser, books, household, name, language, look):
    looks_right(browser, books(household), books(household).paths[name], language, look, *WIDTHS)


@pytest.mark.parametrize(
    ("how", "names"),
    [
        (SOME[0], ("start", "first", "unlock", "restore", "help")),
        *(pytest.param(how, tuple(OUTSIDE), marks=pytest.mark.long) for how in SOME),
    ],
)
def test_the_pages_before_there_is_a_book_fit_and_can_be_read(browser, server, how, names):
    """The first ones of each run; the others look the same before a book as behind it."""
    book = Opened(server, let_in(browser, server), OUTSIDE)
    for name in names:
        looks_right(browser, book, OUTSIDE[name], *how)
