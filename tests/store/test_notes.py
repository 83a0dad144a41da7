"""The private stores: each opened by a key of its own, in no file of the book, whole or gone with it."""

import uuid
import zipfile
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from random import Random

import pytest
from django.db import connections

import open_book
from ashore.store import book, files, keyring, shelf
from ashore.store.cipher.driver import driver
from ashore.store.faults import Damaged, UnreadableBackup
from ashore.store.folder import PRIVATE, Folder, open_folder
from ashore.store.private import notes
from ashore.store.private.models import Note
from ashore.store.private.notes import Wrote
from open_book import PASSPHRASE

STORES = ("causes", "wellbeing")
SAID = {"causes": "卡纳瑞六二五一那年店里没生意", "wellbeing": "卡纳瑞八四三七写给以后的我"}
MARCH = date(2026, 3, 1)


@pytest.fixture
def written(folder):
    """Return a folder with a note in each store."""
    for store in STORES:
        write(store)
    return folder


def write(store, text=""):
    """Add a note and return its id."""
    key = uuid.uuid4()
    notes.add(store, key, Wrote(text or SAID[store], "other", MARCH))
    return key


def said(store):
    """Return the texts of a store's notes that are not removed."""
    return [note.text for note in notes.all_of(store) if not note.removed]


def everything():
    """Return what the book and each store hold."""
    return book.load().text, *((store, said(store)) for store in STORES)


def file_of(store):
    """Return a store's file."""
    return keyring.held().file(store).path


def only(store):
    """Return the one note of a store."""
    (note,) = notes.all_of(store)
    return note


@pytest.fixture(params=STORES)
def store(request):
    """Return each store in turn."""
    return request.param


def test_there_is_no_file_until_something_is_written(folder, store):
    assert notes.all_of(store) == ()
    assert not [path for path in folder.path.rglob("*") if "notes" in path.name]


def test_what_is_written_is_there_after_the_book_was_closed(written, store):
    shelf.lock()
    shelf.unlock(written, PASSPHRASE)
    note = only(store)
    assert (note.text, note.kind, note.at, note.version) == (SAID[store], "other", MARCH, 1)


def test_one_store_holds_nothing_of_the_other(written):
    assert {store: said(store) for store in STORES} == {store: [text] for store, text in SAID.items()}


def test_a_write_sent_twice_is_made_once(folder, store):
    key, again, gone = uuid.uuid4(), uuid.uuid4(), uuid.uuid4()
    for _ in range(2):
        notes.add(store, key, Wrote("one"))
    for _ in range(2):
        notes.edit(store, again, key, 1, Wrote("two"))
    notes.add(store, key, Wrote("one"))
    assert (said(store), only(store).version) == (["two"], 2)
    for _ in range(2):
        notes.remove(store, gone, key, 2)
    assert (said(store), only(store).version) == ([], 3)


def test_a_change_of_an_older_version_is_refused_and_nothing_written(written, store):
    note = only(store)
    notes.edit(store, uuid.uuid4(), note.pk, 1, Wrote("newer"))
    late = (
        lambda: notes.edit(store, uuid.uuid4(), note.pk, 1, Wrote("late")),
        lambda: notes.remove(store, uuid.uuid4(), note.pk, 1),
    )
    for act in late:
        with pytest.raises(notes.Stale) as stale:
            act()
        assert stale.value.note
        assert stale.value.note.text == "newer"
    assert (said(store), only(store).version) == (["newer"], 2)


def test_a_removed_note_is_put_back_as_it_was(written, store):
    note = only(store)
    notes.remove(store, uuid.uuid4(), note.pk, 1)
    assert said(store) == []
    notes.put_back(store, uuid.uuid4(), note.pk, 2)
    back = only(store)
    assert (back.text, back.kind, back.at, back.written) == (note.text, note.kind, note.at, note.written)


def test_removed_notes_are_cleared_for_good_and_no_others(written, store):
    gone = write(store, "to be gone")
    notes.remove(store, uuid.uuid4(), gone, 1)
    notes.clear(store, notes.state_of(store))
    assert [note.text for note in notes.all_of(store)] == [SAID[store]]
    with pytest.raises(notes.NoNote):
        notes.put_back(store, uuid.uuid4(), gone, 2)


def test_what_was_written_meanwhile_is_not_deleted_unseen(written, store):
    seen = notes.state_of(store)
    notes.remove(store, uuid.uuid4(), write(store, "later"), 1)
    for act in (notes.clear, notes.delete_all):
        with pytest.raises(notes.Stale):
            act(store, seen)
    assert len(notes.all_of(store)) == 2


