"""The phone's door over real sockets and real TLS: who comes in, with what, and what a phone may do."""

import http.client
import re
import socket
import time
from ipaddress import IPv4Address
from itertools import cycle, product, repeat

import pytest
from cryptography import x509

from ashore.store import book, keyring
from ashore.web import guard, home_network, phone, session
from ashore.web.home_network import private_of
from ashore.web.urls import urlpatterns
from ashore.web.views import phone_door
from open_book import PORT
from web.asking import ORIGIN
from web.phones import HOME, Phone, soon, turn_on

OWN = f"127.0.0.1:{PORT}"
ID = "4ed94a1f-53de-4a54-9d3b-6a4e8f4e2e9e"
REFUSED = (
    "/start", "/unlock", "/restore", "/example", "/phone-door", "/phone-door/off", "/settings/file", "/settings/import",
    "/settings/backup", "/settings/passphrase", "/settings/code", "/settings/delete", "/notes/causes",
    "/notes/wellbeing", "/wellbeing/goal",
)  # fmt: skip
"""What takes the book out, replaces or deletes it, asks for a passphrase or the token, or is for no other eyes."""


def over_loopback(app_port, path, method="GET", **headers):
    """Ask the app's own port, as any program on this machine can.  Returns the status."""
    connection = http.client.HTTPConnection("127.0.0.1", app_port, timeout=60)
    try:
        connection.request(method, path, None, headers)
        return connection.getresponse().status
    finally:
        connection.close()


# Off by default; turned on; what is shown.


@pytest.mark.parametrize(("language", "word"), [("zh", "在手机上打开"), ("en", "Open on my phone")])
def test_it_is_off_until_it_is_turned_on(at_home, language, word):
    at_home.speaks(language)
    assert word in at_home.get("/settings").words
    page = at_home.get("/phone-door")
    assert word in page.words
    assert 'class="code' not in page.text
    assert phone.current() is None


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", ("公共 Wi-Fi", "SHA-256", "没有别人替它担保")),
        ("en", ("public Wi-Fi", "SHA-256", "nobody else vouches")),
    ],
)
def test_what_is_shown_is_what_is_served(at_home, language, words):
    at_home.speaks(language)
    page = turn_on(at_home)
    made = Phone(page, language)  # compares the fingerprint
    assert all(one in page.words for one in words)
    certificate = x509.load_pem_x509_certificate(made.certificate.encode())
    assert certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value == (
        x509.SubjectAlternativeName([x509.IPAddress(HOME)])
    )
    assert (certificate.not_valid_after_utc - certificate.not_valid_before_utc).total_seconds() <= 25 * 3600
    assert re.fullmatch(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}", made.code)
    door = phone.current()
    assert door is not None
    assert door.tls._listener.getsockname()[0] == str(HOME)


def test_each_time_the_certificate_the_port_and_the_code_are_new(at_home):
    first = Phone(turn_on(at_home))
    at_home.send("/phone-door", {}, "/phone-door/off")
    second = Phone(turn_on(at_home))
    assert first.certificate != second.certificate
    assert (first.host, first.code) != (second.host, second.code)
    assert soon(lambda: not first.is_answered())
    assert second.is_answered()


def test_a_machine_without_an_address_at_home_is_told_so(at_home, monkeypatch):
    page = at_home.get("/phone-door")
    monkeypatch.setattr(phone_door, "home_addresses", tuple)
    assert "没有连在家庭网络上" in at_home.get("/phone-door").words
    fields = {**page.form("/phone-door"), "do": "on"}
    assert at_home.post("/phone-door", fields).status == 400
    assert phone.current() is None


def test_with_several_addresses_the_person_chooses(at_home, monkeypatch):
    other = IPv4Address("192.168.7.7")
    monkeypatch.setattr(phone_door, "home_addresses", lambda: (HOME, other))
    assert at_home.get("/phone-door").text.count('type="radio"') == 2
    assert (
        at_home.send("/phone-door", {"do": "on", "address": str(other)}).status == 400
    )  # not of this machine
    assert at_home.send("/phone-door", {"do": "on", "address": "0.0.0.0"}).status == 400  # noqa: S104 - refused
    assert phone.current() is None
    assert at_home.send("/phone-door", {"do": "on", "address": str(HOME)}).where == "/phone-door"


def test_only_private_addresses_count_the_most_frequent_first():
    found = [
        "192.168.1.5",
        "8.8.8.8",
        "10.8.0.2",
        "127.0.0.1",
        "100.64.0.1",
        "169.254.3.3",
        "172.32.0.1",
        "192.168.1.5",
    ]
    assert private_of(found) == (IPv4Address("192.168.1.5"), IPv4Address("10.8.0.2"))


