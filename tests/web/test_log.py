"""The contact log in the app: written down and never changed, by word only flagged, into the plan, taken along."""

import json
import re
import uuid
from dataclasses import replace
from datetime import date, time, timedelta
from urllib.parse import unquote

import pytest
from django.db import connection
from django.test import Client

from ashore.creditors.contacts import Contact, Promise
from ashore.creditors.log_file import read_log
from ashore.store import book, contacts
from ashore.web import guard, session
from day import TODAY
from web.asking import ORIGIN

CANARY = "卡纳瑞四四一"
CALL = {
    "party": "agency",
    "direction": "in",
    "channel": "call",
    "said": CANARY,
    "at": "22:30",
    "answered": "yes",
}
PAGES = ("/log", "/log/new", "/log/copy", "/log/text")


def debt(at=0):
    """Return a debt's entry, and its id in the file."""
    entry = book.load().of("debt")[at]
    return entry, str(book.entry_values(entry)["id"])


def write(owner, **typed):
    """Write an entry down in the form; returns the answer."""
    return owner.send("/log/new", {**CALL, **typed})


def last():
    """Return the last contact."""
    return contacts.load().entries[-1].contact


def break_it():
    """Change an entry behind the program's back."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER contact_stays")
        cursor.execute("UPDATE store_contact SET text = replace(text, %s, 'x')", [CANARY])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_owner_sees_each_page_in_either_language(owner, language):
    owner.speaks(language)
    write(owner, them="waive", reached="other", told="yes", sent="statement", name="Wang", phone="95188")
    for path in ("/log", "/log/new", "/log/new?corrects=1", "/log/text"):
        page = owner.get(path)
        assert page.status == 200
        assert not re.search(r"\b(log|conduct)-[a-z]", page.words)
    assert {"zh": "法院", "en": "the court"}[language] in owner.get("/log").words


def test_a_stranger_gets_404(stranger: Client, owner):
    write(owner)
    for path in PAGES:
        for method in ("get", "post"):
            response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
            assert (response.status_code, response.content) == (404, b"")


def test_nothing_is_written_without_the_forms_own_mark(owner):
    form = owner.get("/log/new").form("/log/new")
    del form["csrfmiddlewaretoken"]
    assert owner.post("/log/new", {**form, **CALL}).status == 403
    assert contacts.load().entries == ()


def test_sent_twice_it_is_written_once(owner):
    form = {**owner.get("/log/new").form("/log/new"), **CALL}
    assert [owner.post("/log/new", form).where for _ in range(2)] == ["/log", "/log"]
    assert len(contacts.load().entries) == 1


def test_everything_that_was_typed_is_kept(owner):
    entry, ident = debt()
    name = str(book.entry_values(entry)["name"])
    typed = {
        "debt": str(entry.pk),
        "on": (TODAY - timedelta(days=3)).isoformat(),
        "party": "lender",
        "direction": "out",
        "channel": "app",
        "at": "09:05",
        "said": "第一行\r\n第二行",
        "name": "客服 12号",
        "phone": "95188",
        "reached": "contact",
        "told": "no",
        "them": "免罚息",
        "them_until": "2026-12-01",
        "us": "还300",
        "us_until": "2026-12-05",
        "in_writing": "yes",
        "evidence": "screenshot",
        "sent": "收入支出说明",
    }
    assert write(owner, **typed).where == "/log"
    assert last() == Contact(
        TODAY - timedelta(days=3),
        TODAY,
        "lender",
        "out",
        "app",
        "第一行\n第二行",
        at=time(9, 5),
        debt=ident,
        debt_name=name,
        name="客服 12号",
        phone="95188",
        reached="contact",
        told=False,
        promises=(Promise("them", "免罚息", date(2026, 12, 1)), Promise("us", "还300", date(2026, 12, 5))),
        in_writing=True,
        evidence="screenshot",
        sent="收入支出说明",
    )


def test_today_stands_in_the_form_and_the_address_fills_in_the_rest(owner):
    entry, _ = debt()
    form = owner.get(f"/log/new?debt={entry.pk}&channel=letter&direction=in&party=court").form("/log/new")
    expected = {"on": TODAY.isoformat(), "at": "", "channel": "letter", "direction": "in", "party": "court"}
    assert {name: form[name] for name in expected} == expected
    assert form["debt"] == str(entry.pk)


@pytest.mark.parametrize(
    "typed",
    [
        {"said": ""},
        {"on": ""},
        {"on": "2026-13-01"},
        {"on": (TODAY + timedelta(days=1)).isoformat()},
        {"at": "25:00"},
        {"them": "x", "them_until": "soon"},
        {"party": ""},
        {"party": "nobody"},
        {"channel": ""},
        {"direction": ""},
        {"reached": "x"},
        {"evidence": "x"},
        {"sent": "statement"},
        {"corrects": "7"},
    ],
)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_is_wrong_is_said_and_what_was_typed_stays(owner, typed, language):
    owner.speaks(language)
    page = write(owner, **{"phone": "95188", **typed})
    assert page.status == 400
    assert 'class="wrong" role="alert"' in page.text
    assert "95188" in page.text
    assert not re.search(r"\blog-[a-z]", page.words)
    assert contacts.load().entries == ()


def test_the_newest_comes_first_and_one_debt_alone_can_be_seen(owner):
    (one, _), (other, _) = debt(0), debt(1)
    write(owner, debt=str(one.pk), said="first words")
    write(owner, debt=str(other.pk), said="second words")
    page = owner.get("/log").words
    assert page.index("second words") < page.index("first words")
    only = owner.get(f"/log?debt={one.pk}").words
    assert "first words" in only
    assert "second words" not in only


def test_by_word_only_is_flagged_with_the_sentence_to_send(owner):
    owner.speaks("en")
    asks = "Please confirm it in writing"
    write(owner)
    assert asks not in owner.get("/log").words
    write(owner, them="waive the penalty")
    assert asks in owner.get("/log").words
    assert "By word only" in owner.get("/log").words


def test_in_writing_is_not_flagged(owner):
    owner.speaks("en")
    write(owner, them="waive the penalty", in_writing="yes")
    assert "By word only" not in owner.get("/log").words


@pytest.mark.parametrize(("in_writing", "status"), [("", "agreed-verbal"), ("yes", "agreed-written")])
def test_from_an_agreement_to_the_plan_in_one_step(owner, in_writing, status):
    """The link leads to the concession's form with its status and proof filled in; saved, the plan has it."""
    entry, ident = debt()
    write(owner, debt=str(entry.pk), them="three months off", in_writing=in_writing, evidence="screenshot")
    link = re.search(rf'href="(/debt/{entry.pk}/offer\?[^"]+)"', owner.get("/log").text)
    assert link
    kinds = owner.get(link[1].replace("&amp;", "&"))
    chosen = re.search(r'href="(\?kind=defer[^"]*)"', kinds.text)
    assert chosen
    path = f"/debt/{entry.pk}/offer"
    form = owner.get(path + chosen[1].replace("&amp;", "&")).form(path)
    assert (form["status"], form["proof"], form["kind"]) == (status, "chat", "defer")
    back = owner.post(path, {**form, "months": "3", "until": "2027-03-01"})
    assert back.where == f"/debt/{entry.pk}"
    household = book.load().reading().household
    assert household is not None
    given = next(one for one in household.debts if one.id == ident).concessions[-1]
    assert (given.kind, given.status, given.months, given.proof) == ("defer", status, 3, "chat")
    assert f'href="/log?debt={entry.pk}"' in owner.get(back.where).text


