"""What a plan pays on the shop's own debts: supplier credit and whatever else was borrowed for it."""

from collections.abc import Sequence

from ashore.dates import Month, month_of
from ashore.household.model import Household
from ashore.planning.outcome import Outcome


def shop_debts_fen(household: Household, outcome: Outcome, months: Sequence[Month]) -> tuple[int, ...]:
    """Return what the plan pays in each month on debts that the file marks as the business's, in fen."""
    ids = {debt.id for debt in household.debts if debt.business}
    paid = [(month_of(row.on), row.fen) for row in outcome.payments if row.debt in ids]
    return tuple(sum(fen for when, fen in paid if when == month) for month in months)