def test_all_deleted_leaves_no_file_of_the_store_and_all_of_the_rest(written, store):
    """Neither the file nor a copy that restoring put aside; the other store, the book and their copies stay."""
    shelf.restore(written, shelf.back_up(written), PASSPHRASE)
    (other,) = set(STORES) - {store}
    text = book.load().text
    notes.delete_all(store, notes.state_of(store))
    names = [path.name for path in written.path.rglob("*")]
    assert not [name for name in names if PRIVATE[store] in name]
    assert sum(name.startswith(PRIVATE[other]) and name.endswith(".db") for name in names) == 2
    assert (said(store), said(other), book.load().text) == ([], [SAID[other]], text)
    write(store, "anew")
    assert said(store) == ["anew"]


def test_a_key_opens_its_own_file_and_no_other(written):
    held = keyring.held()
    opened = {alias: held.file(alias) for alias in ("default", *STORES)}
    assert len({file.key for file in opened.values()}) == 3
    for name, file in opened.items():
        for owner, other in opened.items():
            link = driver.connect(str(file.path))
            link.execute(f"PRAGMA key = \"x'{other.key.hex()}'\"")
            if name == owner:
                assert link.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
            else:
                with pytest.raises(driver.DatabaseError):
                    link.execute("SELECT count(*) FROM sqlite_master").fetchone()
            link.close()


def test_each_file_has_the_tables_of_its_own_rows(written):
    tables = {alias: set(connections[alias].introspection.table_names()) for alias in ("default", *STORES)}
    own = {"store_entry", "store_change", "store_contact", "store_head", "store_paper"}
    assert tables["default"] == {"django_migrations", *own}
    assert [tables[store] for store in STORES] == [{"django_migrations", "private_note"}] * 2


def pragma(cursor, name):
    """Return what a connection is set to."""
    cursor.execute(f"PRAGMA {name}")
    (row,) = cursor.fetchall()
    return row[0]


def test_a_store_is_set_as_the_book_is(written, store):
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1}
    with connections[store].cursor() as cursor:
        found = {name: pragma(cursor, name) for name in wanted}
    assert found == wanted
    assert connections[store].settings_dict["OPTIONS"] == connections["default"].settings_dict["OPTIONS"]


def test_no_file_holds_a_word_of_it(written):
    data = [path.read_bytes() for path in written.path.rglob("*") if path.is_file()] + [
        shelf.back_up(written)
    ]
    wanted = [text[:7].encode(code) for text in SAID.values() for code in ("utf-8", "utf-16-le", "gb18030")]
    assert len(data) > 5
    assert not [word for word in wanted for one in data if word in one]
    assert not [text for text in SAID.values() if text in book.load().text]


def test_a_closed_book_and_the_example_give_no_notes(written, store):
    shelf.lock()
    with pytest.raises(keyring.Locked):
        notes.all_of(store)
    shelf.open_demo(written)
    for act in (lambda: notes.all_of(store), lambda: write(store), lambda: notes.delete_all(store, "")):
        with pytest.raises(keyring.Locked):
            act()
    shelf.lock()
    shelf.unlock(written, PASSPHRASE)
    assert said(store) == [SAID[store]]


def test_a_backup_alone_brings_all_of_it_to_an_empty_machine(written, tmp_path):
    data, before = shelf.back_up(written), everything()
    shelf.lock()
    shelf.restore(open_folder(tmp_path / "elsewhere"), data, PASSPHRASE)
    assert everything() == before


def test_restoring_replaces_all_and_what_was_there_opens_again(written):
    """A note of after the backup is gone with the restored book, and there in what was put aside."""
    data, before = shelf.back_up(written), everything()
    for store in STORES:
        write(store, "later")
    shelf.restore(written, data, PASSPHRASE)
    assert everything() == before
    (aside,) = [path for path in (written.path / "before").iterdir() if path.is_dir()]
    shelf.lock()
    shelf.unlock(Folder(aside), PASSPHRASE)
    assert [said(store) for store in STORES] == [[SAID[store], "later"] for store in STORES]


def test_a_backup_from_before_there_were_notes_has_none(folder, store):
    data = shelf.back_up(folder)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == ["book.db", "book.key"]
    write(store)
    shelf.restore(folder, data, PASSPHRASE)
    assert said(store) == []
    assert len(list((folder.path / "before").rglob(f"{PRIVATE[store]}*"))) == 1


@pytest.mark.parametrize("content", [b"", b"something else", bytes(4096), None])
def test_a_backup_with_a_store_that_does_not_belong_changes_nothing(written, tmp_path, store, content):
    """`None`: the same store of another book."""
    data, before, held = shelf.back_up(written), everything(), keyring.held()
    shelf.lock()
    if content is None:
        open_book.make(open_folder(tmp_path / "other"))
        write(store)
        connections.close_all()
        content = file_of(store).read_bytes()
        shelf.lock()
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w") as archive:
        for name in given.namelist():
            foreign = name.startswith(PRIVATE[store])
            archive.writestr(name, content if foreign else given.read(name))
    shelf.unlock(written, PASSPHRASE)
    with pytest.raises(UnreadableBackup):
        shelf.restore(written, out.getvalue(), PASSPHRASE)
    assert (everything(), keyring.held()) == (before, held)
    assert not [path for path in written.path.rglob("*") if path.name.startswith(f"{PRIVATE[store]}-")]


