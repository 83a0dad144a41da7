"""A complaint about collection in the app: from the log to the letter, with the days and times that were noted."""

from datetime import timedelta

import pytest

from ashore.texts.sentences import word
from day import TODAY
from web.asking import ORIGIN
from web.test_log import break_it, debt, write

CALL = {"on": (TODAY - timedelta(days=2)).isoformat(), "at": "22:30", "purpose": "collection", "agreed": "no"}


def letter_path():
    """Return the address of the letter about the first debt."""
    return f"/letters/conduct/{debt()[0].pk}"


def paper(page):
    """Return the letter that stands on a page."""
    return page.text.partition("readonly>")[2].partition("</textarea>")[0]


@pytest.mark.parametrize(("language", "row"), [("zh", "时间 22:30；方式 来电，已接"), ("en", "Time 22:30")])
def test_the_log_leads_to_the_letter_that_names_the_call(owner, language, row):
    owner.speaks(language)
    assert f'href="{letter_path()}"' not in owner.get("/letters").text
    write(owner, **CALL, debt=str(debt()[0].pk))
    assert f'href="{letter_path()}"' in owner.get("/letters").text
    log = owner.get("/log")
    assert f'href="{letter_path()}"' in log.text
    assert "GB/T 45251-2025" in log.words, "what the rules rest on stands beside them"
    page = owner.get(letter_path())
    assert row in paper(page)
    asked = owner.send(letter_path(), {"asked_on": TODAY.isoformat(), "own": "打到半夜，我没法睡。"})
    assert "打到半夜，我没法睡。" in paper(asked)
    assert "12378" in asked.words
    assert "12378" not in paper(asked)


def test_where_no_debt_was_named_the_log_gives_the_sentence_to_copy(owner):
    write(owner, **CALL)
    page = owner.get("/log")
    assert "/letters/conduct/" not in page.text
    assert "以贵方名义的几次催收联系" in page.words


def test_a_log_that_was_changed_is_not_quoted_and_that_is_said(owner):
    write(owner, **CALL, debt=str(debt()[0].pk))
    break_it()
    page = owner.get(letter_path())
    assert "22:30" not in paper(page)
    assert word("log-changed", "zh") in page.words
    assert f'href="{letter_path()}"' not in owner.get("/log").text
    assert f'href="{letter_path()}"' not in owner.get("/letters").text


def test_what_its_rules_rest_on_stands_beside_the_letter(owner):
    write(owner, **CALL, debt=str(debt()[0].pk))
    page = owner.get(letter_path())
    assert "GB/T 45251-2025" in page.words
    assert "GB/T" not in paper(page)


def test_without_such_a_call_the_page_says_what_to_write_down(owner):
    page = owner.get(letter_path())
    assert "在沟通记录里把每次联系记下来" in page.words
    assert paper(page) == ""


def test_a_stranger_sees_nothing_and_without_the_forms_mark_nothing_is_made(owner, stranger):
    assert stranger.get(letter_path()).status_code == 404
    assert owner.client.post(letter_path(), {}, headers={"Origin": ORIGIN}).status_code == 403
