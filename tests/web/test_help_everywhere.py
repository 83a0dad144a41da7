"""Whom to call stands on every page there is, in every state of the app, in both languages, and behind no score.

The same walk looks that no page carries another number or address, that none is large to load, asks the network for
anything, or prints what the book holds.
"""

import gzip
import re
import socket
from functools import cache

import pytest

from ashore.documents.helping import ALWAYS
from ashore.packs.first import first_of_kind
from ashore.packs.pack import load_pack
from ashore.store.faults import Damaged
from ashore.texts.sentences import word
from ashore.web import guard, session
from ashore.web.urls import urlpatterns
from needs import ROOT
from web.asking import ORIGIN, Visitor
from web.phones import Phone, turn_on
from web.test_guard import ID, every_path

LINES = first_of_kind(load_pack("cn"))
TO_CALL = [LINES[kind] for kind in ("mental-health", "emergency", "police")]
EMPTY = {"/away": "the empty page that somebody else may be looking at: nothing may stand on it"}
SHOWN = {200, 400, 403, 404, 409, 500, 507}
LANGUAGES = ("zh", "en")
KNOWN = {line.number for line in load_pack("cn").helplines.values()}
ELSEWHERE = re.compile(
    r"(?<![\d.,/-])1\d{10}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}|[\w.]+@[\w.]+\.\w+|QQ|微信号|加微信|WeChat ID|https?://(?!127\.0\.0\.1)"
)
"""Mobile and landline numbers, addresses of mail, names in messengers, links out of the app."""
SPEAKS_OF_TRAPS = ("/trap", "/learn", "/support")
"""Pages that say how a trap speaks."""
KB_MAX = 600
LENDER, OWED = "canary-name-of-a-lender", "71234.56"
ONE_NOW = ("zh", pytest.param("en", marks=pytest.mark.long))


def is_page(answer) -> bool:
    """Return whether an answer is a page that a person sees: no file, no redirection, no piece of another page."""
    headers = answer.headers
    handed_out = "attachment" in headers.get("Content-Disposition", "")
    html = headers.get("Content-Type", "").startswith("text/html") and "<html" in answer.text
    return answer.status in SHOWN and html and not handed_out


def lacking(answer, path: str) -> list[str]:
    """Return what a page lacks: the link to all help lines at its head, each number in its text, and as a link."""
    lacks = [] if 'href="/help"' in answer.text else [f"{path}: no link to help"]
    top = answer.text.partition("<main")[0]
    lacks += [] if 'href="/help"' in top else [f"{path}: the link is not at the head"]
    for line in TO_CALL:
        if f'href="tel:{line.number}"' not in answer.text or line.number not in answer.words:
            lacks.append(f"{path}: {line.number} is not printed")
    return lacks


def walked(visitor: Visitor, language: str) -> tuple[list[str], int]:
    """Return what pages lack, of every address there is, and how many pages were seen."""
    visitor.speaks(language)
    visitor.client.raise_request_exception = False  # a page that fails must name them too
    lacks: list[str] = []
    seen = 0
    for path in [*every_path(), "/nowhere"]:
        answer = visitor.get(path)
        if path in EMPTY or not is_page(answer):
            continue
        seen += 1
        lacks += lacking(answer, path)
        found = [] if path.startswith(SPEAKS_OF_TRAPS) else ELSEWHERE.findall(answer.words)
        lacks += [f"{path}: {one}" for one in found if one not in KNOWN]
        if len(gzip.compress(answer.data)) > KB_MAX * 1024 - files():
            lacks.append(f"{path}: more than {KB_MAX} KB")
    return lacks, seen


@cache
def files() -> int:
    """Return how many bytes the files take that each page loads, compressed."""
    folders = (ROOT / "src/ashore/web/static/web", ROOT / "src/ashore/documents/assets")
    return sum(
        len(gzip.compress(path.read_bytes()))
        for folder in folders
        for path in folder.iterdir()
        if path.suffix in {".css", ".js"}
    )


def test_the_files_that_each_page_loads_are_small():
    assert 4 * 1024 < files() < 40 * 1024


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_there_is_a_book(visitor, language):
    lacks, seen = walked(visitor, language)
    assert lacks == []
    assert seen >= 7


def plant_debt(visitor: Visitor) -> None:
    """Add a debt whose name and balance stand nowhere else."""
    typed: dict[str, object] = {
        "product": "cn/weilidai",
        "name": LENDER,
        "balance": OWED,
        "due_day": "15",
        "periods_left": "9",
    }
    assert visitor.send("/add/debt", typed).status == 302


def tells(text: str) -> list[str]:
    """Return what a text tells of that debt, and of addresses."""
    return [one for one in (LENDER, OWED, "71,234", ID) if one in text]


@pytest.mark.parametrize("language", ONE_NOW)
def test_over_an_open_book(owner, language, monkeypatch, capfd, caplog):
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    plant_debt(owner)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    lacks, seen = walked(owner, language)
    assert lacks == []
    assert seen >= 40
    assert LENDER in owner.get("/situation").words
    printed = capfd.readouterr()
    assert tells(printed.out + printed.err + caplog.text) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_a_locked_book(owner, language):
    owner.send("/settings", {}, "/lock")
    lacks, seen = walked(owner, language)
    assert lacks == []
    assert seen >= 7


