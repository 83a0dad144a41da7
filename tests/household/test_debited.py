"""What could be taken tomorrow: what is overdue and what falls due, never more than lies there, by hand figures."""

import pytest

from ashore.household.debited import takeable_of
from household.files import read

HOME = """format = "ashore/1"
[household]
as_of = 2027-01-31
[[account]]
id = "card"
balance = {card}
debited_by = {named}
for = "living"
[[account]]
id = "purse"
balance = 700.00
[[debt]]
id = "a"
name = "A"
balance = 1000.00
periods_left = 10
due_day = {due}
rate = "0%/year"
method = "equal-principal"
arrears = {{since = 2027-01-15, principal = 200.00, interest = 30.00, penalty = 4.50}}
[[debt]]
id = "b"
name = "B"
balance = 600.00
periods_left = 6
due_day = 20
rate = "0%/year"
method = "equal-principal"
"""


def taken(card="5000.00", named='["a", "b"]', due=15):
    """Return what could be taken, by account: the sum and whose."""
    household = read(HOME.format(card=card, named=named, due=due))
    return [(one.account.id, one.fen, [debt.id for debt in one.debts]) for one in takeable_of(household)]


def test_what_is_overdue_is_asked_for_penalty_included():
    """A is overdue with ¥200, ¥30 and ¥4.50; B owes nothing before 20 February."""
    assert taken() == [("card", 234_50, ["a"])]


def test_a_due_of_tomorrow_is_asked_for_too():
    """A falls due on the 1st: of ¥1,000 in ten parts ¥200 are overdue, the next part is ¥800 / 10."""
    assert taken(due=1) == [("card", 234_50 + 80_00, ["a"])]


def test_no_more_is_taken_than_is_there():
    assert taken(card="120.00") == [("card", 120_00, ["a"])]


@pytest.mark.parametrize(("card", "named"), [("0.00", '["a"]'), ("5000.00", '["b"]'), ("5000.00", "[]")])
def test_nothing_there_nothing_asked_or_nobody_named(card, named):
    assert taken(card=card, named=named) == []


CARD = """format = "ashore/1"
[household]
as_of = 2027-01-{day}
[[account]]
id = "purse"
balance = 9000.00
debited_by = ["c"]
[[debt]]
id = "c"
name = "C"
balance = 3000.00
method = "revolving"
rate = "0%/year"
statement_day = 5
due_day = 25
minimum = {{percent = "10%"}}
{late}
"""


@pytest.mark.parametrize(
    ("day", "late", "fen"),
    [
        (26, "arrears = {since = 2027-01-25, principal = 300.00}", 3000_00),
        (10, "", 0),
    ],
)
def test_a_card_that_is_due_takes_the_statement_and_not_its_minimum(day, late, fen):
    """Of ¥3,000 the minimum is ¥300; once that is overdue the lender takes all that is there of what is owed."""
    household = read(CARD.format(day=day, late=late))
    assert sum(one.fen for one in takeable_of(household)) == fen
