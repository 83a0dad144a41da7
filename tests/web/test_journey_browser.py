"""The web app in a real browser over the real server: from the address to the restored book, and every page's looks."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import cycle, product
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import (
    Browser,
    Error,
    Locator,
    Page,
    StorageState,
    expect,
)

from ashore.texts.language import Language
from ashore.texts.sentences import word
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from day import TODAY
from needs import ROOT, needs
from web.serving import (
    OUTSIDE,
    PASSPHRASE,
    WAIT_MS,
    Look,
    Served,
    Watched,
    book_pages,
    let_in,
    make_book,
    served,
    window,
)

pytestmark = needs("chromium", "the app is tried in a browser")

FIRST_OF_MONTH = TODAY.replace(day=1)
OVERDUE_SINCE = (FIRST_OF_MONTH - timedelta(days=45)).replace(day=15)
WANGSHANGDAI = {
    "f-product": "cn/mybank-wangshangdai",
    "f-balance": "86000",
    "f-arrears-since": OVERDUE_SINCE.isoformat(),
    "f-due_day": "15",
    "f-periods_left": "7",
}
HEALTHY = {
    "f-product": "cn/weilidai",
    "f-name": "微粒贷（装修）",
    "f-balance": "12000",
    "f-due_day": "20",
    "f-periods_left": "12",
}
SCREENS = {
    "income": {"f-amount": "8600", "f-day": "10"},
    "living": {"f-amount": "3000"},
    "rent": {"f-amount": "1500", "f-day": "1"},
    "cash": {"f-cash": "6000"},
}
BOOK_WORDS = ("8600", "8,600", "86000", "86,000", HEALTHY["f-name"])
TABS_MAX = 80
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


@pytest.fixture(params=["zh", pytest.param("en", marks=pytest.mark.long)])
def person(request: pytest.FixtureRequest, browser: Browser, server: Served) -> Iterator[Watched]:
    """Return a person's page, in each language."""
    watched = Watched(browser, server, request.param)
    yield watched
    watched.context.close()


def answer_all(person: Watched) -> None:
    """Answer every question of the first page, the court's paper among them, and see the card."""
    page = person.page
    asked: list[str] = []
    while (question := page.locator(".ask .question")).count():
        asked.append(question.inner_text())
        assert len(asked) < 10, asked
        if page.locator(".ask input[type=checkbox]").count():
            page.locator("label.choice").first.click()
            page.locator(".ask button.main").click()
        elif page.locator("#day").count():
            page.locator("#day").fill(TODAY.isoformat())
            page.locator(".ask button.main").click()
        else:
            page.locator(".ask button.choice").first.click()
        page.wait_for_load_state()
    assert len(asked) == len(set(asked)) == 7
    assert page.locator("#card .today li").count() > 0


def set_up(person: Watched) -> None:
    """Go from the address to the first question of the first visit."""
    person.page.goto(person.at.address)
    person.at_path("/first")
    answer_all(person)
    person.tap("web-first-on-new", "link")
    person.at_path("/unlock")
    person.fill({"passphrase": PASSPHRASE, "again": PASSPHRASE})
    person.tap("unlock-new-go")
    assert len(person.page.locator(".code").inner_text()) > 20
    person.tap("recovery-done", "link")
    person.at_path("/visit/income")


def first_visit(person: Watched) -> None:
    """Answer the five screens, two debts among them, and see the first plan."""
    for step, typed in SCREENS.items():
        person.at_path(f"/visit/{step}")
        person.fill(typed)
        person.tap("visit-save")
    for debt in (WANGSHANGDAI, HEALTHY):
        person.at_path("/visit/debt")
        person.fill(debt)
        person.tap("visit-save-more")
    expect(person.page.get_by_text(HEALTHY["f-name"])).to_be_visible()
    person.tap("visit-done", "link")
    person.at_path("/")


def try_a_change(person: Watched) -> None:
    """Move a slider with the keys, and see its answer appear without another page."""
    person.tap("web-nav-plan", "link")
    person.at_path("/plan")
    person.page.locator("#income").press("ArrowLeft")
    expect(person.page.locator("#income-now")).to_have_text("\u22125%")
    expect(person.page.locator("#if-answer")).not_to_be_empty(timeout=WAIT_MS)
    assert "<html" not in person.page.locator("#if-answer").inner_html()
    person.at_path("/plan")


def grow_older(person: Watched, folder: Path) -> None:
    """Make the figures forty days old, as a file that is taken in: so much has happened since."""
    person.tap("web-nav-settings", "link")
    file = take_out(person, "settings-export", folder)
    text = re.sub(r"as_of = .*", f"as_of = {TODAY - timedelta(days=40)}", file.read_text(encoding="utf-8"))
    file.write_text(text, encoding="utf-8")
    person.page.locator("#file").set_input_files(file)
    person.tap("settings-import-go")
    person.at_path("/")


def close_and_open(person: Watched) -> None:
    """Close the book and open it again: what the first page was told of a paper is there until then."""
    paper = word("told-head", person.language)
    assert paper in person.words()
    person.tap("web-nav-settings", "link")
    person.tap("settings-lock-now")
    person.at_path("/unlock")
    person.fill({"passphrase": PASSPHRASE})
    person.tap("unlock-go")
    person.at_path("/")
    assert paper not in person.words()


