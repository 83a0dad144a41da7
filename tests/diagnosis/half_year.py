"""Half a year of payments, the same in each month but for what a test changes: worked by hand, in yuan."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ashore.diagnosis.asked import Asked, OwedOn
from ashore.diagnosis.category_rules import Need
from ashore.household.model import Debt, Household, Income
from ashore.household.transactions import Nature, Transaction, TransactionKind
from ashore.loans.terms import Terms
from ashore.money import Rate

MONTHS = tuple(date(2025, month, 1) for month in range(1, 7))
BEFORE, AS_OF = date(2024, 12, 31), date(2025, 6, 30)
NEEDS: dict[str, Need] = {
    "housing": "essential", "food": "essential", "medical": "essential", "car": "either", "eating-out": "either",
    "games": "discretionary", "stock": "essential",
}  # fmt: skip


def row(month, day, yuan, kind: TransactionKind = "spending", nature: Nature = "purchase", **more):
    """Return a payment on a day of the month that begins on `month`."""
    return Transaction(month.replace(day=day), round(yuan * 100), kind, nature, source="bank", **more)


def rent(month, yuan=2_000):
    """Return a month's rent, on its first day."""
    return row(month, 1, yuan, category="housing")


def wage(month, yuan=5_000):
    """Return a month's wage."""
    return row(month, 15, yuan, "income", "wage")


def games(month, yuan, **more):
    """Return what nobody needs."""
    return row(month, 20, yuan, category="games", **more)


def drawn(month, yuan, debt="Loan", day=25):
    """Return a loan that came in."""
    return row(month, day, yuan, "transfer", "borrowed", counterparty=debt)


def repaid(month, yuan, debt="Loan", day=28, **more):
    """Return what was repaid on a debt."""
    return row(month, day, yuan, "repayment", "repaid", counterparty=debt, **more)


def owed(yuan, debt="Loan", on=BEFORE):
    """Return what was owed on an earlier day."""
    return OwedOn(debt, on, yuan * 100)


def debt(yuan, name="Loan", rate="0"):
    """Return a debt of today; without a rate it costs nothing."""
    terms = Terms("daily", Rate(Decimal(rate), "year"), accrual="daily", day_count="act/365")
    return Debt(id=name, name=name, creditor=name, terms=terms, balance_fen=round(yuan * 100))


def asked(rows, debts, *known, cash=0, **more):
    """Return a question about some payments, each with a line of its own in one file."""
    numbered = tuple(replace(one, file="bank.csv", row=place) for place, one in enumerate(rows, 1))
    home = Household(AS_OF, cash_fen=cash * 100, incomes=(Income("wage", 500_000),), debts=tuple(debts))
    return Asked(numbered, home, NEEDS, tuple(known), **more)


def stated(answer):
    """Return the parts of an answer by cause, in yuan, without those of nothing."""
    return {one.cause: one.part.fen / 100 for one in answer.shares if one.part.fen}