def test_asking_for_the_addresses_sends_nothing(monkeypatch):
    def refuse(*_: object) -> None:
        raise AssertionError("something was sent")

    for name in ("send", "sendall", "sendto", "sendmsg"):
        monkeypatch.setattr(socket.socket, name, refuse, raising=False)
    assert all(one.is_private for one in home_network.home_addresses())


# The code.


def test_the_code_works_once(at_home):
    page = turn_on(at_home)
    first, second = Phone(page), Phone(page)
    assert first.come_in(first.code.lower().replace("-", " ")).where == "/"
    cookie = first.cookies[session.PHONE_COOKIE]
    assert cookie
    assert second.come_in().status == 403
    assert session.PHONE_COOKIE not in second.cookies
    assert first.get("/").status == 200
    assert first.code not in at_home.get("/phone-door").text


def test_its_cookie_is_for_tls_alone_and_for_no_script(at_home):
    made = Phone(turn_on(at_home))
    assert "Secure" in made.get("/phone-in").headers["Set-Cookie"]  # that of the form's mark
    lines = made.come_in().headers["Set-Cookie"]
    assert lines.startswith("__Host-p=")
    assert all(part in lines for part in ("Secure", "HttpOnly", "SameSite=Strict", "Path=/"))
    assert "Domain" not in lines


@pytest.mark.parametrize(
    ("language", "words"), [("zh", ("还能试 4 次", "用完了")), ("en", ("left: 4", "the last try"))]
)
def test_five_wrong_codes_close_the_door(at_home, language, words):
    made = Phone(turn_on(at_home), language)
    first = made.come_in("2222-2222" if made.code != "2222-2222" else "3333-3333")
    assert first.status == 403
    assert words[0] in first.words
    for _ in range(3):
        made.come_in("!!")
    assert words[1] in made.come_in("no").words
    assert phone.current() is None
    assert soon(lambda: not made.is_answered())


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "没有可用的配对码"), ("en", "No code works just now")]
)
def test_after_five_minutes_the_code_is_worth_nothing(at_home, language, words):
    made = Phone(turn_on(at_home), language)
    door = phone.current()
    assert door is not None
    assert 290 < door.code.ends_s - time.monotonic() <= 300
    door.code.ends_s -= 300
    answer = made.come_in()
    assert (answer.status, words in answer.words) == (403, True)
    assert made.code not in at_home.get("/phone-door").text


def test_guessing_where_no_code_is_valid_closes_nothing(visiting):
    other = Phone.__new__(Phone)
    other.__dict__ = {**visiting.__dict__, "cookies": {}}
    assert all(other.come_in("2222-2222").status == 403 for _ in range(6))
    assert visiting.get("/").status == 200


def test_one_phone_at_a_time(at_home):
    first = Phone(turn_on(at_home))
    first.come_in()
    at_home.send("/phone-door", {"do": "code"})
    second = Phone(at_home.get("/phone-door"))
    assert second.come_in().where == "/"
    assert (second.get("/").status, first.get("/").status) == (200, 404)


# Host, origin, cookie: each door has its own.


@pytest.mark.parametrize("path", ["/", "/phone-in", "/static/web/app.css"])
def test_a_host_belongs_to_its_door_alone(visiting, app_port, path):
    name, port = visiting.host.split(":")
    for host in (
        OWN,
        f"localhost:{PORT}",
        f"localhost:{port}",
        name,
        f"evil.example:{port}",
        f"{name}.:{port}",
    ):
        assert visiting.get(path, Host=host).status in (400, 403)
    assert visiting.get(path).status in (200, 302)
    for cookie in visiting.cookies[session.PHONE_COOKIE], session._State.secret:
        held = {"Cookie": f"s={cookie}; {session.PHONE_COOKIE}={cookie}"}
        assert over_loopback(app_port, path, Host=visiting.host, **held) == 403


def test_a_cookie_belongs_to_its_door_alone(visiting, app_port):
    own, phones = session._State.secret, visiting.cookies[session.PHONE_COOKIE]
    assert over_loopback(app_port, "/help", Host=OWN, Cookie=f"s={own}") == 200
    assert over_loopback(app_port, "/help", Host=OWN, Cookie=f"s={phones}") == 404
    assert over_loopback(app_port, "/help", Host=OWN, Cookie=f"{session.PHONE_COOKIE}={phones}") == 404
    for name, value in product(("s", session.PHONE_COOKIE), (own, "", "x" * 43)):
        visiting.cookies = {name: value}
        assert visiting.get("/help").status == 404
    visiting.cookies = {"s": phones}
    assert visiting.get("/help").status == 404


@pytest.mark.parametrize(
    "header", ["Forwarded", "X-Forwarded-For", "X-Forwarded-Proto", "Ashore-Door", "Remote-Addr"]
)
def test_no_header_opens_the_phones_door_from_this_machine(visiting, app_port, header):
    held = f"{session.PHONE_COOKIE}={visiting.cookies[session.PHONE_COOKIE]}"
    claimed = {"Host": visiting.host, "Cookie": held, header: f"phone {visiting.host}"}
    assert over_loopback(app_port, "/", **claimed) == 403


