"""One database file of the open book: brought up to date, copied, looked through, removed."""

import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connections
from django.db.migrations.executor import MigrationExecutor

from ashore.store import keyring
from ashore.store.cipher import idle
from ashore.store.cipher.driver import driver
from ashore.store.faults import Damaged, UnreadableBackup
from ashore.store.folder import BEFORE, MAIN
from ashore.store.keyring import OpenBook

NOTES: Final = ("private", "private_note")
ROWS: Final[Mapping[str, tuple[str, str]]] = {
    MAIN: ("store", "store_entry"), "causes": NOTES, "wellbeing": NOTES, "mood": NOTES,
    "bills": ("bills", "bills_row"), "photos": ("photos", "photos_photo"),
}  # fmt: skip
"""Whose tables each database has, and the table of its rows."""


def rows_of(alias: str) -> tuple[str, str]:
    """Return whose tables a database has, and the table of its rows."""
    return ROWS[alias]


def bring_up(alias: str) -> None:
    """Bring a file's tables up to date, with a copy from before where it had any; a file that is not there is made."""
    app, _ = rows_of(alias)
    executor = MigrationExecutor(connections[alias])
    if not executor.migration_plan(executor.loader.graph.leaf_nodes(app)):
        return
    if executor.loader.applied_migrations:
        _copy_before(alias)
    call_command("migrate", app, database=alias, verbosity=0, interactive=False)
    keep_private(keyring.held().file(alias).path)


def _copy_before(alias: str) -> None:
    """Keep a copy of a file as it was before its tables change, opened and looked through."""
    file = keyring.held().file(alias)
    target = file.path.parent / BEFORE
    target.mkdir(exist_ok=True)
    kept = target / f"{file.path.stem}-{secrets.token_hex(4)}.db"
    copy(alias, kept)
    check(alias, OpenBook(kept, file.key))


def copy(alias: str, target: Path) -> None:
    """Write a consistent copy of an open file, under the same key, while it may be in use."""
    with connections[alias].cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    keep_private(target)


def check(alias: str, file: OpenBook) -> int:
    """Return how many rows a copy has, after every page and row was looked at.  Raises UnreadableBackup."""
    _, table = rows_of(alias)
    try:
        opened = driver.connect(str(file.path))
        try:
            opened.execute(f"PRAGMA key = \"x'{file.key.hex()}'\"")
            faults = opened.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = opened.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            count = opened.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - one of two names above
        finally:
            opened.close()
    except driver.DatabaseError as error:
        raise UnreadableBackup("backup-unreadable") from error
    if faults or not sound:
        raise UnreadableBackup("backup-unreadable")
    return int(count)


@contextmanager
def sound(code: str) -> Generator[None]:
    """Tell a file that cannot be read from one for which there is no room.  Raises Damaged with a code."""
    try:
        yield
    except OperationalError:
        raise
    except (DatabaseError, UnreadableBackup) as error:
        raise Damaged(code) from error


def write_down(path: Path, data: bytes) -> None:
    """Write a new file down to the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def remove_file(path: Path) -> None:
    """Delete a file, and what SQLite keeps beside it; no connection to it is kept."""
    idle.close_all()
    for one in (path, *beside(path)):
        one.unlink(missing_ok=True)


def beside(path: Path) -> tuple[Path, ...]:
    """Return what SQLite keeps beside a file."""
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def keep_private(path: Path) -> None:
    """Let nobody else on this machine read a file."""
    path.chmod(0o600)
