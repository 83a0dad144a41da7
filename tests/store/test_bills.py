"""Imported bills in a file of their own: whole or not at all, found again to the letter, gone when they are deleted."""

import uuid
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.models import F

from ashore.diagnosis.corrections import Correction
from ashore.household.transactions import Transaction
from ashore.importers.bills.form import BillReading, LeftOut
from ashore.store import book, files, keyring, shelf
from ashore.store.faults import Damaged
from ashore.store.folder import PRIVATE, open_folder
from ashore.store.private import notes
from ashore.store.private.bills import imports, taught
from ashore.store.private.bills.imports import Given
from ashore.store.private.bills.models import File, Kept, Row
from ashore.store.private.notes import Wrote
from open_book import PASSPHRASE

SAID = "卡纳瑞三一七九烧烤店"
MARCH = date(2026, 3, 1)


def payment(row, file="a.csv"):
    """Return a payment of a row."""
    raw = (("交易对方", SAID), ("金额", f"{row}.00"))
    return Transaction(MARCH, 100 + row, "spending", counterparty=SAID, file=file, row=row, raw=raw)


def bill(name="a.csv", rows=3, content="one"):
    """Return a bill to be imported."""
    reading = BillReading(
        name,
        "alipay",
        tuple(payment(row, name) for row in range(1, rows + 1)),
        left_out=(LeftOut(9, "closed"),),
        rows=rows + 1,
        span=(MARCH, date(2026, 3, 31)),
    )
    return Given(reading, imports.content_of(content.encode()))


@pytest.fixture
def imported(folder):
    """Return a folder with two imported bills and a correction."""
    imports.add(uuid.uuid4(), [bill(), bill("b.xlsx", 2, "two")])
    taught.teach(uuid.uuid4(), Correction(SAID, "eating-out"))
    return folder


def names():
    """Return the imported files that are not removed."""
    return [one.name for one in imports.files() if not one.removed]


def file_of():
    """Return the store's file."""
    return keyring.held().file(imports.STORE).path


def rows():
    """Return every payment that is kept."""
    return [one for reading in imports.readings() for one in reading.transactions]


def test_what_was_imported_is_there_after_the_book_was_closed(imported):
    wanted = [bill().reading, bill("b.xlsx", 2).reading]
    shelf.lock()
    shelf.unlock(imported, PASSPHRASE)
    found = imports.readings()
    assert [one.transactions for one in found] == [one.transactions for one in wanted]
    assert [(one.file, one.format, one.rows, one.span) for one in found] == [
        (one.file, one.format, one.rows, one.span) for one in wanted
    ]
    assert [one.correction for one in taught.taught()] == [Correction(SAID, "eating-out")]


def test_there_is_no_file_until_something_is_imported(folder):
    assert (imports.files(), imports.readings(), taught.taught(), taught.mappings()) == ((), (), (), {})
    assert not file_of().exists()


def test_the_same_bytes_twice_add_nothing(imported):
    before = rows()
    imports.add(uuid.uuid4(), [bill("another name.csv")])
    assert (names(), rows()) == (["a.csv", "b.xlsx"], before)


def test_a_write_sent_twice_is_made_once_and_brings_back_nothing_deleted_since(folder):
    key = uuid.uuid4()
    for _ in range(2):
        imports.add(key, [bill()])
    one = imports.files()[0]
    imports.remove(uuid.uuid4(), one.pk, one.version)
    imports.add(key, [bill()])
    assert names() == []


def test_a_deleted_file_takes_nothing_that_another_has_too(folder):
    imports.add(uuid.uuid4(), [bill(rows=3)])
    imports.add(uuid.uuid4(), [bill("longer.csv", 5, "longer")])
    first = imports.files()[0]
    imports.remove(uuid.uuid4(), first.pk, first.version)
    assert [one.amount_fen for one in rows()] == [101, 102, 103, 104, 105]


def test_deleted_put_back_and_imported_again_is_the_same(imported):
    before, first = rows(), imports.files()[0]
    key = uuid.uuid4()
    for _ in range(2):
        imports.remove(key, first.pk, 1)
        assert names() == ["b.xlsx"]
    imports.put_back(uuid.uuid4(), first.pk, 2)
    assert rows() == before
    imports.remove(uuid.uuid4(), first.pk, 3)
    imports.add(uuid.uuid4(), [bill()])
    assert rows() == before


def test_a_change_of_an_older_version_is_refused(imported):
    first = imports.files()[0]
    imports.remove(uuid.uuid4(), first.pk, 1)
    for late in (imports.remove, imports.put_back):
        with pytest.raises(imports.Stale):
            late(uuid.uuid4(), first.pk, 1)
    with pytest.raises(imports.NoFile):
        imports.remove(uuid.uuid4(), uuid.uuid4(), 1)
    assert names() == ["b.xlsx"]


