"""What a letter names that neither the file nor the plan has in one place: a sum at once, another due day."""

from datetime import date
from typing import Final

from ashore.letters.case import Case

LAST: Final = 28
"""The last day of the month that every month has."""


def settle_fen(case: Case) -> int | None:
    """Return the sum that would close a debt at once: the one typed, else what the plan pays in one payment for it."""
    if case.typed.amount_fen:
        return case.typed.amount_fen
    paid = _settling(case)
    return sum(fen for _, fen in paid) if paid else None


def settle_by(case: Case) -> date | None:
    """Return the day by which that sum is paid: the one typed, else the plan's."""
    paid = _settling(case)
    return case.typed.by or (paid[-1][0] if paid and not case.typed.amount_fen else None)


def _settling(case: Case) -> tuple[tuple[date, int], ...]:
    one = case.proposed
    if one is None or one.concession is None or one.concession.kind != "settle":
        return ()
    return one.payments if one.concession.instalments == 1 else ()


def payday_of(case: Case) -> int | None:
    """Return the day of the month on which the largest steady income comes, None where none has a day."""
    steady = [
        one
        for one in case.incomes
        if one.every == "month"
        and one.day
        and (one.until is None or one.until >= case.as_of)
        and (one.since is None or one.since <= case.as_of)
    ]
    best = max(steady, key=lambda one: one.amount_fen, default=None)
    return best.day if best else None


def due_day_of(case: Case) -> int | None:
    """Return the due day that is asked for: the one typed, else the day after pay; None where it is that already."""
    payday = payday_of(case)
    after = payday and (payday + 1 if payday < LAST else 1)
    wanted = case.typed.due_day or after
    return None if wanted == case.debt.terms.due_day else wanted
