"""A friend's loan that came, as the file's table: the same dues as the plan counted on, counted here by fractions."""

from datetime import date
from fractions import Fraction

import pytest

from ashore.household.besides import friend_debt
from ashore.household.file.plain import to_toml
from ashore.household.model import FriendLoan
from ashore.household.standing import standing_of
from ashore.packs.products import all_products
from household.files import read


def level_fen(principal_fen, yearly, months):
    """Return the level payment, by the sum of the discount factors."""
    growth = 1 + yearly / 12
    return principal_fen / sum(1 / growth**month for month in range(1, months + 1))


def standing(table, as_of):
    """Return how a debt stands that is read from its table."""
    keys = "\n".join(f"{key} = {to_toml(value)}" for key, value in {"id": "d", **table}.items())
    text = f'format = "ashore/1"\n[household]\nas_of = {as_of}\n[[debt]]\n{keys}\n'
    return standing_of(read(text, all_products()).debts[0], as_of)


@pytest.mark.parametrize(
    ("came", "day", "left"),
    [
        (date(2027, 2, 5), date(2027, 2, 20), 12),
        (date(2027, 2, 5), date(2027, 3, 4), 12),
        (date(2027, 2, 5), date(2027, 3, 5), 11),
        (date(2027, 1, 31), date(2027, 2, 28), 11),
        (date(2027, 2, 5), date(2027, 6, 30), 8),
        (date(2027, 2, 5), date(2029, 2, 5), 1),
    ],
)
def test_the_instalments_that_fell_due_are_behind(came, day, left):
    lever = FriendLoan("Li", 6000_00, Fraction(4, 100), 12)
    assert friend_debt(lever, came, 5000_00, day)["periods_left"] == left


def test_its_first_instalment_is_the_level_payment():
    lever = FriendLoan("Li", 6000_00, Fraction(4, 100), 12)
    table = friend_debt(lever, date(2027, 2, 5), 6000_00, date(2027, 2, 5))
    one = standing(table, date(2027, 2, 5))
    assert abs(one.next_fen - level_fen(6000_00, Fraction(4, 100), 12)) < 1


def test_without_a_rate_it_costs_nothing():
    table = friend_debt(FriendLoan("Li", 600_00, months=3), date(2027, 2, 5), 600_00, date(2027, 2, 5))
    assert standing(table, date(2027, 2, 5)).next_fen == 200_00