def test_removed_files_are_cleared_for_good_and_no_others(imported):
    first = imports.files()[0]
    imports.remove(uuid.uuid4(), first.pk, 1)
    imports.clear(imports.state_of())
    assert [one.name for one in imports.files()] == ["b.xlsx"]
    assert Row.objects.using(imports.STORE).count() == 2
    with pytest.raises(imports.NoFile):
        imports.put_back(uuid.uuid4(), first.pk, 2)


def test_what_changed_meanwhile_is_not_deleted_unseen(imported):
    seen = imports.state_of()
    taught.teach(uuid.uuid4(), Correction("x", "food"))
    for act in (imports.clear, imports.delete_all):
        with pytest.raises(imports.Stale):
            act(seen)
    assert len(rows()) == 5


def test_all_deleted_leaves_no_file_and_no_copy_and_all_of_the_rest(imported):
    notes.add("causes", uuid.uuid4(), Wrote("stays"))
    shelf.restore(imported, shelf.back_up(imported), PASSPHRASE)
    text = book.load().text
    imports.delete_all(imports.state_of())
    assert not [path for path in imported.path.rglob("*") if PRIVATE["bills"] in path.name]
    assert ([one.text for one in notes.all_of("causes")], book.load().text) == (["stays"], text)
    imports.add(uuid.uuid4(), [bill()])
    assert names() == ["a.csv"]


def test_all_notes_deleted_leave_the_bills(imported):
    notes.add("causes", uuid.uuid4(), Wrote("goes"))
    notes.delete_all("causes", notes.state_of("causes"))
    assert len(rows()) == 5


def test_something_taught_anew_replaces_what_was_taught_and_can_be_forgotten(folder):
    taught.teach(key := uuid.uuid4(), Correction("Shop", "food", field="counterparty"))
    taught.teach(key, Correction("Shop", "food", field="counterparty"))
    taught.teach(uuid.uuid4(), Correction("other", "rides"))
    taught.teach(uuid.uuid4(), Correction("ＳＨＯＰ", "leisure", business=False, field="counterparty"))
    found = [one.correction for one in taught.taught()]
    assert found == [Correction("other", "rides"), Correction("ＳＨＯＰ", "leisure", False, "counterparty")]
    taught.forget(taught.taught()[0].id)
    assert [one.correction for one in taught.taught()] == found[1:]


def test_a_banks_mapping_is_kept_in_the_place_of_the_old_one(folder):
    for text in ("{}", '{"day":"日期"}'):
        taught.keep_mapping(uuid.uuid4(), "某银行", text)
    assert taught.mappings() == {"某银行": '{"day":"日期"}'}


def test_ten_thousand_payments_are_written_in_few_statements_and_read_back(folder):
    many = bill(rows=10_000)
    imports.readings()
    with connections[imports.STORE].cursor():
        connections[imports.STORE].force_debug_cursor = True
    before = len(connections[imports.STORE].queries)
    imports.add(uuid.uuid4(), [many])
    statements = len(connections[imports.STORE].queries) - before
    connections[imports.STORE].force_debug_cursor = False
    assert 0 < statements < 150
    assert imports.readings()[0].transactions == many.reading.transactions


class Broken(Exception):
    """What goes wrong in the middle."""


@pytest.mark.parametrize("at", [0, 1])
def test_what_goes_wrong_in_the_middle_leaves_nothing_of_any_file(imported, monkeypatch, at):
    calls = iter(range(9))
    written = imports.facts_text

    def break_off(reading):
        if next(calls) == at:
            raise Broken
        return written(reading)

    before = rows()
    monkeypatch.setattr(imports, "facts_text", break_off)
    with pytest.raises(Broken):
        imports.add(uuid.uuid4(), [bill("c", 4, "c"), bill("d", 4, "d")])
    assert (rows(), Row.objects.using(imports.STORE).count()) == (before, 5)