def miss_a_payment(person: Watched) -> None:
    """Tell of a payment that was not made; the plan then is another."""
    person.tap("web-nav-today", "link")
    person.at_path("/")
    before = person.words()
    person.tap("today-checkin", "link")
    person.page.locator("input[name=planned-0]").wait_for(state="attached")
    person.fill({"money-cash": "2000"})
    person.tap("checkin-save")
    person.page.wait_for_load_state()
    if person.page.url.endswith("/checkin"):
        person.tap("unsure-later", "link")
    person.at_path("/")
    assert person.words() != before


def take_out(person: Watched, code: str, folder: Path) -> Path:
    """Save what a link of the settings gives."""
    with person.page.expect_download() as download:
        person.tap(code, "link")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_from_the_address_to_the_restored_book(person: Watched, tmp_path: Path):
    set_up(person)
    first_visit(person)
    try_a_change(person)
    grow_older(person, tmp_path)
    miss_a_payment(person)
    close_and_open(person)
    last = person.words()
    person.tap("web-nav-settings", "link")
    file = take_out(person, "settings-export", tmp_path)
    assert "86000.00" in file.read_text(encoding="utf-8")
    assert file.suffix == ".toml"
    backup = take_out(person, "settings-backup-go", tmp_path)
    assert b"86000" not in backup.read_bytes()
    person.tap("settings-delete", "link")
    person.fill({"word": word("delete-word", person.language)})
    person.tap("delete-go")
    person.at_path("/unlock")
    assert not list((tmp_path / "book").iterdir())
    person.tap("unlock-restore", "link")
    person.page.locator("#backup").set_input_files(backup)
    person.fill({"passphrase": PASSPHRASE})
    person.tap("restore-go")
    person.at_path("/")
    assert person.words() == last
    person.nothing_went_wrong()


def go_to(page: Page, place: Locator) -> None:
    """Press Tab until a place has the focus, and check that it can be seen where it stands."""
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        if place.evaluate("one => one === document.activeElement"):
            expect(place).to_be_in_viewport()
            return
    pytest.fail(f"Tab does not reach {place}")


def press(person: Watched, code: str, role: Literal["button", "link"] = "button") -> None:
    """Go to a button or link by Tab, and press Enter."""
    go_to(person.page, person.said(code, role))
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")


def type_in(person: Watched, typed: dict[str, str]) -> None:
    """Go to fields by Tab and type, or choose with the arrows."""
    for ident, value in typed.items():
        place = person.page.locator(f"#{ident}")
        go_to(person.page, place)
        if place.evaluate("one => one.tagName") != "SELECT":
            person.page.keyboard.type(value)
            continue
        for _ in range(TABS_MAX):
            if place.input_value() == value:
                break
            person.page.keyboard.press("ArrowDown")
        assert place.input_value() == value


@pytest.mark.parametrize("language", ["en", pytest.param("zh", marks=pytest.mark.long)])
def test_the_keys_alone_do_the_first_visit_and_the_check_in(
    browser: Browser, server: Served, tmp_path: Path, language: Language
):
    person = Watched(browser, server, language, 1280)
    set_up(person)
    for step, typed in SCREENS.items():
        person.at_path(f"/visit/{step}")
        type_in(person, typed)
        press(person, "visit-save")
    since = "f-arrears-since"
    type_in(
        person, {name: value for name, value in WANGSHANGDAI.items() if name in ("f-product", "f-balance")}
    )
    go_to(person.page, person.page.locator(f"#{since}"))
    for key in ("ArrowUp", "ArrowRight", "ArrowUp", "ArrowRight", "ArrowUp"):
        person.page.keyboard.press(key)
    assert person.page.locator(f"#{since}").input_value()
    type_in(person, {name: WANGSHANGDAI[name] for name in ("f-due_day", "f-periods_left")})
    press(person, "visit-save-more")
    press(person, "visit-done", "link")
    person.at_path("/")
    grow_older(person, tmp_path)
    before = person.words()
    press(person, "today-checkin", "link")
    type_in(person, {"money-cash": "2000"})
    press(person, "checkin-save")
    if person.page.url.endswith("/checkin"):
        press(person, "unsure-later", "link")
    person.at_path("/")
    assert person.words() != before
    person.nothing_went_wrong()
    person.context.close()


def test_leaving_quickly_leaves_nothing(person: Watched):
    set_up(person)
    first_visit(person)
    page = person.page
    person.tap("web-nav-situation", "link")
    person.at_path("/situation")
    page.keyboard.press("Escape")
    assert page.url.endswith("/situation")
    page.keyboard.press("Escape")
    person.at_path("/away")
    empty = word("first-page-title", person.language)
    expect(page.locator("body")).to_have_text(empty)
    assert page.locator("a, button, form, input").count() == 0
    assert page.title() == empty
    for _ in range(page.evaluate("history.length")):
        with suppress(Error):  # going back to a form's answer shows an error page of the browser's own
            page.go_back()
        shown = page.locator("body").inner_text()
        assert not [typed for typed in BOOK_WORDS if typed in shown]
        assert page.locator("nav").count() == 0, "the book is closed"


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
