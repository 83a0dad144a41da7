"""Wellbeing: what is there, one small goal, the way walked, a page for the family and one for a helper."""

import re
import uuid
from datetime import timedelta

import pytest
from django.db import connections

from ashore.household.writing import Set
from ashore.store import book, files, keyring
from ashore.store.private import goals, mood, notes
from ashore.web import clock, session
from ashore.web.urls import urlpatterns
from ashore.web.views import checkin
from day import TODAY

HUB, GOAL = "/wellbeing", "/wellbeing/goal"
PAGES = (
    HUB,
    "/wellbeing/progress",
    "/wellbeing/family",
    "/wellbeing/share",
    "/wellbeing/share?show=1&need=call",
)
FILES = ("/wellbeing/family/file", "/wellbeing/share/file")
CANARY = "卡纳瑞六一零七等发工资"
DEBT = "卡纳瑞四四一九贷款"
HOME = f"""format = "ashore/1"
[household]
as_of = {TODAY - timedelta(days=70)}
cash = 5000.00
[[income]]
name = "wage"
amount = 3000.00
day = 1
[[spending]]
name = "living"
amount = 1000.00
[[spending]]
name = "parties"
amount = 300.00
essential = false
[[asset]]
name = "bike"
value = 200.00
sell = true
[[debt]]
id = "a"
name = "{DEBT}"
balance = 1200.00
periods_left = 12
due_day = {(TODAY - timedelta(days=60)).day}
rate = "0%/year"
method = "equal-principal"
penalty = "0.05%/day"
prepayment = {{allowed = false}}
"""


def amounts(text):
    """Return what looks like an amount."""
    return re.findall(r"¥\s?[\d,]+|\d[\d,]*\.\d\d", text)


@pytest.fixture
def payer(owner):
    """Return the browser before a small household, whose plan is soon made."""
    book.replace_all(uuid.uuid4(), HOME)
    return owner


def on_demo(owner):
    """Open the example."""
    owner.send("/settings", {}, "/lock")
    owner.send("/unlock", {}, "/example")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_page_in_either_language(payer, language):
    payer.speaks(language)
    for path in (*PAGES, GOAL):
        page = payer.get(path)
        assert page.status == 200
        assert not re.search(r"\b(hub|aim|share|family|progress)-[a-z]", page.words)
        assert 'aria-current="true">' in page.text or path == HUB
        assert 'href="/help"' in page.text


def test_somebody_to_talk_to_comes_first(payer):
    """C3: help before anything else, whatever is known of the person."""
    text = payer.get(HUB).text
    main = text[text.index("<main") :]
    assert main.index('href="/help"') < min(
        main.index(f'href="{path}') for path in ("/mood", GOAL, "/wellbeing/")
    )


def test_today_and_every_page_lead_there(payer):
    assert payer.get("/").text.count('href="/wellbeing"') == 2
    assert payer.get("/plan").text.count('href="/wellbeing"') == 1


def test_nobody_who_looks_on_sees_the_private_ones(payer):
    payer.client.cookies[session.COVER] = "1"
    page = payer.get(HUB)
    assert not re.search(r'href="(/mood|/notes|/wellbeing/goal)', page.text)
    assert payer.get(GOAL).where == HUB


def test_switched_off_the_check_in_is_not_named_and_the_rest_stays(payer):
    payer.client.cookies[session.WELLBEING] = "0"
    page = payer.get(HUB)
    assert 'href="/mood"' not in page.text
    assert all(payer.get(path).status == 200 for path in (*PAGES, GOAL))


def test_without_a_readable_household_help_and_the_familys_page_stay(payer):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", "unclear")])
    assert [payer.get(path).status for path in (HUB, GOAL, "/wellbeing/family", FILES[0])] == [200] * 4
    assert [payer.get(path).where for path in ("/wellbeing/progress", "/wellbeing/share", FILES[1])] == [
        "/"
    ] * 3


# The small goal.


def test_a_goal_of_ones_own_is_kept_and_shown(payer):
    assert payer.send(GOAL, {"own": CANARY, "offer": ""}).where == HUB
    page = payer.get(HUB)
    assert CANARY in page.words
    assert "眼下的目标" in page.words


def test_a_goal_from_the_plan_is_kept_as_it_reads(payer):
    page = payer.get(GOAL)
    offers = re.findall(r'name="offer" value="([^"]+)"', page.text)
    assert 1 < len(offers) <= 5
    payer.send(GOAL, {"own": "", "offer": offers[0]})
    assert offers[0] in payer.get(HUB).words
    assert "到" in offers[0]


def test_there_are_never_two(payer):
    payer.send(GOAL, {"own": CANARY})
    assert "不会同时有两个" in payer.get(GOAL).words
    payer.send(GOAL, {"own": "另一个"})
    words = payer.get(HUB).words
    assert "另一个" in words
    assert CANARY not in words


@pytest.mark.parametrize(("act", "said"), [("done", "这里不计数"), ("later", "没关系")])
def test_a_goal_ends_without_being_counted(payer, act, said):
    payer.send(GOAL, {"own": CANARY})
    answer = payer.send(HUB, {"do": act}, GOAL)
    assert answer.where == f"{HUB}?told={act}"
    page = payer.get(answer.where)
    assert said in page.words
    assert CANARY not in page.words
    assert goals.current() is None


def test_nothing_written_is_said_to_be_nothing(payer):
    page = payer.send(GOAL, {"own": "  ", "offer": ""})
    assert page.status == 400
    assert "几个字" in page.words
    assert goals.current() is None


