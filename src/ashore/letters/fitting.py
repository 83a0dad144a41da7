"""Which letters fit a debt today; one that does not is refused with why, and with one that does."""

from collections.abc import Callable, Mapping
from typing import Final

from ashore.errors import AshoreError
from ashore.household.standing import is_old
from ashore.letters.case import Case, facts_of
from ashore.letters.kinds import KINDS, TYPED, Kind, Need
from ashore.letters.sums import due_day_of, settle_fen
from ashore.planning.ask_options import NO_OWN_RATE

SEVERAL: Final = 2
"""Of so many incomes or more it is asked whose they are."""


class NotThisLetter(AshoreError):
    """A kind of letter that does not fit a debt today."""


NEEDS: Final[Mapping[Need, Callable[[Case], bool]]] = {
    "institution": lambda case: case.debt.lender_kind != "friend",
    "loan": lambda case: case.is_loan,
    "not-old": lambda case: not is_old(case.debt, case.as_of),
    "owed": lambda case: case.standing.owed.total_fen > 0,
    "clean": lambda case: case.standing.owed.arrears_fen == 0,
    "overdue": lambda case: case.standing.owed.arrears_fen > 0,
    "card": lambda case: case.is_card,
    "business": lambda case: case.debt.business,
    "charges": lambda case: case.charges_fen > 0,
    "own-rate": lambda case: case.debt.terms.method not in NO_OWN_RATE and case.standing.quoted_360 > 0,
    "instalments": lambda case: case.debt.terms.method not in {"revolving", *NO_OWN_RATE},
    "due": lambda case: case.standing.next_due is not None,
    "to-come": lambda case: case.maturity is not None and case.day < case.maturity,
    "paid": lambda case: case.standing.owed.total_fen == 0 or case.typed.paid_on is not None,
    "due-day": lambda case: due_day_of(case) is not None,
    "amount": lambda case: settle_fen(case) is not None,
    "amount-most": lambda case: (settle_fen(case) or 0) <= case.standing.owed.total_fen,
    "by-ahead": lambda case: case.typed.by is None or case.day <= case.typed.by,
    "paid-before": lambda case: case.typed.paid_on is None or case.typed.paid_on <= case.day,
    "months-most": lambda case: (
        not (case.typed.months and case.rules.card_months_max)
        or case.typed.months <= case.rules.card_months_max
    ),
    "whose": lambda case: case.typed.mine is not None or len(case.household.incomes) < SEVERAL,
    "own": lambda case: bool(case.typed.own.strip()),
    "disputed": lambda case: bool(case.disputed),
    "contacted": lambda case: bool(case.contacts),
    "days-past": lambda case: all(day <= case.day for day in (case.typed.got_on, case.typed.asked_on) if day),
}
"""What a kind may need of a debt, each by its name."""


def unmet(kind: Kind, case: Case) -> Need | None:
    """Return the first need of a kind that a case does not meet, None where it fits."""
    return next((need for need in kind.needs if not NEEDS[need](case)), None)


def check_fits(kind: Kind, case: Case) -> None:
    """Return nothing where a kind fits.  Raises NotThisLetter with why it does not."""
    need = unmet(kind, case)
    if need is not None:
        raise NotThisLetter(f"letter-not-{need}", **facts_of(case))


def fitting(case: Case) -> tuple[Kind, ...]:
    """Return the kinds that fit a debt today, whatever is still to be typed for them."""
    return tuple(kind for kind in KINDS if all(NEEDS[need](case) for need in kind.needs if need not in TYPED))


def offered(case: Case) -> tuple[Kind, ...]:
    """Return the kinds to choose from: those that fit, without the proof of settlement while anything is owed.

    What is written comes first, the page beside the telephone last: many would rather not call (trust C4).
    """
    found = (kind for kind in fitting(case) if "paid" not in kind.needs or NEEDS["paid"](case))
    return tuple(sorted(found, key=lambda kind: kind.name == "call"))
