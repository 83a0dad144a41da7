"""In a browser: help in one step by the keys alone, and the sheet for a counsellor ticked, shown and taken by them."""

import pytest
from playwright.sync_api import expect

from ashore.texts.sentences import word
from needs import ROOT, needs
from web.serving import Watched, make_book
from web.test_journey_browser import go_to, press

pytestmark = needs("chromium", "the app is tried in a browser")


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_help_is_one_step_away_by_the_keys_and_leads_to_people(browser, server, language):
    person = Watched(browser, server, language, 320)
    person.page.goto(server.address)
    person.at_path("/first")
    press(person, "web-help", "link")
    person.at_path("/help")
    expect(person.page.locator('main a[href="tel:12356"]')).to_be_visible()
    press(person, "support-title", "link")
    person.at_path("/support")
    press(person, "support-circle-link", "link")
    person.at_path("/support/circle")
    with person.page.expect_download() as taken:
        go_to(person.page, person.page.locator('a[href="/support/circle/txt"]'))
        person.page.keyboard.press("Enter")
    assert "12356" in taken.value.path().read_text("utf-8")
    person.nothing_went_wrong()
    person.context.close()


@pytest.mark.long
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sheet_is_made_and_taken_by_the_keys_alone(browser, server, language):
    person = Watched(browser, server, language)
    person.page.goto(server.address)
    person.at_path("/first")
    make_book(person.page, server, ROOT / "examples" / "demo.toml")
    person.page.goto(f"{server.home}/support/pack")
    for value in ("ask:talk", "show:debts"):
        name, one = value.split(":")
        box = person.page.locator(f'input[name="{name}"][value="{one}"]')
        go_to(person.page, box)
        person.page.keyboard.press("Space")
    press(person, "pack-make")
    paper = person.page.locator("#paper")
    assert word("pack-title", language) in paper.input_value()
    assert word("pack-head-debts", language) not in paper.input_value(), (
        "it was ticked, and the key took it away"
    )
    with person.page.expect_download() as taken:
        go_to(person.page, person.page.locator('button[name="as"][value="html"]'))
        person.page.keyboard.press("Enter")
    assert word("pack-head-asks", language) in taken.value.path().read_text("utf-8")
    person.nothing_went_wrong()
    person.context.close()
