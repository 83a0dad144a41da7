"""The same loan stretched, or kept at half its rate: what each does to an instalment and to all interest."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from ashore.errors import Message
from ashore.household.model import Debt
from ashore.lessons.figures.fitting import INSTALMENTS, Example, Loan, is_running, loan_of, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.concessions import accept
from ashore.loans.schedule import dues_of
from ashore.loans.terms import Concession
from ashore.money import Rate

START_MONTHS: Final = 12
HALF: Final = Decimal("0.5")
HEADS: Final = (
    Head("lesson-column-way", "way"),
    Head("lesson-column-instalment", "instalment_fen"),
    Head("lesson-column-all-interest", "interest_fen"),
    Head("lesson-column-instalments", "instalments_number"),
)


@dataclass(frozen=True, slots=True)
class _Way:
    """A way of paying the loan: its next instalment but one, all interest and fees from here on, how many there are.

    The second instalment is shown: an agreed rate holds from the next due on, so the first is what it was.
    """

    instalment_fen: int
    interest_fen: int
    count: int


def rate_or_instalment(known: Known, example: Example, turned: int | None) -> Figures:
    """Return a loan as it is, stretched, and at half the rate; the slider holds the months it is stretched by.

    Facts: `principal_fen`, `yearly_rate`, `half_rate`; of the contract `instalment_fen`, `interest_fen`,
    `instalments_nmonths`; stretched by `turned_nmonths`: `turned_instalment_fen`, `turned_interest_fen`,
    `turned_more_fen` more interest; at half the rate: `lower_instalment_fen`, `lower_interest_fen`, `lower_less_fen`.
    """
    loan, months = loan_of(known, example, _fits), turned or START_MONTHS
    left, rate = loan.opening.periods_left, loan.terms.rate
    usual = _way(loan, None)
    longer = _way(loan, Concession("extend", "to-ask", months=left + months))
    lower = _way(loan, Concession("rate", "to-ask", rate=Rate(rate.value * HALF, rate.per)))
    return Figures(
        {
            "debt_name": loan.name,
            "principal_fen": loan.account().principal_fen,
            "yearly_rate": shown(rate.per_year()),
            "half_rate": shown(rate.per_year() / 2),
            "instalment_fen": usual.instalment_fen,
            "interest_fen": usual.interest_fen,
            "instalments_nmonths": usual.count,
            "turned_nmonths": months,
            "turned_instalment_fen": longer.instalment_fen,
            "turned_interest_fen": longer.interest_fen,
            "turned_more_fen": longer.interest_fen - usual.interest_fen,
            "lower_instalment_fen": lower.instalment_fen,
            "lower_interest_fen": lower.interest_fen,
            "lower_less_fen": usual.interest_fen - lower.interest_fen,
        },
        loan.own,
        HEADS,
        (
            (Message("lesson-way-contract"), *_row(usual)),
            (Message("lesson-way-longer", {"more_nmonths": months}), *_row(longer)),
            (Message("lesson-way-lower"), *_row(lower)),
        ),
    )


def _row(way: _Way) -> tuple[int, int, int]:
    return way.instalment_fen, way.interest_fen, way.count


def _fits(debt: Debt, as_of: date) -> bool:
    """A loan in instalments of which at least two are still to come."""
    return is_running(debt, as_of) and debt.terms.method in INSTALMENTS and debt.periods_left > 1


def _way(loan: Loan, concession: Concession | None) -> _Way:
    account = loan.account()
    if concession is not None:
        account = accept(account, concession)
    rows = dues_of(account)
    interest = sum(row.interest_fen + row.fee_fen for row in rows)
    return _Way(rows[min(1, len(rows) - 1)].total_fen, interest, len(rows))
