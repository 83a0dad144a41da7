"""The sheet for a counsellor on paper: two pages at most, every word in place, for every bundled household."""

from datetime import date
from pathlib import Path

import pytest

from ashore.documents.counsellor import chosen_of, sheet_of
from ashore.documents.sheets.pdf import sheet_pdf
from ashore.documents.support import circle_paper
from ashore.household import read_parsed, read_source
from ashore.letters.counsellor import ASKS, SHOWS
from ashore.packs.files import jurisdictions
from ashore.packs.pack import load_pack
from ashore.packs.products import all_products
from bundled import some_now
from documents.papers import missing_in_order, pdf_pages, pdf_text, words

DAY = date(2026, 11, 26)
PAGES_MAX = 2


def household(path: Path):
    """Return the household of a bundled file."""
    found = read_parsed(read_source(path.read_bytes()), all_products(), jurisdictions()).household
    assert found is not None
    return found


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
@pytest.mark.parametrize("path", some_now(("eight-debts",)))
def test_with_everything_ticked_it_has_two_pages_at_most(path, language):
    chosen = chosen_of(SHOWS, ASKS, "我最担心的是孩子的学费，别的都可以慢慢来。")
    sheet = sheet_of(household(path), chosen, DAY, language)
    data = sheet_pdf(sheet, language)
    assert len(pdf_pages(data)) <= PAGES_MAX
    assert missing_in_order(words(sheet, language), pdf_text(data)) == []


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_the_circles_page_is_one_sheet_of_paper(language):
    sheet = circle_paper(load_pack("cn"), DAY, language)
    data = sheet_pdf(sheet, language)
    assert len(pdf_pages(data)) <= PAGES_MAX, "two sides"
    assert missing_in_order(words(sheet, language), pdf_text(data)) == []
