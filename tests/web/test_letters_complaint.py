"""A complaint: the lender's statement is given, held against the contract, carried on with the form, kept nowhere."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from ashore.store import book
from ashore.web.views import letters
from day import TODAY
from documents.audits import FILE, STATEMENT
from web.asking import ORIGIN

OWN = "第 4 期的罚息我算不出来。"


@pytest.fixture
def mine(owner):
    """Return a browser before a book with one debt whose contract has its sources."""
    book.replace_all(uuid.uuid4(), FILE)
    return owner


def path(kind="complaint"):
    """Return the address of a letter about that debt."""
    return f"/letters/{kind}/{next(one.pk for one in book.load().of('debt'))}"


def given(text=STATEMENT, name="a.csv"):
    """Return a statement as a browser sends a file."""
    return SimpleUploadedFile(name, text.encode())


def paper(page):
    """Return the letter that stands on a page."""
    return page.text.partition("readonly>")[2].partition("</textarea>")[0]


@pytest.mark.parametrize(
    ("language", "stated", "to_know"),
    [("zh", "账单上的金额 ¥586.21", "先找贷款机构"), ("en", "¥586.21", "First: The lender")],
)
def test_a_statement_and_own_words_make_the_letter(mine, language, stated, to_know):
    mine.speaks(language)
    page = mine.send(path(), {"own": OWN, "statement": given()})
    assert page.status == 200
    assert stated in paper(page)
    assert OWN in paper(page)
    assert to_know in page.words
    assert to_know not in paper(page)
    assert "12378" not in paper(page)


def test_rows_that_are_pasted_do_as_well(mine):
    page = mine.send(path(), {"own": OWN, "pasted": STATEMENT})
    assert "账单上的金额 ¥586.21" in paper(page)


def test_the_form_carries_the_statement_on_and_hands_the_paper_out(mine):
    page = mine.send(path(), {"own": OWN, "statement": given()})
    assert "用的是刚才那份账单" in page.words
    again = mine.post(path(), {**page.form(path()), "as": "txt"})
    assert again.status == 200
    assert "账单上的金额 ¥586.21" in again.data.decode()


def test_another_statement_takes_the_place_of_the_one_before(mine):
    page = mine.send(path(), {"own": OWN, "statement": given()})
    right = STATEMENT.replace("586.21", "439.66")
    again = mine.post(path(), {**page.form(path()), "statement": given(right)})
    assert "586.21" not in again.text


def test_nothing_of_it_is_kept(mine):
    before = book.load()
    mine.send(path(), {"own": OWN, "statement": given()})
    assert (book.load().text, book.load().version) == (before.text, before.version)
    assert "用的是刚才那份账单" not in mine.get(path()).words


def test_own_facts_stand_in_it(mine):
    days = {
        "got_on": (TODAY - timedelta(days=9)).isoformat(),
        "asked_on": (TODAY - timedelta(days=5)).isoformat(),
    }
    page = mine.send(path(), {"own": OWN, "statement": given(), **days, "evidence": ["contract-copy"]})
    assert "收到的" in paper(page)
    assert "向贵方提出过" in paper(page)
    assert "合同复印件" in paper(page)
    assert "为止" in page.words
    later = mine.send(path(), {"own": OWN, "statement": given(), "asked_on": "2999-01-01"})
    assert later.status == 400


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "还没有查到"),
        ({"own": OWN}, "还没有查到"),
        ({"statement": STATEMENT}, "自己的话"),
        ({"own": OWN, "statement": "nothing that is a table"}, "表头"),
        ({"own": OWN, "held": "!!"}, "还没有查到"),
        ({"own": OWN, "statement": STATEMENT, "asked_on": "soon"}, "soon"),
    ],
)
def test_the_conditions_are_those_of_the_command(mine, fields, says):
    files = {name: given(text) for name, text in fields.items() if name == "statement"}
    page = mine.send(path(), {**fields, **files})
    assert page.status == 400
    assert 'role="alert"' in page.text
    assert says in page.words
    assert "readonly" not in page.text


def test_a_contract_without_a_source_gives_no_complaint(mine):
    book.replace_all(uuid.uuid4(), FILE.partition("source = ")[0])
    assert mine.send(path(), {"own": OWN, "statement": given()}).status == 400


def test_a_file_that_is_too_large_is_refused(mine, monkeypatch):
    monkeypatch.setattr(letters, "STATEMENT_MAX", 100)
    page = mine.send(path(), {"own": OWN, "statement": given()})
    assert page.status == 400
    assert "太大" in page.words


def test_no_write_without_the_forms_own_mark(mine):
    answer = mine.client.post(path(), {"own": OWN, "pasted": STATEMENT}, headers={"Origin": ORIGIN})
    assert answer.status_code == 403


def test_a_stranger_finds_nothing(mine, stranger):
    assert stranger.get(path()).status_code == 404
