"""What was read from the open book, as long as nothing in its file has changed: SQLite itself says whether it has.

`data_version` tells what others committed, the count of changed rows what this connection wrote.  The mark is taken
before reading, so that a write in between makes the next reader read anew.  What is kept hangs on the connection, and
goes with it.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from django.db import connections

from ashore.store.cipher import idle
from ashore.store.folder import MAIN

T = TypeVar("T")


def unchanged(name: str, read: Callable[[], T], alias: str = MAIN) -> T:
    """Return what is read from a file, once for all who ask until it changes; never kept within a change."""
    here = connections[alias]
    if here.in_atomic_block:
        return read()
    with here.cursor() as cursor:
        cursor.execute("PRAGMA data_version")
        version = cursor.fetchone()
    kept = cast(idle.Connection, here.connection)
    mark = (version, kept.total_changes)
    known = kept.known.get(name)
    if known is None or known[0] != mark:
        known = kept.known[name] = (mark, read())
    return cast(T, known[1])
