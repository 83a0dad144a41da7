"""On a narrow phone no sum of what is to be paid, and no day, lies beyond the edge or is squeezed into a column."""

import pytest

from needs import ROOT, needs
from web.serving import let_in, make_book, window

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]
BEYOND = """() => [...document.querySelectorAll("main td, main th")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth || (box.width < 40 && one.innerText.length > 3));
}).map((one) => one.innerText)"""


@pytest.mark.parametrize("household", ["demo", "nothing-works"])
def test_what_is_to_be_paid_and_when_stands_on_the_screen(browser, server, household):
    cookies = let_in(browser, server)
    context = window(browser, server, cookies, "zh", "light", 320)
    page = context.new_page()
    make_book(page, server, ROOT / "examples" / f"{household}.toml")
    for path in ("/", "/agenda"):
        page.goto(f"{server.home}{path}")
        assert page.locator("main table").count() > 0, path
        assert page.evaluate(BEYOND) == [], path
    context.close()
