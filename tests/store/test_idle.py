"""Between requests connections stay open, and what was read stays known: never longer than the file stays the same."""

import shutil
import uuid
from collections.abc import Callable
from decimal import Decimal
from threading import Thread

import pytest
from django.db import OperationalError, close_old_connections, connection, connections

from ashore.household.writing import Set
from ashore.store import book, contacts, keyring, shelf
from ashore.store.cipher import base, idle
from ashore.store.cipher.driver import driver
from ashore.store.faults import Damaged
from ashore.store.models import Entry
from ashore.store.private import notes
from ashore.store.private.notes import Wrote

end_request = close_old_connections
"""What Django does as each request ends."""


@pytest.fixture
def opened(folder, monkeypatch) -> list[str]:
    """Return the names of the files opened from now on; nothing is open before."""
    connections.close_all()
    idle.close_all()
    names, opens = list[str](), base._opened

    def told(file, conn_params):
        names.append(file.path.name)
        return opens(file, conn_params)

    monkeypatch.setattr(base, "_opened", told)
    return names


def add_income() -> None:
    """Write something that each reader must see."""
    book.add(uuid.uuid4(), "income", {"name": "x", "amount": Decimal("1.00")})


def incomes() -> int:
    """Return how many incomes the book has."""
    return len(book.load().of("income"))


def another(statement: str) -> None:
    """Change the book's file through a connection of which this program knows nothing."""
    file = keyring.held()
    other = driver.connect(str(file.path))
    other.execute(f"PRAGMA key = \"x'{file.key.hex()}'\"")
    other.execute(statement)
    other.commit()
    other.close()


def elsewhere(act: Callable[[], object]) -> list[object]:
    """Do something in a request of its own, in a thread of its own; return what came of it."""
    came = list[object]()

    def request() -> None:
        came.append(act())
        end_request()

    thread = Thread(target=request)
    thread.start()
    thread.join()
    return came


def test_requests_that_read_open_the_file_once(opened):
    for _ in range(3):
        incomes()
        end_request()
    assert len(opened) == 1
    assert elsewhere(incomes) == [0]
    assert len(opened) == 1


def test_what_did_not_change_is_not_read_again(folder, opened):
    before = book.load()
    assert book.load() is before
    end_request()
    assert book.load() is before


def test_what_was_written_is_read_at_once(folder):
    for count in range(1, 4):
        add_income()
        assert incomes() == count
        end_request()
        assert incomes() == count
        end_request()


def test_what_another_thread_wrote_is_read_at_once_by_one_that_is_under_way(folder):
    assert incomes() == 0
    elsewhere(add_income)
    assert incomes() == 1
    change = book.last_change()
    assert change is not None
    elsewhere(lambda: book.undo(uuid.uuid4(), change.pk))
    assert (incomes(), book.last_change()) == (0, None)


def test_what_another_program_changed_is_seen_at_once(folder):
    add_income()
    end_request()
    assert incomes() == 1
    end_request()
    another("UPDATE store_entry SET text = replace(text, '1.00', '9.00') WHERE section = 'income'")
    with pytest.raises(Damaged):
        book.load()


def test_a_log_cut_short_by_another_program_is_seen_at_once(folder):
    assert contacts.is_whole()
    end_request()
    another("INSERT INTO store_head (id, count, digest) VALUES (1, 3, 'x')")
    assert not contacts.is_whole()


def test_a_change_that_is_refused_leaves_nothing_of_itself(folder):
    add_income()
    (entry,) = book.load().of("income")
    before = entry.text
    with pytest.raises(book.Stale):
        book.edit(uuid.uuid4(), entry.pk, entry.version + 1, [Set("amount", Decimal("2.00"))])
    edits = {entry.pk: [Set("amount", Decimal("2.00"))]}
    with pytest.raises(ValueError, match="not in tuple"):
        book.change_many(uuid.uuid4(), "edit", book.load().version, edits, [(None, "nowhere", {})])
    assert [one.text for one in book.load().of("income")] == [before]


def test_after_a_write_the_file_alone_holds_everything(folder, tmp_path):
    incomes()
    end_request()
    elsewhere(incomes)
    add_income()
    end_request()
    alone = tmp_path / "alone.db"
    shutil.copy(folder.book, alone)
    copied = driver.connect(str(alone))
    copied.execute(f"PRAGMA key = \"x'{keyring.held().key.hex()}'\"")
    assert copied.execute("SELECT count(*) FROM store_entry WHERE section = 'income'").fetchone() == (1,)
    copied.close()


def test_a_reader_under_way_during_a_write_is_not_kept(folder, opened):
    incomes()
    elsewhere(add_income)
    end_request()
    assert incomes() == 1
    assert len(opened) == 3


def test_none_stays_open_once_the_book_closes(folder, opened):
    incomes()
    end_request()
    kept = idle.take(keyring.held())
    assert kept is not None
    idle.give_back(kept)
    incomes()
    under_way = connection.connection
    elsewhere(shelf.lock)
    end_request()
    for gone in (kept, under_way):
        with pytest.raises(driver.ProgrammingError):
            gone.execute("SELECT 1")
    with pytest.raises(keyring.Locked):
        book.load()


def test_one_book_is_not_read_through_anothers_connection(folder, tmp_path):
    add_income()
    end_request()
    incomes()
    end_request()
    shelf.open_demo(folder)
    assert Entry.objects.count() == 0


def test_a_private_store_that_is_deleted_is_not_read_on(folder, opened):
    notes.add("causes", uuid.uuid4(), Wrote("kept for myself"))
    end_request()
    assert [note.text for note in notes.all_of("causes")] == ["kept for myself"]
    end_request()
    notes.delete_all("causes", notes.state_of("causes"))
    end_request()
    assert notes.all_of("causes") == ()
    notes.add("causes", uuid.uuid4(), Wrote("anew"))
    assert [note.text for note in notes.all_of("causes")] == ["anew"]


def test_a_connection_that_met_an_error_is_not_kept(folder, opened):
    with pytest.raises(OperationalError), connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")
    end_request()
    incomes()
    assert len(opened) == 2


def test_no_more_are_kept_than_answer_at_once(folder, opened):
    file, params = keyring.held(), connection.get_connection_params()
    for _ in range(idle.KEPT_MAX + 2):
        idle.give_back(idle.begun(base._opened(file, params), file, None, idle.turn()))
    kept = list(iter(lambda: idle.take(file), None))
    assert len(kept) == idle.KEPT_MAX
    for one in kept:
        one.close()
