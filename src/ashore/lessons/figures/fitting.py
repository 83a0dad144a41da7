"""The loan that a figure speaks of: the costliest debt of a person's book that fits, else the lesson's example.

It is looked at without what is overdue: its instalments ahead, each on its day.  What is overdue has figures of its
own.  A debt whose contract or whose standing would need more words than a lesson has does not fit.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal, cast

from ashore.dates import Month, month_of
from ashore.household.model import Debt, Household
from ashore.household.position import called_on, open_debt
from ashore.household.standing import OUT_OF_COURT, is_silent, standing_of
from ashore.lessons.known import Known
from ashore.lessons.lesson import Term
from ashore.loans.concessions import Account
from ashore.loans.cost import later_dues
from ashore.loans.opening import accrued_from, open_account
from ashore.loans.terms import Method, Minimum, Opening, Penalty, Terms
from ashore.money import Rate

Example = Mapping[str, Term]
Fits = Callable[[Debt, date], bool]
PLACES: Final = Decimal("0.00000001")
INSTALMENTS: Final[frozenset[Method]] = frozenset({"level-payment", "equal-principal"})
RUNNING: Final[frozenset[Method]] = frozenset({"level-payment", "equal-principal", "interest-only", "daily"})
"""Methods whose interest runs on what is owed and falls due month by month."""


@dataclass(frozen=True, slots=True)
class Loan:
    """A loan without what is overdue; `name` is the debt's own, empty for an example."""

    terms: Terms
    opening: Opening
    name: str = ""
    debt: Debt | None = None

    @property
    def own(self) -> bool:
        """Return whether it is the person's."""
        return self.debt is not None

    def account(self) -> Account:
        """Return it as it stands, to be moved."""
        return open_account(self.terms, self.opening)


def loan_of(known: Known, example: Example, fits: Fits) -> Loan:
    """Return the person's costliest debt that fits, else the example.  Raises KeyError for a term it lacks."""
    debt = own_debt(known.household, fits) if known.household else None
    if known.household is None or debt is None:
        return example_of(example)
    return Loan(debt.terms, ahead_of(debt, known.household.as_of), debt.name, debt)


def own_debt(household: Household, fits: Fits) -> Debt | None:
    """Return the debt with the highest yearly rate of those that fit, of two the larger one; None where none does."""
    as_of = household.as_of
    fitting = [one for one in household.debts if fits(one, as_of)]
    return max(fitting, key=lambda one: (yearly_of(one, as_of), one.balance_fen), default=None)


def yearly_of(debt: Debt, as_of: date) -> Fraction:
    """Return what a debt costs a year from here on, as a simple fraction; the contract's own rate where it ends."""
    standing = standing_of(debt, as_of)
    return Fraction(standing.yearly.nominal) if standing.yearly else standing.quoted_360


def ahead_of(debt: Debt, as_of: date) -> Opening:
    """Return a debt at the end of `as_of` without what is overdue, and without what was agreed on it."""
    account = open_debt(replace(debt, concessions=(), reached=()), as_of)
    since = accrued_from(debt.terms, as_of, debt.start)
    return Opening(as_of, account.principal_fen, debt.periods_left, since)


def is_plain(debt: Debt, as_of: date) -> bool:
    """Return whether a debt runs by its contract as it stands, and something of it is still to fall due.

    Not where a court has it, where the whole was called, where it is asked about before it is paid (H10), where
    something agreed is in force, nor where due days are moved or rates are dated.
    """
    agreed = bool(debt.in_writing)
    return not agreed and is_unmoved(debt, as_of)


def is_unmoved(debt: Debt, as_of: date) -> bool:
    """Return the same, whatever was agreed."""
    terms = debt.terms
    open_stage = debt.stage in OUT_OF_COURT and debt.deadline is None
    regular = terms.shift == "none" and not terms.rates and called_on(debt, as_of) is None
    return open_stage and regular and not is_silent(debt, as_of) and ahead_of(debt, as_of).principal_fen > 0


def is_running(debt: Debt, as_of: date) -> bool:
    """Return whether it is a plain loan whose interest falls due month by month, with instalments still to come."""
    return is_plain(debt, as_of) and runs(debt)


def runs(debt: Debt) -> bool:
    """Return whether its method and its rate let interest fall due month by month."""
    return debt.terms.method in RUNNING and debt.terms.rate.value > 0 and debt.periods_left > 0


def example_of(example: Example) -> Loan:
    """Return the example's loan.  Raises KeyError for a term it lacks.

    `method`, `principal_fen`, `rate` with `per` (`day`, `month` or `year`), `from` (the day it stands as said; dues
    fall on its day of the month), `periods`; where a figure needs them `penalty_times`, `compound` (`yes`),
    `fee_rate` of a flat fee, `minimum_rate` of a card.
    """
    start, per = day(example, "from"), cast('Literal["day", "month", "year"]', text(example, "per"))
    principal = whole(example, "principal_fen")
    terms = Terms(
        method=cast("Method", text(example, "method")),
        rate=Rate(decimal(example, "rate"), per),
        accrual="daily" if per == "day" else "monthly",
        due_day=start.day,
        penalty=Penalty(Fraction(decimal(example, "penalty_times")) if "penalty_times" in example else None),
        compound=example.get("compound") == "yes",
        fee_per_period=Fraction(decimal(example, "fee_rate")) if "fee_rate" in example else Fraction(0),
        original_fen=principal if "fee_rate" in example else None,
        minimum=Minimum(Fraction(decimal(example, "minimum_rate"))) if "minimum_rate" in example else None,
    )
    return Loan(terms, Opening(start, principal, whole(example, "periods"), start))


def dues_fen(debt: Debt, as_of: date, month: Month) -> int:
    """Return what falls due on a debt in a month by its contract, what is agreed included, what is overdue not."""
    rows = later_dues(open_debt(debt, as_of))
    return sum(row.total_fen for row in rows if month_of(row.due) == month)


def whole(example: Example, key: str) -> int:
    """Return a whole number of an example.  Raises KeyError."""
    return int(example[key])


def decimal(example: Example, key: str) -> Decimal:
    """Return an exact number of an example.  Raises KeyError."""
    return Decimal(example[key])


def text(example: Example, key: str) -> str:
    """Return a word of an example.  Raises KeyError."""
    return str(example[key])


def day(example: Example, key: str) -> date:
    """Return a day of an example, written `2026-12-01`.  Raises KeyError."""
    return date.fromisoformat(text(example, key))


def shown(fraction: Fraction) -> Decimal:
    """Return an exact fraction as a decimal for a screen, to eight places."""
    return (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(PLACES)
