"""What was paid this month already stands below what is still to be paid, with a tick, oldest first."""

from datetime import date

from ashore.documents.answer.opening import payments
from ashore.documents.answer.view import View, help_of
from ashore.documents.blocks import Say
from ashore.household import read_household
from ashore.packs.planned import plan_of
from ashore.packs.products import all_products
from ashore.texts.language import Language
from ashore.texts.sentences import say

HEAD = 'format = "ashore/1"\n[household]\nas_of = 2026-11-27\ncash = 90.00\n'
LOANS = """[[income]]
name = "wage"
amount = 9000.00
day = 10
[[spending]]
name = "food"
amount = 2000.00
[[debt]]
id = "a"
name = "网商贷"
product = "cn/mybank-wangshangdai"
balance = 6000.00
due_day = 15
periods_left = 6
[[debt.event]]
on = 2026-10-15
kind = "payment"
amount = 77.00
[[debt.event]]
on = 2026-11-15
kind = "payment"
amount = 1100.00
[[debt]]
id = "b"
name = "card"
product = "cn/credit-card"
balance = 0.00
due_day = 9
[[debt.event]]
on = 2026-11-09
kind = "payment"
amount = 900.50
"""


def told(text: str, language: Language = "en") -> list[str]:
    """Return what is said below the payments, the notes left out."""
    household = read_household(text.encode(), all_products()).household
    assert household is not None
    part = payments(View(plan_of(household), help_of("cn"), today=date(2026, 11, 27)))
    assert part is not None
    found = [one for one in part.blocks if isinstance(one, Say) and one.tone in ("head", "item")]
    return [say(one.message, language) for one in found]


def test_each_payment_of_the_month_has_its_tick_the_oldest_first():
    assert told(HEAD + LOANS) == [
        "Paid this month already",
        "✓ 9 Nov 2026: card, ¥900.50",
        "✓ 15 Nov 2026: 网商贷, ¥1,100",
    ]


def test_in_chinese_too():
    assert told(HEAD + LOANS, "zh")[:2] == ["这个月已经付了", "✓ 2026年11月9日：card，¥900.50"]


def test_of_an_earlier_month_nothing_is_left():
    assert told(HEAD.replace("11-27", "12-27") + LOANS) == []


def test_where_nothing_can_be_paid_it_still_stands_there():
    assert told(HEAD + LOANS.replace("amount = 9000.00", "amount = 2000.00")) != []
