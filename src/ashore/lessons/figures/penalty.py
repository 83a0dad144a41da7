"""Penalty interest: what an instalment costs that is paid late, by its contract."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Final

from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, is_running, loan_of, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.account import TermAccount
from ashore.loans.accrual import penalty_per_day
from ashore.loans.parts import COMPOUND, DAMAGES, INTEREST, PENALTY, PRINCIPAL, Parts
from ashore.money import DAYS_PER_BANK_YEAR

START_DAYS: Final = 30
SHOWN_DAYS: Final = (1, 7, 15, 30, 60, 90)
HEADS: Final = (
    Head("lesson-column-days-late", "late_ndays"),
    Head("lesson-column-penalty", "penalty_fen"),
    Head("lesson-column-more", "more_fen"),
)


@dataclass(frozen=True, slots=True)
class _Late:
    """An instalment so many days after its due day: its parts as they fell due, and with what was added."""

    due_on: date
    due: Parts
    now: Parts

    @property
    def more_fen(self) -> int:
        """Return what being late added."""
        return self.now[PENALTY] + self.now[COMPOUND] + self.now[DAMAGES]


def penalty_interest(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what the next instalment costs when it is paid late; the slider holds the days.

    Facts: `due_on`, `due_fen` with `due_principal_fen` and `due_interest_fen`; `yearly_rate` of the contract and
    `penalty_yearly_rate`, `markup_rate` between them; `turned_ndays` with `turned_penalty_fen`, `turned_compound_fen`,
    `turned_damages_fen` and `turned_more_fen` together.
    """
    loan, days = loan_of(known, example, bears_penalty), turned or START_DAYS
    late = late_by(loan, days)
    yearly, penalty = loan.terms.rate.per_year(), penalty_yearly(loan)
    return Figures(
        {
            "debt_name": loan.name,
            "due_on": late.due_on,
            "due_fen": sum(late.due),
            "due_principal_fen": late.due[PRINCIPAL],
            "due_interest_fen": late.due[INTEREST],
            "yearly_rate": shown(yearly),
            "penalty_yearly_rate": shown(penalty),
            "markup_rate": shown(max(Fraction(0), penalty / yearly - 1)),
            "turned_ndays": days,
            "turned_penalty_fen": late.now[PENALTY],
            "turned_compound_fen": late.now[COMPOUND],
            "turned_damages_fen": late.now[DAMAGES],
            "turned_more_fen": late.more_fen,
        },
        loan.own,
        HEADS,
        tuple((count, *_row(late_by(loan, count))) for count in SHOWN_DAYS),
    )


def _row(late: _Late) -> tuple[int, int]:
    return late.now[PENALTY], late.more_fen


def bears_penalty(debt: Debt, as_of: date) -> bool:
    """Return whether a loan's interest runs and its contract has a rate for what is overdue."""
    rule = debt.terms.penalty
    return is_running(debt, as_of) and bool(rule.multiple or (rule.rate and rule.rate.value))


def penalty_yearly(loan: Loan) -> Fraction:
    """Return the rate that overdue amounts bear, a year of 360 days."""
    per_day = penalty_per_day(loan.terms.penalty, loan.terms.rate, loan.terms.day_count)
    return Fraction(*per_day) * DAYS_PER_BANK_YEAR


def late_by(loan: Loan, days: int) -> _Late:
    """Return the next instalment so many days after its due day, nothing of it paid."""
    account = loan.account()
    assert isinstance(account, TermAccount)
    account.advance(account.next_due)
    due_on, due = account.day, account.items[0].parts[:]
    account.advance(due_on + timedelta(days=days))
    account.post_penalties(account.day)
    return _Late(due_on, due, account.items[0].parts[:])
