"""What is known of earlier days, typed or by a lender's statement: kept beside the bills, and as private (practice H1).

Only days and sums are kept: a statement itself, and all else that stands in it, is not.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.diagnosis.asked import CashOn, OwedOn
from ashore.diagnosis.stated import joined
from ashore.store.faults import Damaged
from ashore.store.private.bills import imports, taught

TYPED: Final = "owed"
STATED: Final = "stated"
CASH: Final = ""
"""The name of the money at hand among what is known of earlier days; the others are debts, by their ids."""
BEFORE_DAY: Final = "\n"
"""What stands between a debt and the day in the name of what was typed; the oldest have no day in theirs."""


@dataclass(frozen=True, slots=True)
class Known:
    """What was kept at once of a debt, `""` for the money at hand: its days in their order; `id`: to forget it by."""

    id: uuid.UUID
    days: tuple[OwedOn, ...]

    @property
    def debt(self) -> str:
        """Return the debt's id."""
        return self.days[0].debt


def typed() -> tuple[Known, ...]:
    """Return what the person typed, the newest last.  Raises Damaged."""
    return _kept(TYPED)


def stated() -> tuple[Known, ...]:
    """Return what statements said, one for each debt.  Raises Damaged."""
    return _kept(STATED)


def owed_on() -> tuple[OwedOn, ...]:
    """Return what is known of debts: by statements, then as typed, so that of one day the typed counts.

    Raises Damaged.
    """
    return tuple(day for one in (*stated(), *typed()) for day in one.days if day.debt != CASH)


def cash_on() -> tuple[CashOn, ...]:
    """Return what is known of the money that was at hand.  Raises Damaged."""
    return tuple(CashOn(day.on, day.fen) for one in typed() for day in one.days if day.debt == CASH)


def keep_typed(key: uuid.UUID, one: OwedOn) -> None:
    """Keep what was typed, in the place of what was typed for that day.  Raises Damaged."""
    taught.keep_text(key, TYPED, f"{one.debt}{BEFORE_DAY}{one.on.isoformat()}", _text([one]))
    for known in _typed_of(one.debt, one.on)[:-1]:
        forget(known.id)


def forget_typed(debt: str, on: date) -> None:
    """Forget what was typed of a debt for a day.  Raises Damaged."""
    for known in _typed_of(debt, on):
        forget(known.id)


def _typed_of(debt: str, on: date) -> list[Known]:
    return [one for one in typed() if one.debt == debt and one.days[0].on == on]


def keep_stated(key: uuid.UUID, owed: Sequence[OwedOn]) -> None:
    """Keep what a statement said of a debt, beside what others said of it.  Raises Damaged."""
    debt = owed[0].debt
    taught.keep_text(key, STATED, debt, _text(joined(stated_of(debt), owed)))


def stated_of(debt: str) -> tuple[OwedOn, ...]:
    """Return what statements said of a debt.  Raises Damaged."""
    return tuple(day for one in stated() if one.debt == debt for day in one.days)


def forget(known_id: uuid.UUID) -> None:
    """Forget what was kept at once; what is gone already stays gone.  Raises Damaged."""
    if any(one.id == known_id for one in (*typed(), *stated())):
        imports.drop(known_id)


def _text(days: Sequence[OwedOn]) -> str:
    return "\n".join(f"{one.on.isoformat()} {one.fen}" for one in days)


def _kept(kind: str) -> tuple[Known, ...]:
    try:
        return tuple(Known(one.pk, _days(one.name, one.text)) for one in imports.kept(kind))
    except ValueError as error:
        raise Damaged(imports.DAMAGED) from error


def _days(name: str, text: str) -> tuple[OwedOn, ...]:
    """Return the days of a text.  Raises ValueError for one that was not written here."""
    debt = name.partition(BEFORE_DAY)[0]
    pairs = [line.split(" ") for line in text.split("\n")]
    return tuple(OwedOn(debt, date.fromisoformat(on), int(fen)) for on, fen in pairs)
