"""The first screen: one question at a time, one card, no figures, nothing kept on the disk."""

from datetime import date
from html import escape
from urllib.parse import unquote

import pytest

from ashore.errors import Message
from ashore.packs.first import known_for_first
from ashore.packs.pack import load_pack
from ashore.planning.triage import Answers, first_card
from ashore.texts import say

ANSWERS = [
    ("safe", "yes"),
    ("paper", "court"),
    ("debit", "yes"),
    ("asked", "no"),
    ("liable", "spouse"),
    ("current", "yes"),
]


def test_the_first_screen_is_there_before_any_book(visitor, folder):
    page = visitor.get("/first")
    assert page.status == 200
    assert "¥" not in page.words
    assert list(folder.path.iterdir()) == []


def test_one_question_after_the_other_to_the_card(visitor, folder):
    for key, answer in ANSWERS:
        page = visitor.get("/first")
        if page.form("/first")["question"] == "paper_date":
            visitor.send("/first", {"answer": ""})
            page = visitor.get("/first")
        assert page.form("/first")["question"] == key
        assert visitor.send("/first", {"answer": answer}).where == "/first"
    last = visitor.get("/first")
    assert 'name="question"' not in last.text
    assert 'class="today"' in last.text
    assert list(folder.path.iterdir()) == []


def test_a_night_that_is_not_safe_ends_the_questions(visitor):
    visitor.send("/first", {"answer": "no"})
    page = visitor.get("/first")
    assert 'name="question"' not in page.text
    assert "12356" in page.words


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_night_that_is_not_safe_is_spoken_to_before_anything_else(visitor, language):
    """As on the phone's page and in the terminal: first that, then whom to call, the letters closed below."""
    visitor.speaks(language)
    visitor.send("/first", {"answer": "no"})
    page = visitor.get("/first")
    card = first_card(Answers(safe="no"), known_for_first(load_pack("cn")), date(2026, 11, 26))
    spoken = [say(one, language) for one in card.tonight]
    places = [page.text.index(escape(one)) for one in spoken]
    places += [page.text.index('class="help"'), page.text.index('<details class="later">')]
    places += [page.text.index('class="today"'), page.text.index('name="again"')]
    assert len(spoken) > 1
    assert places == sorted(places)
    assert say(Message("first-page-safer"), language) in page.text
    assert say(Message("first-lead"), language) not in page.text
    visitor.post("/first", {**page.form("/first"), "again": "1"})
    assert 'class="tonight"' not in visitor.get("/first").text


def test_a_day_to_come_is_told_and_nothing_lost(visitor):
    visitor.send("/first", {"answer": "yes"})
    visitor.send("/first", {"answer": "court"})
    page = visitor.send("/first", {"answer": "2999-01-01"})
    assert 'role="alert"' in page.text
    assert page.form("/first")["question"] == "paper_date"


@pytest.mark.parametrize("typed", [{"question": "nobody", "answer": "x"}, {"answer": "x"}])
def test_an_answer_that_is_none_counts_as_passed_over(visitor, typed):
    assert visitor.send("/first", typed).where == "/first"


def test_answers_can_be_given_anew(visitor):
    visitor.send("/first", {"answer": "no"})
    page = visitor.get("/first")
    assert visitor.post("/first", {**page.form("/first"), "again": "1"}).where == "/first"
    assert visitor.get("/first").form("/first")["question"] == "safe"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_for_a_phone_is_a_file_with_a_neutral_name(visitor, language):
    visitor.speaks(language)
    page = visitor.get("/phone")
    assert "attachment" in page.headers["Content-Disposition"]
    assert "<title>" in page.text
    assert unquote(page.headers["Content-Disposition"]).endswith(("家庭账本.html", "household-book.html"))
