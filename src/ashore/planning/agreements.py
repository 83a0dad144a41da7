"""Instalments of an agreement in writing that a plan's money will not reach: one missed can end the agreement."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from ashore.household.model import Household
from ashore.loans.concessions import Account
from ashore.loans.settlement import SettlingAccount
from ashore.planning.cliffs import Cliff
from ashore.planning.outcome import Outcome, Payment
from ashore.planning.problem import Problem

MISSED: Final = "agreement-missed"
AHEAD_DAYS: Final = 45
"""So many days ahead are looked at: within the months whose money moves on its real day."""


def missed_of(problem: Problem, outcome: Outcome) -> tuple[Cliff, ...]:
    """Return for each debt under an agreement in writing the first day on which the plan does not pay it in time.

    A debt that is behind already is left out: what follows from that is said elsewhere.  `fen`: what is missing on
    the day.  Waivers are no agreement on instalments.
    """
    agreed = agreed_debts(problem.household)
    found: list[Cliff] = []
    for debt, account in zip(problem.household.debts, problem.accounts, strict=True):
        if debt.id in agreed and not account.arrears_fen and not account.closed:
            rows = [row for row in outcome.payments if row.debt == debt.id]
            found += _first_missed(debt.id, account.copy(), rows)
    return tuple(found)


def agreed_debts(household: Household) -> frozenset[str]:
    """Return the ids of the debts under an agreement in writing on what is to be paid and when."""
    agreed = [
        (debt, one)
        for debt in household.debts
        for one in debt.concessions
        if one.status == "agreed-written" and one.kind != "waive"
    ]
    return frozenset(name for debt, one in agreed for name in (debt.id, *one.covers))


def _first_missed(debt: str, account: Account, rows: Sequence[Payment]) -> Iterator[Cliff]:
    """Yield the first day at whose end something due under the agreement is late, the payments made as planned."""
    start = account.day
    for ahead in range(1, AHEAD_DAYS + 1):
        day = start + timedelta(days=ahead)
        account.advance(day)
        for row in rows:
            if row.on == day:
                _follow(account, row)
        if account.due_fen and _is_late_by_night(account):
            yield Cliff(day, debt, MISSED, account.due_fen)
            return


def _follow(account: Account, row: Payment) -> None:
    if not row.extra:
        account.pay(row.fen)
        return
    account.prepay(row.principal_fen)
    if account.due_fen:
        account.pay(account.due_fen)


def _is_late_by_night(account: Account) -> bool:
    probe = account.copy()
    probe.end_of_day()
    return probe.arrears_fen > 0 or (isinstance(probe, SettlingAccount) and probe.missed)
