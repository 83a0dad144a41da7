"""The worked examples of the method pages are run, and each page names what exists."""

import doctest
import re
from pathlib import Path

import pytest

from needs import ROOT

PAGES = ROOT / "docs" / "methods"
NAMES = ("yearly-rates", "appendix-j", "eu-apr", "spreadsheet", "true-cost", "audit", "batch")
FENCE = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`((?:src|tools|tests)/[\w/.-]+)`")


def failed(page: Path, text: str) -> tuple[int, int]:
    """Return how many examples of a page fail, and how many there are."""
    test = doctest.DocTestParser().get_doctest("\n".join(FENCE.findall(text)), {}, page.name, str(page), 0)
    told = doctest.DocTestRunner(verbose=False).run(test)
    return told.failed, told.attempted


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_of_a_page_hold(name: str):
    page = PAGES / f"{name}.md"
    wrong, all_of_them = failed(page, page.read_text("utf-8"))
    assert wrong == 0
    assert all_of_them >= 5


@pytest.mark.parametrize("name", NAMES)
def test_files_named_on_a_page_exist(name: str):
    text = (PAGES / f"{name}.md").read_text("utf-8")
    assert [file for file in FILE.findall(text) if not (ROOT / file).exists()] == []
    assert [link for link in re.findall(r"\]\(([\w-]+\.md)\)", text) if not (PAGES / link).exists()] == []


def test_a_wrong_example_is_found(capsys: pytest.CaptureFixture[str]):
    assert failed(Path("a.md"), "```python\n>>> 1 + 1\n3\n\n```\n") == (1, 1)
    assert "Expected" in capsys.readouterr().out
