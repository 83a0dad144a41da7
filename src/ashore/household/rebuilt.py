"""Whether an overdue sum that was typed as one figure is near what the contract comes to (SPEC §3.5)."""

from typing import Final

from ashore.household.file.log import At
from ashore.household.model import Debt, Household
from ashore.household.position import arrears_of

NEAR_PER_CENT: Final = 1


def note_far_totals(household: Household, at: At) -> None:
    """Note each typed total more than 1 % away from the dues missed by the contract, which the answer counts with."""
    for index, debt in enumerate(household.debts):
        typed_fen = debt.arrears_total_fen
        if debt.arrears is None or debt.arrears_typed or typed_fen is None:
            continue
        rebuilt_fen = _rebuilt_fen(debt, household)
        if abs(typed_fen - rebuilt_fen) * 100 > typed_fen * NEAR_PER_CENT:
            place = at.key("debt").item(index).key("arrears").key("total")
            since = debt.arrears.since
            place.note("arrears-total-far", total_fen=typed_fen, since=since, rebuilt_fen=rebuilt_fen)


def _rebuilt_fen(debt: Debt, household: Household) -> int:
    """Return all parts of what is overdue as rebuilt from the contract at the end of `as_of`."""
    return sum(one.total_fen for one in arrears_of(debt, household.as_of))
