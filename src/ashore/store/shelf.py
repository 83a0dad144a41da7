"""Making, opening, copying and clearing away books: what is done to a whole file rather than to what stands in it."""

import io
import os
import secrets
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Final

from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor

from ashore.documents.files import write_whole
from ashore.errors import AshoreError
from ashore.store import keyring
from ashore.store.cipher.driver import driver
from ashore.store.folder import BEFORE, BOOK, KEYS, Folder
from ashore.store.keyring import OpenBook
from ashore.store.vault import KEY_BYTES, UnreadableVault, new_vault, read_vault

NEW: Final = 'format = "ashore/1"\n\n[household]\nas_of = {today}\njurisdiction = "cn"\n'
_alone: Final = RLock()
"""Whole books are made, opened, restored and deleted one at a time."""
BACKUP_MAX: Final = 1 << 30


class BookExists(AshoreError):
    """There is a book already: nothing was made or changed."""


class UnreadableBackup(AshoreError):
    """A file that is no backup, is damaged, or is not opened by this passphrase: nothing was changed."""


def create(folder: Folder, passphrase: str, fill: Callable[[], None]) -> str:
    """Make the book, open it, let it be filled.  Returns the recovery code.

    The key file comes last: a book that was not finished is set aside and made anew.  Raises WeakPassphrase, and
    BookExists where there is one.
    """
    with _alone:
        if not folder.is_new:
            raise BookExists("book-exists")
        vault, key, code = new_vault(passphrase)
        _put_aside(folder)
        remove_file(folder.book)
        _open(OpenBook(folder.book, key))
        fill()
        write_whole(folder.keys, vault.dump())
        _private(folder.keys)
        return code


def unlock(folder: Folder, secret: str) -> None:
    """Open the book with the passphrase or the recovery code.  Raises WrongSecret or UnreadableVault."""
    with _alone:
        key = read_vault(folder.keys.read_text(encoding="utf-8")).open(secret)
        if not folder.book.exists():
            raise UnreadableBackup("book-missing")
        _open(OpenBook(folder.book, key))


def open_demo(folder: Folder) -> None:
    """Open the example in a file of its own, new each time, under a key that nobody keeps."""
    with _alone:
        remove_file(folder.demo)
        _open(OpenBook(folder.demo, secrets.token_bytes(KEY_BYTES), demo=True))


def lock() -> None:
    """Close the book."""
    connections.close_all()
    keyring.forget()


def new_code(folder: Folder, secret: str) -> str:
    """Return a new recovery code; the old one opens the book no more.  Raises WrongSecret."""
    with _alone:
        vault = read_vault(folder.keys.read_text(encoding="utf-8"))
        changed, code = vault.with_code(vault.open(secret))
        write_whole(folder.keys, changed.dump())
    return code


def new_passphrase(folder: Folder, secret: str, passphrase: str) -> None:
    """Change the passphrase; the recovery code stays.  Raises WrongSecret or WeakPassphrase."""
    with _alone:
        vault = read_vault(folder.keys.read_text(encoding="utf-8"))
        write_whole(folder.keys, vault.with_passphrase(vault.open(secret), passphrase).dump())


def _open(book: OpenBook) -> None:
    """Open a book and bring its tables up to date, with a copy from before where that changes them."""
    connections.close_all()
    keyring.hold(book)
    try:
        if book.path.exists() and _waiting():
            _copy_before(book)
        call_command("migrate", verbosity=0, interactive=False)
        _private(book.path)
    except BaseException:
        lock()
        raise


def _waiting() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _copy_before(book: OpenBook) -> None:
    """Keep a copy of the book as it was before its tables change, opened and looked through."""
    target = book.path.parent / BEFORE
    target.mkdir(exist_ok=True)
    copy = target / f"{book.path.stem}-{secrets.token_hex(4)}.db"
    _copy(copy)
    _check(copy, book.key)


