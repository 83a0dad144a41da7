"""Somebody who knows little of their contracts, in a real browser on a phone: from the first card to a first plan."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from ashore.texts.sentences import word
from browser_checks import LOW_CONTRAST, TOO_WIDE
from needs import needs
from web.serving import Watched
from web.test_journey_browser import SCREENS, WANGSHANGDAI, set_up

pytestmark = needs("chromium", "the app is tried in a browser")


@pytest.mark.long
def test_knowing_little_leads_to_a_first_plan_that_fits_a_phone(browser, server):
    person = Watched(browser, server, "zh", 320)
    set_up(person)
    for step in SCREENS:
        person.at_path(f"/visit/{step}")
        person.tap("web-unsure", "link")
    person.at_path("/visit/debt")
    person.fill({name: WANGSHANGDAI[name] for name in ("f-product", "f-balance")})
    person.tap("visit-save-more")
    person.tap("visit-done", "link")
    person.at_path("/")
    for path in ("/", "/plan"):
        person.page.goto(f"{person.at.home}{path}")
        assert word("estimate-head", "zh") in person.words()
        assert person.page.evaluate(TOO_WIDE) == []
        assert person.page.evaluate(LOW_CONTRAST) == []
        assert Axe().run(person.page).violations_count == 0
    person.nothing_went_wrong()
    person.context.close()
