"""The check-ins' own store: encrypted, in no other file, gone with one deletion and every copy of it."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connections

from ashore.store import book, files, keyring, shelf
from ashore.store.cipher.driver import driver
from ashore.store.faults import Damaged
from ashore.store.folder import PRIVATE, open_folder
from ashore.store.private import mood, notes
from ashore.store.private.models import Note
from ashore.store.private.mood import Taken
from ashore.store.private.notes import Stale, Wrote
from open_book import PASSPHRASE

TAKEN = Taken(date(2026, 11, 26), "phq-9", "zh", "2026-11-26", (0, 1, 2, 3, None, 0, 1, 2, 1), None)
NAME = "卡纳瑞七七一二"
SINCE = datetime(2026, 11, 26, 18, 30, tzinfo=UTC)


@pytest.fixture
def kept(folder):
    """Return a folder with a check-in, a pause and a name in the store."""
    mood.keep(uuid.uuid4(), TAKEN)
    mood.begin_rest(uuid.uuid4(), SINCE)
    mood.name_helper(uuid.uuid4(), NAME)
    return folder


def everything():
    """Return what the store holds."""
    return [one for _, one in mood.all_taken()], mood.rest_since(), mood.helper()


def own_files(folder):
    """Return the store's files, copies among them."""
    return [path for path in folder.path.rglob("*") if PRIVATE["mood"] in path.name]


def test_there_is_no_file_until_something_is_kept(folder):
    assert everything() == ([], None, "")
    mood.end_rest()
    mood.name_helper(uuid.uuid4(), "")
    mood.drop(uuid.uuid4())
    assert own_files(folder) == []


def test_what_is_kept_is_there_after_the_book_was_closed(kept):
    shelf.lock()
    shelf.unlock(kept, PASSPHRASE)
    assert everything() == ([TAKEN], SINCE, NAME)


def test_the_same_write_twice_keeps_one(folder):
    key, rest = uuid.uuid4(), uuid.uuid4()
    for _ in range(2):
        mood.keep(key, TAKEN)
        mood.begin_rest(rest, SINCE)
    mood.begin_rest(rest, SINCE + timedelta(hours=5))
    assert everything() == ([TAKEN], SINCE, "")


def test_a_later_pause_and_another_name_take_the_place_of_the_first(kept):
    mood.begin_rest(uuid.uuid4(), SINCE + timedelta(hours=5))
    mood.name_helper(uuid.uuid4(), "other")
    assert everything() == ([TAKEN], SINCE + timedelta(hours=5), "other")
    assert Note.objects.using("mood").count() == 3


def test_a_pause_ends_and_a_name_is_taken_out(kept):
    mood.end_rest()
    mood.name_helper(uuid.uuid4(), "")
    assert everything() == ([TAKEN], None, "")


def test_one_is_deleted_for_good_and_the_rest_stays(kept):
    other = uuid.uuid4()
    mood.keep(other, replace(TAKEN, screener="gad-7", answers=(0,) * 7, total=0))
    (first, _), _ = mood.all_taken()
    mood.drop(first)
    mood.drop(first)
    assert [found for found, _ in mood.all_taken()] == [other]


def test_nothing_but_a_check_in_is_dropped(kept):
    (rest,) = [note.pk for note in notes.all_of("mood") if note.kind == "rest"]
    mood.drop(rest)
    assert mood.rest_since() == SINCE


def test_all_of_it_goes_in_one_action_with_every_copy(kept):
    shelf.restore(kept, shelf.back_up(kept), PASSPHRASE)
    assert len(own_files(kept)) > 1
    before = book.load().text
    mood.delete_all(mood.state_of())
    assert own_files(kept) == []
    assert everything() == ([], None, "")
    assert book.load().text == before


def test_what_was_kept_meanwhile_is_not_deleted_unseen(kept):
    old = mood.state_of()
    mood.end_rest()
    with pytest.raises(Stale):
        mood.delete_all(old)
    assert mood.helper() == NAME


