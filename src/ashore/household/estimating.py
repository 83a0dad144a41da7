"""What a person does not know yet of a contract, taken for a first plan where the other figures allow it.

Nothing of it is written down: the file stays as it is, and each value that was taken is among the debt's `assumed`
(decision 0037).  What a home or a car hangs on, and what a person lent, is not guessed at.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from math import ceil
from typing import Final

from ashore.household.checks.debt import WITH_PERIODS, WITHOUT_RATE
from ashore.household.file.plain import is_table, items_of
from ashore.household.keys.completing import due_day_shown
from ashore.household.keys.debt_keys import DEBT_KEYS, PERIODS_MAX
from ashore.household.keys.drafts import Draft
from ashore.household.keys.tables import Values
from ashore.money import Rate

DUE_IN: Final = timedelta(days=15)
"""A due day that nobody knows is half a month away: as often too early as too late."""
LAST_DUE_DAY: Final = 28
PERIODS: Final = 12
"""So many instalments are left where nothing tells."""
LENT_BY_PEOPLE: Final = frozenset({"private", "friend"})
UNSECURED: Final = frozenset({None, "none"})
TARGETS: Final = {key.name: key.target for key in DEBT_KEYS}


@dataclass(frozen=True, slots=True)
class Estimates:
    """What is taken where nobody knows: the rate of a licensed lender; None where no rule gives one."""

    rate: Rate | None


def estimated_in(values: Values, estimates: Estimates) -> Values:
    """Return a file's values with what is missing of each debt taken; as they are without the day of the figures."""
    home = values.get("household")
    as_of = home.get("as_of") if is_table(home) else None
    if not isinstance(as_of, date):
        return values
    debts = tuple(
        estimated(one, as_of, estimates) if isinstance(one, Draft) else one
        for one in items_of(values.get("debts"))
    )
    return {**values, "debts": debts}


def estimated(draft: Draft, as_of: date, estimates: Estimates) -> Draft:
    """Return a debt with what is missing of its contract taken."""
    if draft.get("secured_by") not in UNSECURED:
        return draft
    taken = {key: value for key, value in _missing(draft, as_of, estimates) if value is not None}
    values = {**draft.values, **{TARGETS[key]: value for key, value in taken.items()}}
    return replace(draft, values=values, estimated=frozenset(taken))


def _missing(draft: Draft, as_of: date, estimates: Estimates) -> Iterator[tuple[str, object]]:
    """Yield each key that nobody gave with what is taken for it, None for nothing; later ones rest on earlier ones."""
    method, rate, people = (
        draft.get("terms.method"),
        draft.get("terms.rate"),
        draft.get("lender_kind") in LENT_BY_PEOPLE,
    )
    if "method" not in draft.present and not people:
        method = "level-payment"
        yield "method", method
    if "rate" not in draft.present and not people and method not in WITHOUT_RATE:
        rate = estimates.rate
        yield "rate", rate
    if "original" not in draft.present and method == "flat-fee":
        yield "original", draft.get("balance_fen")
    if "periods_left" not in draft.present and method in WITH_PERIODS:
        yield "periods_left", _periods(draft, str(method), rate)
    if "due_day" not in draft.present and due_day_shown(draft) is None:
        yield "due_day", min((as_of + DUE_IN).day, LAST_DUE_DAY)


def _periods(draft: Draft, method: str, rate: object) -> int:
    """Return how many instalments are left: as many as the typed one needs, else as many as are usual here.

    What is repaid in one sum falls due the next time, a friend's money in a year.
    """
    owed, paid = draft.get("balance_fen"), draft.get("terms.payment_fen")
    if method == "bullet":
        return PERIODS if draft.get("lender_kind") == "friend" else 1
    if not isinstance(owed, int) or not isinstance(paid, int):
        return PERIODS
    fee, monthly = (
        draft.get("terms.fee_per_period"),
        rate.per_month() if isinstance(rate, Rate) else Fraction(0),
    )
    if method == "level-payment":
        return _level_periods(owed, paid, monthly)
    if method == "equal-principal":
        return _counted(owed, paid - owed * monthly)
    if method == "flat-fee":
        return _counted(owed, paid - owed * (fee if isinstance(fee, Fraction) else Fraction(0)))
    return PERIODS


def _counted(owed: int, principal: Fraction) -> int:
    """Return how many parts of the principal there are; as many as are usual where none is left for it."""
    return min(ceil(owed / principal), PERIODS_MAX) if principal > 0 else PERIODS


def _level_periods(owed: int, paid: int, monthly: Fraction) -> int:
    """Return after how many level payments nothing is left, whole fen a month; the usual where that is never."""
    left, count = owed, 0
    while left > 0 and count < PERIODS_MAX:
        after = ceil(left * (1 + monthly)) - paid
        if after >= left:
            return PERIODS
        left, count = after, count + 1
    return max(count, 1)
