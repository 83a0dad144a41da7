"""The web app in a real browser over the real server: from the address to the restored book."""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import (
    Browser,
    Error,
    Locator,
    Page,
    expect,
)

from ashore.texts.language import Language
from ashore.texts.sentences import word
from day import TODAY
from needs import needs
from web.serving import (
    PASSPHRASE,
    WAIT_MS,
    Served,
    Watched,
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
    """Close the book and open it again: what the first page was told of a paper is there still."""
    paper = word("told-head", person.language)
    assert paper in person.words()
    person.tap("web-nav-settings", "link")
    person.tap("settings-lock-now")
    person.at_path("/unlock")
    person.fill({"passphrase": PASSPHRASE})
    person.tap("unlock-go")
    person.at_path("/")
    assert paper in person.words()


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


AT_ONCE = """addEventListener("DOMContentLoaded", () =>
    setTimeout(() => dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }))))"""


def one_press_at_once_stays(person: Watched) -> None:
    """A page's own clock begins with it: a press in its first moments follows no other."""
    early = person.context.new_page()
    early.add_init_script(AT_ONCE)
    early.goto(person.page.url)
    early.evaluate("new Promise(done => setTimeout(done, 100))")
    assert early.url == person.page.url
    assert not early.evaluate("document.documentElement.hidden")
    early.close()


def test_leaving_quickly_leaves_nothing(person: Watched):
    set_up(person)
    first_visit(person)
    page = person.page
    person.tap("web-nav-situation", "link")
    person.at_path("/situation")
    one_press_at_once_stays(person)
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
