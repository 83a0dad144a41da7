"""What becomes of a household when what its plan counted on has happened: a friend's money that came is a debt."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.dates import add_months
from ashore.household.keys.rates import rate_text
from ashore.household.keys.scalars import Amount
from ashore.household.model import FriendLoan
from ashore.money import Rate

YUAN: Final = Amount()


def friend_debt(lever: FriendLoan, came: date, owed_fen: int, day: date) -> Mapping[str, object]:
    """Return the file's table of a friend's loan that came on a day, with what is owed of it at the end of `day`.

    It is repaid as a plan counts it: in level payments on the day of the month on which it came, the first a month
    after it came.
    """
    passed = 0
    while add_months(came, passed + 1, came.day) <= day:
        passed += 1
    yearly = lever.rate_per_year
    rate = Rate(Decimal(yearly.numerator) / Decimal(yearly.denominator), "year")
    return {
        **({"name": lever.name} if lever.name else {}),
        "lender_kind": "friend",
        "priority": "family",
        "start": came,
        "balance": YUAN.write(owed_fen),
        "method": "level-payment",
        "rate": rate_text(rate),
        "periods_left": max(1, lever.months - passed),
        "due_day": came.day,
        "prepayment": {"allowed": False},
    }
