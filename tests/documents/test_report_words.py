"""A plan's page as a file explains the words that stand on it."""

import re
from datetime import date

import pytest

from ashore.documents.report import report_html
from ashore.documents.words import Whose, words_html
from ashore.packs.explained import explained_words
from ashore.texts.language import Language
from documents.households import HOUSEHOLDS, view_of

FOLD = re.compile(r'<details class="fold words">(.*?)</details>', re.DOTALL)
NAME = min(HOUSEHOLDS)
CN = Whose("cn", date(2026, 11, 26))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_ends_with_its_words_and_what_they_mean(language: Language):
    page = report_html(view_of(NAME), language)
    (fold,) = FOLD.findall(page)
    named = re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", fold)
    said = {word.names[language]: word.says[language] for word in explained_words("cn").values()}
    assert len(named) > 3
    assert all(said[name] == means.replace("&amp;", "&") for name, means in named)
    before = page.partition('<details class="fold words">')[0].casefold()
    forms = {word.names[language]: word.forms(language) for word in explained_words("cn").values()}
    assert all(any(form.casefold() in before for form in forms[name]) for name, _ in named)
    assert f"{len(named)}" in fold.partition("</summary>")[0]
    assert "<a " not in fold


def test_a_text_without_such_words_has_no_fold():
    assert words_html("<p>今天天气很好</p>", CN, "zh") == ""
    assert words_html("<p>贷款</p>", CN, "zh") == ""
    assert "罚息" in words_html("<p>罚息</p>", CN, "zh")


@pytest.mark.parametrize(("language", "mark"), [("zh", "（需要核对。）"), ("en", "(Needs checking.)")])
def test_a_word_that_rests_on_what_must_be_looked_at_again_says_so(language: Language, mark: str):
    """A payment order rests on a rule that is due by May 2027; what LPR means does not age with its last figure."""
    page = f"<p>{explained_words('cn')['payment-order'].names[language]}, LPR</p>"
    later = words_html(page, Whose("cn", date(2027, 6, 15)), language)
    order, lpr = re.findall(r"<dd>(.*?)</dd>", later)
    assert order.endswith(mark)
    assert mark not in lpr
    assert mark not in words_html(page, CN, language)
