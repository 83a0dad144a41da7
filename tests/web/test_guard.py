"""Nobody but the one browser on this machine gets anything, whatever it calls itself."""

import socket
from itertools import product
from threading import Event, Thread

import pytest

from ashore.documents.covered import COVERED
from ashore.web import guard, plans, session
from ashore.web.urls import urlpatterns
from open_book import PORT
from web.asking import ORIGIN

ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"
WRONG_HOSTS = (
    "evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1.evil.example:{PORT}", f"LOCALHOST:{PORT}",
    f"localhost.:{PORT}", f"2130706433:{PORT}", f"0x7f.1:{PORT}", f"0.0.0.0:{PORT}", f"127.0.0.1:{PORT + 1}", "",
)  # fmt: skip
WRONG_ORIGINS = (
    "null", "http://evil.example", f"http://127.0.0.1:{PORT + 1}", f"https://127.0.0.1:{PORT}", f"http://127.0.0.1.evil:{PORT}"
)  # fmt: skip


def every_path() -> list[str]:
    """Return an address of each page there is."""
    paths = []
    for found in urlpatterns:
        text = str(found.pattern)
        for shape, value in (
            ("<uuid:entry_id>", ID),
            ("<uuid:photo_id>", ID),
            ("<uuid:paper_id>", ID),
            ("<int:change_id>", "1"),
            ("<slug:section>", "debt"),
            ("<slug:step>", "income"),
            ("<slug:name>", "card"),
            ("<slug:kind>", "claim"),
            ("<slug:ending>", "txt"),
            ("<slug:form>", "phq-9"),
            ("<slug:lesson>", "daily-rate"),
        ):
            text = text.replace(shape, value)
        paths.append(f"/{text}")
    return paths


@pytest.mark.parametrize("path", [path for path in every_path() if path not in guard.OPEN_TO_ALL])
def test_a_stranger_gets_404_everywhere(stranger, owner, path):
    for method in ("get", "post", "put", "delete", "head", "options"):
        response = getattr(stranger, method)(path, headers={"Origin": ORIGIN})
        assert (response.status_code, response.content) == (404, b"")


@pytest.mark.parametrize("host", WRONG_HOSTS)
def test_another_name_for_this_machine_is_refused(owner, host):
    for path in ("/", "/start", "/static/web/app.css"):
        assert owner.client.get(path, headers={"Host": host}).status_code in (400, 403)


@pytest.mark.parametrize(
    ("origin", "path"), list(product(WRONG_ORIGINS, ("/lock", "/unlock", "/settings/delete")))
)
def test_a_write_from_another_page_is_refused(owner, origin, path):
    fields = owner.get("/settings").form("/lock")
    assert owner.client.post(path, fields, headers={"Origin": origin}).status_code == 403


def test_a_write_without_an_origin_is_refused(owner):
    fields = owner.get("/settings").form("/lock")
    assert owner.client.post("/lock", fields).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_a_page_asked_for_by_another_page_is_refused(owner, site):
    assert owner.client.get("/", headers={"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize("path", [path for path in every_path() if path not in ("/plan/if", "/start")])
def test_no_write_without_the_forms_own_mark(owner, path):
    """It is refused; from a questionnaire, where an answer may have been grave, it leads to help instead."""
    response = owner.client.post(path, {"key": ID}, headers={"Origin": ORIGIN})
    if path.startswith(guard.LEADS_TO_HELP) and response.status_code != 405:
        assert (response.status_code, response["Location"]) == (302, "/help")
    else:
        assert response.status_code in (403, 405)


def test_the_token_works_once(stranger):
    token = session.new_token()
    mark = stranger.get("/start").content.decode().split('csrfmiddlewaretoken" value="')[1].split('"')[0]
    fields = {"token": token, "csrfmiddlewaretoken": mark}
    first = stranger.post("/start", fields, headers={"Origin": ORIGIN})
    assert first.status_code == 302
    cookie = first.cookies[session.COOKIE]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Strict")
    stranger.cookies.pop(session.COOKIE)
    assert stranger.post("/start", fields, headers={"Origin": ORIGIN}).status_code == 403


def test_a_wrong_token_does_not_use_up_the_right_one(stranger):
    token = session.new_token()
    assert session.exchange("something else") is None
    assert session.exchange(token) is not None


def test_every_page_says_what_a_browser_may_load(owner):
    for path in ("/", "/situation", "/plan", "/settings", "/help", "/about", "/first", "/start", "/away"):
        headers = owner.get(path).headers
        assert headers["Content-Security-Policy"] == guard.POLICY
        assert headers["Cache-Control"] == "no-store"
        assert headers["Referrer-Policy"] == "same-origin"


def test_the_book_closes_when_nobody_uses_it(owner, monkeypatch):
    monkeypatch.setattr(session, "is_idle", lambda: True)
    assert owner.get("/").where == "/unlock"
    monkeypatch.setattr(session, "is_idle", lambda: False)
    assert owner.get("/situation").where == "/unlock"


def test_nothing_of_the_book_is_kept_in_memory_after_it_closes(owner):
    owner.get("/")
    assert plans._memory.kept
    owner.send("/settings", {}, "/lock")
    assert not plans._memory.kept


def test_leaving_does_not_wait_for_a_plan_that_is_being_worked_out(owner):
    """While a plan is being worked out the book closes at once; what it was working out is kept nowhere."""
    form, begun, may_end = owner.get("/situation").form("/away"), Event(), Event()

    def work() -> str:
        begun.set()
        assert may_end.wait(60)
        return "a plan"

    working = Thread(target=plans.once, args=(owner, ("slow",), work))
    working.start()
    assert begun.wait(60)
    assert owner.post("/away", form).status == 200
    may_end.set()
    working.join()
    assert not plans._memory.kept


def test_amounts_can_be_covered(owner):
    plain = owner.get("/").text
    owner.client.cookies[session.COVER] = "1"
    covered = owner.get("/").text
    assert "¥" in plain
    assert "¥" not in covered
    assert COVERED in covered
    assert owner.get("/add/debt").where == "/situation"
    assert owner.get("/settings/file").where == "/"
    assert owner.send("/visit/cash", {"cash": "9999"}).where == "/"
    owner.send("/settings", {"cover": "0"}, "/look")
    assert "¥" in owner.get("/").text


def test_no_page_asks_the_network_for_anything(owner, monkeypatch):
    """With every connection refused, each page still comes."""

    def refuse(*_: object) -> None:
        raise AssertionError("a connection was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    for path in (
        "/",
        "/situation",
        "/plan",
        "/plan?compare=1",
        "/settings",
        "/help",
        "/about",
        "/first",
        "/phone",
    ):
        assert owner.get(path).status == 200


def test_a_visitor_in_either_language_gets_that_language(owner):
    words = {"zh": "今天", "en": "Today"}
    for language, word in words.items():
        owner.speaks(language)
        page = owner.get("/")
        assert word in page.words
        assert f'lang="{"zh-Hans" if language == "zh" else "en"}"' in page.text
