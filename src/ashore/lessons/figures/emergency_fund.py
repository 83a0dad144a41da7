"""An emergency fund in months of a household's own living: how much it is, and what keeping it costs a year."""

from datetime import date
from fractions import Fraction
from typing import Final

from ashore.household.model import Debt
from ashore.lessons.figures.fitting import Example, decimal, is_plain, own_debt, runs, shown, whole, yearly_of
from ashore.lessons.known import Figures, Known
from ashore.money import divide
from ashore.scenarios.funds import month_fen

YEAR_MONTHS: Final = 12


def emergency_fund(known: Known, example: Example, turned: int | None) -> Figures:
    """Return a fund of so many months of essential spending; the slider holds the months.

    The living is what the person's book says, never a norm or a floor of the law.  Facts: `month_fen` of living,
    `turned_nmonths`, `turned_fen`, `turned_each_fen` put away each month for a year, and what the same money would have
    spared within a year at `yearly_rate`, that of the costliest debt: `turned_spared_fen`.
    """
    home, months = known.household, turned or 1
    living = month_fen(home) if home else 0
    own = home is not None and living > 0
    if home is not None and own:
        dearest = own_debt(home, _repayable)
        rate = yearly_of(dearest, home.as_of) if dearest else Fraction(0)
    else:
        living, rate = whole(example, "month_fen"), Fraction(decimal(example, "rate"))
    fund = living * months
    spared = fund * rate
    return Figures(
        {
            "month_fen": living,
            "yearly_rate": shown(rate),
            "turned_nmonths": months,
            "turned_fen": fund,
            "turned_each_fen": -(-fund // YEAR_MONTHS),
            "turned_spared_fen": divide(spared.numerator, spared.denominator, "half-up"),
        },
        own,
    )


def _repayable(debt: Debt, as_of: date) -> bool:
    """Return whether money paid on it early spares interest: it runs on what is owed, and the contract allows it."""
    bears = runs(debt) or (debt.terms.method == "revolving" and debt.terms.rate.value > 0)
    return bears and debt.terms.prepayment.allowed and is_plain(debt, as_of)
