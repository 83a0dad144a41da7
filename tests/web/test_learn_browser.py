"""Lessons in a real browser: the slider by keys and without a script, answers by keys, and the whole on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from ashore.packs.pack import load_pack
from ashore.texts.language import Language
from ashore.texts.sentences import word
from needs import needs
from web.serving import Served, let_in, served, window

pytestmark = needs("chromium", "the app is tried in a browser")
LESSON = load_pack("cn").lessons["daily-rate"]
PATH = "/learn/daily-rate"
TABS_MAX = 60


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Return the server on an empty folder: no book is needed to read."""
    with served(tmp_path_factory.mktemp("learn") / "book") as found:
        yield found


@pytest.fixture(scope="module")
def cookies(browser: Browser, at: Served):
    """Return the cookies of the browser that was let in."""
    return let_in(browser, at)


@pytest.fixture(params=["zh", "en"])
def opened(request, browser, at, cookies) -> Iterator[tuple[Page, Language]]:
    """Return a narrow page before the lesson, in each language, with every complaint of the browser noted."""
    context = window(browser, at, cookies, request.param, "light", 320)
    page = context.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{at.home}{PATH}")
    yield page, request.param
    assert complaints == []
    context.close()


def go_to(page: Page, selector: str) -> None:
    """Press Tab until a place has the focus."""
    place = page.locator(selector).first
    for _ in range(TABS_MAX):
        page.keyboard.press("Tab")
        if place.evaluate("one => one === document.activeElement"):
            expect(place).to_be_in_viewport()
            return
    pytest.fail(f"Tab does not reach {selector}")


def test_the_keys_move_the_slider_open_an_answer_and_lead_back(opened, at):
    page, language = opened
    before = page.locator("#turned").inner_text()
    go_to(page, "#at")
    page.keyboard.press("End")
    expect(page.locator("#turned")).not_to_have_text(before)
    expect(page.locator("#told")).to_have_text(
        re.compile(r"^360[ \xa0]?(天|days)[:：] ?(利息|interest) ¥[\d,.]+$")
    )
    assert page.locator("#turned").get_attribute("role") is None
    assert LESSON.slider is not None
    assert page.locator("#at").input_value() == str(LESSON.slider.last)
    assert page.locator("#turned html").count() == 0
    page.wait_for_url(f"{at.home}{PATH}")
    go_to(page, ".answers details summary")
    kind = page.locator(".answers details p").first
    expect(kind).not_to_be_visible()
    page.keyboard.press("Enter")
    expect(kind).to_be_visible()
    go_to(page, "main .after a")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{at.home}/learn")
    expect(page.locator("h1")).to_have_text(word("lesson-title", language))


def test_without_a_script_the_button_does_the_same(browser, at, cookies):
    context = browser.new_context(storage_state=cookies, java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    page.goto(f"{at.home}{PATH}")
    before = page.locator("#turned").inner_text()
    page.locator("#at").focus()
    page.keyboard.press("End")
    assert page.locator("#turned").inner_text() == before
    page.locator("form[data-turn] button").click()
    assert LESSON.slider is not None
    page.wait_for_url(f"{at.home}{PATH}?at={LESSON.slider.last}")
    assert page.locator("#turned").inner_text() != before
    context.close()


def test_on_paper_every_answer_stands_there(opened):
    page, _ = opened
    page.emulate_media(media="print")
    answers = page.locator(".answers details p")
    assert answers.count() > 3
    for place in range(answers.count()):
        expect(answers.nth(place)).to_be_visible()
        expect(page.locator(".answers summary").nth(place)).to_be_visible()
    expect(page.locator("form[data-turn]")).not_to_be_visible()


def test_on_a_narrow_screen_a_table_is_a_list_and_nothing_stands_at_the_edge(browser, at, cookies):
    """The widest table of all lessons: three columns, the first of them sentences."""
    context = window(browser, at, cookies, "en", "light", 320)
    page = context.new_page()
    page.goto(f"{at.home}/learn/deferral-cost")
    table = page.locator("#turned table")
    assert table.evaluate("one => one.scrollWidth <= one.clientWidth")
    card, cells = page.locator("section.lesson").last.bounding_box(), table.locator("td")
    assert card
    assert cells.count() == 6
    for place in range(cells.count()):
        box = cells.nth(place).bounding_box()
        assert box
        assert box["x"] + box["width"] <= card["x"] + card["width"] - 8
    context.close()
