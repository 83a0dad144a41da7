"""A machine at home, its phone's door, and a phone: real sockets, real TLS; for the tests of the door."""

import http.client
import re
import socket
import ssl
import threading
import time
from hashlib import sha256
from ipaddress import IPv4Address
from urllib.parse import urlencode

import pytest
from waitress import wasyncore

from ashore.web import phone, tls_door
from ashore.web.serve import free_port, new_server
from ashore.web.views import phone_door
from web.asking import Answer

HOME = IPv4Address("127.0.0.1")
"""Stands for this machine's address on a home network, which a test cannot count on."""
SOON_S = 10


@pytest.fixture(scope="module")
def app_port():
    """Serve the app, and return its own port."""
    port = free_port()
    server = new_server(port)
    running = threading.Thread(target=server.run)
    running.start()
    yield port
    server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
    running.join(SOON_S)
    server.task_dispatcher.shutdown()
    assert not running.is_alive()


@pytest.fixture
def at_home(app_port, owner, monkeypatch):
    """Return the computer's browser before an open book, on a machine with one address at home."""
    monkeypatch.setattr(phone_door, "home_addresses", lambda: (HOME,))
    monkeypatch.setattr(tls_door, "LINGER_S", 0.3)
    yield owner
    phone.turn_off()
    assert soon(lambda: all("_run" not in one.name for one in threading.enumerate()))


def soon(true):
    """Wait until something is so.  Returns whether it came to be."""
    until = time.monotonic() + SOON_S
    while not true() and time.monotonic() < until:
        time.sleep(0.02)
    return true()


def turn_on(owner):
    """Turn the door on.  Returns the page that says how to come in."""
    assert owner.send("/phone-door", {"do": "on"}).where == "/phone-door"
    return owner.get("/phone-door")


def shown(page):
    """Return the address, the fingerprint and the code that a page shows."""
    address, rows, code = re.findall(r'<p class="code[^>]*>(.*?)</p>', page.text)
    return address.replace("<wbr>", ""), re.sub(r"<[^>]+>|\s", "", rows), code


class Phone:
    """A phone's browser: it pins the certificate whose fingerprint the page shows, and keeps its cookies."""

    def __init__(self, page, language="zh"):
        address, fingerprint, self.code = shown(page)
        self.host = address.removeprefix("https://").removesuffix("/phone-in")
        self.cookies = {"lang": language}
        name, port = self.host.split(":")
        self.certificate = ssl.get_server_certificate((name, int(port)))
        assert sha256(ssl.PEM_cert_to_DER_cert(self.certificate)).hexdigest().upper() == fingerprint

    def ask(self, method, path, fields=None, **headers):
        """Send a request as it is, and keep the cookies that come back."""
        held = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        connection = http.client.HTTPSConnection(
            self.host, context=ssl.create_default_context(cadata=self.certificate), timeout=60
        )
        try:
            body = urlencode(fields) if fields else None
            form = {"Content-Type": "application/x-www-form-urlencoded"} if fields else {}
            connection.request(method, path, body, {"Cookie": held, **form, **headers})
            response = connection.getresponse()
            text = response.read().decode(errors="replace")
        finally:
            connection.close()
        for line in response.headers.get_all("Set-Cookie", []):
            name, _, value = line.partition(";")[0].partition("=")
            self.cookies[name] = value
        return Answer(
            response.status, text, response.headers.get("Location", ""), dict(response.headers.items())
        )

    def get(self, path, **headers):
        """Return a page."""
        return self.ask("GET", path, **headers)

    def post(self, path, fields, **headers):
        """Send fields as a page of this door does."""
        return self.ask("POST", path, fields, **{"Origin": f"https://{self.host}", **headers})

    def send(self, path, filled, action=""):
        """Fill in the form of a page and send it."""
        to = action or path
        return self.post(to, {**self.get(path).form(to), **filled})

    def come_in(self, code=""):
        """Type a code; the one shown if no other."""
        return self.send("/phone-in", {"code": code or self.code})

    def is_answered(self):
        """Return whether anything is heard behind the address."""
        name, port = self.host.split(":")
        with socket.socket() as probe:
            return probe.connect_ex((name, int(port))) == 0


@pytest.fixture
def visiting(at_home):
    """Return a phone that was let in."""
    made = Phone(turn_on(at_home))
    assert made.come_in().where == "/"
    return made
