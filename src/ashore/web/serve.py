"""Serving the app on this machine alone, and letting one browser in."""

import socket
import threading
import time
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.core.wsgi import get_wsgi_application
from waitress.server import create_server

from ashore.store import keyring
from ashore.store.folder import open_folder
from ashore.texts.sentences import word
from ashore.web import guard, session
from ashore.web.config import Place, configure

HOST: Final = "127.0.0.1"
LOOK_S: Final = 5
THREADS: Final = 4
DOOR: Final = "open.html"
DOOR_PAGE: Final = (
    '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
    '<meta http-equiv="refresh" content="0;url={address}"><title>{title}</title>'
)


def free_port() -> int:
    """Return a port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def serve(folder: Path, port: int, tell: Callable[[str], None], *, opens: bool) -> None:
    """Serve until interrupted; `tell` gets the address with the token that works once.  Raises OSError."""
    home = open_folder(folder)
    configure(Place(home, port))
    server = create_server(
        get_wsgi_application(),
        host=HOST,
        port=port,
        threads=THREADS,
        ident="",
        clear_untrusted_proxy_headers=True,
    )
    address = f"http://{HOST}:{port}/start#{session.new_token()}"
    door = home.path / DOOR
    if opens:
        _write_private(door, DOOR_PAGE.format(address=address, title=word("first-page-title", "zh")))
        webbrowser.open(door.as_uri())
    tell(address)
    threading.Thread(target=_watch, args=(door,), daemon=True).start()
    try:
        server.run()
    finally:
        door.unlink(missing_ok=True)
        guard.close()


def _write_private(path: Path, text: str) -> None:
    """Write a file that nobody else on this machine can read: it holds the token until it is used."""
    path.unlink(missing_ok=True)
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")


def _watch(door: Path) -> None:
    """Close a book that nobody has used for a while, and take the door away once somebody is in."""
    while True:
        time.sleep(LOOK_S)
        if session.is_used():
            door.unlink(missing_ok=True)
        if keyring.is_open() and session.is_idle():
            guard.close()
