"""The book as it stood before payments were first told: whatever was changed, undone or put right since."""

import uuid
from datetime import date
from decimal import Decimal

import pytest

from ashore.household.writing import Set
from ashore.store import book, history

HOME = """format = "ashore/1"
[household]
as_of = 2027-01-31
cash = 5000.00
[[debt]]
id = "a"
balance = 1200.00
rate = "0%/year"
periods_left = 12
due_day = 15
# a second one
[[debt]]
id = "b"
balance = 600.00
rate = "0%/year"
periods_left = 6
due_day = 15
"""


@pytest.fixture
def kept(folder):
    """Return nothing; a household with two debts is in the book."""
    book.replace_all(uuid.uuid4(), HOME)


def tell(balance: str, day: date) -> None:
    """Tell a payment of ¥100 on the first debt, as the app does."""
    now = book.load()
    home, debt = now.of("household")[0], now.of("debt")[0]
    edits = {home.pk: [Set("as_of", day)], debt.pk: [Set("balance", Decimal(balance))]}
    paid = (debt, "debt.event", {"on": day, "kind": "payment", "amount": Decimal("100.00")})
    book.change_many(uuid.uuid4(), "tick", now.version, edits, (paid,))


def test_before_anything_is_told_there_is_no_earlier_book(kept):
    book.add(uuid.uuid4(), "income", {"name": "wage", "amount": Decimal("3000.00")})
    assert history.before_first_told() is None


def test_the_book_before_the_first_of_several(kept):
    before = book.load().text
    tell("1100.00", date(2027, 2, 15))
    tell("1000.00", date(2027, 3, 15))
    earlier = history.before_first_told()
    assert earlier is not None
    assert earlier.text == before == HOME
    assert earlier.reading() == book.read_text(HOME)


def test_what_was_put_right_before_is_in_it_and_what_was_changed_later_is_not(kept):
    debt = book.load().of("debt")[1]
    book.edit(uuid.uuid4(), debt.pk, debt.version, [Set("balance", Decimal("650.00"))])
    before = book.load().text
    tell("1100.00", date(2027, 2, 15))
    book.remove(uuid.uuid4(), debt.pk)
    book.add(uuid.uuid4(), "income", {"name": "wage", "amount": Decimal("3000.00")})
    earlier = history.before_first_told()
    assert earlier is not None
    assert earlier.text == before


def test_what_was_told_and_undone_was_not_told(kept):
    tell("1100.00", date(2027, 2, 15))
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    assert history.before_first_told() is None


def test_of_two_the_first_undone_counts_the_second(kept):
    before = book.load().text
    tell("1100.00", date(2027, 2, 15))
    change = book.last_change()
    assert change is not None
    book.undo(uuid.uuid4(), change.pk)
    tell("1150.00", date(2027, 2, 20))
    earlier = history.before_first_told()
    assert earlier is not None
    assert earlier.text == before


def test_a_file_taken_in_later_does_not_hide_it(kept):
    tell("1100.00", date(2027, 2, 15))
    book.replace_all(uuid.uuid4(), HOME.replace("1200.00", "900.00").replace("2027-01-31", "2027-04-30"))
    earlier = history.before_first_told()
    assert earlier is not None
    assert earlier.text == HOME
