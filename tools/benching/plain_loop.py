"""The plainest payoff loop a user would write: dicts and floats, one rate and one minimum per debt.

It knows no dates, no arrears, no penalty, no contract's rounding and no reserve, and takes a cent for nothing.
"""

from typing import TypedDict

MONTHS_MAX = 120
NOTHING = 0.005


class PlainDebt(TypedDict):
    """A debt as such scripts have it, in yuan."""

    balance: float
    rate: float
    minimum: float


def payoff(debts: list[PlainDebt], budget: float) -> tuple[int, float]:
    """Return (months, interest) of paying minimums and then the dearest debt first with a monthly budget."""
    open_debts = [debt.copy() for debt in debts]
    months, paid_interest = 0, 0.0
    while any(debt["balance"] > NOTHING for debt in open_debts) and months < MONTHS_MAX:
        months += 1
        left = budget
        for debt in open_debts:
            interest = debt["balance"] * debt["rate"]
            debt["balance"] += interest
            paid_interest += interest
        for debt in open_debts:
            payment = min(debt["minimum"], debt["balance"], left)
            debt["balance"] -= payment
            left -= payment
        for debt in sorted(open_debts, key=lambda one: one["rate"], reverse=True):
            payment = min(left, debt["balance"])
            debt["balance"] -= payment
            left -= payment
    return months, paid_interest
