"""Purchases on credit in a review: they leave the money at hand alone and are owed; none vanishes, none is guessed."""

from typing import Any

import pytest

from ashore.household.model import Household
from ashore.household.transactions import Transaction
from ashore.planning.on_credit import OnCredit, bought_since, with_bought
from ashore.planning.review import went_well
from planning.small import debt, wage
from planning.spent import spent
from planning.test_review import AS_OF, MIDDLE, home, repaid, reviewed

CARD = debt("card", 1000, method="revolving")
OTHER = debt("other", 500, method="revolving")
FIXED = debt("fixed", 700)
NAMED = {"card": ("招商银行", "信用卡"), "other": ("中信银行", "信用卡"), "fixed": ("花呗",)}


def bought(yuan: float, credit: str = "card", **more: Any) -> Transaction:
    """Return a purchase on credit."""
    return spent(yuan, MIDDLE, credit=credit, **more)


def of(*rows: Transaction, debts=(CARD, FIXED), on=None):
    """Return what rows bought on credit."""
    return bought_since(Household(AS_OF, debts=debts), rows, on or {"card": "card", "other": "card"}, NAMED)


def test_purchases_less_what_came_back_are_owed_on_the_one_card():
    back = spent(30, MIDDLE, kind="refund", nature="refund", credit="card")
    assert of(bought(100), bought(20), back) == OnCredit({"card": 90_00})


def test_what_is_paid_at_once_and_what_a_card_charges_is_no_purchase_on_credit():
    charged = [bought(9, nature="interest"), bought(8, nature="fee")]
    assert of(spent(50, MIDDLE), *charged, repaid(100, "招商银行", MIDDLE)) == OnCredit()


@pytest.mark.parametrize(
    ("method", "account", "debt_id"),
    [
        ("招商银行信用卡(1234)", "", "card"),
        ("", "中信银行信用卡(9876)", "other"),
        ("信用卡", "", ""),
        ("工商银行信用卡", "", ""),
        ("", "", ""),
    ],
)
def test_of_two_cards_the_one_that_is_named_and_else_none(method, account, debt_id):
    found = of(bought(100, method=method, account=account), debts=(CARD, OTHER))
    assert found == (OnCredit({debt_id: 100_00}) if debt_id else OnCredit({}, 100_00))
    assert found.total_fen == 100_00


def test_credit_that_no_debt_stands_for_and_instalments_are_told_apart():
    """What is paid by instalments is a contract of its own: its schedule does not grow by what is bought later."""
    rows = [bought(100, "baitiao"), bought(50, "other"), bought(25, "huabei")]
    assert of(*rows, on={"card": "card", "fixed": "huabei"}) == OnCredit({}, 175_00)


@pytest.mark.parametrize(("fen", "balance"), [(90_00, 1_090_00), (-1_200_00, 0), (0, 1_000_00)])
def test_the_balance_is_raised_and_never_below_zero(fen, balance):
    found = with_bought(Household(AS_OF, debts=(CARD, FIXED)), OnCredit({"card": fen}))
    assert [one.balance_fen for one in found.debts] == [balance, 700_00]


def test_a_review_counts_them_to_the_debt_and_says_nobody_that_nothing_was_borrowed():
    household = home(incomes=(wage(3000, day=10),), debts=(debt("a"), CARD))
    rows = (repaid(100, "甲银行", MIDDLE), bought(600), bought(40, "baitiao"))
    plain = reviewed(rows[0], household=household)[1]
    review = reviewed(*rows, household=household, bought_on={"card": "card"})[1]
    before, after = (next(one for one in each.statements if one.debt == "card") for each in (plain, review))
    assert (after.balance_fen, after.bought_fen) == (before.balance_fen + 600_00, 600_00)
    assert review.moved.cash_fen == plain.moved.cash_fen
    assert {one.id: one.balance_fen for one in review.moved.debts}["card"] == after.balance_fen
    assert review.bought == OnCredit({"card": 600_00}, 40_00)
    codes = ["review-well-no-borrowing" in {one.code for one in went_well(each)} for each in (plain, review)]
    assert codes == [True, False]


def test_what_the_lender_shows_goes_before_what_the_bills_show():
    household = home(incomes=(wage(3000, day=10),), debts=(debt("a"), CARD))
    review = reviewed(bought(600), household=household, bought_on={"card": "card"}, said={"card": 1_550_00})[
        1
    ]
    line = next(one for one in review.statements if one.debt == "card")
    assert line.difference_fen == 1_550_00 - line.balance_fen
    assert {one.id: one.balance_fen for one in review.moved.debts}["card"] == 1_550_00
