"""The walk through the credit report: what an entry needs, and that a walk outlasts the program."""

import shutil
from datetime import date

import pytest

from ashore.store import book, files, keyring
from ashore.web import guard
from ashore.web.views import credit_report_walk
from open_book import PASSPHRASE

ON = date(2026, 11, 20)


@pytest.fixture
def reader(owner):
    """Return a browser that has said the day of its report."""
    assert owner.send("/report", {"on": ON.isoformat()}).where == "/report/taken"
    return owner


def test_a_part_without_a_tick_was_gone_through_after_the_program_was_closed_too(reader):
    """Nothing of the first part is in the book; the day and the part are known all the same."""
    assert reader.send("/report/taken", {}).where == "/report/card"
    guard.close()
    reader.send("/unlock", {"passphrase": PASSPHRASE})
    walk = credit_report_walk.walk_of(book.load())
    assert (walk.on, walk.done) == (ON, {"taken"})
    assert f"{ON.year}年{ON.month}月{ON.day}日的报告" in reader.get("/report").words
    assert 'href="/report/card"' in reader.get("/report").text


def test_a_walk_goes_on_where_the_file_beside_the_book_is_damaged(reader):
    path = keyring.held().file("bills").path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    assert reader.send("/report/taken", {}).where == "/report/card"
    assert credit_report_walk.walk_of(book.load()).done == {"taken"}


def test_an_earlier_copy_of_the_book_knows_no_walk_that_came_after_it(owner, reader, folder, demo_book):
    """Both are the same book by name: what one knew must not be shown over the other."""
    guard.close()
    for path in folder.path.iterdir():
        path.unlink()
    shutil.copytree(demo_book, folder.path, dirs_exist_ok=True)
    owner.send("/unlock", {"passphrase": PASSPHRASE})
    assert owner.get("/report/taken").where == "/report"


def test_the_example_keeps_no_walk(owner, folder):
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")
    owner.send("/report", {"on": ON.isoformat()})
    assert owner.send("/report/taken", {}).where == "/report/card"
    assert not list(folder.path.glob("notes*"))


@pytest.mark.parametrize(
    ("language", "said", "needed"),
    [
        ("zh", "暂时没有保存", ("选一下是哪种贷款", "填还欠多少")),
        ("en", "nothing is saved yet", ("what kind of loan", "still owed")),
    ],
)
def test_what_a_debt_cannot_do_without_is_asked_for_by_the_server_too(reader, language, said, needed):
    form = reader.send("/report/loan", {"creditor": "甲"}, "/report/loan/add").form("/report/loan/add")
    reader.speaks(language)
    before = book.load().text
    page = reader.post("/report/loan/add", {**form, "due_day": "15"})
    assert page.status == 400
    assert all(word in page.words for word in (said, *needed))
    again = page.form("/report/loan/add")
    assert (again["name"], again["due_day"]) == ("甲", "15")
    assert book.load().text == before
    whole = {**again, "product": "cn/credit-card", "balance": "5"}
    assert reader.post("/report/loan/add", whole).status == 302


@pytest.mark.parametrize(("language", "needed"), [("zh", "填日期"), ("en", "Put in the day")])
def test_what_a_bill_cannot_do_without_is_asked_for_by_the_server_too(reader, language, needed):
    page = reader.send("/report/bill", {"creditor": "电费", "balance": "90"}, "/report/bill/add")
    form = page.form("/report/bill/add")
    reader.speaks(language)
    before = book.load().text
    page = reader.post("/report/bill/add", form)
    assert page.status == 400
    assert needed in page.words
    assert book.load().text == before
