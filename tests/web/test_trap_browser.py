"""The page “Is it a trap?” in a real browser: with the keyboard alone, at 320 px, offline words, readable by all."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from ashore.texts.language import Language
from ashore.texts.sentences import word
from browser_checks import LOW_CONTRAST, OPEN_ALL, TOO_WIDE
from needs import needs
from web.serving import Look, let_in, served, window

pytestmark = needs("chromium", "the app is tried in a browser")

OFFER = {
    "zh": "先交3000元服务费，包停息挂账，加V：abc。【某某法院】您的案件即将开庭",
    "en": "Pay the upfront fee first and our experts cut your debts by 70%, guaranteed. Ignore the court summons.",
}
TABS_MAX = 60


@pytest.mark.parametrize(
    ("language", "look"),
    [pytest.param("zh", "light", marks=pytest.mark.long), pytest.param("en", "dark", marks=pytest.mark.long)],
)
def test_a_message_is_pasted_and_answered_with_the_keyboard(
    browser: Browser, tmp_path: Path, language: Language, look: Look
):
    with served(tmp_path / "book") as at:
        context = window(browser, at, let_in(browser, at), language, look, 320)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{at.home}/help")
        page.get_by_role("link", name=word("trap-link", language)).click()
        for _ in range(TABS_MAX):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "text":
                break
        page.keyboard.insert_text(OFFER[language])
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for _ in range(TABS_MAX):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.className") == "main":
                break
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=word("trap-head-now", language)).wait_for()
        assert page.locator("input[name=ask]:checked").count() == 1
        assert page.locator("a[href='tel:96110']").count() == 1
        page.evaluate(OPEN_ALL)
        assert page.evaluate(TOO_WIDE) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert page.evaluate(LOW_CONTRAST) == []
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert all(url.startswith((at.home, "data:")) for url in asked)
        context.close()
