"""Instalments moved to later: what that costs when interest goes on, and what it does to the first one after."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.dates import add_months
from ashore.errors import Message
from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, is_plain, is_unmoved, loan_of, runs, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.concessions import accept
from ashore.loans.schedule import Row, dues_of
from ashore.loans.terms import Concession, Deferral

START_MONTHS: Final = 3
MODES: Final[tuple[Deferral, ...]] = ("pay", "accrue", "add")
HEADS: Final = (
    Head("lesson-column-interest-is", "way"),
    Head("lesson-column-first-after", "first_fen"),
    Head("lesson-column-more-in-all", "more_fen"),
)


@dataclass(frozen=True, slots=True)
class _Deferred:
    """A deferral of one kind: what is paid in all, the first due after it, and the last day."""

    total_fen: int
    first: Row
    ends_on: date


def deferral_cost(known: Known, example: Example, turned: int | None) -> Figures:
    """Return what moving the next instalments costs; the slider holds how many months.

    Facts: `principal_fen` ahead, `yearly_rate`, `usual_on` and `usual_fen` of the next instalment, `ends_on` without a
    deferral; with it `turned_nmonths`, `turned_first_on` and `turned_first_fen` of the first instalment after,
    `turned_ends_on`, `turned_more_fen` more in all where interest goes on and is paid with that first instalment,
    `turned_added_more_fen` where it is added to the principal each month.
    """
    loan, months = loan_of(known, example, _fits), turned or START_MONTHS
    rows = dues_of(loan.account())
    usual = sum(row.total_fen for row in rows)
    found = {mode: _deferred(loan, months, mode) for mode in MODES}
    accrued = found["accrue"]
    return Figures(
        {
            "debt_name": loan.name,
            "principal_fen": loan.account().principal_fen,
            "yearly_rate": shown(loan.terms.rate.per_year()),
            "usual_on": rows[0].due,
            "usual_fen": rows[0].total_fen,
            "ends_on": rows[-1].due,
            "turned_nmonths": months,
            "turned_first_on": accrued.first.due,
            "turned_first_fen": accrued.first.total_fen,
            "turned_ends_on": accrued.ends_on,
            "turned_more_fen": accrued.total_fen - usual,
            "turned_added_more_fen": found["add"].total_fen - usual,
        },
        loan.own,
        HEADS,
        tuple(
            (Message(f"lesson-deferral-{mode}"), one.first.total_fen, one.total_fen - usual)
            for mode, one in found.items()
        ),
    )


def _fits(debt: Debt, as_of: date) -> bool:
    """A running loan; where a deferral is agreed already, it is looked at as it stood before."""
    agreed = debt.in_writing
    deferred = bool(agreed) and all(one.kind == "defer" for one in agreed)
    return runs(debt) and (is_unmoved(debt, as_of) if deferred else is_plain(debt, as_of))


def _deferred(loan: Loan, months: int, mode: Deferral) -> _Deferred:
    account = loan.account()
    back_on = add_months(account.next_due, months, loan.terms.due_day)
    rows = dues_of(accept(account, Concession("defer", "to-ask", months=months, interest=mode)))
    first = next((row for row in rows if row.due >= back_on), rows[-1])
    return _Deferred(sum(row.total_fen for row in rows), first, rows[-1].due)
