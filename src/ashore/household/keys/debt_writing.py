"""Values of a made debt as its keys hold them: what reading took apart is put together again."""

from typing import Final

from ashore.household.keys.contract import PART_FIELDS, Switch, TypedArrears
from ashore.household.model import Debt
from ashore.loans.terms import DatedRate

DISCLOSED: Final = "disclosure"
"""The source of what the lender's disclosure table gave."""


def _debt(owner: object) -> Debt:
    assert isinstance(owner, Debt)
    return owner


def dated_rates_of(owner: object) -> tuple[DatedRate, ...]:
    """Return the rates that hold from a day on."""
    return tuple(dated for dated in _debt(owner).terms.rates if dated.until is None)


def promo_of(owner: object) -> DatedRate | None:
    """Return the promotion's rate, if there is one."""
    return next((dated for dated in _debt(owner).terms.rates if dated.until is not None), None)


def allocation_after_of(owner: object) -> Switch | None:
    """Return the switched order of payments, if there is one."""
    terms = _debt(owner).terms
    return (
        None
        if terms.allocation_after_days is None
        else Switch(terms.allocation_after_days, terms.allocation_after)
    )


def arrears_of(owner: object) -> TypedArrears | None:
    """Return the arrears as they were typed: with their parts, or with the day and the total only."""
    debt = _debt(owner)
    if debt.arrears is None:
        return None
    if not debt.arrears_typed:
        return TypedArrears(debt.arrears.since, debt.arrears_total_fen)
    parts = {name: getattr(debt.arrears, name) for name in PART_FIELDS}
    return TypedArrears(debt.arrears.since, debt.arrears_total_fen, **parts)


def typed_sources_of(owner: object) -> dict[str, str]:
    """Return the sources the person gave, without those of assumed fields and of what the lender's table gave."""
    debt = _debt(owner)
    given = {name: source for name, source in debt.sources.items() if name not in debt.assumed}
    table = debt.disclosure is not None
    return {name: source for name, source in given.items() if not (table and source == DISCLOSED)}
