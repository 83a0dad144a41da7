"""A flat fee on each instalment: what it is a year, held against what is truly owed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.dates import add_months
from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, ahead_of, is_plain, loan_of, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.schedule import Row, contract_schedule
from ashore.loans.terms import Opening, Terms
from ashore.loans.truecost import Charges, flows_of, true_cost
from ashore.loans.yearly.conventions import YearlyRate

SHOWN: Final = (3, 6, 12, 24, 36)
HEADS: Final = (
    Head("lesson-column-instalments", "instalments_number"),
    Head("lesson-column-fees", "fees_fen"),
    Head("lesson-column-said-rate", "said_rate"),
    Head("lesson-column-true-rate", "true_rate"),
)


@dataclass(frozen=True, slots=True)
class _Cost:
    """A loan of so many instalments: all fees, the advertised yearly rate and the two true ones."""

    rows: tuple[Row, ...]
    fees_fen: int
    said: Decimal
    nominal: Decimal
    effective: Decimal


def flat_fee(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what a fee of each period comes to a year; the slider holds the number of instalments.

    Facts: `original_fen`, `fee_percent` and `fee_fen` of each period, `instalments_count`, `fees_fen` in all,
    `payment_fen` of each, `said_rate` (fee × 12), `true_rate` (IRR × 12), `compound_rate`, `half_fen` owed when half of
    the instalments are paid; with the slider's number `turned_count`, `turned_fees_fen`, `turned_rate`.
    """
    loan = loan_of(known, example, _fits)
    count = (_instalments(loan.debt, loan.opening.on) if loan.debt else None) or loan.opening.periods_left
    cost, other = _cost(loan, count), _cost(loan, turned or count)
    original = _original_fen(loan)
    return Figures(
        {
            "debt_name": loan.name,
            "original_fen": original,
            "fee_percent": shown(loan.terms.fee_per_period),
            "fee_fen": cost.rows[0].fee_fen,
            "instalments_count": count,
            "payment_fen": cost.rows[0].total_fen,
            "fees_fen": cost.fees_fen,
            "said_rate": cost.said,
            "true_rate": cost.nominal,
            "compound_rate": cost.effective,
            "half_fen": cost.rows[(count - 1) // 2].balance_fen,
            "turned_count": turned or count,
            "turned_fees_fen": other.fees_fen,
            "turned_said_rate": other.said,
            "turned_rate": other.nominal,
        },
        loan.own,
        HEADS,
        tuple((number, *_row(_cost(loan, number))) for number in SHOWN),
    )


def _row(cost: _Cost) -> tuple[int, Decimal, Decimal]:
    return cost.fees_fen, cost.said, cost.nominal


def _fits(debt: Debt, as_of: date) -> bool:
    fee = debt.terms.method == "flat-fee" and debt.terms.fee_per_period > 0
    return fee and is_plain(debt, as_of) and _instalments(debt, as_of) is not None


def _instalments(debt: Debt, as_of: date) -> int | None:
    """Return how many instalments a flat-fee debt had, from its original sum and its equal parts; None if unclear."""
    ahead, original = ahead_of(debt, as_of).principal_fen, debt.terms.original_fen
    if not original or debt.periods_left < 1 or original * debt.periods_left % ahead:
        return None
    return original * debt.periods_left // ahead


def _original_fen(loan: Loan) -> int:
    return loan.terms.original_fen or loan.opening.principal_fen


def _cost(loan: Loan, count: int) -> _Cost:
    """Return the cost of the same sum in so many instalments at the same fee, the first a month after the start."""
    on, original = loan.opening.on.replace(day=1), _original_fen(loan)
    terms = Terms(
        "flat-fee",
        loan.terms.rate,
        due_day=add_months(on, 1).day,
        rounding=loan.terms.rounding,
        fee_per_period=loan.terms.fee_per_period,
        original_fen=original,
    )
    rows = contract_schedule(terms, Opening(on, original, count, on))
    cost = true_cost(flows_of(on, original, rows, Charges()))
    rates = [cost.advertised_flat, cost.nominal, cost.effective]
    said, nominal, effective = (one.rate for one in rates if isinstance(one, YearlyRate))
    return _Cost(rows, cost.cost_fen, said, nominal, effective)
