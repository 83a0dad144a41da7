"""The reference page lists every finding as it is said now."""

import pytest

from ashore.texts.findings import FINDINGS
from findings_page import pages

PAGES = pages()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_is_current(path):
    assert path.read_text("utf-8") == PAGES[path], "run `python tools/findings_page.py`"


def test_every_finding_is_on_both_pages():
    for page in PAGES.values():
        assert all(f"| `{code}` |" in page for code in FINDINGS)