def _copy(target: Path) -> None:
    """Write a consistent copy of the open book, under the same key, while it may be in use."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM INTO %s", [str(target)])
    _private(target)


def _check(path: Path, key: bytes) -> int:
    """Return how many entries a copy has, after every page and row was looked at.  Raises UnreadableBackup."""
    try:
        copy = driver.connect(str(path))
        try:
            copy.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            faults = copy.execute("PRAGMA cipher_integrity_check").fetchall()
            sound = copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            count = copy.execute("SELECT count(*) FROM store_entry").fetchone()[0]
        finally:
            copy.close()
    except driver.DatabaseError as error:
        raise UnreadableBackup("backup-unreadable") from error
    if faults or not sound:
        raise UnreadableBackup("backup-unreadable")
    return int(count)


def back_up(folder: Folder) -> bytes:
    """Return a backup: the book and its key file in one, both encrypted, opened and looked through before it counts."""
    aside = folder.path / f".{secrets.token_hex(8)}.part"
    try:
        _copy(aside)
        _check(aside, keyring.held().key)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            archive.write(aside, BOOK)
            archive.write(folder.keys, KEYS)
    finally:
        remove_file(aside)
    return out.getvalue()


def restore(folder: Folder, data: bytes, secret: str) -> None:
    """Put a backup in the place of the book and open it; the book there was is kept beside, under `before`.

    Raises UnreadableBackup or WrongSecret; then nothing was changed.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if any(archive.getinfo(name).file_size > BACKUP_MAX for name in (BOOK, KEYS)):
                raise UnreadableBackup("backup-unreadable")
            book, keys = archive.read(BOOK), archive.read(KEYS).decode()
    except (zipfile.BadZipFile, KeyError, UnicodeDecodeError) as error:
        raise UnreadableBackup("backup-unreadable") from error
    key = _key_of(keys, secret)
    fresh = folder.path / f"book-{secrets.token_hex(4)}.db"
    with _alone:
        try:
            _write_down(fresh, book)
            _check(fresh, key)
            _put_aside(folder)
            old = folder.book
            # The key file names the book: replacing it is the one moment at which the other book counts.
            write_whole(folder.keys, replace(read_vault(keys), book=fresh.name).dump())
        except BaseException:
            remove_file(fresh)
            raise
        lock()
        remove_file(old)
        _private(folder.keys)
        _open(OpenBook(fresh, key))


def _write_down(path: Path, data: bytes) -> None:
    """Write a new file down to the disk."""
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _key_of(keys: str, secret: str) -> bytes:
    """Return the key in a backup's key file.  Raises WrongSecret or UnreadableBackup."""
    try:
        return read_vault(keys).open(secret)
    except UnreadableVault as error:
        raise UnreadableBackup("backup-unreadable") from error


def _put_aside(folder: Folder) -> None:
    """Keep a copy of the book with its key file; together they open again with the passphrase they had."""
    if not (folder.book.exists() or folder.keys.exists()):
        return
    kept = folder.path / BEFORE / secrets.token_hex(4)
    kept.mkdir(parents=True)
    is_open = keyring.is_open() and keyring.held().path == folder.book
    if is_open:
        _copy(kept / folder.book.name)
    for path in (folder.book, *_beside(folder.book), folder.keys):
        if path.exists() and not (is_open and path != folder.keys):
            _write_down(kept / path.name, path.read_bytes())


def delete_all(folder: Folder) -> None:
    """Close the book and delete everything: the key file first, without which no copy can be read any more."""
    with _alone:
        lock()
        remove_file(folder.keys)
        for path in folder.path.glob("*.db*"):
            path.unlink()
        kept = folder.path / BEFORE
        for path in sorted(kept.rglob("*"), reverse=True) if kept.exists() else ():
            path.rmdir() if path.is_dir() else path.unlink()
        if kept.exists():
            kept.rmdir()


def new_text(today: date) -> str:
    """Return the file of a household of which nothing is known yet."""
    return NEW.format(today=today.isoformat())


def remove_file(path: Path) -> None:
    """Delete a file, and what SQLite keeps beside it."""
    for one in (path, *_beside(path)):
        one.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))


def _private(path: Path) -> None:
    """Let nobody else on this machine read a file."""
    path.chmod(0o600)
