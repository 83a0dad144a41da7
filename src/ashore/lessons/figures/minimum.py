"""A card of which the minimum alone is paid each month, held against a fixed sum each month."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Final

from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, Loan, is_plain, loan_of, shown
from ashore.lessons.known import Figures, Head, Known
from ashore.loans.parts import INTEREST, PRINCIPAL
from ashore.money import divide

START_PERCENT: Final = 15
MONTHS_MAX: Final = 600
AFTER: Final = (1, 6, 12, 24, 36)
HEADS: Final = (
    Head("lesson-column-after", "after_nmonths"),
    Head("lesson-column-minimum-left", "left_fen"),
    Head("lesson-column-interest-until", "interest_fen"),
)


@dataclass(frozen=True, slots=True)
class _Month:
    """A statement after it was paid: what was paid, of that the principal, what is left, interest charged so far."""

    paid_fen: int
    principal_fen: int
    left_fen: int
    interest_fen: int


def minimum_payment(known: Known, example: Example, turned: int | None) -> Figures:
    """Return where the minimum alone leads, and a fixed sum; the slider holds it in percent of what is owed today.

    Nothing is bought with the card any more, and every statement is paid on its day, so no late fee arises.

    Facts: `owed_fen`, `yearly_rate`, `minimum_fen` of the next statement with its `minimum_interest_fen` and
    `minimum_principal_fen`; what is left after a year and three, and the interest until then (`year_left_fen`,
    `year_interest_fen`, `three_left_fen`, `three_interest_fen`); `turned_percent`, `turned_fen` a month,
    `turned_nmonths` until nothing is left, `turned_interest_fen`.
    """
    loan = loan_of(known, example, _fits)
    account, percent = loan.account(), turned or START_PERCENT
    owed = account.payoff_fen()
    least = list(islice(_paying(loan, 0), max(AFTER)))
    payment = max(divide(owed * percent, 100, "half-up"), least[0].paid_fen)
    fixed = list(islice(_paying(loan, payment), MONTHS_MAX))
    first, year, three = (least[min(number, len(least)) - 1] for number in (1, 12, 36))
    return Figures(
        {
            "debt_name": loan.name,
            "owed_fen": owed,
            "yearly_rate": shown(loan.terms.rate.per_year()),
            "minimum_fen": first.paid_fen,
            "minimum_interest_fen": first.paid_fen - first.principal_fen,
            "minimum_principal_fen": first.principal_fen,
            "year_left_fen": year.left_fen,
            "year_interest_fen": year.interest_fen,
            "three_left_fen": three.left_fen,
            "three_interest_fen": three.interest_fen,
            "turned_percent": Decimal(percent) / 100,
            "turned_fen": payment,
            "turned_nmonths": len(fixed),
            "turned_interest_fen": fixed[-1].interest_fen,
        },
        loan.own,
        HEADS,
        tuple((after, *_row(least[after - 1])) for after in AFTER if after <= len(least)),
    )


def _row(month: _Month) -> tuple[int, int]:
    return month.left_fen, month.interest_fen


def _fits(debt: Debt, as_of: date) -> bool:
    """A card that bears interest, with nothing overdue on it, that a tenth of it a month pays off."""
    terms = debt.terms
    card = terms.method == "revolving" and terms.minimum is not None and terms.rate.value > 0
    return card and debt.arrears is None and is_plain(debt, as_of) and terms.rate.per_month() * 10 < 1


def _paying(loan: Loan, payment_fen: int) -> Iterator[_Month]:
    """Yield each statement paid on its day with the payment, or with its minimum where that is more."""
    account = loan.account()
    while not account.closed:
        account.advance(account.next_due)
        paid = account.pay(max(account.due_fen, min(payment_fen, account.payoff_fen())))
        yield _Month(sum(paid), paid[PRINCIPAL], account.payoff_fen(), account.tally.charged[INTEREST])
