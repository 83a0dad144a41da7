"""Compound interest: what interest costs that is not paid in time, on top of penalty interest."""

from datetime import date
from typing import Final

from ashore.dates import add_months
from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, loan_of, shown
from ashore.lessons.figures.penalty import bears_penalty, penalty_yearly
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.parts import Owed

START_MONTHS: Final = 3
SHOWN_MONTHS: Final = (1, 2, 3, 6)
HEADS: Final = (
    Head("lesson-column-months-late", "late_nmonths"),
    Head("lesson-column-overdue-interest", "interest_fen"),
    Head("lesson-column-penalty", "penalty_fen"),
    Head("lesson-column-compound", "compound_fen"),
)


def compound_interest(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what arises while no instalment is paid; the slider holds the months after the next due day.

    Facts: `due_on` of the next instalment, `yearly_rate`, `penalty_yearly_rate`; `turned_nmonths` later
    `turned_interest_fen` overdue, `turned_penalty_fen` on the overdue principal, `turned_compound_fen` on the overdue
    interest, `turned_arrears_fen` due and unpaid in all.
    """
    loan, months = loan_of(known, example, _compounds), turned or START_MONTHS
    due_on, owed = _unpaid(loan, months)
    return Figures(
        {
            "debt_name": loan.name,
            "due_on": due_on,
            "yearly_rate": shown(loan.terms.rate.per_year()),
            "penalty_yearly_rate": shown(penalty_yearly(loan)),
            "turned_nmonths": months,
            "turned_interest_fen": owed.overdue_interest_fen,
            "turned_penalty_fen": owed.penalty_fen,
            "turned_compound_fen": owed.compound_fen,
            "turned_arrears_fen": owed.arrears_fen,
        },
        loan.own,
        HEADS,
        tuple((count, *_row(_unpaid(loan, count)[1])) for count in SHOWN_MONTHS),
    )


def _row(owed: Owed) -> tuple[int, int, int]:
    return owed.overdue_interest_fen, owed.penalty_fen, owed.compound_fen


def _compounds(debt: Debt, as_of: date) -> bool:
    return debt.terms.compound and bears_penalty(debt, as_of)


def _unpaid(loan: Loan, months: int) -> tuple[date, Owed]:
    """Return the next due day, and what is owed so many months after it when nothing is paid.

    The instalment that falls due on that very day is in time still.
    """
    account = loan.account()
    due_on = account.next_due
    account.advance(add_months(due_on, months, loan.terms.due_day))
    return due_on, account.owed()
