"""What is cleared for good stands in no older copy of its store either."""

import shutil
import uuid

import pytest

from ashore.store import keyring, shelf
from ashore.store.folder import PRIVATE
from ashore.store.private import notes
from ashore.store.private.notes import Wrote
from ashore.store.private.writing import copies_of
from open_book import PASSPHRASE

STORES = ("causes", "wellbeing")


@pytest.fixture(params=STORES)
def store(request):
    """Return each store in turn."""
    return request.param


@pytest.fixture
def written(folder):
    """Return a folder with a note in each store."""
    for name in STORES:
        write(name, f"said in {name}")
    return folder


def write(store, text):
    """Add a note and return its id."""
    key = uuid.uuid4()
    notes.add(store, key, Wrote(text))
    return key


def said(store):
    """Return the texts of a store's notes that are not removed."""
    return [note.text for note in notes.all_of(store) if not note.removed]


def file_of(store):
    """Return a store's file."""
    return keyring.held().file(store).path


def test_clearing_takes_the_copies_of_the_store_and_no_other(written, store):
    """What was deleted for good stands in no copy either: not in one put aside by a restore, nor by an update."""
    (other,) = set(STORES) - {store}
    shelf.restore(written, shelf.back_up(written), PASSPHRASE)
    shutil.copyfile(file_of(store), written.path / "before" / f"{PRIVATE[store]}-0a1b2c3d.db")
    assert (copies_of(store), copies_of(other)) == (2, 1)
    stays = write(store, "stays")
    notes.remove(store, uuid.uuid4(), next(one.pk for one in notes.all_of(store) if one.pk != stays), 1)
    notes.clear(store, notes.state_of(store))
    assert (copies_of(store), copies_of(other)) == (0, 1)
    assert (said(store), said(other)) == (["stays"], [f"said in {other}"])
    assert list((written.path / "before").rglob("book*.db"))


def test_clearing_that_is_refused_leaves_the_copies(written, store):
    shelf.restore(written, shelf.back_up(written), PASSPHRASE)
    seen = notes.state_of(store)
    notes.remove(store, uuid.uuid4(), write(store, "later"), 1)
    with pytest.raises(notes.Stale):
        notes.clear(store, seen)
    assert copies_of(store) == 1