@pytest.mark.parametrize("language", LANGUAGES)
def test_over_a_damaged_book(owner, language, monkeypatch):
    def refuse(*_: object) -> None:
        raise Damaged("book-damaged")

    monkeypatch.setattr("ashore.store.book.load", refuse)
    owner.speaks(language)
    page = owner.get("/")
    assert page.status == 500
    assert lacking(page, "/") == []
    assert owner.get("/help").status == owner.get("/support").status == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_program_itself_is_at_fault(visitor, language, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("ashore.web.views.about._ways", fail)
    visitor.client.raise_request_exception = False
    visitor.speaks(language)
    page = visitor.get("/about")
    assert page.status == 500
    assert lacking(page, "/about") == []
    assert "a fault of ours" not in page.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_a_form_is_too_old(owner, language):
    owner.speaks(language)
    page = owner.post("/lock", {"csrfmiddlewaretoken": "x" * 64})
    assert page.status == 403
    assert lacking(page, "/lock") == []


def test_a_stranger_still_gets_nothing(stranger):
    fields = {"csrfmiddlewaretoken": "x" * 64}
    answer = stranger.post("/start", fields, headers={"Origin": ORIGIN})
    assert (answer.status_code, answer.content) == (403, b"")


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_while_amounts_are_covered(owner, language):
    owner.client.cookies[session.COVER] = "1"
    lacks, _ = walked(owner, language)
    assert lacks == [], "a number to call is no amount"


# The phone's door.


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_that_was_not_let_in(at_home, language):
    """The numbers stand on the very page: a link would lead a stranger further in."""
    page = Phone(turn_on(at_home), language).get("/phone-in")
    for line in TO_CALL:
        assert f'href="tel:{line.number}"' in page.text
        assert line.names[language] in page.words
        assert line.hours[language] in page.words
    assert {"zh": "不往外发", "en": "sends nothing"}[language] in page.words
    assert not re.search(r"债|欠|debt|owe", page.words, re.IGNORECASE)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_before_a_closed_book(at_home, language, monkeypatch):
    made = Phone(turn_on(at_home), language)
    made.come_in()
    monkeypatch.setattr("ashore.store.keyring.is_open", lambda: False)
    page = made.get("/")
    assert page.status == 200
    for line in TO_CALL:
        assert f'href="tel:{line.number}"' in page.text


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_that_was_let_in(visiting, language):
    visiting.cookies["lang"] = language
    names = {one.name: f"/{one.pattern}" for one in urlpatterns if "<" not in str(one.pattern)}
    plain = [path for name, path in names.items() if name in guard.FOR_THE_PHONE and path not in EMPTY]
    lacks = [line for path in plain if is_page(page := visiting.get(path)) for line in lacking(page, path)]
    assert lacks == []
    refused = visiting.get("/settings/delete")
    assert refused.status == 404
    assert lacking(refused, "/settings/delete") == []


# The help page itself.


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_line_says_hours_limits_source_and_the_day_of_its_check(visitor, language):
    visitor.speaks(language)
    words = " ".join(visitor.get("/help").words.split())
    for line in load_pack("cn").helplines.values():
        title = (line.source.title_en if language == "en" else None) or line.source.title
        for text in (line.hours[language], line.limits[language], title, line.source.address):
            assert " ".join(text.split()) in words, (line.id, text)
    day = {"zh": "2026年11月23日", "en": "23 Nov 2026"}[language]
    assert words.count(day) >= 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_somebody_to_trust_with_words_to_send(visitor, language):
    """`trust.md` C3: a person, too, for everybody, and not only numbers; without the check-in as with it."""
    visitor.speaks(language)
    for switched in ("1", "0"):
        visitor.client.cookies[session.WELLBEING] = switched
        page = visitor.get("/help")
        heads = [word(code, language) for code in ("help-person-head", "help-other-head")]
        before, _, after = page.words.partition(heads[0])
        last = [line for line in load_pack("cn").helplines.values() if line.kind in ALWAYS][-1]
        assert last.names[language] in before, "the lines for the worst hours stand above"
        assert LINES["tax"].names[language] in after.partition(heads[1])[2]
        for code in ("help-person-head", "help-person", "crisis-message"):
            assert word(code, language) in page.words, code
        assert 'href="/mood/help"' not in page.text, "before a book is opened there is no such page"


def test_over_a_book_it_leads_to_the_page_for_the_hardest_moment_where_there_is_one(owner):
    link = 'href="/mood/help"'
    assert link in owner.get("/help").text
    owner.client.cookies[session.WELLBEING] = "0"
    assert link not in owner.get("/help").text
    owner.client.cookies[session.WELLBEING] = "1"
    owner.client.cookies[session.COVER] = "1"
    page = owner.get("/help")
    assert link not in page.text
    assert word("crisis-message", "zh") in page.words


def test_the_help_page_asks_nothing_and_leads_on_to_people(visitor):
    page = visitor.get("/help")
    assert 'href="/support"' in page.text
    main = page.text.partition("<main")[2].partition("</main>")[0]
    assert not re.search(r"<(input|select|textarea|button)\b", main), "no question stands before help"


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_every_connection_refused_it_is_all_there(visitor, language, monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    visitor.speaks(language)
    for path in ("/help", "/support", "/support/circle", "/about"):
        page = visitor.get(path)
        assert page.status == 200
        assert lacking(page, path) == []
