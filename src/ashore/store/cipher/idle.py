"""Connections that are open and that no request uses: the next one takes one of them, and opens no file anew.

Opening a file takes longer than all that a page asks of it.  A connection is kept only where nothing was written
through it: once the last one is closed after a write, the file alone holds everything, for whoever copies it.  None
outlives the moment at which the book closes or a file is removed.
"""

# The stubs do not know the driver.
# pyright: reportUntypedBaseClass=false

from collections.abc import Hashable
from threading import Lock
from typing import Final

from ashore.store.cipher.driver import driver
from ashore.store.cipher.standing import Standing

KEPT_MAX: Final = 8
"""As many as there are threads that answer."""


class Connection(driver.Connection):
    """A connection that knows its file, how that stood, its turn, and what was read through it, each with its mark.

    A turn ends when all connections that nobody uses are closed; one of an earlier turn is not kept.
    """

    file: Hashable
    stood: Standing | None
    turn: int
    known: dict[str, tuple[object, object]]


class _State:
    turn: int = 0
    kept: Final[list[Connection]] = []


_alone: Final = Lock()


def turn() -> int:
    """Return the number of this turn; to be asked for before the file, so that none is kept beyond its turn."""
    return _State.turn


def begun(connection: Connection, file: Hashable, stood: Standing | None, since: int) -> Connection:
    """Return a new connection with what it is to know: its file, how that stands, and the turn before it was opened."""
    connection.file, connection.stood, connection.turn, connection.known = file, stood, since, {}
    return connection


def take(file: Hashable) -> Connection | None:
    """Return a connection to a file that nobody uses, the one used last; None where there is none."""
    with _alone:
        place = next((at for at in range(len(_State.kept) - 1, -1, -1) if _State.kept[at].file == file), None)
        return None if place is None else _State.kept.pop(place)


def give_back(connection: Connection) -> None:
    """Keep a connection for the next request; after a write close it, and each of the others once nobody uses it."""
    wrote = bool(connection.total_changes)
    with _alone:
        fits = connection.turn == _State.turn and len(_State.kept) < KEPT_MAX
        if fits and not wrote and not connection.in_transaction:
            _State.kept.append(connection)
            return
    if wrote:
        close_all()
    connection.close()


def close_all() -> None:
    """Close every connection that nobody uses, and let none that is in use now be kept."""
    with _alone:
        _State.turn += 1
        gone = _State.kept[:]
        _State.kept.clear()
    for connection in gone:
        connection.close()