def test_the_file_has_its_own_tables_its_own_key_and_the_books_care(imported):
    held = keyring.held()
    keys = {held.file(alias).key for alias in ("default", *PRIVATE)}
    assert len(keys) == 1 + len(PRIVATE)
    tables = set(connections[imports.STORE].introspection.table_names())
    assert tables == {"django_migrations", "bills_file", "bills_row", "bills_kept"}
    with connections[imports.STORE].cursor() as cursor:
        for name, wanted in (("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1)):
            cursor.execute(f"PRAGMA {name}")
            assert cursor.fetchall()[0][0] == wanted


def test_no_file_and_no_backup_holds_a_word_of_it(imported):
    data = [path.read_bytes() for path in imported.path.rglob("*") if path.is_file()]
    data += [shelf.back_up(imported)]
    assert len(data) > 4
    wanted = [SAID[:7].encode(code) for code in ("utf-8", "utf-16-le", "gb18030")]
    assert not [word for word in (*wanted, b"a.csv", b"b.xlsx") for one in data if word in one]


def test_a_backup_alone_brings_all_of_it_to_an_empty_machine(imported, tmp_path):
    data, before = shelf.back_up(imported), (rows(), taught.taught())
    shelf.lock()
    shelf.restore(open_folder(tmp_path / "elsewhere"), data, PASSPHRASE)
    assert (rows(), taught.taught()) == before


def test_a_closed_book_and_the_example_give_none(imported):
    shelf.lock()
    with pytest.raises(keyring.Locked):
        imports.files()
    shelf.open_demo(imported)
    assert (imports.files(), imports.readings(), taught.taught()) == ((), (), ())
    for act in (
        lambda: imports.add(uuid.uuid4(), [bill()]),
        lambda: taught.keep_text(uuid.uuid4(), "x", "y", "z"),
    ):
        with pytest.raises(keyring.Locked):
            act()


def test_a_flipped_bit_never_shows_another_payment(imported):
    """40 bits turned round, one at a time: refused, or exactly what was written; the book and the notes stay."""
    notes.add("causes", uuid.uuid4(), Wrote("stays"))
    before, text, random = (rows(), taught.taught()), book.load().text, Random(7)
    connections.close_all()
    path = file_of()
    whole, refused = path.read_bytes(), 0
    for _ in range(40):
        bad = bytearray(whole)
        bad[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        path.write_bytes(bytes(bad))
        try:
            found = (rows(), taught.taught())
        except Damaged:
            refused += 1
        else:
            assert found == before
        assert (book.load().text, len(notes.all_of("causes"))) == (text, 1)
        connections.close_all()
        files.remove_file(path)
    assert refused > 20


def _lost():
    Row.objects.using("bills").filter(place=2).delete()


def _added():
    one = Row.objects.using("bills").first()
    assert one
    Row.objects.using("bills").create(file=one.file, place=3, day=one.day, text=one.text, digest=one.digest)


def _moved():
    first, second = File.objects.using("bills").all()
    Row.objects.using("bills").filter(file=second).update(file=first, place=F("place") + 3)


@pytest.mark.parametrize(
    "act",
    [
        lambda: Row.objects.using("bills").filter(place=0).update(text="{}"),
        lambda: Row.objects.using("bills").filter(place=0).update(day=date(2026, 4, 1)),
        lambda: File.objects.using("bills").update(removed=True),
        lambda: File.objects.using("bills").update(name="other"),
        lambda: File.objects.using("bills").update(written=datetime(2026, 1, 1, tzinfo=UTC)),
        _lost,
        _added,
        _moved,
    ],
)
def test_a_row_changed_lost_or_added_behind_the_stores_back_is_not_shown(imported, act):
    act()
    with pytest.raises(Damaged):
        imports.readings()


def test_something_taught_that_was_changed_behind_the_stores_back_is_not_used(imported):
    Kept.objects.using("bills").update(text='{"word":"x","category":"food","business":null,"field":"any"}')
    with pytest.raises(Damaged):
        taught.taught()


def test_a_damaged_file_can_be_deleted_and_begun_anew_and_keeps_backups_from_being_made(imported):
    connections.close_all()
    files.remove_file(file_of())
    file_of().write_bytes(bytes(range(256)) * 32)
    with pytest.raises(Damaged):
        imports.files()
    with pytest.raises(Damaged):
        shelf.back_up(imported)
    imports.delete_all(imports.state_of())
    imports.add(uuid.uuid4(), [bill()])
    assert names() == ["a.csv"]


def test_the_migrations_make_the_models():
    loader, models = MigrationLoader(None), ProjectState.from_apps(apps)
    assert MigrationAutodetector(loader.project_state(), models).changes(loader.graph) == {}


def test_a_file_that_is_read_otherwise_now_is_kept_as_it_is_read_now(imported):
    """Its bank's card has been named since: the same bytes, other rows; once, whole, and found again to the letter."""
    given = bill()
    named = replace(
        given.reading,
        transactions=tuple(replace(one, account="x(1234)") for one in given.reading.transactions[:2]),
    )
    key, before = uuid.uuid4(), imports.files()[0]
    for _ in range(2):
        imports.add(key, [Given(named, given.content)])
    after = imports.files()[0]
    assert (after.pk, after.name, after.count, after.version) == (
        before.pk,
        before.name,
        2,
        before.version + 1,
    )
    assert imports.readings()[0].transactions == named.transactions
    assert len(imports.files()) == 2
    imports.add(uuid.uuid4(), [Given(named, given.content)])
    assert imports.files()[0].version == after.version


def test_a_removed_file_that_is_read_otherwise_comes_back_as_it_is_read_now(imported):
    one, given = imports.files()[0], bill()
    imports.remove(uuid.uuid4(), one.pk, one.version)
    named = replace(given.reading, transactions=given.reading.transactions[:1])
    imports.add(uuid.uuid4(), [Given(named, given.content)])
    assert names() == ["a.csv", "b.xlsx"]
    assert imports.readings()[0].transactions == named.transactions
