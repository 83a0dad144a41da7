"""A rate quoted by the day: what a day, a month and more cost at it, and what it is a year."""

from datetime import date, timedelta
from typing import Final

from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, is_running, loan_of, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.accrual import span_interest

TEN_THOUSAND_FEN: Final = 10_000_00
"""Lenders quote a daily rate as so much a day on ¥10,000."""
MONTH_DAYS: Final = 30
SHOWN_DAYS: Final = (1, 7, 30, 90, 180, 360)
YEAR_365: Final = 365
HEADS: Final = (Head("lesson-column-days", "owed_ndays"), Head("lesson-column-interest", "interest_fen"))


def daily_rate(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what interest comes to while nothing is repaid; the slider holds the days.

    Facts: `day_percent` as quoted, `wan_fen` a day on ¥10,000, `day_fen` and `month_fen` (30 days) on `principal_fen`,
    `yearly_rate` (× 360) and `yearly_365_rate`, `turned_ndays` with `turned_fen`.
    """
    loan = loan_of(known, example, _quoted_by_day)
    principal, days = loan.account().principal_fen, turned or MONTH_DAYS
    rate = loan.terms.rate
    return Figures(
        {
            "debt_name": loan.name,
            "principal_fen": principal,
            "day_percent": rate.value,
            "wan_fen": _interest_fen(loan, TEN_THOUSAND_FEN, 1),
            "day_fen": _interest_fen(loan, principal, 1),
            "month_fen": _interest_fen(loan, principal, MONTH_DAYS),
            "yearly_rate": shown(rate.per_year()),
            "yearly_365_rate": shown(rate.per_year(YEAR_365)),
            "turned_ndays": days,
            "turned_fen": _interest_fen(loan, principal, days),
        },
        loan.own,
        HEADS,
        tuple((count, _interest_fen(loan, principal, count)) for count in SHOWN_DAYS),
    )


def _quoted_by_day(debt: Debt, as_of: date) -> bool:
    return is_running(debt, as_of) and debt.terms.rate.per == "day"


def _interest_fen(loan: Loan, principal_fen: int, days: int) -> int:
    """Return the interest of so many days on a principal that stays as it is, in fen, rounded once."""
    terms, start = loan.terms, loan.opening.on
    span = (start, start + timedelta(days=days))
    return span_interest(
        principal_fen, terms.rate, "daily", terms.day_count, terms.due_day, span, span, terms.rounding
    )
