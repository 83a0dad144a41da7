"""Making, opening, copying and clearing away books: what is done to a whole file rather than to what stands in it."""

import io
import os
import secrets
import shutil
import zipfile
import zlib
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import RLock
from typing import Final

from django.db import DatabaseError, connections

from ashore.documents.files import write_whole
from ashore.errors import AshoreError
from ashore.store import keyring
from ashore.store.faults import UnreadableBackup
from ashore.store.files import beside, bring_up, check, copy, keep_private, remove_file, sound, write_down
from ashore.store.folder import BEFORE, BOOK, KEYS, MAIN, Folder, files_of, own_files
from ashore.store.keyring import OpenBook
from ashore.store.vault import KEY_BYTES, UnreadableVault, new_vault, read_vault

NEW: Final = 'format = "ashore/1"\n\n[household]\nas_of = {today}\njurisdiction = "cn"\n'
_alone: Final = RLock()
"""Whole books are made, opened, restored and deleted one at a time."""
BACKUP_MAX: Final = 1 << 30
PIECE: Final = 1 << 20
IN_BACKUP: Final[Mapping[str, str]] = {alias: path.name for alias, path in files_of(Path(BOOK)).items()}
"""The files in a backup by the name of their database; a private store of which there is nothing is not in it."""


class BookExists(AshoreError):
    """There is a book already: nothing was made or changed."""


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
        _remove_book(folder.book)
        _open(OpenBook(folder.book, key))
        fill()
        write_whole(folder.keys, vault.dump())
        keep_private(folder.keys)
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
    """Open a book and bring its tables up to date; those of its private stores wait until one is looked into."""
    connections.close_all()
    keyring.hold(book)
    try:
        bring_up(MAIN)
        keep_private(book.path)
        keyring.made()
    except BaseException:
        lock()
        raise


def back_up(folder: Folder) -> bytes:
    """Return a backup: the book, its private stores and its key file in one, each still encrypted.

    Each was opened and looked through before it counts; one that cannot be raises Damaged, and there is no backup.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for alias, path in files_of(keyring.held().path).items():
            if path.exists():
                with _looked_through(alias, path) as copied:
                    archive.write(copied, IN_BACKUP[alias])
        archive.write(folder.keys, KEYS)
    return out.getvalue()


@contextmanager
def _looked_through(alias: str, path: Path) -> Generator[Path]:
    """Make a copy of an open file that was opened and looked through, and take it away again.  Raises Damaged."""
    aside = path.with_name(f".{path.stem}-{secrets.token_hex(8)}.part")
    try:
        with sound("book-damaged" if alias == MAIN else "notes-damaged"):
            bring_up(alias)
            copy(alias, aside)
            check(alias, OpenBook(aside, keyring.held().file(alias).key))
        yield aside
    finally:
        remove_file(aside)


def restore(folder: Folder, data: bytes, secret: str) -> None:
    """Put a backup in the place of the book with all its private stores, and open it.

    The book and the stores there were are kept beside, under `before`.  Raises UnreadableBackup or WrongSecret; then
    nothing was changed.
    """
    with _opened(data) as archive, _alone:
        names, keys = _named(archive)
        fresh = OpenBook(folder.path / f"book-{secrets.token_hex(4)}.db", _key_of(keys, secret))
        try:
            for alias, name in names.items():
                _unpack(archive, name, fresh.file(alias).path)
                check(alias, fresh.file(alias))
            _put_aside(folder)
            old = folder.book
            # The key file names the book, and its name those of the private stores: replacing it is the one moment at
            # which all the others count.
            write_whole(folder.keys, replace(read_vault(keys), book=fresh.path.name).dump())
        except BaseException:
            _remove_book(fresh.path)
            raise
        lock()
        _remove_book(old)
        keep_private(folder.keys)
        _open(fresh)


@contextmanager
def _opened(data: bytes) -> Generator[zipfile.ZipFile]:
    """Open a backup; whatever of it cannot be read while it is open, too, raises UnreadableBackup."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield archive
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise UnreadableBackup("backup-unreadable") from error


def _named(archive: zipfile.ZipFile) -> tuple[dict[str, str], str]:
    """Return the names of a backup's files by that of their database, and its key file.  Raises UnreadableBackup."""
    held = frozenset(archive.namelist())
    names = {alias: name for alias, name in IN_BACKUP.items() if alias == MAIN or name in held}
    try:
        if any(archive.getinfo(name).file_size > BACKUP_MAX for name in (*names.values(), KEYS)):
            raise UnreadableBackup("backup-unreadable")
        return names, archive.read(KEYS).decode()
    except (KeyError, UnicodeDecodeError) as error:
        raise UnreadableBackup("backup-unreadable") from error


def _unpack(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    """Write a file of a backup down to the disk, piece by piece: years of bills are never in memory at once."""
    with archive.open(name) as packed, path.open("xb") as file:
        shutil.copyfileobj(packed, file, PIECE)
        file.flush()
        os.fsync(file.fileno())


def _key_of(keys: str, secret: str) -> bytes:
    """Return the key in a backup's key file.  Raises WrongSecret or UnreadableBackup."""
    try:
        return read_vault(keys).open(secret)
    except UnreadableVault as error:
        raise UnreadableBackup("backup-unreadable") from error


def _put_aside(folder: Folder) -> None:
    """Keep a copy of the book and its private stores with the key file, to open again with the passphrase they had."""
    files = files_of(folder.book)
    if not any(path.exists() for path in (*files.values(), folder.keys)):
        return
    kept = folder.path / BEFORE / secrets.token_hex(4)
    kept.mkdir(parents=True)
    is_open = keyring.is_open() and keyring.held().path == folder.book
    for alias, path in files.items():
        if path.exists() and is_open and _copied(alias, kept / path.name):
            continue
        for one in (path, *beside(path)):
            if one.exists():
                write_down(kept / one.name, one.read_bytes())
    if folder.keys.exists():
        write_down(kept / folder.keys.name, folder.keys.read_bytes())


def _copied(alias: str, target: Path) -> bool:
    """Return whether an open file could be copied; one that is damaged cannot, and is kept as it is."""
    try:
        copy(alias, target)
    except DatabaseError:
        remove_file(target)
        return False
    return True


def delete_all(folder: Folder) -> None:
    """Close the book and delete everything: the key file first, without which no copy can be read any more.

    What somebody else put into the folder stays.
    """
    with _alone:
        lock()
        remove_file(folder.keys)
        for path in (*own_files(folder),):
            path.unlink()
        kept = folder.path / BEFORE
        for path in (*sorted(kept.rglob("*"), reverse=True), kept):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()


def new_text(today: date) -> str:
    """Return the file of a household of which nothing is known yet."""
    return NEW.format(today=today.isoformat())


def _remove_book(book: Path) -> None:
    """Delete a book and its private stores."""
    for path in files_of(book).values():
        remove_file(path)
