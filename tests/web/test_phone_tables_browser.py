"""On a narrow phone no sum of what is to be paid, and no day, lies beyond the edge or is squeezed into a column."""

import pytest

from needs import ROOT, needs
from web.serving import let_in, make_book, window

pytestmark = [needs("chromium", "the app is tried in a browser"), pytest.mark.long]
BEYOND = """() => [...document.querySelectorAll("main td, main th")].filter((one) => {
  const box = one.getBoundingClientRect();
  return box.width > 1 && (box.right > innerWidth || (box.width < 40 && one.innerText.length > 3));
}).map((one) => one.innerText)"""

TALL = """() => [...document.querySelectorAll("main dt")]
  .filter((one) => one.getBoundingClientRect().height > 2.5 * parseFloat(getComputedStyle(one).lineHeight))
  .map((one) => one.innerText)"""
APART = """() => [...document.querySelectorAll("main .cards tbody tr")].filter((row) => {
  const [all, name, sum] = [row, row.querySelector(".text"), row.querySelector(".n")]
    .map((one) => one?.getBoundingClientRect());
  return sum && (sum.top > name.bottom || sum.bottom < name.top || sum.right < all.right - 1);
}).map((row) => row.innerText)"""
SHARE = "/wellbeing/share?show=1&need=papers&need=days&details=1"


def test_a_debts_labels_are_short_and_a_helpers_page_has_each_sum_beside_its_name(browser, server):
    cookies = let_in(browser, server)
    context = window(browser, server, cookies, "zh", "light", 320)
    page = context.new_page()
    make_book(page, server, ROOT / "examples" / "demo.toml")
    page.goto(f"{server.home}/situation")
    debts = page.locator(".list a[href^='/debt/']").evaluate_all(
        "all => all.map((one) => one.getAttribute('href'))"
    )
    for path in debts:
        page.goto(f"{server.home}{path}")
        assert page.locator("main dt").count() > 2, path
        assert page.evaluate(TALL) == [], path
    page.goto(f"{server.home}{SHARE}")
    assert page.locator("main .cards td.n").count() > 3
    assert page.evaluate(APART) == []
    context.close()


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
