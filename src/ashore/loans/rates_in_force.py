"""Which rate holds for the period that ends on a due date: agreed or posted changes, a promotion, dated rates."""

from collections.abc import Sequence
from datetime import date

from ashore.loans.terms import DatedRate, Terms
from ashore.money import Rate


def _holds(dated: DatedRate, due: date) -> bool:
    return (dated.since is None or dated.since <= due) and (dated.until is None or due <= dated.until)


def rate_in_force(
    terms: Terms, overrides: Sequence[DatedRate], due: date, changed_by: date | None = None
) -> Rate:
    """Return the contract rate for the period whose due date is `due` (decision 0001 rule 7).

    `overrides` are changes that happened (events, concessions), judged by `changed_by` where a period spans
    several due days (a bullet's): they win.  Then a promotion (a dated rate without
    `since`), then the contract's dated rates; a later one wins over an earlier one, of changes that hold from one day
    on the last that happened.
    """
    if not terms.rates and not overrides:
        return terms.rate
    promo = [dated for dated in terms.rates if dated.since is None and _holds(dated, due)]
    dated = [dated for dated in terms.rates if dated.since is not None and _holds(dated, due)]
    happened = [dated for dated in reversed(overrides) if _holds(dated, changed_by or due)]
    latest = max(happened or promo or dated, key=lambda one: one.since or date.min, default=None)
    return latest.rate if latest else terms.rate