def test_no_write_from_another_origin_or_without_the_forms_mark(visiting):
    name, port = visiting.host.split(":")
    before = book.load().text
    form = {**visiting.get("/add/income").form("/add/income"), "name": "x", "amount": "1"}
    origins = ("null", ORIGIN, f"http://{visiting.host}", f"https://localhost:{port}", f"https://{name}", "")
    for origin in origins:
        assert visiting.post("/add/income", form, Origin=origin).status == 403
    assert visiting.ask("POST", "/add/income", form).status == 403
    del form["csrfmiddlewaretoken"]
    assert visiting.post("/add/income", form).status == 403
    assert visiting.post("/phone-in", {"code": "2222-2222"}).status == 403
    assert book.load().text == before


def test_the_phones_page_is_not_there_on_the_computer(at_home):
    turn_on(at_home)
    assert at_home.get("/phone-in").status == 404


# What a phone may and may not.


def test_a_phone_reads_and_changes(visiting):
    for path in ("/", "/situation", "/plan", "/checkin", "/help", "/about", "/first"):
        page = visiting.get(path)
        assert page.status == 200
        assert page.headers["Content-Security-Policy"] == guard.POLICY
        assert page.headers["Cache-Control"] == "no-store"
    assert visiting.send("/add/income", {"name": "Odd jobs", "amount": "321.00"}).status == 302
    assert "Odd jobs" in book.load().text


@pytest.mark.parametrize(("language", "word"), [("zh", "只能在电脑上做"), ("en", "On the computer only")])
def test_a_phone_takes_out_replaces_and_destroys_nothing(visiting, folder, language, word):
    visiting.cookies["lang"] = language
    before, mark = book.load().text, visiting.get("/help").form("/away")["csrfmiddlewaretoken"]
    for path in REFUSED:
        posted = visiting.post(path, {"csrfmiddlewaretoken": mark, "word": "删除", "do": "on", "key": ID})
        for answer in visiting.get(path), posted:
            assert (answer.status, word in answer.words) == (404, True), path
            assert 'type="password"' not in answer.text
    assert book.load().text == before
    assert not folder.is_new


def test_every_page_named_for_the_phone_is_there():
    assert {one.name for one in urlpatterns} >= guard.FOR_THE_PHONE


def test_a_phones_settings_lead_nowhere_that_is_refused(visiting):
    page = visiting.get("/settings")
    assert page.status == 200
    assert not {path for path in REFUSED if f'"{path}"' in page.text}
    visiting.send("/settings", {"cover": "1"}, "/look")
    assert "¥" not in visiting.get("/").text


METHODS = ("GET", "POST", "PUT", "DELETE", "OPTIONS")


def every_path():
    """Return an address of each page there is."""
    kinds = {"uuid": ID, "int": "1", "slug": "debt"}
    return [re.sub(r"<(\w+):\w+>", lambda found: kinds[found[1]], f"/{one.pattern}") for one in urlpatterns]


def some_asked() -> list[tuple[str, str]]:
    """Return each path looked at, and asked in one other way, those in turn."""
    paths = every_path()
    return [*zip(paths, repeat("GET")), *zip(paths, cycle(METHODS[1:]))]


def all_asked() -> list[tuple[str, str]]:
    """Return each path with each way to ask it."""
    return list(product(every_path(), METHODS))


@pytest.mark.parametrize("asked", [some_asked, pytest.param(all_asked, marks=pytest.mark.long)])
def test_a_stranger_on_the_network_gets_nothing_but_the_form(at_home, asked):
    made = Phone(turn_on(at_home), "en")
    for path, method in asked():
        if path not in guard.OPEN_TO_PHONES:
            answer = made.ask(method, path, Origin=f"https://{made.host}")
            assert (answer.status, answer.text) == (404, "")
    page = made.get("/phone-in")
    leads = re.findall(r'<nav\b|action="[^"]*"|<a [^>]*href="(?!tel:)[^"]*"', page.text)
    assert leads == ['action="/phone-in"'], "numbers to call, and the form"
    assert "debt" not in page.words.lower()


def test_a_stranger_closes_no_book_and_keeps_none_open(at_home):
    made = Phone(turn_on(at_home))
    used_s = session._State.used_s
    mark = made.get("/phone-in").form("/phone-in")
    assert made.post("/away", mark).status == 200
    assert made.get("/help").status == 404
    assert keyring.is_open()
    assert session._State.used_s == used_s


def test_much_is_not_even_listened_to(at_home):
    made = Phone(turn_on(at_home))
    answer = made.ask("POST", "/phone-in", None, **{"Content-Length": str(1 << 19)})
    assert answer.status == 413
