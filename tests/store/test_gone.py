"""The file goes while the book is open: moved, deleted, replaced, cut short.  Nothing is acknowledged and then lost."""

import os
import shutil
import uuid
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random

import pytest
from django.db import DatabaseError, connections

from ashore.errors import AshoreError
from ashore.store import book, keyring, shelf
from ashore.store.cipher import idle
from ashore.store.faults import Damaged
from ashore.store.private import notes
from ashore.store.private.notes import Wrote
from open_book import PASSPHRASE

TEXT = 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\ncash = 7319.37\n[[income]]\nname = "x"\namount = 8.00\n'


@pytest.fixture
def kept(folder):
    """Return a folder whose book was closed and opened again: the file alone holds everything."""
    book.replace_all(uuid.uuid4(), TEXT)
    notes.add("causes", uuid.uuid4(), Wrote("one"))
    shelf.lock()
    shelf.unlock(folder, PASSPHRASE)
    assert book.load().text == TEXT
    return folder


def replaced(file: Path) -> None:
    """Put a copy in a file's place, as a program does that fetches an older one from a server."""
    copy = file.with_name("copy")
    shutil.copyfile(file, copy)
    copy.replace(file)


WAYS: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "moved": lambda file: file.rename(file.with_name("elsewhere")),
    "replaced": replaced,
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "emptied": lambda file: os.truncate(file, 0),
}


def add() -> None:
    """Write something."""
    book.add(uuid.uuid4(), "income", {"name": "later", "amount": Decimal("1.00")})


@pytest.mark.parametrize("way", sorted(WAYS))
def test_nothing_is_written_into_a_file_that_nobody_reads_again(kept, way):
    whole = kept.book.read_bytes()
    WAYS[way](kept.book)
    for _ in range(2):
        with pytest.raises(Damaged) as refused:
            add()
        assert refused.value.code == "book-gone"
    shelf.lock()
    kept.book.write_bytes(whole)
    shelf.unlock(kept, PASSPHRASE)
    assert book.load().text == TEXT
    add()
    assert len(book.load().of("income")) == 2


@pytest.mark.parametrize("way", ["deleted", "moved"])
def test_no_empty_book_is_made_where_one_was(kept, way):
    """A request that opens the file anew finds none: it is told, and nothing stands there that looks like a book."""
    WAYS[way](kept.book)
    connections.close_all()
    idle.close_all()
    for ask in (book.load, add):
        with pytest.raises(Damaged) as told:
            ask()
        assert told.value.code == "book-gone"
    assert not kept.book.exists()
    if way == "moved":
        kept.book.with_name("elsewhere").rename(kept.book)
        add()
        assert len(book.load().of("income")) == 2


def test_a_private_store_takes_nothing_more_either(kept):
    file = keyring.held().file("causes").path
    assert [one.text for one in notes.all_of("causes")] == ["one"]
    replaced(file)
    with pytest.raises(AshoreError):
        notes.add("causes", uuid.uuid4(), Wrote("two"))
    connections.close_all()
    idle.close_all()
    assert [one.text for one in notes.all_of("causes")] == ["one"]
    notes.add("causes", uuid.uuid4(), Wrote("three"))


def test_a_file_that_grew_is_the_same(kept):
    """Pages are added once the free ones are full: that is no other file."""
    before = kept.book.stat().st_size
    for _ in range(60):
        add()
    connections.close_all()
    idle.close_all()
    add()
    assert kept.book.stat().st_size > before
    assert len(book.load().of("income")) == 62


@pytest.mark.parametrize("count", [100, pytest.param(300, marks=pytest.mark.long)])
def test_a_bit_that_turns_while_the_book_is_open_never_shows_another_amount(kept, count):
    """Every reading opens the file anew; it is refused, or says what was written."""
    whole, random, refused = kept.book.read_bytes(), Random(count), 0
    for _ in range(count):
        bad = bytearray(whole)
        bad[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        with kept.book.open("r+b") as file:
            file.write(bytes(bad))
        idle.close_all()
        connections.close_all()
        try:
            assert book.load().text == TEXT
        except (AshoreError, DatabaseError):
            refused += 1
        connections.close_all()
    with kept.book.open("r+b") as file:
        file.write(whole)
    assert book.load().text == TEXT
    assert refused > count // 8