def test_without_a_promise_or_a_debt_there_is_no_step_to_the_plan(owner):
    entry, _ = debt()
    write(owner, debt=str(entry.pk), us="pay 300")
    write(owner, them="waive")
    assert "/offer" not in owner.get("/log").text


@pytest.mark.parametrize("given", ["status=paid", "status=%22%3E%3Cb%3E", "proof=x", "months=9"])
def test_an_address_fills_in_nothing_else(owner, given):
    path = f"/debt/{debt()[0].pk}/offer"
    plain = owner.get(f"{path}?kind=defer").form(path)
    filled = owner.get(f"{path}?kind=defer&{given}").form(path)
    differ = {name for name in plain if plain[name] != filled[name]}
    assert differ <= {"key", "csrfmiddlewaretoken"}


def test_an_entry_is_put_right_by_another(owner):
    entry, _ = debt()
    write(
        owner,
        debt=str(entry.pk),
        them="waive",
        them_until="2026-12-01",
        reached="other",
        told="no",
        evidence="paper",
    )
    before = contacts.load().entries[0]
    form = owner.get("/log/new?corrects=1").form("/log/new")
    owner.post("/log/new", {**form, "said": "as it was"})
    old, new = contacts.load().entries
    assert old == before
    assert old.contact is not None
    assert new.contact == replace(old.contact, said="as it was", corrects=1)
    assert owner.get("/log/new?corrects=9").status == 404


def test_there_is_no_page_to_change_or_remove_an_entry(owner):
    write(owner)
    actions = re.findall(r'<form method="post" action="([^"]+)"', owner.get("/log").text)
    assert {one for one in actions if one.startswith("/log")} == set()


def test_conduct_is_shown_with_its_source_as_the_industrys_own_rule(owner):
    owner.speaks("en")
    write(owner)
    words = owner.get("/log").words
    assert "industry" in words
    assert "22:00" in words
    assert "45251" in words
    assert "illegal" not in words


