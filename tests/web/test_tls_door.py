"""A door that closes while somebody knocks lets go of everybody it has taken in."""

import gc
import socket
import ssl
import sys
import threading
import time

import pytest

from ashore.web import tls_door
from ashore.web.tls_door import TlsDoor
from web.phones import soon


def knock(address: str, until: threading.Event) -> None:
    """Come to a door again and again, saying nothing, until it is told to stop or nobody is there."""
    host, port = address.split(":")
    while not until.is_set():
        try:
            with socket.create_connection((host, int(port)), timeout=1):
                pass
        except OSError:
            return


@pytest.mark.filterwarnings("error::ResourceWarning")
@pytest.mark.parametrize("doors", [4, pytest.param(40, marks=pytest.mark.long)])
def test_nobody_is_left_behind_when_it_closes(monkeypatch, doors):
    monkeypatch.setattr(tls_door, "LINGER_S", 0)
    left: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", left.append)
    for number in range(doors):
        door = TlsDoor("127.0.0.1", ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), lambda *_: None)
        enough = threading.Event()
        knocking = threading.Thread(target=knock, args=(door.host, enough))
        knocking.start()
        time.sleep(0.001 * (number % 20))
        door.close()
        assert soon(lambda: all("_run" not in one.name for one in threading.enumerate()))
        enough.set()
        knocking.join(10)
    gc.collect()
    assert not left
