"""Photos of things: encrypted in a file of their own, in the backup, each change made once, and gone for good."""

import uuid

import pytest
from django.db import connections

from ashore.importers.pictures.reading import read_picture
from ashore.store import book, keyring, shelf
from ashore.store.faults import Damaged
from ashore.store.folder import PRIVATE
from ashore.store.keyring import Locked
from ashore.store.private.photos import kept
from ashore.store.private.photos.models import Photo
from ashore.store.private.writing import copies_of
from importers.made_pictures import SCAN, jpeg, png
from open_book import PASSPHRASE

THING, OTHER = uuid.uuid4(), uuid.uuid4()


def add(thing=THING, data=b""):
    """Add a photo and return its id."""
    key = uuid.uuid4()
    kept.add(key, thing, read_picture(data or jpeg()))
    return key


def of(thing=THING):
    """Return the ids of a thing's photos that are not removed."""
    return [one.pk for one in kept.photos_of(thing) if not one.removed]


def file():
    """Return the store's file."""
    return keyring.held().file(kept.STORE).path


def test_a_photo_is_there_as_it_was_kept(folder):
    first, second = add(), add(data=png())
    assert (kept.shown(first).kind, kept.shown(second).kind) == ("jpeg", "png")
    assert kept.shown(first).data == read_picture(jpeg()).data
    assert of() == [first, second]
    assert of(OTHER) == []


def test_no_file_is_there_before_the_first(folder):
    assert kept.all_photos() == ()
    assert not file().exists()


def test_the_file_is_encrypted_and_no_other_file_has_it(folder):
    add()
    connections.close_all()
    for path in folder.path.rglob("*"):
        if path.is_file():
            assert SCAN not in path.read_bytes()
    assert file().name.startswith(PRIVATE[kept.STORE])


def test_the_same_key_adds_no_other(folder):
    key = uuid.uuid4()
    for _ in range(2):
        kept.add(key, THING, read_picture(jpeg()))
    assert of() == [key]


def test_deleted_and_put_back(folder):
    one = add()
    kept.remove(uuid.uuid4(), one, 1)
    assert of() == []
    assert kept.shown(one).data
    kept.put_back(uuid.uuid4(), one, 2)
    assert of() == [one]


def test_a_change_of_an_older_version_is_refused(folder):
    one = add()
    kept.remove(uuid.uuid4(), one, 1)
    with pytest.raises(kept.Stale):
        kept.put_back(uuid.uuid4(), one, 1)
    assert of() == []


def test_a_change_sent_twice_is_made_once(folder):
    one, key = add(), uuid.uuid4()
    for _ in range(2):
        kept.remove(key, one, 1)
    assert of() == []


def test_cleared_for_good_are_those_of_one_thing_that_were_removed(folder):
    gone, stays, others = add(), add(), add(OTHER)
    for one in (gone, others):
        kept.remove(uuid.uuid4(), one, 1)
    kept.clear(THING, kept.state_of(kept.photos_of(THING)))
    assert {one.pk for one in kept.all_photos()} == {stays, others}
    with pytest.raises(kept.NoPhoto):
        kept.shown(gone)


def test_what_was_added_meanwhile_is_not_cleared_unseen(folder):
    kept.remove(uuid.uuid4(), add(), 1)
    seen = kept.state_of(kept.photos_of(THING))
    add()
    with pytest.raises(kept.Stale):
        kept.clear(THING, seen)
    assert len(kept.photos_of(THING)) == 2


def test_a_thing_and_the_whole_have_no_more_room_than_is_said(folder, monkeypatch):
    for _ in range(kept.OF_THING_MAX):
        add()
    with pytest.raises(kept.NoRoom) as caught:
        add()
    assert caught.value.code == "photos-many"
    size = sum(one.size for one in kept.all_photos())
    monkeypatch.setattr(kept, "ALL_BYTES_MAX", size + 10)
    with pytest.raises(kept.NoRoom) as caught:
        add(OTHER)
    assert caught.value.code == "photos-full"
    assert len(kept.all_photos()) == kept.OF_THING_MAX


def test_photos_of_things_that_are_gone_are_found_and_cleared(folder):
    stays, gone = add(), add(OTHER)
    found = kept.lost([THING])
    assert [one.pk for one in found] == [gone]
    kept.clear_lost([THING], kept.state_of(found))
    assert [one.pk for one in kept.all_photos()] == [stays]


def test_a_backup_has_them_and_brings_them_back(folder):
    one = add()
    data = shelf.back_up(folder)
    kept.delete_all()
    assert kept.all_photos() == ()
    shelf.restore(folder, data, PASSPHRASE)
    assert kept.shown(one).data == read_picture(jpeg()).data


def test_clearing_takes_the_copies_that_a_restore_put_aside(folder):
    one = add()
    shelf.restore(folder, shelf.back_up(folder), PASSPHRASE)
    assert copies_of(kept.STORE) == 1
    kept.remove(uuid.uuid4(), one, 1)
    kept.clear(THING, kept.state_of(kept.photos_of(THING)))
    assert copies_of(kept.STORE) == 0
    assert list((folder.path / "before").rglob("book*.db"))  # the book's own copy stays


def test_all_deleted_leaves_no_file_of_the_store(folder):
    add()
    shelf.restore(folder, shelf.back_up(folder), PASSPHRASE)
    text = book.load().text
    kept.delete_all()
    assert not [path for path in folder.path.rglob("*") if PRIVATE[kept.STORE] in path.name]
    assert book.load().text == text
    assert kept.all_photos() == ()
    one = add()
    assert of() == [one]


def test_another_picture_in_its_place_is_known(folder):
    one = add()
    other = read_picture(png()).data
    Photo.objects.using(kept.STORE).filter(pk=one).update(data=other)
    with pytest.raises(Damaged):
        kept.shown(one)


@pytest.mark.parametrize(
    "changed", [{"kind": "html"}, {"thing": OTHER}, {"removed": True}, {"content": "0" * 64}]
)
def test_a_changed_row_is_known(folder, changed):
    add()
    Photo.objects.using(kept.STORE).update(**changed)
    with pytest.raises(Damaged):
        kept.all_photos()


def test_a_damaged_file_is_told_and_can_be_deleted(folder):
    add()
    connections.close_all()
    path = file()
    path.write_bytes(bytes(8192))
    with pytest.raises(Damaged):
        kept.all_photos()
    kept.delete_all()
    assert kept.all_photos() == ()


def test_the_example_has_none(folder):
    shelf.open_demo(folder)
    with pytest.raises(Locked):
        kept.all_photos()
