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