def test_a_new_passphrase_and_code_change_nothing_for_the_notes(written, store):
    shelf.new_passphrase(written, PASSPHRASE, "a sentence of today")
    code = shelf.new_code(written, "a sentence of today")
    for secret in ("a sentence of today", code):
        shelf.lock()
        shelf.unlock(written, secret)
        assert said(store) == [SAID[store]]


def test_everything_deleted_leaves_no_note_behind(written):
    shelf.restore(written, shelf.back_up(written), PASSPHRASE)
    shelf.delete_all(written)
    assert list(written.path.iterdir()) == []


def test_notes_beside_a_book_without_its_key_file_are_put_aside_with_it(written, store):
    shelf.lock()
    written.keys.unlink()
    open_book.make(written)
    assert said(store) == []
    assert len(list((written.path / "before").rglob(f"{PRIVATE[store]}.db"))) == 1


def test_a_flipped_bit_never_shows_another_text(written, store):
    """60 bits turned round, one at a time: the notes are refused, or exactly what was written; the book stays."""
    text, random = book.load().text, Random(11)
    connections.close_all()
    path = file_of(store)
    whole, refused = path.read_bytes(), 0
    for _ in range(60):
        bad = bytearray(whole)
        bad[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        path.write_bytes(bytes(bad))
        try:
            found = said(store)
        except Damaged:
            refused += 1
        else:
            assert found == [SAID[store]]
        assert book.load().text == text
        connections.close_all()
        files.remove_file(path)
    assert refused > 30


def test_a_row_changed_behind_the_stores_back_is_not_shown(written, store):
    for changed in (
        {"text": "other words"},
        {"at": date(2026, 4, 1)},
        {"removed": True},
        {"kind": "illness"},
    ):
        whole = Note.objects.using(store).values(*changed).get()
        Note.objects.using(store).update(**changed)
        with pytest.raises(Damaged):
            notes.all_of(store)
        Note.objects.using(store).update(**whole)
    assert said(store) == [SAID[store]]


def damage(store):
    """Put other bytes in the place of a store's file."""
    connections.close_all()
    path = file_of(store)
    files.remove_file(path)
    path.write_bytes(bytes(range(256)) * 32)


def test_a_damaged_store_leaves_the_book_and_the_other_store_in_use(written, store):
    (other,) = set(STORES) - {store}
    damage(store)
    shelf.lock()
    shelf.unlock(written, PASSPHRASE)
    book.add(uuid.uuid4(), "income", {"name": "wage", "amount": Decimal("1.00")})
    write(other, "more")
    assert said(other) == [SAID[other], "more"]
    for act in (lambda: notes.all_of(store), lambda: write(store)):
        with pytest.raises(Damaged):
            act()
    with pytest.raises(Damaged) as damaged:
        shelf.back_up(written)
    assert damaged.value.code == "notes-damaged"
    assert not list(written.path.glob("*.part"))


def test_a_damaged_store_is_restored_with_the_book_and_kept_as_it_was(written, store):
    data, before = shelf.back_up(written), everything()
    damage(store)
    broken = file_of(store).read_bytes()
    shelf.restore(written, data, PASSPHRASE)
    assert everything() == before
    assert [path.read_bytes() for path in (written.path / "before").rglob(f"{PRIVATE[store]}.db")] == [broken]


def test_a_damaged_store_can_be_deleted_and_begun_anew(written, store):
    damage(store)
    notes.delete_all(store, notes.state_of(store))
    write(store, "anew")
    assert said(store) == ["anew"]


@pytest.mark.parametrize("alias", ["default", *STORES])
def test_a_file_is_copied_before_its_tables_change(written, monkeypatch, alias):
    monkeypatch.setattr(files.MigrationExecutor, "migration_plan", lambda *_: ["a change to come"])
    monkeypatch.setattr(files, "call_command", lambda *_, **__: None)
    files.bring_up(alias)
    (kept,) = (written.path / "before").iterdir()
    assert kept.name.startswith(keyring.held().file(alias).path.stem)
    assert files.check(alias, keyring.OpenBook(kept, keyring.held().file(alias).key)) > 0


def test_a_store_that_was_left_half_made_is_made_whole(folder, store):
    """A crash after the file was made and before its table was."""
    Path(file_of(store)).touch()
    assert notes.all_of(store) == ()
    write(store, "first")
    assert said(store) == ["first"]


def test_names_say_nothing_of_what_is_inside(written):
    names = " ".join(path.name for path in written.path.rglob("*")).lower()
    assert not [word for word in ("cause", "well", "why", "debt", "letter") if word in names]