def test_no_file_and_no_other_store_holds_a_word_of_it(kept):
    for store in ("causes", "wellbeing"):
        notes.add(store, uuid.uuid4(), Wrote("something else"))
    held = [path.read_bytes() for path in kept.path.rglob("*") if path.is_file()] + [shelf.back_up(kept)]
    words = [NAME.encode(), b"phq-9", SINCE.isoformat().encode(), b"taken"]
    assert len(held) > 5
    assert not [word for word in words for data in held if word in data]
    assert NAME not in book.load().text
    assert not [
        note for store in ("causes", "wellbeing") for note in notes.all_of(store) if NAME in note.text
    ]


def test_its_key_opens_no_other_file_and_no_other_opens_it(kept):
    keys = {alias: keyring.held().file(alias).key for alias in ("default", *PRIVATE)}
    assert len(set(keys.values())) == len(keys)
    connections.close_all()
    opened = driver.connect(str(keyring.held().file("mood").path))
    opened.execute(f"PRAGMA key = \"x'{keys['wellbeing'].hex()}'\"")
    with pytest.raises(driver.DatabaseError):
        opened.execute("SELECT count(*) FROM private_note").fetchone()
    opened.close()


def test_the_persons_own_backup_carries_it_and_nothing_else_does(kept, tmp_path):
    data, before = shelf.back_up(kept), everything()
    shelf.lock()
    shelf.restore(open_folder(tmp_path / "elsewhere"), data, PASSPHRASE)
    assert everything() == before


def test_a_closed_book_and_the_example_have_none(kept):
    shelf.lock()
    with pytest.raises(keyring.Locked):
        mood.all_taken()
    shelf.open_demo(kept)
    for act in (mood.all_taken, mood.rest_since, lambda: mood.keep(uuid.uuid4(), TAKEN)):
        with pytest.raises(keyring.Locked):
            act()


def test_a_file_is_copied_before_its_tables_change(kept, monkeypatch):
    monkeypatch.setattr(files.MigrationExecutor, "migration_plan", lambda *_: ["a change to come"])
    monkeypatch.setattr(files, "call_command", lambda *_, **__: None)
    files.bring_up("mood")
    (copied,) = (kept.path / "before").iterdir()
    assert copied.name.startswith(keyring.held().file("mood").path.stem)
    assert files.check("mood", keyring.OpenBook(copied, keyring.held().file("mood").key)) == 3


@pytest.mark.parametrize(
    "changed", [{"text": "{}"}, {"kind": "other"}, {"at": date(2026, 1, 1)}, {"digest": "0" * 64}]
)
def test_a_row_changed_behind_its_back_is_not_shown(kept, changed):
    Note.objects.using("mood").filter(kind="taken").update(**changed)
    with pytest.raises(Damaged):
        mood.all_taken()


@pytest.mark.parametrize(
    "text",
    [
        "not json",
        "[]",
        "{}",
        '{"day": "2026-11-26", "screener": "x", "language": "zh", "version": "", "answers": 3, "total": 1}',
        '{"day": "some day", "screener": "x", "language": "zh", "version": "", "answers": [], "total": 1}',
        '{"day": "2026-11-26", "screener": "x", "language": "zh", "version": "", "answers": [true], "total": 1}',
        '{"day": "2026-11-26", "screener": "x", "language": "zh", "version": "", "answers": [], "total": "9"}',
    ],
)
def test_a_row_that_was_not_written_here_is_damage(folder, text):
    notes.add("mood", uuid.uuid4(), Wrote(text, "taken"))
    with pytest.raises(Damaged):
        mood.all_taken()


def test_a_pause_that_cannot_be_read_is_damage(folder):
    notes.add("mood", uuid.uuid4(), Wrote("whenever", "rest"))
    with pytest.raises(Damaged):
        mood.rest_since()


def test_a_damaged_file_closes_itself_alone_and_can_be_deleted(kept):
    connections.close_all()
    path = keyring.held().file("mood").path
    files.remove_file(path)
    path.write_bytes(bytes(8192))
    with pytest.raises(Damaged):
        mood.all_taken()
    assert book.load().text
    notes.add("wellbeing", uuid.uuid4(), Wrote("still here"))
    mood.delete_all(mood.state_of())
    mood.keep(uuid.uuid4(), TAKEN)
    assert everything() == ([TAKEN], None, "")
