"""What each payment is in the account of a debt: one role for each row, and its sign.

Repayments cancel: what they cost shows on the debt.  Transfers between own accounts are neither way.  A purchase on
credit is spending once, on its day; paying that credit back is a repayment.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final, Literal

from ashore.diagnosis.categories import TO_PEOPLE, own_fee_fen
from ashore.diagnosis.category_rules import FEES, UNKNOWN, Need
from ashore.household.transactions import Transaction

Role = Literal[
    "income", "essential", "discretionary", "open", "takings", "shop", "draw", "repay", "charge", "own", "unclear",
]  # fmt: skip
"""`open`: spending of which nobody has said whether a household can do without it.  `charge`: a cost of a debt.
`unclear`: a transfer of which nobody knows whether it stayed with the person; below zero where it came in."""

ROLE_OF_NEED: Final[Mapping[Need, Role]] = {
    "essential": "essential",
    "discretionary": "discretionary",
    "either": "open",
}


@dataclass(frozen=True, slots=True)
class Sorted:
    """A payment with its role.  `fen` is what it adds to that role: below zero for a refund.

    `on_credit`: it did not move cash but what is owed.
    """

    row: Transaction
    role: Role
    fen: int
    category: str = UNKNOWN
    on_credit: bool = False

    @property
    def lent_fen(self) -> int:
        """Return what it adds to what is owed, interest apart: a draw, a purchase on credit; below zero repaid."""
        if self.role == "draw":
            return self.fen
        if self.role == "repay":
            return -self.fen
        return self.fen if self.on_credit and self.role != "charge" else 0


def sort_rows(ledger: Sequence[Transaction], needs: Mapping[str, Need]) -> tuple[Sorted, ...]:
    """Return each payment with its role, in the order of days and then of all else: a permuted ledger is the same."""
    rows = sorted(ledger, key=_place)
    bought = {(row.source, row.order): row for row in rows if row.kind == "spending" and row.order}
    return tuple(found for row in rows for found in _sorted(row, bought, needs))


def _place(row: Transaction) -> tuple[object, ...]:
    """Return all that an answer can depend on, the day and hour first: rows that are the same here are the same."""
    at = row.at or time.max
    said = (row.source, row.order, row.refund_of, row.counterparty, row.text, row.method, row.account)
    kinds = (row.kind, row.nature, row.category, row.credit, row.way, str(row.business))
    return (row.day, at, row.file, row.row, row.amount_fen, row.fee_fen, *said, *kinds)


def _sorted(
    row: Transaction, bought: Mapping[tuple[str, str], Transaction], needs: Mapping[str, Need]
) -> tuple[Sorted, ...]:
    """Return a payment with its role; the fee that an app took for a repayment is a cost of the debt, apart.

    What it took for moving the person's own money is spending.
    """
    if row.kind == "repayment":
        paid = Sorted(row, "repay", row.amount_fen - row.fee_fen)
        return (paid, Sorted(row, "charge", row.fee_fen)) if row.fee_fen else (paid,)
    if row.kind == "spending":
        return (_spent(row, row, row.amount_fen, needs),)
    if row.kind == "refund":
        return (_spent(row, bought.get((row.source, row.refund_of), row), -row.amount_fen, needs),)
    if row.kind == "income":
        shop = row.business or (row.business is None and row.nature == "takings")
        return (Sorted(row, "takings" if shop else "income", row.amount_fen),)
    if fee := own_fee_fen(row):
        return (Sorted(row, "own", 0), Sorted(row, ROLE_OF_NEED[needs.get(FEES, "either")], fee, FEES))
    return (_moved(row, needs),)


def _spent(row: Transaction, of: Transaction, fen: int, needs: Mapping[str, Need]) -> Sorted:
    """Return spending, or what came back of it, under what the purchase was for."""
    category, on_credit = row.category or of.category, bool(row.credit or of.credit)
    if of.nature == "interest" and not on_credit:
        return Sorted(row, "repay", fen)
    if of.nature in {"interest", "fee"} and on_credit:
        return Sorted(row, "charge", fen, on_credit=True)
    if row.business or (row.business is None and of.business):
        return Sorted(row, "shop", fen, category, on_credit)
    return Sorted(row, ROLE_OF_NEED[needs.get(category, "either")], fen, category, on_credit)


def _moved(row: Transaction, needs: Mapping[str, Need]) -> Sorted:
    """Return a transfer: borrowed, between own accounts, gone to somebody, or nobody knows."""
    if row.nature == "borrowed":
        return Sorted(row, "draw", row.amount_fen)
    if row.nature == "own-account":
        return Sorted(row, "own", 0)
    if row.nature in TO_PEOPLE and row.way == "in":
        return Sorted(row, "income", row.amount_fen)
    if row.category or row.nature in TO_PEOPLE:
        return _spent(row, row, row.amount_fen, needs)
    return Sorted(row, "unclear", -row.amount_fen if row.way == "in" else row.amount_fen)


def cash_fen(one: Sorted) -> int:
    """Return what a payment adds to the person's cash, in fen; what was bought on credit moves none."""
    if one.role in {"income", "takings", "draw"}:
        return one.fen
    return 0 if one.on_credit or one.role in {"own", "unclear"} else -one.fen
