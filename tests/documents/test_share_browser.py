"""The page for a helper as a file: without a network, on a small phone without scrolling sideways, and on paper."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

from ashore.documents.sharing import sharing_html
from ashore.texts.language import Language
from browser_checks import LOW_CONTRAST, TOO_WIDE
from documents.papers import pdf_pages, pdf_text
from documents.test_family_page import TODAY, shared, view_of
from documents.test_report_browser import Opened, browser
from needs import needs

__all__ = ["browser"]  # a fixture, found by its name here
pytestmark = [needs("chromium", "the page is tried in a browser"), pytest.mark.long]
Scheme = Literal["light", "dark"]
LOOKS: list[tuple[Language, Scheme, int]] = [("zh", "dark", 320), ("en", "light", 320), ("en", "light", 1280)]
SIDEWAYS = """
() => Array.from(document.querySelectorAll(".scroll, table, body"))
  .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.outerHTML.slice(0, 80))
"""
PAGES_MAX = 2


@pytest.mark.parametrize(("language", "scheme", "width"), LOOKS)
@pytest.mark.parametrize("details", [False, True])
@pytest.mark.parametrize("name", ["works", "talks"])
def test_it_can_be_read_and_printed(
    browser: Browser, tmp_path: Path, name: str, details: bool, language: Language, scheme: Scheme, width: int
):
    path = tmp_path / "page.html"
    page = sharing_html(view_of(name), shared(name, details=details), TODAY, language)
    path.write_text(page, "utf-8")
    context = browser.new_context(viewport={"width": width, "height": 640}, color_scheme=scheme)
    opened = Opened(context, path)
    assert opened.requests == [path.as_uri()]
    assert opened.complaints == []
    assert opened.page.evaluate(TOO_WIDE) == []
    assert opened.page.evaluate(SIDEWAYS) == []
    assert opened.page.evaluate(LOW_CONTRAST) == []
    printed = opened.page.pdf(format="A4")
    assert len(pdf_pages(printed)) <= PAGES_MAX
    assert "12356" in pdf_text(printed)
    context.close()
