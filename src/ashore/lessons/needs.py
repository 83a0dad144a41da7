"""What a person's book says that there is to know about: one line a need, each asked of every debt or of the household.

Nothing here needs a plan, and nothing is a judgement: a need says what stands in the book.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ashore.household.model import Concession, Debt, Household
from ashore.household.standing import is_silent

OfDebt = Callable[[Debt, date], bool]
OfHousehold = Callable[[Household], bool]
GUARANTOR: Final = "guarantor:"
MANY: Final = 4
"""From so many debts on there is an order to keep, and none for one or two."""


@dataclass(frozen=True, slots=True)
class Need:
    """A need of the book, with the names of the debts that show it; none where the household itself does."""

    id: str
    debts: tuple[str, ...] = ()


def is_overdue(debt: Debt) -> bool:
    """Return whether a due of it is unpaid past its grace, or its lender has gone further already."""
    return debt.stage != "current" or (debt.arrears is not None and debt.arrears.late)


def _offers(kind: str) -> OfDebt:
    def holds(debt: Debt, as_of: date) -> bool:
        return any(one.kind == kind and _is_open(one, as_of) for one in debt.concessions)

    return holds


def _is_open(one: Concession, as_of: date) -> bool:
    """Return whether a concession may still be taken, or holds."""
    return one.status != "refused" and (one.until is None or one.until >= as_of)


def _costs_late(debt: Debt) -> bool:
    """Return whether being late has cost something on it, or would by its contract."""
    late, terms = debt.arrears, debt.terms
    if late and (late.penalty_fen or late.compound_fen or late.damages_fen):
        return True
    has_rate = terms.penalty.multiple is not None or terms.penalty.rate is not None
    return is_overdue(debt) and (has_rate or terms.late_fee is not None)


DEBT_NEEDS: Final[Mapping[str, OfDebt]] = {
    "court-paper": lambda debt, as_of: bool(
        debt.deadline or debt.stage in {"payment-order", "sued", "judgment"}
    ),
    "enforcement": lambda debt, as_of: debt.stage == "enforcement",
    "mediation": lambda debt, as_of: debt.stage == "mediation",
    "old-debt": is_silent,
    "sold-debt": lambda debt, as_of: debt.stage == "assigned" or debt.lender_kind == "amc",
    "outsourced": lambda debt, as_of: debt.stage == "outsourced",
    "secured": lambda debt, as_of: debt.secured_by != "none" or debt.priority == "home",
    "guarantor": lambda debt, as_of: any(one.startswith(GUARANTOR) for one in debt.liable),
    "spouse": lambda debt, as_of: "spouse" in debt.liable,
    "overdue": lambda debt, as_of: is_overdue(debt),
    "settlement-offered": _offers("settle"),
    "deferral-offered": _offers("defer"),
    "penalty": lambda debt, as_of: _costs_late(debt),
    "compound": lambda debt, as_of: debt.terms.compound and is_overdue(debt),
    "card": lambda debt, as_of: debt.terms.method == "revolving",
    "daily-rate": lambda debt, as_of: debt.terms.rate.per == "day" or debt.terms.method == "daily",
    "flat-fee": lambda debt, as_of: debt.terms.method == "flat-fee" or debt.terms.fee_per_period > 0,
    "instalments": lambda debt, as_of: debt.terms.method in {"level-payment", "equal-principal"},
    "private-lender": lambda debt, as_of: debt.lender_kind in {"private", "friend"},
    "still-current": lambda debt, as_of: not is_overdue(debt),
}
"""Needs that a debt shows."""

HOUSEHOLD_NEEDS: Final[Mapping[str, OfHousehold]] = {
    "debited": lambda home: any(one.debited_by for one in home.accounts),
    "many-debts": lambda home: len(home.debts) >= MANY,
    "no-income": lambda home: not _earns(home),
    "varying-income": lambda home: any(one.certainty == "variable" for one in home.incomes),
    "friend-loan": lambda home: bool(home.friend_loans),
    "selling": lambda home: any(one.for_sale for one in home.assets),
    "side-work": lambda home: bool(home.side_work),
    "shop": lambda home: bool(home.businesses),
    "dependants": lambda home: home.dependants > 0,
    "no-emergency-fund": lambda home: home.emergency_fund_fen == 0 or home.cash_fen < home.emergency_fund_fen,
}
"""Needs that the household shows as a whole."""

PRESSING: Final[tuple[str, ...]] = (
    "court-paper", "enforcement", "mediation", "debited", "old-debt", "secured", "guarantor", "spouse", "sold-debt",
    "outsourced", "settlement-offered", "deferral-offered",
)  # fmt: skip
"""Needs of which not to know may cost something soon: a day, the food money, a home, somebody else, an offer."""

NEEDS: Final[tuple[str, ...]] = (
    *PRESSING,
    "overdue", "no-income", "penalty", "compound", "many-debts", "card", "daily-rate", "flat-fee", "private-lender",
    "shop", "friend-loan", "selling", "side-work", "varying-income", "instalments", "still-current", "dependants",
    "no-emergency-fund",
)  # fmt: skip
"""All needs, by what it costs not to know.  Those that press come before the causes of a debt, the others after."""


def _earns(home: Household) -> bool:
    """Return whether money comes in again and again on the book's day."""
    incomes = [one for one in home.incomes if one.every != "once"]
    now = [
        one
        for one in incomes
        if (one.since is None or one.since <= home.as_of) and (one.until is None or one.until >= home.as_of)
    ]
    return bool(now or home.businesses)


def needs_of(household: Household) -> tuple[Need, ...]:
    """Return the needs of a household in the order of `NEEDS`; none without a debt."""
    return tuple(_found(household)) if household.debts else ()


def _found(household: Household) -> Iterator[Need]:
    for need in NEEDS:
        if need in DEBT_NEEDS:
            holds = DEBT_NEEDS[need]
            names = tuple(debt.name for debt in household.debts if holds(debt, household.as_of))
            if names:
                yield Need(need, names)
        elif HOUSEHOLD_NEEDS[need](household):
            yield Need(need)
