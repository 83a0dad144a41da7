"""A thing to sell: the fee lowers what comes in, the price asked changes nothing, what is sold is not sold again."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.documents.money import Money, money_parts
from ashore.household.dumping import dump_household
from ashore.household.flows import sale_fen
from ashore.household.model import Asset, Household
from ashore.household.reading import read_household
from ashore.packs.pack import load_pack
from ashore.planning.plan import make_plan
from ashore.planning.worth import Levers
from ashore.texts import say
from planning.small import debt, wage

AS_OF = date(2027, 1, 31)
PHONE = Asset("旧手机", 1000_00, sell=True)


@pytest.mark.parametrize(
    ("asset", "month", "fen"),
    [
        (PHONE, 1, 1000_00),
        (replace(PHONE, fee=Fraction(6, 100)), 1, 940_00),
        (replace(PHONE, fee=Fraction(1)), 1, 0),
        # 1,000 after a month that takes a tenth is 900, of which 5 % go: 855; after two months 810 and 769.50
        (replace(PHONE, decay=Fraction(1, 10), fee=Fraction(5, 100)), 1, 855_00),
        (replace(PHONE, decay=Fraction(1, 10), fee=Fraction(5, 100)), 2, 769_50),
        # 0.16 of 33.33 is 5.3328, so 27.9972 stay: whole fen, down
        (replace(PHONE, value_fen=33_33, fee=Fraction(16, 100)), 1, 27_99),
        (replace(PHONE, asked_fen=5000_00), 1, 1000_00),
    ],
)
def test_what_a_sale_brings(asset, month, fen):
    assert sale_fen(asset, month) == fen


def home(*assets):
    """Return a household that the sale helps."""
    return Household(AS_OF, incomes=(wage(900),), assets=assets, debts=(debt(balance=10_000, periods=12),))


def sold(*assets):
    """Return what a plan sells and for how much, in fen."""
    return [(one.asset, one.fen) for one in make_plan(home(*assets), horizon=36).outcome.sales]


def test_a_plan_counts_with_what_stays_after_the_fee():
    assert sold(PHONE) == [("旧手机", 1000_00)]
    assert sold(replace(PHONE, fee=Fraction(6, 100))) == [("旧手机", 940_00)]
    assert sold(replace(PHONE, asked_fen=9000_00, note="在抽屉里", selling="listed")) == [("旧手机", 1000_00)]


def test_what_is_sold_is_not_sold_again():
    assert sold(replace(PHONE, selling="sold")) == []
    plan = make_plan(home(replace(PHONE, selling="sold")), horizon=36)
    assert not [one for one in Levers(plan.household, plan.policy, plan.horizon).all() if one.kind == "sale"]


FILE = """
format = "ashore/1"
[household]
as_of = 2027-01-31
[[asset]]
name = "旧手机"
value = 1000.00
sell = true
asked = 1200.00
fee = "6%"
selling = "{selling}"
note = "充电器在抽屉里"
"""


@pytest.mark.parametrize(
    ("typed", "read"), [("thinking", "thinking"), ("listed", "listed"), ("sold", "sold"), ("卖了", "sold")]
)
def test_the_keys_are_read_and_written_as_they_were(typed, read):
    found = read_household(FILE.replace("{selling}", typed).encode(), {})
    assert found.household is not None
    (one,) = found.household.assets
    assert (one.asked_fen, one.fee, one.selling, one.note) == (
        1200_00,
        Fraction(6, 100),
        read,
        "充电器在抽屉里",
    )
    again = read_household(dump_household(found.household).encode(), {}).household
    assert again is not None
    assert again.assets == found.household.assets


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('fee = "6%"', None),
        ("fee = 0.06", "share-wrong"),
        ('fee = "120%"', "share-too-large"),
        ('selling = "soon"', "word-wrong"),
        ("asked = -5", "amount-negative"),
        ("note = 3", "text-wrong"),
    ],
)
def test_what_cannot_be_read_is_named(line, code):
    text = FILE.replace("{selling}", "listed")
    key = line.partition(" =")[0]
    kept = "\n".join(one for one in text.splitlines() if not one.startswith(f"{key} ="))
    codes = [
        one.code for one in read_household(f"{kept}\n{line}\n".encode(), {}).findings if key in one.place.path
    ]
    assert codes == ([code] if code else [])


def lines(language, **more):
    """Return what the money page says of a thing to sell."""
    plan = make_plan(home(replace(PHONE, **more)), horizon=36)
    worths = tuple(Levers(plan.household, plan.policy, plan.horizon).all())
    parts = money_parts(Money(View(plan, help_of("cn")), worths, (), load_pack("cn")))
    part = next((one for one in parts if one.code == "money-head-sale"), None)
    return [say(one.message, language) for one in (part.blocks if part else ()) if isinstance(one, Say)]


@pytest.mark.parametrize(
    ("language", "own", "asked", "listed"),
    [
        ("zh", "要抽 6%，也就是 ¥60，到手 ¥940", "要价 ¥1,200", "已经挂出去了"),
        ("en", "6% of the price, ¥60, goes", "You ask ¥1,200", "put up for sale"),
    ],
)
def test_the_page_says_what_was_written_down(language, own, asked, listed):
    told = lines(language, fee=Fraction(6, 100), asked_fen=1200_00, selling="listed", note="充电器在抽屉里")
    assert all(any(each in one for one in told) for each in (own, asked, listed, "充电器在抽屉里"))
    plain = lines(language)
    assert not any(each in one for one in plain for each in (own, asked, listed))
    assert len([one for one in told if "1.6%" in one or "0.6%" in one]) == 0  # the pack's fee is left out
    assert lines(language, selling="sold") == []
