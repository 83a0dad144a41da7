"""What a lender's statement says was owed at the end of earlier days, as far as it is all that was owed."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from ashore.diagnosis.asked import OwedOn
from ashore.loans.audit.stated import ClaimKind, Statement

BESIDE: Final[frozenset[ClaimKind]] = frozenset({"late", "charged", "forgiven", "agreed"})
"""What a statement says beside its dues: from then on the principal left may not be all that is owed."""


def owed_in(debt: str, statement: Statement) -> tuple[OwedOn, ...]:
    """Return what a statement says was owed on a debt, day by day, in fen; nothing where it does not say all of it.

    The principal left counts only where the statement lists its dues, payments so far have covered them, and nothing
    was late, posted or forgiven by then.  A card's bill says on its day all that is owed on the card.
    """
    beside = min(
        (one.due or one.on for one in statement.claims if one.kind in BESIDE and one.fen), default=date.max
    )
    left = {
        one.on: one.fen
        for one in statement.claims
        if one.kind == "left" and one.on < beside and _is_covered(statement, one.on)
    }
    owed = {one.on: one.fen for one in statement.claims if one.kind == "owed"}
    billed = {bill.on: bill.total_fen for bill in statement.card.bills} if statement.card else {}
    return tuple(OwedOn(debt, on, fen) for on, fen in sorted((left | billed | owed).items()))


def unsure_days(statement: Statement) -> tuple[date, ...]:
    """Return the days on which a statement says what was left of the principal, and perhaps not all that was owed."""
    sure = {one.on for one in owed_in("", statement)}
    return tuple(sorted({one.on for one in statement.claims if one.kind == "left"} - sure))


def joined(kept: Iterable[OwedOn], fresh: Iterable[OwedOn]) -> tuple[OwedOn, ...]:
    """Return what is known of a debt in the order of the days; of two sums for one day the fresh one counts."""
    by_day = {one.on: one for one in (*kept, *fresh)}
    return tuple(by_day[on] for on in sorted(by_day))


def _is_covered(statement: Statement, until: date) -> bool:
    """Return whether payments have covered every due until a day; what was repaid before its time covers none."""
    dues = [one.fen for one in statement.claims if one.kind == "due" and one.on <= until]
    paid = sum(
        one.event.amount_fen or 0
        for one in statement.events
        if one.event.kind == "payment" and one.event.on <= until and not one.early and not one.settled
    )
    return bool(dues) and paid >= sum(dues)
