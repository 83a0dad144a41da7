"""Serving the app on this machine alone, and letting one browser in."""

import signal
import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from copy import copy
from pathlib import Path
from types import FrameType
from typing import Final, Protocol, cast

from django.core.wsgi import get_wsgi_application
from waitress.adjustments import Adjustments
from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher

from ashore.store import keyring
from ashore.store.folder import open_folder
from ashore.texts.sentences import word
from ashore.web import guard, phone, session
from ashore.web.config import Place, configure
from ashore.web.doors import PHONE, marked

HOST: Final = "127.0.0.1"
LOOK_S: Final = 5
THREADS: Final = 8
PHONE_BODY_BYTES: Final = 1 << 18
IN_MEMORY_BYTES: Final = 1 << 30
"""As much as may be sent: neither what is sent (a bill) nor what is shown is put down in a file on the way."""
PHONE_HEADER_BYTES: Final = 1 << 15
DOOR: Final = "open.html"
DOOR_PAGE: Final = (
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
    '<meta http-equiv="refresh" content="0;url={address}"><title>{title}</title>'
)


class Trigger(Protocol):
    """What wakes the thread that hears all connections."""

    def pull_trigger(self, thunk: Callable[[], object]) -> None:
        """Let that thread do something."""


class Server(Protocol):
    """What is used of waitress's server; its stubs know less, and some of it otherwise."""

    adj: Adjustments
    trigger: Trigger
    task_dispatcher: ThreadedTaskDispatcher
    channel_class: Callable[..., object]
    _map: dict[int, socket.socket]

    def run(self) -> None:
        """Serve until interrupted."""


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def serve(folder: Path, port: int, tell: Callable[[str], None], *, opens: bool) -> None:
    """Serve until interrupted; `tell` gets the address with the token that works once.  Raises OSError."""
    home = open_folder(folder)
    configure(Place(home, port))
    server = new_server(port)
    address = f"http://{HOST}:{port}/start#{session.new_token()}"
    door = home.path / DOOR
    if opens:
        _write_private(door, DOOR_PAGE.format(address=address, title=word("first-page-title", "zh")))
        webbrowser.open(door.as_uri())
    tell(address)
    threading.Thread(target=_watch, args=(door,), daemon=True).start()
    signal.signal(signal.SIGTERM, _stop)
    try:
        server.run()
    finally:
        door.unlink(missing_ok=True)
        guard.close()


def new_server(port: int) -> Server:
    """Return the server of the app, which the phone's door leads to as well.  Raises OSError."""
    made: object = create_server(
        marked(get_wsgi_application()),
        host=HOST,
        port=port,
        threads=THREADS,
        ident="",
        inbuf_overflow=IN_MEMORY_BYTES,
        outbuf_overflow=IN_MEMORY_BYTES,
        clear_untrusted_proxy_headers=True,
    )
    server = cast(Server, made)
    # Who is on the network may be anyone: what a phone sends is small, and is never put down in a file on the way.
    small = copy(server.adj)
    small.max_request_body_size, small.max_request_header_size = PHONE_BODY_BYTES, PHONE_HEADER_BYTES

    def take(end: socket.socket, host: str) -> None:
        """Take a connection in as `accept` does, in the thread that hears them all."""
        server.trigger.pull_trigger(
            lambda: server.channel_class(server, end, (PHONE + host, 0), small, map=server._map)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - as in its own `handle_accept`
        )

    phone.leads_to(take)
    return server


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End as Ctrl-C does: the book is closed and the door taken away."""
    raise KeyboardInterrupt


def _write_private(path: Path, text: str) -> None:
    """Write a file that nobody else on this machine can read: it holds the token until it is used."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def _watch(door: Path) -> None:
    """Close a book that nobody has used for a while, take the file away once somebody is in, end the phone's time."""
    while True:
        time.sleep(LOOK_S)
        if session.is_used():
            door.unlink(missing_ok=True)
        if keyring.is_open() and session.is_idle():
            guard.close()
        phone.current()