@pytest.mark.parametrize("told", ["", "x", "<b>", "hub"])
def test_a_made_up_answer_is_not_repeated(payer, told):
    assert "aim-told" not in payer.get(f"{HUB}?told={told}").text
    assert payer.post(GOAL, {**payer.get(GOAL).form(GOAL), "do": "done", "goal": told}).where == HUB


def test_a_goal_is_in_no_list_of_letters_and_on_no_page_for_others(payer):
    payer.send(GOAL, {"own": CANARY})
    note = goals.current()
    assert note is not None
    assert CANARY not in payer.get("/notes/wellbeing").words
    assert payer.get(f"/notes/wellbeing/{note.pk}").status == 404
    for path in (*PAGES[1:], *FILES, "/settings/file", "/", "/plan"):
        assert CANARY not in payer.get(path).text
    payer.send(HUB, {"do": "later"}, GOAL)
    assert "可以放回去" not in payer.get("/notes/wellbeing").words


def test_while_reminders_pause_no_goal_speaks_of_payments(payer):
    payer.send(GOAL, {"own": CANARY})
    mood.begin_rest(uuid.uuid4(), clock.now())
    page = payer.get(HUB)
    assert CANARY not in page.words
    assert 'href="/help"' in page.text


def test_a_damaged_file_leaves_the_rest_of_the_hub(payer):
    payer.send(GOAL, {"own": CANARY})
    connections.close_all()
    path = keyring.held().file("wellbeing").path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    page = payer.get(HUB)
    assert page.status == 200
    assert "文件坏了" in page.words
    assert 'href="/notes/wellbeing"' in page.text
    assert payer.get(GOAL).where == HUB


# The way walked.


def test_the_way_walked_after_a_payment_was_told(payer, monkeypatch):
    """¥100 of ¥1,200 was paid on its day, the next due was not: a penalty of it runs."""
    assert "还没有记过还款" in payer.get("/wellbeing/progress").words
    monkeypatch.setattr(checkin, "today", lambda: TODAY)
    until = TODAY - timedelta(days=55)
    form = payer.get(f"/checkin?day={until}").form("/checkin")
    payer.post("/checkin", {**form, "full-0": "1", "money-cash": "800"})
    words = payer.get("/wellbeing/progress").words
    assert "还了 1 笔，一共 ¥100" in words
    assert "1,200.00 1,100.00 100.00" in words
    assert "今天没有一笔逾期" in words
    assert "会多出 ¥0.25" in words


def test_the_example_shows_a_past_that_it_says_is_made_up(owner):
    """And where amounts are covered, none is left of it."""
    on_demo(owner)
    words = owner.get("/wellbeing/progress").words
    assert amounts(words)
    for said in ("往后推三个月", "秋装货款：", "少付"):
        assert said in words, said
    assert 'href="/notes' not in owner.get(HUB).text
    assert owner.get(GOAL).where == HUB
    owner.client.cookies[session.COVER] = "1"
    for path in ("/wellbeing/progress", "/wellbeing/family?numbers=1", "/wellbeing/share?show=1&details=1"):
        page = owner.get(path)
        assert "••••" in page.words
        assert not amounts(page.words)
        assert "/file" not in page.text


# For the family and for a helper.


def test_the_familys_page_holds_figures_only_where_they_were_asked_for(payer):
    assert not amounts(payer.get("/wellbeing/family").words)
    assert len(amounts(payer.get("/wellbeing/family?numbers=1").words)) == 1


@pytest.mark.parametrize("path", FILES)
def test_a_file_names_nothing_and_asks_the_network_for_nothing(payer, path):
    answer = payer.get(path)
    assert answer.headers["Content-Type"].startswith("text/html")
    assert "attachment" in answer.headers["Content-Disposition"]
    assert not amounts(answer.text.partition("</head>")[2])
    assert DEBT not in answer.text
    assert not re.search(r"<script|https?://|src=|@import", answer.text)
    payer.client.cookies[session.COVER] = "1"
    assert payer.get(path).where == "/"


def test_a_helpers_page_is_made_of_what_was_ticked(payer):
    assert "谢谢你看这一页" not in payer.get("/wellbeing/share").words
    page = payer.get("/wellbeing/share?show=1&need=call&need=made-up")
    assert "我打电话时坐在旁边" in page.words
    assert page.text.count(" checked") == 1
    assert not amounts(page.words)
    assert "/wellbeing/share/file?show=1&amp;need=call" in page.text


def test_nothing_is_sent_from_there(payer):
    page = payer.get("/wellbeing/share?show=1")
    assert "readonly" in page.text
    assert not re.search(r"mailto:|sms:|href=\"http", page.text)


def test_a_phone_reads_them_and_takes_no_names(visiting):
    book.replace_all(uuid.uuid4(), HOME)
    for path in PAGES:
        assert visiting.get(path).status == 200
    assert visiting.get(GOAL).status == 404
    assert not re.search(r'href="(/mood|/notes|/wellbeing/goal)', visiting.get(HUB).text)
    assert [visiting.get(path).status for path in FILES] == [200, 200]
    assert visiting.get(f"{FILES[0]}?numbers=1").status == 404
    assert visiting.get(f"{FILES[1]}?details=1").status == 404


def test_strangers_find_nothing(stranger):
    paths = [str(one.pattern) for one in urlpatterns if str(one.pattern).startswith("wellbeing")]
    assert len(paths) == 7
    assert {stranger.get(f"/{path}").status_code for path in paths} == {404}


def test_a_letter_is_left_when_a_goal_goes(payer):
    payer.send("/notes/wellbeing/new", {"text": "写给以后"})
    payer.send(GOAL, {"own": CANARY})
    payer.send(HUB, {"do": "done"}, GOAL)
    assert [one.text for one in notes.all_of("wellbeing") if not one.removed] == ["写给以后"]
