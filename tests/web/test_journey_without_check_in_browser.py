"""The whole journey with the check-in switched off: everything else works, and no page leads to it (trust W4)."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from ashore.web.session import WELLBEING
from needs import needs
from web.serving import Served, Watched
from web.test_journey_browser import test_from_the_address_to_the_restored_book as journey

pytestmark = needs("chromium", "the app is tried in a browser")
PLACES = ("/", "/situation", "/plan", "/wellbeing", "/help", "/settings", "/agenda", "/learn", "/support")
ANY_OF_IT = "a[href^='/mood'], form[action^='/mood']"


@pytest.mark.long
def test_the_whole_journey_completes_and_nothing_leads_to_it(
    browser: Browser, server: Served, tmp_path: Path
):
    person = Watched(browser, server, "zh")
    person.context.add_cookies([{"name": WELLBEING, "value": "0", "url": server.home}])
    journey(person, tmp_path)
    for place in PLACES:
        person.page.goto(f"{server.home}{place}")
        assert person.page.locator(ANY_OF_IT).count() == 0, place
    person.context.add_cookies([{"name": WELLBEING, "value": "1", "url": server.home}])
    person.page.goto(f"{server.home}/wellbeing")
    assert person.page.locator(ANY_OF_IT).count() > 0, "the look finds it where it is on"
    person.context.close()
