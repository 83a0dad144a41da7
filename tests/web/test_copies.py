"""What is deleted for good goes with the older copies that the program put aside, and the page says how many."""

import pytest

from ashore.store import shelf
from ashore.store.folder import PRIVATE
from open_book import PASSPHRASE
from web.test_notes import STORES, write


@pytest.fixture(params=STORES)
def store(request):
    """Return each store in turn."""
    return request.param


@pytest.mark.parametrize(
    ("language", "copies", "backups"),
    [("zh", "旧本有 1 份", "另外存的备份"), ("en", "update: 1.", "saved elsewhere")],
)
def test_what_is_cleared_for_good_goes_with_the_copies_and_says_so(
    owner, folder, store, language, copies, backups
):
    note = write(owner, store)
    owner.send(note, {}, f"{note}/remove")
    owner.speaks(language)
    words = owner.get(f"/notes/{store}").words
    assert backups in words
    assert copies not in words
    shelf.restore(folder, shelf.back_up(folder), PASSPHRASE)
    page = owner.get(f"/notes/{store}")
    assert copies in page.words
    assert owner.post(f"/notes/{store}/clear", page.form(f"/notes/{store}/clear")).status == 302
    assert not list((folder.path / "before").rglob(f"{PRIVATE[store]}*"))
