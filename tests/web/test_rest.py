"""A day without reminders: said aloud, with when it ends; deadlines stay; nobody who looks on learns why."""

import re
import uuid
from datetime import timedelta

import pytest

from ashore.household.writing import Set
from ashore.store import book
from ashore.store.private import mood
from ashore.texts.sentences import word
from ashore.web import clock, session
from day import TODAY, noon

NAME = "卡纳瑞李四"
COURT_DAY = TODAY + timedelta(days=9)
MOOD_WORDS = re.compile("心情|问卷|自己一个人|PHQ|GAD|hurt|mood|questionnaire|check-in", re.IGNORECASE)

UNSAID = re.compile(
    r"安全|没事|风险|自杀|死|药|刀|高处|绳|safe|low risk|suicid|kill|die\b|pills|knife|overdose|%",
    re.IGNORECASE,
)


@pytest.fixture
def sued(owner):
    """Return the owner of a book in which a court has a debt, with a day to answer by."""
    entry = book.load().of("debt")[0]
    deadline = {"on": COURT_DAY, "what": "answer", "received": COURT_DAY - timedelta(days=15)}
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("stage", "sued"), Set("deadline", deadline)])
    return owner


def tell(owner):
    """Answer that there were such thoughts."""
    page = owner.send("/mood/phq-9", {"a8": "1"})
    assert word("crisis-title", "zh") in page.words or word("crisis-title", "en") in page.words
    return page


def later(monkeypatch, hours):
    """Move this machine's clock on."""
    moment = noon(TODAY) + timedelta(hours=hours)
    monkeypatch.setattr(clock, "now", lambda: moment)


def name_of(owner):
    """Return what the first debt is called."""
    return str(book.entry_values(book.load().of("debt")[0])["name"])


@pytest.mark.parametrize("language", ["zh", pytest.param("en", marks=pytest.mark.long)])
def test_the_page_of_help_and_today_say_that_reminders_pause_and_until_when(sued, language):
    sued.speaks(language)
    before = sued.get("/").words
    page = tell(sued)
    since = mood.rest_since()
    assert since
    ends = since.astimezone() + timedelta(hours=24)
    for words in (page.words, sued.get("/mood/help").words, sued.get("/").words):
        assert f"{ends:%H:%M}" in words
        assert str(ends.day) in words
    today = sued.get("/")
    assert "¥" in before
    assert "¥" not in today.words
    assert word("today-checkin", language) not in today.words
    assert 'href="/mood/help"' in today.text


def test_what_a_court_has_stays_listed_with_its_day(sued):
    tell(sued)
    words = sued.get("/").words
    assert name_of(sued) in words
    assert f"{COURT_DAY.year}年{COURT_DAY.month}月{COURT_DAY.day}日" in words
    assert "12368" in words
    agenda = sued.get("/agenda")
    assert name_of(sued) in agenda.words
    assert f"{COURT_DAY.month}月{COURT_DAY.day}日" in agenda.words
    assert "¥" not in agenda.words
    assert "/agenda/file" not in agenda.text


def test_without_a_deadline_that_is_said(owner):
    tell(owner)
    for path in ("/", "/agenda"):
        assert word("rest-no-deadline", "zh") in owner.get(path).words


def test_all_of_it_can_be_seen_once_and_the_pause_goes_on(sued):
    full, agenda = sued.get("/").words, sued.get("/agenda").words
    tell(sued)
    assert sued.get("/?all").words == full
    assert sued.get("/agenda?all").words == agenda
    assert len(sued.get("/agenda").words) < len(agenda) / 2
    assert word("rest-title", "zh") in sued.get("/").words


def test_the_pause_can_be_ended_at_once_and_begun_by_anybody(sued):
    full = sued.get("/").words
    tell(sued)
    assert sued.send("/", {}, "/mood/rest/end").where == "/"
    assert sued.get("/").words == full
    assert sued.send("/mood/help", {}, "/mood/rest").where == "/mood/help"
    assert word("rest-title", "zh") in sued.get("/").words
    sued.send("/mood/help", {}, "/mood/rest/end")
    assert sued.get("/").words == full


def test_it_ends_by_itself_after_a_day(sued, monkeypatch):
    tell(sued)
    for hours, rests in ((23.9, True), (24.1, False), (-1, False)):
        later(monkeypatch, hours)
        assert (word("rest-title", "zh") in sued.get("/").words) == rests


def test_it_goes_with_the_deletion_and_with_the_switch(sued):
    tell(sued)
    sued.send("/mood", {}, "/mood/delete")
    assert word("rest-title", "zh") not in sued.get("/").words
    tell(sued)
    sued.send("/settings", {"w": "0"}, "/look")
    assert word("rest-title", "zh") not in sued.get("/").words


def test_who_is_to_watch_the_dates_stands_beside_them_with_words_to_send(sued):
    tell(sued)
    assert sued.send("/mood/help", {"name": f" {NAME} "}, "/mood/helper").where == "/mood/help"
    page = sued.get("/")
    assert NAME in page.words
    message = page.text.split("<textarea")[1].split(">")[1].split("<")[0]
    assert message.startswith(NAME)
    assert f"{COURT_DAY.month}月{COURT_DAY.day}日" in message
    assert not re.search(r"债|欠|钱|还款|¥|难受|心情|法院", message)
    assert name_of(sued) not in message
    sued.send("/mood/help", {"name": ""}, "/mood/helper")
    assert NAME not in sued.get("/").words


def test_who_looks_on_reads_one_neutral_sentence(sued):
    """Covered: no word of mood, no name, no way to the pages of it."""
    tell(sued)
    sued.send("/mood/help", {"name": NAME}, "/mood/helper")
    sued.client.cookies[session.COVER] = "1"
    for path in ("/", "/agenda"):
        page = sued.get(path)
        assert word("rest-title", "zh") in page.words
        assert not MOOD_WORDS.search(page.text.split("<main")[1].split("</main")[0])
        assert NAME not in page.text
        assert "/mood" not in page.text


def test_a_phone_reads_the_same_and_can_see_all_of_it_once(at_home, visiting):
    tell(at_home)
    at_home.send("/mood/help", {"name": NAME}, "/mood/helper")
    page = visiting.get("/")
    assert word("rest-title", "zh") in page.words
    assert not MOOD_WORDS.search(page.text.split("<main")[1].split("</main")[0])
    assert NAME not in page.text
    assert "/mood" not in page.text
    assert "¥" in visiting.get("/?all").words
    assert visiting.get("/mood").status == 404
    assert visiting.get("/mood/phq-9").status == 404


def test_the_pause_is_nothing_of_the_book(sued):
    before = book.load()
    tell(sued)
    now = book.load()
    assert (now.text, now.version) == (before.text, before.version)


def test_the_words_for_the_hardest_moment_promise_nothing_and_name_no_way(owner):
    for language in ("zh", "en"):
        owner.speaks(language)
        words = tell(owner).words
        assert not re.search(
            r"安全|没事|风险|自杀|死|药|刀|高处|绳|safe|low risk|suicid|kill|die\b|pills|knife|overdose|%",
            words,
            re.IGNORECASE,
        )
        assert "!" not in words
        assert "\uff01" not in words
