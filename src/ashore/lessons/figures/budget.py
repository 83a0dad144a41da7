"""A month's budget in four lines: what comes in, living, what can be paid each month, what falls due."""

from typing import Final

from ashore.dates import Month, month_of
from ashore.household.flows import FlowKind, flows_of
from ashore.household.model import Household
from ashore.lessons.figures.fitting import Example, dues_fen, text, whole
from ashore.lessons.known import Figures, Known

MONTHS: Final = 2
"""The month of the book's day and the whole one after it, which is shown."""
LIVING: Final[frozenset[FlowKind]] = frozenset({"essential", "due"})
OTHER: Final[frozenset[FlowKind]] = frozenset({"other", "family"})


def budget(known: Known, example: Example, turned: int | None) -> Figures:
    """Return the next whole month; there is no slider.

    Facts: `budget_month`, `income_fen` (the low of a varying income), `living_fen` essential spending and dues of home,
    law and shop, `capacity_fen` = income − living, `dues_fen` of the debts by contract, `other_fen` all other spending,
    `left_fen` = capacity − dues − other; the last and the capacity may be negative.
    """
    home = known.household
    own = home is not None and bool(home.incomes or home.businesses)
    if home is not None and own:
        month = month_of(home.as_of).plus(1)
        income, living, other = _flows(home, month)
        dues = sum(dues_fen(debt, home.as_of, month) for debt in home.debts)
    else:
        month = None
        income, living, other, dues = (
            whole(example, key) for key in ("income_fen", "living_fen", "other_fen", "dues_fen")
        )
    return Figures(
        {
            "budget_month": str(month) if month else text(example, "month"),
            "income_fen": income,
            "living_fen": living,
            "capacity_fen": income - living,
            "dues_fen": dues,
            "other_fen": other,
            "left_fen": income - living - dues - other,
        },
        own,
    )


def _flows(home: Household, month: Month) -> tuple[int, int, int]:
    """Return what comes in, what living takes, and all other spending of a month."""
    flows = [one for one in flows_of(home, MONTHS) if month_of(one.on) == month]
    income = sum(one.fen for one in flows if one.kind == "income")
    living = sum(one.fen for one in flows if one.kind in LIVING)
    return income, living, sum(one.fen for one in flows if one.kind in OTHER)
