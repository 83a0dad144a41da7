"""The days ahead in the app: what has a last day first, and a file for a calendar that gives nothing away."""

import re
import uuid
from datetime import timedelta

import pytest

from ashore.creditors.contacts import Contact, Promise
from ashore.household.writing import Set
from ashore.store import book, contacts
from calendars import read
from day import TODAY


def told(owner, path="/agenda/file"):
    """Return the summaries of the file's entries."""
    return [one.summary for one in read(owner.get(path).data)]


def names():
    """Return what the person calls the debts."""
    return [str(book.entry_values(entry)["name"]) for entry in book.load().of("debt")]


@pytest.mark.parametrize(
    ("language", "title", "month"),
    [("zh", "日程", "一个月一个月看"), ("en", "The days ahead", "Month by month")],
)
def test_the_days_are_listed_by_month(owner, language, title, month):
    owner.speaks(language)
    page = owner.get("/agenda")
    assert page.status == 200
    assert title in page.words
    assert month in page.words
    assert "agenda-" not in page.words
    assert all(name in page.words for name in names())


def test_what_has_a_last_day_comes_first(owner):
    entry = book.load().of("debt")[0]
    paper = {"on": TODAY + timedelta(days=9), "what": "answer"}
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("deadline", paper)])
    words = owner.get("/agenda").words
    assert words.index("有最后期限的事") < words.index("给法院一个答复") < words.index("一个月一个月看")


def test_a_day_that_has_passed_is_said_without_reproach(owner):
    entry = book.load().of("debt")[0]
    paper = {"on": TODAY - timedelta(days=9), "what": "answer"}
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("deadline", paper)])
    page = owner.get("/agenda")
    assert "晚了也比不回应好" in page.words
    assert "12368" in page.words
    assert 'class="wrong"' not in page.text


def test_today_leads_there(owner):
    assert 'href="/agenda"' in owner.get("/").text


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_file_names_nothing(owner, language):
    owner.speaks(language)
    answer = owner.get("/agenda/file")
    assert answer.headers["Content-Type"] == "text/calendar"
    assert "attachment" in answer.headers["Content-Disposition"]
    summaries = told(owner)
    assert summaries
    assert not [one for one in summaries for name in names() if name in one]
    assert not re.search(r"¥|\d,\d\d\d", " ".join(summaries))


def test_names_and_amounts_are_in_it_where_they_are_asked_for(owner):
    summaries = told(owner, "/agenda/file?details=1")
    assert [one for one in summaries if names()[0] in one]
    assert [one for one in summaries if "¥" in one]


def test_reminders_are_in_it_where_they_are_asked_for(owner):
    plain, reminding = (read(owner.get(path).data) for path in ("/agenda/file", "/agenda/file?remind=1"))
    assert not [one for one in plain if one.reminders]
    assert all(len(one.reminders) == 1 for one in reminding)


def test_while_amounts_are_covered_none_is_shown_and_no_file_is_handed_out(owner):
    owner.client.cookies["cover"] = "1"
    page = owner.get("/agenda")
    assert "••••" in page.words
    assert not re.search(r"\d,\d\d\d\.\d\d", page.words)
    assert "/agenda/file" not in page.text
    assert owner.get("/agenda/file").where == "/"


def test_a_book_of_nothing_leads_to_today(owner):
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 0.00\n')
    assert [owner.get(path).where for path in ("/agenda", "/agenda/file")] == ["/", "/"]


def test_what_cannot_be_read_leads_to_today(owner):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", "unclear")])
    assert owner.get("/agenda").where == "/"


def test_nothing_is_taken_by_post(owner):
    assert owner.post("/agenda", {}).status == 403


def test_a_stranger_finds_nothing(stranger):
    assert [stranger.get(path).status_code for path in ("/agenda", "/agenda/file")] == [404, 404]


def test_a_phone_sees_the_list_and_takes_the_neutral_file_alone(visiting):
    page = visiting.get("/agenda")
    assert page.status == 200
    assert 'name="details"' not in page.text
    assert visiting.get("/agenda/file").status == 200
    assert visiting.get("/agenda/file?details=1").status == 404


@pytest.mark.parametrize(("language", "side"), [("zh", "你答应"), ("en", "You promised")])
def test_what_was_promised_until_a_day_stands_on_it_and_not_in_the_neutral_file(owner, language, side):
    owner.speaks(language)
    until = TODAY + timedelta(days=6)
    promised = Promise("us", "寄去收入证明", until)
    contacts.add(uuid.uuid4(), Contact(TODAY, TODAY, "lender", "in", "call", promises=(promised,)))
    page = owner.get("/agenda")
    assert "寄去收入证明" in page.words
    assert side in page.words
    found = read(owner.get("/agenda/file").data)
    assert until in {one.day for one in found}
    assert "寄去收入证明" not in " ".join(one.summary for one in found)


def test_a_promise_that_was_put_right_is_no_longer_there(owner):
    for what, corrects in (("寄去收入证明", None), ("寄去住院材料", 1)):
        promised = Promise("us", what, TODAY + timedelta(days=6))
        contact = Contact(TODAY, TODAY, "lender", "in", "call", promises=(promised,), corrects=corrects)
        contacts.add(uuid.uuid4(), contact)
    words = owner.get("/agenda").words
    assert "寄去住院材料" in words
    assert "寄去收入证明" not in words


def test_paydays_are_in_the_file_where_they_are_asked_for(owner):
    """The demo's pay comes on the tenth; with details it says what the day is for, and no day has two alike."""
    assert 'name="paydays"' in owner.get("/agenda").text
    plain, more = (read(owner.get(path).data) for path in ("/agenda/file", "/agenda/file?paydays=1"))
    tenth = {one.day for one in more} - {one.day for one in plain}
    assert tenth or {one.day.day for one in more if one.summary == "家庭账本：过一遍这个月的账"} >= {10}
    assert len({one.uid for one in more}) == len(more)
    detailed = read(owner.get("/agenda/file?paydays=1&details=1").data)
    assert [one for one in detailed if "发钱的日子" in one.summary and one.day.day == 10]
    assert len({one.uid for one in detailed}) == len(detailed)


def test_who_has_no_regular_income_is_not_asked_for_paydays(owner):
    text = 'format = "ashore/1"\n[household]\nas_of = 2026-11-23\ncash = 900.00\n'
    debt = '[[debt]]\nid = "a"\nname = "A"\nproduct = "cn/huabei"\nbalance = 100.00\n'
    book.replace_all(uuid.uuid4(), text + debt)
    assert 'name="paydays"' not in owner.get("/agenda").text
