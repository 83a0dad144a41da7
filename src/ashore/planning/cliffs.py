"""Days ahead on which something changes for the worse or an offer ends, and deadlines that papers set."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from ashore.household.model import Debt, Household
from ashore.loans.account import TermAccount
from ashore.loans.schedule import dues_of
from ashore.planning.problem import Problem

DAYS_PAST_DUE: Final = (30, 60, 90)
MATURING: Final = frozenset({"bullet", "interest-only", "daily"})
MATURITY_SHARE: Final = 3
"""A last due is a cliff when it is more than this many times the due before it."""
OPEN: Final = frozenset({"offered", "agreed-verbal"})


@dataclass(frozen=True, slots=True)
class Cliff:
    """A day after which a debt is in a worse place.

    `what`: day-30, day-60, day-90, maturity, concession-ends, promo-ends; of agreements agreement-missed and
    agreement-missed-by-word.
    """

    on: date
    debt: str
    what: str
    fen: int = 0


@dataclass(frozen=True, slots=True)
class DeadlineAhead:
    """A day a paper sets for a debt, as typed; past ones are kept and shown as passed."""

    on: date
    debt: str
    what: str
    verified: str | None
    passed: bool


def deadlines_of(household: Household) -> tuple[DeadlineAhead, ...]:
    """Return the deadlines typed with the debts, in date order."""
    found = [
        DeadlineAhead(
            debt.deadline.on,
            debt.id,
            debt.deadline.what,
            debt.deadline.verified,
            debt.deadline.on < household.as_of,
        )
        for debt in household.debts
        if debt.deadline
    ]
    return tuple(sorted(found, key=lambda deadline: (deadline.on, deadline.debt)))


def cliffs_of(problem: Problem) -> tuple[Cliff, ...]:
    """Return the cliffs after `as_of` within the horizon, in date order."""
    found: list[Cliff] = []
    for debt, account in zip(problem.household.debts, problem.accounts, strict=True):
        found += _past_due(debt, problem, account.days_past_due)
        found += _offers(debt, problem.as_of)
        if isinstance(account, TermAccount):
            found += _maturity(debt, account)
    return tuple(sorted(found, key=lambda cliff: (cliff.on, cliff.debt, cliff.what)))


def _past_due(debt: Debt, problem: Problem, days_past_due: int) -> list[Cliff]:
    if days_past_due <= 0:
        return []
    since = problem.as_of - timedelta(days=days_past_due)
    return [
        Cliff(since + timedelta(days=days), debt.id, f"day-{days}")
        for days in DAYS_PAST_DUE
        if days > days_past_due
    ]


def _offers(debt: Debt, as_of: date) -> list[Cliff]:
    offers = [one.until for one in debt.concessions if one.status in OPEN and one.until and one.until > as_of]
    promos = [one.until for one in debt.terms.rates if one.since is None and one.until and one.until >= as_of]
    return [Cliff(day, debt.id, "concession-ends") for day in offers] + [
        Cliff(day, debt.id, "promo-ends") for day in promos
    ]


def _maturity(debt: Debt, account: TermAccount) -> list[Cliff]:
    if account.terms.method not in MATURING:
        return []
    rows = dues_of(account)
    if not rows:
        return []
    last, *before = rows[-2:][::-1]
    if before and last.total_fen <= MATURITY_SHARE * before[0].total_fen:
        return []
    return [Cliff(last.due, debt.id, "maturity", last.total_fen)]
