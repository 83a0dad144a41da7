"""The log in the book: only added to, in every backup, in no household file, untouched by undo; a break is shown."""

import uuid
from dataclasses import replace
from datetime import date, time

import pytest
from django.db import IntegrityError, connection, transaction

from ashore.creditors.chain import checked, head_of, read_head
from ashore.creditors.contacts import Contact, Promise
from ashore.creditors.log_file import read_log
from ashore.household.writing import Set
from ashore.store import book, contacts, papers, shelf
from ashore.store.folder import open_folder
from ashore.store.models import Contact as Row
from ashore.store.models import Head
from open_book import PASSPHRASE

CANARY = "卡纳瑞五一九"
DAY = date(2026, 11, 26)
ONE = Contact(
    DAY,
    DAY,
    "agency",
    "in",
    "call",
    CANARY,
    at=time(21, 40),
    promises=(Promise("them", "罚息免掉", date(2026, 12, 1)),),
)


def fill(count=3):
    """Write entries down."""
    for number in range(count):
        contacts.add(uuid.uuid4(), replace(ONE, said=f"{CANARY} {number}"))
    return contacts.load()


def run(*statements):
    """Change the file behind the program's back: its guards are taken away first."""
    with connection.cursor() as cursor:
        for name in ("contact_stays", "contact_kept", "head_kept"):
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement in statements:
            cursor.execute(statement)


def codes(log):
    """Return the codes of what was found."""
    return {one.code for one in log.findings}


def test_what_was_written_is_there_in_order(folder):
    assert contacts.load().entries == ()
    assert contacts.load().findings == ()
    log = fill()
    assert [one.contact.said for one in log.entries if one.contact] == [f"{CANARY} {n}" for n in range(3)]
    assert log.is_whole
    assert log.entries[1].contact == replace(ONE, said=f"{CANARY} 1")


def test_sent_twice_it_is_written_once(folder):
    key = uuid.uuid4()
    assert [contacts.add(key, ONE), contacts.add(key, ONE)] == [1, 1]
    assert len(contacts.load().entries) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE store_contact SET text = '{}' WHERE number = 2",
        "DELETE FROM store_contact WHERE number = 2",
        "DELETE FROM store_contact",
        "DELETE FROM store_head",
    ],
)
def test_the_file_itself_refuses_to_change_an_entry(folder, statement):
    before = fill()
    with (
        pytest.raises(IntegrityError, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert contacts.load() == before


@pytest.mark.parametrize(
    ("code", "statement"),
    [
        ("log-broken", "UPDATE store_contact SET text = replace(text, '1', '7') WHERE number = 2"),
        ("log-broken", "DELETE FROM store_contact WHERE number = 2"),
        ("log-shorter", "DELETE FROM store_contact WHERE number = 3"),
        ("log-shorter", "DELETE FROM store_contact"),
        ("log-no-end", "DELETE FROM store_head"),
    ],
)
def test_a_break_is_shown_and_nothing_is_refused_or_mended(folder, code, statement):
    fill()
    run(statement)
    log = contacts.load()
    assert code in codes(log)
    assert not log.is_whole
    left = len(log.entries)
    contacts.add(uuid.uuid4(), ONE)
    again = contacts.load()
    assert len(again.entries) == left + 1
    assert not again.is_whole
    assert book.load().entries


def test_entries_cut_off_and_others_put_in_their_place_are_still_told(folder):
    fill(5)
    run("DELETE FROM store_contact WHERE number > 3")
    fill(4)
    assert "log-not-the-same" in codes(contacts.load())


def test_made_anew_by_one_who_knows_how_it_shows_against_paper(folder):
    """Whoever changes the entries, every link and the head in the file leaves the head that was written down."""
    paper = read_head(fill(4).head.short)
    run("DELETE FROM store_contact", "DELETE FROM store_head")
    contacts.add(uuid.uuid4(), replace(ONE, said="otherwise"))
    log = fill(3)
    assert log.is_whole
    found = checked([one.text for one in log.entries], [one.link for one in log.entries], paper)
    assert [one.code for one in found] == ["log-not-the-same"]


def test_it_is_in_no_household_file(folder):
    fill()
    assert CANARY not in book.load().text


def test_neither_undo_nor_an_import_touches_it(folder):
    log = fill()
    home = book.load().of("household")[0]
    book.edit(uuid.uuid4(), home.pk, home.version, [Set("name", "x")])
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    book.replace_all(uuid.uuid4(), shelf.new_text(DAY))
    assert contacts.load() == log


def test_it_is_no_change_to_undo(folder):
    before = book.last_change()
    fill()
    assert book.last_change() == before


def test_a_backup_brings_it_back_with_its_head_and_its_guards(folder, tmp_path):
    log = fill()
    data = shelf.back_up(folder)
    contacts.add(uuid.uuid4(), ONE)
    shelf.lock()
    shelf.restore(open_folder(tmp_path / "elsewhere"), data, PASSPHRASE)
    assert contacts.load() == log
    assert contacts.load().ended == log.head
    with pytest.raises(IntegrityError), transaction.atomic():
        Row.objects.all().delete()


def test_an_older_backup_is_shorter_than_the_head_on_paper(folder):
    fill()
    data = shelf.back_up(folder)
    paper = read_head(fill(1).head.short)
    shelf.restore(folder, data, PASSPHRASE)
    log = contacts.load()
    assert log.is_whole
    assert paper is not None
    assert paper.count > len(log.entries)


def test_a_broken_log_is_still_backed_up_and_restored_as_it_is(folder):
    fill()
    run("DELETE FROM store_contact WHERE number = 2")
    broken = contacts.load()
    shelf.restore(folder, shelf.back_up(folder), PASSPHRASE)
    assert contacts.load() == broken


def test_the_own_copy_is_the_log(folder):
    log = fill()
    copy = read_log(contacts.own_copy(log))
    assert [one.text for one in copy.entries] == [one.text for one in log.entries]
    assert copy.ended == head_of([one.link for one in log.entries])
    assert copy.is_whole


def test_no_file_of_the_folder_holds_a_word_of_it(folder):
    fill()
    data = [path.read_bytes() for path in folder.path.rglob("*") if path.is_file()] + [shelf.back_up(folder)]
    wanted = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "gb18030")]
    assert not [word for word in wanted for one in data if word in one]


def test_it_goes_with_the_whole_book_alone(folder):
    fill()
    shelf.delete_all(folder)
    assert list(folder.path.iterdir()) == []


def test_a_book_from_before_the_log_gets_one(folder):
    """A book of the first tables is opened: those of later versions are made, and what stood in it stays."""
    text = book.load().text
    run(
        "DROP TABLE store_contact",
        "DROP TABLE store_head",
        "DROP TABLE store_paper",
        "DELETE FROM django_migrations WHERE app = 'store' AND name > '0002'",
    )
    shelf.lock()
    shelf.unlock(folder, PASSPHRASE)
    assert fill().is_whole
    assert book.load().text == text
    assert Head.objects.count() == 1
    assert papers.load() == ()
