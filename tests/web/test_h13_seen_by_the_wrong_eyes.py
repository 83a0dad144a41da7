"""H13: what a file is called, and what the window is called, tells whoever sees the folder or the screen nothing."""

import re
from datetime import date
from urllib.parse import unquote

import pytest

from ashore.documents.sheets.names import file_name
from ashore.errors import Message
from ashore.letters.sheet import Sheet

DAY = date(2026, 11, 26)
TELLING = re.compile(
    r"债|贷|欠|逾期|催|花呗|卡|法院|协商|debt|loan|overdue|lender|court|ashore|靠岸", re.IGNORECASE
)
HANDED_OUT = (
    "/settings/file", "/settings/backup", "/agenda/file", "/review/paydays", "/wellbeing/family/file?numbers=1",
    "/wellbeing/share/file",
)  # fmt: skip


@pytest.mark.parametrize("suffix", ["pdf", "docx", "txt"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_papers_file_name_is_neutral(language, suffix):
    sheet = Sheet("hardship", Message("web-nav-today"), "某银行", (), (), DAY)
    name = file_name(sheet, language, suffix, DAY)
    assert name.endswith(f"2026-11-26.{suffix}")
    assert not TELLING.search(name)


@pytest.mark.parametrize("path", HANDED_OUT)
def test_what_the_app_hands_out_is_called_nothing_that_tells(owner, path):
    name = unquote(owner.get(path).headers["Content-Disposition"])
    assert "." in name
    assert not TELLING.search(name)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_window_is_called_a_household_book_on_every_page(owner, language):
    owner.speaks(language)
    titles = {
        owner.get(path).text.partition("<title>")[2].partition("</title>")[0]
        for path in ("/", "/situation", "/plan", "/creditors", "/papers", "/agenda")
    }
    assert titles == {"家庭账本" if language == "zh" else "Household book"}
