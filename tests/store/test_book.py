"""Every change is made once, refused where it is late, and undone to the letter."""

import uuid
from datetime import date
from decimal import Decimal
from importlib import resources

import pytest
from django.db import connection, transaction

from ashore.household.writing import Set
from ashore.store import book, keyring, shelf
from ashore.store.cipher.driver import driver
from ashore.store.faults import Damaged
from ashore.store.models import Change, Entry

EXAMPLES = resources.files("ashore") / "examples"
DEMO = (EXAMPLES / "demo.toml").read_text(encoding="utf-8")


@pytest.fixture
def demo(folder):
    """Return the book with the example in it."""
    book.replace_all(uuid.uuid4(), DEMO)
    return folder


@pytest.fixture
def offered(folder):
    """Return the book with an example in it whose debt has an offer."""
    book.replace_all(uuid.uuid4(), (EXAMPLES / "deferral.toml").read_text(encoding="utf-8"))
    return folder


def test_a_file_goes_in_and_out_without_a_letter_lost(demo):
    assert book.load().text == DEMO


def test_the_household_is_the_files(demo):
    assert book.load().reading() == book.read_text(DEMO)


def test_what_is_repaired_while_reading_is_taken_in_repaired(folder):
    book.replace_all(uuid.uuid4(), DEMO.replace('"', "\u201d"))
    assert book.load().reading().household == book.read_text(DEMO).household


def test_tables_on_one_line_are_written_out_anew(folder):
    text = 'format = "ashore/1"\nincome = [{name = "x", amount = 1.00}]\n[household]\nas_of = 2027-01-31\n'
    book.replace_all(uuid.uuid4(), text)
    assert book.load().reading().household == book.read_text(text).household
    assert len(book.load().of("income")) == 1


def test_the_same_key_again_changes_nothing_more(demo):
    key = uuid.uuid4()
    for _ in range(3):
        book.add(key, "income", {"name": "x", "amount": Decimal("1.00")})
    assert [book.entry_values(one)["name"] for one in book.load().of("income")].count("x") == 1
    assert Change.objects.filter(key=key).count() == 1


def test_an_edit_of_an_older_version_is_refused_and_nothing_written(demo):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", Decimal("1.00"))])
    before = book.load().text
    with pytest.raises(book.Stale) as stale:
        book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("balance", Decimal("2.00"))])
    assert book.entry_values(stale.value.entry)["balance"] == 1.0
    assert book.load().text == before


def test_every_change_is_undone_to_the_letter(demo):
    debt = book.load().of("debt")[1]
    made = (
        lambda: book.edit(uuid.uuid4(), debt.pk, debt.version, [Set("due_day", 3)]),
        lambda: book.remove(uuid.uuid4(), debt.pk),
        lambda: book.add(uuid.uuid4(), "spending", {"name": "x", "amount": Decimal("1.00")}),
        lambda: book.replace_all(uuid.uuid4(), 'format = "ashore/1"\n[household]\nas_of = 2027-01-31\n'),
    )
    for act in made:
        before = book.load().text
        act()
        assert book.load().text != before
        change = book.last_change()
        assert change is not None
        book.undo(uuid.uuid4(), change.pk)
        assert book.load().text == before
        debt = next(one for one in book.load().of("debt") if one.pk == debt.pk)


def test_a_change_that_others_came_after_is_not_undone_over_them(demo):
    entry = book.load().of("debt")[0]
    book.edit(uuid.uuid4(), entry.pk, entry.version, [Set("due_day", 3)])
    first = book.last_change()
    assert first is not None
    book.edit(uuid.uuid4(), entry.pk, entry.version + 1, [Set("due_day", 4)])
    with pytest.raises(book.Stale):
        book.undo(uuid.uuid4(), first.pk)
    assert book.entry_values(book.entry_of(entry.pk))["due_day"] == 4


def test_a_removed_debt_takes_what_belongs_to_it_and_brings_it_back(offered):
    owner = next(one for one in book.load().of("debt") if book.load().below(one))
    below = len(book.load().below(owner))
    book.remove(uuid.uuid4(), owner.pk)
    assert owner.pk not in {one.pk for one in book.load().entries}
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    assert len(book.load().below(book.entry_of(owner.pk))) == below


def test_what_is_added_beside_a_removed_entry_is_not_mixed_up_when_that_comes_back(demo):
    """A debt's event is removed, a debt added behind it, the event put back: it is still the first debt's."""
    last = book.load().of("debt")[-1]
    event = {"on": date(2027, 1, 2), "kind": "payment", "amount": Decimal("1.00")}
    book.add(uuid.uuid4(), "debt.event", event, owner=last)
    added = book.load().below(book.entry_of(last.pk))[-1]
    book.remove(uuid.uuid4(), added.pk)
    removal = book.last_change()
    book.add(uuid.uuid4(), "debt", {"id": "later", "balance": Decimal("1.00")})
    assert removal is not None
    book.undo(uuid.uuid4(), removal.pk)
    assert book.load().below(book.entry_of(last.pk))[-1].pk == added.pk


def test_paths_are_those_of_the_findings(offered):
    now = book.load()
    assert now.path_of(now.of("debt")[-1]) == f"debt[{len(now.of('debt')) - 1}]"
    owner = next(one for one in now.of("debt") if now.below(one))
    assert now.path_of(now.below(owner)[0]).startswith(f"{now.path_of(owner)}.")


def test_a_row_changed_behind_the_books_back_is_not_shown(demo):
    entry = book.load().of("debt")[0]
    Entry.objects.filter(pk=entry.pk).update(text=entry.text.replace("0", "1", 1))
    with pytest.raises(Damaged):
        book.load()


def test_several_changes_are_one_and_undone_as_one(demo):
    now, before = book.load(), book.load().text
    home, debt = now.of("household")[0], now.of("debt")[0]
    added = [(debt, "debt.event", {"on": date(2027, 1, 2), "kind": "payment"})] * 2
    edits = {home.pk: [Set("cash", Decimal("5.00"))], debt.pk: [Set("due_day", 3)]}
    book.change_many(uuid.uuid4(), "tick", now.version, edits, added)
    after = book.load()
    assert len(after.below(after.of("debt")[0])) == len(now.below(debt)) + 2
    with pytest.raises(book.Stale):
        book.change_many(uuid.uuid4(), "tick", now.version, edits, added)
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    assert book.load().text == before


def _pragma(cursor, name):
    cursor.execute(f"PRAGMA {name}")
    return cursor.fetchone()[0]


def test_the_database_is_set_as_promised(folder):
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "trusted_schema": 0,
    }
    with connection.cursor() as cursor:
        found = {name: _pragma(cursor, name) for name in wanted}
    assert found == wanted


def test_a_change_holds_others_off_from_its_first_moment(folder):
    """IMMEDIATE: while one is under way, before it has written anything, nobody else begins another."""
    held = keyring.held().file("default")
    other = driver.connect(str(held.path), timeout=0, isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{held.key.hex()}'\"")
    with transaction.atomic(), pytest.raises(driver.OperationalError, match="locked"):
        other.execute("BEGIN IMMEDIATE")
    other.execute("BEGIN IMMEDIATE")
    other.close()


def test_a_closed_book_gives_nothing(folder):
    shelf.lock()
    with pytest.raises(shelf.keyring.Locked):
        book.load()
