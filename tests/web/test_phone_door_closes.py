"""What closes the phone's door again, what others on the network can do about it, and what is noted of it: nothing."""

import re
import socket
import time

import pytest

from ashore.store import keyring
from ashore.web import phone, session, tls_door
from web.phones import SOON_S, Phone, soon, turn_on


def test_turned_off_it_is_closed_and_the_phone_is_out(at_home, visiting):
    assert at_home.send("/phone-door", {}, "/phone-door/off").where == "/phone-door"
    assert phone.current() is None
    assert not session.knows_phone(visiting.cookies[session.PHONE_COOKIE])
    assert soon(lambda: not visiting.is_answered())
    assert keyring.is_open()


@pytest.mark.parametrize(
    ("language", "word"), [("zh", "请先在电脑上打开账本"), ("en", "Open it on the computer first")]
)
def test_unused_for_long_the_book_and_the_door_close_and_no_passphrase_is_asked_for(visiting, language, word):
    session._State.used_s -= session._State.idle_minutes * 60 + 1
    visiting.cookies["lang"] = language
    page = visiting.get("/help")
    assert word in page.words
    assert 'type="password"' not in page.text
    assert not keyring.is_open()
    assert soon(lambda: not visiting.is_answered())


@pytest.mark.parametrize(("action", "word"), [("/lock", "请先在电脑上打开账本"), ("/away", "家庭账本")])
def test_closed_from_the_phone_it_says_so_and_closes(visiting, action, word):
    page = visiting.send("/settings", {}, action)
    assert word in page.words
    assert not keyring.is_open()
    assert soon(lambda: not visiting.is_answered())


def test_locked_on_the_computer_the_door_closes(at_home, visiting):
    at_home.send("/settings", {}, "/lock")
    assert soon(lambda: not visiting.is_answered())


def test_after_half_an_hour_it_closes_unless_it_is_told_to_stay(at_home, visiting, monkeypatch):
    door = phone.current()
    assert door is not None
    before = door.ends_s
    at_home.send("/phone-door", {"do": "longer"})
    assert before < door.ends_s <= time.monotonic() + phone.OPEN_MINUTES * 60
    monkeypatch.setattr(phone, "OPEN_MINUTES", 0)
    at_home.send("/phone-door", {"do": "longer"})
    assert 'class="code' not in at_home.get("/phone-door").text
    assert soon(lambda: not visiting.is_answered())


def test_a_phone_cannot_prolong_its_stay(visiting):
    door = phone.current()
    assert door is not None
    door.ends_s = time.monotonic() - 1
    assert visiting.get("/help").status == 404


def test_a_phone_cannot_keep_the_book_open_for_longer(visiting):
    before = session._State.idle_minutes
    visiting.cookies[session.LOCK] = "5" if before != 5 else "60"
    assert visiting.get("/help").status == 200
    assert session._State.idle_minutes == before


def test_covered_the_code_is_not_shown_and_nothing_is_turned_on_but_off(at_home):
    code = Phone(turn_on(at_home)).code
    at_home.client.cookies[session.COVER] = "1"
    page = at_home.get("/phone-door")
    assert code not in page.text
    assert at_home.post("/phone-door", {**page.form("/phone-door/off"), "do": "code"}).where == "/"
    assert at_home.send("/phone-door", {}, "/phone-door/off").where == "/phone-door"
    assert phone.current() is None


# Others on the network.


def test_who_never_finishes_the_handshake_keeps_nobody_waiting(at_home):
    made = Phone(turn_on(at_home))
    name, port = made.host.split(":")
    slow = [socket.create_connection((name, int(port))) for _ in range(tls_door.CONNECTIONS_MAX - 1)]
    slow[0].sendall(b"\x16\x03\x01\x02")
    started = time.monotonic()
    assert made.come_in().where == "/"
    assert time.monotonic() - started < tls_door.HANDSHAKE_S
    for one in slow:
        one.close()


def test_who_is_slow_is_let_go_of(at_home, monkeypatch):
    monkeypatch.setattr(tls_door, "HANDSHAKE_S", 0.5)
    made = Phone(turn_on(at_home))
    name, port = made.host.split(":")
    slow = [socket.create_connection((name, int(port))) for _ in range(2 * tls_door.CONNECTIONS_MAX)]
    assert made.come_in().where == "/"
    for one in slow:
        one.close()


def test_plain_text_is_answered_by_nothing(at_home):
    made = Phone(turn_on(at_home))
    name, port = made.host.split(":")
    with socket.create_connection((name, int(port)), timeout=SOON_S) as plain:
        plain.sendall(f"GET /phone-in HTTP/1.1\r\nHost: {made.host}\r\n\r\n".encode())
        assert b"HTTP" not in plain.recv(1024)
    assert made.come_in().where == "/"


def test_code_secret_and_amounts_are_in_no_log_and_on_no_stream(at_home, capfd, caplog):
    page = turn_on(at_home)
    made = Phone(page)
    made.come_in("2222-2222")
    made.come_in()
    amounts = re.findall(r"¥[\d,.]+", made.get("/").words)
    made.get("/settings/backup")
    made.get("/nowhere")
    made.get("/", Host="evil.example")
    made.send("/settings", {}, "/lock")
    assert soon(lambda: not made.is_answered())
    out, err = capfd.readouterr()
    secrets = {made.code, made.code.replace("-", ""), made.cookies[session.PHONE_COOKIE], *amounts}
    assert len(secrets) > 4
    assert not [one for one in secrets if one in out + err + caplog.text]