def test_the_seal_is_shown_with_the_day_and_compared(owner):
    owner.speaks("en")
    write(owner)
    seal = contacts.load().head.short
    page = owner.get("/log").words
    assert seal in page
    assert str(TODAY.year) in page
    write(owner)
    fits = owner.get(f"/log?head={seal.replace(' ', '+')}").words
    assert "The seal fits" in fits
    other = seal[:2] + ("1" if seal[2] != "1" else "2") + seal[3:]
    assert "are not those" in owner.get(f"/log?head={other.replace(' ', '+')}").words
    assert "no seal" in owner.get("/log?head=x").words


def test_the_own_copy_is_checked_by_the_command_line_alike(owner):
    write(owner)
    write(owner, said="more")
    page = owner.get("/log/copy")
    copy = read_log(page.data)
    assert copy.is_whole
    assert copy.head == contacts.load().head
    assert json.loads(page.data.splitlines()[0])["entry"]["said"] == CANARY
    assert unquote(page.headers["Content-Disposition"]).endswith(f"{TODAY}.jsonl")


def test_the_text_copy_is_readable(owner):
    write(owner, name="王先生", them="免 罚息")
    text = owner.get("/log/text").data.decode()
    assert all(word in text for word in (CANARY, "王先生", "22:30", contacts.load().head.short))
    assert "Ashore" not in text


def test_a_broken_log_is_shown_on_today_and_on_its_page_and_still_read(owner):
    owner.speaks("en")
    write(owner)
    assert "not as it was written" not in owner.get("/").words
    break_it()
    for path in ("/", "/log"):
        page = owner.get(path)
        assert page.status == 200
        assert "not as it was written" in page.words
    assert "22:30" in owner.get("/log").words
    assert owner.get("/log/copy").status == 200


def test_while_amounts_are_covered_it_is_not_shown(owner):
    write(owner)
    owner.client.cookies[session.COVER] = "1"
    for path in PAGES:
        assert owner.get(path).where == "/"


def test_its_words_are_in_no_other_page_and_not_in_the_household_file(owner):
    write(owner)
    for path in ("/", "/situation", "/plan", "/settings/file", "/papers", "/settings"):
        assert CANARY not in owner.get(path).text


def test_undoing_the_last_change_leaves_it(owner):
    entry, _ = debt()
    owner.send(f"/entry/{entry.pk}", {"balance": "1234.00"})
    write(owner)
    change = book.last_change()
    assert change is not None
    owner.send("/situation", {}, f"/undo/{change.pk}")
    assert len(contacts.load().entries) == 1


def test_links_lead_to_it(owner):
    assert 'href="/log"' in owner.get("/").text
    entry, _ = debt()
    assert f'href="/log?debt={entry.pk}"' in owner.get(f"/debt/{entry.pk}").text


def test_a_phone_writes_entries_and_takes_no_copy_out():
    assert {"log", "log-new"} <= guard.FOR_THE_PHONE
    assert not {"log-copy", "log-text"} & guard.FOR_THE_PHONE


def test_an_entry_of_a_debt_that_is_gone_keeps_its_name(owner):
    entry, _ = debt()
    name = str(book.entry_values(entry)["name"])
    write(owner, debt=str(entry.pk), them="x")
    book.remove(uuid.uuid4(), entry.pk)
    page = owner.get("/log")
    assert name in page.words
    assert "/offer" not in page.text


AGREED = """format = "ashore/1"
[household]
as_of = {today}
cash = 200.00
[[debt]]
id = "a"
name = "bank"
balance = 12000.00
rate = "0%/year"
method = "equal-principal"
periods_left = 12
due_day = {due}
"""


@pytest.mark.parametrize("language", ["zh", "en"])
def test_an_agreed_instalment_that_the_money_will_not_reach_is_said_on_today_before_its_day(owner, language):
    """¥1,000 a month were agreed in writing, ¥200 are there: ¥800 are missing on the first due day."""
    due = TODAY + timedelta(days=20)
    book.replace_all(uuid.uuid4(), AGREED.format(today=TODAY, due=due.day))
    owner.speaks(language)
    missing = {"zh": "还差 ¥800。谈好", "en": "¥800 of it will not be there"}[language]
    assert missing not in owner.get("/").words
    entry, _ = debt()
    path = f"/debt/{entry.pk}/offer"
    form = owner.get(f"{path}?kind=extend&status=agreed-written").form(path)
    owner.post(path, {**form, "months": "12"})
    page = owner.get("/")
    urgent = re.sub(r"<[^>]+>", " ", page.text.split("<h2")[1])
    assert missing in urgent
    assert str(due.day) in urgent
