"""Payments for tests of budgets and reviews."""

from dataclasses import replace
from datetime import date

from ashore.dates import Month
from ashore.diagnosis.category_rules import CATEGORIES, Need
from ashore.household.model import Household
from ashore.household.transactions import Transaction, TransactionKind
from ashore.packs.categories import load_rules
from ashore.planning.outcome import CashRow, Outcome
from planning.small import follow

NEEDS: dict[str, Need] = dict(load_rules("cn").needs)
ONE_CODE = {
    need: next(code for code in CATEGORIES if NEEDS[code] == need)
    for need in ("essential", "either", "discretionary")
}


def spent(
    yuan: float, day: date, category: str = "food", kind: TransactionKind = "spending", **more: object
) -> Transaction:
    """Return a payment of so many yuan."""
    row = Transaction(day, round(yuan * 100), kind, "purchase", category=category, source="alipay")
    return replace(row, **more)  # pyright: ignore[reportArgumentType] - each test names a field with its own type


def cash_rows(first: Month, start_fen: int, months: list[tuple[int, int]]) -> tuple[CashRow, ...]:
    """Return cash rows with these incomes and payments to debts and nothing else; the first month begins with a sum."""
    rows: list[CashRow] = []
    for place, (income, debt) in enumerate(months):
        start = rows[-1].end_fen if rows else start_fen
        rows.append(CashRow(first.plus(place), start, income, 0, 0, debt, start + income - debt))
    return tuple(rows)


def outcome_of(first: Month, start_fen: int, months: list[tuple[int, int]]) -> Outcome:
    """Return an outcome that has these cash rows and no payment."""
    empty = follow(Household(first.plus(-1).last), horizon=1)
    return replace(empty, cash=cash_rows(first, start_fen, months), payments=())
