"""On paper a page is what it says: nothing to tap, every fold open, nothing beyond the edge, and whom to call."""

import pytest

from browser_checks import TOO_WIDE
from needs import ROOT, needs
from web.serving import let_in, make_book, window

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]
TO_TAP = "main button, main nav, header nav, main a.main, main input, main select"
A4_PX = 680
"""What is left of 210 mm between the margins."""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_to_tap_stands_on_paper_and_everything_to_read_does(browser, server, language):
    cookies = let_in(browser, server)
    context = window(browser, server, cookies, language, "dark", A4_PX)
    page = context.new_page()
    make_book(page, server, ROOT / "examples" / "demo.toml")
    for path in ("/", "/plan", "/situation", "/help", "/creditors", "/agenda"):
        page.goto(f"{server.home}{path}")
        page.emulate_media(media="print")
        shown = [one for one in page.locator(TO_TAP).all() if one.is_visible()]
        assert [one.evaluate("one => one.outerHTML") for one in shown] == [], path
        folded = [
            one
            for one in page.locator("details:not(.noprint) > :not(summary)").all()
            if not one.bounding_box()
        ]
        assert [one.evaluate("one => one.outerHTML") for one in folded] == [], path
        assert page.evaluate(TOO_WIDE) == [], path
        assert page.locator("footer a[href='tel:12356']").first.is_visible(), path
        page.emulate_media(media="screen")
    context.close()
