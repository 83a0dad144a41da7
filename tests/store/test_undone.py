"""Whatever is removed comes back to the letter: an entry of every kind, one after another, and a whole file."""

import uuid

import pytest

from ashore.store import book
from ashore.store.text import BELOW, SECTIONS
from household.files import EVERY_KEY

KINDS = (*(one for one in SECTIONS if one != "household"), *BELOW)


@pytest.fixture
def every(folder):
    """Return the book's text with an entry of every kind in it."""
    book.replace_all(uuid.uuid4(), EVERY_KEY.read_text(encoding="utf-8"))
    return book.load().text


def undo_last() -> None:
    """Undo the last change that is not undone yet."""
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_of_each_kind_that_was_removed_comes_back(every, kind):
    found = book.load().of(kind)
    assert found, "the file has every kind"
    for entry in found:
        book.remove(uuid.uuid4(), entry.pk)
        assert book.load().text != every
        undo_last()
        assert book.load().text == every
        assert book.load().path_of(book.entry_of(entry.pk))


def test_all_removed_one_after_another_come_back_one_after_another(every):
    texts = [every]
    for kind in KINDS:
        for entry in book.load().of(kind):
            book.remove(uuid.uuid4(), entry.pk)
            texts.append(book.load().text)
    assert {entry.section for entry in book.load().entries} == {"", "household"}
    for text in reversed(texts[:-1]):
        undo_last()
        assert book.load().text == text


def test_a_file_taken_in_is_undone_and_what_was_removed_before_too(every):
    book.remove(uuid.uuid4(), book.load().of("debt")[0].pk)
    book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\n')
    undo_last()
    undo_last()
    assert book.load().text == every
